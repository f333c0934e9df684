"""What is in the raw store, for quick answers: ``raw/index.sqlite``.

The WARC files are the truth. The index is made again from them where it is missing,
damaged or behind (a crash between a file's rename and its entry here), and forgets files
that are gone; so it can be deleted at any time.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from types import TracebackType
from typing import Any

import msgspec

from depeche.ingest.delivery import Delivery, Done, Source, Visit
from depeche.ingest.rawstore import warcfile
from depeche.ingest.rawstore.batches import batch_name, files
from depeche.ingest.rawstore.indexfile import ask, opened, path_of, transaction
from depeche.records import RawRef, SideCar
from depeche.settings import Settings
from depeche.storage import Place, look

log = logging.getLogger(__name__)

DAMAGED = -1
VISITS = "SELECT url, at, outcome, waits, tries, etag, last_modified, stated, described FROM visit WHERE feed_id = ?"


def key(payload: Delivery | RawRef) -> bytes:
    """What makes a payload the same as another: its bytes; of a refused one also reason and name.

    Of a feed document it is also which of its items are meant.
    """
    digest = payload.sha256 if isinstance(payload, Delivery) else payload.raw_sha256
    marks: tuple[str, ...]
    if payload.refused:
        marks = (payload.refused[0], payload.name, digest)
    elif payload.sidecar.items is not None:
        marks = (*payload.sidecar.items, digest)
    else:
        return bytes.fromhex(digest)
    return sha256("\0".join(marks).encode("utf-8", "backslashreplace")).digest()


class Index:
    """The index, open for a run of ingest."""

    def __init__(self, settings: Settings) -> None:
        settings.raw_state.mkdir(parents=True, exist_ok=True)
        self._raw = settings.raw
        # What decides which archive members are taken: with other limits files are looked at again.
        self._rules = f"1 {settings.max_archive_ratio} {settings.max_archive_depth} {settings.max_payload_mb}"
        self._db = opened(path_of(settings))
        self._reconcile()

    def holds(self, payload: bytes) -> bool:
        """Whether a payload with this key is stored."""
        return bool(self._db.execute("SELECT 1 FROM payload WHERE key = ?", (payload,)).fetchone())

    def seen(self, feed_id: str, source: Source) -> int | None:
        """How many payloads the file had when it was ingested whole, if it has not changed since."""
        row = self._db.execute(
            "SELECT payloads FROM delivery WHERE feed_id = ? AND path = ? AND size = ? AND mtime_ns = ? "
            "AND ctime_ns = ? AND rules = ?",
            (feed_id, *source, self._rules),
        ).fetchone()
        return row[0] if row else None

    def visit(self, feed_id: str, url: str) -> Visit | None:
        """What is remembered of a URL."""
        row = self._db.execute(f"{VISITS} AND url = ?", (feed_id, url)).fetchone()
        return _visit(row) if row else None

    def waiting(self, feed_id: str) -> list[Visit]:
        """The URLs that could not be had and are asked for again, oldest first."""
        return [_visit(row) for row in self._db.execute(f"{VISITS} AND waits ORDER BY at, url", (feed_id,))]

    def add(
        self, file: Place | None, refs: Iterable[RawRef], feed_id: str, settled: Iterable[Done | Visit]
    ) -> None:
        """Enter a complete file with its payloads, and the drop files and URLs that are done with it."""
        with transaction(self._db):
            if file is not None:
                self._enter(file, list(refs))
            self._db.executemany(
                "INSERT OR REPLACE INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(feed_id, *e.source, self._rules, e.payloads) for e in settled if isinstance(e, Done)],
            )
            self._db.executemany(
                "INSERT OR REPLACE INTO visit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [_visit_row(feed_id, e) for e in settled if isinstance(e, Visit)],
            )

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _enter(self, file: Place, refs: list[RawRef], *, whole: bool = True) -> None:
        name = batch_name(file)
        # A damaged file has no size here, so it is scanned again until it is restored.
        size = look(file).size if whole else DAMAGED
        packed = zlib.compress(msgspec.json.encode(refs), 3) if whole else None
        self._db.execute(
            "INSERT OR IGNORE INTO file (file, bytes, refs) VALUES (?, ?, ?)", (name, size, packed)
        )
        file_id = self._db.execute("SELECT file_id FROM file WHERE file = ?", (name,)).fetchone()[0]
        self._db.executemany(
            "INSERT OR IGNORE INTO payload VALUES (?, ?, ?)",
            [(key(ref), file_id, int(ref.raw_uri.rpartition("#")[2])) for ref in refs],
        )

    def _reconcile(self) -> None:
        """Make the index agree with the files there are."""
        # Entries first: a file is renamed before it is entered, so an entry's file exists.
        entered = dict(self._db.execute("SELECT file, bytes FROM file").fetchall())
        present = {batch_name(file.place): file for file in files(self._raw)}
        for name, size in entered.items():
            if name not in present or present[name].size != size:
                self._forget(name)
        entered = dict(self._db.execute("SELECT file, bytes FROM file").fetchall())
        for name in present.keys() - entered.keys():
            place = present[name].place
            refs, whole = _readable(place)
            with transaction(self._db):
                self._enter(place, refs, whole=whole)

    def _forget(self, name: str) -> None:
        log.warning("%s is gone or has changed: its payloads are taken again where they are delivered", name)
        with transaction(self._db):
            self._db.execute(
                "DELETE FROM payload WHERE file_id = (SELECT file_id FROM file WHERE file = ?)", (name,)
            )
            self._db.execute("DELETE FROM file WHERE file = ?", (name,))
            self._db.execute("DELETE FROM delivery")
            self._db.execute("DELETE FROM visit")


def refs_of(settings: Settings, batch: str) -> list[RawRef] | None:
    """What the index says of a batch, or None where it does not know it."""
    row = ask(settings, "SELECT refs, bytes FROM file WHERE file = ?", (batch,))
    if row is None or not _has_size(settings.raw / batch, row[1]):
        return None
    return msgspec.json.decode(zlib.decompress(row[0]), type=list[RawRef])


def place_of(settings: Settings, digest: str) -> str | None:
    """The ``raw_uri`` of the accepted payload with this SHA-256, or None where the index has none."""
    row = ask(
        settings,
        "SELECT file || '#' || byte_offset FROM payload JOIN file USING (file_id) WHERE key = ?",
        (bytes.fromhex(digest),),
    )
    return row[0] if row else None


def _visit(row: tuple[Any, ...]) -> Visit:
    url, at, outcome, waits, tries, etag, last_modified, stated, described = row
    said = msgspec.json.decode(described or b"{}", type=SideCar)
    when = datetime.fromisoformat(at)
    return Visit(url, when, outcome, bool(waits), tries, etag, last_modified, stated, said)


def _visit_row(feed_id: str, visit: Visit) -> tuple[Any, ...]:
    url, at, *rest, described = visit
    said = msgspec.json.encode(described) if described != SideCar() else None
    return feed_id, url, at.isoformat(), *rest, said


def _readable(file: Place) -> tuple[list[RawRef], bool]:
    """The payloads of a file that can be read, and whether that is all; damage is said in the log."""
    refs, whole = [], True
    try:
        for found in warcfile.scan(file, file.parent.name):
            if found.whole:
                refs.append(found.ref)
            else:
                whole = False
                log.error("%s: the payload is damaged; restore the file from a backup", found.ref.raw_uri)
    except warcfile.RawStoreError as error:
        whole = False
        log.error("%s; restore the file from a backup", error)
    return refs, whole


def _has_size(file: Place, size: object) -> bool:
    try:
        return look(file).size == size
    except FileNotFoundError:
        return False
