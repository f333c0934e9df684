"""Runs the nights of all feeds once, in this process, with a throwaway metadata database; then asks SQL.

Airflow's output goes to a log file. Kill it at any moment and run it again: the metadata are
thrown away, and the archive's own ledger knows what is done.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

import airflow_home
from depeche import settings
from depeche.ingest import feeds

QUESTIONS = {
    "What is there, by source and language?": (
        "SELECT source, language, count(*) AS dispatches, min(issue_date) AS first, max(issue_date) AS last"
        " FROM dispatches GROUP BY ALL ORDER BY dispatches DESC, source, language LIMIT 12"
    ),
    "Whom did each source speak of most in July 2016?": (
        "SELECT source, name, count(*) AS mentions, count(DISTINCT dispatch_id) AS dispatches,"
        " mode(mention_text) AS usual_words FROM actor_mentions"
        " WHERE issue_date BETWEEN DATE '2016-07-01' AND DATE '2016-07-31' GROUP BY source, name"
        " QUALIFY row_number() OVER (PARTITION BY source ORDER BY mentions DESC, name) <= 3"
        " ORDER BY source, mentions DESC, name"
    ),
}


def main() -> int:
    """0 where the night succeeded; 1, with the cause in the first line, where it did not."""
    out = Console(file=os.fdopen(os.dup(1), "w"), highlight=False, soft_wrap=True)
    try:
        now = settings.load()
        count = sum(feed.enabled for feed in feeds.load(now.feeds).values())
        if not count:
            raise settings.SettingsError(f"{now.feeds}: no feed is enabled; write enabled: true at one")
        base = airflow_home.private_folder(now.home / "airflow")
    except (settings.SettingsError, OSError) as error:
        print(f"run: {error}", file=sys.stderr)
        return 1
    log = base / "run.log"
    began = time.monotonic()
    with _scratch(base) as scratch, out.status("Preparing Airflow (longer the first time) …") as status:
        database = airflow_home.copy_migrated(base, scratch)
        os.environ |= airflow_home.environment(scratch, airflow_home.sqlite(database), inherit=False)
        with _output_to(log):
            failed, tallies = _nights(status.update)
    if failed:
        print(f"run: {failed[0]}", file=sys.stderr)
        for cause in failed[1:]:
            print(f"     {cause}", file=sys.stderr)
        print(f"     The whole log: {log}", file=sys.stderr)
    out.print(
        f"Archived {len(tallies)} of {count} feeds of {_short(now.feeds)} into {_short(now.home)}, "
        "each through its DAG nightly_<feed>."
    )
    _show(out, tallies, time.monotonic() - began)
    return 1 if failed else _ask(out)


def _nights(tell: Callable[[str], None]) -> tuple[list[str], list[dict]]:
    """What failed, in a line each, and the tallies of the nights that did not."""
    try:
        import dag_once  # not before the environment is set: imports Airflow

        dags = dag_once.load()
    except Exception as error:  # noqa: BLE001  told in one line at the terminal, in full in the log
        traceback.print_exc()
        return [f"Airflow itself failed: {type(error).__name__}: {error}"], []
    failed, tallies = [], []
    for name in [name for name in dags if name.startswith("nightly_")]:
        try:
            done = dag_once.run(tell, dags[name])
        except Exception as error:  # noqa: BLE001  the other nights go on
            traceback.print_exc()
            failed.append(f"the DAG {name} failed: {type(error).__name__}: {error}")
            continue
        failed += [f"the task {task} of the DAG {name} failed: {cause}" for task, cause in done.failed]
        tallies += [done.tally] if done.tally else []
    return failed, tallies


def _show(out: Console, tallies: list[dict], seconds: float) -> None:
    grid = Table(header_style="bold")
    for name in ("stage", "taken", "accepted", "quarantined", "already known"):
        grid.add_column(name, justify="left" if name == "stage" else "right")
    for stage, what in (("ingest", "payloads"), ("publish", "records")):
        counts = [
            str(sum(tally[stage][name] for tally in tallies))
            for name in ("taken", "accepted", "quarantined", "known")
        ]
        grid.add_row(f"{stage} ({what})", *counts)
    out.print(grid)
    batches = sum(tally["batches"] for tally in tallies)
    if batches:
        out.print(f"{batches} batches published in {seconds:.0f} s.")
    else:
        out.print("Nothing new: everything delivered is in the archive already.")


def _ask(out: Console) -> int:
    command = Path(sys.executable).with_name("depeche")
    for title, question in QUESTIONS.items():
        out.print(f"\n[bold]{title}[/]")
        out.file.flush()
        done = subprocess.run([command, "sql", question])
        if done.returncode:
            return done.returncode
    out.print('\nAsk on: .venv/bin/depeche sql "SELECT headline, dateline.text FROM dispatches LIMIT 10"')
    return 0


@contextmanager
def _scratch(base: Path) -> Iterator[Path]:
    """A folder for this run alone; those of runs that were killed are removed."""
    with (base / "lock").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        for old in base.glob("run-*/lock"):
            with old.open() as lock, contextlib.suppress(BlockingIOError):  # a run that is under way
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(old.parent, ignore_errors=True)
        scratch = Path(tempfile.mkdtemp(dir=base, prefix="run-"))
        held = (scratch / "lock").open("w")
        fcntl.flock(held, fcntl.LOCK_EX)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        held.close()


@contextmanager
def _output_to(log: Path) -> Iterator[None]:
    """Send what this process and its children print to the log."""
    sys.stdout.flush()
    kept = os.dup(1), os.dup(2)
    with log.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os.dup2(kept[0], 1)
        os.dup2(kept[1], 2)


def _short(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


if __name__ == "__main__":
    sys.exit(main())
