"""Validate: staged batches judged, in a process of its own for as many as make a round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from depeche import lake
from depeche.pipeline import journal, staging
from depeche.pipeline.apart import apart, give_back
from depeche.records import Tally
from depeche.settings import Settings

# Batches judged and published together by ``run``: bounds what waits in staging.
ROUND = 50


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
                "tally": msgspec.to_builtins(verdict.tally.check()),
            }
        )
        give_back()
    if damaged:
        raise lake.StagingDamaged("; ".join(damaged))
    return verdicts
