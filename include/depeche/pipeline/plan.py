"""Which batches are still to publish."""

from __future__ import annotations

from collections.abc import Sequence

from depeche import lake
from depeche.ingest import feeds, of_other_days, rawstore
from depeche.ingest.feeds import Feed
from depeche.interval import Interval
from depeche.settings import Settings


def plan(
    settings: Settings,
    feed_ids: Sequence[str] | None = None,
    interval: Interval | None = None,
) -> list[str]:
    """References of the batches that were never published, oldest first.

    With ``interval`` (first day, day after the last) those that come from the folders of other days
    are left to the runs about them: of runs side by side each does its own.
    """
    done = lake.published(settings)
    batches = [batch for batch in rawstore.batches(settings) if batch not in done]
    if feed_ids is not None:
        batches = [batch for batch in batches if rawstore.feed_of(batch) in set(feed_ids)]
    if interval is not None:
        known = feeds.load(settings.feeds)
        batches = [batch for batch in batches if not _of_other_days(settings, batch, known, interval)]
    return batches


def _of_other_days(settings: Settings, batch: str, known: dict[str, Feed], interval: Interval) -> bool:
    feed = known.get(rawstore.feed_of(batch))
    names = (ref.name for ref in rawstore.refs(settings, batch))
    return feed is not None and of_other_days(feed, names, interval)
