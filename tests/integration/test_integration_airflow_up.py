"""`make up` for real: its processes on loopback, a night triggered by REST, everything stopped again."""

import json
import stat
import subprocess

import httpx
import psutil
import pytest

import airflow_process
from served_airflow import Served, wait_for

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    up = Served(tmp_path_factory.mktemp("up"))
    try:
        wait_for("Airflow", up.ready)
        yield up
    finally:
        if up.process.poll() is None:
            for process in [*up.children(), up.process]:
                process.kill()


@pytest.fixture(scope="module")
def client(served):
    with served.client() as client:
        yield client


def test_a_night_triggered_with_a_partition_key_archives_the_feeds(served, client):
    run = {"logical_date": None, "partition_key": "2016-07-06"}
    answer = client.post("/dags/nightly_wire/dagRuns", json=run)
    assert answer.status_code == 200, answer.text
    path = f"/dags/nightly_wire/dagRuns/{answer.json()['dag_run_id']}"

    def ended():
        state = client.get(path).json()["state"]
        return state if state in ("success", "failed") else None

    tasks = f"{path}/taskInstances"
    assert wait_for("the night", ended) == "success", client.get(tasks).text
    names = {task["task_id"] for task in client.get(tasks).json()["task_instances"]}
    assert names == {"feeds", "ingest", "plan", "process", "validate", "publish", "tally"}
    rows = served.asked("SELECT count(*) AS n FROM dispatches WHERE feed_id = 'wire'")
    assert rows == [{"n": 4}]
    found = client.get("/assets/events").json()["asset_events"]
    events = [event for event in found if event["source_dag_id"] == "nightly_wire"]
    # the scheduler runs the night that ended by itself too: the two share the work
    assert sum(event["extra"]["accepted"] for event in events) == 4
    assert "2016-07-06" in {event["partition_key"] for event in events}


def test_a_backfill_is_held_taken_up_by_the_next_command_and_not_done_again(served, client):
    asked = ("run", "wire", "--from", "2016-06", "--to", "2016-07")
    begun = json.loads(backfill(served, *asked, "--detach", "--json"))
    assert set(begun["months"].values()) <= {"waiting", "running"}
    assert "paused" in backfill(served, "pause")
    assert json.loads(backfill(served, "status", "--json"))["backfill"]["paused"]
    assert "resumed" in backfill(served, "resume", "wire")
    # as if the first one had been killed: it follows what is under way
    assert json.loads(backfill(served, *asked, "--json"))["months"] == {"2016-06": "done", "2016-07": "done"}
    keys = [run["partition_key"] for run in history(client) if run["conf"] == {"feeds": ["wire"]}]
    assert keys == ["2016-06", "2016-07"]
    assert "2 done" in backfill(served, *asked)
    assert len([run for run in history(client) if run["conf"] == {"feeds": ["wire"]}]) == 2
    assert "wire, 2 months: 2 done" in backfill(served, "status")


def test_a_backfill_that_is_given_up_is_taken_up_where_it_was_left(served, client):
    asked = ("run", "wire", "--from", "2016-07", "--to", "2016-09")
    backfill(served, *asked, "--detach")  # July is done
    assert "given up" in backfill(served, "cancel")
    left = served.depeche("backfill", "status", "--once")
    assert left.returncode == 1
    assert "failed or given up: " in left.stderr
    assert "2016-09" in left.stderr
    assert "has ended" in served.depeche("backfill", "cancel").stderr
    assert "3 done" in backfill(served, *asked)
    made = [run["partition_key"] for run in history(client) if run["conf"] == {"feeds": ["wire"]}]
    assert made.count("2016-07") == 1
    assert made.count("2016-09") == 2


def backfill(served, *words: str) -> str:
    done = served.depeche("backfill", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def history(client) -> list[dict]:
    return client.get("/dags/history/dagRuns", params={"order_by": "id", "limit": 100}).json()["dag_runs"]


def test_a_key_that_is_no_day_is_refused(client):
    run = {"logical_date": None, "partition_key": "2016-07"}
    answer = client.post("/dags/nightly_wire/dagRuns", json=run)
    assert answer.status_code == 400
    assert "%Y-%m-%d" in answer.text


def test_the_pools_are_there(client):
    made = {pool["name"]: pool["slots"] for pool in client.get("/pools").json()["pools"]}
    declared = json.loads((airflow_process.PROJECT / "dags" / "pools.json").read_text())
    assert made | {name: pool["slots"] for name, pool in declared.items()} == made


def test_nobody_comes_in_without_a_password(served):
    base = f"http://127.0.0.1:{served.port}"
    assert httpx.get(f"{base}/api/v2/dags").status_code == 401
    wrong = httpx.post(f"{base}/auth/token", json={"username": "admin", "password": "admin"})
    assert wrong.status_code == 401
    assert "swagger" not in httpx.get(f"{base}/docs").text.lower()


def test_secrets_are_for_the_owner_only_and_not_printed(served):
    folder = served.archive / "airflow" / "up"
    for name in ("secrets.json", "passwords.json"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
        for secret in json.loads((folder / name).read_text()).values():
            assert secret not in served.said.read_text()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_every_port_is_on_loopback(served):
    listening = [
        connection.laddr.ip
        for process in served.children()
        for connection in process.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert listening
    assert set(listening) == {"127.0.0.1"}


def test_a_second_one_on_the_same_archive_says_so(served):
    up = airflow_process.PROJECT / "bin" / "up"
    done = subprocess.run([up], env=served.env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "already: stop it first" in done.stderr


def test_a_component_that_dies_is_started_again(served):
    [scheduler] = [p for p in served.components() if "scheduler" in " ".join(p.cmdline())]
    scheduler.kill()
    wait_for("a new scheduler", lambda: "was started again" in served.said.read_text())


def test_the_metadata_are_in_postgresql_which_is_started_again_too(served, client):
    [postgres] = [p for p in served.components() if "postgres" in p.name()]
    postgres.kill()
    wait_for("PostgreSQL", lambda: "postgres stopped (-9) and was started again" in served.said.read_text())
    wait_for("Airflow", lambda: client.get("/dags").status_code == 200)
    doctor = json.loads(served.depeche("doctor", "--json").stdout)
    [airflow] = [check["detail"] for check in doctor if check["check"] == "airflow"]
    assert airflow == f"metadata in embedded PostgreSQL, LocalExecutor, at http://127.0.0.1:{served.port}"


def test_killed_with_all_its_processes_it_starts_again_with_the_same_runs(served, client):
    runs = client.get("/dags/~/dagRuns").json()["dag_runs"]
    running = served.children()
    for process in [*running, served.process]:
        process.kill()
    served.process.wait()
    wait_for("their end", lambda: not [process for process in running if process.is_running()])
    served.start()
    wait_for("Airflow", served.ready)
    with served.client() as client:
        again = client.get("/dags/~/dagRuns").json()["dag_runs"]
    assert {run["dag_run_id"] for run in runs} <= {run["dag_run_id"] for run in again}


def test_stopping_leaves_nothing_running(served):
    running = served.children()
    assert len(running) >= 4
    assert served.stop() == 0
    assert [process for process in running if process.is_running()] == []
