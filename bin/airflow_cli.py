"""Airflow's own command line in the environment of ``make up``, which need not be running."""

from __future__ import annotations

import subprocess
import sys

import served
from components import GaveUp
from depeche import settings


def main(arguments: list[str]) -> int:
    """The command's exit code."""
    folder = served.home()
    env = served.environment(folder)
    command = [sys.executable, "-m", "airflow", *arguments]
    with (folder / "lock").open("w") as lock:
        try:
            served.only_one(lock.fileno(), folder)
        except settings.SettingsError:  # `make up` is running, and the database with it
            return subprocess.run(command, env=env).returncode
        with served.database(folder, env):
            return subprocess.run(command, env=env).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (settings.SettingsError, GaveUp, OSError) as error:
        sys.exit(f"airflow: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
