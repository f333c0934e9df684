"""One WARC file of the raw store: its format, and how its payloads are read back.

WARC 1.1 (ISO 28500:2017), one gzip member a record, so that a record is found by its
offset. What the standard has no field for stands in ``Depeche-…`` headers, as JSON in
ASCII, which carries any name.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import IO, Any, NamedTuple

import msgspec
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from depeche.ingest.rawstore.outside import SIZE, OutsideError, outside_of, read_outside
from depeche.records import RawRef, SideCar
from depeche.storage import Opened, Place, look, open_file

SUFFIX = ".warc.gz"
# Names the number of payloads in a file's last record.
TRAILER = "Depeche-Payloads"

# What warcio raises on damaged records.
UNREADABLE = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    msgspec.MsgspecError,
    OSError,
    EOFError,
    ValueError,
    AttributeError,
    TypeError,
    zlib.error,
)


class RawStoreError(Exception):
    """The raw store cannot give what was asked for; the message says what is wrong."""


class OutsideLost(RawStoreError):
    """A payload that was not copied is no longer where it was, or is another one there."""


class Found(NamedTuple):
    """A payload met while scanning; ``whole`` where its bytes have the digest they were stored with."""

    ref: RawRef
    whole: bool


def scan(path: Place, feed_id: str) -> Iterator[Found]:
    """Every payload of a WARC file, without its bytes, in order.

    Raises RawStoreError where the file is so damaged that what follows cannot be found.
    """
    end, payloads, said = 0, 0, -1
    with closing(open_file(path)) as file:
        records = ArchiveIterator(file)
        try:
            for record in records:
                offset = records.offset
                if record.rec_type == "metadata":
                    said = int(record.raw_stream.read().partition(b":")[2])
                if _is_payload(record):
                    payloads += 1
                    ref = _ref(record, f"{feed_id}/{path.name}#{offset}")
                    yield Found(ref, outside_of(record.rec_headers) is not None or _is_whole(record, ref))
                end = offset + records.get_record_length()
        except UNREADABLE as error:
            raise RawStoreError(f"{path}: damaged after byte {end:,} ({_line(error)})") from error
        # warcio takes some damage for the end.
        if end != look(path).size or payloads != said:
            raise RawStoreError(f"{path}: damaged or cut off after byte {end:,} and {payloads} payloads")


def payload_at(file: IO[bytes], offset: int, raw_uri: str, opened: Opened) -> bytes:
    """The payload at ``offset``, or where the record there says it is, in a file of ``opened``.

    Raises RawStoreError where there is none or its digest is wrong.
    """
    file.seek(offset)
    try:
        record = next(iter(ArchiveIterator(file)), None)
        if record is None or not _is_payload(record):
            raise RawStoreError(f"{raw_uri}: no payload begins at this offset, or the file is damaged")
        where = outside_of(record.rec_headers)
        payload: bytes = read_outside(where, opened) if where else record.raw_stream.read()
        stored = record.rec_headers.get_header("WARC-Payload-Digest")
    except UNREADABLE as error:
        raise RawStoreError(f"{raw_uri}: no record can be read at this offset ({_line(error)})") from error
    except OutsideError as error:
        raise OutsideLost(f"{raw_uri}: {error}") from error
    if stored != f"sha256:{hashlib.sha256(payload).hexdigest()}":
        if where:
            raise OutsideLost(
                f"{raw_uri}: {where.place} holds other bytes at {where.offset:,} than were taken"
            )
        raise RawStoreError(
            f"{raw_uri}: the payload is damaged: its digest is not the stored {stored}; "
            "restore the file from a backup"
        )
    return payload


def _is_payload(record: Any) -> bool:
    return record.rec_type in ("resource", "response", "revisit") and bool(
        record.rec_headers.get_header("Depeche-Name")
    )


def _ref(record: Any, raw_uri: str) -> RawRef:
    headers = record.rec_headers
    refused = headers.get_header("Depeche-Refused")
    return RawRef(
        raw_uri=raw_uri,
        raw_sha256=headers.get_header("WARC-Payload-Digest").removeprefix("sha256:"),
        name=json.loads(headers.get_header("Depeche-Name")),
        size=_size(record),
        feed_id=headers.get_header("Depeche-Feed"),
        collected_at=datetime.fromisoformat(headers.get_header("WARC-Date")),
        sidecar=msgspec.json.decode(headers.get_header("Depeche-Sidecar"), type=SideCar),
        refused=msgspec.json.decode(refused, type=tuple[str, str]) if refused else None,
    )


def _size(record: Any) -> int:
    if record.http_headers:
        return int(record.payload_length)
    return int(record.rec_headers.get_header(SIZE) or record.rec_headers.get_header("Content-Length"))


def _is_whole(record: Any, ref: RawRef) -> bool:
    digest, size = hashlib.sha256(), 0
    while chunk := record.raw_stream.read(64 * 1024):
        digest.update(chunk)
        size += len(chunk)
    return (digest.hexdigest(), size) == (ref.raw_sha256, ref.size)


def _line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
