"""Query results for people (a table) and for programs (CSV, JSON lines, Parquet)."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable
from datetime import datetime
from typing import IO, Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from rich.console import Console
from rich.table import Table
from rich.text import Text

TABLE_ROWS = 200
CELL = 160
# Narrower than this on average, and a table is hard to read.
COLUMN = 11


def write(rows: pa.RecordBatchReader, format: str, out: IO[bytes]) -> int:
    """Write ``rows`` to ``out`` as csv, json (one object a line) or parquet; gives their number.

    Nested values are JSON in CSV. Raises KeyError for another format.
    """
    return {"csv": _csv, "json": _json, "parquet": _parquet}[format](rows, out)


def print_table(rows: pa.RecordBatchReader, console: Console, limit: int = TABLE_ROWS) -> int:
    """Print the first ``limit`` rows and say how many there are; gives their number.

    A table; or, where the columns would be too narrow to read, each row as a list.
    """
    shown: list[dict[str, Any]] = []
    count = 0
    for batch in rows:
        shown += batch.slice(0, max(0, limit - count)).to_pylist()
        count += batch.num_rows
    if rows.schema.names == ["explain_key", "explain_value"]:
        console.print(*(Text(str(row["explain_value"])) for row in shown), sep="\n")
        return count
    if len(rows.schema) * COLUMN <= console.width or not shown:
        console.print(_table(rows.schema, shown))
    else:
        for at, row in enumerate(shown, 1):
            console.print(_list(row, at))
    more = f", the first {limit} shown (--format csv, json or parquet gives all)" if count > limit else ""
    console.print(Text(f"{count:,} {'row' if count == 1 else 'rows'}{more}", style="dim"))
    return count


def _table(schema: pa.Schema, rows: list[dict[str, Any]]) -> Table:
    table = Table(header_style="bold")
    for field in schema:
        number = pa.types.is_integer(field.type) or pa.types.is_floating(field.type)
        table.add_column(Text(field.name), justify="right" if number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_cell(value) for value in row.values()))
    return table


def _list(row: dict[str, Any], at: int) -> Table:
    table = Table(show_header=False, title=f"row {at}", title_justify="left", box=None)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for name, value in row.items():
        table.add_row(Text(name), _cell(value))
    return table


def _csv(rows: pa.RecordBatchReader, out: IO[bytes]) -> int:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(rows.schema.names)
    count = 0
    for batch in rows:
        columns = [column.to_pylist() for column in batch.columns]
        writer.writerows([_plain(value) for value in row] for row in zip(*columns, strict=True))
        count += batch.num_rows
    text.detach()
    return count


def _json(rows: pa.RecordBatchReader, out: IO[bytes]) -> int:
    count = 0
    for batch in rows:
        for row in batch.to_pylist():
            out.write(_encode(row) + b"\n")
        count += batch.num_rows
    return count


def _parquet(rows: pa.RecordBatchReader, out: IO[bytes]) -> int:
    count = 0
    with pq.ParquetWriter(out, rows.schema, compression="zstd") as writer:
        for batch in rows:
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def _other(value: Any) -> Any:
    """What JSON has no form for: intervals and the like, as text."""
    return str(value)


_encoder = msgspec.json.Encoder(enc_hook=_other, decimal_format="number")
_encode: Callable[[Any], bytes] = _encoder.encode


def _plain(value: Any) -> Any:
    if isinstance(value, list | dict | tuple):
        return _encode(value).decode()
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if hasattr(value, "isoformat") else value


def _cell(value: Any) -> Text:
    """A value on one line, shortened. As Text: rich would read markup and emoji into a string."""
    if value is None:
        return Text("–", style="dim")
    if isinstance(value, float):
        return Text(f"{value:.4g}" if math.isfinite(value) and abs(value) < 1e15 else str(value))
    if isinstance(value, datetime):
        return Text(value.isoformat(sep=" ").replace("+00:00", "Z"))
    text = str(_plain(value)).replace("\n", " ")
    return Text(text if len(text) <= CELL else text[: CELL - 1] + "…")
