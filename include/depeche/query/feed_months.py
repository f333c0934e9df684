"""What the archive has of a feed, month by month, what it should have, and how long a dispatch takes."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import NamedTuple

from depeche.authority.agencies import seed as agency_seed
from depeche.catalog import NoLake
from depeche.query.coverage import holidays_of
from depeche.query.coverage_expected import judge
from depeche.query.run import connect
from depeche.settings import Settings

DAYS_SQL = """
SELECT issue_date, count(DISTINCT dispatch_id)
FROM dispatch_revisions WHERE feed_id = $feed AND issue_date_basis <> 'collected' GROUP BY ALL ORDER BY ALL
"""
# Of the feed's own batches where there are any, else of all: seconds of one worker.
SPEED_SQL = """
SELECT sum(seconds) / sum(taken) FROM batches WHERE taken > 0
GROUP BY feed_id = $feed ORDER BY feed_id = $feed DESC LIMIT 1
"""


class FeedMonth(NamedTuple):
    """Dispatches that are there, and how many the months around lead to expect: None where they tell nothing."""

    present: int
    expected: float | None


def feed_months(
    settings: Settings, feed: str, agency: str | None
) -> tuple[dict[date, FeedMonth], float | None]:
    """Each month from the first to the last with dispatches, and seconds of a worker for one dispatch.

    Judged as the coverage report does, with the feed as the series. Nothing and None where there
    is no lake yet.
    """
    try:
        con = connect(settings)
    except NoLake:
        return {}, None
    with closing(con):
        days = dict(con.execute(DAYS_SQL, {"feed": feed}).fetchall())
        speed = con.execute(SPEED_SQL, {"feed": feed}).fetchone()
    countries = {each.agency_id: each.country for each in agency_seed.read(settings.authority).agencies}
    years = range(min(days).year, max(days).year + 1) if days else range(0)
    known = holidays_of(countries.get(agency or ""), years) if days else set()
    judged, _ = judge(days, known)
    found = {each.month: FeedMonth(each.present, each.expected) for each in judged}
    return found, speed[0] if speed else None
