"""Run a function over a batch in worker processes that can be killed.

A payload that hangs, crashes its process or eats all memory costs itself and nothing
else: its chunk is run again one by one, the culprit is answered for by ``failed`` with
the reason, its neighbours go on.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Generic, NamedTuple, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from depeche.settings import Settings

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK_ITEMS = 250
CHUNK_BYTES = 4_000_000
# Chunks waiting or running a worker: enough to keep it busy, few enough to keep memory flat.
AHEAD = 3


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


def run(work: Work[Item, Result], items: Iterator[Item], settings: Settings) -> Iterator[tuple[int, Result]]:
    """Yield (number of items, result) for each chunk, in the order of ``items``.

    Runs on ``settings.processes`` workers; a single item may take ``settings.page_seconds``
    seconds and let its worker grow by ``settings.worker_memory_mb``. An exception that
    ``work.run`` raises itself is a defect and is raised here.
    """
    # A server forked while the parent may already have threads is not safe; forkserver is.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([work.run.__module__])
    pool = ProcessPool(
        max_workers=settings.processes, initializer=_start, initargs=[work.start, settings], context=context
    )
    try:
        waiting: deque[tuple[Sequence[Item], ProcessFuture[Result]]] = deque()
        for chunk in chunks(items, work.size):
            waiting.append((chunk, _schedule(pool, work, chunk, settings)))
            if len(waiting) >= AHEAD * settings.processes:
                yield from _finish(pool, work, *waiting.popleft(), settings)
        while waiting:
            yield from _finish(pool, work, *waiting.popleft(), settings)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


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


def _schedule(
    pool: ProcessPool, work: Work[Item, Result], chunk: Sequence[Item], settings: Settings
) -> ProcessFuture[Result]:
    return pool.schedule(_run_chunk, args=[work.run, chunk], timeout=settings.page_seconds)


def _finish(
    pool: ProcessPool,
    work: Work[Item, Result],
    chunk: Sequence[Item],
    future: ProcessFuture[Result],
    settings: Settings,
) -> Iterator[tuple[int, Result]]:
    try:
        yield len(chunk), future.result()
    except (FutureTimeout, ProcessExpired, MemoryError) as lost:
        if len(chunk) == 1:
            yield 1, work.failed(chunk[0], _failure(lost, settings))
            return
        alone = [([item], _schedule(pool, work, [item], settings)) for item in chunk]
        for single, again in alone:
            yield from _finish(pool, work, single, again, settings)


def _failure(lost: BaseException, settings: Settings) -> Failure:
    if isinstance(lost, FutureTimeout):
        return Failure("timeout", f"took over {settings.page_seconds:g} s; its worker was killed")
    if isinstance(lost, MemoryError):
        return Failure("memory", f"needed over {settings.worker_memory_mb} MB")
    return Failure("crashed", f"its worker process died with exit code {getattr(lost, 'exitcode', None)}")


def _start(start: Callable[[Settings], None], settings: Settings) -> None:
    start(settings)
    if sys.platform != "linux":
        return  # elsewhere RLIMIT_AS is not enforced, or counts what is only reserved
    ceiling = _address_space() + settings.worker_memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _run_chunk(function: Callable[[Sequence[Item]], Result], chunk: Sequence[Item]) -> Result:
    return function(chunk)


def _address_space() -> int:
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()
