"""Is the archive whole? The lake's invariants, and every row's raw bytes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from depeche import clock, lake
from depeche.ingest import rawstore
from depeche.pipeline.progress import Progress
from depeche.settings import Settings

# What is wrong with one thing may be wrong with a million: so many of a kind are told.
TOLD = 20


def verify(
    settings: Settings, *, sample: int | None = None, progress: Progress | None = None
) -> dict[str, Any]:
    """Check the invariants of the archive; changes nothing, may run beside writers.

    ``sample`` limits the reading of raw bytes to so many batches, others each day, so that
    a check a day comes round to all. Gives ``sound``, ``checks`` (name → number of
    problems), ``problems`` (at most 20 a check) and ``raw_batches`` read. Raises NoLake.
    """
    found: dict[str, list[str]] = {}
    for name, problems in lake.verify(settings):
        found[name] = problems
        if progress:
            progress(name, len(found), 0)
    batches = chosen(rawstore.batches(settings), sample, clock.now().date().toordinal())
    found["raw digests"] = list(_raw(settings, batches, progress))
    found["raw references"] = list(_references(settings))
    found["orphans"] = [
        f"{file}: no snapshot knows it; remove it: depeche maintain" for file in lake.orphans(settings)
    ]
    return {
        "sound": not any(found.values()),
        "checks": {name: len(problems) for name, problems in found.items()},
        "problems": [f"{name}: {each}" for name, problems in found.items() for each in problems[:TOLD]],
        "raw_batches": len(batches),
    }


def chosen(batches: list[str], sample: int | None, day: int) -> list[str]:
    """The batches whose raw bytes are read on a day (its number): all, or ``sample`` of them in turn."""
    if sample is None or sample >= len(batches):
        return batches
    return [batches[(day * sample + n) % len(batches)] for n in range(sample)]


def _raw(settings: Settings, batches: list[str], progress: Progress | None) -> Iterator[str]:
    for at, batch in enumerate(batches, 1):
        yield from rawstore.verify(settings, batch)
        if progress:
            progress("raw", at, len(batches))


def _references(settings: Settings) -> Iterator[str]:
    """Rows whose raw bytes are not where they say, or are other bytes."""
    try:
        for batch, group in groupby(lake.raw_digests(settings), lambda pair: rawstore.batch_of(pair[0])):
            yield from _of_batch(settings, batch, list(group))
    except lake.LakeError as error:
        yield f"cannot be checked: {error}"


def _of_batch(settings: Settings, batch: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    try:
        stored = {ref.raw_uri: ref.raw_sha256 for ref in rawstore.refs(settings, batch)}
    except rawstore.RawStoreError as error:
        yield f"{len(rows)} rows are from a batch that cannot be read: {error}"
        return
    for raw_uri, digest in rows:
        if stored.get(raw_uri) != digest:
            state = "is not in the raw store" if raw_uri not in stored else "has other bytes there"
            yield f"{raw_uri}: {state}"
