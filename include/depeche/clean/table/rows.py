"""The rows of a table, whatever it is written in: CSV, JSON, Parquet."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from depeche.clean.charset import decode
from depeche.clean.json import items as jsonitems
from depeche.clean.json.values import strings
from depeche.clean.opening import opening
from depeche.columns import Columns
from depeche.records import RawDispatch, Reject

PARQUET = b"PAR1"
DELIMITERS = ",;\t|"
# A cell may be as long as a payload.
csv.field_size_limit(2**31 - 1)
ROWS_AT_ONCE = 1000


class Row(NamedTuple):
    """A row: its number in the table, from 1, and its cells by column."""

    number: int
    cells: Mapping[str, Any]

    def words(self, column: str) -> list[str]:
        """The words of a column, each value by itself; of an object within an object by ``outer.inner``."""
        value: Any = self.cells.get(column)
        if column not in self.cells and "." in column:
            value = self.cells
            for name in column.split("."):
                value = value.get(name) if isinstance(value, Mapping) else None
        if isinstance(value, str):
            return [value] if value.strip() else []
        if isinstance(value, list):
            return [
                word
                for part in value
                for word in ([part] if isinstance(part, str) else strings(part))
                if word.strip()
            ]
        return strings(value)

    def unmapped(self, columns: Columns) -> Iterator[str]:
        """Columns that say something here and that ``columns`` does not name."""
        for column, value in self.cells.items():
            if value in (None, "", [], {}) or column in columns:
                continue
            inner = [name for name in columns if name.startswith(f"{column}.")]
            if inner and isinstance(value, Mapping):
                named = {name.split(".")[1] for name in inner if "." in name}
                yield from (f"{column}.{key}" for key in value if key not in named)
            else:
                yield column


class Table(NamedTuple):
    """``names`` of all columns; rows or what is wrong with them, in order; flags of the charset.

    ``is_named`` where the table itself says which columns it has, not only the rows that fill them.
    """

    names: list[str]
    found: list[Row | Reject]
    flags: tuple[str, ...] = ()
    is_named: bool = True


def is_parquet(payload: bytes) -> bool:
    """Whether a payload is Parquet."""
    return payload.startswith(PARQUET)


def is_json(start: str) -> bool:
    """Whether a payload that begins so is JSON."""
    return jsonitems.JSON_START.match(start) is not None


def rows(raw: RawDispatch) -> Table:
    """The rows of ``raw``. Raises Reject ``malformed_content``, ``no_item`` (none)."""
    if is_parquet(raw.payload):
        return _parquet(raw.payload)
    return _json(raw) if is_json(opening(raw.payload[:64]).text) else _csv(raw)


def _json(raw: RawDispatch) -> Table:
    found = jsonitems.items(raw)
    numbered: list[Row | Reject] = []
    names: dict[str, None] = {}
    for number, item in enumerate(found.found, 1):
        numbered.append(item if isinstance(item, Reject) else Row(number, item))
        names.update(dict.fromkeys(item) if isinstance(item, dict) else ())
    return Table(list(names), numbered, found.flags, is_named=False)


def _parquet(payload: bytes) -> Table:
    try:
        file = pq.ParquetFile(pa.BufferReader(payload))
        names = file.schema_arrow.names
        number = itertools.count(1)
        found: list[Row | Reject] = [
            Row(next(number), _cells(cells))
            for batch in file.iter_batches(batch_size=ROWS_AT_ONCE)
            for cells in batch.to_pylist()
        ]
    except (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError) as error:
        raise Reject("malformed_content", f"The Parquet file cannot be read ({str(error)[:200]}).") from None
    if not found:
        raise Reject("no_item", "A Parquet file without rows.")
    return Table(names, found)


def _cells(cells: dict[str, Any]) -> dict[str, Any]:
    """Values as JSON has them: dates as ISO 8601; text that older programs left untyped decoded."""
    return {
        name: decode(value).text if isinstance(value, bytes) else msgspec.to_builtins(value, str_keys=True)
        for name, value in cells.items()
    }


def _csv(raw: RawDispatch) -> Table:
    decoded = decode(raw.payload, raw.sidecar.charset, raw.sidecar.language or raw.language_hint)
    text = decoded.text.replace("\0", "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=False)
    try:
        names = [name.strip() for name in next(reader, [])]
        found: list[Row | Reject] = []
        for number, cells in enumerate((cells for cells in reader if cells), 1):
            found.append(_row(number, names, cells))
    except csv.Error as error:
        raise Reject("malformed_content", f"The table cannot be read ({error}).") from None
    if not found:
        raise Reject("no_item", "A table without rows.")
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice:
        raise Reject("unknown_columns", f"Two columns are named {twice!r}.")
    return Table(names, found, decoded.flags)


def _row(number: int, names: list[str], cells: list[str]) -> Row | Reject:
    if len(cells) != len(names) and any(cells[len(names) :] or ["short"]):
        return Reject("malformed_content", f"Row {number} has {len(cells)} cells, the header {len(names)}.")
    return Row(number, dict(zip(names, cells, strict=False)))


def delimiter_of(text: str) -> str:
    """The sign between the cells of the first line: the one that is there most often."""
    first = text.lstrip("\ufeff\n").split("\n", 1)[0]
    return max(DELIMITERS, key=first.count)
