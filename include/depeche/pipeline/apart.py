"""Run a stage in a process of its own, whose memory goes with it.

Judging a batch and publishing one take some 400 MB each, of which the allocators give
little back: a process that did several in turn would grow with the size of the drop.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from depeche.batch import inherit, processes

Result = TypeVar("Result")


def apart(stage: Callable[..., Result], *given: Any, **named: Any) -> Result:
    """What ``stage(*given, **named)`` gives; raises what it raises. All of it must be picklable.

    Raises ChildProcessError where the process was killed.
    """
    with ProcessPoolExecutor(1, processes(), inherit, (dict(os.environ),)) as process:
        try:
            return process.submit(stage, *given, **named).result()
        except BrokenProcessPool:
            name = stage.__name__.strip("_")
            raise ChildProcessError(
                f"the process of the stage {name} was killed, perhaps for want of memory; run again"
            ) from None
