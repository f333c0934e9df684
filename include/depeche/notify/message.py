"""What a message says: the cause in the first line, then the run, its tally and where to look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from depeche.records import Record

SUBJECT = 150


class Message(Record, frozen=True, kw_only=True):
    """``cause`` is one line; ``facts`` are what a machine would ask for (JSON values only)."""

    subject: str
    cause: str
    lines: list[str]
    link: str
    facts: dict[str, Any]

    @property
    def text(self) -> str:
        """The whole, in plain text."""
        return "\n".join([self.cause, "", *self.lines, "", self.link])


def failed(
    dag_id: str,
    run_id: str,
    partition_key: str | None,
    reason: str,
    account: Mapping[str, Any] | None,
    link: str,
) -> Message:
    """Of a run that failed. ``account`` is ``depeche.account.account``'s; None where it did not get that far."""
    missing = [_line(one) for one in (account or {}).get("missing", [])]
    cause = missing[0] if missing else _line(reason)
    lines = [_run(dag_id, run_id, partition_key), *(f"also: {one}" for one in missing[1:])]
    for stage, what in (("ingest", "payloads"), ("publish", "records")):
        if account and stage in account:
            counts = account[stage]
            names = ("taken", "accepted", "quarantined", "known")
            lines.append(f"{stage} ({what}): " + ", ".join(f"{counts[name]:,} {name}" for name in names))
    if account and "batches" in account:
        lines.append(f"{account['batches']:,} batches published")
    lines.append('What to do: docs/operations.md, "When a run has failed"')
    facts = {"state": "failed", "account": dict(account) if account else None}
    return _message(f"{dag_id} failed: {cause}", cause, lines, link, dag_id, run_id, partition_key, facts)


def late(dag_id: str, run_id: str, partition_key: str | None, hours: float, link: str) -> Message:
    """Of a run that should have ended."""
    cause = f"{dag_id} is late: begun over {hours:g} h ago and not done (DEPECHE_LATE_HOURS)"
    lines = [_run(dag_id, run_id, partition_key), "It goes on. Look which task runs, waits or is tried again"]
    return _message(cause, cause, lines, link, dag_id, run_id, partition_key, {"state": "late"})


def _message(
    subject: str,
    cause: str,
    lines: list[str],
    link: str,
    dag_id: str,
    run_id: str,
    partition_key: str | None,
    facts: dict[str, Any],
) -> Message:
    facts = {"dag_id": dag_id, "run_id": run_id, "partition_key": partition_key, **facts}
    short = subject if len(subject) <= SUBJECT else subject[: SUBJECT - 1] + "…"
    return Message(subject=f"Dépêche: {short}", cause=cause, lines=lines, link=link, facts=facts)


def _run(dag_id: str, run_id: str, partition_key: str | None) -> str:
    return f"{dag_id}, run {run_id}" + (f", partition {partition_key}" if partition_key else "")


def _line(text: str) -> str:
    return " ".join(text.split())
