"""One WARC file of the raw store: how a payload is written and read back.

WARC 1.1 (ISO 28500:2017), one gzip member a record, so that a record is found by its
offset. What the standard has no field for stands in ``Depeche-…`` headers, as JSON in
ASCII, which carries any name.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any, NamedTuple
from urllib.parse import quote

import msgspec
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException
from warcio.warcwriter import GzippingWrapper, WARCWriter

from depeche.ingest.delivery import Delivery, Evidence
from depeche.ingest.outside import SIZE, OutsideError, outside_of, read_outside, write_outside
from depeche.ingest.warcexchange import URI, write_exchange
from depeche.records import RawRef, SideCar
from depeche.storage import Opened, Place, look, open_file, publish

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


class _Members(WARCWriter):  # type: ignore[misc]
    """Writes each record as a gzip member, at zlib's usual level.

    The library's is 9: on news pages that takes 2.5 times as long, for a thousandth of the size.
    """

    def _write_warc_record(self, out: Any, record: Any) -> None:
        member = GzippingWrapper(out)
        member.compressor = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS + 16)
        super()._write_warc_record(member, record)


class Writer:
    """Writes a WARC file under a temporary name in ``aside``; ``seal`` makes it ``final``, of the raw store."""

    def __init__(self, final: Place, aside: Path, feed_id: str, now: datetime) -> None:
        self.final = final
        self.aside = aside / f".{final.name}.tmp"
        self.feed_id = feed_id
        self.refs: list[RawRef] = []
        self.payload_bytes = 0
        self._file = self.aside.open("xb")
        self._warc = _Members(self._file, gzip=False, warc_version="1.1")
        info = {
            "software": "depeche",
            "format": "WARC File Format 1.1",
            "isPartOf": feed_id,
            "description": "Payloads as delivered; Depeche-* headers hold JSON.",
        }
        record = self._warc.create_warcinfo_record(final.name, info)
        record.rec_headers.replace_header("WARC-Date", warc_date(now))
        self._warc.write_record(record)

    def add(self, delivery: Delivery, collected_at: datetime) -> RawRef:
        """Write a payload. Raises OSError; then the file is good for ``abandon`` only."""
        offset = self._file.tell()
        headers = self._headers(delivery, collected_at)
        if delivery.refused:
            headers["Depeche-Refused"] = json.dumps(delivery.refused)
        if delivery.exchange:
            write_exchange(self._warc, delivery.exchange, delivery.open(), delivery.size, headers)
        elif delivery.outside:
            write_outside(self._warc, delivery, headers)
        else:
            self._resource(delivery, headers)
        ref = RawRef(
            raw_uri=f"{self.feed_id}/{self.final.name}#{offset}",
            raw_sha256=delivery.sha256,
            name=delivery.name,
            size=delivery.size,
            feed_id=self.feed_id,
            collected_at=collected_at,
            sidecar=delivery.sidecar,
            refused=delivery.refused,
        )
        self.refs.append(ref)
        self.payload_bytes += delivery.size
        return ref

    def keep_whole(self, delivery: Delivery, collected_at: datetime) -> None:
        """Write the bytes of a file whose pieces are the payloads."""
        self._resource(delivery, self._headers(delivery, collected_at))

    def _headers(self, delivery: Delivery, collected_at: datetime) -> dict[str, str]:
        return {
            "WARC-Date": warc_date(collected_at),
            "WARC-Payload-Digest": f"sha256:{delivery.sha256}",
            "Depeche-Name": json.dumps(delivery.name),
            "Depeche-Feed": self.feed_id,
            "Depeche-Sidecar": json.dumps(msgspec.to_builtins(delivery.sidecar)),
        }

    def keep(self, evidence: Evidence) -> None:
        """Write an exchange whose body is no payload: nothing but the file itself tells of it."""
        headers = {
            "WARC-Date": warc_date(evidence.exchange.at),
            "WARC-Payload-Digest": f"sha256:{evidence.body.sha256}",
        }
        evidence.body.file.seek(0)
        write_exchange(self._warc, evidence.exchange, evidence.body.file, evidence.body.size, headers)

    def _resource(self, delivery: Delivery, headers: dict[str, str]) -> None:
        headers["WARC-Block-Digest"] = headers["WARC-Payload-Digest"]
        headers["Content-Type"] = "application/octet-stream"
        record = self._warc.create_warc_record(
            target_uri(delivery, self.feed_id),
            "resource",
            payload=delivery.open(),
            length=delivery.size,
            warc_headers_dict=headers,
        )
        self._warc.write_record(record)

    def seal(self) -> None:
        """Make the file complete: on disk first, then under its name, then the name on disk.

        The last record says how many payloads there are, so that a file cut off between
        two records is noticed.
        """
        count = f"{TRAILER}: {len(self.refs)}\r\n".encode()
        record = self._warc.create_warc_record(
            f"urn:depeche:{self.feed_id}", "metadata", payload=BytesIO(count), length=len(count)
        )
        self._warc.write_record(record)
        sync(self._file)
        self._file.close()
        try:
            publish(self.aside, self.final)
        except FileExistsError as error:
            raise RawStoreError(f"{self.final} exists already; the raw store overwrites nothing") from error

    def abandon(self) -> None:
        """Remove what was written."""
        self._file.close()
        self.aside.unlink(missing_ok=True)


def sync(file: IO[bytes]) -> None:
    """Bring a file's bytes to the disk."""
    file.flush()
    os.fsync(file.fileno())


def warc_date(instant: datetime) -> str:
    """An instant as WARC writes it: UTC, with microseconds."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def target_uri(delivery: Delivery, feed_id: str) -> str:
    """The side-car's URL, else a URN of feed and name; always a legal URI."""
    url = delivery.sidecar.url or ""
    if re.match("[A-Za-z][A-Za-z0-9+.-]*:.", url):
        return quote(url, safe=URI)
    return f"urn:depeche:{feed_id}:{quote(delivery.name)}"


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
