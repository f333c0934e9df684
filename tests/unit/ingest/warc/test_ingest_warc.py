"""Web archives of others: what is taken from them, where its bytes stay, and what is left out."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from depeche import ingest
from depeche.ingest import feeds, rawstore
from depeche.ingest import warc as kind
from depeche.pipeline import worker
from depeche.records import RawDispatch, Rejected, Tally
from depeche.settings import Settings
from foreign_warc import Page, chunked, page, warc
from warc_payloads import PAGES, payloads

HTML = ("Content-Type", "text/html; charset=utf-8")


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
    monkeypatch.setattr(worker, "context", lambda: SimpleNamespace(settings=settings, feeds={}, sites={}))
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


def test_trying_a_feed_says_what_a_run_then_counts(
    run: Callable[..., Tally], settings: Settings, folder: Path
) -> None:
    (folder / "a-cut.warc.gz").write_bytes(warc(PAGES[:2])[:-40])
    (folder / "b.warc.gz").write_bytes(warc(PAGES))
    feed = feeds.Feed(id="crawl", kind="warc", location=folder)
    tried = ingest.check(feed, settings)
    tally = run()
    assert (tried.new, tried.refused, tried.known) == (tally.accepted, tally.quarantined, tally.known)
    assert tally.quarantined
    assert all(f"{cause} {count}" in tried.detail for cause, count in tally.left.items())
    again = ingest.check(feed, settings)
    assert (again.new, again.refused, again.known) == (0, 0, tally.taken)


def test_an_interval_reads_its_months_only(run: Callable[..., Tally], folder: Path) -> None:
    for n in range(3):
        (folder / "2016" / f"{n + 7:02}").mkdir(parents=True)
        (folder / "2016" / f"{n + 7:02}" / "a.warc.gz").write_bytes(warc(PAGES[n * 4 : n * 4 + 4]))
    august = (date(2016, 8, 1), date(2016, 9, 1))
    assert run(august, dated="%Y/%m").accepted == 4
    assert run(dated="%Y/%m").accepted == 8


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "²"])
def test_a_record_of_a_nonsensical_date_is_taken_without_it(
    run: Callable[..., Tally], settings: Settings, folder: Path, date: str
) -> None:
    (folder / "a.warc.gz").write_bytes(warc([PAGES[0]._replace(date=date), PAGES[1]]))
    assert run().accepted == 2
    assert payloads(settings) == {p.url: p.body for p in PAGES[:2]}


def test_feeds_in_json_are_taken(run: Callable[..., Tally], settings: Settings, folder: Path) -> None:
    feed = Page("https://paper.example/feed", b'{"items": []}', [("Content-Type", "application/feed+json")])
    (folder / "a.warc").write_bytes(warc([feed], packed=False))
    assert run().accepted == 1
    assert payloads(settings) == {feed.url: feed.body}
