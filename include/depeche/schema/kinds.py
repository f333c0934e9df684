"""The Arrow types of columns, nested ones field by field, and what a column is."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

UTC = pa.timestamp("us", tz="UTC")
TEXTS = pa.list_(pa.string())


def column(name: str, kind: pa.DataType, about: str, null: bool = False) -> pa.Field[Any]:
    """A column with what ``docs/columns.md`` says of it."""
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
