"""Process: batches of the raw store, cleaned and normalised into staging."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from depeche import batch as workers
from depeche import lake
from depeche.batchfile import Batch
from depeche.ingest import rawstore
from depeche.pipeline import journal, staging, worker
from depeche.pipeline.outcome import Staged
from depeche.pipeline.progress import Progress, told
from depeche.pipeline.versions import Versions
from depeche.records import RawRef
from depeche.settings import Settings


class Wanted(NamedTuple):
    """A batch to make: its file in the raw store, or ``raw_uris`` of it; ``salt`` makes it another batch."""

    raw_file: str
    raw_uris: Sequence[str] | None = None
    salt: str = ""


def process(
    settings: Settings, batches: Sequence[str], progress: Progress | None = None
) -> list[dict[str, Any]]:
    """Clean and normalise batches into staging, all by the same workers. What is staged already stays."""
    return process_each(settings, [Wanted(batch) for batch in batches], progress)


def process_each(
    settings: Settings, wanted: Iterable[Wanted], progress: Progress | None = None
) -> list[dict[str, Any]]:
    """:func:`process`, of parts of batches too."""
    coming: deque[tuple[Batch, list[RawRef]]] = deque()
    versions = Versions(settings)
    published = lake.published(settings)

    def payloads() -> Iterator[Iterator[RawRef]]:
        for one in wanted:
            described, refs = _described(settings, one, versions, published.get(one.raw_file, []))
            coming.append((described, refs))
            is_staged = staging.read(settings, described.batch_id) is not None
            yield iter(() if is_staged else refs)

    with workers.Workers(worker.WORK, settings) as at_work:
        return [
            msgspec.to_builtins(_staged(settings, *coming.popleft(), at_work, results, progress))
            for results in at_work.run_each(payloads())
        ]


def _described(
    settings: Settings, wanted: Wanted, versions: Versions, made_by: Sequence[str]
) -> tuple[Batch, list[RawRef]]:
    refs = staging.refs(settings, wanted.raw_file, wanted.raw_uris)
    feed_id = rawstore.feed_of(wanted.raw_file)
    version = versions.of(feed_id)
    salt = wanted.salt
    if version in made_by and not versions.has_made_all(feed_id, made_by):
        # The version that was the present one before, and is so again: the ledger has its batch already.
        salt += f"\0{len(made_by)}"
    described = Batch(
        batch_id=staging.batch_id(refs, version, salt),
        feed_id=feed_id,
        raw_file=wanted.raw_file,
        code_version=version,
        payloads=len(refs),
        tallies={},
        raw_uris=list(wanted.raw_uris) if wanted.raw_uris is not None else None,
    )
    return described, refs


def _staged(
    settings: Settings,
    described: Batch,
    refs: list[RawRef],
    at_work: workers.Workers[RawRef, Staged],
    results: Iterator[tuple[int, Staged]],
    progress: Progress | None,
) -> Batch:
    """The batch, staged from ``results`` unless it is already."""
    with (
        journal.work(settings, "process", feed=described.feed_id, raw_file=described.raw_file) as doing,
        staging.hold(settings, described.batch_id),
    ):
        staged = staging.read(settings, described.batch_id)
        if staged is None:
            first = next(results, None)
            # None where another run had staged it, and has published and removed it since.
            made = chain([first], results) if first is not None else at_work.run(iter(refs))
            staged = staging.write(settings, described, told(made, "process", len(refs), progress))
        doing.note(batch=staged.batch_id, tallies=staged.tallies)
    return staged
