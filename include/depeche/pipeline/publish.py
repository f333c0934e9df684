"""Publish: batches that passed go into the lake, each in one transaction of a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from depeche import lake, points, query
from depeche.pipeline import journal, staging
from depeche.pipeline.apart import apart
from depeche.records import GateClosed
from depeche.settings import Settings


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
