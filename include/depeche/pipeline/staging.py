"""A batch between the stages: a folder of Parquet files and tallies, there whole or not at all.

On this machine a folder is written aside and renamed. In an object store, which renames
nothing, the file that tells that the others are whole is put there last and removed first.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from depeche import batchfile, locks, points, schema, storage
from depeche.batchfile import Batch
from depeche.catalog import StagingDamaged
from depeche.digests import digests
from depeche.ingest import rawstore
from depeche.pipeline.outcome import Staged
from depeche.pipeline.staged_rows import Rows
from depeche.records import RawRef, Tally
from depeche.settings import Settings
from depeche.storage import Place, Stored

WHOLE = batchfile.NAME
# Ends the names of folders that somebody is writing.
PART = ".part"
STAGES = ("ingest", "clean", "normalise")


def batch_id(refs: Sequence[RawRef], version: str, salt: str = "") -> str:
    """Hash of the payloads, where they are, the code's version and ``salt``: 24 hex digits."""
    digest = sha256(f"{version}\0{salt}".encode())
    for ref in refs:
        digest.update(f"\0{ref.raw_uri}\0{ref.raw_sha256}".encode())
    return digest.hexdigest()[:24]


def folder(settings: Settings, batch: str) -> Place:
    """The staging folder of the batch with this id."""
    return settings.staging / batch


def read(settings: Settings, batch: str) -> Batch | None:
    """What ``batch.json`` says, or None where the batch is not staged whole."""
    file = folder(settings, batch) / WHOLE
    with storage.reaching():
        if not file.exists():
            return None
        try:
            return msgspec.json.decode(file.read_bytes(), type=Batch)
        except msgspec.MsgspecError:
            return None  # damaged: it is made anew


def failures(settings: Settings, batch: str) -> list[str]:
    """The batch rules that a staged batch broke; none where it passed or was not judged yet."""
    file = folder(settings, batch) / "validation.json"
    with storage.reaching():
        if not file.exists():
            return []
        try:
            verdict = msgspec.json.decode(file.read_bytes())
        except msgspec.MsgspecError:
            return [f"{file} is damaged: run again, and it is judged anew"]
    return [] if verdict["passed"] else list(verdict["failures"])


def validation(settings: Settings, batch: str) -> str | None:
    """The verdict on a staged batch with Great Expectations' result, as JSON; None where there is none."""
    file = folder(settings, batch) / "validation.json"
    with storage.reaching():
        return file.read_text() if file.exists() else None


@contextmanager
def hold(settings: Settings, batch: str, seconds: float | None = None) -> Iterator[None]:
    """Be the only run that works on this batch: others wait, then find what was done.

    Two runs may take the same batch: the night beside a backfill, a task cleared while its
    twin still goes on. The lock ends with the process that holds it. Raises locks.Busy after
    ``seconds`` (None: waits as long as it takes).
    """
    settings.staging_state.mkdir(parents=True, exist_ok=True)
    lock = settings.staging_state / f".{batch}.lock"
    with locks.hold(settings, f"batch {batch}", lock, seconds):
        try:
            yield
        finally:
            # Nothing is staged (any more): who still waits finds that, whatever file it waits on.
            if not _is_whole(settings, batch):
                lock.unlink(missing_ok=True)


def sweep(settings: Settings) -> None:
    """Remove what runs that were killed have left of batches that are not staged whole, locks included."""
    for lock in settings.staging_state.glob(".*.lock"):
        batch = lock.name[1 : -len(".lock")]
        if _is_whole(settings, batch):
            continue
        with suppress(locks.Busy), hold(settings, batch, seconds=0):
            if not _is_whole(settings, batch):
                remove(settings, batch)


def _is_whole(settings: Settings, batch: str) -> bool:
    return (folder(settings, batch) / WHOLE).exists()


def staged_ids(settings: Settings) -> list[str]:
    """The batches staged whole, oldest first."""
    found: list[tuple[int, str]] = []
    with storage.reaching():
        for entry in storage.listing(settings.staging) if settings.staging.exists() else []:
            if not isinstance(entry, Stored) and (entry / WHOLE).exists():
                found.append((storage.look(entry / WHOLE).changed_ns, entry.name))
    return [name for _, name in sorted(found)]


