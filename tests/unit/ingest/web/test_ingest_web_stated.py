"""What a feed states of an item goes with its page, and waits with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from depeche.ingest.spool import spool
from depeche.ingest.web.links import read_links
from depeche.ingest.web.stated import MOST, believed
from depeche.records import SideCar, Tally
from depeche.settings import Settings, load
from web_pages import counts, page, rss, stored
from web_server import Page, WebServer

Run = Callable[..., Tally]

SAID = {
    "rss": (
        """<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>
        <title>Echo</title><language>fr</language><item><media:title>A picture</media:title><title>Le lac gèle</title>
        <link>/a</link><dc:creator>AFP</dc:creator><category>Climat</category><category>Suisse</category>
        <description>Un résumé.</description><pubDate>Wed, 06 Jul 2016 20:00:00 +0200</pubDate>
        <atom:updated>2016-07-07</atom:updated></item></channel></rss>""",
        SideCar(
            issued_at="Wed, 06 Jul 2016 20:00:00 +0200", modified_at="2016-07-07", headline="Le lac gèle", byline="AFP",
            language="fr", keywords=["Climat", "Suisse"], summary="Un résumé.",
        ),
    ),
    "a description that is the text": (
        f"<rss><channel><item><link>/a</link><description>{'Un texte. ' * 60}</description></item></channel></rss>",
        SideCar(),
    ),
    "atom": (
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><entry><id>x:1</id><title>Der See friert</title>
        <link href="/a"/><author><name>Eva Muster</name><uri>/eva</uri></author><category term="Klima"/>
        <summary>Kurz.</summary><updated>2016-07-07T08:00:00Z</updated></entry></feed>""",
        SideCar(modified_at="2016-07-07T08:00:00Z", headline="Der See friert", byline="Eva Muster", language="de", keywords=["Klima"], summary="Kurz."),
    ),
    "json": (
        """{"language": "en", "items": [{"id": "1", "url": "/a", "title": "The lake freezes", "tags": ["climate", 7],
        "authors": [{"name": "Ann Example"}], "date_published": "2016-07-06T20:00:00Z", "date_modified": "2016-07-07"}, {"id": "2", "authors": 3}]}""",
        SideCar(
            issued_at="2016-07-06T20:00:00Z", modified_at="2016-07-07", headline="The lake freezes", byline="Ann Example", language="en",
            keywords=["climate"],
        ),
    ),
    "news sitemap": (
        """<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc>/a</loc><lastmod>2016-07-09</lastmod><i:image><i:title>A picture</i:title></i:image><n:news><n:publication>
        <n:name>Echo</n:name><n:language>fr</n:language></n:publication><n:title>Le lac gèle</n:title><n:keywords>lac, gel</n:keywords>
        <n:publication_date>2016-07-06</n:publication_date></n:news></url></urlset>""",
        SideCar(
            issued_at="2016-07-06", modified_at="2016-07-09", headline="Le lac gèle", publisher="Echo", language="fr",
            keywords=["lac", "gel"],
        ),
    ),
    "sitemap": ("<urlset><url><loc>/a</loc><lastmod>2016-07-09</lastmod></url></urlset>", SideCar(modified_at="2016-07-09")),
    "too much": (f"<rss><channel><item><link>/a</link><title>{'a' * (MOST + 1)}</title></item></channel></rss>", SideCar()),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAID)
def test_what_a_document_states_of_an_item(kind: str) -> None:
    document, said = SAID[kind]
    with spool([document.encode()]) as body:
        assert next(read_links(body, "https://example.org/", load({}))).described == said


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2016-07-06T20:00:00Z", True),
        ("2016-07-08", True),
        ("2016-07-09T00:00:00Z", False),
        ("0001-01-01T00:00:00Z", False),
        ("soon", True),
        (None, True),
    ],
)
def test_a_time_that_cannot_be_is_not_believed(written: str | None, kept: bool) -> None:
    for said in (SideCar(headline="x", issued_at=written), SideCar(headline="x", modified_at=written)):
        assert believed(said, datetime(2016, 7, 7, 12, tzinfo=UTC)) == (
            said if kept else replace(said, issued_at=None, modified_at=None)
        )


def test_it_goes_with_the_page_though_the_page_comes_later(
    server: WebServer, run: Run, quick: Settings
) -> None:
    said = "<title>{0}</title><pubDate>Wed, 06 Jul 2016 20:00:00 GMT</pubDate>".format
    server.pages.update({"/feed": rss(("/a", said("One")), ("/b", said("Two"))), "/a": page("a")})
    server.pages["/b"] = Page(b"", 503)
    assert counts(run()) == (1, 1, 0, 0)
    server.pages.update({"/feed": rss(), "/b": page("b")})
    assert counts(run()) == (1, 1, 0, 0)
    found = stored(quick)
    for path, headline in (("/a", "One"), ("/b", "Two")):
        described = found[server.url + path].sidecar
        assert (described.url, described.headline) == (server.url + path, headline)
        assert described.issued_at == "Wed, 06 Jul 2016 20:00:00 GMT"
