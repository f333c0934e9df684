"""A trial: a stage of the pipeline in processes of its own, that come to harm; and what an archive holds.

python fault_trial.py STAGE      runs a stage on all that is pending, as the tasks of the DAGs do
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from depeche import pipeline, query
from depeche.settings import Settings, load

HARM = Path(__file__).with_name("harm")
STAGES = ("ingest", "process", "validate", "publish")
# What another run of the same code makes otherwise: when, in which file, under which batch.
OF_THE_RUN = ("collected_at", "raw_uri", "batch_id", "quarantine_id")


class Trial(NamedTuple):
    """How it ended: the exit code (-9: killed), what it said, and how many operations it did."""

    code: int
    said: str
    operations: int


def trial(environ: dict[str, str], stage: str, file_bytes: int | None = None, **fault: Any) -> Trial:
    """Run a stage that comes to harm (`harm/sitecustomize.py`); no file may grow over ``file_bytes``."""
    log = Path(environ["DEPECHE_HOME"]).with_name("operations")
    for old in (log, Path(f"{log}.struck")):
        old.unlink(missing_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DEPECHE_")}
    path = os.pathsep.join([str(HARM), kept.get("PYTHONPATH", "")])
    harmed = {"PYTHONPATH": path, "FAULT": json.dumps({"log": str(log), **fault})}
    done = subprocess.run(
        [sys.executable, __file__, stage],
        env=kept | environ | harmed,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        timeout=240,
        check=False,
        preexec_fn=_limit(file_bytes) if file_bytes else None,
    )
    operations = log.stat().st_size if log.exists() else 0
    return Trial(done.returncode, done.stdout.decode(errors="replace")[-4000:], operations)


def _limit(file_bytes: int) -> Callable[[], None]:
    # Python ignores the signal, so every write beyond it fails: in Python, Arrow, DuckDB and SQLite alike.
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))


def run(settings: Settings, stage: str) -> None:
    """A stage on everything pending."""
    if stage == "run":
        pipeline.run(settings)
    elif stage == "ingest":
        for feed in pipeline.feed_ids(settings):
            pipeline.ingest(settings, feed)
    elif stage == "process":
        pipeline.process(settings, pipeline.plan(settings))
    elif stage == "validate":
        pipeline.validate(settings, staged(settings))
    elif stage == "publish":
        pipeline.publish(settings, staged(settings))
    else:
        raise ValueError(stage)


def staged(settings: Settings) -> list[str]:
    """The staged batches in the order of the plan."""
    return [done["batch_id"] for done in pipeline.process(settings, pipeline.plan(settings))]


def content(settings: Settings, *, same_raw: bool = False) -> str:
    """SHA-256 of all rows of all tables, but for when and by which run they were made.

    With ``same_raw``, for archives over the same raw files, also of where their bytes are
    and of the batches.
    """
    leave = ("collected_at",) if same_raw else OF_THE_RUN
    ledger = "raw_file, code_version, payloads, taken, accepted, quarantined, known, verdict"
    asked = [
        f"SELECT * EXCLUDE ({', '.join(n for n in leave if n != 'quarantine_id')}) FROM dispatch_revisions",
        f"SELECT * EXCLUDE ({', '.join(leave)}) FROM quarantine",
        f"SELECT batch_id, {ledger} FROM batches"
        if same_raw
        else "SELECT sum(payloads), sum(taken), sum(accepted), sum(quarantined), sum(known) FROM batches",
    ]
    digest = hashlib.sha256()
    with closing(query.connect(settings)) as con:
        for sql in asked:
            for row in con.execute(f"{sql} ORDER BY ALL").fetchall():
                digest.update(repr(row).encode())
    return digest.hexdigest()


if __name__ == "__main__":
    run(load(), sys.argv[1])
