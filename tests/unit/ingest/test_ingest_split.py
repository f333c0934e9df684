"""Large files of many items become pieces: nothing is lost, every border is an item's."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as fuzz
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from depeche.clean.json import items as jsonitems
from depeche.ingest import drop, ingest_paths, rawstore, split, spool
from depeche.ingest.delivery import Delivery
from depeche.records import RawDispatch
from depeche.settings import Settings

Take = Callable[..., list[Any]]
DOC = '<DOC id="XYZ_ENG_19940512.{n:04}" type="story" >\n<TEXT>\n<P>\nThe harbour, "item" {n}.\n</P>\n</TEXT>\n</DOC>\n'
MAIL = (
    "From a@b.example Mon Mar 11 10:12:00 2024\nFrom: a@b.example\nSubject: {n}\n\nFrom the harbour, {n}.\n\n"
)
WIRE = "\x01eca{n:04} 3 i 40 dpa 101\r\nHarbour/\r\n\x02Pier opens =\r\n\r\nText {n}.\r\n\x03020915 GMT May 16\r\n\x04\x7f\r\n"
ANPA = "\x16\x16\x01a{n:04}\x1fcentr\r\nr a\x13\x11 BC-X     05-02 0007\r\n\x02\tText {n}.\r\n\x03AP-WF-05-02-16 0901GMT<\r\n\x04"
LINE = '{{"guid": "x-{n}", "title": "a \\"b\\"", "text": "Line {n}."}}\n'


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of 4 KB, so that files of some hundred items have many."""
    monkeypatch.setattr(split, "PIECE", 4096)


@pytest.mark.parametrize(
    ("item", "begins"),
    [(DOC, "<DOC id="), (MAIL, "From a@b"), (WIRE, "\x01eca"), (ANPA, "\x16\x16\x01a"), (LINE, '{"guid"')],
    ids=["gigaword", "mbox", "iptc7901", "anpa", "json-lines"],
)
@pytest.mark.parametrize("count", [100, 2000])
def test_pieces_joined_are_the_file(
    settings: Settings, folder: Path, take: Take, item: str, begins: str, count: int
) -> None:
    whole = "".join(item.format(n=n) for n in range(count)).encode()
    (folder / "big.txt").write_bytes(whole)
    found = take(settings, folder)
    assert b"".join(payload for _, payload, _, _ in found) == whole
    assert [name for name, *_ in found] == [f"big.txt!/{n}" for n in range(1, len(found) + 1)]
    assert all(payload.startswith(begins.encode()) for _, payload, _, _ in found)
    assert max(len(payload) for _, payload, _, _ in found) < 4096 + 400


# What ends or begins nothing within a string, nor where it is cut by the borders of what is read at once.
TEXTS = st.text(st.sampled_from('a{}[]",\\\n é:'), max_size=40)


@fuzz(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    items=st.lists(st.fixed_dictionaries({"guid": TEXTS, "title": TEXTS, "more": st.lists(TEXTS, max_size=2)}), min_size=90),
    around=st.sampled_from(['{items}', '\ufeff [\n{rest}', '{{"response": {{"numFound": 2, "docs": {items}, "facets": [{{"a": 1}}]}}}}']),
    escaped=st.booleans(),
    chunk=st.integers(1, 300),
)  # fmt: skip
def test_items_of_a_json_list_stay_whole(
    items: list[dict[str, Any]], around: str, escaped: bool, chunk: int
) -> None:
    listed = json.dumps(items, ensure_ascii=escaped, indent=1 if escaped else None)
    whole = around.format(items=listed, rest=listed[1:]).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "CHUNK", chunk)
        patch.setattr(split, "PIECE", 900)
        cut = [p.read() for p in split.split(Delivery("x.json", "x.json", len(whole), "", io.BytesIO(whole)))]
    assert b"".join(cut) == whole
    assert len(cut) > 3
    assert all(piece.startswith(b"{") for piece in cut[1:])
    assert [item for piece in cut for item in _items(piece)] == items


