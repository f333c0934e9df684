"""Where the Airflow of ``make up`` lives, and the environment of its processes."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import airflow_home
import embedded
from airflow_home import LOOPBACK
from components import Component, stop
from depeche import settings

USER = "admin"
CONNECTION = "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
SIMPLE_AUTH = "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER"


def home() -> Path:
    """``DEPECHE_HOME/airflow/up``, made for its owner alone. Raises SettingsError, OSError."""
    base = airflow_home.private_folder(settings.load().home / "airflow")
    return airflow_home.private_folder(base / "up")


def port() -> int:
    """The port of PORT, default 8080. Raises SettingsError."""
    text = os.environ.get("PORT") or "8080"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise settings.SettingsError(f"PORT={text!r}: takes a number from 1 to 65535, such as PORT=8090")
    return int(text)


def environment(folder: Path) -> dict[str, str]:
    """What the processes get; AIRFLOW__ variables that are set win, but never the open door."""
    url = f"http://{LOOPBACK}:{port()}"
    passwords = airflow_home.make_password(folder, USER)
    (folder / "logs").mkdir(exist_ok=True)
    env = {
        "AIRFLOW__API__HOST": LOOPBACK,
        "AIRFLOW__API__PORT": str(port()),
        "AIRFLOW__API__BASE_URL": url,
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{url}/execution/",
        f"{SIMPLE_AUTH}_USERS": f"{USER}:admin",
        f"{SIMPLE_AUTH}_PASSWORDS_FILE": str(passwords),
    }
    env |= airflow_home.environment(folder, embedded.connection(folder), inherit=True)
    if env.get(f"{SIMPLE_AUTH}_ALL_ADMINS", "").strip().lower() in ("true", "t", "1"):
        raise settings.SettingsError(f"{SIMPLE_AUTH}_ALL_ADMINS would let anyone in: unset it")
    return env


def only_one(lock: int, folder: Path) -> None:
    """Take the lock of the Airflow in ``folder``. Raises SettingsError where another process has it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise settings.SettingsError(f"Airflow is running on {folder} already: stop it first") from None


@contextmanager
def database(folder: Path, env: dict[str, str]) -> Iterator[list[Component]]:
    """The metadata database answers and is migrated; gives the server this started, which stops at the end.

    There is none where AIRFLOW__DATABASE__SQL_ALCHEMY_CONN names a database of somebody else.
    """
    servers = [embedded.component(folder)] if env[CONNECTION] == embedded.connection(folder) else []
    try:
        for server in servers:
            server.start()
            embedded.wait(server, folder)
        migrate(folder, env)
        yield servers
    finally:
        stop(servers)


def migrate(folder: Path, env: dict[str, str]) -> None:
    """Make or migrate the tables where that is not done yet for this Airflow and its pools. The database must answer."""
    connection = env[CONNECTION]
    place = embedded.data(folder).stat().st_ino if connection == embedded.connection(folder) else ""
    # A digest, since the connection may hold a password.
    prepared = f"{airflow_home.VERSION} {sha256(f'{connection} {place}'.encode()).hexdigest()}"
    stamp = folder / "metadata.version"
    if not stamp.exists() or stamp.read_text() != prepared:
        airflow_home.migrate(env)
        stamp.write_text(prepared)


def note(folder: Path, env: dict[str, str]) -> None:
    """Write down what is in use, for ``depeche doctor`` and ``depeche backfill``. No secret is in it."""
    kind = "embedded PostgreSQL" if env[CONNECTION] == embedded.connection(folder) else ""
    using = {
        "url": env["AIRFLOW__API__BASE_URL"],
        "user": USER,
        "metadata": kind or env[CONNECTION].split(":", 1)[0].split("+", 1)[0],
        "executor": env.get("AIRFLOW__CORE__EXECUTOR", "LocalExecutor"),
    }
    airflow_home.write_private(folder / "served.json", json.dumps(using))
