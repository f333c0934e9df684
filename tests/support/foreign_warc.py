"""WARC files as other crawlers write them, made on the spot."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


class Page(NamedTuple):
    """A page as a crawler got it: ``body`` as it travelled, ``headers`` of the answer."""

    url: str
    body: bytes
    headers: Sequence[tuple[str, str]] = (("Content-Type", "text/html; charset=utf-8"),)
    status: str = "200 OK"
    date: str = "2016-09-01T06:00:00Z"
    kind: str = "response"


def page(number: int, words: str = "", lang: str = "en") -> bytes:
    """A small newspaper page, another one for each number."""
    told = "".join(
        f"<p>The council of Port Harrow met on day {number} and heard report {each} on the harbour, "
        f"the ferry and the market before it rose at noon. {words}</p>"
        for each in range(4)
    )
    head = f"<head><title>Report {number} from Port Harrow</title></head>"
    return f'<!DOCTYPE html><html lang="{lang}">{head}<body><article>{told}</article></body></html>'.encode()


def chunked(body: bytes) -> bytes:
    """The body in chunks of 100 bytes, as ``Transfer-Encoding: chunked`` has it."""
    parts = [body[at : at + 100] for at in range(0, len(body), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def warc(pages: Sequence[Page], *, packed: bool = True) -> bytes:
    """A WARC file: a warcinfo, then each page with its request and a metadata record."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("crawl", {"software": "a crawler"}))
    for each in pages:
        dated = {"WARC-Date": each.date}
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "x")], is_http_request=True)
        writer.write_record(
            writer.create_warc_record(
                each.url,
                "request",
                payload=io.BytesIO(),
                length=0,
                http_headers=asked,
                warc_headers_dict=dict(dated),
            )
        )
        answered = StatusAndHeaders(each.status, list(each.headers), "HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                each.url,
                each.kind,
                payload=io.BytesIO(each.body),
                length=len(each.body),
                http_headers=answered,
                warc_headers_dict=dict(dated),
            )
        )
        noted = b"fetchTimeMs: 12\r\n"
        writer.write_record(
            writer.create_warc_record(each.url, "metadata", payload=io.BytesIO(noted), length=len(noted))
        )
    return file.getvalue()
