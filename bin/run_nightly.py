"""Runs the nightly DAG once, in this process, with a throwaway metadata database; then asks SQL.

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
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import airflow_home
from rich.console import Console
from rich.table import Table

from depeche import settings

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
        base = airflow_home.private_folder(now.home / "airflow")
    except (settings.SettingsError, OSError) as error:
        print(f"run: {error}", file=sys.stderr)
        return 1
    log = base / "run.log"
    with _scratch(base) as scratch, out.status("Preparing Airflow (longer the first time) …") as status:
        database = airflow_home.copy_migrated(base, scratch)
        os.environ |= airflow_home.environment(scratch, airflow_home.sqlite(database), inherit=False)
        with _output_to(log):
            failed, tally, seconds = _night(status.update)
    if failed:
        name, cause = failed[0]
        print(f"run: the task {name} of the DAG nightly failed: {cause}", file=sys.stderr)
        for name, cause in failed[1:]:
            print(f"     {name}: {cause}", file=sys.stderr)
        print(f"     The whole log: {log}", file=sys.stderr)
        return 1
    out.print(f"Archived the feeds of {_short(now.feeds)} into {_short(now.home)} through the DAG nightly.")
    _show(out, tally or {}, seconds)
    return _ask(out)


def _night(tell: Callable[[str], None]) -> tuple[list[tuple[str, str]], dict | None, float]:
    try:
        import dag_once  # not before the environment is set: imports Airflow

        return dag_once.run(tell)
    except Exception as error:  # noqa: BLE001  told in one line at the terminal, in full in the log
        traceback.print_exc()
        return [("(Airflow itself)", f"{type(error).__name__}: {error}")], None, 0.0


def _show(out: Console, tally: dict, seconds: float) -> None:
    grid = Table(header_style="bold")
    for name in ("stage", "taken", "accepted", "quarantined", "already known"):
        grid.add_column(name, justify="left" if name == "stage" else "right")
    for stage, what in (("ingest", "payloads"), ("publish", "records")):
        counts = [str(tally[stage][name]) for name in ("taken", "accepted", "quarantined", "known")]
        grid.add_row(f"{stage} ({what})", *counts)
    out.print(grid)
    if tally["batches"]:
        out.print(f"{tally['batches']} batches published in {seconds:.0f} s.")
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
