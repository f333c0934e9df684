"""How long work says how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

Result = TypeVar("Result")
# Told while work goes on: stage, units done, units in all (0 where nobody knows yet).
Progress = Callable[[str, int, int], None]


def told(
    results: Iterator[tuple[int, Result]], stage: str, total: int, progress: Progress | None
) -> Iterator[tuple[int, Result]]:
    """``results`` (units done, what came of them) as they come, each told."""
    done = 0
    for count, result in results:
        done += count
        if progress:
            progress(stage, done, total)
        yield count, result


def counting(progress: Progress | None) -> Callable[[str, int], None] | None:
    """A function that counts what is ingested, by name and size, and tells it."""
    if progress is None:
        return None
    done = 0

    def tell(name: str, size: int) -> None:
        nonlocal done
        done += 1
        progress("ingest", done, 0)

    return tell
