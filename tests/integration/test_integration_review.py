"""What a person decides of a held batch: released, made again otherwise or dropped; nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche import pipeline, query, settings
from depeche.pipeline import review
from depeche.records import GateClosed, Reject
from depeche.settings import SettingsError
from tiny_wire import write

STRICT = {"DEPECHE_GATE_MIN_ROWS": "1000"}
ASKED = (
    "SELECT decision, decided_by, reason, batch_id, raw_file, changes, accepted, quarantined FROM decisions"
)


def asked(now: settings.Settings, question: str) -> list[tuple[object, ...]]:
    with query.run(question, now) as rows:
        return [tuple(row.values()) for row in rows.read_all().to_pylist()]


@pytest.fixture
def held(tmp_path: Path) -> tuple[settings.Settings, str]:
    """An archive whose feed ``wire`` (four dispatches) is held at the gate, and the batch."""
    now = settings.load(write(tmp_path) | STRICT)
    pipeline.ingest(now, "wire")
    [raw_file] = pipeline.plan(now)
    batch = pipeline.process(now, [raw_file])[0]["batch_id"]
    [verdict] = pipeline.validate(now, [batch])
    assert not verdict["passed"]
    return now, batch


def test_a_question_says_what_is_held_and_is_asked_once(held):
    now, batch = held
    found = review.question(now, batch)
    assert found["subject"].startswith("wire: a batch is held: ")
    assert "DEPECHE_GATE_MIN_ROWS" in found["body"]
    assert "4 rows wait to be published" in found["body"]
    assert review.to_ask(now, [batch, "0" * 24]) == [batch]
    assert review.to_ask(now, [batch]) == []


def test_released_it_is_published_and_the_decision_is_kept(held):
    now, batch = held
    done = review.release(now, batch, review.answer("the wire was  thin that day", by="Ada"))
    assert (done["accepted"], done["quarantined"]) == (4, 0)
    [row] = asked(now, ASKED)
    assert row[:4] == ("release", "Ada", "the wire was thin that day", batch)
    assert (row[5], row[6], row[7]) == (None, 4, 0)
    assert asked(now, "SELECT count(*) FROM dispatches") == [(4,)]
    assert pipeline.plan(now) == []
    assert pipeline.verify(now)["problems"] == []
    with pytest.raises(Reject, match="not held"):
        review.release(now, batch, review.answer("again"))


def test_dropped_its_rows_are_in_quarantine_and_come_back(held):
    now, batch = held
    assert review.drop(now, batch, review.answer("a test by the agency", by="Ada"))["quarantined"] == 4
    assert asked(now, "SELECT DISTINCT reason, detail FROM quarantine") == [
        ("dropped", "dropped by Ada: a test by the agency")
    ]
    assert asked(now, "SELECT count(*) FROM dispatches") == [(0,)]
    assert pipeline.plan(now) == []
    assert pipeline.verify(now)["problems"] == []
    sound = settings.load({**_environment(now), "DEPECHE_GATE_MIN_ROWS": "1"})
    assert pipeline.replay_quarantine(sound, reason="dropped")["accepted"] == 4
    assert asked(now, "SELECT count(*) FROM quarantine") == [(0,)]


def test_made_again_otherwise_it_is_published_under_those_settings(held):
    now, batch = held
    with pytest.raises(GateClosed, match="does not pass so either"):
        review.replay(now, batch, review.answer("fewer", {"DEPECHE_GATE_MIN_ROWS": "5"}))
    assert pipeline.waiting(now)["held"][0]["batch"] == batch
    done = review.replay(now, batch, review.answer("a small wire", {"DEPECHE_GATE_MIN_ROWS": 1}, by="Ada"))
    assert done["accepted"] == 4
    [row] = asked(now, ASKED)
    assert (row[0], row[5]) == ("replay", '{"DEPECHE_GATE_MIN_ROWS":"1"}')
    assert pipeline.waiting(now) == {"waiting": 0, "held": []}
    assert pipeline.verify(now)["problems"] == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "say what to change"),
        ({"DEPECHE_HOME": "/tmp"}, "DEPECHE_HOME cannot be changed"),
        ({"DEPECHE_GATE_MIN_ROW": "1"}, "DEPECHE_GATE_MIN_ROW is no setting"),
        ({"DEPECHE_GATE_MAX_SHARE_UNDATED": "2"}, "takes a share from 0 to 1"),
    ],
)
def test_settings_that_are_none_are_refused(held, changes, says):
    now, batch = held
    with pytest.raises(SettingsError, match=says):
        review.replay(now, batch, review.answer("why not", changes))


def test_an_answer_needs_a_reason():
    with pytest.raises(SettingsError, match="say in a few words why"):
        review.answer("  ")


def _environment(now: settings.Settings) -> dict[str, str]:
    return {"DEPECHE_HOME": str(now.home), "DEPECHE_FEEDS": str(now.feeds), "DEPECHE_WORKERS": "1"}
