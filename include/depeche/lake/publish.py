"""Publishes a staged batch: all of it or none, once, in the order that was measured to be safe.

Everything slow happens before the lock. Then: lock; is the batch in the ledger? then
done; BEGIN; rows, quarantine and ledger; commit message; sync; COMMIT; check the keys
of the touched partitions; unlock. Conflicts are retried from BEGIN.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pyarrow as pa

from depeche import batchfile, catalog, points
from depeche.catalog import LakeError, without_secrets
from depeche.lake import ledger, staged, tables
from depeche.lake.ledger import Published
from depeche.lake.lock import hold
from depeche.lake.retry import with_retries
from depeche.lake.write import Part, Write, check_keys
from depeche.settings import Settings

# A night's publish waits for one commit of a backfill at most: seconds, with this many rows.
COMMIT_ROWS = 50_000


def publish(folder: Path, settings: Settings, *, replay: bool = False, by_hand: bool = False) -> Published:
    """Publish the staged batch in ``folder``; a batch that is in the ledger changes nothing.

    With ``replay`` rows made from the same bytes by other versions are replaced. A batch
    that failed a batch rule is only published ``by_hand``. Over 50,000 rows it takes
    several commits, of which the last writes the ledger: if it is cut short, publishing
    again finishes it. Raises StagingDamaged, NotPassed, LakeBusy or LakeError.
    """
    try:
        return _publish(folder, settings, replay=replay, by_hand=by_hand)
    except duckdb.Error as error:
        # Such as a catalog that is gone before or after the transaction.
        raise LakeError(f"the lake cannot be asked: {without_secrets(error, settings)}") from None


def _publish(folder: Path, settings: Settings, *, replay: bool, by_hand: bool) -> Published:
    began = time.perf_counter()
    tables.ensure(settings)
    with closing(catalog.connect(settings, write=True)) as con:
        known = ledger.known(con, batchfile.read(folder).batch_id)
        if known is not None:
            return known
        batch = staged.read(folder, settings, by_hand=by_hand)
        total: Counter[str] = Counter()
        counted: set[tuple[str, int]] = set()
        for part in _parts(batch.rows):
            # Arrow tables and temp tables only: MERGE from read_parquet() corrupts memory.
            con.register("staged", part.rows)
            points.reached("before_lock")
            with hold(settings, con) as still_held:
                points.reached("locked")
                known = ledger.known(con, batch.batch.batch_id)
                if known is not None:
                    return known
                write = Write(con, batch, part, replay, total, counted, began, still_held)
                total = with_retries(con, settings, write.attempt)
                points.reached("after_commit")
                check_keys(con)
    return ledger.outcome(batch, total)


def _parts(rows: pa.Table) -> Iterator[Part]:
    numbered = rows.append_column("row_no", pa.array(range(rows.num_rows), pa.int64()))
    for at in range(0, max(rows.num_rows, 1), COMMIT_ROWS):
        yield Part(numbered.slice(at, COMMIT_ROWS), at + COMMIT_ROWS >= rows.num_rows)
