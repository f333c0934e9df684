"""Embargoes: words that forbid publication before an instant, and that instant in UTC.

Unreadable words still forbid: they are kept and the dispatch is withheld. Where an hour
lacks its zone, UTC is assumed and flagged; a day without hour ends with the day, so that
nothing is let out early.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from depeche.normalise.dateline_dates import complete, read_date
from depeche.normalise.dates import read_instant
from depeche.records import CleanDispatch

_WORD = re.compile(
    r"\bEMBARGO(?:ED|ES)?\b|\bSPERRFRIST\w*|\bGESPERRT BIS\b|\b(?:sous|unter|con|bajo) embargo\b|\bembargoed\b|حظر النشر",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:jusqu['’]|until|till|bis|hasta|fino|até|à \d|not (?:for|to be) (?:publi|release)|for release|حتى)|[:!]|\d",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:])(?:(\d{1,2})\s?(?:[:hH.]\s?(\d{2})?)(?::\d{2})?|(\d{2})(\d{2})(?=\s?(?:GMT|UTC|Z\b|h\b|heures|local))|(\d{1,2})\s?(?=[ap]\.?m\b|uhr|heures|h\b|noon))"
    r"\s*(?:uhr|heures|hrs?)?\s*([ap]\.?m\.?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\b(GMT|UTC|TU|Z|CET|MEZ|CEST|MESZ|EST|EDT|PST|PDT|BST)\b\s*([+-]\d{1,2})?")
_HOURS = {"CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7, "BST": 1}
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
    for line in lines:
        match = _WORD.search(line)
        if match is not None and _forbids(line, match):
            return read(line[match.start() :].strip()[:LONGEST], clean)
    return None


def _forbids(line: str, match: re.Match[str]) -> bool:
    """Whether this is an order to editors, not a story about an arms embargo."""
    after = line[match.end() : match.end() + 60]
    shouted = match.group().isupper() and not line.isupper()
    opens = not re.search(r"\w", line[: match.start()].strip("*=- (["))
    alone = opens and not re.search(r"\w", after)
    return alone or (bool(_ORDER.search(after)) and (shouted or opens) and bool(re.search(r"\d", after)))


def read(words: str, clean: CleanDispatch) -> Embargo:
    """The instant that an embargo's ``words`` name. Flag ``embargo_unreadable`` where there is none."""
    exact = read_instant(words)
    if exact is not None and exact.precision in ("second", "minute") and not exact.flags:
        return Embargo(exact.at, words, [])
    flags: list[str] = []
    found = _day(words, clean, flags)
    if found is None:
        return Embargo(None, words, ["embargo_unreadable"])
    day, rest = found
    clock = next((m for m in _CLOCK.finditer(rest) if _hour(m) is not None), None)
    hour = _hour(clock) if clock else None
    try:
        start = datetime(day.year, day.month, day.day, tzinfo=UTC)
        if hour is None:
            return Embargo(start + timedelta(days=1), words, [*flags, "embargo_day_only"])
        zone = _OFFSET.search(rest)
        shift = _HOURS.get(zone[1], 0) + int(zone[2] or 0) if zone else 0
        flags += [] if zone else ["embargo_zone_assumed"]
        return Embargo(start + timedelta(minutes=hour - 60 * shift), words, flags)
    except (ValueError, OverflowError):
        return Embargo(None, words, ["embargo_unreadable"])


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
