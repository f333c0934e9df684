"""One writer at a time: DuckLake has no unique key, so two that add the same rows both succeed.

Every write to the lake (publish, set-up, maintenance) happens inside ``hold``. Readers
take no lock and are never kept waiting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import duckdb
from filelock import FileLock, Timeout

from depeche import locks
from depeche.catalog import LakeError
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
        try:
            with locks.advisory(settings, con, ADVISORY_KEY, settings.lock_seconds) as still_held:
                yield still_held
        except locks.Busy:
            raise _busy(settings) from None
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


def _busy(settings: Settings) -> LakeBusy:
    return LakeBusy(
        f"another writer has held the lake for over {settings.lock_seconds:g} s; "
        "try again, or raise DEPECHE_LOCK_SECONDS"
    )
