"""The measure of publishing: an increment into a lake of a million rows, beside one into an empty lake."""

from __future__ import annotations

import statistics
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import duckdb
import msgspec
import pyarrow.parquet as pq

from depeche import catalog, lake, pipeline, query, schema
from depeche.lake import tables
from depeche.lake.lock import hold
from depeche.pipeline import staging
from depeche.pipeline.apart import apart
from depeche.settings import Settings
from ops_airflow import Tell, archive
from ops_made import write_wire
from ops_measure import Measure

GO = 200_000
YEARS = 10
LAST = date(2026, 10, 1)  # the month the increments are of; the archive ends with it
SOURCES = ("AFP", "REUTERS", "DPA")


def publish(scratch: Path, rows: int, increment: int, repeat: int, tell: Tell) -> list[Measure]:
    """The time to publish ``increment`` rows of the last month into ``rows`` rows of ten years, over that into none."""
    tell("staging")
    pattern = staged(scratch, increment, tell)
    full = archive(scratch / "full", ["wire"], scratch / "cache").settings
    apart(lake.ensure, full, query.definitions())
    for at in range(0, rows, GO):
        tell(f"filling the lake: {at:,} of {rows:,} rows")
        apart(fill, full, pattern, at, min(GO, rows - at), rows)
    into_full, into_empty = [], []
    for number in range(repeat + 1):
        tell(f"publishing {number + 1} of {repeat + 1}")
        empty = archive(scratch / f"empty-{number}", ["wire"], scratch / "cache").settings
        apart(lake.ensure, empty, query.definitions())
        folder = another(pattern, scratch / f"increment-{number}", f"new{number}", increment)
        pair = apart(timed, empty, folder), apart(timed, full, folder)
        if number:  # the first one warms the disk's cache
            into_empty.append(pair[0])
            into_full.append(pair[1])
    ratios = [a / b for a, b in zip(into_full, into_empty, strict=True)]
    ratio = statistics.median(ratios)
    return [
        Measure(
            name=f"publishing {increment:,} rows into {rows:,} ÷ into none",
            value=ratio,
            unit="×",
            asked="at most 1.5",
            met=ratio <= 1.5,
            detail={
                "into the full lake (s)": statistics.median(into_full),
                "into an empty one (s)": statistics.median(into_empty),
                "each": ratios,
            },
        )
    ]


def staged(scratch: Path, count: int, tell: Tell) -> Path:
    """A batch of at least ``count`` rows, staged and judged by the pipeline."""
    it = archive(scratch / "pattern", ["wire"], scratch / "cache")
    write_wire(it.folder / "feeds" / "wire", min(count, 5000))
    it.command("ingest", "wire", "--json")
    tell("staging: processing")
    [batch] = [done["batch_id"] for done in apart(pipeline.process, it.settings, pipeline.plan(it.settings))]
    pipeline.validate(it.settings, [batch])
    return Path(str(staging.folder(it.settings, batch)))


def fill(settings: Settings, pattern: Path, at: int, count: int, rows: int) -> None:
    """Add rows ``at`` to ``at + count`` of ``rows``, oldest first: YEARS years of three agencies."""
    days = YEARS * 365
    day = f"DATE '{LAST}' - {days} + (n * {days} // {rows})::INTEGER"
    with closing(catalog.connect(settings, write=True)) as con, hold(settings, con):
        con.execute("SET memory_limit = '4GB'")
        con.execute("SET enable_progress_bar = false")
        con.execute("BEGIN")
        con.execute(
            f"INSERT INTO {catalog.NAME}.dispatch_revisions BY NAME "
            f"SELECT {another_row('old', day)} FROM ({numbered(pattern, at, count)}) AS s"
        )
        tables.commit_message(con, "filled")
        con.execute("COMMIT")


def another(pattern: Path, folder: Path, prefix: str, count: int) -> Path:
    """A staged batch like the pattern, with ids of its own, all of the last month."""
    folder.mkdir()
    day = f"DATE '{LAST}' + (n % 28)::INTEGER"
    asked = f"SELECT {another_row(prefix, day)} FROM ({numbered(pattern, 0, count)}) AS s ORDER BY n"
    with closing(duckdb.connect()) as con:
        rows = con.sql(asked).to_arrow_table()
    pq.write_table(rows.cast(schema.DISPATCH_REVISIONS), folder / "accepted.parquet")
    for name in ("rejected.parquet", "refused.parquet"):
        (folder / name).write_bytes((pattern / name).read_bytes())
    for name in ("batch.json", "validation.json"):
        told = msgspec.json.decode((pattern / name).read_bytes())
        told |= {"digests": {}, "batch_id": prefix.rjust(24, "0"), "raw_file": f"wire/{prefix}.warc.gz"}
        (folder / name).write_bytes(msgspec.json.encode(told))
    return folder


def another_row(prefix: str, day: str) -> str:
    """The columns of ``s`` with an id, a source, a day, words and bytes of their own: the ``n``-th of ``prefix``."""
    return (
        f"* EXCLUDE (n) REPLACE ('{prefix}:' || n AS dispatch_id, 1 AS revision, "
        f"list_value{SOURCES}[1 + n % {len(SOURCES)}] AS source, {day} AS issue_date, "
        f"md5('{prefix}' || n) || ' ' || text AS text, sha256('{prefix}' || n) AS raw_sha256)"
    )


def numbered(pattern: Path, at: int, count: int) -> str:
    """The pattern's rows in turn, numbered ``n`` from ``at``."""
    rows = f"(SELECT *, row_number() OVER () - 1 AS place FROM '{pattern}/accepted.parquet')"
    return (
        f"SELECT p.* EXCLUDE (place), n FROM range({at}, {at + count}) AS r(n) "
        f"JOIN {rows} AS p ON p.place = n % (SELECT count(*) FROM '{pattern}/accepted.parquet')"
    )


def timed(settings: Settings, folder: Path) -> float:
    """Seconds that publishing the batch takes."""
    began = time.perf_counter()
    lake.publish(folder, settings)
    return time.perf_counter() - began
