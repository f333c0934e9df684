"""The whole pipeline without Airflow, and how things stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from depeche import clock, query
from depeche import ingest as feeds_in
from depeche.pipeline import staging
from depeche.pipeline.collect import check, feed_ids, feed_list, ingest, ingest_paths
from depeche.pipeline.plan import plan
from depeche.pipeline.process import process
from depeche.pipeline.progress import Progress
from depeche.pipeline.publish import clear, publish
from depeche.pipeline.validate import ROUND, validate
from depeche.records import GateClosed, Reject
from depeche.settings import Settings, SettingsError


def run(settings: Settings, paths: Sequence[Path] = (), progress: Progress | None = None) -> dict[str, Any]:
    """The whole pipeline without Airflow, on all enabled feeds or on the given paths.

    A feed that cannot be had does not keep the others back: ``unreachable`` of what is given
    says which and why. Without paths whatever waits of the declared feeds is published too, such
    as what ``depeche ingest`` brought of one that is not enabled.
    """
    check(settings)
    failed: dict[str, str] = {}
    if paths:
        taken = [ingest_paths(settings, paths, progress)]
    else:
        taken, failed = _ingest_all(settings, feed_ids(settings), progress)
    totals: dict[str, Any] = {
        "ingest": taken,
        "unreachable": failed,
        "accepted": 0,
        "known": 0,
        "quarantined": 0,
        "batches": [],
    }
    held: list[str] = []
    clear(settings)
    # Of a feed that has ended nobody knows any more what it declared.
    others = [] if paths else [row["feed"] for row in feed_list(settings)]
    batches = plan(settings, ["files", *others])
    for some in (batches[at : at + ROUND] for at in range(0, len(batches), ROUND)):
        staged = [done["batch_id"] for done in process(settings, some, progress)]
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
        except (feeds_in.FeedUnreachable, Reject, SettingsError) as why:
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
    return {"waiting": len(plan(settings)), "held": held}


def data_docs(
    settings: Settings, limit: int = 100, batches: Sequence[str] | None = None, into: Path | None = None
) -> Path | None:
    """Build Great Expectations' Data Docs of the last ``limit`` batches, or of those given (ids).

    Gives the site's ``index.html``, in ``into`` or in ``data-docs``; None where none was judged.
    Those given may be held: then their result is in staging.
    """
    from depeche.validate import docs_site

    kept = [docs_site.Kept(*row) for row in query.validations(settings, limit, batches)]
    for batch in sorted(set(batches or ()) - {one.batch_id for one in kept}):
        if result := staging.validation(settings, batch):
            kept.append(docs_site.Kept(batch, clock.now(), result))
    return docs_site.build(settings, kept, into) if kept else None
