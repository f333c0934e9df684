"""The body of an answer, decoded piece by piece under a limit: never whole in memory, never a bomb."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import httpx

from depeche.ingest.compressed import ERRORS, Deflate
from depeche.ingest.failure import Unavailable
from depeche.ingest.spool import CHUNK, Spooled, Spooling
from depeche.records import Reject

# What we ask for; more would need libraries for little gain.
ENCODINGS = "gzip, deflate"


async def read_body(response: httpx.Response, most: int) -> Spooled:
    """Copy the body, without its content encoding; the caller closes the copy.

    Raises Reject: ``too_large`` (over ``most`` bytes, sent or unpacked), ``content_type``
    (compressed in a way not asked for); Unavailable where it is damaged; httpx's errors.
    """
    stated = response.headers.get("content-length", "")
    if re.fullmatch("[0-9]+", stated) and float(stated) > most:
        raise _too_large(most, f"says it is {float(stated) / 1e6:.0f} MB")
    with Spooling() as copy:
        async for chunk in _decoded(response, most):
            copy.write(chunk)
            if copy.size > most:
                raise _too_large(most, "goes on")
        return copy.done()


def _too_large(most: int, how: str) -> Reject:
    return Reject("too_large", f"the answer {how}, over {most / 1e6:.0f} MB (DEPECHE_MAX_PAYLOAD_MB)")


async def _decoded(response: httpx.Response, most: int) -> AsyncIterator[bytes]:
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    raw = _counted(response, most)
    if encoding in ("", "identity"):
        async for chunk in raw:
            yield chunk
    elif encoding in ("gzip", "x-gzip", "deflate"):
        async for chunk in _unpacked(raw, encoding):
            yield chunk
    else:
        raise Reject("content_type", f"Content-Encoding {encoding!r} was not asked for")


async def _counted(response: httpx.Response, most: int) -> AsyncIterator[bytes]:
    sent = 0
    async for chunk in response.aiter_raw(CHUNK):
        sent += len(chunk)
        if sent > most:
            raise _too_large(most, "goes on")
        yield chunk


async def _unpacked(raw: AsyncIterator[bytes], encoding: str) -> AsyncIterator[bytes]:
    engine: Deflate | None = None
    async for chunk in raw:
        data = chunk
        engine = engine or _engine(data, encoding)
        try:
            while not engine.eof and (data or not engine.needs_input):
                out, data = engine.decompress(data, CHUNK), b""
                if out:
                    yield out
        except ERRORS as error:
            raise Unavailable("fetch_failed", f"its compressed body is damaged ({error})") from None
    if engine is not None and not engine.eof:
        raise Unavailable("fetch_failed", "its compressed body is cut off")


def _engine(head: bytes, encoding: str) -> Deflate:
    if encoding != "deflate":
        return Deflate(31)
    # "deflate" means zlib's wrapping (RFC 9110), but some servers send the bare stream.
    wrapped = len(head) > 1 and head[0] & 15 == 8 and int.from_bytes(head[:2]) % 31 == 0
    return Deflate(15 if wrapped else -15)
