"""When a dispatch was issued, and which day it counts for.

Order of trust: the issue time that the metadata state, a wire's or a page's; the time line
that ends a teleprinter item; a dateline with day, month and year; the side-car's
``issued_at``, which is the word of who delivered it; a dateline without its year, for the
day alone, within RECENT days before the collection; the day of the collection. The agency's
own words come before those of others, and nothing of ours becomes ``issued_at``.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from depeche.instants import EARLIEST, FUTURE
from depeche.normalise.calendar.instants import Instant, read_instant
from depeche.normalise.calendar.trailer import trailer
from depeche.records import CleanDispatch, Dateline, Reject

# Stands for nothing, wherever it is stated.
_PLACEHOLDER = datetime(1970, 1, 1, tzinfo=UTC)
# Days before its collection within which a dateline without a year is taken for this one's.
RECENT = 60


class Issued(NamedTuple):
    """``basis`` is issued, dateline, sidecar or collected; ``day`` is the day it gives."""

    at: datetime | None
    text: str | None
    precision: str | None
    day: date
    basis: str
    flags: list[str]


class Beside(NamedTuple):
    """The times stated beside that of issue, in UTC; None where they are not, or cannot be."""

    created_at: datetime | None
    modified_at: datetime | None
    flags: list[str]


def stated(clean: CleanDispatch) -> tuple[Instant | None, list[str]]:
    """The issue time of the metadata, else of the item's last line, and flags.

    Raises Reject ``absurd_date`` or ``date_in_future``. Flags: ``timezone_unknown``,
    ``day_month_assumed``, ``issued_at_unreadable``, ``issued_at_placeholder`` (1970-01-01
    00:00 stands for nothing).
    """
    text = issued_words(clean)
    if text is None:
        return None, []
    instant = read_instant(text)
    if instant is None:
        return None, ["issued_at_unreadable"]
    if instant.at == _PLACEHOLDER:
        return None, ["issued_at_placeholder"]
    return _possible(instant, text, clean), list(instant.flags)


def delivered(clean: CleanDispatch) -> tuple[Instant | None, list[str]]:
    """The issue time of the side-car, and flags. Raises Reject as :func:`stated` does.

    Flags: ``sidecar_date_unreadable``, ``issued_at_placeholder``.
    """
    text = (clean.issued_at_hint or "").strip()
    if not text:
        return None, []
    instant = read_instant(text)
    if instant is None:
        return None, ["sidecar_date_unreadable"]
    if instant.at == _PLACEHOLDER:
        return None, ["issued_at_placeholder"]
    return _possible(instant, text, clean), list(instant.flags)


def beside(clean: CleanDispatch) -> Beside:
    """When the dispatch was created and last changed.

    Flags: ``created_at_unreadable``, ``modified_at_unreadable`` (or a time that cannot be).
    """
    created_at = _beside(clean.created_at_text, clean)
    modified_at = _beside(clean.modified_at_text, clean)
    wrong = {
        "created_at_unreadable": clean.created_at_text and created_at is None,
        "modified_at_unreadable": clean.modified_at_text and modified_at is None,
    }
    return Beside(created_at, modified_at, [flag for flag, is_so in wrong.items() if is_so])


def _beside(text: str | None, clean: CleanDispatch) -> datetime | None:
    instant = read_instant(text) if text else None
    if text is None or instant is None or instant.at == _PLACEHOLDER:
        return None
    try:
        return _possible(instant, text, clean).at
    except Reject:
        return None


def _possible(instant: Instant, text: str, clean: CleanDispatch) -> Instant:
    """``instant``, unless nothing can have happened to a dispatch then: raises Reject."""
    if instant.at.year < EARLIEST:
        raise Reject("absurd_date", f"issued {text.strip()[:40]!r}, before the first news agency")
    if instant.at - clean.collected_at > FUTURE:
        raise Reject(
            "date_in_future",
            f"issued {instant.at.isoformat()} but collected {clean.collected_at.isoformat()}; "
            "check the sender's clock or collected_at in the side-car",
        )
    return instant


def issued_words(clean: CleanDispatch) -> str | None:
    """The words that state the issue time, verbatim."""
    if clean.issued_at_text and clean.issued_at_text.strip():
        return clean.issued_at_text
    last = trailer(clean.text) if clean.format == "text" else None
    return last.text if last else None


def issued(
    clean: CleanDispatch,
    instant: Instant | None,
    dateline: Dateline | None,
    full: bool,
    hint: Instant | None = None,
) -> Issued:
    """The best date there is and what it was taken from.

    ``instant`` comes from :func:`stated`, ``hint`` from :func:`delivered`; ``full`` says that the dateline itself has day,
    month and year. Flags: ``dateline_in_future`` (not used), ``dates_disagree`` (dateline and
    issue time a week or more apart).
    """
    flags: list[str] = []
    day = _day_of(dateline)
    if day is not None and day - clean.collected_at.date() > FUTURE:
        flags.append("dateline_in_future")
        day = None
    if instant is not None:
        if full and day is not None and abs((instant.at.date() - day).days) >= 7:
            flags.append("dates_disagree")
        words = issued_words(clean)
        return Issued(instant.at, words, instant.precision, instant.at.date(), "issued", flags)
    if day is not None and full and day.year >= EARLIEST:
        at = datetime(day.year, day.month, day.day, tzinfo=UTC)
        words = clean.issued_at_text or (dateline.text if dateline else None)
        return Issued(at, words, "day", day, "dateline", flags)
    if hint is not None:
        return Issued(hint.at, clean.issued_at_hint, hint.precision, hint.at.date(), "sidecar", flags)
    collected = clean.collected_at.astimezone(UTC).date()
    if day is not None and (collected - day).days <= RECENT:
        # Which year is meant is as good as certain, though the agency does not say it.
        return Issued(None, clean.issued_at_text, None, day, "dateline", flags)
    return Issued(None, clean.issued_at_text, None, collected, "collected", flags)


def period(when: Issued, collected: date) -> tuple[date, date] | None:
    """First and last day of an issue date that is precise to the month or year only, none after ``collected``."""
    if when.at is None or when.precision not in ("month", "year"):
        return None
    first = when.day.replace(day=1)
    if when.precision == "year":
        first, after = (
            first.replace(month=1),
            date(first.year + 1, 1, 1) if first.year < date.max.year else date.max,
        )
    else:
        after = (first + timedelta(days=31)).replace(day=1)
    return first, max(first, min(after - timedelta(days=1), collected))


def _day_of(dateline: Dateline | None) -> date | None:
    if dateline is None or dateline.date is None or dateline.date_precision != "day":
        return None
    return date.fromisoformat(dateline.date)
