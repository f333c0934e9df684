"""The DAGs parse, light and the same each time; every task says what to do when it fails."""

import json
from itertools import pairwise

import pytest

import airflow_process

DAGS = airflow_process.PROJECT / "dags"
FEEDS = """feeds:
  - {id: wire, kind: drop, location: drop/wire, dated: "%Y-%m"}
  - {id: bucket, kind: drop, location: "s3://deliveries/wire", schedule: hourly}
  - {id: papers, kind: rss, location: "https://example.org/feed", schedule: "30 5 * * 1-5"}
  - {id: crawl, kind: warc, location: "https://example.org/warc.paths", schedule: null}
  - {id: agency, kind: core-api, location: "https://example.org", schedule: monthly}
  - {id: silent, kind: drop, location: drop/silent, enabled: false}
"""
NIGHTS = {
    "nightly_wire": ("fetch_local", "0 0 * * *"),
    "nightly_bucket": ("fetch_store", "0 * * * *"),
    "nightly_papers": ("fetch_web", "30 5 * * 1-5"),
    "nightly_crawl": ("fetch_web", None),
    "nightly_agency": ("fetch_api", "0 0 1 * *"),
}
COLLECTED = {f"ingest.{night.removeprefix('nightly_')}": pool for night, (pool, _) in NIGHTS.items()}
REST = ["plan", "process", "validate", "publish", "tally"]
ASIDE = ["hold"]


@pytest.fixture(scope="module")
def facts(airflow_base, tmp_path_factory):
    home = tmp_path_factory.mktemp("facts")
    (home / "feeds.yml").write_text(FEEDS)
    return airflow_process.in_airflow(
        airflow_base, home, "dag_facts.py", DAGS, DEPECHE_FEEDS=str(home / "feeds.yml")
    )


@pytest.fixture(scope="module", params=["nightly_wire", "history"])
def dag(request, facts):
    return facts["dags"][request.param]


def test_the_dags_and_nothing_else_are_found_without_errors(facts):
    assert facts["errors"] == {}
    assert sorted(facts["dags"]) == sorted(
        ["history", "import_archive", "maintenance", "reprocess", "review", *NIGHTS]
    )


def test_parsing_imports_nothing_heavy(facts):
    assert facts["heavy"] == []
    assert "depeche.interval" in facts["modules"]


def test_parsing_again_gives_the_same_dags(facts, airflow_base, tmp_path_factory):
    home = tmp_path_factory.getbasetemp() / "facts0"
    again = airflow_process.in_airflow(
        airflow_base, home / "again", "dag_facts.py", DAGS,
        DEPECHE_FEEDS=str(home / "feeds.yml"), PYTHONHASHSEED="7",
    )  # fmt: skip
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
        ("import_archive", ["wanted", "take", "plan", "process", "validate", "publish", "tally"]),
        ("reprocess", ["outdated", "process", "validate", "republish", "tally"]),
    ],
)
def test_the_other_dags_are_documented_and_in_order(facts, dag_id, tasks):
    dag = facts["dags"][dag_id]
    test_a_dag_is_documented_tagged_and_runs_once_at_a_time(dag)
    test_every_task_has_triage_notes_an_owner_and_a_time_limit(dag)
    beside = ASIDE if "validate" in tasks else ["nights", "index"] if "tidy" in tasks else []
    assert sorted(dag["tasks"]) == sorted([*tasks, *beside])
    for before, after in pairwise(tasks):
        assert before in dag["tasks"][after]["upstream"]
    if "tidy" in tasks:  # the checks do not wait for the search index
        assert dag["tasks"]["index"]["upstream"] == ["tidy"]


def test_the_stages_of_a_night_follow_each_other(facts):
    tasks = facts["dags"]["nightly_wire"]["tasks"]
    assert sorted(tasks) == sorted(["feeds", "ingest", *REST, *ASIDE])
    for before, after in pairwise(["feeds", "ingest", *REST]):
        assert before in tasks[after]["upstream"]
    assert [name for name, task in tasks.items() if task["mapped"]] == ["process"]


