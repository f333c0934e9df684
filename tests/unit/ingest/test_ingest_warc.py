"""Web archives of others: what is taken from them, where its bytes stay, and what is left out."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from depeche import ingest
from depeche.ingest import feeds, rawstore
from depeche.ingest import warc as kind
from depeche.pipeline import worker
from depeche.records import RawDispatch, Rejected, Tally
from depeche.settings import Settings
from foreign_warc import Page, chunked, page, warc

HTML = ("Content-Type", "text/html; charset=utf-8")
PAGES = [Page(f"https://www.paper{n % 3}.example/story/{n}", page(n)) for n in range(12)]


@pytest.fixture
def run(settings: Settings, folder: Path, now: datetime) -> Callable[..., Tally]:
    """Ingest a feed of kind warc on ``folder`` with the given keys."""

    def ran(interval: Any = None, of: Settings = settings, **keys: Any) -> Tally:
        entry = {"id": "crawl", "kind": "warc", "location": str(folder), **keys}
        file = folder.parent / "feeds.yml"
        file.write_bytes(msgspec.yaml.encode({"feeds": [entry]}))
        return ingest.ingest(feeds.load(file)["crawl"], of, now=now, interval=interval)

    return ran


def payloads(settings: Settings) -> dict[str, bytes]:
    """Name → bytes of all that is in the raw store, read back."""
    found = [ref for batch in rawstore.batches(settings) for ref in rawstore.refs(settings, batch)]
    read = rawstore.read_many(settings, [ref.raw_uri for ref in found])
    return {ref.sidecar.url or ref.name: bytes_ for ref, bytes_ in zip(found, read, strict=True)}


def test_pages_are_taken_and_their_bytes_stay_where_they_are(
    run: Callable[..., Tally], settings: Settings, folder: Path
) -> None:
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    tally = run()
    assert (tally.taken, tally.accepted) == (12, 12)
    assert tally.left == {"warcinfo": 1, "request": 12, "metadata": 12}
    assert payloads(settings) == {p.url: p.body for p in PAGES}
    (batch,) = rawstore.batches(settings)
    ref = rawstore.refs(settings, batch)[0]
    assert ref.collected_at == datetime(2016, 9, 1, 6, tzinfo=UTC)
    assert ref.sidecar.charset == "utf-8"
    assert ref.name.startswith("a.warc.gz#")
    assert PAGES[0].body[:40] not in gzip.decompress((settings.raw / batch).read_bytes())
    (folder / "a.warc.gz").unlink()
    with pytest.raises(rawstore.RawStoreError, match="must stay there"):
        rawstore.read(settings, ref.raw_uri)


def test_bytes_that_have_changed_are_not_given_out(
    run: Callable[..., Tally], settings: Settings, folder: Path
) -> None:
    (folder / "a.warc").write_bytes(warc(PAGES[:1], packed=False))
    run()
    (batch,) = rawstore.batches(settings)
    (ref,) = rawstore.refs(settings, batch)
    content = (folder / "a.warc").read_bytes()
    (folder / "a.warc").write_bytes(content.replace(b"Port Harrow", b"Port Marrow"))
    with pytest.raises(rawstore.OutsideLost, match="other bytes"):
        rawstore.read(settings, ref.raw_uri)


def test_a_file_that_is_gone_costs_its_payloads_only(
    run: Callable[..., Tally], settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.warc.gz").write_bytes(warc(PAGES[:2]))
    (folder / "b.warc.gz").write_bytes(warc(PAGES[2:5]))
    run()
    (folder / "a.warc.gz").unlink()
    monkeypatch.setattr(worker, "context", lambda: SimpleNamespace(settings=settings, feeds={}))
    (batch,) = rawstore.batches(settings)
    given = list(worker._payloads(rawstore.refs(settings, batch)))
    assert [raw.reason for raw in given if isinstance(raw, Rejected)] == ["unreadable"] * 2
    assert [raw.payload for raw in given if isinstance(raw, RawDispatch)] == [p.body for p in PAGES[2:5]]


def test_the_store_can_be_indexed_again_from_its_files(
    run: Callable[..., Tally], settings: Settings, folder: Path
) -> None:
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    run()
    (batch,) = rawstore.batches(settings)
    before = rawstore.refs(settings, batch)
    (settings.raw / "index.sqlite").unlink()
    assert rawstore.refs(settings, batch) == before
    assert rawstore.verify(settings, batch) == []
    assert run().known == 12


def test_copied_bytes_need_the_file_no_more(
    run: Callable[..., Tally], settings: Settings, folder: Path
) -> None:
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    assert run(copy=True).accepted == 12
    (folder / "a.warc.gz").unlink()
    assert payloads(settings) == {p.url: p.body for p in PAGES}


def test_bodies_are_decoded(run: Callable[..., Tally], settings: Settings, folder: Path) -> None:
    coded = Page(
        "https://paper.example/coded",
        chunked(gzip.compress(page(1))),
        (HTML, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")),
    )
    broken = Page(
        "https://paper.example/broken", gzip.compress(page(2))[:90], (HTML, ("Content-Encoding", "gzip"))
    )
    (folder / "a.warc.gz").write_bytes(warc([coded, broken]))
    tally = run()
    assert (tally.accepted, tally.reasons) == (1, {"malformed_content": 1})
    assert payloads(settings)[coded.url] == page(1)
    assert payloads(settings)[broken.url] == broken.body


SELECTED = [
    Page("https://paper.example/a", page(1, "By AFP", lang="fr-FR")),
    Page("https://news.paper.example/b", page(2, "(AFP)", lang="en")),
    Page("https://notpaper.example/c", page(3, "AFP", lang="fr")),
    Page("https://paper.example/d", page(4, "MAFPS", lang="fr")),
    Page("https://paper.example/e", page(5, "AFP"), status="404 Not Found"),
    Page("https://paper.example/f", b"\x89PNG AFP", (("Content-Type", "image/png"),)),
    Page("https://paper.example/g", page(6, "Agence française AFP").replace(b' lang="en"', b"")),
]


@pytest.mark.parametrize(
    ("select", "taken", "left"),
    [
        ({}, "abcdg", {"status": 1, "type": 1}),
        ({"hosts": ["paper.example"]}, "abdg", {"status": 1, "type": 1, "host": 1}),
        ({"hosts": ["news.paper.example"]}, "b", {"host": 6}),
        ({"credits": ["AFP", "dpa"]}, "abcg", {"status": 1, "type": 1, "credit": 1}),
        ({"credits": ["Agence française"]}, "g", {"status": 1, "type": 1, "credit": 4}),
        ({"languages": ["fr"]}, "acd", {"status": 1, "type": 1, "language": 2}),
        ({"languages": ["en"]}, "bg", {"status": 1, "type": 1, "language": 3}),
        ({"types": ["image/png"]}, "f", {"status": 1, "type": 5}),
    ],
)
def test_what_is_selected(
    run: Callable[..., Tally], settings: Settings, folder: Path, select: Any, taken: str, left: Any
) -> None:
    (folder / "a.warc.gz").write_bytes(warc(SELECTED))
    tally = run(**({"select": select} if select else {}))
    assert "".join(sorted(url[-1] for url in payloads(settings))) == taken
    assert tally.accepted == len(taken)
    assert {k: v for k, v in tally.left.items() if k not in ("warcinfo", "request", "metadata")} == left


def test_revisits_are_counted_and_left(run: Callable[..., Tally], folder: Path) -> None:
    (folder / "a.warc.gz").write_bytes(warc([PAGES[0], PAGES[1]._replace(kind="revisit")]))
    tally = run()
    assert (tally.accepted, tally.left["revisit"]) == (1, 1)


def test_damage_costs_its_records_and_keeps_their_bytes(
    run: Callable[..., Tally], settings: Settings, folder: Path
) -> None:
    content = bytearray(warc(PAGES))
    content[len(content) // 2] ^= 0x55
    (folder / "a.warc.gz").write_bytes(content[:-50])
    tally = run()
    assert tally.reasons == {"corrupt_archive": 1, "truncated_archive": 1}
    assert tally.accepted >= 11
    kept = [bytes_ for name, bytes_ in payloads(settings).items() if "#" in name]
    assert all(bytes_ in bytes(content) for bytes_ in kept)
    again = run()
    assert (again.accepted, again.quarantined) == (0, 0)


def test_a_file_of_one_gzip_member_is_refused(run: Callable[..., Tally], folder: Path) -> None:
    (folder / "a.warc.gz").write_bytes(gzip.compress(warc(PAGES, packed=False)))
    assert run().reasons == {"unsupported_archive": 1}


@pytest.mark.parametrize("processes", [1, 2])
def test_stretches_together_are_the_whole_file(
    run: Callable[..., Tally],
    settings: Settings,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    processes: int,
) -> None:
    monkeypatch.setattr(kind, "STRETCH", 1500)
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    (folder / "b.warc").write_bytes(warc(PAGES[:3], packed=False))
    tally = run(of=msgspec.structs.replace(settings, workers=processes))
    assert (tally.taken, tally.accepted, tally.known) == (15, 12, 3)
    assert tally.left["request"] == 15
    assert list(payloads(settings)) == [p.url for p in PAGES]


def test_an_interrupted_run_goes_on_where_it_stopped(
    run: Callable[..., Tally], settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kind, "STRETCH", 1500)
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    serial = msgspec.structs.replace(settings, workers=1, page_batch=2)
    reads = []
    read = kind.read

    def dies(part: kind.Stretch) -> Any:
        if len(reads) == 5:
            raise KeyboardInterrupt
        reads.append(part.start)
        return read(part)

    monkeypatch.setattr(kind, "read", dies)
    with pytest.raises(KeyboardInterrupt):
        run(of=serial)
    stored = len(payloads(settings))
    assert 0 < stored < 12
    began = reads[:]
    reads.clear()
    monkeypatch.setattr(kind, "read", lambda part: reads.append(part.start) or read(part))
    tally = run(of=serial)
    assert len(set(reads) & set(began)) <= 2  # what was not yet entered is read again
    assert tally.accepted == 12 - stored
    assert payloads(settings) == {p.url: p.body for p in PAGES}
    reads.clear()
    assert run(of=serial).known == 12
    assert reads == []


def test_another_selection_reads_the_file_again(run: Callable[..., Tally], folder: Path) -> None:
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    assert run(select={"hosts": ["paper1.example"]}).accepted == 4
    both = run(select={"hosts": ["paper1.example", "paper2.example"]})
    assert (both.accepted, both.known) == (4, 4)


def test_a_list_of_files_as_common_crawl_publishes_it(run: Callable[..., Tally], folder: Path) -> None:
    month = folder / "crawl-data" / "CC-NEWS" / "2016" / "09"
    month.mkdir(parents=True)
    for n in range(2):
        (month / f"{n}.warc.gz").write_bytes(warc(PAGES[n * 6 : n * 6 + 6]))
    names = "crawl-data/CC-NEWS/2016/09/0.warc.gz\ncrawl-data/CC-NEWS/2016/09/1.warc.gz\n"
    (month / "warc.paths.gz").write_bytes(gzip.compress(names.encode()))
    assert run(location=str(month / "warc.paths.gz")).accepted == 12


def test_trying_a_feed_reads_its_beginning_only(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kind, "STRETCH", 1500)
    (folder / "a.warc.gz").write_bytes(warc(PAGES))
    (folder / "b.warc.gz").write_bytes(warc(PAGES))
    feed = feeds.Feed(id="crawl", kind="warc", location=folder)
    tried = ingest.check(feed, settings)
    assert tried.good
    assert 0 < tried.new < 12
    assert tried.detail.startswith("2 files")
    gone = ingest.check(feeds.Feed(id="crawl", kind="warc", location=folder / "gone.warc.gz"), settings)
    assert not gone.good


def test_an_interval_reads_its_months_only(run: Callable[..., Tally], folder: Path) -> None:
    for n in range(3):
        (folder / "2016" / f"{n + 7:02}").mkdir(parents=True)
        (folder / "2016" / f"{n + 7:02}" / "a.warc.gz").write_bytes(warc(PAGES[n * 4 : n * 4 + 4]))
    august = (date(2016, 8, 1), date(2016, 9, 1))
    assert run(august, dated="%Y/%m").accepted == 4
    assert run(dated="%Y/%m").accepted == 8


def test_a_file_that_cannot_be_reached_is_tried_again(run: Callable[..., Tally], folder: Path) -> None:
    (folder / "warc.paths").write_text("gone.warc.gz\nthere.warc.gz\n")
    (folder / "there.warc.gz").write_bytes(warc(PAGES[:2]))
    location = str(folder / "warc.paths")
    tally = run(location=location)
    assert (tally.accepted, tally.reasons) == (2, {"unreadable": 1})
    (folder / "gone.warc.gz").write_bytes(warc(PAGES))
    assert run(location=location).accepted == 10


class Ranges(SimpleHTTPRequestHandler):
    """Serves files and parts of them, as every server of archives does."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first = int(asked[1]) if asked else 0
        last = min(int(asked[2]) if asked and asked[2] else len(content), len(content) - 1)
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last + 1 - first))
        self.end_headers()
        self.wfile.write(content[first : last + 1])

    def send_head(self) -> Any:
        self.extensions_map = {"": "application/octet-stream"}
        return super().send_head()

    def log_message(self, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """Where a web server gives out ``folder``."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Ranges, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_over_http_files_are_read_where_they_are(
    run: Callable[..., Tally], settings: Settings, folder: Path, address: str
) -> None:
    month = folder / "crawl-data" / "CC-NEWS" / "2016" / "09"
    month.mkdir(parents=True)
    (month / "0.warc.gz").write_bytes(warc(PAGES))
    (month / "warc.paths.gz").write_bytes(gzip.compress(b"crawl-data/CC-NEWS/2016/09/0.warc.gz\n"))
    news = f"{address}/crawl-data/CC-NEWS"
    assert run(location=f"{news}/2016/09/warc.paths.gz").accepted == 12
    assert payloads(settings) == {p.url: p.body for p in PAGES}
    september = (date(2016, 9, 1), date(2016, 10, 1))
    assert run(september, location=news, dated="%Y/%m").known == 12
    assert run(location=f"{address}/gone.warc.gz").reasons == {"unreadable": 1}
