"""The zone that stands behind a clock: an offset ("+0200", "UTC+2"), an abbreviation that means one thing,
an IANA name ("Europe/Paris") or a city's clock ("heure de Paris").
"""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

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
