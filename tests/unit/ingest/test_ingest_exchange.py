"""Exchanges in the raw store: a payload that came over HTTP is read back as any other."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
from warcio.archiveiterator import ArchiveIterator

from depeche.ingest import rawstore
from depeche.ingest.delivery import Delivery, Evidence, Exchange, Item, Memory, Postponed, Visit
from depeche.ingest.rawstore.index import Index
from depeche.ingest.rawstore.indexfile import path_of
from depeche.ingest.spool import nothing, spool
from depeche.records import SideCar
from depeche.settings import Settings

PAGE = "<html><p>Élysée</p></html>".encode("latin-1")
AT = datetime(2016, 7, 6, 20, 30, tzinfo=UTC)
URL = "https://example.org/a?b=é c"


def exchange(url: str = URL, **changes: object) -> Exchange:
    made = Exchange(
        url=url,
        at=AT,
        method="GET",
        request=[("Host", "example.org"), ("Authorization", "Bearer SECRET")],
        status=200,
        phrase="OK",
        response=[
            ("Content-Type", "text/html; charset=iso-8859-1"),
            ("Content-Encoding", "gzip"),
            ("Content-Length", "9999"),
            ("ETag", '"1"'),
            ("Set-Cookie", "id=SECRET"),
        ],
        address="192.0.2.1",
    )
    return made._replace(**changes)  # type: ignore[arg-type]


def delivered(content: bytes = PAGE, url: str = URL, refused: tuple[str, str] | None = None) -> Delivery:
    payload = spool([content])
    described = SideCar(collected_at=AT, url=url, charset="iso-8859-1")
    return Delivery(url, url, payload.size, payload.sha256, payload.file, described, refused, exchange(url))


def records(
    settings: Settings, pattern: str
) -> list[tuple[str, dict[str, str], list[tuple[str, str]], bytes]]:
    found = []
    for path in sorted(settings.raw.glob(pattern)):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                http = record.http_headers.headers if record.http_headers else []
                headers = dict(record.rec_headers.headers)
                found.append((record.rec_type, headers, http, record.content_stream().read()))
    return found


def test_a_page_is_read_back_and_any_tool_reads_its_exchange(settings: Settings, now: datetime) -> None:
    tally = rawstore.ingest_deliveries("web", [delivered()], settings, now)
    assert (tally.taken, tally.accepted) == (1, 1)
    (batch,) = rawstore.batches(settings)
    assert rawstore.verify(settings, batch) == []
    (ref,) = rawstore.refs(settings, batch)
    assert (ref.name, ref.size, ref.collected_at, ref.sidecar.charset) == (URL, len(PAGE), AT, "iso-8859-1")
    assert rawstore.read(settings, ref.raw_uri) == PAGE
    assert rawstore.find(settings, ref.raw_sha256) == ref.raw_uri
    (settings.raw / "index.sqlite").unlink()
    assert rawstore.refs(settings, batch) == [ref]

    kinds = {kind: (headers, http, body) for kind, headers, http, body in records(settings, "web/*.warc.gz")}
    headers, http, body = kinds["response"]
    assert body == PAGE
    assert headers["WARC-Target-URI"] == "https://example.org/a?b=%C3%A9%20c"
    assert headers["WARC-IP-Address"] == "192.0.2.1"
    assert ("X-Crawler-Content-Encoding", "gzip") in http
    assert ("ETag", '"1"') in http
    assert ("Content-Length", str(len(PAGE))) in http
    asked = kinds["request"]
    assert asked[0]["WARC-Concurrent-To"] == headers["WARC-Record-ID"]
    assert asked[1] == [("Host", "example.org")]


def test_secrets_are_never_written(settings: Settings, now: datetime) -> None:
    rawstore.ingest_deliveries("web", [delivered(), Evidence(exchange(), nothing())], settings, now)
    files = list(settings.raw.rglob("*.warc.gz"))
    assert len(files) == 2
    for path in files:
        assert b"SECRET" not in gzip.decompress(path.read_bytes())


def test_evidence_is_no_payload_and_makes_no_batch(settings: Settings, now: datetime) -> None:
    robots = Evidence(exchange("https://example.org/robots.txt", status=404, phrase=""), spool([b"no such"]))
    tally = rawstore.ingest_deliveries("web", [robots], settings, now)
    assert tally.taken == 0
    assert rawstore.batches(settings) == []
    (kind, headers, _, body) = records(settings, "web/exchanges/*.warc.gz")[1]
    assert (kind, body) == ("response", b"no such")
    assert headers["WARC-Target-URI"] == "https://example.org/robots.txt"


def test_a_refused_answer_keeps_its_bytes(settings: Settings, now: datetime) -> None:
    gone = delivered(b"gone", refused=("http_error", "410 Gone"))
    tally = rawstore.ingest_deliveries("web", [gone], settings, now)
    assert (tally.quarantined, tally.reasons) == (1, {"http_error": 1})
    (ref,) = rawstore.refs(settings, rawstore.batches(settings)[0])
    assert ref.refused == ("http_error", "410 Gone")
    assert rawstore.read(settings, ref.raw_uri) == b"gone"


def test_visits_are_remembered_once_their_payload_is_stored(settings: Settings, now: datetime) -> None:
    late = Visit("https://example.org/late", AT, "fetch_timeout", waits=True, tries=2)
    done = Visit(URL, AT, etag='"1"', last_modified="Wed, 06 Jul 2016 20:00:00 GMT", stated="2016-07-06")

    def broken(memory: Memory) -> Iterator[Item]:
        yield delivered()
        yield done
        raise OSError("the line is cut")

    with pytest.raises(OSError, match="the line is cut"):
        rawstore.ingest_deliveries("web", broken, settings, now)
    asked: list[Visit | None] = []

    def whole(memory: Memory) -> Iterator[Item]:
        asked.append(memory.visit(URL))
        yield delivered()
        yield done
        yield Postponed(late.url, "fetch_timeout", "after 30 s")
        yield late

    tally = rawstore.ingest_deliveries("web", whole, settings, now)
    assert asked == [None]
    assert (tally.accepted, tally.postponed) == (1, {"fetch_timeout": 1})

    def third(memory: Memory) -> Iterator[Item]:
        asked.append(memory.visit(URL))
        assert memory.waiting() == [late]
        yield delivered()

    tally = rawstore.ingest_deliveries("web", third, settings, now)
    assert asked == [None, done]
    assert tally.known == 1


def test_a_feed_document_counts_by_the_items_that_are_meant(settings: Settings, now: datetime) -> None:
    def document(*items: str) -> Delivery:
        made = delivered(b"<rss/>")
        return made._replace(sidecar=SideCar(items=list(items)))

    tally = rawstore.ingest_deliveries("web", [document("a"), document("b"), document("a")], settings, now)
    assert (tally.accepted, tally.known) == (2, 1)


def test_what_an_index_of_before_remembers_is_carried_over(settings: Settings) -> None:
    known = Visit(URL, AT, "http_error", waits=True, tries=2, stated="2016-07-06")
    with Index(settings) as index:
        index.add(None, (), "web", [known])
    with closing(sqlite3.connect(path_of(settings))) as before:
        before.executescript("ALTER TABLE visit DROP COLUMN described; PRAGMA user_version = 2")
    described = SideCar(headline="Élysée", keywords=["a"])
    with Index(settings) as index:
        assert index.waiting("web") == [known]
        index.add(None, (), "web", [known._replace(described=described)])
    with Index(settings) as index:
        assert index.visit("web", URL) == known._replace(described=described)
