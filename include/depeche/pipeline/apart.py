"""Run a stage in a process of its own, whose memory goes with it.

Judging a batch and publishing one take some 400 MB each, of which the allocators give
little back: a process that did several in turn would grow with the size of the drop.

Such a process imports for seconds what it needs, but where it is forked from one that has
imported it: ``warm`` is for the parent that Airflow forks its tasks from.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, TypeVar

from depeche.batch import inherit, processes

Result = TypeVar("Result")
# True in a process that called ``warm``, and in all that are forked from it.
_is_warm = False


def warm() -> None:
    """Import what the stages need, for all processes that will be forked from this one."""
    global _is_warm
    from depeche import validate

    validate.prepare()
    _is_warm = True


def apart(stage: Callable[..., Result], *given: Any, **named: Any) -> Result:
    """What ``stage(*given, **named)`` gives; raises what it raises. All of it must be picklable.

    Raises ChildProcessError where the process was killed.
    """
    with ProcessPoolExecutor(1, _context(), _begin, (dict(os.environ),)) as process:
        try:
            return process.submit(stage, *given, **named).result()
        except BrokenProcessPool:
            name = stage.__name__.strip("_")
            raise ChildProcessError(
                f"the process of the stage {name} was killed, perhaps for want of memory; run again"
            ) from None


def _context() -> BaseContext:
    """A fork of this process where it is warm and has no other thread: none can hold a lock, then."""
    server = processes()
    if _is_warm and sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1:
        return multiprocessing.get_context("fork")
    return server


def _begin(environment: dict[str, str]) -> None:
    # What the parent does when it is told to stop is not for its fork to do.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    inherit(environment)
