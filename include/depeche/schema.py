"""The Arrow schemas: every column typed and described, once.

Written by hand because Arrow knows units and nullability that annotations do not;
``tests/unit/test_schema.py`` pins the records to it. ``docs/columns.md`` is generated
from here (``make docs``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import msgspec
import pyarrow as pa

from depeche.records import Dispatch, Rejected

UTC = pa.timestamp("us", tz="UTC")
TEXTS = pa.list_(pa.string())


def _column(name: str, kind: pa.DataType, about: str, null: bool = False) -> pa.Field[Any]:
    return pa.field(name, kind, nullable=null, metadata={"about": about})


def _struct(*fields: tuple[str, pa.DataType]) -> pa.DataType:
    return pa.struct([pa.field(name, kind) for name, kind in fields])


CREDIT = _struct(
    ("agency_id", pa.string()),
    ("wikidata_id", pa.string()),
    ("role", pa.string()),
    ("text", pa.string()),
    ("start", pa.int32()),
    ("end", pa.int32()),
    ("rule", pa.string()),
)
PLACE = _struct(
    ("text", pa.string()),
    ("city_id", pa.int64()),
    ("name", pa.string()),
    ("country_code", pa.string()),
    ("country_code3", pa.string()),
    ("admin", pa.string()),
    ("latitude", pa.float64()),
    ("longitude", pa.float64()),
    ("rule", pa.string()),
    ("confidence", pa.float64()),
)
DATELINE = _struct(
    ("text", pa.string()),
    ("start", pa.int32()),
    ("end", pa.int32()),
    ("places", pa.list_(PLACE)),
    ("date", pa.string()),
    ("date_precision", pa.string()),
    ("agencies", TEXTS),
    ("rule", pa.string()),
)
MENTION = _struct(
    ("text", pa.string()),
    ("field", pa.string()),
    ("start", pa.int32()),
    ("end", pa.int32()),
    ("rule", pa.string()),
    ("confidence", pa.float64()),
)
ACTOR = _struct(
    ("actor_id", pa.string()),
    ("wikidata_id", pa.string()),
    ("kind", pa.string()),
    ("name", pa.string()),
    ("country_code", pa.string()),
    ("office_id", pa.string()),
    ("cameo_code", pa.string()),
    ("mentions", pa.list_(MENTION)),
)
EVENT_DATE = _struct(
    ("text", pa.string()),
    ("start", pa.int32()),
    ("end", pa.int32()),
    ("first", pa.date32()),
    ("last", pa.date32()),
    ("rule", pa.string()),
)
SUBJECT = _struct(("scheme", pa.string()), ("code", pa.string()), ("label", pa.string()))
ASSOCIATION = _struct(("ref", pa.string()), ("kind", pa.string()))

GROUPS: dict[str, list[pa.Field[Any]]] = {
    "identity": [
        _column(
            "dispatch_id",
            pa.string(),
            "The dispatch, whatever its revision: the agency's own id without its revision, else the canonical URL, else the hash of text and date; id_basis says which. Key together with revision.",
        ),
        _column(
            "revision",
            pa.int64(),
            "The agency's revision number; 1 where none is stated, counted up when the same page comes again with another text.",
        ),
        _column("id_basis", pa.string(), "What dispatch_id was made from: agency_guid, url or text_hash."),
        _column(
            "agency_guid",
            pa.string(),
            "The agency's public identifier, verbatim, with its revision.",
            null=True,
        ),
        _column(
            "text_sha256",
            pa.string(),
            "SHA-256 of headline and full_text: the same words have the same value.",
        ),
    ],
    "origin": [
        _column(
            "source", pa.string(), "The agency that issued the dispatch (AFP, REUTERS, DPA …), or UNKNOWN."
        ),
        _column(
            "credits",
            pa.list_(CREDIT),
            "Every mention of an agency with its role (issuer, joint, contributor, quoted, photo); offsets in full_text, null where the credit is stated in metadata only.",
        ),
        _column("feed_id", pa.string(), "The feed that delivered it (seeds/feeds.yml).", null=True),
        _column(
            "publisher",
            pa.string(),
            "Who published the page or file, where that is not the agency.",
            null=True,
        ),
        _column("url", pa.string(), "Canonical URL, where there is one.", null=True),
    ],
    "text": [
        _column(
            "language",
            pa.string(),
            "BCP 47 language code of the text; null where it cannot be told.",
            null=True,
        ),
        _column("language_text", pa.string(), "The language as stated.", null=True),
        _column(
            "language_basis", pa.string(), "Where language comes from: stated, detected, hint.", null=True
        ),
        _column("headline", pa.string(), "Headline; null where the dispatch has none.", null=True),
        _column(
            "summary",
            pa.string(),
            "The agency's own summary, where its format has one beside the text.",
            null=True,
        ),
        _column("slug", pa.string(), "Identifying words repeated on every version, verbatim.", null=True),
        _column("keywords", TEXTS, "Keywords as stated."),
        _column(
            "text",
            pa.string(),
            "The body, paragraphs separated by a blank line, without dateline and sign-off.",
        ),
        _column(
            "full_text",
            pa.string(),
            "The cleaned text before anything was cut from it; offsets of credits and dateline refer to it.",
        ),
        _column("word_count", pa.int32(), "Words of text."),
        _column("byline", pa.string(), "Author line, verbatim.", null=True),
        _column("sign_off", pa.string(), "Desk initials at the end (hh/ph/ts/hd), verbatim.", null=True),
        _column("advisory", pa.string(), "Note to editors, verbatim.", null=True),
    ],
    "lifecycle": [
        _column(
            "kind",
            pa.string(),
            "flash, alert, bulletin, urgent, news, lead, update, correction, kill, advisory …; null where nothing tells.",
            null=True,
        ),
        _column("kind_text", pa.string(), "The kind as stated.", null=True),
        _column(
            "urgency",
            pa.int32(),
            "1 (most urgent) to 9; from the stated urgency, else from the transmission priority (flag urgency_from_priority).",
            null=True,
        ),
        _column("urgency_text", pa.string(), "The urgency as stated.", null=True),
        _column("signal", TEXTS, "Signals: update, correction, kill, embargo, repeat …"),
        _column("pubstatus", pa.string(), "usable, withheld or canceled."),
        _column("pubstatus_text", pa.string(), "The status as stated.", null=True),
        _column("embargo_until", UTC, "Not to be published before this instant.", null=True),
        _column("embargo_text", pa.string(), "The embargo's words.", null=True),
        _column("usage_terms_text", pa.string(), "Usage terms, verbatim, one a line.", null=True),
        _column("usage_rules", TEXTS, "Rules read from the usage terms: no_archive, not_in:DE, only_in:FR …"),
    ],
    "time": [
        _column(
            "issued_at", UTC, "When the agency issued this revision; null where it does not say.", null=True
        ),
        _column("issued_at_text", pa.string(), "The same as stated.", null=True),
        _column("issued_at_precision", pa.string(), "second, minute, day, month or year.", null=True),
        _column("created_at", UTC, "When the first revision was created, where stated.", null=True),
        _column(
            "issue_date",
            pa.date32(),
            "The partition's day, fixed when the dispatch is first seen: of issued_at, else of the dateline, else of collected_at.",
        ),
        _column(
            "issue_date_basis",
            pa.string(),
            "What issue_date was taken from: issued, dateline, sidecar or collected.",
        ),
        _column("as_of_date", pa.date32(), "The day as of which roles are resolved: the best date there is."),
        _column(
            "as_of_basis",
            pa.string(),
            "What as_of_date was taken from: issued, dateline, sidecar or collected.",
        ),
        _column("collected_at", UTC, "When the archive, or the side-car's collector, got it."),
        _column("event_dates", pa.list_(EVENT_DATE), "Dates spoken of in the text; offsets in text."),
    ],
    "dateline": [
        _column(
            "dateline",
            DATELINE,
            "Where and when it was filed: words, places, date, agencies; offsets in full_text.",
            null=True,
        ),
    ],
    "actors": [
        _column(
            "actors",
            pa.list_(ACTOR),
            "People, states, bodies and groups named, each with every mention; offsets in the named field.",
        ),
    ],
    "subjects": [
        _column("subjects", pa.list_(SUBJECT), "Subject codes as stated, with their scheme."),
        _column("associations", pa.list_(ASSOCIATION), "Items and companions this one is said to go with."),
    ],
    "provenance": [
        _column("raw_uri", pa.string(), "Where the raw bytes are in the raw store (depeche raw).", null=True),
        _column("raw_sha256", pa.string(), "SHA-256 of the raw bytes."),
        _column("raw_name", pa.string(), "The delivered file's name; members of archives after '!/'."),
        _column(
            "format",
            pa.string(),
            "Format recognised from the content: newsml12, ninjs, page, text … (`formats.md`).",
        ),
        _column("reader_version", pa.string(), "Version of the reader that cleaned it."),
        _column("normaliser_version", pa.string(), "Version of the normalisation rules."),
        _column("authority_version", pa.string(), "Content hash of the authority used."),
        _column("batch_id", pa.string(), "The batch that published it."),
        _column("quality_flags", TEXTS, "What to be careful about: contradictions, repairs, guesses."),
    ],
}

DISPATCH_REVISIONS = pa.schema([field for group in GROUPS.values() for field in group])

QUARANTINE = pa.schema(
    [
        _column(
            "quarantine_id",
            pa.string(),
            "Hash of stage, reason, raw bytes, name and key: the same refusal has the same id.",
        ),
        _column("stage", pa.string(), "Where it stopped: ingest, clean, normalise, validate or publish."),
        _column("reason", pa.string(), "Code of the reason (docs/quarantine.md)."),
        _column("detail", pa.string(), "What was found, in one sentence."),
        _column("raw_uri", pa.string(), "Where the raw bytes are in the raw store.", null=True),
        _column("raw_sha256", pa.string(), "SHA-256 of the raw bytes.", null=True),
        _column("raw_name", pa.string(), "The delivered file's name."),
        _column("feed_id", pa.string(), "The feed that delivered it.", null=True),
        _column("collected_at", UTC, "When it was collected."),
        _column("dispatch_id", pa.string(), "The dispatch, where it got that far.", null=True),
        _column("revision", pa.int64(), "Its revision, where it got that far.", null=True),
        _column("batch_id", pa.string(), "The batch that quarantined it."),
    ]
)

BATCHES = pa.schema(
    [
        _column(
            "batch_id",
            pa.string(),
            "The batch: hash of its payloads and the code's version. The ledger's key.",
        ),
        _column("feed_id", pa.string(), "The feed it comes from."),
        _column("raw_file", pa.string(), "The WARC file it consists of."),
        _column("code_version", pa.string(), "Versions of readers, normaliser and authority together."),
        _column("published_at", UTC, "When it was committed."),
        _column("payloads", pa.int64(), "Payloads in the batch."),
        _column("taken", pa.int64(), "Records in the batch: accepted + quarantined + known."),
        _column("accepted", pa.int64(), "Rows this batch added or replaced."),
        _column("quarantined", pa.int64(), "Records it quarantined."),
        _column("known", pa.int64(), "Records the lake already had."),
        _column("seconds", pa.float64(), "Seconds of clean, normalise and validate."),
        _column("verdict", pa.string(), "passed, or published by hand despite a failed batch rule."),
        _column("tallies", pa.string(), "Tally of every stage, as JSON."),
        _column("validation", pa.string(), "Great Expectations' result, as JSON."),
    ]
)

DECISIONS = pa.schema(
    [
        _column("decided_at", UTC, "When the person answered."),
        _column(
            "decided_by", pa.string(), "Who answered: the name in Airflow, or of the account on the machine."
        ),
        _column(
            "decision", pa.string(), "release (published as it was), replay (made again otherwise) or drop."
        ),
        _column("reason", pa.string(), "Why, in the person's words."),
        _column("batch_id", pa.string(), "The batch that was held."),
        _column("feed_id", pa.string(), "The feed it comes from."),
        _column("raw_file", pa.string(), "The WARC file it consists of."),
        _column("failures", pa.list_(pa.string()), "The batch rules it broke."),
        _column("changes", pa.string(), "The settings it was made again with, as JSON.", null=True),
        _column("accepted", pa.int64(), "Rows that were published then."),
        _column("quarantined", pa.int64(), "Records that were quarantined then."),
        _column("known", pa.int64(), "Records the lake already had."),
    ]
)

TABLES = {
    "dispatch_revisions": DISPATCH_REVISIONS,
    "quarantine": QUARANTINE,
    "batches": BATCHES,
    "decisions": DECISIONS,
}


def dispatches_to_arrow(dispatches: Sequence[Dispatch], batch_id: str) -> pa.RecordBatch:
    """Record batch of ``DISPATCH_REVISIONS``, column by column, in the given order."""
    return _to_arrow(dispatches, DISPATCH_REVISIONS, batch_id)


def rejected_to_arrow(rejected: Sequence[Rejected], batch_id: str) -> pa.RecordBatch:
    """Record batch of ``QUARANTINE``; ``quarantine_id`` is made here."""
    rows = [(quarantine_id(r), r) for r in rejected]
    columns: list[pa.Array[Any]] = []
    for field in QUARANTINE:
        if field.name == "quarantine_id":
            values: list[Any] = [key for key, _ in rows]
        elif field.name == "batch_id":
            values = [batch_id] * len(rows)
        else:
            values = [getattr(r, field.name) for _, r in rows]
        columns.append(pa.array(values, field.type))
    return pa.record_batch(columns, schema=QUARANTINE)


def quarantine_id(rejected: Rejected) -> str:
    """The same refusal of the same bytes under the same name has the same id."""
    key = (
        rejected.stage,
        rejected.reason,
        rejected.raw_sha256 or "",
        rejected.raw_name,
        rejected.dispatch_id or "",
        str(rejected.revision or ""),
    )
    return sha256("\0".join(key).encode()).hexdigest()[:32]


def _to_arrow(records: Sequence[msgspec.Struct], schema: pa.Schema, batch_id: str) -> pa.RecordBatch:
    columns = []
    for field in schema:
        if field.name == "batch_id":
            values: list[Any] = [batch_id] * len(records)
        else:
            values = [getattr(record, field.name) for record in records]
            if pa.types.is_nested(field.type):
                values = msgspec.to_builtins(values, builtin_types=(datetime, date))
        columns.append(pa.array(values, field.type))
    return pa.record_batch(columns, schema=schema)
