"""The database file of the index: its tables, opened for writing or asked, made again where it is damaged."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock

from depeche.settings import Settings

log = logging.getLogger(__name__)

VERSION = 3
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


def path_of(settings: Settings) -> Path:
    """Where the index is."""
    return settings.raw_state / "index.sqlite"


def opened(path: Path) -> sqlite3.Connection:
    """The database, made or made again where need be. Raises sqlite3.OperationalError where it is locked or full."""
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


def ask(settings: Settings, sql: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
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


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """What is written within is written as a whole, or not at all."""
    db.execute("BEGIN IMMEDIATE")
    with db:  # commits, or rolls back where anything is raised
        yield


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    with ExitStack() as opening:
        opening.callback(db.close)
        db.execute("PRAGMA journal_mode = WAL")
        # A power cut may cost the last entries, never their order; they are found again.
        db.execute("PRAGMA synchronous = NORMAL")
        with transaction(db):
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
