"""Where a text's dateline is: the first lines, tried one after another, until one reads as a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from depeche.authority import Authority
from depeche.authority.places.fold import fold
from depeche.normalise.calendar.dates import read_date
from depeche.normalise.calendar.names import MONTHS, WEEKDAYS
from depeche.normalise.dateline.above import LONGEST_ABOVE, may_follow
from depeche.normalise.dateline.agencies import Lookup
from depeche.normalise.dateline.judge import judge, skip
from depeche.normalise.dateline.lexer import is_cased
from depeche.normalise.dateline.parse import parse
from depeche.normalise.dateline.parsed import Parsed
from depeche.normalise.dateline.places import PlaceWords, place_words
from depeche.normalise.dateline.words import ABOARD, AREA_WORDS, CONNECTORS, TELEPRINTER

# Lines at the top that may come before the dateline.
LINES = 6
# Characters within which a dateline shows itself.
HEAD = 160
# What ends the place words: a bracket, a figure, a separator between blanks. These two begin with a set
# of characters, which Python looks for fast, and ask afterwards what stood before.
_SIGN = re.compile(r"[(\[（\d|–—―_/-](?:(?<!-)|(?<=\s-)|(?=[A-Z\s-]))")
# "New Delhi: The ministry": words with capitals and a colon open the text.
_PLACE_COLON = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2} ?: [A-ZÀ-Þ\"«“]")
_AGENCY_SIGN = re.compile(
    r"[(\[（–—|/-](?:(?<=[(\[（])[^()\n]{2,40}[)\]）]|(?<=\s[-–—|])\s[^-–—|\n]{2,20}\s[-–—|]"
    r"|(?<=/)[^/\n]{2,20}/|(?<=[^\W\d_]-)[A-Z])"
)
# Words of a dateline that are not written as names are.
_SMALL = CONNECTORS | AREA_WORDS | WEEKDAYS.keys() | MONTHS.keys()
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`´-][^\W\d_]+)*")
# White space and ornaments before a line's first word.
_BULLET = re.compile(r"\s*(?:[—–*•·■►]\s+)?")


class Found(NamedTuple):
    """A dateline in a text: the parse, its place words, and the rule that accepted it."""

    parsed: Parsed
    words: PlaceWords
    start: int
    rule: str


def find(text: str, headline: str | None, authority: Authority, agency: Lookup) -> Found | None:
    """The dateline at the very beginning of ``text``, or None. Never a sentence."""
    header: Found | None = None
    above: list[str] = []
    for start, end in _lines(text):
        printer = TELEPRINTER.fullmatch(text[start:end].rstrip())
        if printer and header is None:
            header = _header(printer, start, agency)
            continue
        head = min(end, start + HEAD)
        if _promising(text, start, head):
            # Below what may be a sentence, only agencies beside a place make a dateline.
            strict = bool(above) and not may_follow(above, headline)
            found = None
            if not strict or _AGENCY_SIGN.search(text, start, head):
                found = _try(text, start, end, authority, agency)
            if found is not None and (not strict or (found.parsed.stated and found.words.named)):
                return found
        line = text[start:end].rstrip()
        if len(line) > LONGEST_ABOVE:
            break
        above.append(line)
    return header


def read(text: str, start: int, end: int, authority: Authority, agency: Lookup) -> tuple[Parsed, PlaceWords]:
    """What the line ``text[start:end]`` gives as far as it looks like a dateline, and its names of places."""
    parsed = parse(text, start, end, agency)
    return parsed, place_words(text, parsed.pieces, authority.places, agency)


def _promising(text: str, start: int, end: int) -> bool:
    """Cheaply: whether the words before the first sign may all be of a dateline's place."""
    if start == 0 and _PLACE_COLON.match(text):
        return True
    sign = _SIGN.search(text, start, end)
    if sign is None:
        return False
    words = _FIRST_WORD.findall(text, start, sign.start())
    if not words or words[0].isupper() or ABOARD.match(text, start):
        return True
    small = (fold(word).partition(" ")[0] for word in words[1:] if word.islower() and is_cased(word))
    return all(word in _SMALL for word in small)


def _try(text: str, start: int, end: int, authority: Authority, agency: Lookup) -> Found | None:
    if text[start] == "(":
        enclosed = _in_brackets(text, start, end, authority, agency)
        if enclosed is not None:
            return enclosed
    parsed, words = read(text, start, end, authority, agency)
    rule = judge(text, parsed, words, authority)
    if rule == "agency_only":
        return _after_agency(text, Found(parsed, words, start, rule), end, authority, agency)
    return None if rule is None else Found(parsed, words, start, rule)


def _in_brackets(text: str, start: int, end: int, authority: Authority, agency: Lookup) -> Found | None:
    """``(New York, NY - October 21)``: places and date, and nothing else, between brackets."""
    close = text.find(")", start, min(end, start + 80))
    if close < 0:
        return None
    parsed, words = read(text, start + 1, close, authority, agency)
    day = parsed.date
    if day is None and parsed.ending == "dash":
        day = read_date(text, skip(text, parsed.end), close)
    if day is None or not words.named or text[max(parsed.end, day.end) : close].strip():
        return None
    return Found(parsed._replace(date=day, end=close + 1), words, start, "date")


def _header(printer: re.Match[str], start: int, agency: Lookup) -> Found:
    """A teleprinter item without a dateline of its own: its header names the agency at least."""
    name = agency(printer["agency"])
    parsed = Parsed([], None, [name] if name else [], True, "line", start + printer.end(), False)
    return Found(parsed, PlaceWords([], None, False, False, False), start, "teleprinter")


def _after_agency(text: str, found: Found, end: int, authority: Authority, agency: Lookup) -> Found:
    """``(ANSA) - ROMA, 6 LUG - ``: the places may follow the agency."""
    start = skip(text, found.parsed.end)
    parsed, words = read(text, start, end, authority, agency)
    if judge(text, parsed, words, authority) in ("agency", "date", "place_dash"):
        both = parsed._replace(agencies=[*found.parsed.agencies, *parsed.agencies])
        return Found(both, words, found.start, "agency")
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at, seen = 0, 0
    while at < len(text) and seen < LINES:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        bullet = _BULLET.match(text, at, end)
        stripped = bullet.end() if bullet else at
        if stripped < end:
            seen += 1
            yield stripped, end
        at = end + 1


def body_offset(text: str, found: Found) -> int:
    """Where the body starts: after the dateline and the blanks behind it."""
    at = found.parsed.end
    while at < len(text) and text[at].isspace():
        at += 1
    return at
