"""Which days a run is about: a partition key or parameters in, an interval out.

A scheduled or backfilled run has a partition key (``2016-07-06``, ``2016-07`` or ``2016``); a run
started by hand has parameters ``first`` and ``last``, or neither. This is the one place that
turns them into days.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

Interval = tuple[date, date]


class IntervalError(ValueError):
    """A key or parameter says no period; the message says what to write instead."""


def resolve(partition_key: str | None = None, parameters: Mapping[str, Any] | None = None) -> Interval | None:
    """The run's days as (first day, day after the last); None means everything pending.

    ``parameters`` may hold ``first`` and ``last``, each a day, month or year, both inclusive
    (one of them alone is that period), and ``whole_feeds``: true where a partition only names
    the run, which looks through the whole of every feed. Other parameters are ignored.

    Raises IntervalError for what is no period, for a ``last`` before ``first``, and where a
    run has both a key and ``first`` or ``last``.
    """
    parameters = parameters or {}
    first, last = (_text(parameters, name) for name in ("first", "last"))
    if partition_key:
        if first or last:
            raise IntervalError(
                f"the run has the partition {partition_key} and parameters first={first}, last={last}: "
                "give a partition key, or first and last, not both"
            )
        days = period(partition_key, "partition key")
        return None if parameters.get("whole_feeds") else days
    if not first and not last:
        return None
    start = period(first or last or "", "first")[0]
    end = period(last or first or "", "last")[1]
    if end <= start:
        raise IntervalError(f"last={last} is before first={first}: exchange them")
    return start, end


def period(text: str, what: str = "period") -> Interval:
    """The days of a year, month or day as (first day, day after the last). Raises IntervalError."""
    found = _PERIOD.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError("not in this form")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        start = date(year, month or 1, day or 1)
        if day:
            return start, start + timedelta(days=1)
        return start, date(year + 1, 1, 1) if month in (None, 12) else date(year, month + 1, 1)
    except (ValueError, OverflowError) as error:
        raise IntervalError(
            f"{what} {text!r} is no period ({error}): write a day, month or year, "
            "such as 2016-07-06, 2016-07 or 2016"
        ) from None


def _text(parameters: Mapping[str, Any], name: str) -> str | None:
    value = parameters.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise IntervalError(f"{name}={value!r}: write text such as '2016-07-06', '2016-07' or '2016'")
    return value
