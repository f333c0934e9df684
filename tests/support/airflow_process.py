"""Airflow for tests: in processes of its own, because it reads its settings when it is imported."""

import json
import os
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

PROJECT = Path(__file__).resolve().parents[2]
SUPPORT = PROJECT / "tests" / "support"

PREPARE = """
import sys
from pathlib import Path
import airflow_home
airflow_home.copy_migrated(Path(sys.argv[1]), airflow_home.private_folder(Path(sys.argv[2])))
"""
# Runs a script of tests/support in the environment that bin/run gives the nights.
IN_AIRFLOW = """
import os, runpy, sys
from pathlib import Path
import airflow_home
base, home, script = map(Path, sys.argv[1:4])
database = airflow_home.copy_migrated(base, airflow_home.private_folder(home))
os.environ |= airflow_home.environment(home, airflow_home.sqlite(database), inherit=False)
sys.argv = sys.argv[3:]
runpy.run_path(str(script), run_name="__main__")
"""


def clean_environment(**settings: str) -> dict[str, str]:
    """This process's environment without settings of Airflow and Dépêche, but the given ones."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "DEPECHE"))}
    return env | {"PYTHONPATH": str(PROJECT / "bin"), "PYTHONDONTWRITEBYTECODE": "1", "PORT": ""} | settings


def migrated(base: Path) -> Path:
    """``base`` with an empty metadata database in it; made once for all workers of the test run."""
    base.mkdir(parents=True, exist_ok=True)
    with FileLock(base / "template.lock"):
        if not list(base.glob("metadata-*.db")):
            _python([PREPARE, str(base), str(base / "prepare")], clean_environment())
    return base


def in_airflow(base: Path, home: Path, script: str, *arguments: object, **settings: str) -> object:
    """What a script of tests/support, run in a fresh Airflow, writes to its last argument as JSON."""
    home.mkdir(parents=True, exist_ok=True)
    results = home / "results.json"
    command = [IN_AIRFLOW, base, home / "airflow", SUPPORT / script, *arguments, results]
    _python([str(part) for part in command], clean_environment(**settings))
    return json.loads(results.read_text())


def as_json(value: object) -> str:
    """The value as JSON; paths as text."""
    return json.dumps(value, default=str)


def _python(command: list[str], env: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", *command], env=env, cwd=PROJECT, capture_output=True, text=True, timeout=1500
    )
    assert done.returncode == 0, f"{done.stdout[-8000:]}\n{done.stderr[-8000:]}"
