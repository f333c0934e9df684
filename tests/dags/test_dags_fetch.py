"""The night fetches: a feed of the web, AFP's Core API by an Airflow connection, and one that is down."""

import gzip
import json
from pathlib import Path

import pytest

import airflow_process
import compiled
from core_api_server import CLIENT, PASSWORD, SECRET, USER, CoreApi
from depeche.ingest import FeedUnreachable
from depeche.records import Reject
from tiny_wire import dispatch
from web_server import Page

pytestmark = pytest.mark.timeout(1800)  # a busy machine is no fault

FEEDS = """feeds:
  - {{id: papers, kind: rss, location: "{url}/feed", allow_private: true}}
  - {{id: afp-api, kind: core-api, location: "{url}", agency: AFP, since: 2016-07-01, allow_private: true}}
  - {{id: down, kind: rss, location: "{url}/down", allow_private: true}}
"""
PAGE = "<html><head><title>Ferries {0}</title></head><body><article><p>{1}</p></article></body></html>"


@pytest.fixture(scope="module")
def server():
    made = CoreApi([{"uno": "newsml.example.1", "published": "2016-07-06T20:00:00Z", "news": ["Text"]}])
    made.pages["/feed"] = Page(
        b"<rss><channel><item><link>/1</link></item><item><link>/2</link></item></channel></rss>"
    )
    for n in (1, 2, 3):
        made.pages[f"/{n}"] = Page(PAGE.format(n, dispatch("July 6, 2016", n)).encode())
    made.pages["/down"] = Page(b"", 503)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def ran(server, airflow_base, tmp_path_factory) -> tuple[Path, list[dict]]:
    home = tmp_path_factory.mktemp("fetches")
    compiled.share(home / "archive")
    steps = home / "steps.json"
    feeds = home / "feeds.yml"
    nights = [{"dag": f"nightly_{feed}"} for feed in ("papers", "down", "afp-api", "papers", "afp-api")]
    addresses = {"feed": "papers", "urls": [f"{server.url}/2", f"{server.url}/3"]}
    nights.append({"dag": "import_archive", "parameters": addresses})
    nights[0]["write"] = {str(feeds): FEEDS.format(url=server.url)}
    steps.write_text(json.dumps(nights))
    extra = {"client_id": CLIENT, "client_secret": SECRET}
    connection = json.dumps({"conn_type": "http", "login": USER, "password": PASSWORD, "extra": extra})
    results = airflow_process.in_airflow(
        airflow_base, home, "dag_steps.py", steps,
        DEPECHE_HOME=str(home / "archive"), DEPECHE_FEEDS=str(feeds), DEPECHE_WORKERS="1",
        DEPECHE_FETCH_RATE="1000", DEPECHE_FETCH_TRIES="1", AIRFLOW_CONN_AFP_CORE_API=connection,
    )  # fmt: skip
    return home, results


def test_what_can_be_had_is_archived_and_what_cannot_is_named(ran):
    assert [night["tally"] and night["tally"]["publish"]["accepted"] for night in ran[1][:3]] == [2, None, 1]
    step, reason = ran[1][1]["failed"][0]
    assert step == "ingest"
    assert "503" in reason
    assert ran[1][1]["failed"][-1] == ["tally", "1 of 1 feeds not ingested, see the task ingest: down"]


def test_the_next_night_adds_nothing(ran):
    assert [night["failed"] for night in ran[1][3:5]] == [[], []]
    tallies = [night["tally"]["ingest"] for night in ran[1][3:5]]
    assert [(tally["taken"], tally["known"]) for tally in tallies] == [(2, 2), (1, 1)]


def test_a_list_of_addresses_is_imported_but_for_what_is_known(ran):
    assert ran[1][5]["failed"] == []
    tally = ran[1][5]["tally"]
    assert (tally["ingest"]["accepted"], tally["publish"]["accepted"]) == (1, 1)


def test_the_account_is_nowhere(ran, server):
    home, _ = ran
    secrets = [PASSWORD.encode(), SECRET.encode(), server.tokens[0].encode()]
    for path in (path for path in home.rglob("*") if path.is_file()):
        content = path.read_bytes()
        content = gzip.decompress(content) if path.name.endswith(".warc.gz") else content
        assert not [secret for secret in secrets if secret in content], path


def test_what_may_pass_is_tried_again_and_what_is_wrong_is_not():
    """``defaults.py`` retries an OSError and fails at once on a Reject."""
    assert issubclass(FeedUnreachable, OSError)
    assert not issubclass(Reject, OSError)
