"""A batch between the stages: a folder of Parquet files and tallies, written aside and renamed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock

from depeche import authority, normalise, schema
from depeche import clean as readers
from depeche.ingest import rawstore
from depeche.pipeline.worker import Staged
from depeche.records import RawRef, Record, Tally
from depeche.settings import Settings

STAGES = ("ingest", "clean", "normalise")


class Batch(Record, frozen=True, kw_only=True):
    """``batch.json``. ``raw_uris`` is only set where the batch is a selection of its file."""

    batch_id: str
    feed_id: str
    raw_file: str
    code_version: str
    payloads: int
    tallies: dict[str, Tally]
    raw_uris: list[str] | None = None


def code_version(settings: Settings) -> str:
    """Versions of readers, normaliser and authority together: what a row's making depends on."""
    parts = (
        readers.code_version(),
        f"normaliser:{normalise.NORMALISER_VERSION}",
        f"authority:{authority.authority_version(settings.authority)}",
    )
    return " ".join(parts)


def batch_id(refs: Sequence[RawRef], version: str, salt: str = "") -> str:
    """Hash of the payloads, where they are, the code's version and ``salt``: 24 hex digits."""
    digest = sha256(f"{version}\0{salt}".encode())
    for ref in refs:
        digest.update(f"\0{ref.raw_uri}\0{ref.raw_sha256}".encode())
    return digest.hexdigest()[:24]


def folder(settings: Settings, batch: str) -> Path:
    """The staging folder of the batch with this id."""
    return settings.staging / batch


def read(settings: Settings, batch: str) -> Batch | None:
    """What ``batch.json`` says, or None where the batch is not staged whole."""
    file = folder(settings, batch) / "batch.json"
    if not file.exists():
        return None
    return msgspec.json.decode(file.read_bytes(), type=Batch)


def failures(settings: Settings, batch: str) -> list[str]:
    """The batch rules that a staged batch broke; none where it passed or was not judged yet."""
    file = folder(settings, batch) / "validation.json"
    if not file.exists():
        return []
    verdict = msgspec.json.decode(file.read_bytes())
    return [] if verdict["passed"] else list(verdict["failures"])


@contextmanager
def hold(settings: Settings, batch: str) -> Iterator[None]:
    """Be the only run that works on this batch: others wait, then find what was done.

    Two runs may take the same batch: the night beside a backfill, a task cleared while its
    twin still goes on. The lock ends with the process that holds it.
    """
    settings.staging.mkdir(parents=True, exist_ok=True)
    lock = settings.staging / f".{batch}.lock"
    with FileLock(lock):
        try:
            yield
        finally:
            # Nothing is staged (any more): who still waits finds that, whatever file it waits on.
            if not folder(settings, batch).exists():
                lock.unlink(missing_ok=True)


def staged_ids(settings: Settings) -> list[str]:
    """The batches staged whole, oldest first."""
    found = [f for f in settings.staging.glob("*/batch.json") if not f.parent.name.startswith(".")]
    return [f.parent.name for f in sorted(found, key=lambda f: f.stat().st_mtime)]


def refs(settings: Settings, batch: str, raw_uris: Sequence[str] | None = None) -> list[RawRef]:
    """The payloads of the batch, in raw order; only ``raw_uris`` where given."""
    found = rawstore.refs(settings, batch)
    return [ref for ref in found if ref.raw_uri in set(raw_uris)] if raw_uris is not None else found


def write(settings: Settings, batch: Batch, results: Iterator[tuple[int, Staged]]) -> Batch:
    """Stage a batch: stream the chunks' rows to Parquet, then rename the folder into place.

    Raises AssertionError where a payload came back without an outcome.
    """
    tallies = {name: Tally(stage=name) for name in STAGES}
    done = 0
    with _aside(settings, batch.batch_id) as aside:
        with (
            pq.ParquetWriter(aside / "dispatches.parquet", schema.DISPATCH_REVISIONS) as rows,
            pq.ParquetWriter(aside / "rejected.parquet", schema.QUARANTINE) as refused,
        ):
            for count, staged in results:
                done += count
                _append(rows, staged.dispatches, batch.batch_id)
                _append(refused, staged.rejected, batch.batch_id)
                tallies = {
                    name: tallies[name].plus(staged.tallies.get(name, Tally(stage=name))) for name in STAGES
                }
        if not done == batch.payloads == tallies["ingest"].check().taken:
            raise AssertionError(f"{batch.payloads} payloads in, {done} came back ({batch.raw_file})")
        for name in STAGES:
            tallies[name].check()
        batch = msgspec.structs.replace(batch, tallies=tallies)
        (aside / "batch.json").write_bytes(msgspec.json.format(msgspec.json.encode(batch)))
    return batch


def remove(settings: Settings, batch: str) -> None:
    """Remove the batch's folder, once it is in the ledger."""
    shutil.rmtree(folder(settings, batch), ignore_errors=True)


def _append(writer: pq.ParquetWriter, rows: pa.RecordBatch, batch: str) -> None:
    if rows.num_rows:
        at = rows.schema.get_field_index("batch_id")
        ids = pa.repeat(pa.scalar(batch, pa.string()), rows.num_rows)
        writer.write_batch(rows.set_column(at, rows.schema.field(at), ids))


@contextmanager
def _aside(settings: Settings, batch: str) -> Iterator[Path]:
    settings.staging.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=settings.staging, prefix=f".{batch}."))
    try:
        yield aside
        final = folder(settings, batch)
        # Two runs of one batch write the same rows: the first to finish stays.
        if final.exists():
            return
        os.replace(aside, final)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
