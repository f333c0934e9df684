"""A stretch of a WARC file: the records that begin within some of its bytes, read by themselves.

A record's bytes stay where they are; the raw store notes where that is, and their digest.
With ``copy: true`` it keeps the bytes themselves.
"""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import IO, NamedTuple

import msgspec

from depeche import storage
from depeche.ingest.delivery import Delivery, Left, Outside, Source, printable
from depeche.ingest.feeds import select
from depeche.ingest.feeds.select import Selection
from depeche.ingest.unreached import unreadable
from depeche.ingest.warc import records as warcread
from depeche.ingest.warc.bounds import is_addressable
from depeche.ingest.warc.members import NOTHING, damage, described_by
from depeche.records import Reject, SideCar
from depeche.storage import Stored

# Bytes of a payload that the raw store looks at.
HEAD = 1024


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
        yield delivery_of(part, part.start, b"", refused=why)
    yield Left(dict(left))


def _found(part: Stretch, found: warcread.Found, left: Counter[str]) -> Iterator[Delivery]:
    described = described_by(found)
    try:
        body = warcread.payload(found, part.most)
    except Reject as why:
        yield delivery_of(part, found.offset, found.block or b"", described, why)
        return
    http = found.record.http_headers
    cause = select.by_body(part.selection, http.get("Content-Language") if http else None, body)
    if cause is None:
        yield delivery_of(part, found.offset, body, described)
    else:
        left[cause] += 1


def _damaged(part: Stretch, file: IO[bytes], found: warcread.Damaged) -> Delivery:
    file.seek(found.offset)
    kept = file.read(min(found.end - found.offset, part.most))
    return delivery_of(part, found.offset, kept, refused=damage(found))


def delivery_of(
    part: Stretch, offset: int, body: bytes, described: SideCar = NOTHING, refused: Reject | None = None
) -> Delivery:
    """A record of the stretch as delivered; ``body`` are its bytes, or what there is of them."""
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
