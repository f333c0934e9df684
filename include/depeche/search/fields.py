"""What an index holds of a dispatch: the schema, and a document from a row.

Headline and text are one field each for all languages, with each dispatch's words as its own
language makes them, and once more whole, for queries by their beginnings; ``docs/decisions/0009-search-is-tantivys.md`` says why.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec
import tantivy

from depeche.records import Record
from depeche.search import analysis

# Goes up whenever the fields change: indexes of another number are made again.
VERSION = 1
# Fields whose value is looked up as it is, by the name of their filter.
VALUES = ("source", "language", "country", "actor", "kind")
# Those of which a dispatch may have several, and their column.
LISTS = {"country": "countries", "actor": "actors"}


class Shown(Record, frozen=True, kw_only=True, array_like=True):
    """What is shown of a dispatch that is found; kept in the index in MessagePack."""

    headline: str | None
    text: str
    source: str
    language: str | None
    kind: str | None
    issue_date: date
    issued_at: datetime | None


_encode = msgspec.msgpack.Encoder().encode
_shown = msgspec.msgpack.Decoder(Shown)


def schema() -> tantivy.Schema:
    """The fields of an index."""
    builder = tantivy.SchemaBuilder()
    for name in ("headline", "text"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="position")
    for name in ("headline_whole", "text_whole"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("analysis", "bound", "role", *VALUES):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("dispatch_id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("revision", stored=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    for name in ("free_at", "until"):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_bytes_field("shown", stored=True)
    builder.add_bytes_field("state", stored=True)
    return builder.build()


def document(row: dict[str, Any]) -> tantivy.Document:
    """The document of a row of ``rows.SELECTED``."""
    by = analysis.analysis_of(row["language"])
    doc = tantivy.Document()
    doc.add_text("dispatch_id", row["dispatch_id"])
    doc.add_integer("revision", row["revision"])
    doc.add_text("analysis", by)
    for name in ("headline", "text"):
        if row[name]:
            doc.add_pre_tokenized_text(name, analysis.tokens(row[name], by))
            doc.add_pre_tokenized_text(f"{name}_whole", analysis.whole(row[name], by))
    for name in VALUES:
        for value in sorted(_values(name, row)):
            doc.add_text(name, value)
    doc.add_integer("day", row["issue_date"].toordinal())
    if row["free_at"] is not None or row["until"] is not None:
        doc.add_text("bound", "yes")
    for name in ("free_at", "until"):
        if row[name] is not None:
            doc.add_integer(name, row[name])
    doc.add_bytes("shown", _encode(Shown(**{name: row[name] for name in Shown.__struct_fields__})))
    return doc


def shown(doc: tantivy.Document) -> Shown:
    """What is shown of a document that was found."""
    return _shown.decode(bytes(doc["shown"][0]))


def asked(name: str, value: str) -> str:
    """The value of a filter as ``document`` writes it."""
    value = value.strip()
    if name in ("source", "country"):
        return value.upper()
    return value if name == "actor" else value.lower()


def _values(name: str, row: dict[str, Any]) -> set[str]:
    """All under which a dispatch is found by this filter."""
    if name == "language":
        language = (row["language"] or "").lower()
        return {language, language.partition("-")[0]} - {""}
    if name in LISTS:
        return {value for value in row[LISTS[name]] or () if value}
    return {asked(name, row[name])} if row[name] else set()
