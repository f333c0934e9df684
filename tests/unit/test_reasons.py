"""The list of reasons is closed: code and docs name the same ones."""

import ast
from pathlib import Path

import depeche
from depeche.reasons import REASONS
from depeche.validate.rules import ROW_RULES

SOURCES = sorted(Path(depeche.__file__).parent.rglob("*.py"))
# Where a refusal's code is the first argument, and where it is the third.
FIRST = {"Reject", "Failure"}
THIRD = {"refusals"}


def raised() -> dict[str, str]:
    """Every reason that the code spells out, and the file that does."""
    found = {}
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text())):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            at = 0 if name in FIRST else 2 if name in THIRD else None
            if at is None or len(node.args) <= at:
                continue
            for part in ast.walk(node.args[at]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    found[part.value] = file.name
    return found | {rule.reason: "rules.py" for rule in ROW_RULES}


def test_every_reason_in_the_code_is_in_the_list():
    assert {reason: file for reason, file in raised().items() if reason not in REASONS} == {}


def test_every_reason_in_the_list_is_in_the_code():
    everything = "".join(file.read_text() for file in SOURCES if file.name != "reasons.py")
    assert [reason for reason in REASONS if f'"{reason}"' not in everything] == []


def test_every_reason_says_what_it_means_and_what_to_do():
    for reason, (meaning, cure) in REASONS.items():
        assert reason.replace("_", "").isalpha()
        assert len(meaning) > 10, reason
        assert cure.endswith((".", "?")), reason
