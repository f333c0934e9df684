"""Drop folders in an object store: the same files, side-cars and archives as in one of this machine.

An object is there whole or not at all, so none is seen half written; there are no links
and no devices. Each is copied to this machine while it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing

from depeche import storage
from depeche.ingest import sidecar
from depeche.ingest.archives import expand
from depeche.ingest.archives.box import Box
from depeche.ingest.archives.kinds import HEAD, sniff, unsupported
from depeche.ingest.delivery import Delivery, Done, Item, Left, Source, Unchanged, printable
from depeche.ingest.drop.place import UNFINISHED, Seen
from depeche.ingest.limits import Budget
from depeche.ingest.names import Names
from depeche.ingest.split import split
from depeche.ingest.spool import Spooled, chunks_of, spool
from depeche.ingest.unreached import TRY_AGAIN, refusal, unreachable, unreadable
from depeche.records import Reject, SideCar
from depeche.settings import Settings
from depeche.storage import Place, Stored


def walk(
    top: Place, settings: Settings, *, folders: Sequence[str] | None = None, seen: Seen
) -> Iterator[Item]:
    """Deliveries, and after the last one of each object ``Done``; ``Unchanged`` for what was seen.

    ``folders`` (relative to ``top``, with ``/``): only these are walked. A folder that cannot be
    reached is ``Trouble``; an object that cannot be read is a refusal, and tried again by the next run.
    """
    wanted = [top] if folders is None else [top / folder for folder in folders]
    for folder in wanted:
        try:
            with storage.reaching():
                if folder is top and folder.is_file():
                    yield from _Folder(
                        top.parent, [storage.look(top)], Names([top.name]), settings, seen
                    ).read()
                elif folder is top or folder.is_dir():
                    yield from _below(top, folder, settings, seen)
        except OSError as error:
            yield unreachable(folder, error)


def _below(top: Place, folder: Place, settings: Settings, seen: Seen) -> Iterator[Item]:
    # Listed twice: the names of millions of objects fit into memory or spill, what is told of them does not.
    names = Names(
        e.place.name if isinstance(e, Stored) else f"{e.name}/"
        for e in storage.pages(folder)
        if _is_delivered(e)
    )
    files = (e for e in storage.pages(folder) if isinstance(e, Stored) and _is_delivered(e))
    yield from _Folder(top, files, names, settings, seen).read()
    for name in names:
        if name.endswith("/"):
            yield from _below(top, folder / name.rstrip("/"), settings, seen)


def _is_delivered(entry: Stored | Place) -> bool:
    return not isinstance(entry, Stored) or not entry.place.name.endswith(UNFINISHED)


class _Folder:
    """The objects of one folder, which may describe each other."""

    def __init__(
        self, top: Place, files: Iterable[Stored], names: Names, settings: Settings, seen: Seen
    ) -> None:
        self._top = str(top).rstrip("/") + "/"
        self._files = files
        self._names = names
        self._settings = settings
        self._seen = seen
        self._used = sidecar.Used()

    def read(self) -> Iterator[Item]:
        """What each object gives."""
        for file in self._files:
            source = _source(file)
            known = self._seen(source)
            if known is not None:
                yield Unchanged(self._name(file), printable(str(file.place)), file.size, known)
                continue
            payloads, readable = 0, True
            for item in self._deliveries(file):
                if isinstance(item, Delivery):
                    payloads += 1
                    readable = readable and (item.refused is None or item.refused[0] not in TRY_AGAIN)
                yield item
            if readable:
                yield Done(source, payloads)

    def _deliveries(self, file: Stored) -> Iterator[Delivery | Left]:
        name, given = self._name(file), printable(str(file.place))
        try:
            with storage.reaching(), closing(storage.open_file(file.place)) as opened:
                payload = spool(chunks_of(opened))
            described = SideCar() if sidecar.is_sidecar(name) else self._described(file)
        except OSError as error:
            yield refusal(name, given, unreadable(error))
            return
        with payload:
            if sidecar.is_sidecar(name):
                yield from self._sidecar(file, payload)
                return
            head = payload.head(HEAD)
            kind = sniff(head)
            if kind is None:
                yield from split(_delivery(name, given, payload, described, unsupported(head)))
                return
            budget = Budget(payload.size, self._settings)
            yield from expand(
                Box(name, given, payload.file, payload.size, kind, 1, described, budget, self._settings)
            )

    def _described(self, file: Stored) -> SideCar:
        """The side-car of an object; an empty one where it has none, or one that is refused by itself."""
        for name in sidecar.candidates(file.place.name):
            if name in self._names:
                self._used.add(str(file.place.parent / name))
                with storage.reaching(), closing(storage.open_file(file.place.parent / name)) as opened:
                    content = opened.read(sidecar.MAX_BYTES + 1)
                try:
                    return sidecar.parse(content)
                except Reject:
                    return SideCar()
        return SideCar()

    def _sidecar(self, file: Stored, payload: Spooled) -> Iterator[Delivery]:
        """Nothing for a good side-car with its object; else the side-car itself, refused."""
        try:
            sidecar.parse(payload.head(sidecar.MAX_BYTES + 1))
            self._used.check(str(file.place), self._names, self._is_taken(file.place.parent))
        except Reject as why:
            yield _delivery(self._name(file), printable(str(file.place)), payload, SideCar(), why)

    def _is_taken(self, folder: Place) -> Callable[[str], bool]:
        def taken(name: str) -> bool:
            return self._seen(_source(storage.look(folder / name))) is not None

        return taken

    def _name(self, file: Stored) -> str:
        return printable(str(file.place).removeprefix(self._top))


def _source(file: Stored) -> Source:
    return Source(str(file.place).encode(), file.size, file.changed_ns, 0)


def _delivery(
    name: str, given: str, payload: Spooled, described: SideCar, refused: Reject | None
) -> Delivery:
    return Delivery(
        name=name,
        input=given,
        size=payload.size,
        sha256=payload.sha256,
        payload=payload.file,
        sidecar=described,
        refused=(refused.reason, printable(refused.detail)) if refused else None,
    )
