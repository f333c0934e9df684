"""Zip archives: the directory is read as a stream, so a million members take no memory.

The standard library's ``zipfile`` holds an object for each member (about 0.7 KB) and
trusts more than is good here. The layout is that of PKWARE's APPNOTE 6.3.
"""

from __future__ import annotations

import bz2
import stat
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from depeche.ingest.compressed import Deflate, Engine, inflate
from depeche.ingest.limits import Budget, Member, Readable
from depeche.ingest.spool import CHUNK
from depeche.records import Reject

END = struct.Struct("<4s4H2LH")
END64_PLACE = struct.Struct("<4sLQL")
END64 = struct.Struct("<4sQ2H2L4Q")
ENTRY = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")
ENCRYPTED, SIZES_FOLLOW, UTF8 = 0x1, 0x8, 0x800
STORED, DEFLATED, BZIP2 = 0, 8, 12
FULL16, FULL32 = 0xFFFF, 0xFFFFFFFF


class Entry(NamedTuple):
    """A member as the directory describes it; ``offset`` is that of its local header."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int = 0


class Directory(NamedTuple):
    """Where the directory lies, how many members it says, and how far all offsets are shifted."""

    start: int
    end: int
    listed: int | None
    shift: int


def members(source: Readable, size: int, budget: Budget) -> Iterator[Member]:
    """The members of a zip file of ``size`` bytes, folders left out.

    Where the directory at the end is missing, members are found by their own headers, and
    then Reject("truncated_archive") is raised. Raises Reject("corrupt_archive") where the
    directory is damaged.
    """
    directory = _directory(source, size)
    for entry in _entries(source, directory) if directory else _scan(source):
        if entry.name.endswith("/") and not entry.size:
            continue
        refused = None
        if entry.mode and not stat.S_ISREG(entry.mode) and stat.S_IFMT(entry.mode):
            refused = Reject("not_a_file", f"{entry.name}: a link, device or pipe, not a file")
        yield Member(entry.name, _chunks(source, entry, budget), refused, fatal=False)
    if not directory:
        raise Reject(
            "truncated_archive",
            "the zip file's directory is missing: it was cut off; what is whole before that was taken",
        )


def _directory(source: Readable, size: int) -> Directory | None:
    window = min(size, 65_535 + END.size + END64_PLACE.size + END64.size)
    source.seek(size - window)
    tail = source.read(window)
    at = tail.rfind(b"PK\5\6")
    while at >= 0 and len(tail) - at < END.size:
        at = tail.rfind(b"PK\5\6", 0, at)
    if at < 0:
        return None
    _, _, _, _, count, length, start, _ = END.unpack_from(tail, at)
    end = size - window + at
    place = at - END64_PLACE.size
    if place >= END64.size and tail[place : place + 4] == b"PK\6\7":
        wide = place - END64.size
        if tail[wide : wide + 4] == b"PK\6\6":
            *_, count, length, start = END64.unpack_from(tail, wide)
            return _placed(size - window + wide, length, start, count)
    return _placed(end, length, start, count if count != FULL16 else None)


def _placed(end: int, length: int, start: int, count: int | None) -> Directory:
    # What stands before the first member (a self-extractor) shifts every offset.
    shift = end - length - start
    if shift < 0 or end - length < 0:
        raise Reject("corrupt_archive", "the zip file's directory does not lie where its end says")
    return Directory(end - length, end, count, shift)


def _entries(source: Readable, directory: Directory) -> Iterator[Entry]:
    # ``buffer`` holds the directory from ``at`` on; ``pos`` is where in it the next entry is.
    at, pos, found, buffer = directory.start, 0, 0, b""
    while at + pos < directory.end:
        if len(buffer) - pos < ENTRY.size + 3 * FULL16 and at + len(buffer) < directory.end:
            at, pos = at + pos, 0
            source.seek(at)
            buffer = source.read(min(CHUNK * 8, directory.end - at))
        damaged = len(buffer) - pos < ENTRY.size or buffer[pos : pos + 4] != b"PK\1\2"
        fields = () if damaged else ENTRY.unpack_from(buffer, pos)
        end = pos + ENTRY.size + sum(fields[10:13])
        if damaged or end > len(buffer):
            raise Reject("corrupt_archive", f"the zip file's directory is damaged after {found} members")
        yield _entry(fields, buffer[pos + ENTRY.size : end], directory.shift)
        pos = end
        found += 1
    if directory.listed not in (None, found):
        raise Reject(
            "corrupt_archive", f"the zip file's directory lists {found} members and says {directory.listed}"
        )


def _entry(fields: tuple[int, ...], rest: bytes, shift: int) -> Entry:
    _, _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = fields[:12]
    mode, offset = fields[15] >> 16, fields[16]
    name = rest[:name_length]
    extra = rest[name_length : name_length + extra_length]
    size, packed, offset = _wide(extra, (size, packed, offset))
    return Entry(_text(name, flags), flags, method, crc, packed, size, offset + shift, mode)


def _wide(extra: bytes, values: tuple[int, ...]) -> list[int]:
    """Replace values that did not fit 32 bits by those of the zip64 extra field."""
    found = list(values)
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == 1:
            wide = extra[4 : 4 + length]
            for index, value in enumerate(found):
                if value == FULL32 and len(wide) >= 8:
                    found[index], wide = struct.unpack_from("<Q", wide)[0], wide[8:]
        extra = extra[4 + length :]
    return found


def _text(name: bytes, flags: int) -> str:
    """A member's name. Many tools write UTF-8 and do not say so; else it is code page 437."""
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("utf-8", "surrogateescape") if flags & UTF8 else name.decode("cp437")


