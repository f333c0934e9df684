"""The web's feeds against a server that behaves, and one that does not."""

from __future__ import annotations

import gzip
import json
import ssl
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from depeche import ingest
from depeche.ingest import FeedUnreachable, rawstore
from depeche.ingest.feeds import Feed
from depeche.ingest.spool import spool
from depeche.ingest.web import address, crawl, links
from depeche.reasons import REASONS
from depeche.records import RawRef, Reject, Tally
from depeche.settings import Settings, load
from http2_server import Http2Server
from web_server import Asked, Page, WebServer

ITEM = "<item><link>{0}</link><guid isPermaLink='false'>guid {0}</guid>{1}</item>"
# For servers that dawdle; the others get time enough for a busy machine.
HASTE = {"fetch_seconds": 0.5}
HTML = {"Content-Type": "text/html; charset=iso-8859-1"}


@pytest.fixture
def server() -> Iterator[WebServer]:
    made = WebServer()
    yield made
    made.stop()


@pytest.fixture
def quick(settings: Settings) -> Settings:
    return msgspec.structs.replace(
        settings,
        fetch_rate=1000.0,
        fetch_seconds=5.0,
        fetch_tries=2,
        fetch_wait_seconds=3.0,
        max_payload_mb=1,
    )


@pytest.fixture
def feed(server: WebServer) -> Feed:
    return Feed(id="web", kind="rss", location=Path("/"), url=f"{server.url}/feed", allow_private=True)


@pytest.fixture(scope="module")
def settings_of() -> Settings:
    return load({})


DOCUMENTS = [
    b"<rss><channel><item><link>/a</link><guid>g</guid><pubDate>x</pubDate></item></channel></rss>",
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="/a"/><content>t</content></entry></feed>',
    b"<urlset><url><loc>https://example.org/a</loc><lastmod>2016-07-06</lastmod></url></urlset>",
    b'{"items": [{"id": "1", "url": "/a", "date_published": "2016-07-06T20:00:00Z"}, 7]}',
    gzip.compress(b"<urlset><url><loc>https://example.org/a</loc></url></urlset>"),
    b"https://example.org/a\nhttps://example.org/b\n",
]


def damaged(document: bytes) -> st.SearchStrategy[bytes]:
    """The document cut off, or with a byte that is another."""
    place, byte = st.integers(0, len(document) - 1), st.integers(0, 255)
    other = st.builds(lambda at, one: document[:at] + bytes([one]) + document[at + 1 :], place, byte)
    return st.one_of(place.map(lambda at: document[:at]), other)


Run = Callable[..., Tally]


@pytest.fixture
def run(feed: Feed, quick: Settings) -> Run:
    def ran(**changes: Any) -> Tally:
        interval = changes.pop("interval", None)
        chosen = msgspec.structs.replace(quick, **changes.pop("settings", {}))
        changed = msgspec.structs.replace(feed, **changes)
        return ingest.ingest(changed, chosen, now=datetime.now(UTC), interval=interval)

    return ran


def rss(*items: tuple[str, str] | str) -> Page:
    pairs = [(item, "") if isinstance(item, str) else item for item in items]
    body = "".join(ITEM.format(*pair) for pair in pairs)
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    return Page(f"<rss version='2.0' {space}><channel>{body}</channel></rss>".encode())


def page(text: str = "page", **headers: str) -> Page:
    return Page(f"<html><p>{text}</p></html>".encode(), headers={**HTML, **headers})


def stored(settings: Settings) -> dict[str, RawRef]:
    """Every payload by its name; each read back whole."""
    found = {}
    for batch in rawstore.batches(settings):
        assert rawstore.verify(settings, batch) == []
        for ref in rawstore.refs(settings, batch):
            assert len(rawstore.read(settings, ref.raw_uri)) == ref.size
            found[ref.name] = ref
    return found


def kept(settings: Settings) -> str:
    """All exchanges that are no payloads, as text."""
    files = settings.raw.glob("*/exchanges/*.warc.gz")
    return "".join(gzip.decompress(file.read_bytes()).decode("latin-1") for file in files)


def counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.taken, tally.accepted, tally.quarantined, tally.known


# --- what is fetched


def test_pages_are_stored_as_they_are_served(server: WebServer, run: Run, quick: Settings) -> None:
    server.pages.update(
        {"/feed": rss("/a", "/b"), "/a": page("Élysée"), "/b": Page(b"", 302, {"Location": "/c"})}
    )
    server.pages["/c"] = Page(gzip.compress(b"<html>c</html>"), headers={"Content-Encoding": "gzip"})
    assert counts(run()) == (2, 2, 0, 0)
    found = stored(quick)
    a, b = found[f"{server.url}/a"], found[f"{server.url}/b"]
    assert rawstore.read(quick, a.raw_uri) == server.pages["/a"].body  # type: ignore[union-attr]
    assert (a.sidecar.url, a.sidecar.charset) == (f"{server.url}/a", "iso-8859-1")
    assert rawstore.read(quick, b.raw_uri) == b"<html>c</html>"
    assert b.sidecar.url == f"{server.url}/c"
    evidence = kept(quick)
    for path in ("/robots.txt", "/feed", "/b"):
        assert f"GET {path} HTTP/1.1" in evidence
    assert "GET /a HTTP/1.1" not in evidence


def test_we_say_who_we_are(server: WebServer, run: Run) -> None:
    server.pages["/feed"] = rss()
    run(settings={"contact": "archive@example.org"})
    assert {asked.headers["user-agent"] for asked in server.asked} == {"depeche/0.1.0 (+archive@example.org)"}


def test_the_next_run_asks_only_for_what_is_new(server: WebServer, run: Run) -> None:
    def document(asked: Asked) -> Page:
        same = asked.headers.get("if-none-match") == '"1"'
        return Page(status=304) if same else Page(rss("/a", "/b").body, headers={"ETag": '"1"'})

    server.pages.update({"/feed": document, "/a": page("a"), "/b": page("b")})
    assert counts(run()) == (2, 2, 0, 0)
    server.asked.clear()
    assert counts(run()) == (0, 0, 0, 0)
    assert server.paths() == ["/feed"]
    server.pages["/feed"] = rss("/a", "/b", "/c")
    server.pages["/c"] = page("c")
    server.asked.clear()
    assert counts(run()) == (3, 1, 0, 2)
    assert server.paths() == ["/feed", "/c"]


def test_a_page_is_asked_for_again_where_its_feed_says_that_it_changed(server: WebServer, run: Run) -> None:
    conditions = []

    def changing(asked: Asked) -> Page:
        conditions.append((asked.headers.get("if-none-match"), asked.headers.get("if-modified-since")))
        return page(f"version {len(conditions)}", ETag=f'"{len(conditions)}"', **{"Last-Modified": "then"})

    server.pages.update(
        {"/feed": rss(("/a", "<pubDate>Wed, 06 Jul 2016 20:00:00 GMT</pubDate>")), "/a": changing}
    )
    assert counts(run()) == (1, 1, 0, 0)
    assert counts(run()) == (1, 0, 0, 1)
    server.pages["/feed"] = rss(("/a", "<pubDate>Wed, 06 Jul 2016 21:00:00 GMT</pubDate>"))
    assert counts(run()) == (1, 1, 0, 0)
    assert conditions == [(None, None), ('"1"', "then")]


def test_an_etag_that_changes_without_its_page_adds_nothing(server: WebServer, run: Run) -> None:
    asked_for: list[str] = []

    def changing(asked: Asked) -> Page:
        asked_for.append(asked.path)
        return page("the same", ETag=f'"{len(asked_for)}"')

    server.pages.update({"/feed": rss("/a"), "/a": changing})
    assert counts(run(revisit_days=1)) == (1, 1, 0, 0)
    later = datetime.now(UTC) + timedelta(days=2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            crawl, "is_due", lambda feed, link, known, now, due=crawl.is_due: due(feed, link, known, later)
        )
        assert counts(run(revisit_days=1)) == (1, 0, 0, 1)
    assert asked_for == ["/a", "/a"]


