"""What a person decides of a batch that the gate holds: release it, make it again otherwise, or drop it.

Nothing is lost by any of it: what is dropped lies in quarantine, with the reason that was given.
Every decision is a row of ``decisions`` in the lake.
"""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from depeche import clock, lake, query, schema
from depeche import settings as setting
from depeche.batchfile import Batch
from depeche.lake import staged as staged_files
from depeche.pipeline import staging
from depeche.pipeline.apart import apart
from depeche.pipeline.process import Wanted, process_each
from depeche.pipeline.publish import publish
from depeche.pipeline.validate import validate
from depeche.records import GateClosed, Record, Reject
from depeche.settings import Settings, SettingsError
from depeche.validate import keep, kept

# Whoever is asked and does not answer is asked again after so many days.
ASK_AGAIN_DAYS = 7
# Settings by which a batch may be made again; the others say where things are.
CHANGEABLE = ("gate_", "page_seconds", "worker_memory_mb", "max_", "no_archive")


class Answer(Record, frozen=True, kw_only=True):
    """Who decided, why, when; ``changes`` are the settings (``DEPECHE_…``) to make it again with."""

    by: str
    why: str
    at: datetime
    changes: dict[str, str] = {}


def answer(
    why: str, changes: Mapping[str, Any] | None = None, by: str = "", at: datetime | None = None
) -> Answer:
    """An answer; by default of whoever runs this, now. Raises SettingsError where it gives no reason."""
    if not why.strip():
        raise SettingsError("reason: say in a few words why; it is kept with the decision")
    given = {str(name): str(value) for name, value in (changes or {}).items()}
    return Answer(by=by or getpass.getuser(), why=" ".join(why.split()), at=at or clock.now(), changes=given)


def look(settings: Settings, batch: str) -> dict[str, Any]:
    """What a held batch holds, for whoever decides: rules it broke, counts, reasons, examples.

    Raises Reject where the batch is not held (any more).
    """
    described, failures = _held(settings, batch)
    with staging.at_hand(settings, batch) as files:
        refused = [row for name in ("rejected", "refused") for row in _rows(files / f"{name}.parquet")]
        accepted = pq.read_metadata(files / "accepted.parquet").num_rows
    return {
        "batch": batch,
        "feed": described.feed_id,
        "raw_file": described.raw_file,
        "failures": failures,
        "accepted": accepted,
        "quarantined": len(refused),
        "reasons": dict(Counter(row["reason"] for row in refused).most_common()),
        "examples": [f"{row['raw_name']}: {row['reason']}: {row['detail']}"[:300] for row in refused[:5]],
    }


def question(settings: Settings, batch: str) -> dict[str, str]:
    """``look`` as a question to a person: ``batch``, ``subject`` and ``body`` (Markdown). Raises Reject."""
    seen = look(settings, batch)
    reasons = ", ".join(f"{count} {reason}" for reason, count in seen["reasons"].items()) or "nothing"
    body = [
        *(f"- {failure}" for failure in seen["failures"]),
        f"\nBatch `{batch}`, `{seen['raw_file']}`: {seen['accepted']} rows wait to be published; "
        f"in quarantine: {reasons}.\n",
        *(f"    {example}" for example in seen["examples"]),
        "\n**release**: publish it as it is. **replay**: make it again with the `settings` you give. "
        "**drop**: its rows go to quarantine. The `reason` is kept.",
    ]
    subject = f"{seen['feed']}: a batch is held: {'; '.join(seen['failures'])}"
    return {"batch": batch, "subject": subject[:200], "body": "\n".join(body)}


def to_ask(settings: Settings, batches: list[str]) -> list[str]:
    """Of held batches those that nobody was asked about yet, or not for a week; now they count as asked."""
    asked = []
    for batch in batches:
        if staging.read(settings, batch) is None:
            continue
        with staging.at_hand(settings, batch) as files:
            marker = files / "asked.txt"
            if marker.exists():
                at = datetime.fromisoformat(marker.read_text())
                if clock.now() - at < timedelta(days=ASK_AGAIN_DAYS):
                    continue
            marker.write_text(clock.now().isoformat())
        asked.append(batch)
    return asked


def release(settings: Settings, batch: str, given: Answer) -> dict[str, Any]:
    """Publish the batch as it is, in spite of the rules it broke."""
    described, failures = _held(settings, batch)
    return _done(settings, "release", described, failures, given, apart(_publish_by_hand, settings, batch))


