"""Every rule that finds an actor is explained, in the code and in the docs."""

import re

import pytest

from depeche.normalise.actors.rules import RULES, explained
from depeche.settings import PROJECT

SOURCES = sorted((PROJECT / "include" / "depeche" / "normalise" / "actors").rglob("*.py"))
DOCS = (PROJECT / "docs" / "actors.md").read_text("utf-8")


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_is_used_and_documented(rule):
    code = "".join(file.read_text("utf-8") for file in SOURCES if file.name != "rules.py")
    assert f'"{rule}"' in code or f'"{rule.removesuffix("_far")}' in code
    assert f"`{rule}`" in DOCS


def test_every_rule_of_the_docs_is_explained():
    table = DOCS.partition("## Rules")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]+)\|", table, re.MULTILINE)
    named = {rule for cell in cells for rule in re.findall(r"`([a-z_]+)`", cell)}
    assert named == set(RULES)


def test_several_candidates_are_told():
    assert explained("office_holder_ambiguous").endswith("several candidates")
    assert explained("office_holder") == RULES["office_holder"]
