"""A payload that stays in the archive it came from: a ``revisit`` record says where it is.

That is WARC's own word for a record whose payload is elsewhere. ``Depeche-Outside`` names
the file and the offset of the record in it; digest and size are those of the payload.
"""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any
from urllib.parse import quote

import msgspec
from warcio.warcwriter import WARCWriter

from depeche import storage
from depeche.ingest.delivery import Delivery, Outside
from depeche.ingest.warc import records as warcread
from depeche.ingest.warc.exchange import URI
from depeche.records import Reject

HEADER, SIZE = "Depeche-Outside", "Depeche-Size"
PROFILE = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
# A record may be larger than what it keeps, by its chunk marks; but not without bound.
MOST = 2**31


class OutsideError(Exception):
    """The payload is not where it was; the message says what is wrong."""


def write_outside(warc: WARCWriter, delivery: Delivery, headers: dict[str, str]) -> None:
    """Write the record. Raises OSError."""
    headers["WARC-Profile"] = PROFILE
    headers["WARC-Refers-To-Date"] = headers["WARC-Date"]
    headers[HEADER] = json.dumps(delivery.outside)
    headers[SIZE] = str(delivery.size)
    uri = quote(delivery.sidecar.url or f"urn:depeche:{delivery.name}", safe=URI)
    headers["WARC-Refers-To-Target-URI"] = uri
    record = warc.create_warc_record(
        uri, "revisit", payload=BytesIO(b""), length=0, warc_headers_dict=headers
    )
    warc.write_record(record)


def outside_of(headers: Any) -> Outside | None:
    """Where the payload of a record with these headers is, or None where it is in the record."""
    said = headers.get_header(HEADER)
    return Outside(*msgspec.json.decode(said, type=tuple[str, int])) if said else None


def read_outside(where: Outside, opened: storage.Opened) -> bytes:
    """The payload, from where it is. Raises OutsideError; whether its digest is right is not asked."""
    try:
        with storage.reaching():
            found = warcread.record_at(opened.get(where.place), where.offset, MOST)
        if found is None:
            raise OutsideError(f"{where.place}: no whole record begins at byte {where.offset:,}")
        return warcread.payload(found, MOST)
    except OSError as error:
        raise OutsideError(
            f"{where.place}: {error.strerror or error}; its WARC file must stay there"
        ) from error
    except Reject as damage:
        raise OutsideError(f"{where.place}#{where.offset}: {damage.detail}") from damage
