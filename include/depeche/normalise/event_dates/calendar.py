"""Weeks, months, seasons and years, and thirds of them, as first and last day.

Parts are thirds: days 1–10, 11–20 and 21 to the end of a month, four months of a year.
Seasons are the meteorologists' (spring is March to May), of the northern half.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Days = tuple[date, date]


def whole_month(year: int, month: int) -> Days:
    """The first to the last day."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def season_of(year: int, season: int) -> Days:
    """Spring (0), summer (1), autumn (2), or the winter (3) that begins in the year."""
    if season == 3:
        return date(year, 12, 1), whole_month(year + 1, 2)[1]
    return date(year, 3 + 3 * season, 1), whole_month(year, 5 + 3 * season)[1]


def unit_days(unit: str, step: int, as_of: date) -> Days:
    """The week, weekend, month or year that is ``step`` after that of ``as_of``."""
    if unit in ("week", "weekend"):
        monday = as_of - timedelta(days=as_of.weekday()) + timedelta(weeks=step)
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    if unit == "month":
        months = as_of.year * 12 + as_of.month - 1 + step
        return whole_month(months // 12, months % 12 + 1)
    return date(as_of.year + step, 1, 1), date(as_of.year + step, 12, 31)


def third(days: Days, unit: str, part: str | None) -> Days:
    """The first, middle or last third of a week, month or year; all of it without ``part``."""
    first, last = days
    if part is None or unit == "weekend":
        return days
    if unit == "year":
        begin = {"start": 1, "middle": 5, "end": 9}[part]
        return date(first.year, begin, 1), whole_month(first.year, begin + 3)[1]
    length = {"week": 2, "month": 10}[unit]
    if part == "start":
        return first, first + timedelta(days=length - 1)
    if part == "end":
        return (first + timedelta(days=20) if unit == "month" else last - timedelta(days=1)), last
    return first + timedelta(days=length), (
        first + timedelta(days=19) if unit == "month" else last - timedelta(days=2)
    )


def far(days: Days, as_of: date) -> int:
    """Days between, those to come double; 0 within."""
    return max((as_of - days[1]).days, (days[0] - as_of).days * 2, 0)
