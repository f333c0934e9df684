"""Reading the raw store: what is in a batch, and the exact bytes of each payload."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import TracebackType

from depeche.ingest.rawstore import index as indexes
from depeche.ingest.rawstore import warcfile
from depeche.ingest.rawstore.batches import file_of
from depeche.ingest.rawstore.warcfile import RawStoreError
from depeche.records import RawRef
from depeche.settings import Settings
from depeche.storage import Opened


def refs(settings: Settings, batch: str) -> list[RawRef]:
    """The payloads of a batch, in order. Raises RawStoreError where there is none such, or it is damaged."""
    path = file_of(settings, batch)
    known = indexes.refs_of(settings, batch)
    if known is not None:
        return known
    found = list(warcfile.scan(path, path.parent.name))
    for each in found:
        if not each.whole:
            raise RawStoreError(f"{each.ref.raw_uri}: the payload is damaged; restore the file from a backup")
    return [each.ref for each in found]


def read(settings: Settings, raw_uri: str) -> bytes:
    """The exact bytes of a payload. Raises RawStoreError, which says what is wrong."""
    return next(read_many(settings, [raw_uri]))


def read_many(settings: Settings, raw_uris: Iterable[str]) -> Iterator[bytes]:
    """The bytes of payloads, in the order asked for; quick where neighbours are in one file."""
    with Reader(settings) as reader:
        for raw_uri in raw_uris:
            yield reader.read(raw_uri)


class Reader:
    """Reads payload after payload; quick where neighbours are in one file."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._own, self._outside = Opened(), Opened()

    def read(self, raw_uri: str) -> bytes:
        """The exact bytes. Raises RawStoreError; OutsideLost where they were not copied and are gone."""
        batch, _, offset = raw_uri.rpartition("#")
        if not batch or not offset.isascii() or not offset.isdigit():
            raise RawStoreError(f"{raw_uri!r} is no raw_uri, such as afp/20160706T200000-0001.warc.gz#1234")
        file = self._own.get(str(file_of(self._settings, batch)))
        return warcfile.payload_at(file, int(offset), raw_uri, self._outside)

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._own.close()
        self._outside.close()


def find(settings: Settings, sha256: str) -> str | None:
    """The ``raw_uri`` of the payload with this SHA-256 (64 hex digits), or None."""
    if not re.fullmatch("[0-9a-fA-F]{64}", sha256):
        raise ValueError(f"{sha256!r} is no SHA-256: 64 hexadecimal digits")
    return indexes.place_of(settings, sha256.lower())


def verify(settings: Settings, batch: str) -> list[str]:
    """Read a batch again and compute its digests. Gives what is wrong, in words."""
    path = file_of(settings, batch)
    problems = []
    try:
        for found in warcfile.scan(path, path.parent.name):
            if not found.whole:
                problems.append(f"{found.ref.raw_uri}: its bytes are not those that were stored")
    except RawStoreError as error:
        problems.append(str(error))
    return problems
