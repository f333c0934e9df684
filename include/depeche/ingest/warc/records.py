"""The records of any WARC file, in order, whatever is wrong with it.

fastwarc reads; it takes a cut for the end and stops for good at the first damage. Here a
record is given only when it is known to be whole, what cannot be read is said with its
place, and reading goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord

from depeche.ingest.httpbody import meant
from depeche.ingest.warc.bounds import end_of, next_record
from depeche.records import Reject

# What fastwarc raises on damage.
DAMAGE = (OSError, ValueError, EOFError)


class Found(NamedTuple):
    """A whole record; ``block`` is its body, None where that has over ``most`` bytes."""

    offset: int
    record: WarcRecord
    block: bytes | None


class Skipped(NamedTuple):
    """A record that is not wanted, and why."""

    offset: int
    cause: str


class Damaged(NamedTuple):
    """Bytes from ``offset`` to ``end`` that hold no whole record; ``cut``: the file ends there."""

    offset: int
    end: int
    cut: bool


Want = Callable[[WarcRecord], str | None]


def records(
    file: IO[bytes], size: int, *, start: int = 0, want: Want, most: int
) -> Iterator[Found | Skipped | Damaged]:
    """Every record that begins at byte ``start`` or later; ``want`` says why one is skipped, or None.

    ``file`` is seekable and has ``size`` bytes; each record is compressed by itself or not
    at all (``warc.bounds.is_addressable``). What reading ``file`` raises is raised.
    """
    at = next_record(file, start, size) if start else 0
    while at < size:
        chain = _Chain(file, at, want, most)
        yield from chain.run()
        bad = chain.end(size)
        if bad >= size:
            return
        at = next_record(file, bad + 1, size)
        yield Damaged(bad, at, at >= size)


class _Chain:
    """Records one behind the other as far as fastwarc gives them."""

    def __init__(self, file: IO[bytes], at: int, want: Want, most: int) -> None:
        self._file = _Watched(file)
        self._want = want
        self._most = most
        self._last = at
        self._whole = False  # whether the last record was read to its end

    def run(self) -> Iterator[Found | Skipped]:
        """The records known to be whole."""
        self._file.seek(self._last)
        pending: Found | Skipped | None = None
        try:
            for record in ArchiveIterator(self._file, parse_http=True):
                if pending is not None:
                    yield pending
                self._last, self._whole, pending = record.stream_pos, False, None
                pending = self._read(record)
                if pending is None:
                    return
                self._whole = True
        except DAMAGE:
            self._file.check()
        if pending is not None and end_of(self._file, self._last) is not None:
            yield pending

    def end(self, size: int) -> int:
        """Where the last whole record ends."""
        end = end_of(self._file, self._last) if self._whole else None
        return self._last if end is None else min(end, size)

    def _read(self, record: WarcRecord) -> Found | Skipped | None:
        if "Content-Length" not in record.headers:
            return None
        cause = self._want(record)
        if cause is not None:
            return Skipped(record.stream_pos, cause)
        if record.content_length > self._most:
            record.freeze()
            return Found(record.stream_pos, record, None)
        block = record.reader.read()
        return Found(record.stream_pos, record, block) if len(block) == record.content_length else None


def payload(found: Found, most: int) -> bytes:
    """What the record keeps: of an HTTP message the body as it was meant, else its block.

    Raises Reject where it is damaged or has over ``most`` bytes.
    """
    if found.block is None:
        raise Reject("too_large", f"{found.record.content_length:,} bytes (DEPECHE_MAX_PAYLOAD_MB)")
    http = found.record.http_headers if found.record.is_http else None
    if http is None:
        return found.block
    return meant(
        found.block,
        http.get("Transfer-Encoding") or "",
        http.get("Content-Encoding") or "",
        most,
        cut="WARC-Truncated" in found.record.headers,
    )


class _Watched:
    """A file that remembers what reading it raised, so that it is not taken for damage of a record."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._error: Exception | None = None
        self.seek, self.tell, self.close = file.seek, file.tell, file.close

    def read(self, size: int = -1) -> bytes:
        try:
            return self._file.read(size)
        except Exception as error:  # remote files raise their clients' own kinds; it goes on
            self._error = error
            raise

    def check(self) -> None:
        if self._error is not None:
            raise self._error


def record_at(file: IO[bytes], offset: int, most: int) -> Found | None:
    """The record that begins at ``offset``, or None where none does, or not a whole one."""
    watched = _Watched(file)
    watched.seek(offset)
    try:
        record = next(iter(ArchiveIterator(watched, parse_http=True)), None)
        if record is None or record.stream_pos != offset or record.content_length > most:
            return None
        block = record.reader.read()
    except DAMAGE:
        watched.check()
        return None
    return Found(offset, record, block) if len(block) == record.content_length else None
