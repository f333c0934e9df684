"""Places: files and folders of this machine, or of an object store by URL (``s3://bucket/wire``).

A ``Place`` has pathlib's verbs whichever it is. Local places are plain ``Path``s and cost
nothing more; behind a URL stands fsspec. Credentials and endpoints come from where the
store's own tools have them (for S3: ``AWS_…`` variables, profiles, roles), never from here.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from upath import UPath

    Place = Path | UPath
else:
    Place = Path

# Listings are asked for anew: another process may have written.
OPTIONS: dict[str, dict[str, Any]] = {"s3": {"use_listings_cache": False}}
# The libraries behind fsspec whose errors are no OSError.
CLIENTS = ("aiobotocore", "aiohttp", "botocore", "fsspec", "s3fs")
# DuckDB's errors of files and servers; its others are of what it was asked.
DUCKDB, UNREACHED = ("duckdb", "_duckdb"), ("IOException", "HTTPException")
# Bytes of a remote file that are fetched at once.
AHEAD = 8 * 1024 * 1024
# Objects that are listed at once; S3 gives no more.
PAGE = 1000


def is_url(text: str) -> bool:
    """Whether ``text`` is a URL and no path of this machine."""
    return "://" in text


def place(text: str, base: Path | None = None) -> Place:
    """The place that ``text`` names: a URL, or a path (``~`` allowed, relative to ``base``), made absolute."""
    if is_url(text):
        from upath import UPath  # takes a moment to import, and most archives are local

        found: UPath = UPath(text, **OPTIONS.get(text.partition(":")[0], {}))
        return found
    return (base or Path()).joinpath(Path(text).expanduser()).resolve()


def is_web(here: Place) -> bool:
    """Whether the place is on a web server, which does not list what it has."""
    return not isinstance(here, Path) and here.protocol in ("http", "https")


def is_remote(here: Place) -> bool:
    """Whether the place is in an object store, where nothing is renamed, synced or locked."""
    return not isinstance(here, Path)


class Stored(NamedTuple):
    """A file as its store lists it; ``changed_ns`` is 0 where the store does not tell."""

    place: Place
    size: int
    changed_ns: int


def look(file: Place) -> Stored:
    """The file as it stands. Raises OSError where it is not there or cannot be seen."""
    if isinstance(file, Path):
        found = file.stat()
        return Stored(file, found.st_size, found.st_mtime_ns)
    with reaching():
        return _stored(file, file.fs.info(file.path))


def walk(folder: Place) -> Iterator[Stored]:
    """The files below a folder, in the order of their names, folder by folder; hidden ones left out.

    Raises OSError where it is not there or cannot be seen.
    """
    for entry in listing(folder):
        if isinstance(entry, Stored):
            yield entry
        else:
            yield from walk(entry)


def listing(folder: Place) -> list[Stored | Place]:
    """The files in a folder, and its sub-folders as places, in the order of their names; no hidden ones.

    Raises OSError where it is not there or cannot be seen.
    """
    found: dict[str, Stored | Place] = {}
    if isinstance(folder, Path):
        for entry in os.scandir(folder):
            here = folder / entry.name
            found[entry.name + "/" * entry.is_dir()] = here if entry.is_dir() else look(here)
    else:
        with reaching():
            infos = folder.fs.ls(folder.path, detail=True)
        for info in infos:
            name = info["name"].rstrip("/").rpartition("/")[2]
            is_folder = info["type"] == "directory"
            # An empty object that stands for the folder itself is listed within it.
            if name and (is_folder or not info["name"].endswith("/")):
                found[name + "/" * is_folder] = folder / name if is_folder else _stored(folder / name, info)
    return [found[name] for name in sorted(found) if not name.startswith(".")]


def pages(folder: Place) -> Iterator[Stored | Place]:
    """As :func:`listing`, of S3 page by page and without holding it all: files and sub-folders in turn."""
    if isinstance(folder, Path) or folder.protocol not in ("s3", "s3a"):
        yield from listing(folder)
        return
    bucket, key, _ = folder.fs.split_path(folder.path)
    prefix = f"{key.rstrip('/')}/" if key else ""
    further: dict[str, str] = {}
    while True:
        with reaching():
            page = folder.fs.call_s3(
                "list_objects_v2", Bucket=bucket, Prefix=prefix, Delimiter="/", MaxKeys=PAGE, **further
            )
        for found in page.get("Contents", ()):
            name = found["Key"].removeprefix(prefix)
            if name and not name.startswith("."):
                changed_ns = int(found["LastModified"].timestamp() * 1e9)
                yield Stored(folder / name, int(found["Size"]), changed_ns)
        for below in page.get("CommonPrefixes", ()):
            name = below["Prefix"].removeprefix(prefix).rstrip("/")
            if name and not name.startswith("."):
                yield folder / name
        if not page.get("IsTruncated"):
            return
        further = {"ContinuationToken": page["NextContinuationToken"]}


def open_file(file: Place) -> IO[bytes]:
    """The file for reading, seekable; a remote one is read ahead, for reading on and on."""
    if isinstance(file, Path):
        return file.open("rb")
    opened: IO[bytes] = file.fs.open(file.path, "rb", block_size=AHEAD, cache_type="readahead")
    return opened


def publish(aside: Path, final: Place) -> None:
    """Give a file that is complete on this machine's disk its place: all of it is there then, or nothing.

    Raises FileExistsError where that is taken, OSError where it cannot be had.
    """
    with reaching():
        if final.exists():
            raise FileExistsError(str(final))
        if isinstance(final, Path):
            os.rename(aside, final)
            sync_folder(final.parent)
            return
        final.fs.put_file(str(aside), final.path, mode="create")
    aside.unlink()


def fetch(file: Place, to: Path) -> None:
    """Copy a file to a path of this machine. Raises OSError."""
    with reaching(), closing(open_file(file)) as given, to.open("wb") as out:
        shutil.copyfileobj(given, out, AHEAD)


def put(file: Path, to: Place) -> None:
    """Copy a file of this machine to a place, over what is there. Raises OSError."""
    with reaching():
        if isinstance(to, Path):
            shutil.copyfile(file, to)
        else:
            to.fs.put_file(str(file), to.path)


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


class Opened:
    """The file read last, kept open: neighbours are asked for one after the other."""

    def __init__(self) -> None:
        self._name = ""
        self._file: IO[bytes] | None = None

    def get(self, name: str) -> IO[bytes]:
        """The file of this path or URL. Raises OSError."""
        if self._file is None or name != self._name:
            self.close()
            self._file, self._name = open_file(place(name)), name
        return self._file

    def close(self) -> None:
        """Close it."""
        if self._file is not None:
            self._file.close()
            self._file = None


@contextmanager
def reaching() -> Iterator[None]:
    """What a store's client raises of its own is raised as OSError, like everything a disk does."""
    try:
        yield
    except Exception as error:  # the clients' kinds are not at hand: a client is imported where it is used
        if _is_clients(error):
            raise OSError(f"{type(error).__name__}: {error}".splitlines()[0]) from error
        raise


def _is_clients(error: Exception) -> bool:
    """Whether a store's client raised it, or DuckDB, which reads the lake's files there by itself."""
    library = type(error).__module__.partition(".")[0]
    return library in CLIENTS or (library in DUCKDB and type(error).__name__ in UNREACHED)


def _stored(file: Place, info: dict[str, Any]) -> Stored:
    if info.get("size") is None:
        raise OSError(f"{file}: the server does not say how long it is")
    changed = info.get("LastModified") or info.get("mtime")
    changed_ns = int(changed.timestamp() * 1e9) if isinstance(changed, datetime) else 0
    return Stored(file, int(info["size"]), changed_ns)
