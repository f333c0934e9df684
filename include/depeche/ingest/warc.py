"""The feed kind ``warc``: web archives of others, here or in an object store, read where they are.

A file is read in stretches of bytes. Each is a piece of work by itself: workers read
several at once, an interrupted run goes on with the first that is not done, and the
borders fall where they always fall. A record's bytes stay where they are; the raw store
notes where that is, and their digest. With ``copy: true`` it keeps the bytes themselves.
"""

from __future__ import annotations

import gzip
import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from typing import IO, NamedTuple

import msgspec

from depeche import batch as workers
from depeche import storage
from depeche.batch import Failure, Work
from depeche.ingest import select, warcread
from depeche.ingest.delivery import (
    Delivery,
    Done,
    Item,
    Left,
    Memory,
    Outside,
    Source,
    Trouble,
    Unchanged,
    printable,
)
from depeche.ingest.feeds import Feed
from depeche.ingest.select import Selection
from depeche.ingest.unreached import TRY_AGAIN, unreachable, unreadable
from depeche.ingest.warcbounds import is_addressable
from depeche.ingest.warcmembers import NOTHING, damage, described_by
from depeche.records import Reject, SideCar
from depeche.settings import Settings
from depeche.storage import Place, Stored

# Compressed bytes of a stretch: about 2,500 news pages, some seconds of work.
STRETCH = 64 * 1024 * 1024
# Seconds a worker may take for one: a slow server is no defect of it.
STRETCH_SECONDS = 3600.0
ENDINGS = (".warc", ".warc.gz")
# Common Crawl's lists of files, one path a line.
LIST, LISTS = "warc.paths.gz", (".paths", ".paths.gz")
# Bytes of a payload that the raw store looks at.
HEAD = 1024
# Refusals after which a stretch is read again by the next run.
AGAIN = (*TRY_AGAIN, "timeout", "crashed", "memory")


class Stretch(NamedTuple):
    """A part of a file: the records that begin at ``start`` or later and before ``stop``."""

    file: Stored
    start: int
    stop: int
    selection: Selection
    copy: bool
    most: int

    @property
    def source(self) -> Source:
        """What tells whether it was read before, in this way and from this file."""
        how = hashlib.sha256(msgspec.json.encode((self.selection, self.copy, self.most))).hexdigest()
        return Source(
            f"{self.file.place}#{self.start} {how}".encode(), self.file.size, self.file.changed_ns, 0
        )


def collect(feed: Feed, settings: Settings, folders: Sequence[str] | None, memory: Memory) -> Iterator[Item]:
    """What the feed's files give, in the order of their names.

    ``folders``, relative to the location: only these are read. A location is a file, a
    folder, or a list of files as Common Crawl publishes them.
    """
    waiting: list[Stretch] = []
    for found in _files(feed.location, folders):
        if not isinstance(found, Stored):
            yield found
            continue
        for part in _stretches(found, feed, settings):
            known = _known(part, memory)
            if known is None:
                waiting.append(part)
            else:
                yield known
    yield from _read_all(waiting, settings)


def _stretches(file: Stored, feed: Feed, settings: Settings) -> Iterator[Stretch]:
    most = settings.max_payload_mb * 1024 * 1024
    for start in range(0, file.size, STRETCH):
        yield Stretch(file, start, min(start + STRETCH, file.size), feed.select, feed.copy, most)


def _known(part: Stretch, memory: Memory) -> Unchanged | None:
    """The stretch where it has been read before."""
    payloads = memory.seen(part.source)
    if payloads is None:
        return None
    place = part.file.place
    return Unchanged(place.name, str(place), part.stop - part.start, payloads)


def sample(feed: Feed, settings: Settings, memory: Memory) -> tuple[Iterator[Item], str]:
    """What a run would take of the feed's first STRETCH bytes that are new, and how much there is, in words.

    Raises FeedUnreachable where the feed's location cannot be read, Reject where a file of it cannot.
    """
    count = size = tried = 0
    known: list[Item] = []
    parts: list[Stretch] = []
    for file in _files(feed.location, None):
        if isinstance(file, Trouble):
            raise file.error
        if isinstance(file, Delivery):
            raise Reject(*(file.refused or ("unreadable", file.name)))
        count, size = count + 1, size + file.size
        for part in _stretches(file, feed, settings):
            before = _known(part, memory)
            if before is not None:
                known.append(before)
            elif tried < STRETCH:
                parts.append(part)
            tried += part.stop - part.start if before is None else 0
    looked = sum(part.stop - part.start for part in parts)
    on = "all that is new" if looked == tried else f"the first {looked / 1e6:,.0f} MB that are new"
    items = chain(known, chain.from_iterable(map(read, parts)))
    return items, f"{count:,} files, {size / 1e6:,.1f} MB; tried on {on}"


