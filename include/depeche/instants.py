"""The times that machines write, read without trust: servers, feeds, archives and formats may state nonsense.

What agencies print and state in words besides is ``normalise/calendar/instants.py``'s.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

# Before the first agency (Havas, 1835) there were no dispatches.
EARLIEST = 1800
# How far a clock may be ahead of ours.
FUTURE = timedelta(days=1)


def read_instant(written: str | None) -> datetime | None:
    """The instant that ISO 8601 or RFC 822 words say, in UTC where they say their offset, else naive.

    None where they say none, or one that no calendar holds in UTC (``0001-01-01T00:00:00+01:00``).
    """
    if not written:
        return None
    try:
        instant = _parsed(written)
        return instant.astimezone(UTC) if instant.tzinfo else instant
    except (ValueError, OverflowError):
        return None


def in_words(instant: datetime) -> str:
    """An instant of UTC as APIs write it, ``2016-07-06T20:00:00Z``; sorts as time does."""
    return instant.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _parsed(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written.strip())
    except ValueError:
        return parsedate_to_datetime(written)
