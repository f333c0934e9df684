"""Run a function over a batch in worker processes that can be killed.

A payload that hangs, crashes its process or eats all memory costs itself and nothing
else: its chunk is run again one by one, the culprit is answered for by ``failed`` with
the reason, its neighbours go on. A payload is not blamed for the first death of its worker,
which may have been killed from outside.
"""

from __future__ import annotations

import os
import resource
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeout
from itertools import chain, takewhile
from typing import Generic, NamedTuple, TypeVar, cast

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from depeche.processes import PRELOADED, from_server, inherit
from depeche.settings import Settings, SettingsError

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK_ITEMS = 250
# Pages of a second or less: with more a worker idles while the other has its last chunk (benchmarks/warc.py).
CHUNK_BYTES = 1_500_000
# Chunks waiting or running a worker: enough to keep it busy, few enough to keep memory flat.
AHEAD = 3
# Chunks after which a worker is replaced, lest what libraries keep grows without end.
MAX_CHUNKS = 500
# Why ``start`` failed in this worker.
_unstarted: Exception | None = None


class Failure(NamedTuple):
    """Why a worker did not come back: ``timeout``, ``crashed`` or ``memory``."""

    reason: str
    detail: str


class Work(NamedTuple, Generic[Item, Result]):
    """What the workers do.

    ``start(settings)`` runs once in each worker; ``run(items)`` handles a chunk there;
    ``failed(item, failure)`` answers in the parent for an item whose worker was lost;
    ``size(item)`` is its weight in bytes. ``start`` and ``run`` must be importable.
    """

    start: Callable[[Settings], None]
    run: Callable[[Sequence[Item]], Result]
    failed: Callable[[Item, Failure], Result]
    size: Callable[[Item], int]


class Workers(Generic[Item, Result]):
    """Worker processes that do one batch after another; each starts with its first chunk.

    Runs on ``settings.processes`` workers; a single item may take ``settings.page_seconds``
    seconds and let its worker grow by ``settings.worker_memory_mb``.
    """

    def __init__(self, work: Work[Item, Result], settings: Settings) -> None:
        PRELOADED.add(work.run.__module__)
        self._work = work
        self._settings = settings
        self._pool = ProcessPool(
            max_workers=settings.processes,
            max_tasks=MAX_CHUNKS,
            initializer=_start,
            initargs=[work.start, settings, dict(os.environ)],
            context=from_server(),
        )

    def run(self, items: Iterator[Item]) -> Iterator[tuple[int, Result]]:
        """Yield (number of items, result) for each chunk, in the order of ``items``.

        What ``work.start`` raises (SettingsError: a file of rules that is wrong) and what ``work.run``
        raises itself, which is a defect, is raised here.
        """
        for results in self.run_each([items]):
            yield from results

    def run_each(self, groups: Iterable[Iterator[Item]]) -> Iterator[Iterator[tuple[int, Result]]]:
        """Yield for each group what :meth:`run` would, no chunk across two of them.

        The next group is asked for when the last one's chunks are under way, so that no worker
        idles while the last of them is waited for and written.
        """
        results = self._results(groups)
        for first in results:
            own = chain([first], results) if first is not None else iter(())
            group = takewhile(lambda result: result is not None, own)
            yield cast(Iterator[tuple[int, Result]], group)
            deque(group, maxlen=0)  # what was not asked for

    def _results(self, groups: Iterable[Iterator[Item]]) -> Iterator[tuple[int, Result] | None]:
        """The results of all groups, None at the end of each."""
        waiting: deque[tuple[Sequence[Item], ProcessFuture[Result]] | None] = deque()
        try:
            for items in groups:
                for chunk in chunks(items, self._work.size):
                    waiting.append((chunk, self._schedule(chunk)))
                    while len(waiting) >= AHEAD * self._settings.processes:
                        yield from self._oldest(waiting)
                waiting.append(None)
            while waiting:
                yield from self._oldest(waiting)
        finally:
            for each in waiting:
                if each is not None:
                    each[1].cancel()  # type: ignore[no-untyped-call]

    def _oldest(
        self, waiting: deque[tuple[Sequence[Item], ProcessFuture[Result]] | None]
    ) -> Iterator[tuple[int, Result] | None]:
        each = waiting.popleft()
        if each is None:
            yield None
        else:
            yield from self._finish(*each)

    def _schedule(self, chunk: Sequence[Item]) -> ProcessFuture[Result]:
        return self._pool.schedule(
            _run_chunk, args=[self._work.run, chunk], timeout=self._settings.page_seconds
        )

    def _finish(
        self, chunk: Sequence[Item], future: ProcessFuture[Result], again: bool = False
    ) -> Iterator[tuple[int, Result]]:
        try:
            yield len(chunk), future.result()
        except (FutureTimeout, ProcessExpired, MemoryError) as lost:
            if len(chunk) == 1 and (again or not isinstance(lost, ProcessExpired)):
                yield 1, self._work.failed(chunk[0], _failure(lost, self._settings))
                return
            alone = [([item], self._schedule([item])) for item in chunk]
            for single, trial in alone:
                yield from self._finish(single, trial, again=True)

    def __enter__(self) -> Workers[Item, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def run(work: Work[Item, Result], items: Iterator[Item], settings: Settings) -> Iterator[tuple[int, Result]]:
    """:meth:`Workers.run` for a single batch."""
    with Workers(work, settings) as workers:
        yield from workers.run(items)


def chunks(items: Iterator[Item], size: Callable[[Item], int]) -> Iterator[Sequence[Item]]:
    """Split ``items`` in order into chunks of at most CHUNK_ITEMS and about CHUNK_BYTES."""
    chunk: list[Item] = []
    weight = 0
    for item in items:
        if chunk and (len(chunk) >= CHUNK_ITEMS or weight + size(item) > CHUNK_BYTES):
            yield chunk
            chunk, weight = [], 0
        chunk.append(item)
        weight += size(item)
    if chunk:
        yield chunk


def _failure(lost: BaseException, settings: Settings) -> Failure:
    if isinstance(lost, FutureTimeout):
        return Failure("timeout", f"took over {settings.page_seconds:g} s; its worker was killed")
    if isinstance(lost, MemoryError):
        return Failure("memory", f"needed over {settings.worker_memory_mb} MB")
    return Failure("crashed", f"its worker process died with exit code {getattr(lost, 'exitcode', None)}")


def _start(start: Callable[[Settings], None], settings: Settings, environment: dict[str, str]) -> None:
    global _unstarted
    inherit(environment)
    try:
        start(settings)
    except (SettingsError, OSError) as why:
        # Raised here it would only kill worker after worker, and nobody would learn why.
        _unstarted = why
        return
    if sys.platform != "linux":
        return  # elsewhere RLIMIT_AS is not enforced, or counts what is only reserved
    ceiling = _address_space() + settings.worker_memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _run_chunk(function: Callable[[Sequence[Item]], Result], chunk: Sequence[Item]) -> Result:
    if _unstarted is not None:
        raise _unstarted
    return function(chunk)


def _address_space() -> int:
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()
