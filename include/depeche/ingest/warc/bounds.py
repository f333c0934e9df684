"""Where the records of a WARC file begin and end, told from its bytes alone.

A record is compressed by itself, as a gzip member, or not at all; of a file that is compressed
as a whole no record is found by its place.
"""

from __future__ import annotations

import re
import zlib

from depeche.ingest.limits import Readable

# A gzip member's beginning (RFC 1952) and a record's (WARC 1.1, 4).
GZIP, RECORD = b"\x1f\x8b\x08", b"WARC/"
BEGIN = re.compile(rb"\x1f\x8b\x08|(?<=\r\n\r\n)WARC/1")
BLOCK = 1024 * 1024
HEAD = 4096
MAX_HEADER = 64 * 1024
CONTENT_LENGTH = re.compile(rb"^content-length:[ \t]*([0-9]+)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


def is_warc(head: bytes) -> bool:
    """Whether a file that begins so (some hundred bytes) is a WARC file, gzip or not."""
    return head.startswith(RECORD) or (head.startswith(GZIP) and _unpacked(head, 16).startswith(RECORD))


def is_addressable(file: Readable) -> bool:
    """Whether records are found by their offset: not in a file that is one gzip member as a whole."""
    file.seek(0)
    head = file.read(BLOCK)
    if not head.startswith(GZIP):
        return True
    first = _unpacked(head, BLOCK)
    length = _length(first)
    return length is None or len(first) <= length


def end_of(file: Readable, offset: int) -> int | None:
    """Where the record at ``offset`` ends, or None where it is not whole."""
    file.seek(offset)
    head = file.read(MAX_HEADER)
    if not head.startswith(GZIP):
        length = _length(head)
        if length is None:
            return None
        file.seek(offset + length - 4)
        return offset + length if file.read(4) == b"\r\n\r\n" else None
    engine, read = zlib.decompressobj(31), 0
    try:
        while head and not engine.eof:
            read += len(head)
            engine.decompress(head)
            head = file.read(MAX_HEADER)
    except zlib.error:
        return None
    return offset + read - len(engine.unused_data) if engine.eof else None


def next_record(file: Readable, start: int, size: int) -> int:
    """Where the next record begins that can be read, or ``size``."""
    at = start
    while at < size:
        file.seek(at)
        block = file.read(BLOCK)
        for place in BEGIN.finditer(block):
            if is_warc(block[place.start() : place.start() + HEAD]):
                return at + place.start()
        # Blocks overlap, so that each place is seen with enough behind it to tell.
        at += len(block) if len(block) < BLOCK else BLOCK - HEAD
    return size


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(packed, most)
    except zlib.error:
        return b""


def _length(head: bytes) -> int | None:
    """Bytes of the record that begins with ``head``: header, block and the two empty lines."""
    stop = head.find(b"\r\n\r\n")
    said = CONTENT_LENGTH.search(head, 0, stop + 2) if stop >= 0 else None
    return stop + 4 + int(said[1]) + 4 if said and head.startswith(RECORD) else None
