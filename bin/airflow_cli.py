"""Airflow's own command line in the environment of ``make up``."""

from __future__ import annotations

import os
import sys

import served

from depeche import settings

if __name__ == "__main__":
    try:
        folder = served.home()
        env = served.environment(folder)
        served.prepare_database(folder, env)
    except (settings.SettingsError, OSError) as error:
        sys.exit(f"airflow: {error}")
    os.execve(sys.executable, [sys.executable, "-m", "airflow", *sys.argv[1:]], env)
