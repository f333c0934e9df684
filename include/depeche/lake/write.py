"""One transaction of a publish: rows, quarantine and ledger, from BEGIN to COMMIT."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from depeche import catalog, points, schema
from depeche.catalog import LakeError, identifier
from depeche.lake import decide, ledger, staged, tables
from depeche.lake.decide import Decision, Light
from depeche.lake.staged import Staged
from depeche.lake.withhold import WITHHELD

ROWS, QUARANTINE = f"{catalog.NAME}.dispatch_revisions", f"{catalog.NAME}.quarantine"
# "done": an earlier, interrupted publish of this same batch put it there.
COUNTED_AS = {
    "new": "accepted",
    "replace": "accepted",
    "done": "accepted",
    "known": "known",
    "conflict": "quarantined",
}


class Part(NamedTuple):
    """What is committed at once: rows with ``row_no``; the last part closes the batch."""

    rows: pa.Table
    last: bool


class Write(NamedTuple):
    """A part's transaction. ``total`` counts the parts before it; ``still_held`` checks the lock.

    ``counted`` are the keys that the parts before it have counted as accepted.
    """

    con: duckdb.DuckDBPyConnection
    batch: Staged
    part: Part
    replay: bool
    total: Counter[str]
    counted: set[tuple[str, int]]
    began: float
    still_held: Callable[[], None]

    def attempt(self) -> Counter[str]:
        """BEGIN to COMMIT; gives the counts with this part's. After a conflict, roll back and call again."""
        self.con.execute("BEGIN")
        rows = _light(self.con, "staged", order="row_no")
        stored = _stored(self.con, self.replay, self.counted)
        decisions = decide.decide(rows, stored, replay=self.replay)
        total = self.total + Counter(COUNTED_AS[d.fate] for d in decisions)
        conflicts = self._conflicts(decisions)
        if self.replay:
            total["superseded"] += self._remove_superseded(rows, decisions, stored, conflicts)
        _keep(self.con, self.part.rows["row_no"], decisions)
        _write_rows(self.con, {d.fate for d in decisions})
        points.reached("rows_written")
        self._quarantine(conflicts)
        if self.part.last:
            total["quarantined"] += self.batch.quarantine.num_rows
            if self.replay:
                total["superseded"] += self._remove_barred()
            ledger.enter(self.con, self.batch, total, self.began)
        self._commit(total)
        pairs = zip(rows, decisions, strict=True)
        self.counted.update((r.dispatch_id, d.revision) for r, d in pairs if COUNTED_AS[d.fate] == "accepted")
        return total

    def _commit(self, total: Counter[str]) -> None:
        batch = self.batch.batch
        extra = {"batch_id": batch.batch_id, "raw_file": batch.raw_file, "replay": self.replay, **total}
        tables.commit_message(self.con, "replayed" if self.replay else "published", **extra)
        points.reached("before_sync")
        os.sync()  # DuckDB does not sync the Parquet files it has written
        self.still_held()
        points.reached("before_commit")
        self.con.execute("COMMIT")

    def _conflicts(self, decisions: Sequence[Decision]) -> pa.Table:
        rows = self.part.rows.filter(pa.array([d.fate == "conflict" for d in decisions], pa.bool_()))
        details = [d.detail for d in decisions if d.fate == "conflict"]
        return staged.refusals(rows, self.batch.batch.batch_id, "conflicting_revision", details)

    def _remove_superseded(
        self, rows: list[Light], decisions: list[Decision], stored: list[Light], conflicts: pa.Table
    ) -> int:
        refused = _raws("raw_sha256", conflicts, self.batch.quarantine)
        stale = decide.superseded(rows, decisions, stored, refused)
        for row in stale:
            self.con.execute(
                f"DELETE FROM {ROWS} WHERE dispatch_id = ? AND revision = ? AND issue_date = ?",
                [row.dispatch_id, row.revision, row.issue_date],
            )
        return len(stale)

    def _remove_barred(self) -> int:
        """Remove what was published before DEPECHE_NO_ARCHIVE was ``refuse``: rows of the very bytes refused now."""
        barred = self.batch.quarantine.filter(pc.field("reason") == staged.NO_ARCHIVE)
        if not barred.num_rows:
            return 0
        self.con.register("barred_rows", barred.select(["dispatch_id", "raw_sha256"]))
        self.con.execute("CREATE OR REPLACE TEMP TABLE barred AS FROM barred_rows")
        self.con.unregister("barred_rows")
        removed = self.con.execute(
            f"DELETE FROM {ROWS} WHERE list_contains(usage_rules, '{staged.NO_ARCHIVE}') "
            "AND (dispatch_id, raw_sha256) IN (SELECT (dispatch_id, raw_sha256) FROM barred)"
        ).fetchone()
        return int(removed[0]) if removed else 0

    def _quarantine(self, conflicts: pa.Table) -> None:
        """Write the conflicts of this part, and with the last part all other refusals.

        The same refusal is there once, however often it is met.
        """
        con = self.con
        refused = pa.concat_tables([conflicts, self.batch.quarantine]) if self.part.last else conflicts
        if self.replay:
            self._release()
        if not refused.num_rows:
            return
        refused = refused.append_column("n", pa.array(range(refused.num_rows), pa.int64()))
        con.register("refused_rows", refused)
        con.execute("CREATE OR REPLACE TEMP TABLE refused AS FROM refused_rows")
        con.unregister("refused_rows")
        con.execute(
            f"INSERT INTO {QUARANTINE} BY NAME SELECT * EXCLUDE (n) FROM refused "
            f"WHERE quarantine_id NOT IN (SELECT quarantine_id FROM {QUARANTINE}) "
            "QUALIFY row_number() OVER (PARTITION BY quarantine_id ORDER BY n) = 1 ORDER BY n"
        )

    def _release(self) -> None:
        """Take out of quarantine what earlier batches refused of the payloads replayed now."""
        both = (self.part.rows, self.batch.quarantine)
        again = sorted({*_raws("raw_sha256", *both), *_raws("raw_uri", *both)})
        self.con.register("replayed_rows", pa.table({"raw": pa.array(again, pa.string())}))
        self.con.execute("CREATE OR REPLACE TEMP TABLE replayed AS FROM replayed_rows")
        self.con.unregister("replayed_rows")
        self.con.execute(
            f"DELETE FROM {QUARANTINE} WHERE (raw_sha256 IN (FROM replayed) OR raw_uri IN (FROM replayed)) AND batch_id <> ?",
            [self.batch.batch.batch_id],
        )


