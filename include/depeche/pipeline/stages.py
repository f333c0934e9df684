"""The stages as the DAGs and the command line run them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from depeche import batch as workers
from depeche import lake, points, query
from depeche.batchfile import Batch
from depeche.ingest import feeds, of_other_days, rawstore
from depeche.ingest.feeds import Feed
from depeche.interval import Interval
from depeche.pipeline import journal, staging, worker
from depeche.pipeline.apart import apart, give_back
from depeche.pipeline.progress import Progress, told
from depeche.pipeline.versions import Versions
from depeche.pipeline.worker import Staged
from depeche.records import GateClosed, RawRef, Tally
from depeche.settings import Settings

# Batches judged and published together by ``run``: bounds what waits in staging.
ROUND = 50


def plan(
    settings: Settings,
    feed_ids: Sequence[str] | None = None,
    interval: Interval | None = None,
) -> list[str]:
    """References of the batches that were never published, oldest first.

    With ``interval`` (first day, day after the last) those that come from the folders of other days
    are left to the runs about them: of runs side by side each does its own.
    """
    done = lake.published(settings)
    batches = [batch for batch in rawstore.batches(settings) if batch not in done]
    if feed_ids is not None:
        batches = [batch for batch in batches if rawstore.feed_of(batch) in set(feed_ids)]
    if interval is not None:
        known = feeds.load(settings.feeds)
        batches = [batch for batch in batches if not _of_other_days(settings, batch, known, interval)]
    return batches


def _of_other_days(settings: Settings, batch: str, known: dict[str, Feed], interval: Interval) -> bool:
    feed = known.get(rawstore.feed_of(batch))
    names = (ref.name for ref in rawstore.refs(settings, batch))
    return feed is not None and of_other_days(feed, names, interval)


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
            _plain(_staged(settings, *coming.popleft(), at_work, results, progress))
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


def validate(settings: Settings, batches: Sequence[str]) -> list[dict[str, Any]]:
    """Judge staged batches (by id). Gives a verdict each, in the same order."""
    verdicts: list[dict[str, Any]] = []
    for at in range(0, len(batches), ROUND):
        # Great Expectations takes seconds to import: once for a round.
        with journal.work(settings, "validate"):
            judged = apart(_judge, settings, list(batches[at : at + ROUND]))
        for verdict in judged:
            _journal_verdict(settings, verdict)
        verdicts += judged
    return verdicts


def _journal_verdict(settings: Settings, verdict: dict[str, Any]) -> None:
    tally = msgspec.convert(verdict["tally"], Tally)
    state = "done" if verdict["passed"] else "held"
    cause = "; ".join(verdict["failures"]) or None
    journal.ended(
        settings,
        "validate",
        state,
        tally.seconds,
        batch=verdict["batch"],
        tallies={"validate": tally},
        cause=cause,
    )


def _judge(settings: Settings, batches: Sequence[str]) -> list[dict[str, Any]]:
    from depeche.validate import validate as judge

    verdicts, damaged = [], []
    for batch in batches:
        with staging.hold(settings, batch):
            if staging.read(settings, batch) is None:
                continue  # published and removed by an earlier try, or by another run
            try:
                with staging.removed_if_damaged(settings, batch), staging.at_hand(settings, batch) as files:
                    verdict = judge(files, settings)
            except lake.StagingDamaged as error:
                damaged.append(str(error))  # the others are judged all the same
                continue
        verdicts.append(
            {
                "batch": batch,
                "passed": verdict.passed,
                "failures": verdict.failures,
                "tally": _plain(verdict.tally.check()),
            }
        )
        give_back()
    if damaged:
        raise lake.StagingDamaged("; ".join(damaged))
    return verdicts


def publish(settings: Settings, batches: Sequence[str], *, replay: bool = False) -> dict[str, Any]:
    """Publish the batches (by id) that passed, in order, each in one transaction.

    Raises GateClosed after that where a batch did not pass: it stays staged.
    """
    apart(lake.ensure, settings, query.definitions())
    clear(settings)
    totals: dict[str, Any] = {"accepted": 0, "known": 0, "quarantined": 0, "batches": [], "held": []}
    for batch in batches:
        done = _published(settings, batch, replay)
        if isinstance(done, list):
            totals["held"].append({"batch": batch, "failures": done})
        elif done is not None:
            for name in ("accepted", "known", "quarantined"):
                totals[name] += getattr(done, name)
            totals["batches"].append(batch)
    if totals["held"]:
        held = "; ".join(f"{h['batch']}: {', '.join(h['failures'])}" for h in totals["held"])
        raise GateClosed(f"{len(totals['held'])} batch(es) not published: {held}")
    return totals


def _published(settings: Settings, batch: str, replay: bool) -> lake.Published | list[str] | None:
    described = staging.read(settings, batch)
    about = {"feed": described.feed_id, "raw_file": described.raw_file} if described else {}
    with journal.work(settings, "publish", batch=batch, **about) as doing:
        done = apart(_publish, settings, batch, replay)
        if isinstance(done, list):
            doing.state = "held"
            doing.note(cause="; ".join(done))
        elif done is not None:
            doing.note(tallies={"publish": done.tally})
    return done


def clear(settings: Settings) -> None:
    """Remove from staging what a run had published, or half made, and did not live to remove."""
    for batch in lake.entered(settings, staging.staged_ids(settings)):
        with staging.hold(settings, batch):
            staging.remove(settings, batch)
    staging.sweep(settings)


def _publish(settings: Settings, batch: str, replay: bool) -> lake.Published | list[str] | None:
    """Publish one batch; what the gate holds against it, or None where it is no longer staged."""
    with staging.hold(settings, batch):
        if staging.read(settings, batch) is None:
            return None  # published and removed by an earlier try, or by another run
        failures = staging.failures(settings, batch)
        if failures:
            return failures
        with staging.removed_if_damaged(settings, batch), staging.at_hand(settings, batch) as files:
            done = lake.publish(files, settings, replay=replay)
        points.reached("published")
        staging.remove(settings, batch)
        return done


def _plain(record: Tally | Batch) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain
