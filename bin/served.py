"""Where the Airflow of ``make up`` lives, and the environment of its processes."""

from __future__ import annotations

import os
import shutil
from hashlib import sha256
from pathlib import Path

import airflow_home
from airflow_home import LOOPBACK

from depeche import settings

USER = "admin"
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
    env |= airflow_home.environment(folder, folder / "metadata.db", inherit=True)
    if env.get(f"{SIMPLE_AUTH}_ALL_ADMINS", "").strip().lower() in ("true", "t", "1"):
        raise settings.SettingsError(f"{SIMPLE_AUTH}_ALL_ADMINS would let anyone in: unset it")
    return env


def prepare_database(folder: Path, env: dict[str, str]) -> None:
    """Make or migrate the metadata database where the installed Airflow has not done it yet."""
    database, stamp = folder / "metadata.db", folder / "metadata.version"
    connection = env["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]
    prepared = f"{airflow_home.AIRFLOW} {sha256(connection.encode()).hexdigest()}"  # it may hold a password
    if connection == f"sqlite:///{database}" and not database.exists():
        scratch = airflow_home.private_folder(folder / "prepare")
        os.replace(airflow_home.copy_migrated(folder.parent, scratch), database)
        shutil.rmtree(scratch)
    elif not stamp.exists() or stamp.read_text() != prepared:
        airflow_home.migrate(env)
    stamp.write_text(prepared)
