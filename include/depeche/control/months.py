"""The months of a backfill: which were asked for, which are done, and which runs are still to be made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from depeche.control.api import Run
from depeche.interval import IntervalError, period

State = Literal["done", "failed", "running", "waiting", "to do"]
UNDER_WAY = ("running", "waiting")
# On SQLite larger backfills have brought the scheduler down.
CHUNK_ON_SQLITE = 30
STATES: dict[str, State] = {"success": "done", "failed": "failed", "queued": "waiting"}


def months(first: str, last: str, today: date) -> list[date]:
    """The first days of the months from ``first`` to ``last``, each a month or a year, both included.

    Raises IntervalError, with what to write instead, for what is none, and for months to come.
    """
    for text, option in ((first, "--from"), (last, "--to")):
        period(text, option)
        if text.strip().count("-") > 1:
            raise IntervalError(f"{option} {text}: a backfill is of months; write {text.strip()[:7]}")
    start, end = period(first, "--from")[0], period(last, "--to")[1]
    if end <= start:
        raise IntervalError(f"--to {last} is before --from {first}: exchange them")
    final = (end - timedelta(days=1)).replace(day=1)
    if final > today:
        raise IntervalError(f"--to {last} is still to come: write {today:%Y-%m} at most")
    found = [start]
    while found[-1] < final:
        found.append(following(found[-1]))
    return found


def following(month: date) -> date:
    """The first day of the next month."""
    return (month + timedelta(days=31)).replace(day=1)


def states(runs: Iterable[Run], feed: str) -> dict[date, State]:
    """What became of each month that had a run for this feed: its last run counts."""
    found: dict[date, State] = {}
    for run in runs:
        if run.key and (not run.feeds or feed in run.feeds):
            found[period(run.key)[0]] = STATES.get(run.state, "running")
    return found


def spans(wanted: Sequence[date], most: int | None = None) -> list[tuple[date, date]]:
    """Months in a row as (first, last), of at most ``most`` months each."""
    found: list[list[date]] = []
    for month in wanted:
        if found and following(found[-1][-1]) == month and len(found[-1]) != most:
            found[-1].append(month)
        else:
            found.append([month])
    return [(span[0], span[-1]) for span in found]


def to_do(wanted: Sequence[date], state: Mapping[date, State], again: bool) -> list[date]:
    """Those of the months that need a run: not done and not under way; with ``again`` done ones too."""
    leave = UNDER_WAY if again else (*UNDER_WAY, "done")
    return [month for month in wanted if state.get(month) not in leave]
