"""When a dispatch was issued, as stated, in UTC, as precisely as stated and no more.

Order of trust: the metadata's issue time; a dateline with day, month and year. A dateline without its year gives the day (not ``issued_at``) where that
day lies within RECENT days before the collection; else the day of the collection is used.
A time without an offset is read as UTC but counts as a day only (flag
``timezone_unknown``): the clock it was read from is not known.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_tz
from typing import NamedTuple
from zoneinfo import ZoneInfo

from depeche.authority.places_fold import fold
from depeche.normalise.dateline_dates import MONTHS, DateWords, full_year, read_date
from depeche.records import CleanDispatch, Dateline, Reject

# Before the first agency (Havas, 1835) there were no dispatches.
EARLIEST = 1800
FUTURE = timedelta(days=1)
# Days before its collection within which a dateline without a year is taken for this one's.
RECENT = 60

_TIME = re.compile(
    r"(?<![\d:.])(\d{1,2})(?::|h|H|\.)(\d{2})?(?::(\d{2}))?(?:\s*(am|pm|a\.m\.|p\.m\.))?"
    r"(?:\s*\(?(heure de Paris|hora de Madrid|UTC|GMT|[A-Z]{3,4}|Z)?\)?\s*([+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_OFFSETS = {
    "Z": 0, "UTC": 0, "GMT": 0, "TU": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "BST": 1, "WET": 0, "WEST": 1, "EET": 2,
    "EEST": 3, "MSK": 3, "JST": 9, "KST": 9,
}  # fmt: skip
_ZONES = {"HEURE DE PARIS": "Europe/Paris", "HORA DE MADRID": "Europe/Madrid"}
_TRAILER = re.compile(
    r"(?:[A-Z]{2,8}\s+)?(?P<day>\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?P<zone>GMT|Z|UTC)?\s+"
    r"(?P<month>[^\W\d_]{3,4})\.?\s+(?P<year>\d{4}|\d\d)"
)
_EPOCH = re.compile(r"1?\d{9}(\d{3})?")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


class Instant(NamedTuple):
    """An instant in UTC with its precision; ``flags`` say what was assumed."""

    at: datetime
    precision: str
    flags: tuple[str, ...] = ()


class Issued(NamedTuple):
    """``basis`` is issued, dateline or collected; ``day`` is the day it gives."""

    at: datetime | None
    text: str | None
    precision: str | None
    created_at: datetime | None
    day: date
    basis: str
    flags: list[str]


class Trailer(NamedTuple):
    """The line with which a teleprinter item ends: ``AFP 310544 AOU 97`` (day, hour, minute, month, year)."""

    start: int
    text: str


def trailer(text: str) -> Trailer | None:
    """The time line at the very end of a wire text, or None. IPTC 7901 adds ``GMT``."""
    at = text.rstrip().rfind("\n") + 1
    match = _TRAILER.fullmatch(text[at:].strip()) if len(text) - at < 60 else None
    if match is None or not MONTHS.get(fold(match["month"])):
        return None
    return Trailer(at, text[at:].strip())


def _of_trailer(text: str) -> Instant | None:
    match = _TRAILER.fullmatch(text)
    month = MONTHS.get(fold(match["month"])) if match else None
    if match is None or month is None:
        return None
    year = full_year(int(match["year"]), len(match["year"]))
    moment = datetime(year, month, int(match["day"]), int(match["hour"]), int(match["minute"]), tzinfo=UTC)
    return _instant(moment if match["zone"] else moment.replace(tzinfo=None), "minute")


def stated(clean: CleanDispatch) -> tuple[Instant | None, list[str]]:
    """The issue time of the metadata, else of the item's last line, and flags.

    Raises Reject ``absurd_date`` or ``date_in_future``. Flags: ``timezone_unknown``,
    ``issued_at_unreadable``, ``issued_at_placeholder`` (1970-01-01 00:00 stands for nothing).
    """
    text = issued_words(clean)
    if text is None:
        return None, []
    instant = read_instant(text)
    if instant is None:
        return None, ["issued_at_unreadable"]
    if instant.at.year < EARLIEST:
        raise Reject("absurd_date", f"issued {text.strip()[:40]!r}, before the first news agency")
    if instant.at == datetime(1970, 1, 1, tzinfo=UTC):
        return None, ["issued_at_placeholder"]
    if instant.at > clean.collected_at + FUTURE:
        raise Reject(
            "date_in_future",
            f"issued {instant.at.isoformat()} but collected {clean.collected_at.isoformat()}; "
            "check the sender's clock or collected_at in the side-car",
        )
    return instant, list(instant.flags)


def issued_words(clean: CleanDispatch) -> str | None:
    """The words that state the issue time, verbatim."""
    if clean.issued_at_text and clean.issued_at_text.strip():
        return clean.issued_at_text
    last = trailer(clean.text) if clean.format == "text" else None
    return last.text if last else None


def issued(clean: CleanDispatch, instant: Instant | None, dateline: Dateline | None, full: bool) -> Issued:
    """The best date there is and what it was taken from.

    ``instant`` comes from :func:`stated`; ``full`` says that the dateline itself has day,
    month and year. Flags: ``dateline_in_future`` (not used), ``created_at_unreadable``,
    ``dates_disagree`` (dateline and issue time a week or more apart).
    """
    flags: list[str] = []
    created = read_instant(clean.created_at_text) if clean.created_at_text else None
    if clean.created_at_text and created is None:
        flags.append("created_at_unreadable")
    day = _day_of(dateline)
    if day is not None and day > (clean.collected_at + FUTURE).date():
        flags.append("dateline_in_future")
        day = None
    created_at = created.at if created and created.at.year >= EARLIEST else None
    if instant is not None:
        if full and day is not None and abs((instant.at.date() - day).days) >= 7:
            flags.append("dates_disagree")
        return Issued(
            instant.at,
            issued_words(clean),
            instant.precision,
            created_at,
            instant.at.date(),
            "issued",
            flags,
        )
    if day is not None and full and day.year >= EARLIEST:
        at = datetime(day.year, day.month, day.day, tzinfo=UTC)
        words = clean.issued_at_text or (dateline.text if dateline else None)
        return Issued(at, words, "day", created_at, day, "dateline", flags)
    collected = clean.collected_at.astimezone(UTC).date()
    if day is not None and (collected - day).days <= RECENT:
        # Which year is meant is as good as certain, though the agency does not say it.
        return Issued(None, clean.issued_at_text, None, created_at, day, "dateline", flags)
    return Issued(None, clean.issued_at_text, None, created_at, collected, "collected", flags)


def _day_of(dateline: Dateline | None) -> date | None:
    if dateline is None or dateline.date is None or dateline.date_precision != "day":
        return None
    return date.fromisoformat(dateline.date)


def read_instant(text: str) -> Instant | None:
    """An instant from what metadata write: ISO 8601 in all forms, AFP's ``20231125T162741+0000``,
    RFC 2822, seconds since 1970, or words such as ``6 juillet 2016 à 18h30``. None where unreadable.
    """
    text = text.strip()
    if not text or len(text) > 120:
        return None
    try:
        return (
            _iso(text)
            or _of_trailer(text)
            or _epoch(text)
            or _partial(text)
            or _rfc2822(text)
            or _words(text)
        )
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> Instant | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= 10 and ":" not in text and "T" not in text.upper():
        return Instant(moment.replace(tzinfo=UTC), "day")
    minute = moment.second == 0 and not re.search(r"\d{2}:?\d{2}:?\d{2}(?!\d*[-:]\d{2}-)", text[10:])
    return _instant(moment, "minute" if minute else "second")


def _instant(moment: datetime, precision: str) -> Instant:
    if moment.tzinfo is None:
        return Instant(moment.replace(tzinfo=UTC), "day", ("timezone_unknown",))
    return Instant(moment.astimezone(UTC), precision)


def _epoch(text: str) -> Instant | None:
    match = _EPOCH.fullmatch(text)
    if match is None:
        return None
    return Instant(datetime.fromtimestamp(int(text) / (1000 if match[1] else 1), UTC), "second")


def _partial(text: str) -> Instant | None:
    month = _MONTH.fullmatch(text)
    if month:
        return Instant(datetime(int(month[1]), int(month[2]), 1, tzinfo=UTC), "month")
    if _YEAR.fullmatch(text):
        return Instant(datetime(int(text), 1, 1, tzinfo=UTC), "year")
    return None


def _rfc2822(text: str) -> Instant | None:
    parts = parsedate_tz(text)
    if parts is None or not re.match(r"(?:[A-Za-z]{3},?\s+)?\d{1,2} [A-Za-z]{3} \d{4} \d", text):
        return None
    moment = datetime(*parts[:6])  # noqa: DTZ001 - the zone is added below, where there is one
    if parts[9] is not None:
        moment = moment.replace(tzinfo=timezone(timedelta(seconds=parts[9])))
    return _instant(moment, "second" if text.count(":") > 1 else "minute")


def _words(text: str) -> Instant | None:
    for at, char in enumerate(text):
        begins = at == 0 or not text[at - 1].isalnum()
        if begins and (char.isdigit() or char.isalpha()):
            found = read_date(text, at)
            if found is not None and found.year is not None and found.month is not None:
                return _with_time(text, at, found)
    return None


def _with_time(text: str, start: int, found: DateWords) -> Instant:
    day = datetime(found.year or 1, found.month or 1, found.day, tzinfo=UTC)
    time = _TIME.search(text, found.end) or _TIME.search(text[:start])
    if time is None or int(time[1]) > 23 or int(time[2] or 0) > 59:
        return Instant(day, "day")
    hour = int(time[1])
    if time[4]:
        hour = hour % 12 + (12 if time[4][0] in "pP" else 0)
    moment = day.replace(hour=hour, minute=int(time[2] or 0), second=min(int(time[3] or 0), 59), tzinfo=None)
    zone = (time[5] or "").upper()
    if time[6]:
        moment = datetime.strptime(f"{moment.isoformat()}{time[6]}", "%Y-%m-%dT%H:%M:%S%z")
    elif zone in _ZONES:
        moment = moment.replace(tzinfo=ZoneInfo(_ZONES[zone]))
    elif zone in _OFFSETS:
        moment = moment.replace(tzinfo=timezone(timedelta(hours=_OFFSETS[zone])))
    return _instant(moment, "second" if time[3] else "minute")
