"""The account of a run: what was taken, what became of it, and what is missing.

Works on the plain values that travel between tasks, any of which is None (or shorter than it
should be) where the task that makes it failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

COUNTS = ("taken", "accepted", "quarantined", "known")
_NAMED = 5  # a message names at most this many, then counts


def chunks(items: Sequence[str], most: int, apiece: int = 1) -> list[list[str]]:
    """The items in order in at most ``most`` lists, whose lengths differ by at most one.

    There are no more lists than lists of ``apiece`` items would be.
    """
    count = min(most, -(-len(items) // apiece))
    size, larger = divmod(len(items), count or 1)
    ends = [0]
    for index in range(count):
        ends.append(ends[-1] + size + (index < larger))
    return [list(items[start:end]) for start, end in pairwise(ends)]


def account(
    feeds: Sequence[str] | None,
    ingested: Sequence[dict[str, Any]],
    planned: Sequence[Sequence[str]] | None,
    processed: Sequence[Sequence[dict[str, Any]]],
    verdicts: Sequence[dict[str, Any]] | None,
    published: dict[str, Any] | None,
) -> dict[str, Any]:
    """Sum up a run: ``ingest`` (payloads), ``publish`` (records), ``batches`` and ``missing``.

    ``missing`` holds a sentence for each thing the run should have done and did not: empty
    means that all that was taken is accounted for.
    """
    staged = {batch["batch_id"]: batch["raw_file"] for some in processed for batch in some}
    sums = published or {}
    published_counts = {name: sums.get(name, 0) for name in COUNTS[1:]}
    return {
        "ingest": {name: sum(tally[name] for tally in ingested) for name in COUNTS},
        "publish": {"taken": sum(published_counts.values()), **published_counts},
        "batches": len(sums.get("batches", ())),
        "missing": [
            *_lost(feeds, [tally["feed"] for tally in ingested], "feeds", "feeds", "ingested", "ingest"),
            *_lost(
                None if planned is None else [batch for some in planned for batch in some],
                list(staged.values()),
                "plan",
                "batches",
                "processed",
                "process",
            ),
            *_held(verdicts, staged),
            *(["nothing was published: see the task publish"] if published is None else []),
        ],
    }


def _lost(
    wanted: Sequence[str] | None, done: Sequence[str], before: str, what: str, verb: str, task: str
) -> list[str]:
    if wanted is None:
        return [f"no {what} could be {verb}: see the task {before}"]
    lost = [name for name in wanted if name not in set(done)]
    if not lost:
        return []
    named = ", ".join(lost[:_NAMED]) + (f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else "")
    return [f"{len(lost)} of {len(wanted)} {what} not {verb}, see the task {task}: {named}"]


def _held(verdicts: Sequence[dict[str, Any]] | None, staged: dict[str, str]) -> list[str]:
    if verdicts is None:
        return ["no batch was judged: see the task validate"]
    return [
        f"{staged.get(verdict['batch'], verdict['batch'])} is held at the gate: {', '.join(verdict['failures'])}"
        for verdict in verdicts
        if not verdict["passed"]
    ]
