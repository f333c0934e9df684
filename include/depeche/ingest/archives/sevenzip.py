"""7-Zip archives. They are packed in blocks of many members, so one is unpacked as a whole.

py7zr writes the members one behind the other into a single temporary file; from there
they are delivered. It holds the archive's directory in memory, about 2 KB a member.
"""

from __future__ import annotations

import lzma
import tempfile
import zlib
from collections.abc import Iterator
from typing import IO, NamedTuple, cast

from py7zr import Py7zIO, SevenZipFile, WriterFactory
from py7zr.exceptions import ArchiveError, PasswordRequired, UnsupportedCompressionMethodError

from depeche.ingest.limits import Budget, Member
from depeche.ingest.spool import CHUNK
from depeche.records import Reject

MAGIC = b"7z\xbc\xaf\x27\x1c"
# What a damaged archive makes py7zr raise, besides its own errors.
ERRORS = (
    ArchiveError,
    lzma.LZMAError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
)


class Part(NamedTuple):
    """Where in the temporary file a member is."""

    name: str
    start: int
    size: int


def members(source: IO[bytes], budget: Budget) -> Iterator[Member]:
    """The members, folders left out; lazily read, all unpacked before the first.

    Raises Reject where the archive is damaged, after the members before that; encrypted; or of
    a method that is not read.
    """
    source.seek(0)
    with tempfile.TemporaryFile() as unpacked:
        parts = _Parts(unpacked, budget)
        links: set[str] = set()
        absolute: dict[str, str] = {}
        damage = None
        try:
            with SevenZipFile(source, "r") as archive:
                if archive.needs_password():
                    raise PasswordRequired([])
                links = {info.filename for info in archive.list() if info.is_symlink}
                # py7zr makes such names relative; they are refused under their own.
                absolute = {n.lstrip("/"): n for n in archive.getnames() if n.startswith("/")}
                archive.extractall(factory=parts)
        except PasswordRequired:
            raise Reject("encrypted_archive", "encrypted; deliver it without a password") from None
        except UnsupportedCompressionMethodError as error:
            raise Reject("unsupported_archive", f"7-Zip: {error}; pack it again with LZMA2") from None
        except ERRORS as error:
            damage = Reject(
                "corrupt_archive", f"the 7-Zip file is damaged ({error}); what came before was taken"
            )
        except Reject as over:
            damage = over
        for part in parts.whole():
            refused = Reject("not_a_file", f"{part.name}: a link, not a file") if part.name in links else None
            yield Member(absolute.get(part.name, part.name), _chunks(unpacked, part), refused)
        if damage:
            raise damage


class _Parts(WriterFactory):
    """Makes the members' places in the temporary file."""

    def __init__(self, file: IO[bytes], budget: Budget) -> None:
        self._file = file
        self._budget = budget
        self._made: list[_Part] = []

    def create(self, filename: str) -> Py7zIO:
        part = _Part(filename, self._file, self._budget)
        self._made.append(part)
        return cast(Py7zIO, part)

    def whole(self) -> Iterator[Part]:
        for made in self._made:
            if made.closed:
                yield Part(made.name, made.start, made.written)


class _Part(Py7zIO):
    def __init__(self, name: str, file: IO[bytes], budget: Budget) -> None:
        self.name = name
        self.start = file.tell()
        self.written = 0
        self.closed = False
        self._file = file
        self._budget = budget

    def write(self, s: bytes | bytearray) -> int:
        self._budget.spend(len(s))
        self.written += len(s)
        return self._file.write(s)

    def read(self, size: int | None = None) -> bytes:
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def flush(self) -> None:
        """Nothing: the file is read by this process only."""

    def size(self) -> int:
        return self.written

    def close(self) -> None:
        self.closed = True


def _chunks(file: IO[bytes], part: Part) -> Iterator[bytes]:
    at, end = part.start, part.start + part.size
    while at < end:
        file.seek(at)
        data = file.read(min(CHUNK, end - at))
        at += len(data)
        yield data
