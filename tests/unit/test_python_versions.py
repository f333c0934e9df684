"""What the oldest Python that is supported cannot do, though the newer ones can."""

from __future__ import annotations

import re

import pytest

from depeche.settings import PROJECT

# A group that is repeated and never given back: "(…)*+", "(…)++", "(…)?+", "(…){2}+".
_POSSESSIVE = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
_PATTERN = re.compile(r"""\b(?:rb?|br)("{1,3}|').*?\1""")


@pytest.mark.parametrize("file", sorted(PROJECT.glob("include/**/*.py")), ids=lambda file: file.stem)
def test_no_pattern_has_a_possessive_group(file) -> None:
    """Before 3.11.5 (Debian 12 has 3.11.2) such a group loses its place when its last round fails."""
    found = [
        line
        for line in file.read_text("utf-8").splitlines()
        if _PATTERN.search(line) and _POSSESSIVE.search(line)
    ]
    assert found == []
