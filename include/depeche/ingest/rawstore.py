"""The raw store: every payload as delivered, kept for ever, found again by its ``raw_uri``.

``raw/<feed_id>/<time>-<number>.warc.gz``, one file a batch. A payload is written aside,
the file is synced and renamed when complete, and then entered in the index: killed at any
point, the next run finds complete files only, enters what is missing, and takes the rest
of the delivery again.
"""

from __future__ import annotations

import logging
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from depeche.ingest import index as indexes
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
from depeche.ingest.feedlock import FeedBusy, locked
from depeche.ingest.index import Index
from depeche.ingest.rawread import Reader, batch_of, batches, feed_of, find, read, read_many, refs, verify
from depeche.ingest.warcfile import SUFFIX, OutsideLost, RawStoreError
from depeche.ingest.warcwriter import Writer
from depeche.records import Tally
from depeche.settings import Settings
from depeche.storage import Place

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

# Bytes of payload after which a WARC file is complete, whatever its number of items.
FILE_BYTES = 128 * 1024 * 1024
# Files and URLs done are entered at the latest after this many, however little came of them.
SETTLED_AT_ONCE = 5000
# The sub-folder of what is no payload: exchanges, and files whose bytes are not in their pieces.
EXCHANGES = "exchanges"
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)

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
        with _Run(feed_id, settings, index, now, progress) as run:
            items = deliveries(run) if callable(deliveries) else deliveries
            for item in items:
                run.take(item)
        tally = run.tally()
        if run.trouble:
            run.trouble.add_note(f"stored before: {tally}")
            raise run.trouble
        return tally


class _Run:
    """One ingest of one feed: the file being written and what was counted."""

    def __init__(
        self, feed_id: str, settings: Settings, index: Index, now: datetime, progress: Progress | None
    ) -> None:
        self._feed_id = feed_id
        self._settings = settings
        self._index = index
        self._now = now.astimezone(UTC)
        self._progress = progress
        self._folder = settings.raw / feed_id
        self._aside = settings.raw_state / feed_id
        self._writer: Writer | None = None
        self._keys: set[bytes] = set()  # of the file being written
        self._pages = 0
        self._number = 0
        self._settled: list[Done | Visit] = []
        self._evidence: Writer | None = None
        self._wholes: set[str] = set()  # what was kept there of files whose pieces are payloads
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
            self._settled.append(item)
            if len(self._settled) >= SETTLED_AT_ONCE:
                self._complete()
            return
        if isinstance(item, Evidence):
            self._beside().keep(item)
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
        seconds = time.perf_counter() - self._began
        return Tally(
            stage="ingest",
            seconds=seconds,
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
        key = indexes.key(delivery)
        if key in self._keys or self._index.holds(key):
            return "known"
        if self._writer is None:
            self._writer = self._open(self._folder)
        page = bool(PAGE.search(delivery.open().read(1024).replace(b"\0", b"")))
        collected_at = (delivery.collected_at or self._now).astimezone(UTC)
        if delivery.whole and delivery.whole.sha256 not in self._wholes:
            self._wholes.add(delivery.whole.sha256)
            self._beside().keep_whole(delivery.whole, collected_at)
        self._writer.add(delivery, collected_at)
        self._keys.add(key)
        self._pages += page
        if (
            len(self._keys) >= self._settings.wire_batch
            or self._pages >= self._settings.page_batch
            or self._writer.payload_bytes >= FILE_BYTES
        ):
            self._complete()
        if delivery.refused is None:
            return "accepted"
        reason = delivery.refused[0]
        self._reasons[reason] = self._reasons.get(reason, 0) + 1
        return "quarantined"

    def _beside(self) -> Writer:
        """The file of what is no payload."""
        if self._evidence is None:
            self._evidence = self._open(self._folder / EXCHANGES)
        return self._evidence

    def _open(self, folder: Place) -> Writer:
        while True:
            self._number += 1
            name = f"{self._now:%Y%m%dT%H%M%S}{self._now.microsecond:06d}Z-{self._number:05d}{SUFFIX}"
            if not (folder / name).exists():
                if isinstance(folder, Path):
                    folder.mkdir(exist_ok=True)
                return Writer(folder / name, self._aside, self._feed_id, self._now)

    def _complete(self) -> None:
        """Seal the file and enter it, with the drop files and URLs that are done by now."""
        writer, settled = self._writer, self._settled
        if self._wholes and self._evidence is not None:
            # Before its pieces, which are not taken again once they are known.
            self._evidence.seal()
            self._evidence = None
        if writer:
            writer.seal()
        self._index.add(
            writer.final if writer else None, writer.refs if writer else (), self._feed_id, settled
        )
        self._writer, self._settled, self._keys, self._pages = None, [], set(), 0

    def __enter__(self) -> _Run:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                if self._evidence is not None:
                    self._evidence.seal()
                    self._evidence = None
                self._complete()
        finally:
            for writer in (self._writer, self._evidence):
                if writer is not None:
                    writer.abandon()
