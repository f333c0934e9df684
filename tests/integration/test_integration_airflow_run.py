"""`make run` for real: archives, adds nothing the second time, and survives being killed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import airflow_process
import tiny_wire

# Far above what it takes (20 s a run): a busy machine is no fault.
pytestmark = pytest.mark.timeout(1500)

RUN = airflow_process.PROJECT / "bin" / "run"
DISPATCHES = "SELECT dispatch_id, revision, text_sha256, issue_date FROM dispatch_revisions ORDER BY ALL"


def environment(home: Path) -> dict[str, str]:
    return airflow_process.clean_environment(**tiny_wire.write(home), PYTHON=sys.executable)


def run(env: dict[str, str]) -> subprocess.CompletedProcess:
    return subprocess.run([RUN], env=env, capture_output=True, text=True, timeout=600)


def rows(env: dict[str, str]) -> list[dict]:
    command = [Path(sys.executable).with_name("depeche"), "sql", DISPATCHES, "--format", "json"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def kill_when(env: dict[str, str], there: str) -> None:
    """Start it, and kill it with all its children as soon as a file matches ``there``."""
    process = subprocess.Popen(
        [RUN], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while not list(Path(env["DEPECHE_HOME"]).glob(there)):
        assert process.poll() is None, f"it ended before there was {there}"
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_it_archives_answers_and_adds_nothing_the_second_time(tmp_path):
    env = environment(tmp_path)
    first = run(env)
    assert first.returncode == 0, first.stderr
    assert "2 batches published" in first.stdout
    assert "AFP" in first.stdout
    assert len(rows(env)) == 5
    second = run(env)
    assert second.returncode == 0, second.stderr
    assert "Nothing new" in second.stdout
    assert len(rows(env)) == 5
    left = {path.name for path in (tmp_path / "archive" / "airflow").iterdir()}
    assert {name for name in left if name.startswith("run-")} == set()


def test_killed_in_mid_work_it_ends_in_the_same_archive(tmp_path):
    env = environment(tmp_path)
    for there in ("airflow/run-*", "raw/*/*.warc.gz", "staging/*/batch.json"):
        kill_when(env, there)
    done = run(env)
    assert done.returncode == 0, done.stderr
    found = rows(env)
    assert len(found) == len({row["dispatch_id"] for row in found}) == 5
    assert not list((tmp_path / "archive" / "airflow").glob("run-*"))


def test_what_is_wrong_is_said_in_the_first_line(tmp_path):
    env = environment(tmp_path)
    (tmp_path / "feeds.yml").write_text("feeds:\n  - id: wire\n    kind: telepathy\n    location: there\n")
    done = run(env)
    assert done.returncode == 1
    assert done.stdout == ""
    first = done.stderr.splitlines()[0]
    assert first.startswith(f"run: {tmp_path / 'feeds.yml'}:3: kind: 'telepathy': there is drop, ")
    unknown = run(env | {"DEPECHE_HOEM": "/tmp"})
    assert unknown.returncode == 1
    assert unknown.stderr.startswith("run: DEPECHE_HOEM is no setting")
