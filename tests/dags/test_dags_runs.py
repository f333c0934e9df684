"""The real DAGs over a tiny wire: what is new is archived, what fails is named, nothing comes twice."""

import shutil
from pathlib import Path

import pytest

import airflow_process
import compiled
from depeche import search, settings
from depeche.settings import PROJECT
from tiny_wire import dispatch
from tiny_wire import feeds as declare

pytestmark = pytest.mark.timeout(1800)  # a busy machine is no fault


def steps(drop: Path, feeds: Path, authority: Path) -> list[dict]:
    july = {f"{drop}/wire/2016-07/{n}.txt": dispatch(f"July {n}, 2016", n) for n in (5, 6)}
    june = {f"{drop}/wire/2016-06/28.txt": dispatch("June 28, 2016", 28)}
    loose = {f"{drop}/loose/a.txt": dispatch("August 1, 2016", 99), f"{drop}/loose/b.txt": ""}
    late = {f"{drop}/wire/2016-06/late.txt": dispatch("June 29, 2016", 29)}
    last = {f"{drop}/loose/c.txt": dispatch("August 2, 2016", 98)}
    declared = declare(drop)
    broken = declared.replace("kind: drop", "kind: telepathy", 1)
    older = {"feed": "wire", "path": f"{drop}/old", "first": "2015-05"}
    return [
        # 0: a month of history, of both feeds; 1 and 2: their nights take the rest; 3: nothing new
        {"dag": "history", "parameters": {"first": "2016-07"},
         "write": {str(feeds): declared} | july | june | loose},
        {"dag": "nightly_wire"},
        {"dag": "nightly_loose"},
        {"dag": "nightly_wire"},
        # 4: a batch rule is broken; 5: it is not any more, and what was held goes in
        {"dag": "nightly_wire", "environment": {"DEPECHE_GATE_MIN_ROWS": "1000"}, "write": late},
        {"dag": "nightly_wire"},
        # 6 to 8: what is wrong is refused before anything is done
        {"dag": "history", "parameters": {"feeds": ["wires"]}},
        {"dag": "history", "parameters": {"first": "2016-08", "last": "2016-07"}},
        {"dag": "nightly_loose", "write": {str(feeds): broken}},
        # 9: one feed is gone, the other is archived all the same; 10: so it is in its own night
        {"dag": "history", "write": {str(feeds): declared} | last, "remove": [f"{drop}/wire"]},
        {"dag": "nightly_wire"},
        {"dag": "nightly_wire", "write": july},
        # 12: nothing is outdated; 13: the authority has changed; 14: all is made again by now
        {"dag": "reprocess"},
        {"dag": "reprocess", "environment": {"DEPECHE_AUTHORITY": str(authority)}},
        {"dag": "reprocess", "environment": {"DEPECHE_AUTHORITY": str(authority)}},
        {"dag": "maintenance"},
        # 16: a month at another place, as a feed's; 17: nothing is left of it; 18: what cannot be is refused
        {"dag": "import_archive", "parameters": older,
         "write": {f"{drop}/old/2015-0{n}/1.txt": dispatch(f"May {n}, 2015", n) for n in (4, 5)}},
        {"dag": "import_archive", "parameters": older},
        {"dag": "import_archive", "parameters": {"feed": "wire", "path": f"{drop}/old", "first": "1994"}},
    ]  # fmt: skip


@pytest.fixture(scope="module")
def ran(airflow_base, tmp_path_factory):
    home = tmp_path_factory.mktemp("runs")
    compiled.share(home / "archive")
    feeds = home / "feeds.yml"
    plan = home / "steps.json"
    authority = shutil.copytree(PROJECT / "seeds" / "authority", home / "authority")
    with (authority / "agencies.yml").open("a") as file:
        file.write("# changed\n")
    plan.write_text(airflow_process.as_json(steps(home / "drop", feeds, authority)))
    return airflow_process.in_airflow(
        airflow_base, home, "dag_steps.py", plan,
        DEPECHE_HOME=str(home / "archive"), DEPECHE_FEEDS=str(feeds), DEPECHE_WORKERS="1",
    )  # fmt: skip


def counts(result, stage):
    assert result["failed"] == []
    tally = result["tally"][stage]
    assert tally["taken"] == tally["accepted"] + tally["quarantined"] + tally["known"]
    return tally["taken"], tally["accepted"], tally["quarantined"], tally["known"]


