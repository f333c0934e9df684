"""What an archive tells those who watch over it: status, journal, metrics; and never a word of a dispatch."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

import tiny_wire
from depeche import pipeline
from depeche.catalog import LakeError
from depeche.cli import app
from depeche.pipeline import journal, state
from depeche.pipeline.metrics import metrics
from depeche.settings import load


@pytest.fixture(scope="module")
def environ(tmp_path_factory):
    """The tiny wire, archived once."""
    environ = tiny_wire.write(tmp_path_factory.mktemp("watched"))
    pipeline.run(load(environ))
    return environ


@pytest.fixture
def command(environ, monkeypatch):
    """Runs a command on it."""
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    return lambda *words: CliRunner().invoke(app, words)


@pytest.fixture
def empty(tmp_path):
    """Settings of an archive in which nothing was done yet, with the feeds of the tiny wire."""
    return load(tiny_wire.write(tmp_path))


def test_every_batch_has_a_line_a_stage_with_its_tally(environ):
    done = [line for line in journal.read(load(environ)) if line.state == "done"]
    stages = [line.stage for line in done if line.tallies]
    assert stages.count("ingest") == stages.count("process") == 2
    assert stages.count("publish") == stages.count("validate") == 2
    for line in done:
        for tally in line.tallies.values():
            tally.check()
    published = [line.tallies["publish"] for line in done if line.stage == "publish"]
    assert sum(tally.accepted for tally in published) == 5
    assert sum(tally.quarantined for tally in published) == 1


def test_no_word_of_a_dispatch_is_in_the_journal(environ):
    settings = load(environ)
    words = set(re.findall(r"[a-z]{5,}", tiny_wire.TEXT.lower()))
    told = " ".join(file.read_text().lower() for file in (settings.home / "journal").iterdir())
    assert {"delegates", "ferries", "mayor"} <= words
    assert not words & set(re.findall(r"[a-z]{5,}", told)) - {"source"}


def test_a_cause_is_told_in_full_only_where_it_is_ours():
    assert journal.cause(ValueError("could not read 'PARIS (AFP) - The mayor said'")) == "ValueError"
    assert journal.cause(LakeError("the lake refused: disk full")) == "LakeError: the lake refused: disk full"
    assert journal.cause(OSError(28, "No space left on device")).endswith("No space left on device")


def test_status_says_how_the_last_night_went(command):
    done = command("status", "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["problems"] == told["running"] == told["failed"] == told["held"] == []
    assert {feed["feed"]: (feed["state"], feed["accepted"]) for feed in told["feeds"]} == {
        "wire": ("done", 4),
        "loose": ("done", 2),
    }
    assert told["versions"]["code"]
    assert "Last collected" in command("status").stdout


def test_metrics_are_written_in_one_go(command, tmp_path):
    file = tmp_path / "depeche.prom"
    assert command("metrics", "--output", str(file)).exit_code == 0
    told = file.read_text()
    assert (
        'depeche_format_records_total{format="plain_text",stage="clean"}' in told or "depeche_format" in told
    )
    assert 'depeche_feed_late{feed="wire"} 0.0' in told
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".yml"] == ["depeche.prom"]


def test_formats_add_up_to_what_was_taken(environ):
    told = metrics(load(environ))
    found = re.findall(r'depeche_format_records_total\{format="\w+",stage="clean"\} ([\d.]+)', told)
    assert sum(map(float, found)) == 6


def test_a_feed_is_late_three_hours_after_it_was_due():
    at = datetime(2016, 7, 6, 0, 5, tzinfo=UTC)
    assert not state.is_late("0 0 * * *", at, at + timedelta(hours=26))
    assert state.is_late("0 0 * * *", at, at + timedelta(hours=27))
    assert not state.is_late(None, at, at + timedelta(days=900))
    assert not state.is_late("0 0 * * *", None, at)


def test_a_night_that_never_came_is_told(empty, monkeypatch):
    assert pipeline.late_feeds(empty) == []  # nobody ever looked, so nobody knows since when
    with journal.work(empty, "ingest", feed="wire"):
        pass
    assert pipeline.late_feeds(empty) == []
    later = datetime.now(UTC) + timedelta(hours=28)
    monkeypatch.setattr(state, "now", lambda: later)
    wire, loose = sorted(pipeline.late_feeds(empty), reverse=True)
    assert wire.startswith("feed wire is late: last collected ")
    assert loose.startswith("feed loose is late: never collected, declared since ")
    assert {wire, loose} <= set(pipeline.status(empty)["problems"])


def test_a_night_that_failed_is_a_problem_until_it_is_done(empty):
    with pytest.raises(ConnectionError), journal.work(empty, "ingest", feed="wire"):
        raise ConnectionError("the server of the feed is down")
    [problem] = pipeline.status(empty)["problems"]
    assert problem.startswith("feed wire failed at ")
    assert problem.endswith("ConnectionError: the server of the feed is down")
    with journal.work(empty, "ingest", feed="wire"):
        pass
    assert pipeline.status(empty)["problems"] == []


def test_work_runs_as_long_as_its_process_lives_and_then_it_has_failed(empty, monkeypatch):
    with journal.work(empty, "publish", batch="b1", raw_file="wire/1.warc.gz"):
        [running] = pipeline.status(empty)["running"]
        assert (running["stage"], running["raw_file"], running["pid"]) == (
            "publish", "wire/1.warc.gz", os.getpid(),
        )  # fmt: skip
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(os, "getpid", lambda: gone.pid)
        journal.write(empty, stage="publish", state="begun", work="x", batch="b2", raw_file="wire/2.warc.gz")
    told = pipeline.status(empty)
    assert told["running"] == []
    [problem] = told["problems"]
    assert "publish of wire/2.warc.gz failed" in problem
    assert "its process was killed" in problem
    with journal.work(empty, "publish", batch="b2", raw_file="wire/2.warc.gz"):
        pass
    assert pipeline.status(empty)["problems"] == []


def test_a_line_that_was_cut_off_does_not_hide_the_others(empty, caplog):
    with journal.work(empty, "ingest", feed="wire"):
        pass
    [file] = (empty.home / "journal").iterdir()
    with file.open("ab") as stream:
        stream.write(b'{"at": "2016-07-06T')
    assert [line.state for line in journal.read(empty)] == ["begun", "done"]
    assert "cannot be read" in caplog.text
