"""Upkeep: small files merged, deleted rows dropped, old snapshots and files let go.

Never a bare CHECKPOINT, never ``cleanup_all``: those delete files that a reader holds or
another writer has not committed yet.
"""

from __future__ import annotations

import os
from contextlib import closing
from datetime import timedelta

import duckdb
import msgspec

from depeche import catalog
from depeche.catalog import literal
from depeche.lake import tables
from depeche.lake.lock import hold
from depeche.lake.retry import with_retries
from depeche.records import Record
from depeche.settings import Settings

# A reader may hold, and a writer may not have committed yet, what is younger than this.
YOUNGEST = timedelta(days=2)
# Rewrite a file once this share of its rows is deleted.
REWRITE_SHARE = 0.2


class Upkeep(Record, frozen=True, kw_only=True):
    """What ``maintain`` did.

    ``files`` and ``bytes`` are of the files that the present state of the lake needs, as
    (before, after). ``orphans`` are files the catalog does not know, left by killed writers; they
    were removed.
    """

    files: tuple[int, int]
    bytes: tuple[int, int]
    rewritten: int
    merged: int
    expired: int
    removed: int
    orphans: list[str]


def maintain(
    settings: Settings,
    *,
    keep_snapshots: timedelta = timedelta(days=30),
    keep_files: timedelta = YOUNGEST,
) -> Upkeep:
    """Tidy the lake, one lock a step so that a publish waits for one step only.

    Snapshots older than ``keep_snapshots`` can no longer be read by time travel after
    this. Files no snapshot needs are removed ``keep_files`` later, and so are those that no
    snapshot ever knew, once they are so old that no writer can be about to commit them.
    Raises ValueError for less than two days, NoLake where there is no lake.
    """
    if min(keep_snapshots, keep_files) < YOUNGEST:
        raise ValueError(f"files and snapshots younger than {YOUNGEST.days} days may be in use; keep them")
    lake = literal(catalog.NAME)
    with closing(catalog.connect(settings, write=True)) as con:
        files, size = _needed(con)
        done = Upkeep(
            files=(files, 0),
            bytes=(size, 0),
            rewritten=_step(
                settings,
                con,
                f"CALL ducklake_rewrite_data_files({lake}, delete_threshold => {REWRITE_SHARE})",
            ),
            merged=_step(settings, con, f"CALL ducklake_merge_adjacent_files({lake})"),
            expired=_step(
                settings, con, f"CALL ducklake_expire_snapshots({lake}, older_than => {_ago(keep_snapshots)})"
            ),
            removed=_step(
                settings, con, f"CALL ducklake_cleanup_old_files({lake}, older_than => {_ago(keep_files)})"
            ),
            orphans=_remove_orphans(settings, con, keep_files),
        )
        now_files, now_size = _needed(con)
    return msgspec.structs.replace(done, files=(files, now_files), bytes=(size, now_size))


def _needed(con: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    row = con.execute(
        "SELECT sum(file_count + delete_file_count)::BIGINT, sum(file_size_bytes + delete_file_size_bytes)::BIGINT "
        f"FROM ducklake_table_info({literal(catalog.NAME)})"
    ).fetchone()
    return (int(row[0] or 0), int(row[1] or 0)) if row else (0, 0)


def orphans(settings: Settings) -> list[str]:
    """Files in the data folder that no snapshot knows and that ``maintain`` would remove. Removes nothing."""
    span = max(YOUNGEST, timedelta(days=settings.keep_files_days))
    with closing(catalog.connect(settings, write=True)) as con, hold(settings, con):
        return _orphans(con, span, dry_run=True)


def _remove_orphans(settings: Settings, con: duckdb.DuckDBPyConnection, span: timedelta) -> list[str]:
    # Under the lock nobody is between writing a file and committing it.
    with hold(settings, con):
        return _orphans(con, span, dry_run=False)


def _orphans(con: duckdb.DuckDBPyConnection, span: timedelta, *, dry_run: bool) -> list[str]:
    found = con.execute(
        f"CALL ducklake_delete_orphaned_files({literal(catalog.NAME)}, dry_run => {dry_run}, "
        f"older_than => {_ago(span)})"
    ).fetchall()
    return sorted(str(file) for (file,) in found)


def _step(settings: Settings, con: duckdb.DuckDBPyConnection, statement: str) -> int:
    """Run one upkeep statement under the lock, as a commit of its own; gives its result's rows."""

    def attempt() -> int:
        con.execute("BEGIN")
        rows = con.execute(statement).fetchall()
        tables.commit_message(con, "maintenance", statement=statement)
        os.sync()
        con.execute("COMMIT")
        return len(rows)

    with hold(settings, con):
        return with_retries(con, settings, attempt)


def _ago(span: timedelta) -> str:
    return f"now() - INTERVAL '{int(span.total_seconds())} seconds'"
