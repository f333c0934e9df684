"""The feed kind ``warc``: web archives of others, here or in an object store, read where they are.

A file is read in stretches of bytes. Each is a piece of work by itself: workers read
several at once, an interrupted run goes on with the first that is not done, and the
borders fall where they always fall.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from depeche import batch as workers
from depeche.batch import Failure, Work
from depeche.ingest.delivery import Delivery, Done, Item, Left, Memory, Trouble, Unchanged
from depeche.ingest.feeds import Feed
from depeche.ingest.unreached import TRY_AGAIN
from depeche.ingest.warc.listed import files
from depeche.ingest.warc.stretch import Stretch, delivery_of, read
from depeche.records import Reject
from depeche.settings import Settings
from depeche.storage import Stored

# Compressed bytes of a stretch: about 2,500 news pages, some seconds of work.
STRETCH = 64 * 1024 * 1024
# Seconds a worker may take for one: a slow server is no defect of it.
STRETCH_SECONDS = 3600.0
# Refusals after which a stretch is read again by the next run.
AGAIN = (*TRY_AGAIN, "timeout", "crashed", "memory")


def collect(feed: Feed, settings: Settings, folders: Sequence[str] | None, memory: Memory) -> Iterator[Item]:
    """What the feed's files give, in the order of their names.

    ``folders``, relative to the location: only these are read. A location is a file, a
    folder, or a list of files as Common Crawl publishes them.
    """
    waiting: list[Stretch] = []
    for found in files(feed.location, folders):
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
    for file in files(feed.location, None):
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
    return [delivery_of(part, part.start, b"", refused=Reject(failure.reason, failure.detail))]
