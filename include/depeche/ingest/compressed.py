"""Compressed streams: gzip, bzip2, xz, Zstandard, read piece by piece and never trusted."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple, Protocol

from backports import zstd

from depeche.ingest.limits import Budget, Readable
from depeche.ingest.spool import CHUNK
from depeche.records import Reject

# A stream may not make us allocate more than this for its own tables.
XZ_MEMORY = 128 * 1024 * 1024
# A frame, or one of the sixteen kinds of frames that are to be skipped (RFC 8878, 3.1).
ZSTD = (b"\x28\xb5\x2f\xfd", *(bytes([kind]) + b"\x2a\x4d\x18" for kind in range(0x50, 0x60)))
ZSTD_WINDOW: dict[int, int] = {
    zstd.DecompressionParameter.window_log_max: 27
}  # as many bytes, as a power of two


class Engine(Protocol):
    """A decompressor of the standard library."""

    @property
    def eof(self) -> bool:
        """Whether the stream's end was reached."""
        ...

    @property
    def needs_input(self) -> bool:
        """Whether it has given all it can from what it was fed."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What follows the stream's end."""
        ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Feed ``data``, give at most ``max_length`` bytes."""
        ...


class Deflate:
    """zlib's decompressor with the interface of the two others."""

    def __init__(self, window: int) -> None:
        self._zlib = zlib.decompressobj(window)
        self._more = False

    @property
    def eof(self) -> bool:
        """See Engine."""
        return self._zlib.eof

    @property
    def needs_input(self) -> bool:
        """See Engine."""
        return not (self._more or self._zlib.eof)

    @property
    def unused_data(self) -> bytes:
        """See Engine."""
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """See Engine."""
        out = self._zlib.decompress(self._zlib.unconsumed_tail + data, max(max_length, 0))
        # A full answer may have more behind it, even where all input was taken.
        self._more = bool(self._zlib.unconsumed_tail) or len(out) == max_length
        return out


class Codec(NamedTuple):
    """How a compression is recognised and undone."""

    magic: tuple[bytes, ...]
    engine: Callable[[], Engine]


CODECS: dict[str, Codec] = {
    "gzip": Codec((b"\x1f\x8b\x08",), lambda: Deflate(31)),
    "bzip2": Codec((b"BZh",), bz2.BZ2Decompressor),
    "xz": Codec((b"\xfd7zXZ\0",), lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)),
    "zstd": Codec(ZSTD, lambda: zstd.ZstdDecompressor(options=ZSTD_WINDOW)),
}
ERRORS = (zlib.error, zstd.ZstdError, lzma.LZMAError, OSError, EOFError, ValueError)


def inflate(engine: Engine, read: Callable[[], bytes]) -> Iterator[bytes]:
    """Decompress one stream. Raises Reject where it is damaged or ends too soon."""
    while not engine.eof:
        data = b""
        if engine.needs_input:
            data = read()
            if not data:
                raise Reject("truncated_archive", "it ends in the midst of the compressed data")
        try:
            out = engine.decompress(data, CHUNK)
        except ERRORS as error:
            raise Reject("corrupt_archive", f"its compressed data are damaged ({error})") from None
        if out:
            yield out


def unpack(source: Readable, kind: str, budget: Budget) -> Iterator[bytes]:
    """The decompressed bytes of ``source``, of all the streams joined in it.

    Raises Reject where it is damaged, truncated, a bomb, or followed by something else.
    """
    codec = CODECS[kind]
    source.seek(0)
    pending, packed, unpacked = b"", 0, 0

    def read() -> bytes:
        nonlocal pending, packed
        data, pending = pending or source.read(CHUNK), b""
        packed += len(data)
        return data

    while True:
        engine = codec.engine()
        for out in inflate(engine, read):
            unpacked += len(out)
            budget.judge(unpacked, packed)
            budget.spend(len(out))
            yield out
        packed -= len(engine.unused_data)
        pending = _after(engine.unused_data, source)
        if not pending:
            return
        if not pending.startswith(codec.magic):
            raise Reject("corrupt_archive", "something else follows the end of the compressed data")


def _after(rest: bytes, source: Readable) -> bytes:
    """What follows a stream's end, without the zeros tapes are padded with."""
    rest = rest.lstrip(b"\0")
    while len(rest) < 16 and (more := source.read(CHUNK)):
        rest = (rest + more).lstrip(b"\0")
    return rest


def begun(chunks: Iterator[bytes], count: int) -> tuple[bytes, Iterator[bytes]]:
    """The first ``count`` bytes or more, and all of them; what reading those raises is raised behind them."""
    head = b""
    try:
        while len(head) < count and (chunk := next(chunks, b"")):
            head += chunk
    except Reject as why:
        return head, _then(head, why)
    return head, chain([head], chunks)


def _then(head: bytes, why: Reject) -> Iterator[bytes]:
    yield head
    raise why


class Stream(io.RawIOBase):
    """Chunks as a file that is read once, from beginning to end."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self._chunks = chunks
        self._buffer = b""

    def read(self, count: int | None = -1) -> bytes:
        """Up to ``count`` bytes; empty at the end only."""
        if not self._buffer:
            self._buffer = next(self._chunks, b"")
        count = len(self._buffer) if count is None or count < 0 else count
        data, self._buffer = self._buffer[:count], self._buffer[count:]
        return data

    def readable(self) -> bool:
        """True."""
        return True
