"""The other tables, and all of them by name."""

from __future__ import annotations

import pyarrow as pa

from depeche.schema.dispatch import DISPATCH_REVISIONS
from depeche.schema.kinds import UTC, column

QUARANTINE = pa.schema(
    [
        column(
            "quarantine_id",
            pa.string(),
            "Hash of stage, reason, raw bytes, name and key: the same refusal has the same id.",
        ),
        column("stage", pa.string(), "Where it stopped: ingest, clean, normalise, validate or publish."),
        column("reason", pa.string(), "Code of the reason (docs/quarantine.md)."),
        column("detail", pa.string(), "What was found, in one sentence."),
        column("raw_uri", pa.string(), "Where the raw bytes are in the raw store.", null=True),
        column("raw_sha256", pa.string(), "SHA-256 of the raw bytes.", null=True),
        column("raw_name", pa.string(), "The delivered file's name."),
        column("feed_id", pa.string(), "The feed that delivered it.", null=True),
        column("collected_at", UTC, "When it was collected."),
        column("dispatch_id", pa.string(), "The dispatch, where it got that far.", null=True),
        column("revision", pa.int64(), "Its revision, where it got that far.", null=True),
        column("batch_id", pa.string(), "The batch that quarantined it."),
    ]
)

BATCHES = pa.schema(
    [
        column(
            "batch_id",
            pa.string(),
            "The batch: hash of its payloads and the code's version. The ledger's key.",
        ),
        column("feed_id", pa.string(), "The feed it comes from."),
        column("raw_file", pa.string(), "The WARC file it consists of."),
        column(
            "code_version",
            pa.string(),
            "Versions of readers, normaliser and authority together, and of what the feed declares.",
        ),
        column("published_at", UTC, "When it was committed."),
        column("payloads", pa.int64(), "Payloads in the batch."),
        column("taken", pa.int64(), "Records in the batch: accepted + quarantined + known."),
        column("accepted", pa.int64(), "Rows this batch added or replaced."),
        column("quarantined", pa.int64(), "Records it quarantined."),
        column("known", pa.int64(), "Records the lake already had."),
        column("seconds", pa.float64(), "Seconds of clean, normalise and validate."),
        column("verdict", pa.string(), "passed, or published by hand despite a failed batch rule."),
        column("tallies", pa.string(), "Tally of every stage, as JSON."),
        column("validation", pa.string(), "Great Expectations' result, as JSON."),
    ]
)

DECISIONS = pa.schema(
    [
        column("decided_at", UTC, "When the person answered."),
        column(
            "decided_by", pa.string(), "Who answered: the name in Airflow, or of the account on the machine."
        ),
        column(
            "decision", pa.string(), "release (published as it was), replay (made again otherwise) or drop."
        ),
        column("reason", pa.string(), "Why, in the person's words."),
        column("batch_id", pa.string(), "The batch that was held."),
        column("feed_id", pa.string(), "The feed it comes from."),
        column("raw_file", pa.string(), "The WARC file it consists of."),
        column("failures", pa.list_(pa.string()), "The batch rules it broke."),
        column("changes", pa.string(), "The settings it was made again with, as JSON.", null=True),
        column("accepted", pa.int64(), "Rows that were published then."),
        column("quarantined", pa.int64(), "Records that were quarantined then."),
        column("known", pa.int64(), "Records the lake already had."),
    ]
)

TABLES = {
    "dispatch_revisions": DISPATCH_REVISIONS,
    "quarantine": QUARANTINE,
    "batches": BATCHES,
    "decisions": DECISIONS,
}
