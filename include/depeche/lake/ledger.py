"""The ledger: one row of ``batches`` for each batch that is in the lake."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing

import duckdb
import msgspec
import pyarrow as pa

from depeche import catalog, clock, schema
from depeche.catalog import NoLake
from depeche.lake.staged import Staged
from depeche.records import Record, Tally
from depeche.settings import Settings

BATCHES = f"{catalog.NAME}.batches"


class Published(Record, frozen=True, kw_only=True):
    """What a batch did to the lake. ``already``: it was in the ledger and nothing changed.

    ``superseded`` counts older rows of the same bytes that a replay removed because they
    have another key now; they are not among the batch's own records.
    """

    batch_id: str
    accepted: int = 0
    known: int = 0
    quarantined: int = 0
    superseded: int = 0
    already: bool = False

    @property
    def tally(self) -> Tally:
        """Its records, as those of the stage ``publish``."""
        taken = self.accepted + self.known + self.quarantined
        return Tally(
            stage="publish",
            taken=taken,
            accepted=self.accepted,
            quarantined=self.quarantined,
            known=self.known,
        )


def published(settings: Settings) -> dict[str, list[str]]:
    """The code versions of each raw file's published batches, the last one last; empty where there is no lake yet.

    A batch of chosen payloads of a file has ``(selection)`` after its version: it does
    not stand for the file.
    """
    try:
        con = catalog.connect(settings)
    except NoLake:
        return {}
    with closing(con):
        if not _has_table(con):
            return {}
        found = con.execute(
            f"SELECT raw_file, list(code_version ORDER BY published_at) FROM {BATCHES} GROUP BY raw_file"
        ).fetchall()
        return dict(found)


def entered(settings: Settings, batch_ids: Sequence[str]) -> list[str]:
    """Those of the batches that are in the ledger."""
    try:
        con = catalog.connect(settings)
    except NoLake:
        return []
    with closing(con):
        if not _has_table(con):
            return []
        return [batch for batch in batch_ids if known(con, batch) is not None]


def known(con: duckdb.DuckDBPyConnection, batch_id: str) -> Published | None:
    """The answer for a batch that is in the ledger: all known. None where it is not."""
    row = con.execute(f"SELECT taken FROM {BATCHES} WHERE batch_id = ? LIMIT 1", [batch_id]).fetchone()
    return None if row is None else Published(batch_id=batch_id, known=row[0], already=True)


def outcome(staged: Staged, total: Counter[str]) -> Published:
    """The counts as a record. Raises AssertionError where they do not add up to the batch."""
    done = Published(
        batch_id=staged.batch.batch_id,
        accepted=total["accepted"],
        known=total["known"],
        quarantined=total["quarantined"],
        superseded=total["superseded"],
    )
    _tally(staged, done, 0.0)
    return done


def enter(con: duckdb.DuckDBPyConnection, staged: Staged, total: Counter[str], began: float) -> None:
    """Add the batch's row, inside the transaction that writes its last rows."""
    batch, verdict, done = staged.batch, staged.verdict, outcome(staged, total)
    publish = _tally(staged, done, time.perf_counter() - began)
    tallies = {**batch.tallies, "validate": verdict.tally, "publish": publish}
    row = {
        "batch_id": batch.batch_id,
        "feed_id": batch.feed_id,
        "raw_file": batch.raw_file,
        "code_version": batch.ledger_version,
        "published_at": clock.now(),
        "payloads": batch.payloads,
        "taken": publish.taken,
        "accepted": done.accepted,
        "quarantined": done.quarantined,
        "known": done.known,
        "seconds": sum(tally.seconds for stage, tally in tallies.items() if stage != "publish"),
        "verdict": verdict.words,
        "tallies": msgspec.json.encode(tallies).decode(),
        "validation": verdict.raw,
    }
    con.register("entry_row", pa.Table.from_pylist([row], schema.BATCHES))
    con.execute("CREATE OR REPLACE TEMP TABLE entry AS FROM entry_row")
    con.unregister("entry_row")
    con.execute(f"INSERT INTO {BATCHES} BY NAME FROM entry")


def _tally(staged: Staged, done: Published, seconds: float) -> Tally:
    return Tally(
        stage="publish",
        taken=staged.taken,
        accepted=done.accepted,
        quarantined=done.quarantined,
        known=done.known,
        seconds=seconds,
    ).check()


def _has_table(con: duckdb.DuckDBPyConnection) -> bool:
    found = con.execute(
        "SELECT 1 FROM duckdb_tables() WHERE database_name = ? AND table_name = 'batches'", [catalog.NAME]
    ).fetchone()
    return found is not None
