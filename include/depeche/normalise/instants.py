"""An instant from the words that state it, in UTC, as precisely as stated and no more.

A clock without its zone is not UTC: such a time counts as a day (flag ``timezone_unknown``).
Zones are read as offsets ("+0200", "UTC+2"), as abbreviations that mean one thing, as IANA
names and as a city's clock ("heure de Paris"). Sources: ISO 8601, RFC 2822, RFC 3339, IPTC
7901 (the time line ``DDHHMM [GMT] Mon YY``), IANA's time zone data (``zoneinfo``).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from depeche.authority.places_fold import fold
from depeche.normalise.dateline_calendar import MONTHS, full_year
from depeche.normalise.dateline_dates import DateWords, read_date

_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})\s?(?::|h\b|H\b|h(?=\d)|H(?=\d)|\.(?=\d))\s?(\d{2})?(?!\d)(?::(\d{2})(?!\d))?"
    r"(?:\s*(am|pm|a\.m\.|p\.m\.))?(?:\s*(?:Uhr|hrs?)\b)?",
    re.IGNORECASE,
)
# What may stand between a clock and its zone.
_GAP = r"[\s,(]*"
_OFFSET = re.compile(
    _GAP + r"(?:(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?([0-5]\d))?|(\+|(?<=\s)-)(\d{2}):?([0-5]\d))(?!\d)",
    re.IGNORECASE,
)
_IANA = re.compile(_GAP + r"([A-Z][a-z]+/[A-Z][A-Za-z_]+)")
_CITY = re.compile(
    _GAP
    + r"(?:(?:heure|hora|ora)\s(?:d['’]|de\s|di\s)?(?P<after>[\w ]{4,12}?)(?!\w)|(?P<before>[\w ]{4,12}?)(?:er)?\s(?:time|zeit)\b)",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(_GAP + r"([A-Z]{1,4})\b", re.IGNORECASE)
# Abbreviations that mean one thing in datelines and on pages; CST is Chicago's and Peking's.
_OFFSETS = {
    "Z": 0, "UTC": 0, "GMT": 0, "TU": 0, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "BST": 1, "WET": 0, "WEST": 1, "EET": 2, "EEST": 3,
    "MSK": 3, "JST": 9, "KST": 9,
}  # fmt: skip
_ZONES = {
    "et": "America/New_York", "pt": "America/Los_Angeles", "paris": "Europe/Paris", "madrid": "Europe/Madrid",
    "peninsular": "Europe/Madrid", "bruxelles": "Europe/Brussels", "brussels": "Europe/Brussels",
    "londres": "Europe/London", "london": "Europe/London", "berlin": "Europe/Berlin", "genève": "Europe/Zurich",
    "suisse": "Europe/Zurich", "wien": "Europe/Vienna", "roma": "Europe/Rome", "italiana": "Europe/Rome",
    "rome": "Europe/Rome", "moscou": "Europe/Moscow", "moscow": "Europe/Moscow", "new york": "America/New_York",
    "washington": "America/New_York", "montréal": "America/Montreal", "tokyo": "Asia/Tokyo",
    "beijing": "Asia/Shanghai", "pékin": "Asia/Shanghai", "lisboa": "Europe/Lisbon",
}  # fmt: skip
# 6/7/2016: the day first, as everywhere but in the United States; said where it cannot be seen.
_EITHER_ORDER = re.compile(
    r"(?!(\d{1,2})[-/]\1[-/])(0?[1-9]|1[0-2])([-/])(0?[1-9]|1[0-2])\3(\d{4}|\d\d)(?!\d)"
)
# Who writes the clock of the United States writes its dates: 7/6/2016 8:05 PM ET.
_AMERICAN = re.compile(r"\d\s?(?:[ap]\.?m\.?\s+)?\(?[ECMP][SD]?T\b", re.IGNORECASE)
_TRAILER = re.compile(
    r"(?:[A-Za-z]{2,8}\s+)?(?P<day>\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?P<zone>[A-Z]{1,4})?\s+"
    r"(?P<month>[^\W\d_]{3,10})\.?\s+(?P<year>\d{4}|\d\d)"
)
# Months of day-time groups that are everyday words in datelines ("des"), or no dateline's ("Maer" for "März").
_WIRE_MONTHS = {
    "maer": 3,
    "maj": 5,
    "des": 12,
    "desember": 12,
    "marts": 3,
    "januari": 1,
    "februari": 2,
    "augusti": 8,
}
# AP's end line, month first: "AP-WF-11-13-13 1509GMT", with or without the mark that ends it on the wire.
_AP_END = re.compile(
    r"[A-Z]{2,8}-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>\d\d)(?P<minute>\d\d)"
    r"\s?(?P<zone>[A-Z]{1,4})?<?"
)
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


class Trailer(NamedTuple):
    """The line with which a teleprinter item ends: ``AFP 310544 AOU 97`` (day, hour, minute, month, year),
    or AP's ``AP-WF-11-13-13 1509GMT``.
    """

    start: int
    text: str


def trailer(text: str) -> Trailer | None:
    """The time line at the very end of a wire text, or None. IPTC 7901 adds ``GMT``."""
    at = text.rstrip().rfind("\n") + 1
    line = text[at:].strip() if len(text) - at < 60 else ""
    match = _TRAILER.fullmatch(line)
    if (match is None and not _AP_END.fullmatch(line)) or (match and not _wire_month(match["month"])):
        return None
    return Trailer(at, line)


def _wire_month(name: str) -> int | None:
    return MONTHS.get(fold(name)) or _WIRE_MONTHS.get(fold(name))


def _of_trailer(text: str) -> Instant | None:
    match = _TRAILER.fullmatch(text)
    month = _wire_month(match["month"]) if match else None
    if match is None or month is None:
        match = _AP_END.fullmatch(text)
        month = int(match["month"]) if match else 0
    if match is None:
        return None
    year = full_year(int(match["year"]), len(match["year"]))
    moment = datetime(year, month or 0, int(match["day"]), int(match["hour"]), int(match["minute"]))  # noqa: DTZ001
    return _instant(moment.replace(tzinfo=zone_at(match["zone"] or "")), "minute")


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
            or _of_trailer(text)
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


def zone_at(rest: str) -> tzinfo | None:
    """The zone that stands at the head of ``rest``, what follows a clock; or None."""
    offset = _OFFSET.match(rest)
    if offset:
        sign, hours, minutes = offset[1] or offset[4], offset[2] or offset[5], offset[3] or offset[6]
        shift = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(-shift if sign == "-" else shift)
    iana = _IANA.match(rest)
    city = _CITY.match(rest)
    short = _ABBREVIATION.match(rest)
    name = (city["after"] or city["before"]).strip().lower() if city else short[1].lower() if short else ""
    if iana or name in _ZONES:
        try:
            return ZoneInfo(iana[1] if iana else _ZONES[name])
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None  # words that look like a zone's name
    if short and short[1].upper() in _OFFSETS:
        return timezone(timedelta(hours=_OFFSETS[short[1].upper()]))
    return None
