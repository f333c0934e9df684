"""Writing the raw store: a feed's batches, and beside them the files of what is no payload.

A payload is written aside, the file is synced and renamed when complete, and then entered in
the index: killed at any point, the next run finds complete files only, enters what is
missing, and takes the rest of the delivery again.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from depeche.ingest.delivery import Delivery, Done, Evidence, Visit
from depeche.ingest.rawstore import index as indexes
from depeche.ingest.rawstore.index import Index
from depeche.ingest.rawstore.warcfile import SUFFIX
from depeche.ingest.rawstore.warcwriter import Writer
from depeche.settings import Settings
from depeche.storage import Place

# Bytes of payload after which a WARC file is complete, whatever its number of items.
FILE_BYTES = 128 * 1024 * 1024
# Files and URLs done are entered at the latest after this many, however little came of them.
SETTLED_AT_ONCE = 5000
# The sub-folder of what is no payload: exchanges, and files whose bytes are not in their pieces.
EXCHANGES = "exchanges"
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


class RawWriter:
    """Writes what one run over one feed gives; leaving it completes the batch, or abandons it on an error."""

    def __init__(self, feed_id: str, settings: Settings, index: Index, now: datetime) -> None:
        self._feed_id = feed_id
        self._settings = settings
        self._index = index
        self._now = now.astimezone(UTC)
        self._folder = settings.raw / feed_id
        self._aside = settings.raw_state / feed_id
        self._writer: Writer | None = None
        self._keys: set[bytes] = set()  # of the file being written
        self._pages = 0
        self._number = 0
        self._settled: list[Done | Visit] = []
        self._evidence: Writer | None = None
        self._wholes: set[str] = set()  # what was kept there of files whose pieces are payloads

    def add(self, delivery: Delivery) -> bool:
        """Write a payload; false where it is stored already. Raises OSError."""
        key = indexes.key(delivery)
        if key in self._keys or self._index.holds(key):
            return False
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
        return True

    def keep(self, evidence: Evidence) -> None:
        """Write an exchange whose body is no payload. Raises OSError."""
        self._beside().keep(evidence)

    def settle(self, entry: Done | Visit) -> None:
        """Note a file or URL that is done; entered when the payloads before it are stored."""
        self._settled.append(entry)
        if len(self._settled) >= SETTLED_AT_ONCE:
            self._complete()

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

    def __enter__(self) -> RawWriter:
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
