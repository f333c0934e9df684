"""Modules that are imported with their first use."""

import subprocess
import sys

JUDGED = """
import sys

import pandas

from depeche.validate.engine import Expectation, judge

rule = Expectation("rule", "row", {"type": "expect_column_values_to_not_be_null", "column": "text"})
[outcome], _ = judge(pandas.DataFrame({"row_no": [0, 1], "text": ["a", None]}), [rule], "suite")
assert outcome.rows == {1: None}, outcome
assert not {"scipy.stats._stats_py", "altair.vegalite"} & sys.modules.keys()
import altair
from great_expectations.expectations.core import expect_column_kl_divergence_to_be_less_than as theirs
from scipy import stats
print(stats.norm.cdf(0), theirs.stats.norm.cdf(0), theirs.alt.Chart is altair.Chart)
"""


def done(script):
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=250)


def test_what_great_expectations_does_not_need_here_is_imported_when_asked_for():
    judged = done(JUDGED)
    assert judged.stdout == "0.5 0.5 True\n", judged.stderr


def test_a_module_that_is_imported_already_or_not_installed_is_left_alone():
    script = """
import json, sys
from depeche.validate.later import import_later
import_later("json"); import_later("json.nothing_of_that_name"); import_later("nothing_of_that_name")
print(sys.modules["json"] is json, [name for name in sys.modules if "nothing_of" in name])
"""
    assert done(script).stdout == "True []\n"
