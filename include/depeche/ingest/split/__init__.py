"""Large files of many items, cut at the borders of the items: each piece is a payload of its own.

A month of Gigaword, a mailbox, a day of wire messages, a table of a million rows would be over
``DEPECHE_MAX_PAYLOAD_MB`` or eat a worker's memory. What is longer than PIECE is cut behind the
first border past it, so that the same file gives the same pieces, and one that has grown gives
the old ones and new ones. The pieces of a text joined are the file, byte by byte, except
that in CSV each begins with the line of names. Parquet's pieces are Parquet files of some rows;
the file itself is kept beside them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq
from msgspec.structs import replace

from depeche.ingest.delivery import Delivery
from depeche.ingest.split import json as split_json
from depeche.ingest.spool import Spooled, Spooling, chunks_of, spool

PIECE = 1024 * 1024
HEAD = 64 * 1024
# Longer than any border, so that one on the edge of what was read is seen whole.
OVERLAP = 256
PARQUET = b"PAR1"
ROWS_AT_ONCE = 256
_UNREADABLE = (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError)

# How a file of many items begins, and where the next of them begins.
_BORDERS = (
    (re.compile(rb"\s*<DOC(?:\s+(?:id|type)\s*=|\s*>\s*<DOCNO>)", re.I), re.compile(rb"(?<=\n)<DOC[\s>]", re.I)),
    (re.compile(rb"From \S+[^\r\n]*\d\d:\d\d"), re.compile(rb"(?:(?<=\n\n)|(?<=\r\n\r\n))From \S+[^\r\n]{0,120}\d\d:\d\d[^\r\n]*\n")),
    (re.compile(rb"[^\w<{\[\x01]{0,256}\x01"), re.compile(rb"(?:\x16+\s*)?\x01")),
    (re.compile(rb"\s*\{[^\r\n]*\}\s*\n\s*\{"), re.compile(rb"(?<=\n)\{")),
)  # fmt: skip
_DELIMITERS = ",;\t|"
# (window, from where on, quotation marks of the file before the window) → the first border there:
# where an item begins, and where what tells it ends.
Border = Callable[[bytes, int, int], tuple[int, int] | None]


def split(delivery: Delivery) -> Iterator[Delivery]:
    """The delivery as it is, or where it is long and of many items its pieces, ``name!/1`` and on.

    Each piece is valid until the next is asked for.
    """
    if delivery.refused or delivery.outside or delivery.exchange or delivery.size <= PIECE:
        yield delivery
        return
    pieces = _pieces(delivery)
    if pieces is None:
        yield delivery
        return
    described = replace(delivery.sidecar, url=None)
    whole = delivery if delivery.open().read(4) == PARQUET else None
    for number, piece in enumerate(pieces, 1):
        with piece:
            yield delivery._replace(
                name=f"{delivery.name}!/{number}",
                input=f"{delivery.input}!/{number}",
                size=piece.size,
                sha256=piece.sha256,
                payload=piece.file,
                sidecar=described,
                whole=whole,
            )


def whole_items(file: IO[bytes]) -> int:
    """How many bytes of a text that is cut off hold whole items; 0 where they cannot be told, or there is none.

    The last item that has begun does not count: nothing says that it is whole.
    """
    file.seek(0)
    head = file.read(HEAD)
    if split_json.is_list(head):
        places = split_json.begins(file)
    elif border := _border(head):
        places = _borders(file, border)
    else:
        return 0
    return max(places, default=0)


def _borders(file: IO[bytes], border: Border) -> Iterator[int]:
    """Where in the file items begin, but for the first."""
    window, start, quotes, before = b"", 1, 0, 0
    for chunk in chunks_of(file):
        window += chunk
        while (found := border(window, start, quotes)) is not None:
            yield before + found[0]
            start = found[1]
        passed = max(len(window) - OVERLAP, 0)
        quotes += window.count(b'"', 0, passed)
        window, start, before = window[passed:], max(start - passed, 1), before + passed


def _pieces(delivery: Delivery) -> Iterator[Spooled] | None:
    head = delivery.open().read(HEAD)
    if head.startswith(PARQUET):
        return _parquet(delivery.open()) if _is_whole(delivery.open()) else None
    if split_json.is_list(head):
        return split_json.pieces(delivery.payload, PIECE)
    border = _border(head)
    if border is None:
        return None
    return _cut(delivery.payload, border, _line_of_names(head) or b"" if border is _row_border else b"")


def _border(head: bytes) -> Border | None:
    """How the items of a file that begins so are told apart; None where it is no text of many items."""
    for start, border in _BORDERS:
        if start.match(head):
            return partial(_item_border, border)
    return _row_border if _line_of_names(head) is not None else None


def _cut(file: IO[bytes], border: Border, names: bytes = b"") -> Iterator[Spooled]:
    """Pieces of a file, each but the first beginning with ``names``."""
    copy, window, quotes = Spooling(), b"", 0
    for chunk in chunks_of(file):
        window += chunk
        while (cut := _due(border, window, PIECE - copy.size, quotes)) is not None:
            copy.write(window[:cut])
            yield copy.done()
            copy = Spooling()
            copy.write(names)
            quotes += window.count(b'"', 0, cut)
            window = window[cut:]
        passed = max(len(window) - OVERLAP, 0)
        copy.write(window[:passed])
        quotes += window.count(b'"', 0, passed)
        window = window[passed:]
    copy.write(window)
    yield copy.done()


def _due(border: Border, window: bytes, wanting: int, quotes: int) -> int | None:
    """Where to cut the window, as soon as the piece is no longer ``wanting`` bytes."""
    found = border(window, max(wanting, 1), quotes) if len(window) > wanting else None
    return found[0] if found else None


def _item_border(border: re.Pattern[bytes], window: bytes, at: int, quotes: int) -> tuple[int, int] | None:
    found = border.search(window, at)
    return found.span() if found else None


def _row_border(window: bytes, at: int, quotes: int) -> tuple[int, int] | None:
    """Where a row of CSV begins: behind a line's end outside of quotation marks."""
    end = window.find(b"\n", at)
    inside = quotes + window.count(b'"', 0, end) if end >= 0 else 0
    while end >= 0:
        if inside % 2 == 0:
            return (end + 1, end + 1) if end + 1 < len(window) else None
        following = window.find(b"\n", end + 1)
        inside += window.count(b'"', end, following) if following >= 0 else 0
        end = following
    return None