def test_days_choose_by_the_date_of_an_item(server: WebServer, run: Run) -> None:
    dated = "<pubDate>{:%a, %d %b %Y} 12:00:00 +0200</pubDate>"
    days = [date(2016, 6, 30), date(2016, 7, 1), date(2016, 7, 2)]
    server.pages["/feed"] = rss(*((f"/{day}", dated.format(day)) for day in days), "/undated")
    server.pages.update({f"/{day}": page(str(day)) for day in days})
    july = (date(2016, 7, 1), date(2016, 7, 2))
    assert counts(run(interval=july)) == (1, 1, 0, 0)
    assert server.paths() == ["/feed", "/2016-07-01"]


def test_only_links_that_match(server: WebServer, run: Run) -> None:
    server.pages.update({"/feed": rss("/world/a", "/sport/b"), "/world/a": page(), "/sport/b": page()})
    assert counts(run(match="/world/")) == (1, 1, 0, 0)
    assert counts(run(match="/sport/")) == (1, 0, 0, 1)  # the same bytes, at another address


def test_an_item_with_its_text_is_kept_where_its_page_is_not_to_be_had(
    server: WebServer, run: Run, quick: Settings
) -> None:
    text = "<content:encoded>The whole text</content:encoded>"
    server.pages.update({"/feed": rss(("/gone", text), ("/late", text), "/a"), "/a": page()})
    server.pages["/late"] = Page(b"", 503)
    tally = run()
    assert (counts(tally), tally.postponed) == ((2, 2, 0, 0), {"http_error": 1})
    document = stored(quick)[f"{server.url}/feed"]
    assert document.sidecar.items == ["guid /gone", "guid /late"]
    again = run()
    assert (counts(again), again.postponed) == ((2, 0, 0, 2), {"http_error": 1})
    # The page follows as soon as it is there, though the feed no longer lists it.
    server.pages.update({"/feed": rss("/a"), "/late": page("late")})
    assert counts(run()) == (2, 1, 0, 1)
    assert stored(quick)[f"{server.url}/late"].sidecar.url == f"{server.url}/late"
    assert counts(run()) == (1, 0, 0, 1)


def test_a_page_whose_item_stands_in_is_given_up_at_last(
    server: WebServer, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawl, "RUNS", 3)
    text = "<content:encoded>The whole text</content:encoded>"
    server.pages.update({"/feed": rss(("/late", text)), "/late": Page(b"", 503)})
    told = [
        (counts(tally), tally.postponed) for tally in (run(settings={"fetch_tries": 1}) for _ in range(4))
    ]
    waiting = {"http_error": 1}
    assert told == [((1, 1, 0, 0), waiting), ((0, 0, 0, 0), waiting), ((1, 0, 0, 1), {}), ((1, 0, 0, 1), {})]
    assert server.paths().count("/late") == 3


def test_an_item_without_a_page_is_kept_once(server: WebServer, run: Run, quick: Settings) -> None:
    feed = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "Text"}]}'
    server.pages["/feed"] = Page(feed.encode(), headers={"Content-Type": "application/feed+json"})
    assert counts(run()) == (1, 1, 0, 0)
    assert stored(quick)[f"{server.url}/feed"].sidecar.items == ["1"]
    assert counts(run()) == (0, 0, 0, 0)


def test_atom(server: WebServer, run: Run) -> None:
    entry = '<entry><id>x:1</id><link rel="self" href="no"/><link href="a#top"/><updated>2016-07-06T20:00:00Z</updated></entry>'
    server.pages["/feed"] = Page(
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/deep/">{entry}</feed>'.encode()
    )
    server.pages["/deep/a"] = page()
    assert counts(run()) == (1, 1, 0, 0)


