"""CPU seconds of a process and all it starts: on a shared machine they tell more than wall seconds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

EVERY = 0.2


class Spent:
    """``seconds`` of CPU that a tree of processes has spent while it was watched."""

    def __init__(self, root: int) -> None:
        self._root = psutil.Process(root)
        self._before = self._look()
        self._last = dict(self._before)

    def look(self) -> None:
        """See how much each process has spent by now; the last look at one that ends is up to 0.2 s old."""
        self._last |= self._look()

    @property
    def seconds(self) -> float:
        """User and system time, less what was spent before."""
        return sum(spent - self._before.get(process, 0.0) for process, spent in self._last.items())

    def _look(self) -> dict[tuple[int, float], float]:
        found = {}
        try:
            processes = [self._root, *self._root.children(recursive=True)]
        except psutil.NoSuchProcess:
            return {}
        for process in processes:
            try:
                times = process.cpu_times()
                found[process.pid, process.create_time()] = times.user + times.system
            except psutil.NoSuchProcess:
                continue
        return found


@contextmanager
def spent(root: int) -> Iterator[Spent]:
    """Watch the process ``root`` and what it starts, until the block ends."""
    watched, over = Spent(root), threading.Event()

    def watch() -> None:
        while not over.wait(EVERY):
            watched.look()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield watched
    finally:
        over.set()
        watcher.join()
        watched.look()
