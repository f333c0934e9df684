"""Embargoes: words that forbid publication before an instant, and that instant in UTC.

Unreadable words still forbid: they are kept and the dispatch is withheld. Where an hour
lacks its zone, UTC is assumed and flagged; a day without hour counts to its end.
Conventions: AFP's and EFE's ``EMBARGO jusqu'à / hasta …``, dpa's ``SPERRFRIST``, the "embargoed
until" and "hold for release" of English wires and press releases; NewsML's and ninjs' ``embargoed``
instants (IPTC).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from depeche.authority.places.fold import fold
from depeche.normalise.calendar.dates import read_date
from depeche.normalise.calendar.day import complete
from depeche.normalise.calendar.instants import read_instant
from depeche.normalise.calendar.names import WEEKDAYS
from depeche.normalise.calendar.zones import zone_at
from depeche.records import CleanDispatch

_WORD = re.compile(
    r"\bEMBARGO(?:ED|ES)?\b|\bEMBARGAD[OA]S?\b|\bSPERRFRIST\w*|\bGESPERRT BIS\b|\b(?:sous|unter|con|bajo|sotto|onder|sob) embargo\b|\bembargoed\b|حظر النشر|\bhold for release\b"
    r"|\b(?:not for (?:publication|release)|ne pas publier|no publicar|nicht veröffentlichen) (?:before|until|avant|antes|vor)\b",
    re.IGNORECASE,
)
# What may call for attention before the words.
_CALL = re.compile(
    r"(?:\W*\b(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N|URGENT|NOTE?|AVIS|STRICTLY|UNDER|STRICT)\b)*[*=/\s([:!–—-]*",
    re.IGNORECASE,
)
_HINTS = ("embarg", "sperrfrist", "gesperrt", "حظر", "publi", "release", "veröffentl")
_ORDER = re.compile(
    r"\b(?:before|avant|antes|vor|jusqu['’]|until|till|bis|hasta|fino|até|tot|à \d|not (?:for|to be) (?:publi|release)|for release|حتى)|[:!]|\d",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\W*(?:jusqu['’]|until|till|bis|hasta|fino|até|tot|حتى)|\s?\)", re.IGNORECASE)
# What an embargo of states is about; or how long it lasts: "Embargo until 2017: what Iran can buy".
_OF_STATES = re.compile(
    r"\s+(?:(?:sur|sobre|on|against|gegen|auf|contre|contra|su|op|tegen|of)\b|(?:until|jusqu['’]en|hasta|bis|fino al|até) (?:19|20)\d\d(?!\d|-))",
    re.IGNORECASE,
)
_INSTANT = re.compile(r"\d{8}T\d{4,6}(?:Z|[+-]\d{4})|\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)")
_TOMORROW = {fold(word) for word in ("demain", "tomorrow", "morgen", "mañana", "domani", "amanhã", "غدا")}
_CLOCK = re.compile(
    r"(?<![\d:])(?:(\d{1,2})\s?(?:[:hH.]\s?(\d{2})?)(?::\d{2})?|(\d{2})(\d{2})(?=\s?(?:GMT|UTC|Z\b|h\b|heures|local))|(\d{1,2})\s?(?=[ap]\.?m\b|uhr|heures|h\b|noon))"
    r"\s*(?:uhr|heures|hrs?)?\s*([ap]\.?m\.?)?",
    re.IGNORECASE,
)
# Anywhere behind the hour: "18:00 on Tuesday, GMT".
_ZONE = re.compile(r"\b(?:GMT|UTC|TU|Z|CET|MEZ|CEST|MESZ|EST|EDT|PST|PDT|BST)\b")
LONGEST = 200
LATEST_DAYS = 300


class Embargo(NamedTuple):
    """``until`` is None where ``text`` cannot be read; ``flags`` say so, or what was assumed."""

    until: datetime | None
    text: str
    flags: list[str]


def embargo(clean: CleanDispatch, lines: list[str]) -> Embargo | None:
    """The embargo of the metadata, else of ``lines`` (headline, advisory, first lines); or None."""
    stated = (clean.embargo_text or "").strip()
    if stated:
        return read(stated, clean)
    low = "\n".join(lines).lower()
    if not any(hint in low for hint in _HINTS):
        return None
    found = [
        read(line[match.start() :].strip()[:LONGEST], clean)
        for line in lines
        if (match := _WORD.search(line)) is not None and _forbids(line, match)
    ]
    return next((one for one in found if one.until is not None), found[0] if found else None)


def is_embargo(line: str) -> bool:
    """Whether ``line`` opens with the words of an embargo."""
    match = _WORD.search(line)
    return match is not None and _opens(line, match) and _forbids(line, match)


def _opens(line: str, match: re.Match[str]) -> bool:
    """Whether nothing but a call for attention stands before the words."""
    return _CALL.fullmatch(line, 0, match.start()) is not None


def _forbids(line: str, match: re.Match[str]) -> bool:
    """Whether this is an order to editors, not a story about an arms embargo."""
    after = line[match.end() : match.end() + 60]
    shouted = match.group().isupper() and not line.isupper()
    opens = _opens(line, match)
    if not match.group().isupper() and _OF_STATES.match(after):
        return False
    if opens and (not re.search(r"\w", after) or _UNTIL.match(after)):
        return True
    return bool(_ORDER.search(after)) and (shouted or opens) and bool(re.search(r"\d", after))


def read(words: str, clean: CleanDispatch) -> Embargo:
    """The instant that an embargo's ``words`` name. Flag ``embargo_unreadable`` where there is none."""
    for stated in (words, *_INSTANT.findall(words)):
        exact = read_instant(stated)
        if exact is not None and exact.precision in ("second", "minute") and not exact.flags:
            return Embargo(exact.at, words, [])
    flags: list[str] = []
    found = _day(words, clean, flags) or _same_day(words, clean, flags)
    try:
        until = _until(*found, flags) if found else None
    except (ValueError, OverflowError):
        until = None
    return Embargo(until, words, flags if until else ["embargo_unreadable"])


