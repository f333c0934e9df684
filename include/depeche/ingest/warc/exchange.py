"""How an HTTP exchange stands in a WARC file: a response record, then its request.

The body is stored as it was meant, without transfer and content encoding, so that the
payload has one digest everywhere; the headers that told of them keep their values under the
names that Common Crawl gives them.
"""

from __future__ import annotations

import hashlib
from typing import IO, Any
from urllib.parse import quote, urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from depeche.ingest.delivery import Exchange

# Characters a URI may hold (RFC 3986), besides letters and digits.
URI = "-._~:/?#[]@!$&'()*+,;=%"
TRAVEL = ("content-encoding", "transfer-encoding", "content-length")
# What lets its holder in is never written down.
SECRET = ("authorization", "proxy-authorization", "cookie", "set-cookie")


def write_exchange(
    warc: WARCWriter, exchange: Exchange, body: IO[bytes], size: int, headers: dict[str, str]
) -> None:
    """Write the two records; ``headers`` are those of the response's record. Raises OSError."""
    uri = quote(exchange.url, safe=URI)
    if exchange.address:
        headers["WARC-IP-Address"] = exchange.address
    if exchange.truncated:
        headers["WARC-Truncated"] = exchange.truncated
    answer = _answer(exchange, size)
    headers["WARC-Block-Digest"] = _block_digest(answer, body)
    response = warc.create_warc_record(
        uri, "response", payload=body, length=size, warc_headers_dict=headers, http_headers=answer
    )
    request = warc.create_warc_record(uri, "request", http_headers=_question(exchange))
    warc.write_request_response_pair(request, response)


def _answer(exchange: Exchange, size: int) -> Any:
    kept = [
        (f"X-Crawler-{name}" if name.lower() in TRAVEL else name, value)
        for name, value in exchange.response
        if name.lower() not in SECRET
    ]
    status = f"{exchange.status} {exchange.phrase}".rstrip()
    return StatusAndHeaders(status, [*kept, ("Content-Length", str(size))], "HTTP/1.1")


def _question(exchange: Exchange) -> Any:
    target = urlsplit(exchange.url)._replace(scheme="", netloc="", fragment="").geturl() or "/"
    kept = [(name, value) for name, value in exchange.request if name.lower() not in SECRET]
    line = f"{exchange.method} {quote(target, safe=URI)} HTTP/1.1"
    return StatusAndHeaders(line, kept, is_http_request=True)


def _block_digest(head: Any, body: IO[bytes]) -> str:
    head.compute_headers_buffer(None)
    digest = hashlib.sha256(head.headers_buff)
    while chunk := body.read(64 * 1024):
        digest.update(chunk)
    body.seek(0)
    return f"sha256:{digest.hexdigest()}"