def refs(settings: Settings, batch: str, raw_uris: Sequence[str] | None = None) -> list[RawRef]:
    """The payloads of the batch, in raw order; only ``raw_uris`` where given."""
    found = rawstore.refs(settings, batch)
    return [ref for ref in found if ref.raw_uri in set(raw_uris)] if raw_uris is not None else found


def write(settings: Settings, batch: Batch, results: Iterator[tuple[int, Staged]]) -> Batch:
    """Stage a batch: stream the chunks' rows to Parquet, then rename the folder into place.

    The caller holds the batch. Raises AssertionError where a payload came back without an outcome.
    """
    tallies = {name: Tally(stage=name) for name in STAGES}
    done = 0
    with _aside(settings, batch.batch_id) as aside:
        with (
            Rows(aside / "dispatches.parquet", schema.DISPATCH_REVISIONS, batch.batch_id) as rows,
            Rows(aside / "rejected.parquet", schema.QUARANTINE, batch.batch_id) as refused,
        ):
            for count, staged in results:
                done += count
                rows.add(staged.dispatches)
                refused.add(staged.rejected)
                tallies = {
                    name: tallies[name].plus(staged.tallies.get(name, Tally(stage=name))) for name in STAGES
                }
        if not done == batch.payloads == tallies["ingest"].check().taken:
            raise AssertionError(f"{batch.payloads} payloads in, {done} came back ({batch.raw_file})")
        for name in STAGES:
            tallies[name].check()
        written = digests(aside / "dispatches.parquet", aside / "rejected.parquet")
        batch = msgspec.structs.replace(batch, tallies=tallies, digests=written)
        (aside / WHOLE).write_bytes(msgspec.json.format(msgspec.json.encode(batch)))
    return batch


def remove(settings: Settings, batch: str) -> None:
    """Remove what is staged of the batch: once it is in the ledger, or where it is not whole."""
    for left in settings.staging_state.glob(f".{batch}.*{PART}"):
        shutil.rmtree(left, ignore_errors=True)  # of a run that was killed
    here = folder(settings, batch)
    if isinstance(here, Path):
        shutil.rmtree(here, ignore_errors=True)
        return
    with storage.reaching():
        (here / WHOLE).unlink(missing_ok=True)
        if here.exists():
            here.fs.rm(here.path, recursive=True)


@contextmanager
def removed_if_damaged(settings: Settings, batch: str) -> Iterator[None]:
    """Remove the batch where a staged file turns out to be damaged: the next run makes it anew."""
    try:
        yield
    except StagingDamaged:
        remove(settings, batch)
        raise


@contextmanager
def at_hand(settings: Settings, batch: str) -> Iterator[Path]:
    """The files of a staged batch in a folder of this machine; what is written there stays staged.

    Raises OSError where the object store that has them cannot be reached.
    """
    here = folder(settings, batch)
    if isinstance(here, Path):
        yield here
        return
    with tempfile.TemporaryDirectory(dir=settings.staging_state, prefix=f".{batch}.", suffix=PART) as name:
        copy = Path(name)
        with storage.reaching():
            for entry in storage.listing(here):
                if isinstance(entry, Stored):
                    storage.fetch(entry.place, copy / entry.place.name)
        before = {file.name: file.stat().st_mtime_ns for file in copy.iterdir()}
        yield copy
        changed = [f for f in copy.iterdir() if before.get(f.name) != f.stat().st_mtime_ns]
        _put(changed, here)


def _put(files: Iterable[Path], there: Place) -> None:
    """Put files into a folder of an object store, those that tell of the others last."""
    for file in sorted(files, key=lambda file: file.suffix == ".json"):
        storage.put(file, there / file.name)


@contextmanager
def _aside(settings: Settings, batch: str) -> Iterator[Path]:
    remove(settings, batch)
    aside = Path(tempfile.mkdtemp(dir=settings.staging_state, prefix=f".{batch}.", suffix=PART))
    try:
        yield aside
        points.reached("rows_staged")
        final = folder(settings, batch)
        if isinstance(final, Path):
            os.replace(aside, final)
        else:
            _put(aside.iterdir(), final)
        points.reached("staged")
    finally:
        shutil.rmtree(aside, ignore_errors=True)
