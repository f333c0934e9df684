"""Writing one WARC file of the raw store: aside, synced, and renamed when complete."""

from __future__ import annotations

import json
import os
import re
import zlib
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

import msgspec
from warcio.warcwriter import GzippingWrapper, WARCWriter

from depeche.ingest.delivery import Delivery, Evidence
from depeche.ingest.rawstore.outside import write_outside
from depeche.ingest.rawstore.warcfile import TRAILER, RawStoreError
from depeche.ingest.warc.exchange import URI, write_exchange
from depeche.records import RawRef
from depeche.storage import Place, publish


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
