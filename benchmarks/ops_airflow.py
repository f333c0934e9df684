"""The Airflow of ``make up`` for the measures: on an archive, a port and feeds of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import httpx

from depeche.pipeline import journal
from depeche.settings import PROJECT, Settings, load
from ops_cpu import spent

PATIENCE = 1800.0  # seconds; far above what anything here takes
POLL = 0.25
DEPECHE = str(Path(sys.executable).with_name("depeche"))
Tell = Callable[[str], None]


class Night(NamedTuple):
    """A run that has ended: seconds from asking for it, from its start, and those the pipeline itself was at work.

    ``cpu`` are seconds of CPU of all of Airflow's processes, ``tasks`` wall seconds in each task.
    """

    asked: float
    wall: float
    own: float
    cpu: float
    tasks: dict[str, float]


class Alone(NamedTuple):
    """What a command took, in seconds of wall time and of CPU."""

    wall: float
    cpu: float


class Archive(NamedTuple):
    """An archive of its own in a folder: where its feeds' folders are, and its environment."""

    folder: Path
    env: dict[str, str]

    @property
    def settings(self) -> Settings:
        """Its settings."""
        return load({name: value for name, value in self.env.items() if name.startswith("DEPECHE_")})

    def command(self, *words: str) -> Alone:
        """Run ``depeche`` on it. Raises SystemExit with its last words."""
        began = time.perf_counter()
        command = [DEPECHE, *words]
        pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        with (
            subprocess.Popen(command, env=self.env, text=True, **pipes) as process,  # type: ignore[call-overload]
            spent(process.pid) as watched,
        ):
            said = process.communicate()[1]
        if process.returncode:
            raise SystemExit(f"depeche {' '.join(words)} ended with {process.returncode}: {said.strip()}")
        return Alone(time.perf_counter() - began, watched.seconds)

    def depeche(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The command on it, ended."""
        return subprocess.run([DEPECHE, *words], env=self.env, capture_output=True, text=True)


def archive(folder: Path, feeds: Sequence[str], cache: Path) -> Archive:
    """An empty archive whose feeds are ``feeds/<id>``, by hand only; ``cache`` has the compiled authority."""
    home = folder / "home"
    home.mkdir(parents=True)
    cache.mkdir(exist_ok=True)
    (home / "cache").symlink_to(cache)
    lines = ["feeds:"]
    for feed in feeds:
        (folder / "feeds" / feed).mkdir(parents=True)
        lines.append(
            f"- {{id: {feed}, kind: drop, location: {folder}/feeds/{feed}, agency: null, schedule: null, "
            'dated: "%Y-%m"}'
        )
    (folder / "feeds.yml").write_text("\n".join(lines) + "\n")
    env = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "DEPECHE"))}
    env |= {"DEPECHE_HOME": str(home), "DEPECHE_FEEDS": str(folder / "feeds.yml")}
    # Its metadata and logs are read by nobody, so no DAG but the one that is measured may run.
    env |= {"AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "True"}
    return Archive(folder, env | {"PORT": str(free_port()), "PYTHON": sys.executable})


def free_port() -> int:
    """A port of loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Up:
    """Airflow on an archive; ``ready`` is how many seconds its start took."""

    def __init__(self, it: Archive, pid: int, ready: float) -> None:
        self.archive = it
        self.pid = pid
        self.ready = ready
        base = f"http://127.0.0.1:{it.env['PORT']}"
        passwords = it.settings.home / "airflow" / "up" / "passwords.json"
        said = {"username": "admin", "password": json.loads(passwords.read_text())["admin"]}
        self._http = httpx.Client(base_url=f"{base}/api/v2", timeout=60, trust_env=False)
        token = self._http.post(f"{base}/auth/token", json=said).raise_for_status().json()["access_token"]
        self._http.headers["Authorization"] = f"Bearer {token}"

    def ask(self, method: str, path: str, **given: Any) -> Any:
        """What Airflow answers. Raises httpx.HTTPError."""
        return self._http.request(method, path, **given).raise_for_status().json()

    def unpause(self, dag: str) -> None:
        """Let the DAG run, and wait for what it begins by itself. Comes back when nothing runs."""
        until(lambda: self._http.get(f"/dags/{dag}").is_success)
        self.ask("PATCH", f"/dags/{dag}", json={"is_paused": False})
        time.sleep(5)  # the scheduler makes the run that is due, if there is one
        states = [("state", "running"), ("state", "queued")]
        until(lambda: not self.ask("GET", f"/dags/{dag}/dagRuns", params=states)["total_entries"])

    def night(self, feed: str) -> Night:
        """Start the night of the feed and follow it to its end. Raises SystemExit where it fails."""
        dag = f"nightly_{feed}"
        began = time.perf_counter()
        with spent(self.pid) as watched:
            made = self.ask("POST", f"/dags/{dag}/dagRuns", json={"logical_date": None})
            path = f"/dags/{dag}/dagRuns/{made['dag_run_id']}"
            until(lambda: self.ask("GET", path)["state"] in ("success", "failed"))
        asked = time.perf_counter() - began
        run = self.ask("GET", path)
        if run["state"] != "success":
            raise SystemExit(f"the night of {feed} failed: {self.archive.depeche('status', '--json').stdout}")
        start, end = instant(run["start_date"]), instant(run["end_date"])
        tasks = self.ask("GET", f"{path}/taskInstances", params={"limit": 500})["task_instances"]
        seconds: dict[str, float] = {}
        for task in tasks:
            if task["start_date"] and task["end_date"]:
                took = (instant(task["end_date"]) - instant(task["start_date"])).total_seconds()
                seconds[task["task_id"]] = max(took, seconds.get(task["task_id"], 0.0))
        own = at_work(self.archive.settings, start, end)
        return Night(asked, (end - start).total_seconds(), own, watched.seconds, seconds)


def at_work(settings: Settings, start: datetime, end: datetime) -> float:
    """Seconds in which at least one stage was at work, by the journal."""
    spans = sorted(
        (max(start.timestamp(), entry.at.timestamp() - entry.seconds), min(end, entry.at).timestamp())
        for entry in journal.read(settings)
        if entry.seconds is not None and start <= entry.at
    )
    total, reached = 0.0, 0.0
    for begin, stop in spans:
        total += max(0.0, stop - max(begin, reached))
        reached = max(reached, stop)
    return total


def instant(text: str) -> datetime:
    """An instant as Airflow writes it."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def until(ready: Callable[[], object]) -> None:
    """Come back when it is so. Raises SystemExit where that takes longer than PATIENCE."""
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > deadline:
            raise SystemExit(f"Airflow: not within {PATIENCE:.0f} s")
        time.sleep(POLL)


@contextmanager
def up(it: Archive) -> Iterator[Up]:
    """Airflow as ``make up`` starts it; stopped at the end, whatever happens."""
    said = it.folder / "up.txt"
    began = time.perf_counter()
    with said.open("wb") as output:
        process = subprocess.Popen(
            [PROJECT / "bin" / "up"], env=it.env, stdout=output, stderr=output, start_new_session=True
        )
    try:
        until(lambda: "Airflow is ready" in said.read_text() or process.poll() is not None)
        if process.poll() is not None:
            raise SystemExit(f"make up ended with {process.returncode}: {said.read_text()}")
        yield Up(it, process.pid, time.perf_counter() - began)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
