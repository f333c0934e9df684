"""The topology of docker-compose.yml: a night and a backfill through REST, and a worker that is killed between."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import airflow_process
import cluster as clusters
import tiny_wire

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(1500)]
ROWS = "SELECT dispatch_id, revision, text_sha256, issue_date::VARCHAR AS day FROM dispatch_revisions ORDER BY ALL"
MONTHS = ("2016-06", "2016-07")


@pytest.fixture(scope="module")
def own(tmp_path_factory) -> dict[str, str]:
    return tiny_wire.write(tmp_path_factory.mktemp("cluster"))


@pytest.fixture(scope="module")
def cluster(own, postgres_server, tmp_path_factory):
    with clusters.running(tmp_path_factory.mktemp("processes"), postgres_server, own) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def client(cluster):
    with cluster.client() as client:
        yield client


def test_a_night_and_a_backfill_go_on_when_a_worker_is_killed(cluster, client):
    for dag in ("history", "nightly_loose"):
        clusters.until(dag, lambda dag=dag: client.get(f"/dags/{dag}").status_code == 200)
        assert client.patch(f"/dags/{dag}", json={"is_paused": False}).status_code == 200
    asked = ("backfill", "run", "wire", "--from", MONTHS[0], "--to", MONTHS[-1])
    begun = cluster.depeche(*asked, "--at-once", "2", "--detach", "--json")
    assert begun.returncode == 0, begun.stderr
    key = {"logical_date": None, "partition_key": "2016-07-06"}
    night = client.post("/dags/nightly_loose/dagRuns", json=key)
    assert night.status_code == 200, night.text

    archive = Path(cluster.env["DEPECHE_HOME"])
    clusters.until("the first raw bytes", lambda: list(archive.glob("raw/wire/*.warc.gz")))
    [worker, *_] = clusters.until("a worker with a task", cluster.busy)
    cluster.kill(worker)

    # The other one goes on; what was lost is tried again, which nobody waits for here.
    clusters.until("the backfill", lambda: settled(client), lambda: clear_lost(client))
    ended = cluster.depeche("backfill", "status", "--once", "--json")
    assert json.loads(ended.stdout)["months"] == dict.fromkeys(MONTHS, "done"), ended.stderr
    lost = [each for each in tasks(client) if each["try_number"] > 1]
    assert lost, "the worker that was killed had nothing to do"
    path = f"/dags/nightly_loose/dagRuns/{night.json()['dag_run_id']}"
    assert client.get(path).json()["state"] == "success"


def test_the_archive_is_whole_and_what_a_clean_run_makes(cluster, own, tmp_path):
    verified = json.loads(cluster.depeche("verify", "--json").stdout)
    assert verified["sound"], verified["problems"]
    clean = airflow_process.clean_environment(**own | {"DEPECHE_HOME": str(tmp_path / "clean")})
    command = Path(sys.executable).with_name("depeche")
    subprocess.run([command, "run", "--json"], env=clean, check=True, capture_output=True, timeout=600)
    found = rows(cluster.env)
    assert len(found) == 5
    assert found == rows(clean)


def test_doctor_shows_what_is_in_use(cluster):
    checks = {
        check["check"]: check["detail"] for check in json.loads(cluster.depeche("doctor", "--json").stdout)
    }
    assert checks["airflow"] == f"metadata in postgresql, CeleryExecutor, at {cluster.url}"
    assert checks["catalog"].startswith("PostgreSQL, dbname=")
    assert cluster.password not in json.dumps(checks)


def tasks(client) -> list[dict]:
    """Every try that was made of a task of both DAGs, the last ones."""
    return client.get("/dags/~/dagRuns/~/taskInstances", params={"limit": 500}).json()["task_instances"]


def settled(client) -> bool:
    runs = client.get("/dags/~/dagRuns", params={"limit": 100}).json()["dag_runs"]
    return all(run["state"] in ("success", "failed") for run in runs)


def clear_lost(client) -> None:
    """What an operator may do who does not want to wait for the retry: clear the task."""
    for task in tasks(client):
        if task["state"] == "up_for_retry":
            body = {"dry_run": False, "dag_run_id": task["dag_run_id"], "task_ids": [task["task_id"]],
                    "only_failed": False}  # fmt: skip
            client.post(f"/dags/{task['dag_id']}/clearTaskInstances", json=body)


def rows(env: dict[str, str]) -> list[str]:
    command = [Path(sys.executable).with_name("depeche"), "sql", ROWS, "--format", "json"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout.splitlines()
