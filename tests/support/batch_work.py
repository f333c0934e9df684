"""Work for tests of the batch: importable, so that worker processes find it."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

from depeche import batch
from depeche.batch import Failure, Work
from depeche.pipeline.apart import apart
from depeche.settings import Settings, SettingsError, load


def start(settings: Settings) -> None:
    """Nothing to load."""


def wrong_start(settings: Settings) -> None:
    """A file of rules that is wrong."""
    raise SettingsError("rules.yml:4: no rule")


def run(items: Sequence[str]) -> list[str]:
    """Do what each item says."""
    done = []
    for item in items:
        if item == "hang":
            time.sleep(600)
        if item == "crash":
            os._exit(3)
        if item == "explode":
            done.append(str(len(bytearray(3_000_000_000))))
        if item == "defect":
            raise ValueError("a defect of the function itself")
        done.append(f"{item} done")
    return done


def failed(item: str, failure: Failure) -> list[str]:
    """Say what became of a lost item."""
    return [f"{item} {failure.reason}"]


def in_a_pool(answer: str) -> None:
    """What a task of a Celery worker does: workers of its own, and a process for a stage."""
    settings = load({"DEPECHE_WORKERS": "1"})
    found = [line for _, lines in batch.run(WORK, iter(["a"]), settings) for line in lines]
    Path(answer).write_text(str([*found, apart(abs, -1)]))


WORK = Work(start, run, failed, len)
