"""Airflow's place inside DEPECHE_HOME: its folders, secrets, metadata database and environment.

Imports nothing of Airflow, which reads its settings from the environment when it is imported.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
# What a prepared metadata database depends on: Airflow's version and our pools.
VERSION = (
    f"{version('apache-airflow')}-{sha256((PROJECT / 'dags' / 'pools.json').read_bytes()).hexdigest()[:12]}"
)

# Measured: a finished task otherwise holds its slot for 5 s, and an idle scheduler sleeps for 1 s.
COMMON = {
    "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
    "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
    "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
    "AIRFLOW__CORE__PARALLELISM": "4",
    "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
    "AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL": "1",
    "AIRFLOW__SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.5",
    "AIRFLOW__API__ENABLE_SWAGGER_UI": "False",
    "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "False",
    "GX_ANALYTICS_ENABLED": "false",
}
INHERITED = ("AIRFLOW__", "AIRFLOW_CONN_", "AIRFLOW_VAR_")
LOOPBACK = "127.0.0.1"


def private_folder(folder: Path) -> Path:
    """Make the folder, for its owner alone."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")  # 0600 from the start
    with os.fdopen(handle, "w") as aside:
        aside.write(text)
    os.replace(name, file)


def make_secrets(home: Path) -> dict[str, str]:
    """The three keys Airflow signs and encrypts with: made once, kept in ``secrets.json`` (0600)."""
    file = home / "secrets.json"
    if not file.exists():
        keys = {
            "AIRFLOW__CORE__FERNET_KEY": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
            "AIRFLOW__API_AUTH__JWT_SECRET": secrets.token_urlsafe(64),
            "AIRFLOW__API__SECRET_KEY": secrets.token_urlsafe(48),
        }
        write_private(file, json.dumps(keys))
    file.chmod(0o600)
    found: dict[str, str] = json.loads(file.read_text())
    return found


def make_password(home: Path, user: str) -> Path:
    """The file (0600) that holds the generated password of ``user``, as Airflow reads it."""
    file = home / "passwords.json"
    if not file.exists():
        write_private(file, json.dumps({user: secrets.token_urlsafe(18)}))
    file.chmod(0o600)
    return file


def sqlite(database: Path) -> str:
    """The file as Airflow takes it."""
    return f"sqlite:///{database}"


def environment(home: Path, connection: str, inherit: bool) -> dict[str, str]:
    """The environment of Airflow's processes. With ``inherit``, variables that are set win (INHERITED)."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("AIRFLOW")}
    env |= COMMON | make_secrets(home)
    env |= {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": connection,
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(home / "logs"),
    }
    # A proxy for the outside must not come between Airflow's own processes.
    around = {os.environ.get("no_proxy"), os.environ.get("NO_PROXY"), LOOPBACK, "localhost"}
    env["no_proxy"] = env["NO_PROXY"] = ",".join(sorted(filter(None, around)))
    if inherit:
        env |= {name: value for name, value in os.environ.items() if name.startswith(INHERITED)}
    return env


def migrate(env: dict[str, str]) -> None:
    """Bring the metadata database of ``env`` to the installed Airflow, with the pools. Raises SystemExit."""
    command = [sys.executable, PROJECT / "bin" / "airflow_metadata.py"]
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    if done.returncode:
        last = (done.stdout + done.stderr).strip().splitlines()[-1:]
        raise SystemExit(f"Airflow's metadata database could not be made: {last}\n{done.stdout}{done.stderr}")


def copy_migrated(base: Path, scratch: Path) -> Path:
    """A fresh metadata database in ``scratch``. Migrating one takes seconds, so it is done once."""
    template = base / f"metadata-{VERSION}.db"
    if not template.exists():
        aside = scratch / "template.db"
        migrate(environment(scratch, sqlite(aside), inherit=False))
        with closing(sqlite3.connect(aside)) as database:  # nothing may stay behind in its log file
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        os.replace(aside, template)
    return Path(shutil.copy(template, scratch / "metadata.db"))
