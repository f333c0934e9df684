"""Copies of payloads that can be read again: in memory while small, else in a temporary file.

A payload is copied once and hashed on the way; from then on nothing that happens to the
file it came from changes what is archived. Temporary files have no name, so a killed
process leaves none behind; ``TMPDIR`` says on which disk they are.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import IO

from depeche.records import Reject

IN_MEMORY = 4 * 1024 * 1024
CHUNK = 64 * 1024


class Spooled:
    """A copied payload: ``file`` (seekable), ``size`` in bytes, ``sha256`` in hex."""

    def __init__(self, file: IO[bytes], size: int, sha256: str) -> None:
        self.file = file
        self.size = size
        self.sha256 = sha256

    def head(self, count: int = 1024) -> bytes:
        """The first bytes."""
        self.file.seek(0)
        return self.file.read(count)

    def __enter__(self) -> Spooled:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.file.close()


def spool(chunks: Iterable[bytes]) -> Spooled:
    """Copy ``chunks``. What reading them raises is raised; OSError where the copy cannot be written."""
    with Spooling() as copy:
        for chunk in chunks:
            copy.write(chunk)
        return copy.done()


class Spooling:
    """A copy under way, for chunks that come by themselves: given up where ``with`` ends before ``done``."""

    def __init__(self) -> None:
        self.size = 0
        self._done = False
        self._digest = hashlib.sha256()
        self._file: IO[bytes] = io.BytesIO()

    def write(self, chunk: bytes) -> None:
        """Add a chunk. Raises OSError."""
        if self.size <= IN_MEMORY < self.size + len(chunk):
            self._file = _to_disk(self._file)
        self._digest.update(chunk)
        self.size += len(chunk)
        self._file.write(chunk)

    def done(self) -> Spooled:
        """The copy."""
        self._done = True
        return Spooled(self._file, self.size, self._digest.hexdigest())

    def __enter__(self) -> Spooling:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._done:
            self._file.close()


def nothing() -> Spooled:
    """A payload without bytes, for refusals that have none."""
    return spool(())


def _to_disk(memory: IO[bytes]) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115  the caller closes it
    memory.seek(0)
    file.write(memory.read())
    memory.close()
    return file


class Reading(io.RawIOBase):
    """A file of a drop folder: what goes wrong reading it raises ``Reject("unreadable")``.

    So that a bad sector of the delivery is told apart from a full disk of ours.
    """

    def __init__(self, file: IO[bytes], name: str) -> None:
        super().__init__()
        self._file = file
        self._name = name

    def read(self, count: int | None = -1) -> bytes:
        """Like a file's read."""
        try:
            return self._file.read(-1 if count is None else count)
        except OSError as error:
            raise Reject("unreadable", f"{self._name}: {error.strerror or error}") from None

    def seek(self, offset: int, whence: int = 0) -> int:
        """Like a file's seek."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Like a file's tell."""
        return self._file.tell()

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """True."""
        return True


def chunks_of(file: IO[bytes]) -> Iterator[bytes]:
    """The bytes of ``file`` from its beginning."""
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def first(file: IO[bytes], count: int) -> Iterator[bytes]:
    """The first ``count`` bytes of ``file``."""
    for chunk in chunks_of(file):
        yield chunk[:count]
        count -= len(chunk)
        if count <= 0:
            return
