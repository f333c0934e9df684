"""What the dateline's parser gives."""

from __future__ import annotations

from typing import NamedTuple

from depeche.authority.places_fold import fold
from depeche.normalise.dateline_dates import DateWords
from depeche.normalise.dateline_lexer import Token, is_cased
from depeche.normalise.dateline_words import CONNECTORS


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
        or t.text[0].isupper()
        or not is_cased(t.text)
        or fold(t.text) in CONNECTORS
        for t in inside
        if t.kind != "number"
    ) and any(t.kind in ("word", "code") for t in inside)
