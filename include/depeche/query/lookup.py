"""Small questions the command line asks of the lake: one dispatch, the quarantine, the state of things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime

import duckdb
import msgspec

from depeche import catalog, schema
from depeche.catalog import NoLake
from depeche.query.run import QueryError, Row, connect, rows_of
from depeche.records import Tally
from depeche.settings import Settings
from depeche.storage import Place, walk


def raw_uri(settings: Settings, ident: str, revision: int | None = None) -> str:
    """Where the raw bytes of a dispatch are: its newest revision, or the one asked for.

    ``ident`` is a dispatch_id, an agency_guid, or a quarantine_id (its beginning will do,
    from 8 characters). Raises QueryError where nothing has it, NoLake where there is no lake.
    """
    with closing(connect(settings)) as con:
        found = con.execute(
            "SELECT raw_uri FROM dispatch_revisions WHERE (dispatch_id = $id OR agency_guid = $id) "
            "AND ($revision IS NULL OR revision = $revision) ORDER BY revision DESC LIMIT 1",
            {"id": ident.strip(), "revision": revision},
        ).fetchone()
        if found is None and len(ident) >= 8:
            found = con.execute(
                "SELECT raw_uri FROM quarantine WHERE starts_with(quarantine_id, ?) LIMIT 1", [ident]
            ).fetchone()
    if found is None:
        which = f"revision {revision} of {ident}" if revision is not None else ident
        raise QueryError(f"the archive has no dispatch and no quarantined record {which}")
    if found[0] is None:
        raise QueryError(f"{ident} has no raw bytes in the raw store")
    return str(found[0])


def dispatch(settings: Settings, ident: str, revision: int | None = None) -> Row:
    """All columns of a dispatch: its newest revision, or the one asked for. Raises QueryError, NoLake.

    A column that is younger than the lake, to which the next run adds it, is null.
    """
    with closing(connect(settings)) as con:
        rows = rows_of(
            con,
            "FROM dispatch_revisions WHERE (dispatch_id = $id OR agency_guid = $id) "
            "AND ($revision IS NULL OR revision = $revision) ORDER BY revision DESC LIMIT 1",
            {"id": ident.strip(), "revision": revision},
        )
        if not rows:
            raise QueryError(_missing(con, ident.strip(), revision))
    return dict.fromkeys(schema.DISPATCH_REVISIONS.names) | rows[0]


def _missing(con: duckdb.DuckDBPyConnection, ident: str, revision: int | None) -> str:
    """That there is no such dispatch, and what there is instead: other revisions, a refusal, longer ids."""
    there = con.execute(
        "SELECT DISTINCT revision FROM dispatch_revisions WHERE dispatch_id = $id OR agency_guid = $id ORDER BY 1",
        {"id": ident},
    ).fetchall()
    if there and revision is not None:
        return f"{ident} has no revision {revision}; there is {', '.join(str(found) for (found,) in there)}"
    refused = con.execute(
        "SELECT quarantine_id FROM quarantine WHERE dispatch_id = $id "
        "OR (length($id) >= 8 AND starts_with(quarantine_id, $id)) LIMIT 1",
        {"id": ident},
    ).fetchone()
    if refused:
        return f"{ident} is in quarantine: depeche quarantine show {refused[0][:12]}"
    longer = con.execute(
        "SELECT DISTINCT dispatch_id FROM dispatch_revisions WHERE $id <> '' AND starts_with(dispatch_id, $id) "
        "ORDER BY 1 LIMIT 4",
        {"id": ident},
    ).fetchall()
    meant = f"; did you mean {', '.join(found for (found,) in longer[:3])}" if longer else ""
    return f"the archive has no dispatch {ident or 'without an id'}{meant}{' …' if len(longer) > 3 else ''}"


def quarantine_rows(
    settings: Settings,
    *,
    reason: str | None = None,
    feed_id: str | None = None,
    stage: str | None = None,
    ids: Sequence[str] = (),
    limit: int | None = None,
) -> list[Row]:
    """Quarantined records, newest first; all where nothing is asked. Empty where there is no lake.

    ``ids`` are quarantine_ids or their beginnings.
    """
    sql = (
        "FROM quarantine WHERE ($reason IS NULL OR reason = $reason) "
        "AND ($feed_id IS NULL OR feed_id = $feed_id) AND ($stage IS NULL OR stage = $stage) "
        "AND (len($ids::VARCHAR[]) = 0 "
        "OR list_bool_or(list_transform($ids::VARCHAR[], lambda i: starts_with(quarantine_id, i)))) "
        "ORDER BY collected_at DESC, quarantine_id LIMIT $limit"
    )
    asked = {"reason": reason, "feed_id": feed_id, "stage": stage, "ids": list(ids), "limit": limit}
    try:
        con = connect(settings)
    except NoLake:
        return []
    with closing(con):
        return rows_of(con, sql, asked)


def quarantine_counts(settings: Settings) -> list[Row]:
    """Quarantined records by stage and reason, most first. Empty where there is no lake."""
    try:
        con = connect(settings)
    except NoLake:
        return []
    with closing(con):
        return rows_of(
            con,
            "SELECT stage, reason, count(*) AS records, max(collected_at) AS newest FROM quarantine "
            "GROUP BY ALL ORDER BY records DESC, stage, reason",
            {},
        )


def validations(
    settings: Settings, limit: int | None = 100, batches: Sequence[str] | None = None
) -> list[tuple[str, datetime, str]]:
    """(batch_id, published_at, Great Expectations' result as JSON) of the newest batches, or of those given."""
    try:
        con = connect(settings)
    except NoLake:
        return []
    with closing(con):
        return con.execute(
            "SELECT batch_id, published_at, validation FROM batches WHERE $batches IS NULL OR "
            "list_contains($batches::VARCHAR[], batch_id) ORDER BY published_at DESC LIMIT $limit",
            {"limit": limit, "batches": None if batches is None else list(batches)},
        ).fetchall()


def tallies(settings: Settings) -> Iterator[tuple[str, dict[str, Tally]]]:
    """(feed_id, tallies by stage) of every published batch."""
    try:
        con = connect(settings)
    except NoLake:
        return
    with closing(con):
        asked = con.execute("SELECT feed_id, tallies FROM batches")
        while found := asked.fetchmany(10_000):
            for feed, stored in found:
                yield feed, msgspec.json.decode(stored, type=dict[str, Tally])


def status(settings: Settings) -> Row:
    """The lake in numbers. ``exists`` is False, and nothing else is there, before the first publish."""
    try:
        con = connect(settings)
    except NoLake:
        return {"exists": False}
    with closing(con):
        sources = rows_of(
            con,
            "SELECT source, count(*) AS revisions, count(DISTINCT dispatch_id) AS dispatches, "
            "min(issue_date) AS first_date, max(issue_date) AS last_date FROM dispatch_revisions "
            "GROUP BY ALL ORDER BY revisions DESC, source",
            {},
        )
        ledger = rows_of(
            con,
            "SELECT count(*) AS batches, max(published_at) AS last_published_at, "
            "coalesce(sum(taken), 0)::BIGINT AS taken, coalesce(sum(accepted), 0)::BIGINT AS accepted, "
            "coalesce(sum(known), 0)::BIGINT AS known, "
            "coalesce(sum(quarantined), 0)::BIGINT AS quarantined FROM batches",
            {},
        )[0]
        snapshots = rows_of(con, f"SELECT count(*) AS n FROM {catalog.NAME}.snapshots()", {})[0]["n"]
        quarantine = rows_of(con, "SELECT count(*) AS n FROM quarantine", {})[0]["n"]
    size, parquet = usage(settings.lake_data)
    return {
        "exists": True,
        "revisions": sum(row["revisions"] for row in sources),
        "dispatches": sum(row["dispatches"] for row in sources),
        "sources": sources,
        "in_quarantine": quarantine,
        **ledger,
        "snapshots": snapshots,
        "parquet_files": parquet,
        "bytes_on_disk": size,
    }


def usage(folder: Place) -> tuple[int, int]:
    """Bytes in ``folder``, and the number of Parquet files."""
    found = [(file.size, file.place.suffix) for file in walk(folder)]
    return sum(size for size, _ in found), sum(suffix == ".parquet" for _, suffix in found)
