"""Run a stage in a process of its own, whose memory goes with it.

Judging a batch and publishing one take some 400 MB each, of which the allocators give
little back: a process that did several in turn would grow with the size of the drop. Those
that do, ``give_back``.

Such a process imports for seconds what it needs, but where it is forked from one that has
imported it: ``warm`` is for the parent that Airflow forks its tasks from.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa

from depeche.processes import from_here_or_server, inherit, warmed
from depeche.settings import Settings

Result = TypeVar("Result")


def warm(settings: Settings) -> None:
    """Import what the stages need and open the authority, for all processes that will be forked from this one.

    Raises SettingsError where a file of the authority is wrong.
    """
    from depeche import validate
    from depeche.pipeline import worker

    validate.prepare()
    worker.open_for_forks(settings)
    warmed()


def apart(stage: Callable[..., Result], *given: Any, **named: Any) -> Result:
    """What ``stage(*given, **named)`` gives; raises what it raises. All of it must be picklable.

    Raises ChildProcessError where the process was killed.
    """
    name = stage.__name__.strip("_")
    with ProcessPoolExecutor(1, from_here_or_server(), _begin, (dict(os.environ), name)) as process:
        try:
            return process.submit(stage, *given, **named).result()
        except BrokenProcessPool:
            raise ChildProcessError(
                f"the process of the stage {name} was killed, perhaps for want of memory; run again"
            ) from None


def give_back() -> None:
    """Give the memory that is not used now back to the system."""
    pa.default_memory_pool().release_unused()


def _begin(environment: dict[str, str], name: str) -> None:
    # What the parent does when it is told to stop is not for its fork to do.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    inherit(environment)
    _spare_memory()
    with suppress(OSError):  # only Linux has it, and not everywhere may it be written
        Path("/proc/self/comm").write_text(f"depeche {name}")  # what ps and top call the process


def _spare_memory() -> None:
    """One thread, and the system's allocator: Arrow's own keeps for each thread what it was ever given."""
    pa.set_cpu_count(1)
    pa.set_memory_pool(pa.system_memory_pool())