def test_sitemaps_within_sitemaps_gzipped_and_in_circles(server: WebServer, run: Run) -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    listed = "".join(
        f"<sitemap><loc>{server.url}{path}</loc></sitemap>" for path in ("/feed", "/one.xml.gz", "/bad")
    )
    server.pages["/feed"] = Page(f"<sitemapindex {space}>{listed}</sitemapindex>".encode())
    news = "<n:news><n:publication_date>2016-07-06</n:publication_date></n:news>"
    urls = "".join(f"<url><loc>{server.url}/{n}</loc>{news}</url>" for n in range(3))
    server.pages["/one.xml.gz"] = Page(gzip.compress(f"<urlset {space}>{urls}</urlset>".encode()))
    server.pages.update({f"/{n}": page(str(n)) for n in range(3)})
    with pytest.raises(Reject, match="/bad: 404"):
        run(kind="sitemap")
    assert server.paths().count("/feed") == 1
    server.pages["/bad"] = Page(f"<urlset {space}/>".encode())
    assert counts(run(kind="sitemap", interval=(date(2016, 7, 6), date(2016, 7, 7)))) == (3, 0, 0, 3)


def test_a_list_of_urls(server: WebServer, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "urls.txt"
    file.write_text(f"# ours\n{server.url}/a\n\n{server.url}/a#again\nmailto:a@example.org\n{server.url}/b\n")
    server.pages.update({"/a": page("a"), "/b": page("b")})
    tally = run(kind="urls", location=file, url="")
    assert (counts(tally), tally.reasons) == ((3, 2, 1, 0), {"bad_link": 1})
    assert counts(run(kind="urls", location=file, url="")) == (3, 0, 0, 3)


# --- manners


def test_robots_txt_is_kept_to(server: WebServer, run: Run) -> None:
    server.pages.update({"/feed": rss("/a", "/private/b"), "/a": page("a"), "/private/b": page("b")})
    server.pages["/robots.txt"] = Page(
        b"User-agent: *\nAllow: /\n\nUser-agent: depeche\nDisallow: /private\n"
    )
    tally = run()
    assert (counts(tally), tally.reasons) == ((2, 1, 1, 0), {"robots_disallowed": 1})
    assert "/private/b" not in server.paths()
    assert counts(run()) == (2, 0, 0, 2)
    assert [asked.path for asked in server.asked].count("/robots.txt") == 2


@pytest.mark.parametrize(
    "robots",
    [
        Page(b"", 503),
        Page(b"", 500),
        Page(chunks=(b"late",), pause=2),
        Page(b"", 301, {"Location": "/robots.txt"}),
    ],
)
def test_without_robots_txt_nothing_is_fetched(server: WebServer, run: Run, robots: Page) -> None:
    server.pages.update({"/feed": rss("/a"), "/a": page("a"), "/robots.txt": robots})
    with pytest.raises(FeedUnreachable, match="robots_unreachable"):
        run(settings=HASTE)
    assert server.paths() == []


def test_a_crawl_delay_is_kept_to(server: WebServer, run: Run) -> None:
    server.pages.update({"/feed": rss("/a", "/b"), "/a": page("a"), "/b": page("b")})
    server.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 0.3\n")
    run()
    times = [asked.at for asked in server.asked if asked.path in ("/a", "/b")]
    assert times[1] - times[0] >= 0.29


def test_a_host_is_not_asked_faster_than_the_settings_say(server: WebServer, run: Run) -> None:
    server.pages.update({"/feed": rss(*(f"/{n}" for n in range(5)))})
    server.pages.update({f"/{n}": page(str(n)) for n in range(5)})
    run(settings={"fetch_rate": 20.0})
    times = [asked.at for asked in server.asked]
    assert times[-1] - times[0] >= 0.05 * (len(times) - 1) * 0.95


@pytest.mark.parametrize("seconds", ["1", None])
def test_retry_after_is_kept_to(server: WebServer, run: Run, seconds: str | None) -> None:
    after = seconds or format_datetime(datetime.now(UTC) + timedelta(seconds=2.0), usegmt=True)

    def busy(asked: Asked) -> Page:
        first = [each.path for each in server.asked].count("/a") == 1
        return Page(b"later", 429, {"Retry-After": after}) if first else page("a")

    server.pages.update({"/feed": rss("/a"), "/a": busy})
    assert counts(run()) == (1, 1, 0, 0)
    times = [asked.at for asked in server.asked if asked.path == "/a"]
    assert times[1] - times[0] >= 0.9


def test_a_host_that_wants_more_patience_than_we_have_is_left_to_the_next_run(
    server: WebServer, run: Run
) -> None:
    server.pages.update({"/feed": rss("/a", "/b", "/c"), "/a": Page(b"", 429, {"Retry-After": "3600"})})
    tally = run(settings={"fetch_per_host": 1})
    assert (counts(tally), tally.postponed) == ((0, 0, 0, 0), {"http_error": 3})
    assert server.paths() == ["/feed", "/a"]
    server.pages.update({"/a": page("a"), "/b": page("b"), "/c": page("c"), "/feed": rss()})
    assert counts(run()) == (3, 3, 0, 0)  # though the feed lists them no more


# --- failures

FAILURES = {
    "404": (Page(b"gone", 404), "http_error"),
    "451": (Page(b"", 451), "http_error"),
    "an image": (Page(b"\x89PNG", headers={"Content-Type": "image/png"}), "content_type"),
    "brotli": (Page(b"?", headers={"Content-Encoding": "br"}), "content_type"),
    "too large, and says so": (Page(b"x" * 2_000_000), "too_large"),
    "without end": (Page(chunks=(b"x" * 100_000,) * 40, length=None), "too_large"),
    "a bomb": (Page(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"}), "too_large"),
    "a circle": (Page(b"", 302, {"Location": "/x"}), "redirect_loop"),
    "to a file": (Page(b"", 302, {"Location": "file:///etc/passwd"}), "bad_link"),
    "304 unasked": (Page(status=304), "http_error"),
    "no Location": (Page(b"", 302), "http_error"),
    "to the metadata": (Page(b"", 302, {"Location": "http://169.254.169.254/latest/"}), "address_refused"),
}
PASSING = {
    "slow": (Page(chunks=(b"a", b"b", b"c"), pause=0.3), "fetch_timeout"),
    "503": (Page(b"", 503), "http_error"),
    "truncated": (Page(b"half", length=100), "fetch_failed"),
    "truncated gzip": (
        Page(gzip.compress(b"x" * 1000)[:-9], headers={"Content-Encoding": "gzip"}),
        "fetch_failed",
    ),
    "damaged deflate": (Page(b"\x78\x9cxx", headers={"Content-Encoding": "deflate"}), "fetch_failed"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_for_good_is_quarantined_once(server: WebServer, run: Run, failure: str) -> None:
    bad, reason = FAILURES[failure]
    server.pages.update({"/feed": rss("/x", "/a"), "/x": bad, "/a": page("a")})
    tally = run()
    assert (counts(tally), tally.reasons) == ((2, 1, 1, 0), {reason: 1})
    server.asked.clear()
    assert counts(run()) == (2, 0, 0, 2)
    assert server.paths() == ["/feed"]


@pytest.mark.parametrize("failure", PASSING)
def test_a_passing_failure_is_tried_again_and_then_quarantined(
    server: WebServer, run: Run, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    bad, reason = PASSING[failure]
    haste = HASTE if failure == "slow" else {}
    monkeypatch.setattr(crawl, "RUNS", 2)
    server.pages.update({"/feed": rss("/x", "/a"), "/x": bad, "/a": page("a")})
    tally = run(settings=haste)
    assert (counts(tally), tally.postponed) == ((1, 1, 0, 0), {reason: 1})
    assert server.paths().count("/x") == 2
    tally = run(settings=haste)
    assert (counts(tally), tally.reasons, tally.postponed) == ((2, 0, 1, 1), {reason: 1}, {})
    server.asked.clear()
    assert counts(run()) == (2, 0, 0, 2)
    assert "/x" not in server.paths()


def test_what_comes_in_the_end_is_taken(server: WebServer, run: Run) -> None:
    server.pages.update({"/feed": rss("/x"), "/x": Page(b"", 500)})
    assert run().postponed == {"http_error": 1}
    server.pages["/x"] = page("at last")
    assert counts(run()) == (1, 1, 0, 0)


def test_deflate_with_and_without_its_wrapping(server: WebServer, run: Run, quick: Settings) -> None:
    text, bare = b"<html>deflated</html>", zlib.compressobj(wbits=-15)
    bodies = {"/a": zlib.compress(text), "/b": bare.compress(text + b"2") + bare.flush()}
    server.pages["/feed"] = rss(*bodies)
    server.pages.update(
        {path: Page(body, headers={"Content-Encoding": "deflate"}) for path, body in bodies.items()}
    )
    assert counts(run()) == (2, 2, 0, 0)
    assert sorted(ref.size for ref in stored(quick).values()) == [len(text), len(text) + 1]


def test_a_body_longer_than_it_says_ends_where_it_says(server: WebServer, run: Run, quick: Settings) -> None:
    server.pages.update({"/feed": rss("/x", "/a"), "/x": Page(b"<html>and more", length=6), "/a": page("a")})
    assert counts(run()) == (2, 2, 0, 0)
    assert stored(quick)[f"{server.url}/x"].size == 6


def test_a_dead_host_costs_its_own_items_only(server: WebServer, run: Run) -> None:
    dead = [f"http://127.0.0.1:1/{n}" for n in range(20)]
    server.pages.update({"/feed": rss(*dead, "/a"), "/a": page("a")})
    tally = run()
    assert (counts(tally), sum(tally.postponed.values())) == ((1, 1, 0, 0), 20)
    assert counts(run()) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("document", "error", "says"),
    [
        (Page(b"", 503), FeedUnreachable, "503"),
        (Page(b"", 404), Reject, "404"),
        (Page(chunks=(b"x",), pause=2), FeedUnreachable, "fetch_timeout"),
        (Page(b"<html>We are closed</html>"), Reject, "its root is <html>"),
        (Page(b"closed"), Reject, "no feed"),
        (Page(b""), Reject, "no feed"),
        (Page(b"{]"), Reject, "JSON"),
        (Page(b'{"a": 1}'), Reject, "no list of items"),
        (Page(b'<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'), Reject, "entities"),
        (Page(gzip.compress(b"<rss>" + bytes(300_000_000))), Reject, "archive_bomb"),
    ],
)
def test_a_feed_that_is_none_says_so(
    server: WebServer, run: Run, document: Page, error: type[Exception], says: str
) -> None:
    server.pages["/feed"] = document
    with pytest.raises(error, match=says):
        run(settings=HASTE if document.pause else {})


def test_entities_far_behind_are_not_expanded(server: WebServer, run: Run) -> None:
    bomb = "<!DOCTYPE rss [" + " " * 70_000 + '<!ENTITY a "' + "a" * 1000 + '">]>'
    server.pages["/feed"] = Page(f"{bomb}<rss><item><link>/&a;x</link></item></rss>".encode())
    tally = run()
    assert tally.taken <= 1
    assert not any("aaaa" in path for path in server.paths())


@pytest.mark.parametrize(
    "link",
    ["http://[", "http://[::1", "https://", "http://a:99999/", "ftp://example.org/", "javascript:x()", "http://u:p@127.0.0.1/",
     "http://" + "a" * 300 + ".org/", "http://a..org/", "http://xn--a/", "/\x7f", "//[/", "http://%zz/"],
)  # fmt: skip
def test_odd_links_cost_only_themselves(server: WebServer, run: Run, link: str) -> None:
    items = [{"id": "odd", "url": link}, {"id": "to", "url": "/to"}, {"id": "a", "url": "/a"}]
    server.pages["/feed"] = Page(json.dumps({"version": "1", "items": items}).encode())
    server.pages.update({"/a": page("a"), "/to": Page(b"", 302, {"Location": link.replace("\x7f", "x")})})
    tally = run()
    assert tally.taken + sum(tally.postponed.values()) == 3
    assert tally.accepted == 1


@given(st.one_of(st.binary(), st.sampled_from(DOCUMENTS).flatmap(damaged)))
def test_any_bytes_are_links_or_a_refusal(settings_of: Settings, content: bytes) -> None:
    with spool([content]) as body:
        try:
            for link in links.read_links(body, "https://example.org/feed", settings_of):
                assert isinstance(link.url, str)
        except Reject as why:
            assert why.reason in REASONS  # noqa: PT017  either outcome is right


# --- addresses


@pytest.mark.parametrize(
    "refused",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "100.100.100.200",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1%eth0",
        "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_dialled(refused: str) -> None:
    assert address.problem(refused)


def test_addresses_that_are_dialled() -> None:
    for good in ("8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"):
        assert address.problem(good) is None
    for own in ("127.0.0.1", "10.0.0.1", "::1", "fd12::1", "::ffff:127.0.0.1"):
        assert address.problem(own, allow_private=True) is None
    for never in (
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "fe80::1",
        "0.0.0.0",
        "224.0.0.1",
        "fd00:ec2::254",
    ):
        assert address.problem(never, allow_private=True)


def test_loopback_is_refused_where_the_feed_does_not_allow_it(server: WebServer, run: Run) -> None:
    server.pages["/feed"] = rss()
    with pytest.raises(Reject, match="address_refused"):
        run(allow_private=False)
    assert server.asked == []


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate of ``news.example`` that nobody but itself vouches for, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "news.example")])
    start = datetime.now(UTC) - timedelta(days=1)
    made = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number(), start, start + timedelta(9)
        )
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("news.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    files = tmp_path / "cert.pem", tmp_path / "key.pem"
    files[0].write_bytes(made.public_bytes(pem))
    plain = serialization.NoEncryption()
    files[1].write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    return files


def test_certificates_are_checked_by_the_name_that_was_asked_for(
    server: WebServer, run: Run, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is dialled, the name is what the certificate has to be for."""
    server.secure(*certificate)
    server.pages.update({"/feed": rss("/a"), "/a": page("a")})

    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    monkeypatch.setattr(address, "resolve", resolve)
    secure = f"https://news.example:{server.port}/feed"
    with pytest.raises(FeedUnreachable, match="CERTIFICATE_VERIFY_FAILED"):
        run(url=secure)
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    monkeypatch.setattr("httpx.create_ssl_context", lambda **_: trusting)
    assert counts(run(url=secure)) == (1, 1, 0, 0)
    with pytest.raises(FeedUnreachable, match="not valid for 'other"):
        run(url=secure.replace("news", "other"))


def test_pages_of_a_server_of_http2_share_one_connection(
    run: Run, quick: Settings, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Http2Server(*certificate, together=2)
    items = "".join(ITEM.format(f"/page/{n}", "") for n in range(4))
    server.pages["/feed"] = ("application/rss+xml", f"<rss><channel>{items}</channel></rss>".encode())
    server.pages |= {f"/page/{n}": ("text/html", f"<p>Page {n}.</p>".encode()) for n in range(4)}

    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    monkeypatch.setattr(address, "resolve", resolve)
    monkeypatch.setattr("httpx.create_ssl_context", lambda **_: trusting)
    try:
        tally = run(url=f"https://news.example:{server.port}/feed")
    finally:
        server.stop()
    assert counts(tally) == (4, 4, 0, 0)
    assert server.connections == 1
    assert sorted(server.paths) == ["/feed", *(f"/page/{n}" for n in range(4)), "/robots.txt"]
    found = [ref for batch in rawstore.batches(quick) for ref in rawstore.refs(quick, batch)]
    read = rawstore.read_many(quick, [ref.raw_uri for ref in found])
    assert sorted(read) == [f"<p>Page {n}.</p>".encode() for n in range(4)]


def test_a_name_that_changes_its_address_gains_nothing(
    server: WebServer, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the name is at a good address, then at ours: each connection is judged by itself."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    dialled: list[str] = []

    async def resolve(host: str, port: int) -> list[str]:
        return next(answers, ["127.0.0.1"])

    async def dial(self: Any, host: str, *_: Any) -> Any:
        dialled.append(host)
        raise address.httpcore.ConnectError("nobody there")

    monkeypatch.setattr(address, "resolve", resolve)
    monkeypatch.setattr(address.httpcore.AnyIOBackend, "connect_tcp", dial)
    with pytest.raises((FeedUnreachable, Reject)):
        run(url="http://rebinding.example/feed", allow_private=False)
    assert dialled == ["93.184.216.34"]