def _items(payload: bytes) -> list[Any]:
    raw = RawDispatch(
        raw_uri=None, raw_sha256="", name="x", payload=payload, feed_id=None, collected_at=datetime.now(UTC)
    )
    return jsonitems.items(raw).found


def test_a_json_feed_and_a_single_item_are_not_cut(settings: Settings, folder: Path, take: Take) -> None:
    items = [{"id": str(n), "content_text": "The harbour."} for n in range(300)]
    (folder / "feed.json").write_text(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})
    )
    (folder / "item.json").write_text(json.dumps({"uri": "x", "items": items, "body_text": "The harbour."}))
    assert [name for name, *_ in take(settings, folder)] == ["feed.json", "item.json"]


def test_a_small_file_is_one_payload(settings: Settings, folder: Path, take: Take) -> None:
    (folder / "small.sgml").write_bytes(DOC.format(n=1).encode() * 3)
    assert [name for name, *_ in take(settings, folder)] == ["small.sgml"]


def test_long_text_of_one_item_is_not_cut(settings: Settings, folder: Path, take: Take) -> None:
    (folder / "long.txt").write_text("The harbour, as it was, and is.\n" * 1000)
    (folder / "page.html").write_text("<p>a,b\n" * 2000)
    assert [name for name, *_ in take(settings, folder)] == ["long.txt", "page.html"]


def test_members_of_archives_are_cut_too(settings: Settings, folder: Path, take: Take) -> None:
    whole = "".join(DOC.format(n=n) for n in range(300)).encode()
    (folder / "month.gz").write_bytes(gzip.compress(whole))
    (folder / "month.gz.meta.json").write_text('{"language": "en", "url": "https://x.example/"}')
    found = take(settings, folder)
    assert b"".join(payload for _, payload, _, _ in found) == whole
    assert found[1][0] == "month.gz!/2"
    assert (found[1][2].language, found[1][2].url) == ("en", None)


ROW = st.lists(st.text(st.sampled_from('a",;\n\r\t é'), max_size=60), min_size=3, max_size=3)


@fuzz(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(ROW, min_size=100, max_size=120), delimiter=st.sampled_from(",;\t"))
def test_rows_of_csv_stay_whole(rows: list[list[str]], delimiter: str) -> None:
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=delimiter)
    writer.writerows([["guid", "title", "text"], *rows])
    whole = sheet.getvalue().encode()
    found: list[list[str]] = []
    for piece in split.split(Delivery("x.csv", "x.csv", len(whole), "", io.BytesIO(whole))):
        table = list(csv.reader(io.StringIO(piece.read().decode(), newline=""), delimiter=delimiter))
        assert table[0] == ["guid", "title", "text"]
        found += table[1:]
    assert found == rows


def test_parquet_becomes_parquet_of_some_rows(settings: Settings, folder: Path, take: Take) -> None:
    at = pa.array([datetime(2024, 3, 11, 9, 12, tzinfo=UTC)] * 1000, pa.timestamp("us", tz="UTC"))
    table = pa.table({"guid": [f"p-{n}" for n in range(1000)], "text": ["x" * 50] * 1000, "at": at})
    pq.write_table(table, folder / "big.parquet", row_group_size=300)
    found = take(settings, folder)
    assert len(found) > 2
    assert pa.concat_tables([pq.read_table(io.BytesIO(payload)) for _, payload, _, _ in found]).equals(table)


def test_the_bytes_of_a_parquet_file_are_kept(settings: Settings, folder: Path, now: datetime) -> None:
    table = pa.table({"guid": [f"p-{n}" for n in range(1000)], "text": ["x" * 50] * 1000})
    pq.write_table(table, folder / "big.parquet", row_group_size=300)
    whole = (folder / "big.parquet").read_bytes()
    for expected in ("accepted", "known"):
        tally = ingest_paths([folder], "files", settings, now=now)
        assert tally.taken == getattr(tally, expected) > 2
        [file] = (settings.raw / "files/exchanges").glob("*.warc.gz")
        with file.open("rb") as stream:
            [kept] = [r.content_stream().read() for r in ArchiveIterator(stream) if r.rec_type == "resource"]
        assert kept == whole
        (folder / "big.parquet").touch()


