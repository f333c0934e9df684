"""A backfill of one feed: starting it, following it to its end, holding it and giving it up."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date

from depeche.control.api import DAG, Airflow, Backfill, Unanswered
from depeche.control.months import CHUNK_ON_SQLITE, UNDER_WAY, State, spans, states, to_do
from depeche.control.using import AirflowError, Using
from depeche.records import Record

POLL = 2.0
# A scheduler that was just started reads the DAGs first; one that is started again is away for a while.
PATIENCE = 120.0


class Standing(Record, frozen=True, kw_only=True):
    """How it stands: the state of each of its months. ``backfill`` is None where Airflow has none of the feed."""

    feed: str
    backfill: Backfill | None
    months: dict[date, State]

    def count(self, state: State) -> int:
        """Months in this state."""
        return sum(found == state for found in self.months.values())

    @property
    def under_way(self) -> bool:
        """Whether a month is running or waits for its turn."""
        return any(state in UNDER_WAY for state in self.months.values())

    @property
    def open(self) -> bool:
        """Whether Airflow has not closed the backfill, which it does a while after its last run."""
        return self.backfill is not None and self.backfill.completed_at is None


Tell = Callable[[Standing], None]


def run(
    airflow: Airflow,
    using: Using,
    feed: str,
    wanted: Sequence[date],
    *,
    again: bool = False,
    at_once: int = 1,
    wait: bool = True,
    tell: Tell | None = None,
) -> Standing:
    """Make runs of the months that are not done, and follow them.

    Can be killed and called again: a backfill of the feed that is under way is followed, then
    the rest is started. One backfill at a time, that is Airflow's rule; where it needs several
    (months done in between, or at most 30 on SQLite), one follows the other. Raises AirflowError.
    """
    if using.on_sqlite and at_once > 1:
        raise AirflowError(
            "Airflow's metadata are in SQLite, which does not survive several runs at once: leave --at-once out, "
            "or put them in PostgreSQL"
        )
    _ready(airflow)
    _no_other(airflow, feed)
    now = follow(airflow, feed, wanted, tell)
    chunks = spans(to_do(wanted, now.months, again), CHUNK_ON_SQLITE if using.on_sqlite else None)
    if chunks:
        follow(airflow, feed, wanted, tell, closed=True)
    if len(chunks) > 1 and not wait:
        raise AirflowError(f"it takes {len(chunks)} backfills, one after the other: leave --detach out")
    for at, (first, last) in enumerate(chunks, 1):
        airflow.create(feed, first, last, at_once=at_once)
        if wait:
            now = follow(airflow, feed, wanted, tell, closed=at < len(chunks))
    return now if wait else standing(airflow, feed, wanted)


def standing(airflow: Airflow, feed: str, wanted: Sequence[date]) -> Standing:
    """How the months of the feed stand."""
    found = states(airflow.runs(), feed)
    own = [backfill for backfill in airflow.backfills() if backfill.feeds == [feed]]
    return Standing(
        feed=feed,
        backfill=own[-1] if own else None,
        months={month: found.get(month, "to do") for month in wanted},
    )


def latest(airflow: Airflow, feed: str | None = None) -> Backfill:
    """The last backfill, of the feed where one is named. Raises AirflowError where there is none."""
    found = [
        backfill
        for backfill in airflow.backfills()
        if backfill.feeds and (feed is None or backfill.feeds == [feed])
    ]
    if not found:
        of = f" of {feed}" if feed else ""
        raise AirflowError(f"no backfill{of} was started yet: depeche backfill run FEED --from … --to …")
    return found[-1]


def change(airflow: Airflow, verb: str, feed: str | None = None) -> Backfill:
    """``pause``, ``unpause`` or ``cancel`` the last backfill. Raises AirflowError where it has ended."""
    backfill = latest(airflow, feed)
    if backfill.completed_at:
        raise AirflowError(
            f"the last backfill, of {backfill.feeds[0]} from {backfill.first:%Y-%m} to {backfill.last:%Y-%m}, "
            "has ended: depeche backfill status"
        )
    return airflow.change(backfill, verb)


def follow(
    airflow: Airflow, feed: str, wanted: Sequence[date], tell: Tell | None = None, *, closed: bool = False
) -> Standing:
    """Tell how it stands until none of its months is under way; with ``closed``, until Airflow has closed it too.

    Airflow may be away for a while. Raises AirflowError where it stays away.
    """
    since = time.monotonic()
    while True:
        try:
            now = standing(airflow, feed, wanted)
            since = time.monotonic()
            if tell:
                tell(now)
            if not (now.open if closed else now.under_way):
                return now
        except Unanswered:
            if time.monotonic() - since > PATIENCE:
                raise
        time.sleep(POLL)


def _no_other(airflow: Airflow, feed: str) -> None:
    for other in airflow.backfills():
        if not other.completed_at and other.feeds != [feed]:
            raise AirflowError(
                f"a backfill of {', '.join(other.feeds) or 'all feeds'} from {other.first:%Y-%m} to "
                f"{other.last:%Y-%m} is under way, and Airflow runs one at a time: wait for it "
                "(depeche backfill status), or give it up (depeche backfill cancel)"
            )


def _ready(airflow: Airflow) -> None:
    deadline = time.monotonic() + PATIENCE
    while (paused := airflow.is_paused()) is None:
        if time.monotonic() > deadline:
            raise AirflowError(f"Airflow does not know the DAG {DAG}: bin/airflow dags list-import-errors")
        time.sleep(POLL)
    if paused:
        raise AirflowError(f"the DAG {DAG} is paused, so its runs would wait for ever: unpause it first")
