"""What ``depeche doctor`` looks at: each check says in a line what it found, or raises what is wrong."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from depeche import libpq, query, search, settings, storage
from depeche.cli.in_use import in_use
from depeche.cli.watch import search_line
from depeche.control.using import AirflowError, using
from depeche.settings import Settings, SettingsError

ENOUGH_DISK_GB = 2


def checked(name: str, check: Callable[[Settings], str]) -> tuple[str, bool, str]:
    """(``name``, whether it is sound, what was found or what to do)."""
    try:
        return name, True, check(settings.load())
    except (SettingsError, query.QueryError, OSError, ImportError, RuntimeError, ValueError) as problem:
        return name, False, str(problem)


def _python(_: Settings) -> str:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise RuntimeError(f"Python {sys.version.split()[0]}: Dépêche runs on 3.11, 3.12 and 3.13")
    return sys.version.split()[0]


def _models(here: Settings) -> str:
    from depeche.normalise.actors import name_models

    loaded = name_models.load(here.spacy)
    return loaded.version if loaded else "none (DEPECHE_SPACY)"


def _packages(_: Settings) -> str:
    needed = ("airflow", "duckdb", "great_expectations", "pyarrow", "trafilatura")
    missing = [name for name in needed if importlib.util.find_spec(name) is None]
    if missing:
        raise RuntimeError(f"not installed: {', '.join(missing)}; run: make run")
    return ", ".join(needed)


def _settings(now: Settings) -> str:
    from depeche import pipeline

    pipeline.check(now)
    given = [row["setting"] for row in in_use(now) if row["from"] == "environment"]
    return (
        f"{now.feeds} and {now.authority} are sound; {', '.join(given) or 'none'} from the environment, the "
        "others are defaults (--settings)"
    )


def _home(now: Settings) -> str:
    now.home.mkdir(parents=True, exist_ok=True)
    probe = now.home / ".probe"
    probe.write_bytes(b"")
    probe.unlink()
    free = shutil.disk_usage(now.home).free / 1e9
    if free < ENOUGH_DISK_GB:
        raise RuntimeError(
            f"{now.home}: {free:.1f} GB left on the disk; {ENOUGH_DISK_GB} GB are wanted at least"
        )
    return f"{now.home} can be written, {free:.0f} GB free"


def _lake(now: Settings) -> str:
    state = query.status(now)
    if not state["exists"]:
        return "no lake yet: the first run makes it"
    return f"{state['revisions']:,} revisions, {state['in_quarantine']} in quarantine"


def _search(now: Settings) -> str:
    state = search.status(now)
    if state["exists"]:
        return search_line(state)
    return f"{'a damaged index' if state['damaged'] else 'no index yet'}: the next query makes it"


def _catalog(now: Settings) -> str:
    if not now.catalog:
        return f"SQLite, {now.lake / 'catalog.sqlite'}"
    return f"PostgreSQL, {libpq.shown(now.catalog.removeprefix('postgres:'))}"


def _airflow(now: Settings) -> str:
    """Which one, not whether it runs: the archive is sound without it."""
    try:
        it = using(now)
    except AirflowError:
        return (
            "none was started here yet (make up); make run has its metadata in SQLite, and throws them away"
        )
    known = f"metadata in {it.metadata or 'a database of its own'}, {it.executor or 'an executor of its own'}"
    return f"{known}, at {it.url}"


def _pools(now: Settings) -> str:
    """A task whose pool does not exist waits for ever, and only the scheduler's log says so."""
    from depeche.control.api import Airflow, Unanswered

    folders = [
        settings.PROJECT / "dags",
        Path(os.environ.get("AIRFLOW__CORE__DAGS_FOLDER") or "/opt/airflow/dags"),
    ]
    declared = next((folder / "pools.json" for folder in folders if (folder / "pools.json").exists()), None)
    if declared is None:
        return "no dags/pools.json here, so nothing is known of them"
    try:
        airflow = Airflow(using(now))
        missing = sorted(set(json.loads(declared.read_text())) - airflow.pools())
        airflow.close()
    except Unanswered as unanswered:
        return f"not looked at: {unanswered}"
    except AirflowError:
        return "made when Airflow is first started (make up)"
    if missing:
        raise RuntimeError(
            f"Airflow has no {', '.join(missing)}, and tasks that need one wait for ever; "
            f"bin/airflow pools import {declared}"
        )
    return f"Airflow has all of {declared}"


def _raw(now: Settings) -> str:
    from depeche.ingest import rawstore

    files = rawstore.batches(now)
    size = sum(storage.look(now.raw / file).size for file in files)
    return f"{len(files)} WARC files, {size / 1e6:,.1f} MB"


CHECKS: dict[str, Callable[[Settings], str]] = {
    "python": _python,
    "packages": _packages,
    "settings": _settings,
    "models": _models,
    "home": _home,
    "raw store": _raw,
    "lake": _lake,
    "search": _search,
    "catalog": _catalog,
    "airflow": _airflow,
    "pools": _pools,
}
