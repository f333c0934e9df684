"""Records to Arrow, column by column, and Arrow from Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from depeche.records import Dispatch, Rejected
from depeche.schema.dispatch import DISPATCH_REVISIONS
from depeche.schema.tables import QUARANTINE


def read_parquet(file: Path) -> pa.Table:
    """A Parquet file whole. Raises OSError and pa.ArrowException.

    ``pq.read_table`` would first import ``pyarrow.dataset``: half a second in each new process.
    """
    with pq.ParquetFile(file) as opened:
        return opened.read()


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
