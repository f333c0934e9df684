"""What a pattern can begin with, so that a long one is tried only where it may match.

Python's ``re`` tries every branch of an alternation at every word; most words of a text
begin none of them. :func:`guard` gives a pattern of the first letters of all branches,
to stand before them as a look-ahead: it takes nothing away from what matches.
"""

from __future__ import annotations

import re
from re import _constants, _parser  # type: ignore[attr-defined]  # the parser is not public
from typing import Any

# More letters tell words better apart, up to where the guard costs as much as it spares
# (event dates, of whose forms many begin alike: a third less with seven than with four).
DEPTH = 7
# What a pattern's digits, blanks and anything else are among the openings.
_DIGIT, _BLANK, _ANY = "0", " ", "\0"
_CATEGORIES = {_constants.CATEGORY_DIGIT: _DIGIT, _constants.CATEGORY_SPACE: _BLANK}
_LETTERS = {_DIGIT: r"\d", _BLANK: r"\s"}


def guard(pattern: str, depth: int = DEPTH, any_case: bool = False) -> str:
    """A look-ahead that holds wherever ``pattern`` can match; empty where that may be anywhere.

    With ``any_case`` it is in small letters, for a pattern that is compiled with IGNORECASE.
    """
    found = {opening.partition(_ANY)[0] for opening in openings(pattern, depth)}
    if any_case:
        found = {opening.lower() for opening in found}
    if "" in found:
        return ""
    found = {re.sub(r"\d", _DIGIT, opening) for opening in found}
    return f"(?={_trie({one for one in found if not any(one[:n] in found for n in range(1, len(one)))})})"


def guarded(pattern: str, depth: int = DEPTH, any_case: bool = False) -> re.Pattern[str]:
    """``pattern`` behind its :func:`guard`, compiled."""
    return re.compile(f"{guard(pattern, depth, any_case)}(?:{pattern})", re.IGNORECASE if any_case else 0)


def openings(pattern: str, depth: int = DEPTH) -> set[str]:
    """Beginnings of at most ``depth`` characters of what ``pattern`` matches; one that ends in NUL goes on anyhow."""
    return _sequence(_parser.parse(pattern), depth)


def _sequence(items: Any, depth: int) -> set[str]:
    found = {""}
    for kind, given in items:
        if all(_ended(one, depth) for one in found):
            break
        found = _joined(found, _of(kind, given, depth), depth)
    return found


def _joined(heads: set[str], tails: set[str], depth: int) -> set[str]:
    return {
        joined
        for head in heads
        for joined in ([head] if _ended(head, depth) else [(head + tail)[: depth + 1] for tail in tails])
    }


def _ended(opening: str, depth: int) -> bool:
    return len(opening) >= depth or opening.endswith(_ANY)


def _of(kind: Any, given: Any, depth: int) -> set[str]:
    """The openings of one part of a parsed pattern."""
    if kind is _constants.LITERAL:
        return {chr(given)}
    if kind is _constants.IN:
        return _of_class(given)
    if kind is _constants.BRANCH:
        return set().union(*(_sequence(branch, depth) for branch in given[1]))
    if kind is _constants.SUBPATTERN:
        return _sequence(given[3], depth)
    if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        least, most, item = given
        return _repeated(least, most, _sequence(item, depth), depth)
    if kind in (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT):
        return {""}
    return {_ANY}


def _of_class(given: Any) -> set[str]:
    found: set[str] = set()
    for kind, value in given:
        if kind is _constants.LITERAL:
            found.add(chr(value))
        elif kind is _constants.RANGE:
            found |= {chr(code) for code in range(value[0], value[1] + 1)}
        elif kind is _constants.CATEGORY and value in _CATEGORIES:
            found.add(_CATEGORIES[value])
        else:
            return {_ANY}
    return found


def _repeated(least: int, most: int, once: set[str], depth: int) -> set[str]:
    found: set[str] = set() if least else {""}
    reached = {""}
    for times in range(1, min(most, depth) + 1):
        reached = _joined(reached, once, depth)
        if times >= least:
            found = found | reached
    return found or reached


def _trie(openings: set[str]) -> str:
    if "" in openings:
        return ""
    heads: dict[str, set[str]] = {}
    for opening in openings:
        heads.setdefault(opening[0], set()).add(opening[1:])
    branches = [_LETTERS.get(head, re.escape(head)) + _trie(rests) for head, rests in sorted(heads.items())]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