def check_keys(con: duckdb.DuckDBPyConnection) -> None:
    """Raise LakeError where a partition that the last part wrote to has a key twice."""
    touched = con.execute(
        "SELECT list(DISTINCT source), date_trunc('month', min(new_date))::DATE, "
        "last_day(max(new_date)) FROM staged JOIN decisions USING (row_no) WHERE fate IN ('new', 'replace')"
    ).fetchone()
    if touched is None or touched[0] is None:
        return
    twice = con.execute(
        f"SELECT source, year(issue_date), month(issue_date), "
        f"count(*) - count(DISTINCT (dispatch_id, revision)) AS extra FROM {ROWS} "
        "WHERE list_contains(?, source) AND issue_date BETWEEN ? AND ? GROUP BY ALL HAVING extra > 0",
        touched,
    ).fetchall()
    if twice:
        where = ", ".join(f"{source} {year}-{month:02}: {extra}" for source, year, month, extra in twice)
        raise LakeError(f"the lake has keys twice ({where}); another program wrote to it without its lock")


def _raws(column: str, *tables: pa.Table) -> set[str]:
    """Digests or places of the payloads these rows come from."""
    return {str(raw) for table in tables for raw in table[column].to_pylist() if raw}


def _stored(con: duckdb.DuckDBPyConnection, replay: bool, counted: set[tuple[str, int]]) -> list[Light]:
    """What the lake has, in whatever partition, of the staged dispatches (replay: and of their bytes)."""
    where = "WHERE dispatch_id IN (SELECT dispatch_id FROM staged)"
    if replay:
        where += " OR raw_sha256 IN (SELECT raw_sha256 FROM staged)"
    found = _light(con, ROWS, where, order="dispatch_id, revision")
    # What this very publish has added and counted is known to the rows after it.
    return [s._replace(batch_id="") if (s.dispatch_id, s.revision) in counted else s for s in found]


def _light(con: duckdb.DuckDBPyConnection, table: str, where: str = "", *, order: str) -> list[Light]:
    found = con.execute(
        f"SELECT {', '.join(decide.COLUMNS)}, coalesce(list_contains(quality_flags, '{WITHHELD}'), false) "
        f"FROM {table} {where} ORDER BY {order}"
    ).fetchall()
    return [Light(*row) for row in found]


def _keep(
    con: duckdb.DuckDBPyConnection, row_no: pa.ChunkedArray[Any], decisions: Sequence[Decision]
) -> None:
    """The temp table ``decisions``: each row's fate, and what to store under."""
    columns = {
        "row_no": row_no,
        "fate": pa.array([d.fate for d in decisions], pa.string()),
        "new_revision": pa.array([d.revision for d in decisions], pa.int64()),
        "new_date": pa.array([d.issue_date for d in decisions], pa.date32()),
        "new_basis": pa.array([d.issue_date_basis for d in decisions], pa.string()),
    }
    con.register("decision_rows", pa.table(columns))
    con.execute("CREATE OR REPLACE TEMP TABLE decisions AS FROM decision_rows")
    con.unregister("decision_rows")


def _write_rows(con: duckdb.DuckDBPyConnection, fates: set[str]) -> None:
    """MERGE what is replaced, INSERT what is new: from Arrow or a temp table, never from Parquet."""
    columns = [identifier(name) for name in schema.DISPATCH_REVISIONS.names]
    names = ", ".join(columns)
    flags = (
        "CASE WHEN id_basis = 'agency_guid' AND revision <> new_revision "
        "THEN list_append(quality_flags, 'revision_assigned') ELSE quality_flags END"
    )
    decided = (
        f"SELECT s.* EXCLUDE (row_no) REPLACE ({flags} AS quality_flags, new_revision AS revision, "
        "new_date AS issue_date, new_basis AS issue_date_basis) "
        "FROM staged s JOIN decisions USING (row_no) WHERE fate = "
    )
    if "replace" in fates:
        con.execute(f"CREATE OR REPLACE TEMP TABLE replacing AS {decided} 'replace'")
        con.execute(
            f"MERGE INTO {ROWS} AS t USING replacing AS s "
            "ON t.dispatch_id = s.dispatch_id AND t.revision = s.revision AND t.issue_date = s.issue_date "
            f"WHEN MATCHED THEN UPDATE SET {', '.join(f'{c} = s.{c}' for c in columns)}"
        )
    if "new" in fates:
        con.execute(f"INSERT INTO {ROWS} ({names}) SELECT {names} FROM ({decided} 'new')")
