"""The dateline's grammar: a line of tokens to places, date, agencies and where the body begins.

    dateline  = [note] [author | desk codes] [places] {date | time | agencies | separator} [end]
    places    = place {("," | "/" | "and") place} | "aboard" words | "UNDATED"
    place     = words ["(" place ")"]
    agencies  = "(" agency {("/" | "," | "-" | " ") agency} ")" | agency after a date
    end       = dash | "." dash | ":" | end of line

The parser only collects; :mod:`depeche.normalise.dateline.judge` judges whether the evidence
is enough to call the line a dateline. What stands behind the places is read in ``dateline/anchors.py``.
"""

from __future__ import annotations

from depeche.authority.places.fold import fold
from depeche.normalise.dateline.agencies import Lookup
from depeche.normalise.dateline.anchors import (
    after_separator,
    anchor,
    bracketed_agencies,
    bracketed_date,
    enclosed_agencies,
)
from depeche.normalise.dateline.lexer import OPENING, Token, closing, is_capital, is_cased
from depeche.normalise.dateline.line import Line
from depeche.normalise.dateline.parsed import Parsed, Piece, is_name
from depeche.normalise.dateline.words import AREA_WORDS, CONNECTORS, JOINERS

MOST_WORDS = 14
# Scripts without capitals give no sign where a name ends.
MOST_UNCASED = 6
# Tokens of a place in brackets.
MOST_ENCLOSED = 8


def parse(text: str, start: int, end: int, agency: Lookup) -> Parsed:
    """Collect a dateline from the line ``text[start:end]``. ``agency`` gives the id of an agency's name."""
    line = Line(text, start, end, agency)
    _skip_notes(line)
    while line.at < len(line.tokens) and _step(line, line.next):
        pass
    return line.parsed()


def _skip_notes(line: Line) -> None:
    """Notes in brackets before the places: ``(PM2037)``, ``(añade un cambio)``."""
    while line.at < len(line.tokens) and line.next.text in OPENING:
        close = closing(line.tokens, line.at)
        if close is None or bracketed_agencies(line, close):
            return
        line.advance(line.tokens[close].end)


def _step(line: Line, token: Token) -> bool:
    """Read what is next; False where the dateline ends before it."""
    if token.text in OPENING:
        return _bracket(line)
    if token.kind in ("word", "number", "code"):
        return anchor(line, token) or _word(line, token)
    if token.kind == "dash":
        return after_separator(line) or enclosed_agencies(line) or _desk_dash(line)
    if token.text in ",،;":
        return after_separator(line) or _separate(line, "comma")
    if token.text == "/":
        return enclosed_agencies(line) or after_separator(line) or _separate(line, "slash")
    if token.text in ".·":
        return after_separator(line) or _abbreviation(line)
    return _quote(line, token)


def _word(line: Line, token: Token) -> bool:
    """A word of a place, or "and" between two."""
    if line.anchored or (token.kind != "word" and line.opening_agency() is None):
        return False
    key = fold(token.text)
    if key in JOINERS and line.pieces and line.link != "and" and _joins(line):
        return _separate(line, "and")
    if not (
        line.aboard
        or is_capital(token.text)
        or not is_cased(token.text)
        or key in CONNECTORS
        or (key in AREA_WORDS and line.words > 0)
        # Desk codes of any case.
        or line.opening_agency() is not None
    ):
        return False
    line.words += 1
    if line.words > (MOST_WORDS if is_cased(token.text) else MOST_UNCASED):
        return False
    if line.link != "inside":
        line.pieces.append(Piece([], line.link))
        line.link = "inside"
    line.pieces[-1].words.append(token)
    return line.advance(token.end)


def _joins(line: Line) -> bool:
    """Whether ``and`` stands between two names rather than inside one."""
    following = line.following
    return following is not None and following.kind == "word" and following.text[0].isupper()


def _separate(line: Line, link: str) -> bool:
    """What is next between two names, or a stroke before them all or between desk codes."""
    if line.anchored:
        return False
    if line.pieces and not (link == "slash" and line.opening_agency() is not None):
        line.link = link
    elif link != "slash":
        return False
    return line.advance(line.next.end)


def _bracket(line: Line) -> bool:
    """Agencies, a date or the place's country in brackets."""
    close = closing(line.tokens, line.at)
    if close is None:
        return False
    if bracketed_agencies(line, close) or bracketed_date(line, close):
        return True
    inside = line.tokens[line.at + 1 : close]
    if line.anchored or not line.pieces or not inside or len(inside) > MOST_ENCLOSED or not is_name(inside):
        return False
    line.pieces.append(Piece([t for t in inside if t.kind in ("word", "code")], "bracket"))
    line.link = "comma"
    return line.advance(line.tokens[close].end)


def _desk_dash(line: Line) -> bool:
    """``EFE - Cantabria Lisboa``: a dash right after the agency that opens the line."""
    if line.anchored or line.desk or len(line.pieces) != 1 or len(line.pieces[0].words) > 2:
        return False
    line.desk = line.opening_agency()
    return line.desk is not None and line.advance(line.next.end)


def _abbreviation(line: Line) -> bool:
    """The dot of ``St.``, ``Calif.``; or one before a bracket or date."""
    before, following = line.before, line.following
    if line.anchored or not line.pieces or following is None or before is None:
        return False
    if following.kind == "dash" or before.kind != "word" or len(before.text) > 6:
        return False
    return line.advance(line.next.end)


def _quote(line: Line, token: Token) -> bool:
    """Quotation marks around a ship's name."""
    if not line.aboard or line.anchored or token.text not in "«»“”„\"'":
        return False
    if line.pieces:
        line.pieces[-1].words.append(token)
    return line.advance(token.end)
