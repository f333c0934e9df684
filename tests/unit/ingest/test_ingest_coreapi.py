"""AFP's Core API against a local server that speaks its protocol."""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest

from core_api_server import CLIENT, PASSWORD, SECRET, USER, CoreApi
from depeche import ingest
from depeche.ingest import FeedUnreachable, coreapi, credentials, rawstore
from depeche.ingest.coreapi import client as coreclient
from depeche.ingest.feeds import Feed
from depeche.records import Reject, Tally
from depeche.settings import Settings, SettingsError
from web_server import Page

EXTRA = {"client_id": CLIENT, "client_secret": SECRET}
CONNECTION = json.dumps({"conn_type": "http", "login": USER, "password": PASSWORD, "extra": EXTRA})
START = datetime(2016, 7, 6, 8, 0, tzinfo=UTC)


def document(number: int, **changes: Any) -> dict[str, Any]:
    published = f"{START + timedelta(minutes=number):%Y-%m-%dT%H:%M:%SZ}"
    made = {
        "uno": f"newsml.example.{number}",
        "published": published,
        "lang": "fr",
        "news": [f"Dépêche {number}"],
    }
    return {**made, **changes}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[CoreApi]:
    monkeypatch.setattr(coreapi, "ROWS", 4)
    monkeypatch.setattr(coreclient, "HOURLY", 3_600_000)
    made = CoreApi([document(n) for n in range(10)])
    yield made
    made.stop()


@pytest.fixture
def quick(settings: Settings) -> Settings:
    return msgspec.structs.replace(settings, fetch_rate=1000.0, fetch_seconds=2.0, fetch_tries=2)


Run = Callable[..., Tally]


def declared(server: CoreApi) -> Feed:
    return Feed(
        id="afp",
        kind="core-api",
        location=Path("/"),
        url=server.url,
        allow_private=True,
        since=date(2016, 7, 1),
    )


@pytest.fixture
def run(server: CoreApi, quick: Settings) -> Run:
    def ran(**changes: Any) -> Tally:
        given = {name: changes.pop(name) for name in ("interval", "connection") if name in changes}
        feed = declared(server)
        feed = msgspec.structs.replace(feed, **changes)
        return ingest.ingest(feed, quick, now=datetime.now(UTC), **{"connection": CONNECTION, **given})

    return ran


def stored(settings: Settings) -> list[Any]:
    found = []
    for batch in rawstore.batches(settings):
        refs = rawstore.refs(settings, batch)
        found += [json.loads(each) for each in rawstore.read_many(settings, [ref.raw_uri for ref in refs])]
    return found


def counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.taken, tally.accepted, tally.quarantined, tally.known


def test_every_document_is_kept_as_its_own_json(server: CoreApi, run: Run, quick: Settings) -> None:
    assert counts(run()) == (10, 10, 0, 0)
    assert stored(quick) == server.docs
    assert server.calls == 4  # 4 documents, then 3 new ones a page: the first is the last of the page before
    (batch,) = rawstore.batches(quick)
    assert rawstore.refs(quick, batch)[0].name == "newsml.example.0"


def test_the_next_run_takes_what_is_new(server: CoreApi, run: Run, quick: Settings) -> None:
    run()
    server.docs.append(document(2000))
    assert counts(run()) == (11 - 0, 1, 0, 10)
    server.docs.append(document(4000))
    assert counts(run()) == (2, 1, 0, 1)  # beyond a day, what came before is not asked for again
    assert len(stored(quick)) == 12


