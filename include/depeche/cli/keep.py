"""Commands that look after the archive: doctor, data docs."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from depeche import libpq, query, search, settings, storage
from depeche.cli.app import app, fail, out, print_json, progress_bar, table
from depeche.cli.in_use import in_use
from depeche.cli.watch import search_line
from depeche.control.using import AirflowError, using
from depeche.settings import Settings, SettingsError

ENOUGH_DISK_GB = 2


@app.command(epilog="Examples: depeche doctor | depeche doctor --json | depeche doctor --settings")
def doctor(
    as_json: bool = typer.Option(False, "--json", help="Print JSON instead of text."),
    settings_only: bool = typer.Option(
        False, "--settings", help="Show every setting that is in use, and where it comes from."
    ),
) -> None:
    """Check that this machine can run the archive, and say what to do where it cannot."""
    if settings_only:
        rows = in_use(settings.load())
        print_json(rows) if as_json else table(rows)
        return
    results = [_checked(name, check) for name, check in CHECKS.items()]
    if as_json:
        print_json([{"check": name, "ok": ok, "detail": detail} for name, ok, detail in results])
    else:
        for name, ok, detail in results:
            out.print(
                f"{'[green]ok[/]  ' if ok else '[red]bad[/] '} {name:<11} {escape(detail)}", highlight=False
            )
    if not all(ok for _, ok, _ in results):
        raise typer.Exit(1)


@app.command(epilog="Examples: depeche verify | depeche verify --sample 20 --json")
def verify(
    sample: Annotated[
        int | None, typer.Option(min=1, help="Read the raw bytes of so many batches only; others each day.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Check that the archive is whole: tallies, keys, files, partitions, words, orphans, and every row's raw bytes.

    Changes nothing and may run beside the nightly run. Exit code 1 where something is wrong.
    """
    from depeche import pipeline

    with progress_bar(as_json) as progress:
        found = pipeline.verify(settings.load(), sample=sample, progress=progress)
    if as_json:
        print_json(found)
    else:
        for name, count in found["checks"].items():
            out.print(
                f"{'[red]bad[/] ' if count else '[green]ok[/]  '} {name:<15} {f'{count:,} problems' if count else ''}"
            )
        for problem in found["problems"]:
            out.print(escape(problem), highlight=False, soft_wrap=True)
        out.print(
            f"{found['raw_batches']} batches of raw bytes read.",
            highlight=False,
        )
    if not found["sound"]:
        raise typer.Exit(1)


@app.command(epilog="Examples: depeche maintain | DEPECHE_KEEP_SNAPSHOTS_DAYS=90 depeche maintain --json")
def maintain(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Tidy the lake: merge small files, drop deleted rows, let old snapshots and files go."""
    from depeche import pipeline

    _show(
        pipeline.maintain(settings.load()),
        as_json,
        "{files[0]:,} files became {files[1]:,}, {bytes[0]:,} bytes became {bytes[1]:,}; "
        "{expired:,} snapshots expired, {removed:,} files removed",
    )


@app.command(
    epilog="Examples: depeche backup /mnt/backup/depeche | DEPECHE_HOME=/mnt/backup/depeche depeche status"
)
def backup(
    folder: Annotated[Path, typer.Argument(help="A new folder, or an earlier backup to bring up to date.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Copy the archive, catalog first, beside writers and readers. The copy is an archive of its own."""
    from depeche import pipeline

    with progress_bar(as_json) as progress, _told():
        done = pipeline.backup(settings.load(), folder, progress)
    _show(
        done, as_json, "{files:,} files, {bytes:,} bytes, {copied:,} of them copied now; snapshot {snapshot}"
    )


@app.command(epilog="Example: DEPECHE_HOME=/srv/depeche depeche restore /mnt/backup/depeche")
def restore(
    folder: Annotated[Path, typer.Argument(help="The backup.", exists=True, file_okay=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
) -> None:
    """Make the archive in DEPECHE_HOME (and DEPECHE_CATALOG) from a backup; there must be none yet."""
    from depeche import pipeline

    with progress_bar(as_json) as progress, _told():
        done = pipeline.restore(settings.load(), folder, progress)
    _show(done, as_json, "{files:,} files, {bytes:,} bytes, as of {made_at}; check them with: depeche verify")


@contextmanager
def _told() -> Iterator[None]:
    from depeche.pipeline import BackupError

    try:
        yield
    except BackupError as error:
        fail(str(error))


def _show(done: dict[str, Any], as_json: bool, words: str) -> None:
    if as_json:
        print_json(done)
    else:
        out.print(words.format(**done), highlight=False, soft_wrap=True)


@app.command("docs-data", epilog="Examples: depeche docs-data | depeche docs-data --batch 3f2a… --into site")
def docs_data(
    batch: Annotated[
        list[str] | None, typer.Option(help="Of this batch (id), published or held; can be given again.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option(help="The folder to make; default: data-docs in the archive.")
    ] = None,
) -> None:
    """Build Great Expectations' Data Docs, by default of the last 100 batches."""
    from depeche import pipeline

    index = pipeline.data_docs(settings.load(), batches=batch, into=into)
    if index is None:
        fail("no such batch was judged yet, so there is nothing to show: depeche run")
    out.print(f"Data Docs: {index}", highlight=False, soft_wrap=True)


def _checked(name: str, check: Callable[[Settings], str]) -> tuple[str, bool, str]:
    try:
        return name, True, check(settings.load())
    except (SettingsError, query.QueryError, OSError, ImportError, RuntimeError, ValueError) as problem:
        return name, False, str(problem)


def _python(_: Settings) -> str:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise RuntimeError(f"Python {sys.version.split()[0]}: Dépêche runs on 3.11, 3.12 and 3.13")
    return sys.version.split()[0]


def _models(here: Settings) -> str:
    from depeche.normalise import name_models

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
