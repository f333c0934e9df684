"""A staged Parquet file, written chunk by chunk."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# Rows gathered in memory for a row group of a staged file.
GROUP_BYTES = 8_000_000


class Rows:
    """``file`` in the making: chunks are gathered, as a row group costs each of its columns something.

    Each row is given the id of ``batch``. Where the block raises, what is still gathered is not written.
    """

    def __init__(self, file: Path, columns: pa.Schema, batch: str) -> None:
        self._writer = pq.ParquetWriter(file, columns)
        self._batch = batch
        self._gathered: list[pa.RecordBatch] = []
        self._bytes = 0

    def add(self, rows: pa.RecordBatch) -> None:
        """Add a chunk's rows."""
        if rows.num_rows:
            self._gathered.append(rows)
            self._bytes += rows.nbytes
            if self._bytes >= GROUP_BYTES:
                self._flush()

    def _flush(self) -> None:
        if self._gathered:
            rows = pa.Table.from_batches(self._gathered)
            at = rows.schema.get_field_index("batch_id")
            ids = pa.repeat(pa.scalar(self._batch, pa.string()), rows.num_rows)
            self._writer.write_table(rows.set_column(at, rows.schema.field(at), ids))
            self._gathered, self._bytes = [], 0

    def __enter__(self) -> Rows:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._writer:
            if kind is None:
                self._flush()
