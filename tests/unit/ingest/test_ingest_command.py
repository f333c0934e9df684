"""The commands about feeds, as a user types them, and a run that is killed and started again."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from depeche.cli import main
from depeche.ingest import rawstore
from depeche.settings import Settings, load
from web_server import Page, WebServer

FEEDS = """feeds:
  - {{id: papers, kind: rss, location: "{url}/feed", allow_private: true}}
  - {{id: closed, kind: sitemap, location: "{url}/closed", allow_private: true}}
  - {{id: shy, kind: rss, location: "{url}/feed"}}
  - {{id: wire, kind: drop, location: drop, enabled: false}}
  - {{id: list, kind: urls, location: urls.txt, allow_private: true}}
  - {{id: afp, kind: core-api, location: "{url}", enabled: false}}
"""
ARTICLE = "<html><p>Page {}, which is as long as it has to be.</p></html>"
PAGES = 40


@pytest.fixture
def server() -> Iterator[WebServer]:
    made = WebServer()
    items = "".join(
        f"<item><link>/{n}</link><pubDate>Wed, {1 + n % 20:02} Jul 2016 12:00:00 GMT</pubDate></item>"
        for n in range(PAGES)
    )
    made.pages["/feed"] = Page(f"<rss><channel>{items}</channel></rss>".encode())
    made.pages["/closed"] = Page(b"", 410)
    made.pages.update({f"/{n}": Page(ARTICLE.format(n).encode()) for n in range(PAGES)})
    yield made
    made.stop()


Depeche = Callable[..., Any]


@pytest.fixture
def environment(server: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    (tmp_path / "feeds.yml").write_text(FEEDS.format(url=server.url))
    (tmp_path / "urls.txt").write_text(f"{server.url}/1\n{server.url}/2\n")
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop" / "a.txt").write_text("A dispatch")
    for name in [name for name in os.environ if name.startswith(("DEPECHE_", "AIRFLOW_CONN_"))]:
        monkeypatch.delenv(name)
    given = {
        "DEPECHE_HOME": str(tmp_path / "home"),
        "DEPECHE_FEEDS": str(tmp_path / "feeds.yml"),
        "DEPECHE_FETCH_RATE": "1000",
        "DEPECHE_FETCH_TRIES": "1",
        "DEPECHE_PAGE_BATCH": "5",
        "COLUMNS": "200",
    }
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return given


@pytest.fixture
def depeche(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Depeche:
    """Runs a command and gives what it prints: with --json as data."""

    def done(*words: str, home: Path | None = None, code: int = 0) -> Any:
        monkeypatch.setenv("DEPECHE_HOME", str(home or environment["DEPECHE_HOME"]))
        monkeypatch.setattr(sys, "argv", ["depeche", *words])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        assert (left.value.code or 0) == code, said.err
        return json.loads(said.out) if "--json" in words else said.out + said.err

    return done


def test_feeds_are_listed(depeche: Depeche, server: WebServer) -> None:
    rows = depeche("feeds", "list", "--json")
    assert [(row["feed"], row["kind"], row["enabled"]) for row in rows[:4:3]] == [
        ("papers", "rss", True),
        ("wire", "drop", False),
    ]
    assert rows[0]["location"] == f"{server.url}/feed"
    assert "papers" in depeche("feeds", "list")


def test_feeds_are_tried_and_nothing_is_taken(depeche: Depeche, tmp_path: Path) -> None:
    found = {row["feed"]: row for row in depeche("feeds", "check", "--json", code=1)}
    assert list(found) == ["papers", "closed", "shy", "list"]
    assert (found["papers"]["good"], found["papers"]["new"]) == (True, PAGES)
    assert not found["closed"]["good"]
    assert re.fullmatch(r"http_error: http://[\d.:]+/closed: 410 Gone", found["closed"]["detail"])
    assert "address_refused" in found["shy"]["detail"]
    assert found["list"]["new"] == 2
    assert not list((tmp_path / "home").rglob("*.warc.gz"))
    depeche("ingest", "list", "--json")
    assert depeche("feeds", "check", "list", "wire", "--json")[0]["known"] == 2
    assert depeche("feeds", "check", "wire", "--json")[0]["new"] == 1
    (account,) = depeche("feeds", "check", "afp", "--json", code=1)
    assert "AIRFLOW_CONN_AFP_CORE_API" in account["detail"]


def test_one_feed_is_ingested(depeche: Depeche) -> None:
    tally = depeche("ingest", "papers", "--since", "2016-07-19", "--until", "2016-07", "--json")
    assert (tally["feed"], tally["taken"], tally["accepted"]) == ("papers", 4, 4)
    said = depeche("ingest", "papers")
    assert [str(PAGES), str(PAGES - 4), "0", "4"] == said.split("papers")[1].replace("│", " ").split()[:4]
    assert "410 Gone" in depeche("ingest", "closed", code=1)
    assert "no feed 'nosuch'" in depeche("ingest", "nosuch", code=2)
    assert "is no period" in depeche("ingest", "papers", "--since", "July", code=2)
    assert "exchange them" in depeche("ingest", "papers", "--since", "2016", "--until", "2015", code=2)


def stored(home: Path) -> list[tuple[str, bytes]]:
    settings: Settings = load({"DEPECHE_HOME": str(home)})
    found = []
    for batch in rawstore.batches(settings):
        assert rawstore.verify(settings, batch) == []
        refs = rawstore.refs(settings, batch)
        found += [(ref.name, rawstore.read(settings, ref.raw_uri)) for ref in refs]
    return sorted(found)


def test_killed_again_and_again_it_ends_in_the_same_store(
    environment: dict[str, str], depeche: Depeche, server: WebServer, tmp_path: Path
) -> None:
    depeche("ingest", "papers", home=tmp_path / "whole")
    expected = stored(tmp_path / "whole")
    assert len(expected) == PAGES
    for number in (3, 24):
        server.asked.clear()
        page = server.pages[f"/{number}"]
        server.pages[f"/{number}"] = Page(chunks=(b"late",), pause=60, length=None)
        command = [sys.executable, "-c", "from depeche.cli import main; main()", "ingest", "papers"]
        process = subprocess.Popen(command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL)
        while f"/{number}" not in server.paths():
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        server.pages[f"/{number}"] = page
    tally = depeche("ingest", "papers", "--json")
    assert (tally["taken"], tally["accepted"] + tally["known"]) == (PAGES, PAGES)
    assert tally["known"] >= 15  # what was sealed before the second kill
    assert stored(tmp_path / "home") == expected
    assert not list((tmp_path / "home").rglob("*.tmp"))
    assert depeche("ingest", "papers", "--json")["known"] == PAGES
