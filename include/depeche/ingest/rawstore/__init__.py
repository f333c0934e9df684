"""The raw store: every payload as delivered, kept for ever, found again by its ``raw_uri``.

``raw/<feed_id>/<time>-<number>.warc.gz``, one file a batch. What feeds deliver is taken and
counted here; ``rawstore.write`` writes it and ``rawstore.read`` gives it back.
"""

from __future__ import annotations

import logging
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

from depeche.ingest.delivery import (
    Delivery,
    Done,
    Evidence,
    Item,
    Left,
    Memory,
    Postponed,
    Source,
    Trouble,
    Unchanged,
    Visit,
)
from depeche.ingest.rawstore.batches import batch_of, batches, feed_of
from depeche.ingest.rawstore.index import Index
from depeche.ingest.rawstore.lock import FeedBusy, locked
from depeche.ingest.rawstore.read import Reader, find, read, read_many, refs, verify
from depeche.ingest.rawstore.warcfile import OutsideLost, RawStoreError
from depeche.ingest.rawstore.write import RawWriter
from depeche.records import Tally
from depeche.settings import Settings

log = logging.getLogger(__name__)

__all__ = [
    "FeedBusy",
    "OutsideLost",
    "RawStoreError",
    "Reader",
    "batch_of",
    "batches",
    "feed_of",
    "find",
    "ingest_deliveries",
    "read",
    "read_many",
    "refs",
    "verify",
]

Progress = Callable[[str, int], None]


def ingest_deliveries(
    feed_id: str,
    deliveries: Iterable[Item] | Callable[[Memory], Iterable[Item]],
    settings: Settings,
    now: datetime,
    progress: Progress | None = None,
) -> Tally:
    """Bring deliveries into the raw store. Gives the tally of the stage ``ingest``.

    ``deliveries`` may be a function of the feed's memory, which tells what need not be read
    or asked for again. ``now`` is when a payload was collected whose side-car does not say.
    ``progress(name, size)`` is called for each. Raises FeedBusy where another process
    ingests the feed for over ``settings.lock_seconds``, ValueError for a bad feed id or a
    naive ``now``, OSError where the raw store cannot be written, and the error of a Trouble
    among the items, when everything else is stored.
    """
    if not re.fullmatch("[a-z0-9-]+", feed_id):
        raise ValueError(f"feed id {feed_id!r}: takes a-z, 0-9 and hyphens only")
    if now.tzinfo is None:
        raise ValueError(f"now ({now}) has no time zone")
    with locked(feed_id, settings), Index(settings) as index:
        with RawWriter(feed_id, settings, index, now) as writer:
            run = _Run(feed_id, index, writer, progress)
            items = deliveries(run) if callable(deliveries) else deliveries
            for item in items:
                run.take(item)
        tally = run.tally()
        if run.trouble:
            run.trouble.add_note(f"stored before: {tally}")
            raise run.trouble
        return tally


class _Run:
    """One ingest of one feed: what it remembers, and what became of its items."""

    def __init__(self, feed_id: str, index: Index, writer: RawWriter, progress: Progress | None) -> None:
        self._feed_id = feed_id
        self._index = index
        self._writer = writer
        self._progress = progress
        self.trouble: Exception | None = None
        self._counts = {"taken": 0, "accepted": 0, "quarantined": 0, "known": 0}
        self._reasons: dict[str, int] = {}
        self._postponed: dict[str, int] = {}
        self._left: Counter[str] = Counter()
        self._began = time.perf_counter()

    def seen(self, source: Source) -> int | None:
        """See Index.seen."""
        return self._index.seen(self._feed_id, source)

    def visit(self, url: str) -> Visit | None:
        """See Index.visit."""
        return self._index.visit(self._feed_id, url)

    def waiting(self) -> list[Visit]:
        """See Index.waiting."""
        return self._index.waiting(self._feed_id)

    def take(self, item: Item) -> None:
        """Store a delivery, or note what needs no storing."""
        if isinstance(item, Done | Visit):
            self._writer.settle(item)
            return
        if isinstance(item, Evidence):
            self._writer.keep(item)
            return
        if isinstance(item, Left):
            self._left.update(item.causes)
            return
        if isinstance(item, Trouble):
            self.trouble = item.error
            return
        if isinstance(item, Postponed):
            log.warning("%s: %s, %s; the next run asks again", item.name, item.reason, item.detail)
            self._postponed[item.reason] = self._postponed.get(item.reason, 0) + 1
            return
        if isinstance(item, Unchanged):
            if not item.payloads:
                return  # a side-car
            self._count("known", item.payloads)
        else:
            self._count(self._store(item))
        if self._progress:
            self._progress(item.name, item.size)

    def tally(self) -> Tally:
        """What became of the deliveries. Raises AssertionError where they do not add up."""
        return Tally(
            stage="ingest",
            seconds=time.perf_counter() - self._began,
            reasons=self._reasons,
            postponed=self._postponed,
            left=dict(self._left),
            taken=self._counts["taken"],
            accepted=self._counts["accepted"],
            quarantined=self._counts["quarantined"],
            known=self._counts["known"],
        ).check()

    def _count(self, outcome: str, count: int = 1) -> None:
        self._counts["taken"] += count
        self._counts[outcome] += count

    def _store(self, delivery: Delivery) -> str:
        if not self._writer.add(delivery):
            return "known"
        if delivery.refused is None:
            return "accepted"
        reason = delivery.refused[0]
        self._reasons[reason] = self._reasons.get(reason, 0) + 1
        return "quarantined"