def _read_all(parts: Sequence[Stretch], settings: Settings) -> Iterator[Item]:
    # Copied bytes are not sent from process to process: what is copied is read here.
    if len(parts) > 1 and settings.processes > 1 and not parts[0].copy:
        work = Work(_start, _run, _failed, lambda part: workers.CHUNK_BYTES)
        patient = msgspec.structs.replace(settings, page_seconds=STRETCH_SECONDS)
        found: Iterable[Iterable[Delivery | Left]] = (f for _, f in workers.run(work, iter(parts), patient))
    else:
        found = map(read, parts)
    for part, items in zip(parts, found, strict=True):
        payloads, whole = 0, True
        for item in items:
            if isinstance(item, Delivery):
                payloads += 1
                whole = whole and (item.refused is None or item.refused[0] not in AGAIN)
            yield item
        if whole:
            yield Done(part.source, payloads)


def _start(settings: Settings) -> None:
    """Nothing: a stretch says itself how it is read."""


def _run(parts: Sequence[Stretch]) -> list[Delivery | Left]:
    return [item for part in parts for item in read(part)]


def _failed(part: Stretch, failure: Failure) -> list[Delivery | Left]:
    return [_delivery(part, part.start, b"", refused=Reject(failure.reason, failure.detail))]


def read(part: Stretch) -> Iterator[Delivery | Left]:
    """The payloads of a stretch, then how many records were left out, by cause."""
    left: Counter[str] = Counter()
    want = partial(select.by_headers, part.selection)
    try:
        with storage.reaching(), closing(storage.open_file(part.file.place)) as file:
            if not is_addressable(file):
                raise Reject(
                    "unsupported_archive",
                    "compressed as one piece, so its records cannot be found again by their place; put it "
                    "into a drop folder, from where it is copied",
                )
            for found in warcread.records(file, part.file.size, start=part.start, want=want, most=part.most):
                if found.offset >= part.stop:
                    break
                if isinstance(found, warcread.Skipped):
                    left[found.cause] += 1
                elif isinstance(found, warcread.Damaged):
                    yield _damaged(part, file, found)
                else:
                    yield from _found(part, found, left)
    except (Reject, OSError) as error:
        why = error if isinstance(error, Reject) else unreadable(error)
        yield _delivery(part, part.start, b"", refused=why)
    yield Left(dict(left))


def _found(part: Stretch, found: warcread.Found, left: Counter[str]) -> Iterator[Delivery]:
    described = described_by(found)
    try:
        body = warcread.payload(found, part.most)
    except Reject as why:
        yield _delivery(part, found.offset, found.block or b"", described, why)
        return
    http = found.record.http_headers
    cause = select.by_body(part.selection, http.get("Content-Language") if http else None, body)
    if cause is None:
        yield _delivery(part, found.offset, body, described)
    else:
        left[cause] += 1


def _damaged(part: Stretch, file: IO[bytes], found: warcread.Damaged) -> Delivery:
    file.seek(found.offset)
    kept = file.read(min(found.end - found.offset, part.most))
    return _delivery(part, found.offset, kept, refused=damage(found))


def _delivery(
    part: Stretch, offset: int, body: bytes, described: SideCar = NOTHING, refused: Reject | None = None
) -> Delivery:
    place = str(part.file.place)
    # What stays where it is is looked at only; what is refused is kept with the refusal.
    stays = not (part.copy or refused)
    return Delivery(
        name=printable(f"{part.file.place.name}#{offset}"),
        input=printable(f"{place}#{offset}"),
        size=len(body),
        sha256=hashlib.sha256(body).hexdigest(),
        payload=io.BytesIO(body[:HEAD] if stays else body),
        sidecar=described,
        refused=(refused.reason, printable(refused.detail)) if refused else None,
        outside=Outside(place, offset) if stays else None,
    )


def _files(location: Place, folders: Sequence[str] | None) -> Iterator[Stored | Delivery | Trouble]:
    """The WARC files at a location; one that cannot be reached as a refusal, a folder or list as Trouble."""
    for top in [location] if folders is None else [location / folder for folder in folders]:
        try:
            with storage.reaching():
                for file in _below(top, is_part=folders is not None):
                    if isinstance(file, Stored):
                        yield file
                    else:
                        yield storage.look(file) if file is top else _looked_at(file)
        except OSError as error:
            yield unreachable(top, error)


def _below(top: Place, *, is_part: bool) -> Iterator[Stored | Place]:
    if top.name.endswith(LISTS):
        yield from _listed(top)
    elif top.name.endswith(ENDINGS):
        yield top
    elif storage.is_web(top):
        yield from _listed(top / LIST)
    elif not is_part or top.is_dir():
        yield from (file for file in storage.walk(top) if file.place.name.endswith(ENDINGS))


def _listed(names: Place) -> Iterator[Place]:
    """The files of a list; its paths begin at the folder above that the first of them names."""
    content = names.read_bytes()
    paths = (gzip.decompress(content) if names.name.endswith(".gz") else content).decode().split()
    first = paths[0].partition("/")[0] if paths else ""
    base = next((above.parent for above in names.parents if above.name == first), names.parent)
    for path in paths:
        yield base / path


def _looked_at(file: Place) -> Stored | Delivery:
    try:
        return storage.look(file)
    except OSError as error:
        nothing = Stretch(Stored(file, 0, 0), 0, 0, Selection(), True, 0)
        return _delivery(nothing, 0, b"", refused=unreadable(error))
