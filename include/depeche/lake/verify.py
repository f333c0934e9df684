"""The lake's invariants, each a question to the lake: what they find wrong, in words.

Read-only, and safe beside a writer: all questions see one snapshot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import duckdb
import msgspec
import pyarrow.parquet as pq

from depeche import catalog, schema
from depeche.catalog import LakeError, first_line, literal, without_secrets
from depeche.lake.withhold import WITHHELD
from depeche.records import Tally
from depeche.settings import Settings
from depeche.storage import place

ROWS = f"{catalog.NAME}.dispatch_revisions"
KEYS = {"dispatch_revisions": "dispatch_id, revision", "quarantine": "quarantine_id", "batches": "batch_id"}
# (stage, the stage before it): what one lets through the next must take. A payload may hold
# several dispatches, so clean counts more than ingest.
FLOW = (("normalise", "clean"), ("validate", "normalise"))


def verify(settings: Settings) -> Iterator[tuple[str, list[str]]]:
    """Yield (name of the check, what it found wrong). Raises NoLake where there is no lake.

    A check that cannot be made, because a file is lost or damaged, says so as what it found.
    """
    with closing(catalog.connect(settings)) as con:
        con.execute("BEGIN")
        for name, check in CHECKS.items():
            try:
                yield name, list(check(con))
            except duckdb.Error as error:
                yield name, [f"cannot be checked: {without_secrets(error, settings)}"]
                con.execute("ROLLBACK")
                con.execute("BEGIN")


def raw_digests(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield (raw_uri, raw_sha256) of every row and refusal, each once, by raw_uri.

    Raises LakeError where a file of the lake is lost or damaged.
    """
    with closing(catalog.connect(settings)) as con:
        try:
            asked = con.execute(
                f"SELECT DISTINCT raw_uri, raw_sha256 FROM (SELECT raw_uri, raw_sha256 FROM {ROWS} UNION ALL "
                f"SELECT raw_uri, raw_sha256 FROM {catalog.NAME}.quarantine) "
                "WHERE raw_uri IS NOT NULL ORDER BY ALL"
            )
        except duckdb.Error as error:
            raise LakeError(without_secrets(error, settings)) from error
        while found := asked.fetchmany(10_000):
            yield from found


def _keys(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    for table, key in KEYS.items():
        twice = con.execute(
            f"SELECT {key}, count(*) FROM {catalog.NAME}.{table} GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL"
        ).fetchall()
        for *values, times in twice:
            yield f"{table}: {' '.join(map(str, values))} is there {times} times"


def _tallies(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    entries = con.execute(
        f"SELECT batch_id, payloads, taken, accepted, quarantined, known, tallies FROM {catalog.NAME}.batches"
    ).fetchall()
    for batch, payloads, taken, accepted, quarantined, known, stored in entries:
        tallies = msgspec.json.decode(stored, type=dict[str, Tally])
        if taken != accepted + quarantined + known:
            yield f"batch {batch}: {taken} in, {accepted} + {quarantined} + {known} accounted for"
        for tally in tallies.values():
            if tally.taken != tally.accepted + tally.quarantined + tally.known:
                yield f"batch {batch}: the tally of {tally.stage} does not add up"
        if tallies["ingest"].taken != payloads:
            yield f"batch {batch}: {payloads} payloads, but ingest counted {tallies['ingest'].taken}"
        for stage, before in FLOW:
            if tallies[stage].taken != tallies[before].accepted:
                yield f"batch {batch}: {before} let {tallies[before].accepted} through, {stage} took {tallies[stage].taken}"
        refused = sum(tallies[stage].quarantined for stage in ("ingest", "clean", "normalise", "validate"))
        if taken != tallies["validate"].accepted + refused:
            yield f"batch {batch}: {taken} to publish, but the stages gave {tallies['validate'].accepted} + {refused}"


def _ledger(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    counted = con.execute(
        f"SELECT r.batch_id, r.n, b.accepted FROM (SELECT batch_id, count(*) AS n FROM {ROWS} GROUP BY 1) r "
        f"LEFT JOIN {catalog.NAME}.batches b USING (batch_id) ORDER BY 1"
    ).fetchall()
    for batch, rows, accepted in counted:
        if accepted is None:
            yield f"batch {batch}: {rows} rows, but it is not in the ledger"
        elif rows > accepted:
            yield f"batch {batch}: {rows} rows, but it published {accepted}"


def _words(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """DuckDB's Parquet has no checksums, so half of all flipped bits go unseen; the words have a digest."""
    changed = con.execute(
        f"SELECT dispatch_id, revision FROM {ROWS} WHERE NOT list_contains(quality_flags, '{WITHHELD}') "
        "AND sha256(coalesce(headline, '') || chr(0) || full_text) <> text_sha256 ORDER BY ALL"
    ).fetchall()
    for dispatch, revision in changed:
        yield f"{dispatch} revision {revision}: its words are not those that were published"


def _partitions(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    found = con.execute(
        f"SELECT filename, source, year(issue_date), month(issue_date), count(*) FROM {ROWS} GROUP BY ALL"
    ).fetchall()
    for file, *values, rows in found:
        parts = dict(part.split("=", 1) for part in Path(file).parts if "=" in part)
        stated = [unquote(parts.get(name, "?")) for name in ("source", "year", "month")]
        if stated != [str(value) for value in values]:
            yield f"{file}: holds {rows} rows of source={values[0]}/year={values[1]}/month={values[2]}"


def _files(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    for table in schema.TABLES:
        listed = con.execute(
            f"SELECT data_file, data_file_size_bytes, delete_file, delete_file_size_bytes "
            f"FROM ducklake_list_files({literal(catalog.NAME)}, {literal(table)})"
        ).fetchall()
        for data, size, deletes, deletes_size in listed:
            yield from _damage(data, size)
            if deletes:
                yield from _damage(deletes, deletes_size)


def _damage(file: str, size: int) -> Iterator[str]:
    where = place(file)
    if not where.exists():
        yield f"{file}: is in the catalog but not in the store"
    elif where.stat().st_size != size:
        yield f"{file}: has {where.stat().st_size} bytes, the catalog says {size}"
    else:
        try:
            with where.open("rb") as stream, pq.ParquetFile(stream) as parquet:
                for _ in parquet.iter_batches(batch_size=10_000):
                    pass  # every page of it can be unpacked
        except (OSError, ValueError) as error:
            yield f"{file}: {first_line(error)}"


CHECKS: dict[str, Callable[[duckdb.DuckDBPyConnection], Iterator[str]]] = {
    "files": _files,
    "keys": _keys,
    "tallies": _tallies,
    "ledger": _ledger,
    "partitions": _partitions,
    "words": _words,
}
