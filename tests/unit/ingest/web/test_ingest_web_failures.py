"""The web's feeds against a server that does not behave."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.ingest import FeedUnreachable
from depeche.ingest.spool import spool
from depeche.ingest.web import links, settle
from depeche.reasons import REASONS
from depeche.records import Reject, Tally
from depeche.settings import Settings, load
from web_pages import HASTE, counts, page, rss, stored
from web_server import Page, WebServer


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
    monkeypatch.setattr(settle, "RUNS", 2)
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


def test_pages_that_never_answer_do_not_keep_the_others_back_for_ever(server: WebServer, run: Run) -> None:
    """The host is left alone after three of them; the next run asks first for what it was not asked for."""
    mute = [f"/mute{n}" for n in range(6)]
    server.pages["/feed"] = rss(*mute, "/good")
    server.pages |= {path: Page(b"half", length=100) for path in mute}
    server.pages["/good"] = page("good")
    assert run().accepted == 0
    assert "/good" not in server.paths()
    assert run().accepted == 1


@pytest.mark.parametrize(
    ("document", "error", "says"),
    [
        (Page(b"", 503), FeedUnreachable, "503"),
        (Page(b"", 404), Reject, "404"),
        (Page(chunks=(b"x",), pause=2), FeedUnreachable, "fetch_timeout"),
        (Page(b"<!doctype html><title>We are closed"), Reject, "a page of HTML"),
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


def test_a_nonsensical_value_costs_no_more_than_itself(server: WebServer, run: Run) -> None:
    when = "<pubDate>{}</pubDate>".format
    dates = (
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "Mon, 01 Jan 99999999999999999999 0:0:0 GMT",
    )
    items = [(f"/{number}", when(date)) for number, date in enumerate(dates)]
    server.pages.update({"/feed": rss(*items, "/busy", "/a"), "/a": page("a")})
    server.pages.update({f"/{number}": page(str(number)) for number in range(len(dates))})
    server.pages["/busy"] = Page(b"", 503, {"Retry-After": "²"})
    tally = run(settings={"fetch_tries": 1})
    assert (counts(tally), tally.postponed) == ((4, 4, 0, 0), {"http_error": 1})
