"""Every record of a WARC file that is whole is read, wherever the damage is."""

from __future__ import annotations

import gzip
import io
import zlib

import brotli
import pytest
from backports import zstd

from depeche.ingest import httpbody
from depeche.ingest.warc import bounds as warcbounds
from depeche.ingest.warc import records as warcread
from depeche.records import Reject
from foreign_warc import Page, chunked, page, warc

PAGES = [Page(f"http://paper{n}.example/x", page(n)) for n in range(4)]
MOST = 10**7


def read(content: bytes, start: int = 0) -> list[tuple[object, ...]]:
    """What is read: kind, offset, and bytes, cause or extent."""

    def want(record: object) -> str | None:
        return None if record.is_http and record.http_headers.status_code else "other"  # type: ignore[attr-defined]

    told: list[tuple[object, ...]] = []
    for found in warcread.records(io.BytesIO(content), len(content), start=start, want=want, most=MOST):
        if isinstance(found, warcread.Found):
            told.append(("found", found.offset, found.block))
        elif isinstance(found, warcread.Skipped):
            told.append(("skipped", found.offset, found.cause))
        else:
            told.append(("damaged", found.offset, found.end, found.cut))
    return told


@pytest.mark.parametrize("packed", [True, False])
def test_every_record_in_order(packed: bool) -> None:
    told = read(warc(PAGES, packed=packed))
    assert [t[2] for t in told if t[0] == "found"] == [p.body for p in PAGES]
    assert len(told) == 1 + 3 * len(PAGES)
    assert [t[1] for t in told] == sorted(t[1] for t in told)


@pytest.mark.parametrize("packed", [True, False])
def test_of_every_prefix_what_is_whole_is_read_and_the_cut_is_said(packed: bool) -> None:
    content = warc(PAGES[:2], packed=packed)
    whole = read(content)
    ends = [*[t[1] for t in whole[1:]], len(content)]
    for length in range(1, len(content), 7):
        kept = sum(end <= length for end in ends)
        at = ends[kept - 1] if kept else 0
        cut = [("damaged", at, length, True)] if length > at else []
        assert read(content[:length]) == whole[:kept] + cut, length


@pytest.mark.parametrize("packed", [True, False])
def test_a_flipped_byte_costs_its_record_and_is_said(packed: bool) -> None:
    content = warc(PAGES, packed=packed)
    whole = read(content)
    for place in range(0, len(content), 101):
        damaged = bytearray(content)
        damaged[place] ^= 0x55
        told = read(bytes(damaged))
        missing = [t for t in whole if t not in told]
        # Between two records a flip leaves both without an end.
        assert len(missing) <= (1 if packed else 2), place
        if packed and missing:
            assert [t[0] for t in told].count("damaged") == 1, place


def test_reading_may_begin_anywhere() -> None:
    content = warc(PAGES)
    whole = read(content)
    for start in range(0, len(content), 211):
        assert read(content, start) == [t for t in whole if t[1] >= start]  # type: ignore[operator]


def test_a_record_that_is_too_large_is_found_without_its_bytes() -> None:
    content = warc(PAGES[:1])
    found = list(
        warcread.records(
            io.BytesIO(content), len(content), want=lambda r: None if r.is_http else "x", most=99
        )
    )
    large = [f for f in found if isinstance(f, warcread.Found) and f.block is None]
    assert len(large) == 1
    with pytest.raises(Reject, match="too_large"):
        warcread.payload(large[0], 99)


def test_what_reading_the_file_raises_is_no_damage() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 70_000:
                raise ConnectionResetError("the line is dead")
            return super().read(size)

    content = warc([Page("http://x.example/", bytes(200_000) + page(1))], packed=False)
    with pytest.raises(OSError, match="the line is dead"):
        list(warcread.records(Broken(content), len(content), want=lambda r: None, most=MOST))


def test_a_file_that_is_one_gzip_member_is_told() -> None:
    assert warcbounds.is_addressable(io.BytesIO(warc(PAGES)))
    assert warcbounds.is_addressable(io.BytesIO(warc(PAGES, packed=False)))
    assert not warcbounds.is_addressable(io.BytesIO(gzip.compress(warc(PAGES, packed=False))))


def test_record_at() -> None:
    content = warc(PAGES)
    offset = next(t[1] for t in read(content) if t[0] == "found")
    assert isinstance(offset, int)
    found = warcread.record_at(io.BytesIO(content), offset, MOST)
    assert found is not None
    assert found.block == PAGES[0].body
    assert warcread.record_at(io.BytesIO(content), offset + 1, MOST) is None
    assert warcread.record_at(io.BytesIO(content), len(content), MOST) is None


BODY = page(7)
RAW_DEFLATE = zlib.compressobj(wbits=-15)


@pytest.mark.parametrize(
    ("body", "transfer", "content"),
    [
        (BODY, "", ""),
        (chunked(BODY), "chunked", ""),
        (gzip.compress(BODY), "", "gzip"),
        (gzip.compress(BODY), "", "x-gzip"),
        (chunked(gzip.compress(BODY)), "Chunked", "GZIP"),
        (zlib.compress(BODY), "", "deflate"),
        (RAW_DEFLATE.compress(BODY) + RAW_DEFLATE.flush(), "", "deflate"),
        (brotli.compress(BODY), "", "br"),
        (zstd.compress(BODY), "", "zstd"),
        (gzip.compress(brotli.compress(BODY)), "", "br, gzip"),
        # Stored as it was meant, though the headers are those of its journey.
        (BODY, "chunked", "gzip"),
        (BODY, "", "br"),
        (BODY, "", "utf-8"),
    ],
)
def test_a_body_is_given_as_it_was_meant(body: bytes, transfer: str, content: str) -> None:
    assert httpbody.meant(body, transfer, content, MOST) == BODY


@pytest.mark.parametrize(
    ("body", "transfer", "content"),
    [
        (chunked(BODY)[:300], "chunked", ""),
        (gzip.compress(BODY)[:200], "", "gzip"),
        (brotli.compress(BODY)[:100], "", "br"),
        (zstd.compress(BODY)[:100], "", "zstd"),
        (zlib.compress(BODY)[:100], "", "deflate"),
    ],
)
def test_a_body_that_was_cut_is_refused_unless_the_archive_says_so(
    body: bytes, transfer: str, content: str
) -> None:
    with pytest.raises(Reject) as refused:
        httpbody.meant(body, transfer, content, MOST)
    assert refused.value.reason == "malformed_content"
    assert BODY.startswith(httpbody.meant(body, transfer, content, MOST, cut=True))


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress, zstd.compress])
def test_a_bomb_is_refused(pack) -> None:  # type: ignore[no-untyped-def]
    coding = {gzip.compress: "gzip", brotli.compress: "br"}.get(pack, "zstd")
    with pytest.raises(Reject) as refused:
        httpbody.meant(pack(bytes(5_000_000)), "", coding, 1_000_000)
    assert refused.value.reason == "too_large"
