"""A guard of first letters takes nothing away from what its pattern matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from depeche.normalise.event_dates import LANGUAGES
from depeche.normalise.event_dates.words import ready
from depeche.normalise.openings import guard, openings


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("am 3", {"am 3"}),
        (r"(?:le|les)\s\d", {"le 0", "les 0"}),
        (r"(?:le\s)?mai", {"le ma", "mai"}),
        (r"[ab]c", {"ac", "bc"}),
        (r"a{2,3}b", {"aab", "aaab"}),
        (r"(?<!x)(?=y)ab", {"ab"}),
        (r"a\w+", {"a\0"}),
        (r"[^a]b", {"\0"}),
    ],
)
def test_openings(pattern, wanted):
    assert openings(pattern, 5) == wanted


def test_a_pattern_that_may_begin_with_anything_has_no_guard():
    assert guard(r"\w+ era") == ""
    assert guard(r"(?:ago)?") == ""


WORDS = [
    "le",
    "3",
    "mai",
    "1994",
    "du",
    "au",
    "lundi",
    "in",
    "three",
    "days",
    "next",
    "Monday",
    "am",
    "kommenden",
]
WORDS += [
    "Montag",
    "Mitte",
    "el",
    "lunes",
    "hace",
    "dos",
    "semanas",
    "l'été",
    "dernier",
    "10.",
    "2003",
    "-",
    ",",
]


@pytest.mark.parametrize("language", LANGUAGES)
@given(words=some.lists(some.sampled_from(WORDS) | some.text(max_size=6), max_size=12))
def test_nothing_is_lost(language, words):
    guarded = ready_of(language)
    bare = re.compile(guarded.pattern.replace(guard_of(language), "", 1))
    text = " ".join(words).lower()
    assert [m.span() for m in guarded.finditer(text)] == [m.span() for m in bare.finditer(text)]


_READY: dict[str, re.Pattern[str]] = {}


def ready_of(language):
    if language not in _READY:
        _READY[language] = ready(LANGUAGES[language]).pattern
    return _READY[language]


def guard_of(language):
    pattern = ready_of(language).pattern
    start = pattern.index("(?=")
    depth = 0
    for at in range(start, len(pattern)):
        depth += (pattern[at] == "(") - (pattern[at] == ")")
        if depth == 0:
            return pattern[start : at + 1]
    raise AssertionError("the guard does not close")
