"""What files say that no reader's table knows: paths of source elements, counted; writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from depeche import batch as workers
from depeche.batch import Failure, Work
from depeche.clean import clean
from depeche.pipeline.inspect import Given, given, size
from depeche.pipeline.progress import Progress
from depeche.records import CleanDispatch, Record, Reject
from depeche.settings import Settings


class UnmappedPath(Record, frozen=True, kw_only=True):
    """A path that ``dispatches`` of a format hold; ``example`` is the first payload with it."""

    format: str
    path: str
    dispatches: int
    example: str


class Unmapped(Record, frozen=True, kw_only=True):
    """``read`` dispatches and ``refused`` records were looked at; ``paths``, the most frequent first."""

    read: int
    refused: int
    paths: list[UnmappedPath]


class Seen(NamedTuple):
    """What one payload gave: (format, path) of each dispatch's unmapped paths."""

    input: str
    read: int
    refused: int
    paths: list[tuple[str, str]]


def unmapped(settings: Settings, paths: Sequence[Path], progress: Progress | None = None) -> Unmapped:
    """Read the payloads of ``paths`` and count what their readers neither map nor leave out on purpose."""
    work: Work[Given, list[Seen]] = Work(_start, run, failed, size)
    counts: dict[tuple[str, str], tuple[int, str]] = {}
    read = refused = done = 0
    for count, seen in workers.run(work, given(settings, paths), settings):
        done += count
        if progress:
            progress("read", done, 0)
        for one in seen:
            read, refused = read + one.read, refused + one.refused
            for key in one.paths:
                times, example = counts.get(key, (0, one.input))
                counts[key] = times + 1, example
    found = [
        UnmappedPath(format=name, path=path, dispatches=times, example=example)
        for (name, path), (times, example) in counts.items()
    ]
    found.sort(key=lambda row: (-row.dispatches, row.format, row.path))
    return Unmapped(read=read, refused=refused, paths=found)


def _start(settings: Settings) -> None:
    """Reading alone needs nothing compiled."""


def run(chunk: Sequence[Given]) -> list[Seen]:
    """What some payloads gave."""
    return [_one(item) for item in chunk]


def _one(item: Given) -> Seen:
    if item.refused:
        return Seen(item.input, 0, 1, [])
    try:
        found = clean(item.raw)
    except Reject:
        return Seen(item.input, 0, 1, [])
    whole = [record for record in found if isinstance(record, CleanDispatch)]
    paths = [(record.format, path) for record in whole for path in record.unmapped]
    return Seen(item.input, len(whole), len(found) - len(whole), paths)


def failed(item: Given, failure: Failure) -> list[Seen]:
    """A payload whose worker was lost is a refused one."""
    return [Seen(item.input, 0, 1, [])]
