"""The stages as the DAGs and the command line run them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from depeche import authority, lake, query
from depeche import batch as workers
from depeche import ingest as feeds_in
from depeche.ingest import feeds, rawstore
from depeche.pipeline import staging, worker
from depeche.pipeline.apart import apart
from depeche.pipeline.staging import Batch
from depeche.records import GateClosed, Reject, Tally
from depeche.settings import Settings, SettingsError

Interval = tuple[date, date]
# Told while work goes on: stage, units done, units in all (0 where nobody knows yet).
Progress = Callable[[str, int, int], None]


# Batches judged and published together by ``run``: bounds what waits in staging.
ROUND = 50


def check(settings: Settings) -> None:
    """Raise SettingsError, with file and line, where settings, feeds or authority are wrong."""
    feeds.load(settings.feeds)
    authority.load(settings.authority, settings.cache)


def feed_ids(settings: Settings) -> list[str]:
    """The enabled feeds, in the order of ``feeds.yml``."""
    return [feed.id for feed in feeds.load(settings.feeds).values() if feed.enabled]


def feed_list(settings: Settings) -> list[dict[str, Any]]:
    """Every declared feed in a row: id, kind, location, agency, enabled, where it is declared."""
    return [
        {
            "feed": feed.id,
            "kind": feed.kind,
            "location": feed.url or str(feed.location),
            "agency": feed.agency,
            "enabled": feed.enabled,
            "declared_at": feed.declared_at,
        }
        for feed in feeds.load(settings.feeds).values()
    ]


def ingest(
    settings: Settings,
    feed_id: str,
    interval: Interval | None = None,
    progress: Progress | None = None,
    connection: str | None = None,
) -> dict[str, Any]:
    """Bring a feed's payloads into the raw store. Gives the tally.

    ``interval`` is (first day, day after the last); ``connection`` the account of a feed that
    needs one (``connection_of``), as Airflow writes connections. Raises SettingsError for a
    feed that is not declared, and what ``depeche.ingest.ingest`` raises.
    """
    tally = feeds_in.ingest(
        _declared(settings, feed_id),
        settings,
        now=worker.now(),
        interval=interval,
        connection=connection,
        progress=_counting(progress),
    )
    return _plain(tally.check())


def connection_of(settings: Settings, feed_id: str) -> str | None:
    """The id of the connection that a feed needs, or None."""
    feed = _declared(settings, feed_id)
    return feed.connection if feed.kind == "core-api" else None


def check_feed(settings: Settings, feed_id: str) -> dict[str, Any]:
    """Try a feed and say what it would take; takes nothing. Raises SettingsError as ``ingest``."""
    return _plain(feeds_in.check(_declared(settings, feed_id), settings))


def _declared(settings: Settings, feed_id: str) -> feeds.Feed:
    declared = feeds.load(settings.feeds)
    if feed_id not in declared:
        raise SettingsError(f"{settings.feeds}: no feed {feed_id!r}; there are {', '.join(declared)}")
    return declared[feed_id]


def ingest_paths(
    settings: Settings, paths: Sequence[Path], progress: Progress | None = None
) -> dict[str, Any]:
    """Bring files and folders that belong to no declared feed into the raw store (feed ``files``)."""
    tally = feeds_in.ingest_paths(
        paths, feed_id="files", settings=settings, now=worker.now(), progress=_counting(progress)
    )
    return _plain(tally.check())


def plan(settings: Settings, feed_ids: Sequence[str] | None = None, limit: int | None = 300) -> list[str]:
    """References of the oldest batches that were never published, at most ``limit`` (None: all)."""
    done = {raw_file for raw_file, _ in lake.published(settings)}
    batches = [batch for batch in rawstore.batches(settings) if batch not in done]
    if feed_ids is not None:
        batches = [batch for batch in batches if batch.split("/")[0] in set(feed_ids)]
    return batches[:limit]


def process(
    settings: Settings,
    batch: str,
    *,
    raw_uris: Sequence[str] | None = None,
    salt: str = "",
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Clean and normalise one batch into staging. A batch staged already is left as it is."""
    payloads = staging.refs(settings, batch, raw_uris)
    version = staging.code_version(settings)
    described = Batch(
        batch_id=staging.batch_id(payloads, version, salt),
        feed_id=batch.split("/")[0],
        raw_file=batch,
        code_version=version,
        payloads=len(payloads),
        tallies={},
        raw_uris=list(raw_uris) if raw_uris is not None else None,
    )
    with staging.hold(settings, described.batch_id):
        staged = staging.read(settings, described.batch_id)
        if staged is None:
            results = workers.run(worker.WORK, iter(payloads), settings)
            staged = staging.write(settings, described, _told(results, "process", len(payloads), progress))
    return _plain(staged)


def validate(settings: Settings, batches: Sequence[str]) -> list[dict[str, Any]]:
    """Judge staged batches (by id). Gives a verdict each, in the same order."""
    verdicts: list[dict[str, Any]] = []
    for at in range(0, len(batches), ROUND):
        # Great Expectations takes seconds to import: once for a round.
        verdicts += apart(_judge, settings, list(batches[at : at + ROUND]))
    return verdicts


