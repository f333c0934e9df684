"""`make up` for real: its processes on loopback, a night triggered by REST, everything stopped again."""

import json
import stat
import subprocess
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psutil
import pytest

import airflow_process
import airflow_rest
from served_airflow import Served, alive, wait_for
from web_server import Page, WebServer

pytestmark = pytest.mark.timeout(900)


def add_odd_feed(home: Path) -> None:
    """Declare a feed of two texts without source and date."""
    for name in ("ships", "ferries"):
        file = home / "drop" / "odd" / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"The {name} of the lake were late again because of the fog, and nobody on the shore "
                        "knew when they would come, said a man who had waited there since the morning.\n")  # fmt: skip
    with (home / "feeds.yml").open("a") as feeds:
        feeds.write(f"  - {{id: odd, kind: drop, location: {home}/drop/odd, schedule: null}}\n")


@pytest.fixture(scope="module")
def told():
    """The webhook of the operator."""
    server = WebServer()
    server.pages["/hook"] = Page()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def served(tmp_path_factory, told):
    home = tmp_path_factory.mktemp("up")
    hook = {"conn_type": "http", "host": f"{told.url}/hook", "password": "hook-s3cret"}
    up = Served(
        home, AIRFLOW_CONN_DEPECHE_WEBHOOK=json.dumps(hook), DEPECHE_LATE_HOURS="0.0005",
        DEPECHE_GATE_MIN_BATCH="2",
    )  # fmt: skip
    add_odd_feed(home)  # Airflow finds it as it finds any change of feeds.yml
    try:
        wait_for("Airflow", up.ready)
        yield up
    finally:
        if up.process.poll() is None:
            for process in [*up.children(), up.process]:
                process.kill()
            up.process.wait()


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
    assert names == {"feeds", "ingest", "plan", "process", "validate", "hold", "publish", "tally"}
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
    asked = ("run", "wire", "--from", "2016-07", "--to", "2016-09", "--at-once", "1")
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


@pytest.fixture(scope="module")
def odd(client) -> str:
    """The run of a night whose only batch is held at the gate."""
    answer = client.post("/dags/nightly_odd/dagRuns", json={"logical_date": None})
    assert answer.status_code == 200, answer.text
    run_id = answer.json()["dag_run_id"]
    path = f"/dags/nightly_odd/dagRuns/{run_id}"
    wait_for("the odd night", lambda: client.get(path).json()["state"] == "failed")
    return run_id


def messages(told: WebServer, run_id: str) -> list[dict]:
    """What the operator was told about a run."""
    found = [json.loads(asked.body) for asked in told.asked]
    return [message for message in found if message["run_id"] == run_id]


def test_a_run_that_fails_tells_the_operator_once(served, told, odd):
    [message] = wait_for("the message", lambda: [m for m in messages(told, odd) if m["state"] == "failed"])
    assert message["cause"].startswith("odd/")
    assert "held at the gate" in message["text"].splitlines()[0]
    assert message["link"] == f"{served.url}/dags/nightly_odd/runs/{quote(odd, safe='')}"
    assert (message["dag_id"], message["account"]["ingest"]["accepted"]) == ("nightly_odd", 2)
    assert {asked.headers["authorization"] for asked in told.asked} == {"Bearer hook-s3cret"}


def test_a_run_that_is_late_tells_the_operator(told, odd):
    [message] = wait_for("the message", lambda: [m for m in messages(told, odd) if m["state"] == "late"])
    assert message["cause"].startswith("nightly_odd is late: begun over 0.0005 h ago")


def test_a_held_batch_is_released_by_a_person(served, client, odd):
    runs = wait_for("the question", lambda: client.get("/dags/review/dagRuns").json()["dag_runs"])
    [path] = [f"/dags/review/dagRuns/{run['dag_run_id']}" for run in runs]
    task = f"{path}/taskInstances/decide"
    wait_for("somebody to be asked", lambda: client.get(task).json()["state"] == "awaiting_input")
    question = client.get(f"{task}/-1/hitlDetails").json()
    assert question["subject"].startswith("odd: a batch is held: ")
    answer = {"chosen_options": ["release"], "params_input": {"reason": "odd but ours", "settings": {}}}
    patched = client.patch(f"{task}/-1/hitlDetails", json=answer)
    assert patched.status_code == 200, patched.text
    wait_for("the decision", lambda: client.get(path).json()["state"] == "success")
    [row] = served.asked("SELECT * FROM decisions")
    assert (row["decision"], row["decided_by"], row["reason"]) == ("release", "admin", "odd but ours")
    assert (row["feed_id"], row["accepted"]) == ("odd", 2)
    batch = client.get(path).json()["partition_key"]
    assert row["batch_id"] == batch


def test_data_docs_of_a_run_are_made_when_asked_for(served, client, odd):
    links = client.get(f"/dags/nightly_odd/dagRuns/{odd}/taskInstances/validate/links").json()
    address = links["extra_links"]["Data Docs"]
    assert address.startswith(f"{served.url}/data-docs/nightly_odd/")
    with airflow_rest.stranger(served.url) as stranger:
        assert stranger.get(address).status_code == 401
    assert client.get(address).status_code in (200, 202)
    page = wait_for("the page", lambda: (got := client.get(address)).status_code == 200 and got)
    assert "Data Docs" in page.text
    assert client.get(address.replace("index.html", "..%2f..%2flake/catalog.sqlite")).status_code == 404


def test_the_secret_of_the_webhook_is_in_no_log(served, odd):
    for file in (served.archive / "airflow" / "up" / "logs").rglob("*.log"):
        assert b"hook-s3cret" not in file.read_bytes(), file


def test_nobody_comes_in_without_a_password(served):
    with airflow_rest.stranger(served.url) as client:
        assert client.get("/api/v2/dags").status_code == 401
        wrong = client.post("/auth/token", json={"username": "admin", "password": "admin"})
        assert wrong.status_code == 401
        assert "swagger" not in client.get("/docs").text.lower()


def test_secrets_are_for_the_owner_only_and_not_printed(served):
    folder = served.archive / "airflow" / "up"
    for name in ("secrets.json", "passwords.json"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
        for secret in json.loads((folder / name).read_text()).values():
            assert secret not in served.said.read_text()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_every_port_is_on_loopback(served):
    listening = []
    for process in served.children():
        with suppress(psutil.NoSuchProcess):  # tasks end meanwhile
            connections = process.net_connections(kind="inet")
            listening += [one.laddr.ip for one in connections if one.status == psutil.CONN_LISTEN]
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
    assert airflow == f"metadata in embedded PostgreSQL, LocalExecutor, at {served.url}"
    [pools] = [check for check in doctor if check["check"] == "pools"]
    assert pools["ok"]
    assert pools["detail"].startswith("Airflow has all of ")


def test_killed_with_all_its_processes_it_starts_again_with_the_same_runs(served, client):
    runs = client.get("/dags/~/dagRuns").json()["dag_runs"]
    running = served.children()
    for process in [*running, served.process]:
        process.kill()
    served.process.wait()
    wait_for("their end", lambda: not alive(running))
    served.start()
    wait_for("Airflow", served.ready)
    with served.client() as client:
        again = client.get("/dags/~/dagRuns").json()["dag_runs"]
    assert {run["dag_run_id"] for run in runs} <= {run["dag_run_id"] for run in again}


def test_stopping_leaves_nothing_running(served):
    running = served.children()
    assert len(running) >= 4
    assert served.stop() == 0
    assert alive(running) == []