def test_a_month_of_history_reads_that_months_folder_only(ran):
    assert counts(ran[0], "ingest") == (2, 2, 0, 0)
    assert counts(ran[0], "publish") == (2, 2, 0, 0)


def test_the_nights_take_the_rest_and_quarantine_what_is_empty(ran):
    assert counts(ran[1], "ingest") == (3, 1, 0, 2)
    assert counts(ran[1], "publish") == (1, 1, 0, 0)
    assert counts(ran[2], "ingest") == (2, 2, 0, 0)
    assert counts(ran[2], "publish") == (2, 1, 1, 0)


def test_a_second_night_adds_nothing(ran):
    assert counts(ran[3], "ingest") == (3, 0, 0, 3)
    assert counts(ran[3], "publish") == (0, 0, 0, 0)
    assert ran[3]["tally"]["batches"] == 0


def test_a_batch_held_at_the_gate_fails_the_run_and_is_named(ran):
    [[task, cause]] = ran[4]["failed"]
    assert task == "tally"
    assert cause.startswith("wire/")
    assert "held at the gate" in cause
    assert "1000" in cause


def test_what_was_held_is_published_once_it_passes(ran):
    assert counts(ran[5], "ingest") == (4, 0, 0, 4)
    assert counts(ran[5], "publish") == (1, 1, 0, 0)


def test_an_unknown_feed_is_refused_before_there_is_a_run(ran):
    assert "'wires' is not one of ['loose', 'wire']" in ran[6]["refused"]


def test_a_wrong_range_is_refused_at_the_first_task(ran):
    assert ran[7]["failed"][0] == [
        "feeds",
        "IntervalError: last=2016-07 is before first=2016-08: exchange them",
    ]
    assert ran[7]["failed"][-1][1].startswith("no feeds could be ingested: see the task feeds")


def test_a_broken_feeds_file_is_an_import_error_with_its_line(ran):
    assert "nightly.py: depeche.settings.SettingsError: " in ran[8]["refused"]
    assert "feeds.yml:2: kind: 'telepathy': there is drop, " in ran[8]["refused"]


def test_a_feed_that_is_gone_does_not_stop_the_others(ran):
    for step, all_of_them in ((9, 2), (10, 1)):
        (first, cause), (last, summary) = ran[step]["failed"]
        assert (first, last) == ({9: "ingest.wire", 10: "ingest"}[step], "tally")
        assert "does not exist" in cause
        assert summary == f"1 of {all_of_them} feeds not ingested, see the task ingest: wire"


def test_what_was_archived_beside_the_feed_that_was_gone_is_there(ran):
    # The run failed, but all of the other feed is in the lake: see what is made again below.
    assert counts(ran[11], "ingest") == (2, 0, 0, 2)
    assert counts(ran[11], "publish") == (0, 0, 0, 0)


def test_what_older_code_made_is_made_again_once(ran):
    # Step 9 failed for a feed that was gone, but published the other one's row.
    rows = sum(counts(ran[step], "publish")[1] for step in (0, 1, 2, 5)) + 1
    batches = sum(ran[step]["tally"]["batches"] for step in (0, 1, 2, 5)) + 1
    assert ran[12]["tally"]["batches"] == ran[14]["tally"]["batches"] == 0
    assert counts(ran[13], "publish")[1] == rows
    assert ran[13]["tally"]["batches"] == batches
    assert counts(ran[14], "publish") == (0, 0, 0, 0)


def test_maintenance_tidies_indexes_checks_and_reports(ran, tmp_path_factory):
    assert ran[15]["failed"] == []
    report = ran[15]["tally"]
    assert report["revisions"] == 6
    assert report["files"][1] < report["files"][0]
    archive = settings.load({"DEPECHE_HOME": str(tmp_path_factory.getbasetemp() / "runs0" / "archive")})
    assert search.find(archive, "ferry").total == report["dispatches"]


def test_an_archive_is_imported_once(ran):
    assert counts(ran[16], "ingest") == (1, 1, 0, 0)
    assert counts(ran[16], "publish")[1] >= 1
    assert counts(ran[17], "ingest") == (1, 0, 0, 1)
    assert counts(ran[17], "publish") == (0, 0, 0, 0)
    assert ran[17]["tally"]["batches"] == 0


def test_an_import_that_cannot_succeed_fails_at_its_first_task(ran):
    task, cause = ran[18]["failed"][0]
    assert task == "wanted"
    assert "none of the folders 1994-01 … 1994-12 (%Y-%m)" in cause
