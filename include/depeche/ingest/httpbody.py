"""The body of an HTTP message as its sender meant it: without transfer and content encoding.

Archives do not agree whether a body is kept as it travelled or as it was meant, whatever
its headers say, so each encoding is undone only where the bytes have it.
"""

from __future__ import annotations

import re
import zlib

import brotli
from backports import zstd

from depeche.ingest.compressed import Deflate
from depeche.records import Reject

CHUNK_LINE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
ERRORS = (zlib.error, zstd.ZstdError, brotli.error, EOFError)
# Encodings within each other; a second one is a server's mistake, a third one malice.
MOST_CODINGS = 3


def meant(body: bytes, transfer: str, content: str, most: int, *, cut: bool = False) -> bytes:
    """``body`` decoded as ``Transfer-Encoding`` and ``Content-Encoding`` (verbatim) say.

    ``cut``: the archive says that the body was not kept whole, so what there is counts.
    Raises Reject("malformed_content") where it is damaged, Reject("too_large") where it
    gives over ``most`` bytes.
    """
    if "chunked" in transfer.lower():
        body = _joined(body, cut)
    codings = [name.strip().lower().removeprefix("x-") for name in content.split(",") if name.strip()]
    for coding in reversed(codings[:MOST_CODINGS]):
        engine = _engine(coding, body)
        if engine is None:
            continue
        try:
            body = engine.decompress(body, most + 1)
        except ERRORS as error:
            raise Reject("malformed_content", f"the body is no whole {coding} ({error})") from None
        if len(body) > most:
            raise Reject("too_large", f"its body gives over {most / 1e6:.0f} MB (DEPECHE_MAX_PAYLOAD_MB)")
        if not (engine.eof or cut):
            raise Reject("malformed_content", f"the body ends in the midst of its {coding}")
    return body


def _joined(body: bytes, cut: bool) -> bytes:
    """The chunks (RFC 9112, 7.1) as one; a body that does not begin with one is given as it is."""
    at = 0
    parts: list[bytes] = []
    while line := CHUNK_LINE.match(body, at):
        size = int(line[1], 16)
        if not size:
            return b"".join(parts)
        part = body[line.end() : line.end() + size]
        parts.append(part)
        if len(part) < size:
            break
        at = line.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    if parts and not cut:
        raise Reject("malformed_content", "the body ends in the midst of its chunks")
    return b"".join(parts) if parts else body


class _Brotli:
    def __init__(self) -> None:
        self._brotli = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._brotli.is_finished())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return bytes(self._brotli.process(data, output_buffer_limit=max_length))


def _engine(coding: str, body: bytes) -> Deflate | zstd.ZstdDecompressor | _Brotli | None:
    """What undoes ``coding``; None where the body plainly is not in it, or it is no coding at all."""
    if coding == "gzip" and body.startswith(b"\x1f\x8b"):
        return Deflate(31)
    if coding == "deflate" and body:
        # RFC 9110 means zlib's format; many servers send the bare stream.
        is_zlib = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
        return Deflate(15 if is_zlib else -15)
    if coding == "zstd" and body.startswith(b"\x28\xb5\x2f\xfd"):
        return zstd.ZstdDecompressor()
    # Brotli has no magic; what begins like markup was decoded by whoever stored it.
    if coding == "br" and body and not body.lstrip().startswith(b"<"):
        return _Brotli()
    return None
