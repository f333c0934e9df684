"""One file of a drop folder: looked at, opened, and delivered with its side-car."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from depeche.ingest import sidecar
from depeche.ingest.archives import expand
from depeche.ingest.archives.box import Box
from depeche.ingest.archives.kinds import HEAD, sniff, unsupported
from depeche.ingest.delivery import Delivery, Done, Item, Left, Source, Unchanged, printable
from depeche.ingest.drop.place import Place, Root, is_delivered, is_same, is_taken, look, stay
from depeche.ingest.limits import Budget
from depeche.ingest.names import Names, names_in
from depeche.ingest.split import split
from depeche.ingest.spool import Reading, Spooled, chunks_of, spool
from depeche.ingest.unreached import TRY_AGAIN, refusal, unreadable
from depeche.records import Reject, SideCar

# A file changed so lately may change again within the same tick of the file system's clock.
SETTLED_SECONDS = 0.1


def read_file(root: Root, place: Place) -> Iterator[Item]:
    """What one file gives, with ``Done`` behind it where all of it was read and it kept still."""
    try:
        source = look(root, place)
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
    if readable and is_same(source) and time.time() - source.ctime_ns / 1e9 > SETTLED_SECONDS:
        yield Done(source, payloads)


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
        if not is_same(source):
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
            root.used.check(place.path, beside, lambda name: is_taken(root, os.path.join(folder, name)))
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


def refused_place(root: Root, name: str, why: Reject) -> Iterator[Delivery]:
    """One refused delivery without bytes."""
    yield refusal(printable(name), _input(root, name), why)


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