def _line_of_names(head: bytes) -> bytes | None:
    """The first line of a table, with its end; None where the head is no table."""
    line = head.split(b"\n", 1)[0] + b"\n"
    if (
        b"\0" in head
        or line.count(b'"') % 2
        or line.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"", b"<", b"{", b"[")
    ):
        return None
    delimiter = max(_DELIMITERS, key=lambda sign: line.count(sign.encode()))
    try:
        text = io.StringIO(head.decode("latin-1"), newline="")
        # The last row is cut off.
        names, *rows = [row for row in csv.reader(text, delimiter=delimiter) if row][:-1]
    except (csv.Error, ValueError):
        return None
    alike = sum(len(row) == len(names) for row in rows)
    is_sentence = len(set(names)) < len(names) or any(name.rstrip().endswith(".") for name in names)
    return line if len(names) > 1 and not is_sentence and rows and alike >= 0.9 * len(rows) else None


def _is_whole(file: IO[bytes]) -> bool:
    """Whether every row of a Parquet file can be read; a damaged one is left whole, for its refusal."""
    try:
        for _ in pq.ParquetFile(file).iter_batches(batch_size=ROWS_AT_ONCE):
            pass
    except _UNREADABLE:
        return False
    return True


def _parquet(file: IO[bytes]) -> Iterator[Spooled]:
    """Parquet files of about PIECE bytes of values each."""
    rows: list[pa.RecordBatch] = []
    for batch in pq.ParquetFile(file).iter_batches(batch_size=ROWS_AT_ONCE):
        rows.append(batch)
        if sum(part.nbytes for part in rows) >= PIECE:
            yield _written(rows)
            rows = []
    if rows:
        yield _written(rows)


def _written(rows: list[pa.RecordBatch]) -> Spooled:
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_batches(rows), sink, compression="zstd")
    return spool(chunks_of(sink))
