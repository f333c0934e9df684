"""The DAGs parse, light and the same each time; every task says what to do when it fails."""

import json
from itertools import pairwise

import pytest

import airflow_process

DAGS = airflow_process.PROJECT / "dags"
TASKS = ["feeds", "ingest", "plan", "process", "validate", "publish", "tally"]


@pytest.fixture(scope="module")
def facts(airflow_base, tmp_path_factory):
    return airflow_process.in_airflow(airflow_base, tmp_path_factory.mktemp("facts"), "dag_facts.py", DAGS)


@pytest.fixture(scope="module", params=["nightly", "history"])
def dag(request, facts):
    return facts["dags"][request.param]


def test_the_dags_and_nothing_else_are_found_without_errors(facts):
    assert facts["errors"] == {}
    assert sorted(facts["dags"]) == ["history", "maintenance", "nightly", "reprocess"]


def test_parsing_imports_nothing_heavy(facts):
    assert facts["heavy"] == []
    assert "depeche.interval" in facts["modules"]


def test_parsing_again_gives_the_same_dags(facts, airflow_base, tmp_path):
    again = airflow_process.in_airflow(airflow_base, tmp_path, "dag_facts.py", DAGS, PYTHONHASHSEED="7")
    assert json.dumps(again["serialized"]) == json.dumps(facts["serialized"])


def test_files_are_thin():
    files = [*DAGS.rglob("*.py")]
    assert len(files) >= 5
    assert {file.name: n for file in files if (n := len(file.read_text().splitlines())) > 80} == {}


def test_a_dag_is_documented_tagged_and_runs_once_at_a_time(dag):
    assert "**If it fails" in dag["doc"]
    assert "archive" in dag["tags"]
    assert dag["catchup"] is False
    assert dag["max_active_runs"] == 1


@pytest.mark.parametrize(
    ("dag_id", "tasks"),
    [
        ("maintenance", ["tidy", "check", "sizes"]),
        ("reprocess", ["outdated", "process", "validate", "republish", "tally"]),
    ],
)
def test_the_other_dags_are_documented_and_in_order(facts, dag_id, tasks):
    dag = facts["dags"][dag_id]
    test_a_dag_is_documented_tagged_and_runs_once_at_a_time(dag)
    test_every_task_has_triage_notes_an_owner_and_a_time_limit(dag)
    assert sorted(dag["tasks"]) == sorted(tasks)
    for before, after in pairwise(tasks):
        assert before in dag["tasks"][after]["upstream"]


def test_the_stages_follow_each_other(dag):
    assert sorted(dag["tasks"]) == sorted(TASKS)
    for before, after in pairwise(TASKS):
        assert before in dag["tasks"][after]["upstream"]
    assert [name for name in TASKS if dag["tasks"][name]["mapped"]] == ["ingest", "process"]


def test_every_task_has_triage_notes_an_owner_and_a_time_limit(dag):
    for name, task in dag["tasks"].items():
        assert "**If this fails:**" in task["doc"], name
        assert task["owner"] == "archive", name
        assert 0 < task["timeout"] <= 6 * 3600, name
        assert task["pool"] == "default_pool", name


def test_tasks_retry_but_the_tally_does_not(dag):
    retries = {name: task["retries"] for name, task in dag["tasks"].items()}
    assert retries.pop("tally") == 0
    assert set(retries.values()) == {3}
    assert all(task["policy"] for task in dag["tasks"].values())


def test_publish_alone_announces_the_archive(dag):
    assert {name: task["outlets"] for name, task in dag["tasks"].items() if task["outlets"]} == {
        "publish": ["archive"]
    }


def test_one_failing_feed_or_batch_does_not_stop_the_others(dag):
    rules = {name: task["rule"] for name, task in dag["tasks"].items()}
    assert rules["plan"] == rules["validate"] == "all_done_min_one_success"
    assert rules["tally"] == "all_done"


@pytest.mark.parametrize(
    "wrong", ["Reject", "SettingsError", "IntervalError", "AssertionError", "UnicodeDecodeError", "TypeError"]
)
def test_what_is_wrong_fails_at_once(facts, wrong):
    assert facts["decisions"][wrong] == ["fail", None]


@pytest.mark.parametrize("passing", ["OSError", "ConnectionError", "FileNotFoundError", "Timeout"])
def test_io_is_tried_again_in_a_minute(facts, passing):
    assert facts["decisions"][passing] == ["retry", 60]


@pytest.mark.parametrize("other", ["duckdb.IOException", "duckdb.TransactionException"])
def test_errors_of_the_catalog_take_the_tasks_own_retries(facts, other):
    assert facts["decisions"][other] == ["default", None]


@pytest.mark.parametrize(
    ("dag_id", "cron", "key"), [("nightly", "0 0 * * *", "%Y-%m-%d"), ("history", "0 0 1 * *", "%Y-%m")]
)
def test_partitions_are_counted_in_utc(facts, dag_id, cron, key):
    timetable = facts["serialized"][dag_id]["dag"]["timetable"]["__var"]
    assert timetable["expression"] == cron
    assert timetable["timezone"] == "UTC"
    assert timetable["run_offset"] == -1
    assert timetable["key_format"] == key


def test_a_run_by_hand_at_any_time_has_all_tasks(facts):
    # Airflow leaves tasks out of a run, without a word, whose end_date is before its logical date.
    assert {dag["end_date"] for dag in facts["dags"].values()} == {None}
