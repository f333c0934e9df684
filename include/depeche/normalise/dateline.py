"""The dateline: where and when a dispatch was filed, and by which agency.

Sources of the forms: datelines as AFP, Reuters, AP, dpa, EFE, ANSA, Xinhua and their
predecessors print them. A line is called a dateline only on evidence: agencies in
brackets, a date before a dash or at the line's end, or a known place set in capitals
before a dash. What metadata state is reconciled with it; disagreement is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from depeche.authority import Authority
from depeche.authority.places_fold import fold
from depeche.instants import EARLIEST
from depeche.normalise.dateline_above import LONGEST_ABOVE, may_follow
from depeche.normalise.dateline_agencies import Lookup
from depeche.normalise.dateline_calendar import MONTHS, WEEKDAYS
from depeche.normalise.dateline_dates import DateWords, read_date
from depeche.normalise.dateline_day import complete
from depeche.normalise.dateline_judge import judge, skip
from depeche.normalise.dateline_lexer import is_cased
from depeche.normalise.dateline_metadata import from_metadata, reconcile
from depeche.normalise.dateline_parse import parse
from depeche.normalise.dateline_parsed import Parsed
from depeche.normalise.dateline_places import PlaceWords, place_words
from depeche.normalise.dateline_words import ABOARD, AREA_WORDS, CONNECTORS, TELEPRINTER
from depeche.normalise.places import resolve
from depeche.records import CleanDispatch, Dateline

# Lines at the top that may come before the dateline.
LINES = 6
# Characters within which a dateline shows itself.
HEAD = 160
# What ends the place words: a bracket, a figure, a separator between blanks.
_SIGN = re.compile(r"[(\[（\d|]|\s?[–—―_]|\s-|-[A-Z\s-]|/")
# "New Delhi: The ministry": words with capitals and a colon open the text.
_PLACE_COLON = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2} ?: [A-ZÀ-Þ\"«“]")
_AGENCY_SIGN = re.compile(
    r"[(\[（][^()\n]{2,40}[)\]）]|\s[-–—|]\s[^-–—|\n]{2,20}\s[-–—|]|/[^/\n]{2,20}/|[^\W\d_]-[A-Z]"
)
# Days on which agencies that are gone were at work.
EARLIER = (date(1985, 1, 1), date(1935, 1, 1), date(1900, 1, 1))
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


def dateline(
    clean: CleanDispatch, issued: date | None, language: str | None, authority: Authority
) -> tuple[Dateline | None, int, list[str]]:
    """``(dateline, body, flags)``; ``body`` is the offset in ``clean.text`` at which the body starts.

    ``issued`` gives the year where the dateline has none; without it ``collected_at`` does
    (flag ``dateline_year_guessed``). Other flags: ``dateline_disagrees`` (words against
    metadata), ``dateline_unread`` (the format's own field holds something else),
    ``dateline_date_absurd`` (no such day, or before the first agency: no date).
    """
    near = issued or clean.collected_at.date()
    agency = _agency_of(authority, near, dated=issued is not None)
    flags: list[str] = []
    inside = find(clean.text, clean.headline, authority, agency)
    body = body_offset(clean.text, inside) if inside else 0
    stated: Dateline | None = None
    printed: DateWords | None = None
    if clean.dateline_text and clean.dateline_text.strip():
        stated, printed = _of_field(clean.dateline_text, near, clean, authority, agency)
        body = body if inside is not None and not clean.text[: inside.start].strip() else 0
        if stated.rule == "unread":
            flags.append("dateline_unread")
    elif inside is not None:
        printed = inside.parsed.date
        stated = _build(clean.text, inside, near, clean, authority, offsets=True)
    if printed is not None and _absurd(printed):
        flags.append("dateline_date_absurd")
    metadata = from_metadata(clean, authority.places)
    best, disagreements = reconcile(stated, metadata)
    flags += disagreements
    if best is not None and issued is None and best.date and (metadata is None or metadata.date is None):
        used = inside if stated is not None and stated.start is not None else None
        words = used.parsed.date if used else None
        if words is None or not words.is_full:
            flags.append("dateline_year_guessed")
    return best, body, flags


def byline_of(clean: CleanDispatch, found: Dateline | None, authority: Authority) -> str | None:
    """The author printed inside the dateline, verbatim; None where there is none."""
    if found is None or found.start is None or _opens_with_place(found):
        return None
    agency = _agency_of(authority, clean.collected_at.date(), dated=False)
    parsed = parse(clean.text, found.start, found.end or found.start, agency)
    return place_words(clean.text, parsed.pieces, authority.places, agency).byline


def _opens_with_place(found: Dateline) -> bool:
    """ "MADRID, 9 Ene": nothing is before the place, nor are its letters the author's ("Sofia Miller Sofia")."""
    place = found.places[0].text if found.places else ""
    text = found.text or ""
    return bool(place) and text.startswith(place) and not text[len(place) :].lstrip()[:1].isalnum()


def find(text: str, headline: str | None, authority: Authority, agency: Lookup) -> Found | None:
    """The dateline at the very beginning of ``text``, or None. Never a sentence."""
    header: Found | None = None
    strict = False
    above: list[str] = []
    for start, end in _lines(text):
        printer = TELEPRINTER.fullmatch(text[start:end].rstrip())
        if printer and header is None:
            header = _header(printer, start, agency)
            continue
        if _promising(text, start, min(end, start + HEAD), strict):
            found = _try(text, start, end, authority, agency)
            if found is not None and (not strict or (found.parsed.stated and found.words.named)):
                return found
        line = text[start:end].rstrip()
        if len(line) > LONGEST_ABOVE:
            break
        # Below what may be a sentence, only agencies beside a place make a dateline.
        above.append(line)
        strict = not may_follow(above, headline)
    return header


def _promising(text: str, start: int, end: int, strict: bool) -> bool:
    """Cheaply: whether the words before the first sign may all be of a dateline's place."""
    if start == 0 and _PLACE_COLON.match(text):
        return True
    sign = _SIGN.search(text, start, end)
    if sign is None or (strict and not _AGENCY_SIGN.search(text, start, end)):
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
    parsed = parse(text, start, end, agency)
    words = place_words(text, parsed.pieces, authority.places, agency)
    rule = judge(text, parsed, words, authority)
    if rule == "agency_only":
        return _after_agency(text, Found(parsed, words, start, rule), end, authority, agency)
    return None if rule is None else Found(parsed, words, start, rule)


def _in_brackets(text: str, start: int, end: int, authority: Authority, agency: Lookup) -> Found | None:
    """``(New York, NY - October 21)``: places and date, and nothing else, between brackets."""
    close = text.find(")", start, min(end, start + 80))
    if close < 0:
        return None
    parsed = parse(text, start + 1, close, agency)
    words = place_words(text, parsed.pieces, authority.places, agency)
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
    parsed = parse(text, start, end, agency)
    words = place_words(text, parsed.pieces, authority.places, agency)
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


def _absurd(words: DateWords) -> bool:
    """Whether these words of a date name no day of the calendar, or one before there were agencies."""
    return not words.possible or (words.year is not None and words.year < EARLIEST)


def _of_field(
    field: str, near: date, clean: CleanDispatch, authority: Authority, agency: Lookup
) -> tuple[Dateline, DateWords | None]:
    """The dateline of the format's own field, and its words of a date."""
    text = " ".join(field.split())
    parsed = parse(text, 0, len(text), agency)
    words = place_words(text, parsed.pieces, authority.places, agency)
    if not words.places and not words.undated and not parsed.stated and parsed.date is None:
        return Dateline(
            text=field.strip(), start=None, end=None, places=[], date=None, date_precision=None, agencies=[],
            rule="unread",
        ), None  # fmt: skip
    found = Found(parsed, words, 0, "field")
    built = _build(text, found, near, clean, authority, offsets=False)
    return Dateline(
        text=field.strip(), start=None, end=None, places=built.places, date=built.date,
        date_precision=built.date_precision, agencies=built.agencies, rule="field",
    ), parsed.date  # fmt: skip


def _build(
    text: str, found: Found, near: date, clean: CleanDispatch, authority: Authority, offsets: bool
) -> Dateline:
    parsed = found.parsed
    day = complete(parsed.date, near) if parsed.date and not _absurd(parsed.date) else None
    home = next((c for c in map(authority.places.domestic, parsed.agencies) if c), None)
    stated = clean.location.country if clean.location else None
    hint = authority.places.country(stated) if stated else None
    printed = text[found.start : parsed.end].rstrip()
    return Dateline(
        text=printed,
        start=found.start if offsets else None,
        end=found.start + len(printed) if offsets else None,
        places=resolve(found.words.places, authority.places, home, hint),
        date=day.isoformat() if day else None,
        date_precision="day" if day else None,
        agencies=list(dict.fromkeys(parsed.agencies)),
        rule=found.rule,
    )


def _agency_of(authority: Authority, on: date, dated: bool = True) -> Lookup:
    """Names to ids. Where the dispatch's own date is not known, agencies of earlier times count too."""
    seen: dict[str, str | None] = {}
    days = [on] if dated else [on, *EARLIER]

    def agency(name: str) -> str | None:
        if name not in seen:
            hits = (authority.agencies.word(name, day) for day in days)
            hit = next((found for found in hits if found is not None), None)
            seen[name] = hit.agency.agency_id if hit else None
        return seen[name]

    return agency
