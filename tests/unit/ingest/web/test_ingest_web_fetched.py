"""The web's feeds: what is fetched, once, and what stands in where a page is not to be had."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from depeche.ingest import FeedUnreachable, rawstore
from depeche.ingest.web import settle
from depeche.ingest.web.likeness import holds
from depeche.records import Reject, Tally
from depeche.settings import Settings
from web_pages import counts, page, rss, stored
from web_server import Asked, Page, WebServer

Run = Callable[..., Tally]


def kept(settings: Settings) -> str:
    """All exchanges that are no payloads, as text."""
    files = settings.raw.glob("*/exchanges/*.warc.gz")
    return "".join(gzip.decompress(file.read_bytes()).decode("latin-1") for file in files)


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
            settle, "is_due", lambda feed, link, known, now, due=settle.is_due: due(feed, link, known, later)
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
    monkeypatch.setattr(settle, "RUNS", 3)
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


def test_an_account_in_a_link_is_neither_sent_stored_nor_told(
    server: WebServer, run: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "urls.txt"
    file.write_text(server.url.replace("//", "//ours:s3cret@") + "/a\n")
    tally = run(kind="urls", location=file, url="")
    assert (counts(tally), tally.reasons, server.asked) == ((1, 0, 1, 0), {"bad_link": 1}, [])
    stored = [kept.read_bytes() for kept in tmp_path.rglob("*") if kept.is_file() and kept != file]
    assert stored
    told = b"".join(gzip.decompress(one) if one[:2] == b"\x1f\x8b" else one for one in stored)
    assert b"s3cret" not in told + caplog.text.encode()


def unchanged(body: str) -> Callable[[Asked], Page]:
    """A document that answers 304 as long as it is the same."""
    tag = f'"{len(body)}"'

    def answer(asked: Asked) -> Page:
        same = asked.headers.get("if-none-match") == tag
        return Page(status=304) if same else Page(body.encode(), headers={"ETag": tag})

    return answer


@pytest.mark.parametrize("changed", [None, "2016-07-06", f"{datetime.now(UTC).date()}"])
def test_a_sitemap_is_asked_for_though_the_index_that_lists_it_is_the_same(
    server: WebServer, run: Run, changed: str | None
) -> None:
    dated = f"<lastmod>{changed}</lastmod>" if changed else ""
    is_over = changed == "2016-07-06"
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

    def index(*paths: str) -> Callable[[Asked], Page]:
        listed = "".join(f"<sitemap><loc>{server.url}{path}</loc>{dated}</sitemap>" for path in paths)
        return unchanged(f"<sitemapindex {space}>{listed}</sitemapindex>")

    def pages(*paths: str) -> Callable[[Asked], Page]:
        listed = "".join(f"<url><loc>{server.url}{path}</loc></url>" for path in paths)
        return unchanged(f"<urlset {space}>{listed}</urlset>")

    server.pages.update({"/feed": index("/years"), "/years": index("/news", "/busy"), "/news": pages("/a")})
    server.pages.update({f"/{name}": page(name) for name in "abc"} | {"/busy": Page(b"", 503)})
    with pytest.raises(FeedUnreachable):
        run(kind="sitemap")
    server.pages["/busy"] = pages("/b")
    assert counts(run(kind="sitemap")) == (1, 1, 0, 0)
    server.asked.clear()
    assert counts(run(kind="sitemap")) == (0, 0, 0, 0)
    lists = ["/feed", "/years"]
    assert server.paths() == (lists if is_over else [*lists, "/news", "/busy"])
    server.pages["/busy"] = pages("/b", "/c")
    assert counts(run(kind="sitemap")) == ((0, 0, 0, 0) if is_over else (2, 1, 0, 1))


def test_an_item_with_its_text_is_kept_where_its_page_does_not_hold_it(
    server: WebServer, run: Run, quick: Settings
) -> None:
    words = "The whole harbour freezes over within hours, fishermen report."
    shell = Page(b"<html><div id=app></div></html>", headers={"ETag": '"1"'})
    said = f"<pubDate>{{}}</pubDate><content:encoded>{words}</content:encoded>".format
    server.pages.update({"/feed": rss(("/shell", said(1)), ("/full", said(1))), "/shell": shell})
    server.pages["/full"] = page(f"Menu. {words} Imprint.")
    assert counts(run()) == (3, 3, 0, 0)
    assert stored(quick)[f"{server.url}/feed"].sidecar.items == ["guid /shell"]
    assert counts(run()) == (2, 0, 0, 2)
    # What the item says by now is kept, though its page is the shell it was.
    server.pages["/feed"] = rss(("/shell", said(2)), ("/full", said(1)))
    assert counts(run()) == (3, 1, 0, 2)
    assert "if-none-match" not in server.asked[-1].headers


TEXT = "<p>Les <b>pêcheurs</b> du port annoncent une grève illimitée &agrave; Marseille.</p>"


@pytest.mark.parametrize(
    ("body", "charset", "is_held"),
    [
        (f"<html><article>{TEXT}</article></html>".encode(), None, True),
        (f"<meta charset=latin-1>{TEXT}".encode("latin-1"), None, True),
        (f"<p>{TEXT}".encode("cp1252"), "windows-1252", True),
        (f"<p>{TEXT}".encode(), "no charset", True),
        (f'<script type="application/ld+json">{{"articleBody": "{TEXT}"}}</script>'.encode(), None, True),
        (f"<script>let state = '{TEXT}'</script>".encode(), None, False),
        (b"<p>Nous utilisons des cookies. Acceptez-vous ?</p>", None, False),
        (b"", None, False),
    ],
)
def test_whether_a_page_holds_a_text(body: bytes, charset: str | None, is_held: bool) -> None:
    assert holds(body, charset, TEXT) is is_held
    assert holds(body, charset, "no long word")