def test_history_has_a_task_for_each_feed(facts):
    tasks = facts["dags"]["history"]["tasks"]
    assert sorted(tasks) == sorted(["feeds", *COLLECTED, *REST, *ASIDE])
    for name in COLLECTED:
        assert tasks[name]["upstream"] == ["feeds"]
        assert name in tasks["plan"]["upstream"]


def test_every_task_has_triage_notes_an_owner_and_a_time_limit(dag):
    for name, task in dag["tasks"].items():
        assert "**If this fails:**" in task["doc"], name
        assert task["owner"] == "archive", name
        assert 0 < task["timeout"] <= (48 if name == "take" else 6) * 3600, name


def test_fetching_has_a_pool_for_each_class_of_host_and_publishing_one(facts):
    pools = {task: facts["dags"]["history"]["tasks"][task]["pool"] for task in [*COLLECTED, "publish"]}
    assert pools == COLLECTED | {"publish": "publish"}
    for night, (pool, _) in NIGHTS.items():
        assert facts["dags"][night]["tasks"]["ingest"]["pool"] == pool
    used = {task["pool"] for dag in facts["dags"].values() for task in dag["tasks"].values()}
    declared = json.loads((DAGS / "pools.json").read_text())
    assert used == {*declared, "default_pool"}


def test_a_person_is_asked_once_a_batch(facts):
    dag = facts["dags"]["review"]
    assert "**If it fails" in dag["doc"]
    assert sorted(dag["tasks"]) == ["decide", "drop", "look", "release", "replay"]
    for name, task in dag["tasks"].items():
        assert "**If this fails:**" in task["doc"], name
        assert task["owner"] == "archive", name
        if name != "decide":  # it waits for a person, a week at most
            assert 0 < task["timeout"] <= 6 * 3600, name
    assert dag["tasks"]["decide"]["retries"] == 0
    timetable = facts["serialized"]["review"]["dag"]["timetable"]
    assert "PartitionedAssetTimetable" in timetable["__type"]
    assert "depeche://held" in json.dumps(timetable)
    for name in ("nightly_wire", "history", "reprocess", "import_archive"):
        assert facts["dags"][name]["tasks"]["hold"]["outlets"] == ["held"]


def test_every_dag_tells_the_operator_and_nights_have_a_deadline(facts):
    assert {name for name, dag in facts["dags"].items() if not dag["tells"]} == set()
    late = {name: dag["deadline"] for name, dag in facts["dags"].items() if dag["deadline"]}
    assert late == dict.fromkeys(NIGHTS, 6 * 3600)


def test_tasks_retry_but_the_tally_does_not(dag):
    retries = {name: task["retries"] for name, task in dag["tasks"].items()}
    assert retries.pop("tally") == 0
    assert set(retries.values()) == {3}
    assert all(task["policy"] for task in dag["tasks"].values())


def test_publish_alone_announces_the_archive(dag):
    assert {name: task["outlets"] for name, task in dag["tasks"].items() if task["outlets"]} == {
        "hold": ["held"],
        "publish": ["archive"],
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
    ("dag_id", "cron", "key"),
    [
        ("history", "0 0 1 * *", "%Y-%m"),
        *((night, cron, "%Y-%m-%d") for night, (_, cron) in NIGHTS.items() if cron),
    ],
)
def test_partitions_are_counted_in_utc(facts, dag_id, cron, key):
    timetable = facts["serialized"][dag_id]["dag"]["timetable"]["__var"]
    assert timetable["expression"] == cron
    assert timetable["timezone"] == "UTC"
    assert timetable["run_offset"] == -1
    assert timetable["key_format"] == key


def test_a_feed_without_a_schedule_is_only_started_by_hand(facts):
    assert "NullTimetable" in facts["serialized"]["nightly_crawl"]["dag"]["timetable"]["__type"]


def test_a_run_by_hand_at_any_time_has_all_tasks(facts):
    # Airflow leaves tasks out of a run, without a word, whose end_date is before its logical date.
    assert {dag["end_date"] for dag in facts["dags"].values()} == {None}
