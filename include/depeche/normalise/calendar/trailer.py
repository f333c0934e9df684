"""The time line with which a teleprinter item ends, IPTC 7901's or AP's."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from depeche.authority.places.fold import fold
from depeche.normalise.calendar.names import MONTHS, full_year
from depeche.normalise.calendar.zones import zone_at

_TRAILER = re.compile(
    r"(?:[A-Za-z]{2,8}\s+)?(?P<day>\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?P<zone>[A-Z]{1,4})?\s+"
    r"(?P<month>[^\W\d_]{3,10})\.?\s+(?P<year>\d{4}|\d\d)"
)
# Months of day-time groups that are everyday words in datelines ("des"), or no dateline's ("Maer" for "März").
_WIRE_MONTHS = {
    "maer": 3, "maj": 5, "des": 12, "desember": 12, "marts": 3, "januari": 1, "februari": 2, "augusti": 8,
}  # fmt: skip
# AP's end line, month first: "AP-WF-11-13-13 1509GMT", with or without the mark that ends it on the wire.
_AP_END = re.compile(
    r"[A-Z]{2,8}-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>\d\d)(?P<minute>\d\d)"
    r"\s?(?P<zone>[A-Z]{1,4})?<?"
)


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
    return Trailer(at, line) if _read(line) else None


def moment_of(line: str) -> datetime | None:
    """The moment of a time line, with its zone where it states one; None where it is none. Raises ValueError."""
    found = _read(line)
    if found is None:
        return None
    match, month = found
    year = full_year(int(match["year"]), len(match["year"]))
    moment = datetime(year, month, int(match["day"]), int(match["hour"]), int(match["minute"]))  # noqa: DTZ001
    return moment.replace(tzinfo=zone_at(match["zone"] or ""))


def _read(line: str) -> tuple[re.Match[str], int] | None:
    """A time line's parts and its month."""
    match = _TRAILER.fullmatch(line) or _AP_END.fullmatch(line)
    if match is None:
        return None
    name = fold(match["month"])
    month = int(name) if name.isdigit() else MONTHS.get(name) or _WIRE_MONTHS.get(name)
    return None if month is None else (match, month)
