"""Runs a transaction again where another writer was first; DuckLake does not do that itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TypeVar

import duckdb
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from depeche.catalog import LakeError, without_secrets
from depeche.settings import Settings

Result = TypeVar("Result")
ATTEMPTS = 8
# Seconds: at random up to 0.1, 0.2, 0.4 …, so that two that met do not meet again.
PAUSE = wait_random_exponential(multiplier=0.1, max=10)


def with_retries(con: duckdb.DuckDBPyConnection, settings: Settings, attempt: Callable[[], Result]) -> Result:
    """What ``attempt`` gives; after a conflict it is rolled back and tried again, 8 times in all.

    Raises LakeError where that is not enough, or where DuckDB refuses for another reason.
    """
    tries = Retrying(
        retry=retry_if_exception(is_conflict), stop=stop_after_attempt(ATTEMPTS), wait=PAUSE, reraise=True
    )
    try:
        done: Result = tries(_once, con, attempt)
    except duckdb.Error as error:
        said = without_secrets(error, settings)
        if is_conflict(error):
            raise LakeError(
                f"gave up after {ATTEMPTS} conflicting writes: another program writes to the lake without "
                f"its lock; stop it and run this again ({said})"
            ) from None
        raise LakeError(f"the lake refused: {said}") from None
    return done


def is_conflict(error: BaseException) -> bool:
    """Another writer committed first: trying again from BEGIN can succeed."""
    text = str(error).lower()
    return isinstance(error, duckdb.Error) and any(
        words in text for words in ("conflict", "database is locked", "could not serialize")
    )


def _once(con: duckdb.DuckDBPyConnection, attempt: Callable[[], Result]) -> Result:
    with ExitStack() as undoing:
        undoing.callback(_roll_back, con)
        done = attempt()
        undoing.pop_all()
    return done


def _roll_back(con: duckdb.DuckDBPyConnection) -> None:
    try:
        con.execute("ROLLBACK")
    except duckdb.TransactionException as ended:
        # A COMMIT that failed has ended the transaction already.
        if "no transaction" not in str(ended):
            raise
