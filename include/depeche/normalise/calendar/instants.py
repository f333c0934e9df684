"""An instant from the words that state it, in UTC, as precisely as stated and no more.

A clock without its zone is not UTC: such a time counts as a day (flag ``timezone_unknown``).
Zones are read in ``zones``, the time line of a teleprinter item in ``trailer``. Sources: ISO 8601,
RFC 2822, RFC 3339, IPTC 7901 (the time line ``DDHHMM [GMT] Mon YY``), IANA's time zone data (``zoneinfo``).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from typing import NamedTuple

from depeche.authority.places.fold import fold
from depeche.normalise.calendar.dates import DateWords, read_date
from depeche.normalise.calendar.names import MONTHS
from depeche.normalise.calendar.trailer import moment_of
from depeche.normalise.calendar.zones import zone_at

_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})\s?(?::|h\b|H\b|h(?=\d)|H(?=\d)|\.(?=\d))\s?(\d{2})?(?!\d)(?::(\d{2})(?!\d))?"
    r"(?:\s*(am|pm|a\.m\.|p\.m\.))?(?:\s*(?:Uhr|hrs?)\b)?",
    re.IGNORECASE,
)
# 6/7/2016: the day first, as everywhere but in the United States; said where it cannot be seen.
_EITHER_ORDER = re.compile(
    r"(?!(\d{1,2})[-/]\1[-/])(0?[1-9]|1[0-2])([-/])(0?[1-9]|1[0-2])\3(\d{4}|\d\d)(?!\d)"
)
# Who writes the clock of the United States writes its dates: 7/6/2016 8:05 PM ET.
_AMERICAN = re.compile(r"\d\s?(?:[ap]\.?m\.?\s+)?\(?[ECMP][SD]?T\b", re.IGNORECASE)
_EPOCH = re.compile(r"1?\d{9}(\d{3})?(?:\.\d+)?")
# ISO 8601's figures without its T: "20160706123015", "201607061230Z".
_FIGURES = re.compile(r"((?:1[89]|20)\d\d[01]\d[0-3]\d)([0-2]\d[0-5]\d(?:[0-5]\d)?)(Z|[+-]\d{4})?")
# The Unix date: "Wed Jul  6 12:30:15 CEST 2016".
_UNIX = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d\d:\d\d(?::\d\d)?)((?: (?:[A-Z]{1,5}|[+-]\d{4}))?) (\d{4})"
)
_IDEOGRAPHS = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_MONTH_WORDS = re.compile(r"([^\W\d_]{3,10})\.?,?\s(\d{4})")
_HYPHENED = re.compile(r"(\d{1,2})-([^\W\d_]{3,10})-(\d{4}|\d\d)(?!\d)")


class Instant(NamedTuple):
    """An instant in UTC with its precision; ``flags`` say what was assumed."""

    at: datetime
    precision: str
    flags: tuple[str, ...] = ()


def read_instant(text: str) -> Instant | None:
    """An instant from what metadata write: ISO 8601 in all forms, AFP's ``20231125T162741+0000``,
    RFC 2822, seconds since 1970, or words such as ``6 juillet 2016 à 18h30``. None where unreadable.
    """
    text = text.strip()
    if not text or len(text) > 120:
        return None
    try:
        return (
            _figures(text)
            or _iso(text)
            or _of_time_line(text)
            or _epoch(text)
            or _partial(text)
            or (None if _UNIX.fullmatch(text) else _rfc2822(text))
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


def _of_time_line(text: str) -> Instant | None:
    moment = moment_of(text)
    return _instant(moment, "minute") if moment else None


def _epoch(text: str) -> Instant | None:
    match = _EPOCH.fullmatch(text)
    if match is None:
        return None
    seconds = int(text.partition(".")[0]) / (1000 if match[1] else 1)
    return Instant(datetime.fromtimestamp(seconds, UTC), "second")


def _figures(text: str) -> Instant | None:
    match = _FIGURES.fullmatch(text)
    return _iso(f"{match[1]}T{match[2]}{match[3] or ''}") if match else None


def _partial(text: str) -> Instant | None:
    month = _MONTH.fullmatch(text)
    if month:
        return Instant(datetime(int(month[1]), int(month[2]), 1, tzinfo=UTC), "month")
    if _YEAR.fullmatch(text):
        return Instant(datetime(int(text), 1, 1, tzinfo=UTC), "year")
    words = _MONTH_WORDS.fullmatch(text)
    number = MONTHS.get(fold(words[1])) if words else None
    if words and number:
        return Instant(datetime(int(words[2]), number, 1, tzinfo=UTC), "month")
    return None


def _rfc2822(text: str) -> Instant | None:
    parts = parsedate_tz(text)
    shape = r"(?:[A-Za-z]{3},?\s+)?(?:\d{1,2} [A-Za-z]{3} \d{4}|[A-Za-z]{3} +\d{1,2}) [\d:]+"
    rest = r"( [+-]\d{4}| (?:[A-Z]{1,2}|GMT|UTC|[ECMP][SD]T))?(?: \d{4})?(?: \([^)]*\))?"
    match = re.fullmatch(shape + rest, text)
    if parts is None or match is None:
        return None
    moment = datetime(*parts[:6])  # noqa: DTZ001 - the zone is added below, where there is one
    if match[1] and parts[9] is not None:
        moment = moment.replace(tzinfo=timezone(timedelta(seconds=parts[9])))
    return _instant(moment, "second" if text.count(":") > 1 else "minute")


def _words(text: str) -> Instant | None:
    text = _HYPHENED.sub(r"\1 \2 \3", _IDEOGRAPHS.sub(r"\1-\2-\3 ", _UNIX.sub(r"\2 \1 \5 \3\4", text)))
    for at, char in enumerate(text):
        begins = at == 0 or not text[at - 1].isalnum()
        if begins and (char.isdigit() or char.isalpha()):
            found = read_date(text, at)
            if found is not None and found.year is not None and found.month is not None:
                either = _EITHER_ORDER.match(text, at)
                if either and _AMERICAN.search(text):
                    found = found._replace(month=int(either[2]), day=int(either[4]))
                instant = _with_time(text, at, found)
                return instant._replace(flags=(*instant.flags, *(("day_month_assumed",) if either else ())))
    return None


def _with_time(text: str, start: int, found: DateWords) -> Instant:
    day = datetime(found.year or 1, found.month or 1, found.day, tzinfo=UTC)
    clock = _CLOCK.search(text, found.end)
    rest = text[clock.end() :] if clock else ""
    if clock is None:
        clock = _CLOCK.search(text[:start])
        rest = text[clock.end() : start] if clock else ""
    if (
        clock is None
        or int(clock[1]) > 23
        or int(clock[2] or 0) > 59
        or not (clock[2] or clock[4] or "h" in clock[0].lower())
    ):
        return Instant(day, "day")
    hour = int(clock[1])
    if clock[4]:
        hour = hour % 12 + (12 if clock[4][0] in "pP" else 0)
    moment = day.replace(hour=hour, minute=int(clock[2] or 0), second=min(int(clock[3] or 0), 59))
    return _instant(moment.replace(tzinfo=zone_at(rest)), "second" if clock[3] else "minute")
