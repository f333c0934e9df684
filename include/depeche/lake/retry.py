"""Runs a transaction again where another writer was first; DuckLake does not do that itself."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

import duckdb

from depeche.catalog import LakeError, first_line

Result = TypeVar("Result")
ATTEMPTS = 8


def with_retries(con: duckdb.DuckDBPyConnection, attempt: Callable[[], Result]) -> Result:
    """What ``attempt`` gives; after a conflict it is rolled back and tried again, 8 times in all.

    Raises LakeError where that is not enough, or where DuckDB refuses for another reason.
    """
    for trial in range(1, ATTEMPTS):
        try:
            return _once(con, attempt)
        except duckdb.Error as error:
            if not is_conflict(error):
                raise LakeError(f"the lake refused: {first_line(error)}") from error
            time.sleep(random.uniform(0, 0.05 * 2**trial))
    try:
        return _once(con, attempt)
    except duckdb.Error as error:
        raise LakeError(f"gave up after {ATTEMPTS} conflicting writes: {first_line(error)}") from error


def is_conflict(error: duckdb.Error) -> bool:
    """Another writer committed first: trying again from BEGIN can succeed."""
    text = str(error).lower()
    return any(words in text for words in ("conflict", "database is locked", "could not serialize"))


def _once(con: duckdb.DuckDBPyConnection, attempt: Callable[[], Result]) -> Result:
    try:
        return attempt()
    except BaseException:
        try:
            con.execute("ROLLBACK")
        except duckdb.TransactionException as ended:
            # A COMMIT that failed has ended the transaction already.
            if "no transaction" not in str(ended):
                raise
        raise
