"""A place in a drop folder: whether it is looked at, where it really is, and whether it keeps still."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import NamedTuple

from depeche.ingest.delivery import Source, printable
from depeche.ingest.names import Names
from depeche.ingest.sidecar import Used
from depeche.ingest.unreached import dead_link, unreadable
from depeche.records import Reject
from depeche.settings import Settings

# Names under which senders write what is not complete yet.
UNFINISHED = (".part", ".tmp", ".filepart")

# Tells how many payloads a file that was ingested whole before had; None: not seen, or changed.
Seen = Callable[[Source], int | None]


class Root(NamedTuple):
    """What was asked to be read, and how."""

    given: str  # as the caller wrote it; a folder with its closing slash
    real: str  # without links; nothing outside of it is read
    is_folder: bool
    settings: Settings
    seen: Seen
    listed: dict[str, Names]  # the folder listed last, for files given by themselves
    used: Used


class Place(NamedTuple):
    """A file: its path, its name below the root, and the names beside it (None: not listed)."""

    path: str
    name: str
    beside: Names | None


def is_delivered(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is looked at: neither hidden nor, for a file, unfinished."""
    if entry.name.startswith("."):
        return False
    return entry.is_dir(follow_symlinks=False) or not entry.name.endswith(UNFINISHED)


def look(root: Root, place: Place) -> Source | None:
    """The file as it stands; None for a link to a folder, which is walked by its own name, and for what is gone.

    Raises Reject where it is not to be read.
    """
    path = place.path
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return None  # renamed or taken away since the folder was listed: under that name nothing is delivered
    except OSError as error:
        raise unreadable(error) from None
    if stat.S_ISLNK(found.st_mode):
        path = stay(root, path)
        try:
            found = os.stat(path)
        except OSError as error:
            raise dead_link(error) from None
        if stat.S_ISDIR(found.st_mode):
            return None
    if not stat.S_ISREG(found.st_mode):
        raise Reject("not_a_file", "a device, socket or named pipe, not a file")
    return source_of(path, found)


def stay(root: Root, path: str) -> str:
    """Where ``path`` really is. Raises Reject where that is outside of the root."""
    real = os.path.realpath(path)
    if os.path.commonpath([real, root.real]) != root.real:
        raise Reject("unsafe_path", f"a link to {printable(real)}, outside of {printable(root.given)}")
    return real


def source_of(path: str, found: os.stat_result) -> Source:
    """What tells whether the file has changed."""
    return Source(os.fsencode(path), found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def is_taken(root: Root, path: str) -> bool:
    """Whether the file was ingested whole before, and has not changed since."""
    try:
        return root.seen(source_of(path, os.lstat(path))) is not None
    except OSError:
        return False


def is_same(source: Source) -> bool:
    """Whether the file is as it was when it was looked at."""
    try:
        return source_of(os.fsdecode(source.path), os.lstat(source.path)) == source
    except OSError:
        return False
