"""What is in the raw store, for quick answers: ``raw/index.sqlite``.

The WARC files are the truth. The index is made again from them where it is missing,
damaged or behind (a crash between a file's rename and its entry here), and forgets files
that are gone; so it can be deleted at any time.
"""

from __future__ import annotations

import logging
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
from filelock import FileLock

from depeche.ingest import warcfile
from depeche.ingest.delivery import Delivery, Done, Source, Visit
from depeche.records import RawRef, SideCar
from depeche.settings import Settings
from depeche.storage import Place, Stored, look, walk

log = logging.getLogger(__name__)

VERSION = 3
DAMAGED = -1
BUSY_SECONDS = 60
SCHEMA = """
CREATE TABLE file (file_id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, bytes INT NOT NULL, refs BLOB);
CREATE TABLE payload (key BLOB PRIMARY KEY, file_id INT NOT NULL, byte_offset INT NOT NULL) WITHOUT ROWID;
CREATE INDEX payload_file ON payload (file_id);
CREATE TABLE delivery (feed_id TEXT, path BLOB, size INT, mtime_ns INT, ctime_ns INT, rules TEXT, payloads INT,
    PRIMARY KEY (feed_id, path)) WITHOUT ROWID;
CREATE TABLE visit (feed_id TEXT, url TEXT, at TEXT, outcome TEXT, waits INT, tries INT, etag TEXT,
    last_modified TEXT, stated TEXT, described BLOB, PRIMARY KEY (feed_id, url)) WITHOUT ROWID;
"""
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
        self._db = _open(path_of(settings))
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
        with _transaction(self._db):
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
            with _transaction(self._db):
                self._enter(place, refs, whole=whole)

    def _forget(self, name: str) -> None:
        log.warning("%s is gone or has changed: its payloads are taken again where they are delivered", name)
        with _transaction(self._db):
            self._db.execute(
                "DELETE FROM payload WHERE file_id = (SELECT file_id FROM file WHERE file = ?)", (name,)
            )
            self._db.execute("DELETE FROM file WHERE file = ?", (name,))
            self._db.execute("DELETE FROM delivery")
            self._db.execute("DELETE FROM visit")


def path_of(settings: Settings) -> Path:
    """Where the index is."""
    return settings.raw_state / "index.sqlite"


def files(raw: Place) -> list[Stored]:
    """The complete WARC files, by feed and time."""
    try:
        found = [file for file in walk(raw) if file.place.name.endswith(warcfile.SUFFIX)]
    except FileNotFoundError:
        return []  # nothing was ever stored
    # A level below are exchanges, which hold no payloads.
    own = [file for file in found if file.place.parent.parent == raw]
    return sorted(own, key=lambda file: (file.place.parent.name, file.place.name))


def batch_name(file: Place) -> str:
    """The reference of the batch in this file."""
    return f"{file.parent.name}/{file.name}"


def refs_of(settings: Settings, batch: str) -> list[RawRef] | None:
    """What the index says of a batch, or None where it does not know it."""
    row = _ask(settings, "SELECT refs, bytes FROM file WHERE file = ?", (batch,))
    if row is None or not _has_size(settings.raw / batch, row[1]):
        return None
    return msgspec.json.decode(zlib.decompress(row[0]), type=list[RawRef])


def place_of(settings: Settings, digest: str) -> str | None:
    """The ``raw_uri`` of the accepted payload with this SHA-256, or None where the index has none."""
    row = _ask(
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


def _ask(settings: Settings, sql: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
    """A row, or None also where there is no index that can be read: readers never write."""
    try:
        db = sqlite3.connect(
            f"{path_of(settings).absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS
        )
    except sqlite3.Error:
        return None
    try:
        row: tuple[Any, ...] | None = db.execute(sql, values).fetchone()
    except sqlite3.Error:
        return None
    finally:
        db.close()
    return row


def _open(path: Path) -> sqlite3.Connection:
    try:
        return _connect(path)
    except sqlite3.OperationalError:
        raise  # locked, read-only or no space: the file itself may be good
    except sqlite3.DatabaseError as error:
        log.warning("%s is damaged (%s): it is made again from the WARC files", path, error)
        with FileLock(path.with_name(".index.lock")):
            try:
                return _connect(path)  # another process has made it again
            except sqlite3.DatabaseError:
                for suffix in ("", "-wal", "-shm"):
                    path.with_name(path.name + suffix).unlink(missing_ok=True)
                return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    with ExitStack() as opening:
        opening.callback(db.close)
        db.execute("PRAGMA journal_mode = WAL")
        # A power cut may cost the last entries, never their order; they are found again.
        db.execute("PRAGMA synchronous = NORMAL")
        with _transaction(db):
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version == 2:
                # What the web's feeds remember is nowhere else: it is carried over.
                db.execute("ALTER TABLE visit ADD COLUMN described BLOB")
                db.execute(f"PRAGMA user_version = {VERSION}")
            elif version != VERSION:
                for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                    db.execute(f'DROP TABLE "{table}"')
                for statement in SCHEMA.split(";"):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("SELECT count(*) FROM delivery WHERE feed_id = ''").fetchone()
        opening.pop_all()
    return db


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    with db:  # commits, or rolls back where anything is raised
        yield


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
