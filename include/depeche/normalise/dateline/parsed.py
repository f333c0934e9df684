"""What the dateline's parser gives."""

from __future__ import annotations

from typing import NamedTuple

from depeche.authority.places.fold import fold
from depeche.normalise.calendar.dates import DateWords
from depeche.normalise.dateline.lexer import Token, is_capital, is_cased
from depeche.normalise.dateline.words import AREA_WORDS, CONNECTORS


class Piece(NamedTuple):
    """A part of the place words: ``words`` tokens, and how it hangs on the one before it.

    ``link`` is first, comma, bracket, slash or and.
    """

    words: list[Token]
    link: str


class Parsed(NamedTuple):
    """What a line gives as far as it looks like a dateline. Offsets in the whole text.

    ``ending`` is dash, colon, period, line (nothing follows on the line) or none.
    ``stated`` tells that brackets hold what has an agency's shape, known or not.
    """

    pieces: list[Piece]
    date: DateWords | None
    agencies: list[str]
    stated: bool
    ending: str
    end: int
    spaced_dash: bool


def is_name(inside: list[Token]) -> bool:
    """Whether tokens in a bracket may be the name of a place."""
    return all(
        t.text in ".,-'"
        or t.kind == "dash"
        or is_capital(t.text)
        or not is_cased(t.text)
        or fold(t.text) in CONNECTORS
        or fold(t.text) in AREA_WORDS
        for t in inside
        if t.kind != "number"
    ) and any(t.kind in ("word", "code") for t in inside)


def ending_of(text: str, rest: list[Token], end: int, limit: int, dated: bool) -> tuple[str, int, bool]:
    """How a dateline that reached ``end`` ends with the marks in ``rest``: (ending, end, dash between blanks)."""
    ending, spaced, marks = "none", False, 0
    for token in rest:
        if token.kind == "dash":
            spaced = spaced or (token.start > end and text[token.end : token.end + 1].isspace())
            ending, end = "dash", token.end
        elif token.text in ".:·" and marks == 0:
            ending, end = "colon" if token.text == ":" else "period", token.end
        else:
            break
        marks += 1
    if ending == "none" and dated and text[end - 1] == ".":
        ending = "period"
    if not rest[marks:] and limit - end < 3:
        ending = "line" if ending in ("none", "period") else ending
    return ending, end, spaced
