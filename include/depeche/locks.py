"""One at a time: a lock of this machine's, and where the catalog is PostgreSQL one of all machines'.

A lock goes with the process that holds it (or its connection to PostgreSQL), so a killed
one leaves none behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from depeche.catalog import LakeError, first_line, libpq, literal, open_duckdb, without_secrets
from depeche.settings import Settings


class Busy(Exception):
    """Another process held the lock for longer than was waited."""


@contextmanager
def hold(settings: Settings, name: str, file: Path, seconds: float | None = None) -> Iterator[None]:
    """Hold the lock called ``name``, on this machine the lock on ``file``.

    Waits ``seconds`` at most (None: as long as it takes), then raises Busy. Raises LakeError
    where the catalog's PostgreSQL cannot be reached.
    """
    try:
        with FileLock(file, timeout=-1 if seconds is None else seconds):
            if not settings.catalog:
                yield
                return
            key = int.from_bytes(sha256(name.encode()).digest()[:8], "big", signed=True)
            with closing(open_duckdb("postgres_scanner")) as con, advisory(settings, con, key, seconds):
                yield
    except Timeout as timeout:
        if timeout.lock_file == str(file):
            raise Busy(name) from None
        raise


@contextmanager
def advisory(
    settings: Settings, con: duckdb.DuckDBPyConnection, key: int, seconds: float | None
) -> Iterator[Callable[[], None]]:
    """PostgreSQL's advisory lock ``key``; gives a function that raises LakeError where it was lost.

    Raises Busy after ``seconds``, LakeError where the server cannot be reached.
    """
    # A connection of its own, in a transaction of its own: the lock ends with it.
    guard = con.cursor()
    try:
        guard.execute(f"ATTACH IF NOT EXISTS {literal(libpq(settings))} AS lake_lock (TYPE postgres)")
    except duckdb.Error as error:
        said = without_secrets(error, settings)
        raise LakeError(f"the lake's lock cannot be reached: {said}") from None
    _check_language(guard)
    guard.execute("BEGIN")
    try:
        wait = 0 if seconds is None else max(1, int(seconds * 1000))
        _tell(guard, f"SET LOCAL lock_timeout = {wait}")
        try:
            _tell(guard, f"SELECT pg_advisory_xact_lock({key})")
        except duckdb.Error as error:
            if "lock timeout" in str(error):
                raise Busy(str(key)) from error
            raise
        yield lambda: _still_held(guard)
    finally:
        # Where the server has dropped the connection, the lock went with it.
        with suppress(duckdb.Error):
            guard.execute("ROLLBACK")
        guard.close()


def _tell(guard: duckdb.DuckDBPyConnection, statement: str) -> None:
    guard.execute(f"CALL postgres_execute('lake_lock', {literal(statement)})")


def _still_held(guard: duckdb.DuckDBPyConnection) -> None:
    try:
        _tell(guard, "SELECT 1")
    except duckdb.Error as error:
        raise LakeError(f"the lake's lock was lost before the commit: {first_line(error)}") from error


def _check_language(guard: duckdb.DuckDBPyConnection) -> None:
    asked = literal("SELECT current_setting('lc_messages') AS language")
    row = guard.execute(f"SELECT language FROM postgres_query('lake_lock', {asked})").fetchone()
    language = str(row[0]) if row else ""
    if not (language in ("", "C", "POSIX") or language.startswith(("C.", "en"))):
        raise LakeError(
            f"the catalog's PostgreSQL speaks {language}; DuckLake recognises conflicts by their English "
            "message: ALTER DATABASE … SET lc_messages = 'C'"
        )