def _until(day: date, rest: str, flags: list[str]) -> datetime:
    """The instant on ``day`` by the clock that ``rest`` of the words gives; raises ValueError, OverflowError."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    clock = next((m for m in _CLOCK.finditer(rest) if _hour(m) is not None), None)
    minutes = _hour(clock) if clock else None
    if minutes is None:
        flags.append("embargo_day_only")
        return start + timedelta(days=1)
    named = _ZONE.search(rest)
    zone = zone_at(rest[clock.end() :]) if clock else None
    zone = zone or (zone_at(rest[named.start() :]) if named else None)
    if zone is None:
        flags.append("embargo_zone_assumed")
    return (start.replace(tzinfo=zone or UTC) + timedelta(minutes=minutes)).astimezone(UTC)


def _same_day(words: str, clean: CleanDispatch, flags: list[str]) -> tuple[date, str] | None:
    """An hour alone, or with a weekday or "tomorrow", means its next coming after the issue time,
    which has to be known.
    """
    issued = read_instant(clean.issued_at_text) if clean.issued_at_text else None
    named = {fold(word) for word in re.findall(r"[^\W\d_]+", words)}
    if issued is None or issued.precision == "day":
        return None
    if not any(_hour(match) is not None for match in _CLOCK.finditer(words)):
        return None
    day = issued.at.date()
    # Shorter names are everyday words too.
    weekdays = [WEEKDAYS[name] for name in named if name in WEEKDAYS and len(name) > 4]
    if len(weekdays) > 1:
        return None
    if weekdays:
        day += timedelta(days=(weekdays[0] - day.weekday()) % 7)
    elif named & _TOMORROW:
        day += timedelta(days=1)
    if _until(day, words, []) < issued.at:
        day += timedelta(days=7 if weekdays else 1)
    flags.append("embargo_day_assumed")
    return day, words


def _day(words: str, clean: CleanDispatch, flags: list[str]) -> tuple[date, str] | None:
    """The first date in ``words`` and the words without it."""
    issued = read_instant(clean.issued_at_text) if clean.issued_at_text else None
    near = (issued.at if issued else clean.collected_at).date()
    for match in re.finditer(r"(?<![^\W_])[^\W_]+", words):
        found = read_date(words, match.start())
        if found is None or found.month is None:
            continue
        if found.year is None:
            flags.append("embargo_year_assumed")
        try:
            day = complete(found, near, later=LATEST_DAYS)
        except (ValueError, OverflowError):
            return None
        if day is not None:
            return day, f"{words[: match.start()]} | {words[found.end :]}"
    return None


def _hour(match: re.Match[str]) -> int | None:
    """Minutes after midnight; None where the figures are no time of day."""
    hour = int(match[1] or match[3] or match[5])
    minute = int(match[2] or match[4] or 0)
    if match[6] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if match[6][0] in "pP" else 0)
    return hour * 60 + minute if (hour < 24 and minute < 60) or (hour, minute) == (24, 0) else None