def drop(settings: Settings, batch: str, given: Answer) -> dict[str, Any]:
    """Publish none of its rows: all go to quarantine as ``dropped``, with the reason that was given."""
    described, failures = _held(settings, batch)
    with staging.hold(settings, batch), staging.at_hand(settings, batch) as files:
        _refuse_all(files, batch, f"dropped by {given.by}: {given.why}")
    return _done(settings, "drop", described, failures, given, apart(_publish_by_hand, settings, batch))


def replay(settings: Settings, batch: str, given: Answer) -> dict[str, Any]:
    """Make the batch again from its raw bytes under ``given.changes``, judge and publish it.

    Raises SettingsError for changes that are none, GateClosed where it does not pass either: then
    it stays held as it was.
    """
    described, failures = _held(settings, batch)
    otherwise = changed(settings, given.changes)
    salt = sha256(msgspec.json.encode(otherwise, enc_hook=str)).hexdigest()
    wanted = Wanted(described.raw_file, described.raw_uris, salt)
    again = process_each(otherwise, [wanted])[0]["batch_id"]
    [verdict] = validate(otherwise, [again])
    if not verdict["passed"]:
        staging.remove(settings, again)
        raise GateClosed(f"{described.raw_file} does not pass so either: {'; '.join(verdict['failures'])}")
    totals = publish(otherwise, [again])
    staging.remove(settings, batch)
    counts = {name: totals[name] for name in ("accepted", "quarantined", "known")}
    return _done(settings, "replay", described, failures, given, counts)


def changed(settings: Settings, changes: Mapping[str, str]) -> Settings:
    """The settings with these changes. Raises SettingsError where there are none or one may not be changed."""
    names = [name.removeprefix("DEPECHE_").lower() for name in changes]
    if not names:
        raise SettingsError('settings: say what to change, such as {"DEPECHE_GATE_MAX_SHARE_UNDATED": "0.9"}')
    loaded = setting.load(dict(changes))
    if refused := [f"DEPECHE_{name.upper()}" for name in names if not name.startswith(CHANGEABLE)]:
        raise SettingsError(
            f"settings: {', '.join(refused)} cannot be changed for one batch; DEPECHE_GATE_… can"
        )
    return msgspec.structs.replace(settings, **{name: getattr(loaded, name) for name in names})


class NotHeld(Reject):
    """A question about a batch that nobody has to decide of: no refusal of input, so not in the list of reasons."""


def _held(settings: Settings, batch: str) -> tuple[Batch, list[str]]:
    described, failures = staging.read(settings, batch), staging.failures(settings, batch)
    if described is None or not failures:
        raise NotHeld("not_held", f"batch {batch} is not held (any more): see depeche status")
    return described, failures


def _publish_by_hand(settings: Settings, batch: str) -> dict[str, int]:
    lake.ensure(settings, query.definitions())
    with staging.hold(settings, batch):
        with staging.at_hand(settings, batch) as files:
            done = lake.publish(files, settings, by_hand=True)
        staging.remove(settings, batch)
    return {name: getattr(done, name) for name in ("accepted", "quarantined", "known")}


def _refuse_all(folder: Path, batch: str, detail: str) -> None:
    """Turn the accepted rows of a staged batch into refusals."""
    accepted, refused = (schema.read_parquet(folder / f"{name}.parquet") for name in ("accepted", "refused"))
    count = accepted.num_rows
    refusals = staged_files.refusals(accepted, batch, "dropped", [detail] * count)
    verdict = kept(folder)
    tally = msgspec.structs.replace(
        verdict.tally,
        accepted=0,
        quarantined=refused.num_rows + count,
        reasons={**verdict.tally.reasons, **({"dropped": count} if count else {})},
    )
    verdict = msgspec.structs.replace(verdict, tally=tally)
    keep(folder, schema.DISPATCH_REVISIONS.empty_table(), pa.concat_tables([refused, refusals]), verdict)


def _rows(file: Path) -> list[dict[str, Any]]:
    return schema.read_parquet(file).to_pylist()


def _done(
    settings: Settings,
    decision: str,
    described: Batch,
    failures: list[str],
    given: Answer,
    counts: Mapping[str, int],
) -> dict[str, Any]:
    row = {
        "decided_at": given.at,
        "decided_by": given.by,
        "decision": decision,
        "reason": given.why,
        "batch_id": described.batch_id,
        "feed_id": described.feed_id,
        "raw_file": described.raw_file,
        "failures": failures,
        "changes": msgspec.json.encode(given.changes).decode() if given.changes else None,
        **counts,
    }
    apart(lake.record_decision, settings, row)
    return {**row, "decided_at": given.at.isoformat()}