def test_a_check_says_what_a_run_would_take(
    server: CoreApi, run: Run, quick: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIRFLOW_CONN_AFP_CORE_API", CONNECTION)
    feed = declared(server)
    found = ingest.check(feed, quick)
    assert (found.good, found.new, found.known, found.detail) == (
        True, 4, 0, "the account is good; the first 4 looked at",
    )  # fmt: skip
    assert rawstore.batches(quick) == []
    run()
    server.docs.append(document(11))
    monkeypatch.setattr(coreapi, "ROWS", 1000)
    found = ingest.check(feed, quick)
    assert (found.new, found.known, found.detail) == (1, 10, "the account is good")
    server.limit = 0
    assert ingest.check(feed, quick).good is False


def test_a_token_that_expires_is_asked_for_anew(server: CoreApi, run: Run) -> None:
    server.token_calls = 2
    assert counts(run()) == (10, 10, 0, 0)
    assert len(server.tokens) == 2


def test_a_run_that_is_stopped_goes_on_from_its_last_page(
    server: CoreApi, run: Run, quick: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.limit = 2
    with pytest.raises(FeedUnreachable, match="503"):
        run()
    assert len(stored(quick)) == 7
    server.limit = 10**9
    monkeypatch.setattr(coreapi, "OVERLAP", timedelta(0))
    assert counts(run()) == (4, 3, 0, 1)
    assert stored(quick) == server.docs


def test_days(server: CoreApi, run: Run) -> None:
    server.docs[:] = [document(n * 720) for n in range(10)]
    days = (date(2016, 7, 7), date(2016, 7, 9))
    assert counts(run(interval=days)) == (4, 4, 0, 0)
    assert counts(run(interval=days)) == (4, 0, 0, 4)
    assert counts(run()) == (10, 6, 0, 4)


def test_a_query_chooses(server: CoreApi, run: Run, quick: Settings) -> None:
    server.docs[3]["lang"] = "en"
    assert counts(run(query='{"name": "lang", "in": ["en"]}')) == (1, 1, 0, 0)
    assert stored(quick) == [server.docs[3]]


def test_latest_and_get(server: CoreApi, run: Run, quick: Settings, tmp_path: Path) -> None:
    assert counts(run(call="latest", query='{"lang": "fr"}')) == (2, 2, 0, 0)
    assert "lang=fr" in server.asked[-1].path
    unos = tmp_path / "unos.txt"
    unos.write_text("newsml.example.1\n# none\nnewsml.example.77\n")
    tally = run(call="get", unos=unos)
    assert (counts(tally), tally.reasons) == ((2, 1, 1, 0), {"http_error": 1})
    assert counts(run(call="get", unos=unos)) == (2, 0, 0, 2)


def test_over_a_page_at_one_instant_is_said(server: CoreApi, run: Run) -> None:
    for each in server.docs:
        each["published"] = server.docs[0]["published"]
    with pytest.raises(Reject, match="over 4 documents"):
        run()


def test_the_hourly_limit_is_kept_by_spacing(
    server: CoreApi, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coreclient, "HOURLY", 3600 * 10)
    run()
    times = [asked.at for asked in server.asked]
    assert times[-1] - times[0] >= 0.1 * (len(times) - 1) / 2


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (Page(b"<html>"), "no answer of the Core API"),
        (Page(b'{"error": {"code": 400, "message": "Bad query"}}'), "Bad query"),
        (Page(b'{"response": {"status": {"code": 5, "reason": "Odd"}}}'), "Odd"),
        (Page(b"{}"), "without a response"),
        (Page(b"no", 403), "403"),
        (Page(b"", 302, {"Location": "http://169.254.169.254/"}), "302"),
        (
            Page(b'{"error": {"message": "no right to\\n this product"}}', 403),
            "403 Forbidden: the API says: no right to this",
        ),
        (
            Page(b'{"error": "invalid", "error_description": "Bad scope"}', 400),
            "400 Bad Request: the API says: Bad scope",
        ),
    ],
)
def test_an_answer_that_is_none_says_so(server: CoreApi, run: Run, page: Page, says: str) -> None:
    server.pages["/v1/api/search"] = page
    with pytest.raises(Reject, match=says):
        run()


def test_a_document_that_is_odd_is_kept_all_the_same(server: CoreApi, run: Run, quick: Settings) -> None:
    server.docs[:] = []
    server.pages["/v1/api/search"] = Page(b'{"response": {"docs": [7, {"uno": 8}]}}')
    assert counts(run()) == (2, 2, 0, 0)
    assert stored(quick) == [7, {"uno": 8}]


def test_nothing_secret_is_stored_logged_or_told(
    server: CoreApi, run: Run, quick: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    run()
    server.pages["/oauth/token"] = Page(b'{"error": "no"}', 401)
    with pytest.raises(Reject, match="account is refused") as raised:
        run()
    files = list(quick.raw.rglob("*.warc.gz"))
    assert len(files) == 2
    everything = (
        b"".join(gzip.decompress(file.read_bytes()) for file in files)
        + (quick.raw / "index.sqlite").read_bytes()
    )
    told = caplog.text + str(raised.value) + repr(credentials.account("x", CONNECTION))
    for secret in (PASSWORD, SECRET, server.tokens[0], quote(PASSWORD, safe="")):
        assert secret.encode() not in everything
        assert secret not in told


def test_connections_as_airflow_writes_them(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    uri = f"http://{quote(USER)}:{quote(PASSWORD, safe='')}@?client_id={CLIENT}&client_secret={quote(SECRET)}"
    assert counts(run(connection=uri)) == (10, 10, 0, 0)
    monkeypatch.setenv("AIRFLOW_CONN_AFP_CORE_API", CONNECTION)
    assert counts(run(connection=None)) == (10, 0, 0, 10)
    as_text = json.dumps({"login": USER, "password": PASSWORD, "extra": json.dumps(EXTRA)})
    assert counts(run(connection=as_text)) == (10, 0, 0, 10)
    packed = f"http://{quote(USER)}:{quote(PASSWORD, safe='')}@?__extra__={quote(json.dumps(EXTRA))}"
    assert counts(run(connection=packed)) == (10, 0, 0, 10)


@pytest.mark.parametrize("written", ["", "{", "[]", "no uri", "http://[::1"])
def test_a_connection_that_is_none_says_what_to_do(run: Run, written: str) -> None:
    with pytest.raises(SettingsError, match="afp_core_api") as raised:
        run(connection=written)
    assert not written or written not in str(raised.value)


@pytest.mark.parametrize("published", ["0001-01-01T00:00:00+01:00", "0001-01-01T00:00:00Z", "soon"])
def test_a_document_of_a_nonsensical_time_is_kept_and_holds_nothing_up(
    server: CoreApi, run: Run, quick: Settings, monkeypatch: pytest.MonkeyPatch, published: str
) -> None:
    monkeypatch.setattr(coreapi, "ROWS", 100)
    server.pages["/v1/api/search"] = server._checked(lambda asked: server._page(server.docs))
    server.docs = [document(0), document(1, published=published)]
    assert counts(run()) == (2, 2, 0, 0)
    server.docs.append(document(2))
    assert counts(run()) == (3, 1, 0, 2)
    server.docs = [document(3, published=published)]
    assert counts(run(query='{"name": "lang"}')) == (1, 1, 0, 0)
    assert counts(run(query='{"name": "lang"}')) == (1, 0, 0, 1)
