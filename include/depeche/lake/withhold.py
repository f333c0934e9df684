"""Withholds the words of dispatches whose usage terms forbid archiving; what was made of them stays.

Blank afterwards: ``text``, ``full_text`` and ``summary``, and the words that mentions,
credits and event dates quote from them. Headline, slug, byline, dateline, sign-off, notes to
editors and usage terms stay: they say what the dispatch is, where from and what may be done
with it. Offsets stay too, and ``text_sha256`` still tells whether two texts are the same.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from depeche import schema

# The quality flag of a row whose words are withheld.
WITHHELD = "text_withheld"


def withhold(rows: pa.Table, marked: list[bool]) -> pa.Table:
    """``rows`` (dispatch_revisions) with the words of the marked ones blanked, and a flag set."""
    mask = pa.chunked_array([pa.array(marked, pa.bool_())])
    for name in ("text", "full_text"):
        rows = _set(rows, name, pc.if_else(mask, pa.scalar(""), rows[name]))
    rows = _set(rows, "summary", pc.if_else(mask, pa.scalar(None, pa.string()), rows["summary"]))
    for name, blanked in _BLANKED.items():
        values = [
            [blanked(item) for item in items] if mark and items else items
            for items, mark in zip(rows[name].to_pylist(), marked, strict=True)
        ]
        rows = _set(rows, name, pa.array(values, rows.schema.field(name).type))
    flags = [
        [*(old or []), WITHHELD] if mark and WITHHELD not in (old or []) else old
        for old, mark in zip(rows["quality_flags"].to_pylist(), marked, strict=True)
    ]
    return _set(rows, "quality_flags", pa.array(flags, schema.TEXTS))


def _credit(credit: dict[str, Any]) -> dict[str, Any]:
    return credit if credit["start"] is None else credit | {"text": ""}


def _actor(actor: dict[str, Any]) -> dict[str, Any]:
    mentions = [m if m["field"] == "headline" else m | {"text": ""} for m in actor["mentions"]]
    return actor | {"mentions": mentions}


def _event(event: dict[str, Any]) -> dict[str, Any]:
    return event | {"text": ""}


_BLANKED = {"credits": _credit, "actors": _actor, "event_dates": _event}


def _set(rows: pa.Table, name: str, values: Any) -> pa.Table:
    at = rows.schema.get_field_index(name)
    return rows.set_column(at, rows.schema.field(at), values)
