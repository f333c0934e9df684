"""Tar archives, read as a stream; what the standard library passes over in silence is said.

``tarfile`` takes a damaged or missing header for the end of the archive and reads nothing
that follows the end. Here the first raises, and the second is read on.
"""

from __future__ import annotations

import struct
import tarfile
from collections.abc import Iterator
from typing import IO, Any, cast

from depeche.ingest.limits import Budget, Member
from depeche.ingest.spool import CHUNK
from depeche.records import Reject

# Long names and attributes come in headers of their own, which tarfile reads into memory.
MAX_HEADER = 1024 * 1024
OCTAL = b"01234567"
EXTENSIONS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
KINDS = {
    tarfile.LNKTYPE: "a hard link to",
    tarfile.SYMTYPE: "a link to",
    tarfile.CHRTYPE: "a device",
    tarfile.BLKTYPE: "a device",
    tarfile.FIFOTYPE: "a named pipe",
}
# What a hostile header makes tarfile raise, besides its own errors.
ERRORS = (
    tarfile.TarError,
    EOFError,
    ValueError,
    LookupError,
    ArithmeticError,
    TypeError,
    RecursionError,
    struct.error,
)


class _Archive(tarfile.TarFile):
    ended = False


class _Header(tarfile.TarInfo):
    @classmethod
    def frombuf(cls, buf: Any, encoding: Any, errors: Any) -> _Header:
        header = super().frombuf(buf, encoding, errors)
        if header.size < 0 or (header.type in EXTENSIONS and header.size > MAX_HEADER):
            raise Reject("corrupt_archive", f"the tar file holds a header of {header.size:,} bytes")
        return header

    @classmethod
    def fromtarfile(cls, archive: Any) -> _Header:
        try:
            header = super().fromtarfile(archive)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # missing in typeshed
            archive.ended = True
            raise
        except tarfile.HeaderError as error:
            if isinstance(error, tarfile.EmptyHeaderError) and archive.ended:  # type: ignore[attr-defined]
                raise
            raise _damage(error, archive) from None
        archive.ended = False
        return header


def looks_like(head: bytes) -> bool:
    """Whether ``head`` is a tar header: its checksum is right."""
    if len(head) < 512 or head[148:156].strip(b" \0" + OCTAL):
        return False
    try:
        return bool(tarfile.TarInfo.frombuf(head[:512], "utf-8", "surrogateescape").name)
    except ERRORS:
        return False


def members(source: IO[bytes], budget: Budget, *, seekable: bool) -> Iterator[Member]:
    """The members of a tar file, folders left out.

    Raises Reject where it is damaged, or ends without an end.
    """
    try:
        yield from _members(source, budget, "r:" if seekable else "r|")
    except ERRORS as error:
        reason = "truncated_archive" if "unexpected end" in str(error) else "corrupt_archive"
        raise Reject(reason, f"the tar file is damaged ({error}); what came before was taken") from None


def _members(source: IO[bytes], budget: Budget, mode: str) -> Iterator[Member]:
    if mode == "r:":
        source.seek(0)
    opened: Any = _Archive.open(
        fileobj=source,
        mode=cast(Any, mode),
        tarinfo=_Header,
        ignore_zeros=True,
        errorlevel=1,
        bufsize=CHUNK,
        encoding="utf-8",
        errors="surrogateescape",
    )
    with opened as archive:
        while (header := archive.next()) is not None:
            archive.members.clear()  # or it keeps every header
            if header.isdir():
                continue
            yield _member(archive, header, budget)


def _member(archive: Any, header: tarfile.TarInfo, budget: Budget) -> Member:
    if header.type in KINDS:
        target = f" {header.linkname}" if header.islnk() or header.issym() else ""
        detail = f"{header.name}: {KINDS[header.type]}{target}, not a file"
        return Member(header.name, iter(()), Reject("not_a_file", detail))
    return Member(header.name, _chunks(archive, header, budget))


def _chunks(archive: Any, header: tarfile.TarInfo, budget: Budget) -> Iterator[bytes]:
    file = archive.extractfile(header)
    made = 0
    while made < header.size:
        try:
            data = file.read(min(CHUNK, header.size - made))
        except ERRORS:
            data = b""
        if not data:
            raise Reject("truncated_archive", f"the tar file ends in the midst of {header.name}")
        made += len(data)
        if header.issparse():
            budget.spend(len(data))  # holes are bytes that were not in the archive
        yield data


def _damage(error: Exception, archive: Any) -> Reject:
    if isinstance(error, (tarfile.EmptyHeaderError, tarfile.TruncatedHeaderError)):  # type: ignore[attr-defined]
        return Reject("truncated_archive", "the tar file is cut off; the members before that were taken")
    if archive.ended:
        return Reject("corrupt_archive", "something that is no archive follows the end of the tar file")
    return Reject(
        "corrupt_archive", f"the tar file is damaged at byte {archive.offset:,}; what came before was taken"
    )
