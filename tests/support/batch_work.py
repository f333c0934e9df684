"""Work for tests of the batch: importable, so that worker processes find it."""

import os
import time
from collections.abc import Sequence

from depeche.batch import Failure, Work
from depeche.settings import Settings


def start(settings: Settings) -> None:
    """Nothing to load."""


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


WORK = Work(start, run, failed, len)