def _scan(source: Readable) -> Iterator[Entry]:
    """Entries from the local headers, as far as they say where the next one is."""
    at = 0
    while True:
        source.seek(at)
        header = source.read(LOCAL.size + 2 * FULL16)
        if len(header) < LOCAL.size or header[:4] != b"PK\3\4":
            return
        _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = LOCAL.unpack_from(header)
        name = header[LOCAL.size : LOCAL.size + name_length]
        extra = header[LOCAL.size + name_length : LOCAL.size + name_length + extra_length]
        size, packed = _wide(extra, (size, packed))
        if flags & SIZES_FOLLOW:
            return
        start = at + LOCAL.size + name_length + extra_length
        yield Entry(_text(name, flags), flags, method, crc, packed, size, at)
        at = start + packed


def _chunks(source: Readable, entry: Entry, budget: Budget) -> Iterator[bytes]:
    """The member's bytes; lazily. Raises Reject where they are not what the directory says."""
    start = _data(source, entry)
    crc = made = 0
    for out in _unpacked(source, start, entry):
        made += len(out)
        if made > entry.size:
            break
        crc = zlib.crc32(out, crc)
        budget.judge(made, entry.packed)
        budget.spend(len(out))
        yield out
    if made != entry.size or crc != entry.crc:
        raise Reject("corrupt_archive", f"{entry.name}: its bytes are not those that were packed (checksum)")


def _data(source: Readable, entry: Entry) -> int:
    """Where the member's data begin."""
    if entry.flags & ENCRYPTED:
        raise Reject("encrypted_archive", f"{entry.name}: encrypted; deliver it without a password")
    if entry.method not in (STORED, DEFLATED, BZIP2):
        raise Reject(
            "unsupported_archive",
            f"{entry.name}: packed by method {entry.method}; pack it again with deflate",
        )
    source.seek(entry.offset)
    header = source.read(LOCAL.size)
    if len(header) < LOCAL.size or header[:4] != b"PK\3\4":
        raise Reject("corrupt_archive", f"{entry.name}: is not where the zip file's directory says")
    name_length, extra_length = LOCAL.unpack(header)[9:11]
    return entry.offset + LOCAL.size + int(name_length) + int(extra_length)


def _unpacked(source: Readable, start: int, entry: Entry) -> Iterator[bytes]:
    left = entry.packed
    source.seek(start)

    def read() -> bytes:
        nonlocal left
        data = source.read(min(CHUNK, left))
        left -= len(data)
        return data

    if entry.method == STORED:
        while data := read():
            yield data
        return
    engine: Engine = Deflate(-15) if entry.method == DEFLATED else bz2.BZ2Decompressor()
    try:
        yield from inflate(engine, read)
    except Reject as damage:
        raise Reject(damage.reason, f"{entry.name}: {damage.detail}") from None