def test_damaged_parquet_stays_whole(settings: Settings, folder: Path, take: Take) -> None:
    (folder / "bad.parquet").write_bytes(b"PAR1" + b"x" * 9000)
    assert [name for name, *_ in take(settings, folder)] == ["bad.parquet"]


def test_pieces_are_stored_once_and_read_back(settings: Settings, folder: Path, now: datetime) -> None:
    whole = "".join(DOC.format(n=n) for n in range(300)).encode()
    (folder / "month.sgml").write_bytes(whole)
    first = ingest_paths([folder], "files", settings, now=now)
    again = ingest_paths([folder], "files", settings, now=now)
    assert first.accepted == first.taken > 5
    assert (again.accepted, again.known) == (0, first.accepted)
    refs = [ref for batch in rawstore.batches(settings) for ref in rawstore.refs(settings, batch)]
    assert b"".join(rawstore.read(settings, ref.raw_uri) for ref in refs) == whole


def test_a_file_that_grew_brings_what_is_new(settings: Settings, folder: Path, now: datetime) -> None:
    lines = [json.dumps({"guid": f"x-{n}", "text": f"Line {n} of the harbour."}) + "\n" for n in range(400)]
    (folder / "a.jsonl").write_text("".join(lines[:300]))
    first = ingest_paths([folder], "files", settings, now=now)
    (folder / "a.jsonl").write_text("".join(lines))
    more = ingest_paths([folder], "files", settings, now=now)
    assert more.known >= first.accepted - 1
    assert list(drop.deliveries([folder], settings))


TABLE = '{n},"a ""b"", and\nmore",Text {n}.\n'


@pytest.mark.parametrize(
    ("item", "start"),
    [
        (DOC, ""),
        (MAIL, ""),
        (WIRE, ""),
        (ANPA, ""),
        (LINE, ""),
        (LINE.replace("\n", ",\n"), "["),
        (TABLE, "id,title,text\n"),
    ],
    ids=["gigaword", "mbox", "iptc7901", "anpa", "json-lines", "json", "csv"],
)
@pytest.mark.parametrize("count", [20, 1000])
@pytest.mark.parametrize("lost", [0.02, 0.3])
def test_of_a_compressed_text_that_is_cut_off_whole_items_are_taken(
    settings: Settings, folder: Path, take: Take, item: str, start: str, count: int, lost: float
) -> None:
    items = [item.format(n=n).encode() for n in range(count)]
    # Stored, not squeezed, so that the cut is anywhere in an item.
    packed = gzip.compress(start.encode() + b"".join(items), 0)
    (folder / "month.gz").write_bytes(packed[: int(len(packed) * (1 - lost))])
    *taken, (name, payload, _, refused) = take(settings, folder)
    assert (name, payload, refused[0]) == ("month.gz", packed[: len(payload)], "truncated_archive")
    joined = b"".join(
        each[1] if not at else each[1].removeprefix(start.encode() if item == TABLE else b"")
        for at, each in enumerate(taken)
    )
    body = joined.removeprefix(start.encode())
    whole = b"".join(items)
    assert whole.startswith(body)
    assert body in {b"".join(items[:n]) for n in range(int(count * (1 - lost)) - 2, count)}
    assert [each[0] for each in taken] == (
        ["month.gz"] if len(joined) <= 4096 else [f"month.gz!/{n}" for n in range(1, len(taken) + 1)]
    )


@pytest.mark.parametrize(
    "content", [DOC.format(n=1), "<nitf><body>" + "<p>Text.</p>" * 90 + "</body></nitf>", "A text. " * 90]
)
def test_of_one_item_that_is_cut_off_nothing_is_taken(
    settings: Settings, folder: Path, take: Take, content: str
) -> None:
    (folder / "a.gz").write_bytes(gzip.compress(content.encode(), 0)[:-30])
    assert [refused[0] for *_, refused in take(settings, folder)] == ["truncated_archive"]
