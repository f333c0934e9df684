"""Stages that are set apart share one process here, so that what takes seconds to import is there."""

from concurrent.futures import ProcessPoolExecutor
from importlib import import_module


class OneProcess:
    """In the place of a process a stage: one that stays."""

    _kept: ProcessPoolExecutor | None = None

    def __init__(self, **named):
        if OneProcess._kept is None or OneProcess._kept._broken:
            OneProcess._kept = ProcessPoolExecutor(**named)

    def __enter__(self):
        return OneProcess._kept

    def __exit__(self, *raised):
        return None


def use() -> None:
    """From now on, in this process."""
    # The package gives the function of that name, not the module.
    import_module("depeche.pipeline.apart").ProcessPoolExecutor = OneProcess
