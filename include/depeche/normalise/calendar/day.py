"""The day that a date means where its words leave out the year, or the month too."""

from __future__ import annotations

from datetime import date, timedelta

from depeche.normalise.calendar.dates import DateWords


def complete(words: DateWords, near: date, later: int = 1) -> date | None:
    """The day meant by a date without year (or month): the last such day up to ``later`` days after ``near``.

    So a December dateline on a January item belongs to the old year. None where no such
    day exists, as 29 February without a leap year nearby. Figures in either order mean the day
    beside ``near``, where they do in one order only; else the day stands first.
    """
    if not words.possible:
        return None
    if words.year is not None and words.month is not None:
        day = _day(words.year, words.month, words.day)
        other = _day(words.year, words.day, words.month) if words.either else None
        return other if _beside(other, near) and not _beside(day, near) else day
    latest = near + timedelta(days=later)
    if words.month is not None:
        years = (near.year + 1, near.year, near.year - 1)
        days = [_day(year, words.month, words.day) for year in years]
    else:
        previous = near.replace(day=1) - timedelta(days=1)
        following = near.replace(day=28) + timedelta(days=4)
        days = [_day(m.year, m.month, words.day) for m in (following, near, previous)]
    return next((day for day in days if day is not None and day <= latest), None)


def _beside(day: date | None, near: date) -> bool:
    return day is not None and abs(day - near) <= timedelta(days=1)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
