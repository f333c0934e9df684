"""Dates, times and agencies of a dateline: the parts by which it is one, behind its places.

Every function reads what is next in a line, and says whether it did.
"""

from __future__ import annotations

from depeche.authority.places.fold import fold
from depeche.normalise.calendar.dates import DateWords, impossible_date, read_date
from depeche.normalise.calendar.names import WEEKDAYS
from depeche.normalise.dateline.agencies import agencies_in, bare, enclosed
from depeche.normalise.dateline.lexer import OPENING, Token, closing
from depeche.normalise.dateline.line import Line
from depeche.normalise.dateline.words import AGENCY_NAME, AGENCY_SHAPE, CONNECTORS, TIME


def anchor(line: Line, token: Token) -> bool:
    """A date, a time, or agencies without brackets; only after something to hang on."""
    if not line.pieces and not line.stated:
        return _opening_date(line, token)
    if line.date is None and not _inside_name(line, token):
        where = line.text, token.start, line.limit
        found = read_date(*where) or impossible_date(*where) or _lone_day(line, token)
        if found is not None:
            return line.take_date(found, found.end)
    if line.anchored:
        time = TIME.match(line.text, token.start, line.limit)
        if time:
            return line.advance(time.end())
    return token.kind == "word" and _bare_agencies(line, token)


def after_separator(line: Line) -> bool:
    """A separator with another date, time or agency behind it."""
    token = line.following
    if token is None or not (line.anchored or line.desk):
        return False
    separator = line.next
    line.at += 1
    if token.text in OPENING:
        close = closing(line.tokens, line.at)
        read = close is not None and bracketed_agencies(line, close)
    elif token.text == "/" and enclosed_agencies(line):
        read = True
    elif token.kind == "dash" and separator.kind != "dash":
        read = False
    else:
        read = anchor(line, token)
    if not read:
        line.at -= 1
    return read


def bracketed_agencies(line: Line, close: int) -> bool:
    """The agencies in the bracket that is next and closes at ``close``; unread where it holds something else."""
    content = line.text[line.next.end : line.tokens[close].start].strip()
    found = agencies_in(content, line.agency)
    if not found and not _has_shape(line, content, close):
        return False
    return line.take_agencies(found, line.tokens[close].end)


def bracketed_date(line: Line, close: int) -> bool:
    """A date, and nothing else, in the bracket that is next and closes at ``close``."""
    if line.date is not None or line.at + 1 == close:
        return False
    end = line.tokens[close].start
    found = read_date(line.text, line.tokens[line.at + 1].start, end)
    if found is None or line.text[found.end : end].strip(" .,"):
        return False
    return line.take_date(found, line.tokens[close].end)


def enclosed_agencies(line: Line) -> bool:
    """``MOSCOW, July 8. /TASS/.``, ``Le Caire - AFP - ``: agencies between two strokes or dashes."""
    token = line.next
    if not line.pieces or (token.kind == "dash" and line.anchored):
        return False
    found = enclosed(line.text, line.tokens, line.at, line.agency)
    if found is None:
        return token.text == "/" and _unknown_between_strokes(line)
    ids, close = found
    # A closing dash may be the dateline's own end.
    return line.take_agencies(ids, close.end if token.text == "/" else close.start)


def _unknown_between_strokes(line: Line) -> bool:
    """``LOS ANGELES, July 6, 2016 /PRNewswire/ --``: one that the authority does not know, behind a date and before a dash."""
    close = line.at + 1
    while close < len(line.tokens) and line.tokens[close].kind in ("word", "code"):
        close += 1
    if line.date is None or close == len(line.tokens) or line.tokens[close].text != "/":
        return False
    content = line.text[line.next.end : line.tokens[close].start]
    return _has_shape(line, content, close) and line.take_agencies([], line.tokens[close].end)


def _bare_agencies(line: Line, token: Token) -> bool:
    """``Bangladesh TT-AFP``, ``LONDON, July 6, Reuters``: agencies only, to the end or a dash."""
    dated = line.date is not None
    if not (line.anchored or line.pieces) or not (token.text[0].isupper() or dated):
        return False
    found = bare(line.text, line.tokens, line.at, dated, line.agency)
    return found is not None and line.take_agencies(found[0], found[1].end)


def _has_shape(line: Line, content: str, close: int) -> bool:
    """Whether an unknown agency may be in the bracket or between the strokes that close at ``close``."""
    if not _agency_position(line, close):
        return False
    dashed = line.date is not None and line.tokens[close + 1].kind == "dash"
    return AGENCY_SHAPE.fullmatch(content) is not None or (
        dashed and AGENCY_NAME.fullmatch(content) is not None
    )


def _agency_position(line: Line, close: int) -> bool:
    """Whether unknown initials stand where only an agency does: after a date, before a dash."""
    follows = line.tokens[close + 1] if close + 1 < len(line.tokens) else None
    if not line.pieces or follows is None:
        return False
    return follows.kind == "dash" or (follows.text in ".:" and line.date is not None)


def _opening_date(line: Line, token: Token) -> bool:
    """A date that opens the line: the whole line, as with Reuters' ISO dates, or before an agency's bracket."""
    if token.kind == "code" or token.text[0].islower():
        return False
    found = read_date(line.text, token.start, line.limit)
    if found is None or found.month is None:
        return False
    alone = found.is_full and not line.text[found.end : line.limit].strip()
    return (alone or _credited(line, found.end)) and line.take_date(found, found.end)


def _lone_day(line: Line, token: Token) -> DateWords | None:
    """The day of ``Londres, 24 (Havas)``: without a month or dot only before an agency's bracket."""
    if len(token.text) > 2 or not token.text.isdecimal() or not 1 <= int(token.text) <= 31:
        return None
    return DateWords(None, None, int(token.text), token.end) if _credited(line, token.end) else None


def _credited(line: Line, offset: int) -> bool:
    """Whether the next token from ``offset`` on opens a bracket with agencies."""
    opening = next((n for n, t in enumerate(line.tokens) if t.start >= offset), None)
    if opening is None or line.tokens[opening].text not in OPENING:
        return False
    close = closing(line.tokens, opening)
    inside = line.text[line.tokens[opening].end : line.tokens[close].start] if close else ""
    return bool(agencies_in(inside.strip(), line.agency))


def _inside_name(line: Line, token: Token) -> bool:
    """Whether a word that could be a month or weekday belongs to a place: Santo Domingo, Río de Janeiro."""
    before = line.before
    if token.kind != "word" or line.anchored or before is None or before.kind != "word":
        return False
    return fold(token.text) in WEEKDAYS or fold(before.text) in CONNECTORS
