"""One writer at a time: DuckLake has no unique key, so two that add the same rows both succeed.

Every write to the lake (publish, set-up, maintenance) happens inside ``hold``. Readers
take no lock and are never kept waiting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import duckdb
from filelock import FileLock, Timeout

from depeche.catalog import LakeError, first_line, libpq, literal, without_secrets
from depeche.settings import Settings

# Any constant, as long as it is the same in every process: "depeche" in the letters' values.
ADVISORY_KEY = 4_585_168_585


class LakeBusy(LakeError):
    """Another writer held the lake for longer than ``lock_seconds``."""


@contextmanager
def hold(settings: Settings, con: duckdb.DuckDBPyConnection) -> Iterator[Callable[[], None]]:
    """Hold the lake's lock; gives a function that raises LakeError where the lock was lost.

    Waits ``settings.lock_seconds`` at most, then raises LakeBusy. The lock goes with the
    process (or its connection to PostgreSQL), so a killed writer leaves none behind.
    """
    if settings.catalog:
        with _advisory(settings, con) as still_held:
            yield still_held
        return
    lock = FileLock(settings.lake / "writer.lock", timeout=settings.lock_seconds)
    try:
        lock.acquire()
    except Timeout:
        raise _busy(settings) from None
    try:
        yield lambda: None
    finally:
        lock.release()


@contextmanager
def _advisory(settings: Settings, con: duckdb.DuckDBPyConnection) -> Iterator[Callable[[], None]]:
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
        wait = max(1, int(settings.lock_seconds * 1000))
        _tell(guard, f"SET LOCAL lock_timeout = {wait}")
        _tell(guard, f"SELECT pg_advisory_xact_lock({ADVISORY_KEY})")
        yield lambda: _still_held(guard)
    except duckdb.Error as error:
        if "lock timeout" in str(error):
            raise _busy(settings) from error
        raise
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


def _busy(settings: Settings) -> LakeBusy:
    return LakeBusy(
        f"another writer has held the lake for over {settings.lock_seconds:g} s; "
        "try again, or raise DEPECHE_LOCK_SECONDS"
    )
