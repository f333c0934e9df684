"""Backup and restore. A backup is an archive of its own: ``DEPECHE_HOME=BACKUP depeche sql …`` reads it.

The catalog comes first, then the files it names: they are never changed, so what was
copied for an earlier backup is not copied again. ``manifest.json`` is written last, with
the SHA-256 of every file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec

from depeche import catalog, clock, lake
from depeche.pipeline.progress import Progress
from depeche.pipeline.versions import code_version
from depeche.records import Record
from depeche.settings import Settings

MANIFEST = "manifest.json"
CATALOG = "lake/catalog.sqlite"
CHUNK = 1024 * 1024


class BackupError(Exception):
    """A backup cannot be made or restored; the message says why and what to do."""


class File(Record, frozen=True, kw_only=True):
    """A file of a backup, by its path in it."""

    path: str
    bytes: int
    sha256: str


class Manifest(Record, frozen=True, kw_only=True):
    """What a backup holds: the lake at ``snapshot``, made by ``code_version``."""

    made_at: str
    code_version: str
    snapshot: int
    files: list[File]


def backup(settings: Settings, folder: Path, progress: Progress | None = None) -> dict[str, Any]:
    """Back the archive up into ``folder``, or bring an earlier backup there up to date.

    Runs beside writers and readers; killed in the middle, the earlier backup is still
    whole. Gives ``files``, ``bytes``, ``copied`` and ``snapshot``. Raises BackupError
    where ``folder`` holds something else or the archive is not all in its home, NoLake where
    there is nothing to back up.
    """
    _check_whole(settings)
    before = _manifest(folder) if (folder / MANIFEST).exists() else None
    if before is None and folder.exists() and any(folder.iterdir()) and not (folder / ".making").exists():
        raise BackupError(f"{folder} holds something that is no backup; name an empty or a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".making").touch()
    aside = _aside(settings, folder)
    snapshot = lake.copy_catalog(settings, aside)
    lake.settle(aside)
    known = {file.path: file for file in before.files} if before else {}
    done = _Copies(settings.home, folder, known, progress)
    names = [*_lake_files(aside), *_raw_files(settings)]
    files = [done.copy(name, at, len(names)) for at, name in enumerate(names, 1)]
    _move(aside, folder)
    files.append(_described(folder, CATALOG))
    manifest = Manifest(
        made_at=clock.now().isoformat(timespec="seconds"),
        code_version=code_version(settings),
        snapshot=snapshot,
        files=files,
    )
    with _synced(folder / MANIFEST) as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest)))
    (folder / ".making").unlink()
    return {**_sums(files), "copied": done.copied, "snapshot": snapshot, "folder": str(folder)}


def restore(settings: Settings, folder: Path, progress: Progress | None = None) -> dict[str, Any]:
    """Make the archive that the settings name from the backup in ``folder``.

    Every file is held to the manifest's digest; the catalog comes last, so there is no
    lake until all of it is there, and a restore that was killed can be run again. The
    catalog may be of another kind than the one backed up. Raises BackupError where the
    backup is damaged or where there is an archive already.
    """
    manifest = _manifest(folder)
    if _has_lake(settings):
        raise BackupError(
            f"there is a lake already in {(settings.catalog and 'DEPECHE_CATALOG') or settings.lake}; "
            "restore into a new DEPECHE_HOME (and a new, empty database)"
        )
    done = _Copies(folder, settings.home, {}, progress)
    files = [file for file in manifest.files if file.path != CATALOG]
    for at, file in enumerate(files, 1):
        if done.copy(file.path, at, len(files)) != file:
            (settings.home / file.path).unlink()
            raise _damaged(folder, file.path)
    if _described(folder, CATALOG) != next(file for file in manifest.files if file.path == CATALOG):
        raise _damaged(folder, CATALOG)
    source = msgspec.structs.replace(settings, home=folder, catalog="")
    if settings.catalog:
        lake.copy_catalog(source, settings)
    else:
        aside = _aside(settings, settings.home)
        lake.copy_catalog(source, aside)
        lake.settle(aside)
        _move(aside, settings.home)
    return {**_sums(manifest.files), "made_at": manifest.made_at, "snapshot": manifest.snapshot}


class _Copies:
    """Copies files between two homes and counts; ``known`` were copied before and are trusted."""

    def __init__(self, source: Path, target: Path, known: dict[str, File], progress: Progress | None) -> None:
        self._source, self._target, self._known, self._progress = source, target, known, progress
        self.copied = 0

    def copy(self, name: str, at: int, total: int) -> File:
        """Copy a file aside, sync and rename it; gives what was written."""
        if self._progress:
            self._progress("files", at, total)
        target, known = self._target / name, self._known.get(name)
        if known and target.exists() and target.stat().st_size == known.bytes:
            return known
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with (self._source / name).open("rb") as source, _synced(target) as file:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                file.write(chunk)
        self.copied += 1
        return File(path=name, bytes=target.stat().st_size, sha256=digest.hexdigest())


def _lake_files(settings: Settings) -> Iterator[str]:
    for path in lake.data_files(settings):
        yield f"lake/data/{path}"


def _raw_files(settings: Settings) -> Iterator[str]:
    """All complete WARC files, exchanges included; those being written begin with a dot."""
    for file in sorted((settings.home / "raw").rglob("*.warc.gz")):
        if not file.name.startswith("."):
            yield str(file.relative_to(settings.home))


def _check_whole(settings: Settings) -> None:
    home = settings.home
    for name, there, usual in (
        ("RAW", settings.raw, home / "raw"),
        ("LAKE_DATA", settings.lake_data, home / "lake" / "data"),
    ):
        if there != usual:
            raise BackupError(
                f"DEPECHE_{name} is {there}, outside of {home}, and a backup holds what is in there; copy the "
                "catalog, then both stores, by their own means (docs/operations.md)"
            )


def _described(folder: Path, name: str) -> File:
    with (folder / name).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return File(path=name, bytes=(folder / name).stat().st_size, sha256=digest)


def _manifest(folder: Path) -> Manifest:
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except FileNotFoundError:
        raise BackupError(
            f"{folder} holds no finished backup ({MANIFEST} is missing); make one with: depeche backup {folder}"
        ) from None
    except msgspec.MsgspecError as error:
        raise BackupError(f"{folder / MANIFEST} is damaged ({error})") from None


def _has_lake(settings: Settings) -> bool:
    try:
        catalog.connect(settings).close()
    except catalog.NoLake:
        return False
    return True


def _damaged(folder: Path, name: str) -> BackupError:
    return BackupError(
        f"{folder / name} is not what was backed up: its bytes have changed; use another backup"
    )


def _aside(settings: Settings, folder: Path) -> Settings:
    """Settings of an archive inside ``folder`` that holds nothing but a SQLite catalog in the making."""
    home = folder / ".catalog"
    shutil.rmtree(home, ignore_errors=True)
    return msgspec.structs.replace(settings, home=home, catalog="")


def _move(aside: Settings, folder: Path) -> None:
    """The catalog made aside becomes the folder's own."""
    (folder / CATALOG).parent.mkdir(parents=True, exist_ok=True)
    os.replace(catalog.catalog_file(aside), folder / CATALOG)
    shutil.rmtree(aside.home)


@contextmanager
def _synced(file: Path) -> Iterator[IO[bytes]]:
    """A stream to write ``file`` with: on the disk before it takes its place.

    It lies aside under one name always: what a killed backup left is written over by the next.
    """
    aside = file.with_name(f".{file.name}.part")
    with aside.open("wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(aside, file)


def _sums(files: list[File]) -> dict[str, int]:
    return {"files": len(files), "bytes": sum(file.bytes for file in files)}
