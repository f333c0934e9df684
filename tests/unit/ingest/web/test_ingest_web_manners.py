"""The web's manners: robots.txt, pauses and patience."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from depeche.ingest import FeedUnreachable
from depeche.records import Tally
from web_pages import HASTE, counts, page, rss
from web_server import Asked, Page, WebServer

Run = Callable[..., Tally]


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
    assert times[1] - times[0] >= 0.2  # of 0.3: the first may reach the server late


def test_a_host_is_not_asked_faster_than_the_settings_say(server: WebServer, run: Run) -> None:
    server.pages.update({"/feed": rss(*(f"/{n}" for n in range(5)))})
    server.pages.update({f"/{n}": page(str(n)) for n in range(5)})
    run(settings={"fetch_rate": 20.0})
    times = [asked.at for asked in server.asked]
    assert times[-1] - times[0] >= 0.05 * (len(times) - 1) / 2  # to the millisecond: test_ingest_web_pace


@pytest.mark.parametrize("seconds", ["1", None])
def test_retry_after_is_kept_to(server: WebServer, run: Run, seconds: str | None) -> None:
    def busy(asked: Asked) -> Page:
        first = [each.path for each in server.asked].count("/a") == 1
        after = seconds or format_datetime(datetime.now(UTC) + timedelta(seconds=2.0), usegmt=True)
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
