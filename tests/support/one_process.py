"""Stages that are set apart share one process here, so that what takes seconds to import is there."""

import os
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module

from depeche.processes import inherit


class OneProcess:
    """In the place of a process a stage: one that stays."""

    _kept: ProcessPoolExecutor | None = None

    def __init__(self, workers, context, *initial):
        if OneProcess._kept is None or OneProcess._kept._broken:
            OneProcess._kept = ProcessPoolExecutor(workers, context, *initial)

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return None

    def submit(self, stage, *given, **named):
        return OneProcess._kept.submit(within, dict(os.environ), stage, *given, **named)


def within(environment, stage, *given, **named):
    """The stage in the environment of now: the process that stays may be older than it."""
    inherit(environment)
    return stage(*given, **named)


def use() -> None:
    """From now on, in this process."""
    # The package gives the function of that name, not the module.
    import_module("depeche.pipeline.apart").ProcessPoolExecutor = OneProcess
