"""Airflow's scheduler is killed, with the tasks it runs, in the middle of a night: the night ends all the same."""

from __future__ import annotations

import time

import pytest

from depeche import pipeline
from depeche.settings import load
from served_airflow import Served

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]

# After so many seconds without a sign of life a task is taken to be lost; 300 by default.
LOST = {"AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "30"}
ENDED = ("success", "failed")


def until(found) -> object:
    """Wait, as long as the test may take."""
    while not (value := found()):
        time.sleep(0.3)
    return value


@pytest.mark.parametrize("seconds", [2, 8])
def test_a_night_outlives_its_scheduler(tmp_path, seconds):
    up = Served(tmp_path, **LOST)
    try:
        until(up.ready)
        with up.client() as client:
            until(lambda: client.get("/dags/nightly_wire").status_code == 200)
            run = {"logical_date": None, "partition_key": "2016-07-06"}
            answer = client.post("/dags/nightly_wire/dagRuns", json=run)
            assert answer.status_code == 200, answer.text
            path = f"/dags/nightly_wire/dagRuns/{answer.json()['dag_run_id']}"
            until(lambda: client.get(path).json()["state"] == "running")
            time.sleep(seconds)
            [scheduler] = [p for p in up.components() if "scheduler" in " ".join(p.cmdline())]
            for process in [*scheduler.children(recursive=True), scheduler]:
                process.kill()
            until(lambda: "was started again" in up.said.read_text())
            state = until(lambda: (s := client.get(path).json()["state"]) in ENDED and s)
            assert state == "success", client.get(f"{path}/taskInstances").text
        assert up.asked("SELECT count(*) AS n FROM dispatches WHERE feed_id = 'wire'") == [{"n": 4}]
        named = {name: value for name, value in up.env.items() if name.startswith("DEPECHE_")}
        assert pipeline.verify(load(named))["problems"] == []
    finally:
        if up.process.poll() is None:
            up.stop()
