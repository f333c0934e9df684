"""Planning a backfill: month by month what the feed has, what the archive has and should have, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from depeche.ingest import says_days
from depeche.ingest.drop.volumes import volumes
from depeche.ingest.feeds import Feed
from depeche.pipeline.collect import declared
from depeche.query.feed_months import FeedMonth, feed_months
from depeche.records import Record
from depeche.settings import Settings, SettingsError


class PlannedMonth(Record, frozen=True, kw_only=True):
    """A month. ``files`` and ``bytes`` in the feed, None where only its server could tell.

    ``present`` dispatches in the archive, ``expected`` by the months around (None where they tell nothing).
    """

    month: date
    files: int | None
    bytes: int | None
    present: int
    expected: float | None


class Plan(Record, frozen=True, kw_only=True):
    """A backfill that was not begun. ``hours`` is None where nothing of the kind was ever archived."""

    feed: str
    months: list[PlannedMonth]
    hours: float | None


def plan_backfill(settings: Settings, feed_id: str, months: Sequence[date]) -> Plan:
    """Look, without taking anything. Raises SettingsError where the feed cannot be backfilled."""
    feed = check_backfill(settings, feed_id)
    there, seconds = feed_months(settings, feed.id, feed.agency)
    in_feed = volumes(feed, months)
    planned = []
    for month in months:
        volume, known = in_feed[month], there.get(month, FeedMonth(0, None))
        planned.append(
            PlannedMonth(
                month=month,
                files=volume.files if volume else None,
                bytes=volume.bytes if volume else None,
                present=known.present,
                expected=known.expected,
            )
        )
    return Plan(feed=feed.id, months=planned, hours=_hours(planned, seconds, settings.processes))


def check_backfill(settings: Settings, feed_id: str) -> Feed:
    """The feed, if it is enabled and says which days its deliveries are of. Raises SettingsError."""
    feed = declared(settings, feed_id)
    if not feed.enabled:
        raise SettingsError(f"{feed.declared_at}: the feed {feed.id} is not enabled; write enabled: true")
    if not says_days(feed):
        raise SettingsError(
            f"{feed.declared_at}: the feed {feed.id} says no days, so no month of it can be told from another; "
            'name its dated folders, such as dated: "%Y-%m", or take the whole feed: the night does'
        )
    return feed


def _hours(months: Sequence[PlannedMonth], seconds: float | None, processes: int) -> float | None:
    """Wall time on all workers, at the speed of the archive's own batches."""
    told = [(month.present, month.bytes) for month in months if month.present and month.bytes]
    octets = sum(size for _, size in told)
    share = sum(present for present, _ in told) / octets if octets else None
    dispatches = [_dispatches(month, share) for month in months]
    if seconds is None or None in dispatches:
        return None
    return sum(each or 0.0 for each in dispatches) * seconds / processes / 3600


def _dispatches(month: PlannedMonth, share: float | None) -> float | None:
    """How many a month will give: by its bytes where it is known how many a byte gives, else what is expected."""
    if month.bytes == 0:
        return 0.0
    return month.bytes * share if month.bytes and share else month.expected