def _judge(settings: Settings, batches: Sequence[str]) -> list[dict[str, Any]]:
    from depeche.validate import validate as judge

    verdicts = []
    for batch in batches:
        with staging.hold(settings, batch):
            if staging.read(settings, batch) is None:
                continue  # published and removed by an earlier try, or by another run
            verdict = judge(staging.folder(settings, batch), settings)
        verdicts.append(
            {
                "batch": batch,
                "passed": verdict.passed,
                "failures": verdict.failures,
                "tally": _plain(verdict.tally.check()),
            }
        )
    return verdicts


def publish(settings: Settings, batches: Sequence[str], *, replay: bool = False) -> dict[str, Any]:
    """Publish the batches (by id) that passed, in order, each in one transaction.

    Raises GateClosed after that where a batch did not pass: it stays staged.
    """
    apart(lake.ensure, settings, query.definitions())
    totals: dict[str, Any] = {"accepted": 0, "known": 0, "quarantined": 0, "batches": [], "held": []}
    for batch in batches:
        done = apart(_publish, settings, batch, replay)
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


def _publish(settings: Settings, batch: str, replay: bool) -> lake.Published | list[str] | None:
    """Publish one batch; what the gate holds against it, or None where it is no longer staged."""
    with staging.hold(settings, batch):
        if staging.read(settings, batch) is None:
            return None  # published and removed by an earlier try, or by another run
        failures = staging.failures(settings, batch)
        if failures:
            return failures
        done = lake.publish(staging.folder(settings, batch), settings, replay=replay)
        staging.remove(settings, batch)
        return done


def run(settings: Settings, paths: Sequence[Path] = (), progress: Progress | None = None) -> dict[str, Any]:
    """The whole pipeline without Airflow, on all enabled feeds or on the given paths.

    A feed of the web that cannot be had does not keep the others back: ``unreachable`` of
    what is given says which and why.
    """
    check(settings)
    failed: dict[str, str] = {}
    if paths:
        taken = [ingest_paths(settings, paths, progress)]
        sources = ["files"]
    else:
        sources = feed_ids(settings)
        taken, failed = _ingest_all(settings, sources, progress)
    totals: dict[str, Any] = {
        "ingest": taken,
        "unreachable": failed,
        "accepted": 0,
        "known": 0,
        "quarantined": 0,
        "batches": [],
    }
    held: list[str] = []
    batches = plan(settings, sources, limit=None)
    for some in (batches[at : at + ROUND] for at in range(0, len(batches), ROUND)):
        staged = [process(settings, batch, progress=progress)["batch_id"] for batch in some]
        if progress:
            progress("validate", 0, 0)
        validate(settings, staged)
        if progress:
            progress("publish", 0, 0)
        try:
            done = publish(settings, staged)
        except GateClosed as closed:
            held.append(str(closed))
            continue
        for name in ("accepted", "known", "quarantined", "batches"):
            totals[name] += done[name]
    if held:
        raise GateClosed("; ".join(held))
    return totals


def _ingest_all(
    settings: Settings, sources: Sequence[str], progress: Progress | None
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The tallies of the feeds, and why some could not be had."""
    taken, failed = [], {}
    for feed in sources:
        try:
            taken.append(ingest(settings, feed, progress=progress))
        except (feeds_in.FeedUnreachable, Reject) as why:
            failed[feed] = str(why)
    return taken, failed


def waiting(settings: Settings) -> dict[str, Any]:
    """Batches not yet published: how many wait, and which the gate holds, with the reasons."""
    held = []
    for batch in staging.staged_ids(settings):
        failures = staging.failures(settings, batch)
        described = staging.read(settings, batch)
        if failures and described is not None:
            held.append({"batch": batch, "raw_file": described.raw_file, "failures": failures})
    return {"waiting": len(plan(settings, limit=None)), "held": held}


def data_docs(settings: Settings, limit: int = 100) -> Path | None:
    """Build Great Expectations' Data Docs of the last ``limit`` batches; None where there are none."""
    from depeche.validate import docs_site

    kept = [docs_site.Kept(*row) for row in query.validations(settings, limit)]
    return docs_site.build(settings, kept) if kept else None


def _told(
    results: Iterator[tuple[int, worker.Staged]], stage: str, total: int, progress: Progress | None
) -> Iterator[tuple[int, worker.Staged]]:
    done = 0
    for count, result in results:
        done += count
        if progress:
            progress(stage, done, total)
        yield count, result


def _counting(progress: Progress | None) -> Callable[[str, int], None] | None:
    if progress is None:
        return None
    done = 0

    def tell(name: str, size: int) -> None:
        nonlocal done
        done += 1
        progress("ingest", done, 0)

    return tell


def _plain(record: Tally | Batch | feeds_in.Check) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain
