"""What the lake says: where it stands, what changed since, and the rows an index is made of.

An index holds of each dispatch the revision that the view ``dispatches`` shows; beside it, where
an embargo runs, those that will be shown when it ends, each with the time from and until which.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from typing import Any

import duckdb

from depeche import catalog
from depeche.catalog import LakeError, literal, without_secrets
from depeche.records import Record
from depeche.settings import Settings

BATCH_ROWS = 500
TABLE = "dispatch_revisions"
ROWS = f"{catalog.NAME}.{TABLE}"

# Of each dispatch: until when a revision is shown, if it is; then its columns. The rules are those
# of query/sql/dispatches.sql: an order to withdraw counts at once, an embargoed text when it is free.
LIFE = f"""
WITH life AS (
    SELECT dispatch_id, revision, pubstatus, embargo_until,
           min(CASE WHEN pubstatus <> 'usable' OR embargo_until IS NULL OR embargo_until <= now()
                    THEN '-infinity'::TIMESTAMPTZ ELSE embargo_until END)
             OVER (PARTITION BY dispatch_id ORDER BY revision DESC
                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until
    FROM {ROWS} WHERE issue_date BETWEEN $first AND $last {{touched}}
), alive AS (
    SELECT dispatch_id, revision, until FROM life
    WHERE pubstatus = 'usable'
      AND (until IS NULL OR (until > now() AND (embargo_until IS NULL OR embargo_until < until)))
)
"""
SELECTED = f"""{LIFE}
SELECT d.dispatch_id, d.revision, d.headline, d.text, d.source, d.language, d.kind, d.issue_date, d.issued_at,
       list_concat(list_transform(d.dateline.places, lambda p: p.country_code),
                   list_transform(d.dateline.places, lambda p: p.country_code3)) AS countries,
       list_concat(list_transform(d.actors, lambda a: a.actor_id),
                   list_transform(d.actors, lambda a: a.wikidata_id)) AS actors,
       CASE WHEN d.embargo_until > now() THEN epoch(d.embargo_until)::BIGINT END AS free_at,
       epoch(alive.until)::BIGINT AS until
FROM {ROWS} AS d JOIN alive USING (dispatch_id, revision)
WHERE d.issue_date BETWEEN $first AND $last
"""
TOUCHED = "AND dispatch_id IN (SELECT dispatch_id FROM touched)"


# The first and the last day of one.
Month = tuple[date, date]


class Standing(Record, frozen=True, kw_only=True):
    """A lake at one snapshot: ``archive`` tells lakes apart, ``at`` a snapshot from one of a restored lake."""

    archive: str
    snapshot: int
    at: datetime


@contextmanager
def reading(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """The lake, at one snapshot for as long as it is open. Raises NoLake, LakeError."""
    with closing(catalog.connect(settings)) as con:
        spill = settings.cache / "duckdb"
        spill.mkdir(parents=True, exist_ok=True)
        con.execute(f"SET temp_directory = {literal(str(spill))}")
        con.execute(f"SET memory_limit = '{catalog.WRITER_MEMORY}'")
        con.execute("SET preserve_insertion_order = false")
        con.execute("SET enable_progress_bar = false")
        try:
            con.execute("BEGIN")
            yield con
        except duckdb.Error as error:
            raise LakeError(f"the lake cannot be read: {without_secrets(error, settings)}") from None


def renew(con: duckdb.DuckDBPyConnection) -> None:
    """Go on to the lake's newest snapshot."""
    con.execute("COMMIT")
    con.execute("BEGIN")


def standing(con: duckdb.DuckDBPyConnection) -> Standing | None:
    """Where the lake stands; None where it has no table yet."""
    row = con.execute(
        f"SELECT (SELECT table_uuid::VARCHAR FROM ducklake_table_info({literal(catalog.NAME)}) WHERE table_name = ?), "
        f"snapshot_id, snapshot_time FROM {catalog.NAME}.snapshots() ORDER BY snapshot_id DESC LIMIT 1",
        [TABLE],
    ).fetchone()
    return Standing(archive=row[0], snapshot=row[1], at=row[2]) if row and row[0] else None


def knows(con: duckdb.DuckDBPyConnection, then: Standing) -> bool:
    """Whether this lake went through that snapshot, and still has it."""
    found = con.execute(
        f"SELECT 1 FROM {catalog.NAME}.snapshots() WHERE snapshot_id = ? AND snapshot_time = ?",
        [then.snapshot, then.at],
    ).fetchone()
    return found is not None


def touch(con: duckdb.DuckDBPyConnection, since: int, until: int) -> int:
    """Make the temp table ``touched``: each dispatch with a row added, changed or removed; gives their number."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE touched AS SELECT DISTINCT dispatch_id, issue_date "
        f"FROM {catalog.NAME}.table_changes({literal(TABLE)}, {since + 1}, {until})"
    )
    return _count(con, "SELECT count(*) FROM touched")


def touched_ids(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Every dispatch of ``touched``."""
    asked = con.execute("SELECT DISTINCT dispatch_id FROM touched")
    while found := asked.fetchmany(10_000):
        yield from (ident for (ident,) in found)


def months(con: duckdb.DuckDBPyConnection, table: str = ROWS) -> list[Month]:
    """The first and last day of each month that ``table`` has rows of."""
    return con.execute(
        f"SELECT DISTINCT date_trunc('month', issue_date)::DATE AS month, last_day(issue_date) FROM {table} ORDER BY 1"
    ).fetchall()


def rows(con: duckdb.DuckDBPyConnection, month: Month, *, touched: bool) -> Iterator[dict[str, Any]]:
    """The rows to index of a month, or of those ``touched``; never all of them in memory."""
    sql = SELECTED.format(touched=TOUCHED if touched else "")
    batches = con.execute(sql, {"first": month[0], "last": month[1]}).to_arrow_reader(BATCH_ROWS)
    for batch in batches:
        yield from batch.to_pylist()


def count(con: duckdb.DuckDBPyConnection) -> int:
    """How many documents an index of this snapshot has."""
    sql = LIFE.format(touched="") + "SELECT count(*) FROM alive"
    return sum(_count(con, sql, {"first": first, "last": last}) for first, last in months(con))


def revisions(con: duckdb.DuckDBPyConnection) -> int:
    """Rows of the lake, as the catalog knows them."""
    return _count(con, f"SELECT count(*) FROM {ROWS}")


def _count(con: duckdb.DuckDBPyConnection, sql: str, given: dict[str, Any] | None = None) -> int:
    row = con.execute(sql, given or {}).fetchone()
    return int(row[0]) if row else 0
