"""A running `bin/up` for tests, on a port and an archive of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import psutil

import airflow_process
import airflow_rest
import tiny_wire
from ports import free_port

PATIENCE = 900  # seconds; on an idle machine it takes 20 to be ready and 10 for the night


def wait_for(what, ready):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := ready():
            return found
        time.sleep(0.3)
    raise AssertionError(f"{what}: not within {PATIENCE} s")


def alive(processes):
    """Those that have not ended; one that nobody has reaped yet has."""

    def is_alive(process):
        try:
            return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False

    return [process for process in processes if is_alive(process)]


class Served:
    """A running `bin/up`, its output and a client that is logged in."""

    def __init__(self, home: Path, **settings: str) -> None:
        self.archive = home / "archive"
        self.port = free_port()
        self.env = airflow_process.clean_environment(
            **tiny_wire.write(home), PORT=str(self.port), PYTHON=sys.executable, **settings
        )
        self.said = home / "up.txt"
        self.start()

    def start(self) -> None:
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(
                [airflow_process.PROJECT / "bin" / "up"], env=self.env, stdout=said, stderr=said,
                start_new_session=True,
            )  # fmt: skip

    def ready(self) -> bool:
        assert self.process.poll() is None, self.said.read_text()
        return "Airflow is ready" in self.said.read_text()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def client(self) -> httpx.Client:
        passwords = self.archive / "airflow" / "up" / "passwords.json"
        return airflow_rest.logged_in(self.url, json.loads(passwords.read_text())["admin"])

    def children(self) -> list[psutil.Process]:
        """Every process below `bin/up`. (Airflow renames its processes, which hides their environment.)"""
        return psutil.Process(self.process.pid).children(recursive=True)

    def components(self) -> list[psutil.Process]:
        """The processes that `bin/up` started itself."""
        return psutil.Process(self.process.pid).children()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def depeche(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The command on this archive."""
        command = [Path(sys.executable).with_name("depeche"), *words]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, timeout=600)

    def asked(self, question: str) -> list[dict[str, Any]]:
        """The rows of a question in SQL."""
        done = self.depeche("sql", question, "--format", "json")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]
