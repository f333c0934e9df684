"""One file of a drop folder: looked at, opened, and delivered with its side-car."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from depeche.ingest import sidecar
from depeche.ingest.archivebox import Box
from depeche.ingest.archivekinds import HEAD, sniff, unsupported
from depeche.ingest.archives import expand
from depeche.ingest.delivery import Delivery, Done, Item, Left, Source, Unchanged, printable
from depeche.ingest.limits import Budget
from depeche.ingest.names import Names, names_in
from depeche.ingest.split import split
from depeche.ingest.spool import Reading, Spooled, chunks_of, nothing, spool
from depeche.ingest.unreached import dead_link, unreadable
from depeche.records import Reject, SideCar
from depeche.settings import Settings

# Names under which senders write what is not complete yet.
UNFINISHED = (".part", ".tmp", ".filepart")
# Refusals that may be over by the next run, though the file looks the same.
TRY_AGAIN = ("unreadable", "still_changing")
# A file changed so lately may change again within the same tick of the file system's clock.
SETTLED_SECONDS = 0.1

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
    used: sidecar.Used


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


def read_file(root: Root, place: Place) -> Iterator[Item]:
    """What one file gives, with ``Done`` behind it where all of it was read and it kept still."""
    try:
        source = _look(root, place)
    except Reject as why:
        yield from refused_place(root, place.name, why)
        return
    if source is None:
        return
    known = root.seen(source)
    if known is not None:
        yield Unchanged(printable(place.name), _input(root, place.name), source.size, known)
        return
    payloads, readable = 0, True
    for delivery in _open(root, place, source):
        if isinstance(delivery, Left):
            yield delivery
            continue
        payloads += 1
        readable = readable and (delivery.refused is None or delivery.refused[0] not in TRY_AGAIN)
        yield delivery
    if readable and _same(source) and time.time() - source.ctime_ns / 1e9 > SETTLED_SECONDS:
        yield Done(source, payloads)


def _look(root: Root, place: Place) -> Source | None:
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
    return _source(path, found)


def stay(root: Root, path: str) -> str:
    """Where ``path`` really is. Raises Reject where that is outside of the root."""
    real = os.path.realpath(path)
    if os.path.commonpath([real, root.real]) != root.real:
        raise Reject("unsafe_path", f"a link to {printable(real)}, outside of {printable(root.given)}")
    return real


def _open(root: Root, place: Place, source: Source) -> Iterator[Delivery | Left]:
    try:
        # Should a pipe or a link take the file's place now, it neither blocks nor leads elsewhere.
        number = os.open(source.path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError as error:
        yield from refused_place(root, place.name, unreadable(error))
        return
    with os.fdopen(number, "rb") as file:
        reading = Reading(file, printable(place.name))
        try:
            head = reading.read(HEAD)
        except Reject as why:
            yield from refused_place(root, place.name, why)
            return
        if sidecar.is_sidecar(place.name):
            yield from _sidecar(root, place, reading)
            return
        described, kind = _described(root, place), sniff(head)
        if kind is None:
            yield from _payload(root, place, source, reading, described)
            return
        yield from expand(
            Box(
                name=printable(place.name),
                input=_input(root, place.name),
                source=reading,  # type: ignore[arg-type]  # reads and seeks, which is all that is used
                size=source.size,
                kind=kind,
                depth=1,
                sidecar=described,
                budget=Budget(source.size, root.settings),
                settings=root.settings,
            )
        )


def _payload(
    root: Root, place: Place, source: Source, reading: Reading, described: SideCar
) -> Iterator[Delivery]:
    try:
        payload = spool(chunks_of(reading))  # type: ignore[arg-type]
        head = payload.head(HEAD)
        if not _same(source):
            payload.file.close()
            raise Reject(
                "still_changing",
                "it changed while it was read; the next run takes it. Write under a name that ends in .part "
                "and rename when complete",
            )
    except Reject as why:
        yield from refused_place(root, place.name, why)
        return
    with payload:
        refused = unsupported(head)
        yield from split(_delivery(root, place.name, payload, described, refused))


def _sidecar(root: Root, place: Place, reading: Reading) -> Iterator[Delivery]:
    """Nothing for a good side-car with its file; else the side-car itself, refused."""
    try:
        payload = spool(chunks_of(reading))  # type: ignore[arg-type]
    except Reject as why:
        yield from refused_place(root, place.name, why)
        return
    with payload:
        try:
            sidecar.parse(payload.head(sidecar.MAX_BYTES + 1))
            folder = os.path.dirname(place.path)
            beside = _listed(root, folder) if place.beside is None else place.beside
            root.used.check(place.path, beside, lambda name: _is_taken(root, os.path.join(folder, name)))
        except Reject as why:
            yield _delivery(root, place.name, payload, SideCar(), why)


def _described(root: Root, place: Place) -> SideCar:
    """The side-car of a file; an empty one where it has none, or one that is refused by itself."""
    folder, base = os.path.split(place.path)
    for name in sidecar.candidates(base):
        path = os.path.join(folder, name)
        if (place.beside is None or name in place.beside) and os.path.isfile(path):
            root.used.add(path)
            try:
                with open(stay(root, path) if root.is_folder else path, "rb") as file:
                    return sidecar.parse(file.read(sidecar.MAX_BYTES + 1))
            except (Reject, OSError):
                return SideCar()
    return SideCar()


def _listed(root: Root, folder: str) -> Names:
    if folder not in root.listed:
        root.listed.clear()
        root.listed[folder] = names_in(folder, is_delivered)
    return root.listed[folder]


def _source(path: str, found: os.stat_result) -> Source:
    return Source(os.fsencode(path), found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _is_taken(root: Root, path: str) -> bool:
    try:
        return root.seen(_source(path, os.lstat(path))) is not None
    except OSError:
        return False


def _same(source: Source) -> bool:
    try:
        return _source(os.fsdecode(source.path), os.lstat(source.path)) == source
    except OSError:
        return False


def refused_place(root: Root, name: str, why: Reject) -> Iterator[Delivery]:
    """One refused delivery without bytes."""
    with nothing() as payload:
        yield _delivery(root, name, payload, SideCar(), why)


def _delivery(
    root: Root, name: str, payload: Spooled, described: SideCar, refused: Reject | None
) -> Delivery:
    return Delivery(
        name=printable(name),
        input=_input(root, name),
        size=payload.size,
        sha256=payload.sha256,
        payload=payload.file,
        sidecar=described,
        refused=(refused.reason, printable(refused.detail)) if refused else None,
    )


def _input(root: Root, name: str) -> str:
    return printable(root.given + name if root.is_folder else root.given)
