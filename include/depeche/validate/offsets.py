"""Whether offsets give the words they stand for: the columns of the light frame that SQL is not asked for.

Python finds a character by its number at once; SQL, whose texts are UTF-8, counts from the
beginning for each, which for a long text with many mentions took the better part of a minute.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

# Row, field, start, end (characters from 0, end exclusive) and the words said to be there.
Said = tuple[int, str, int | None, int | None, str | None]


def wrong(rows: pa.Table) -> dict[str, list[int]]:
    """How many mentions, credits and datelines (0 or 1) of each staged row have offsets that do not give their words.

    By the names of the columns, which ``rules.py`` judges. Credits and datelines that only the
    metadata state have no offsets and are not wrong.
    """
    return {
        "wrong_mentions": _count(rows, _mentions(rows), ("text", "headline")),
        "wrong_credits": _count(rows, _printed(_credits(rows)), ("full_text",)),
        "wrong_datelines": _count(rows, _printed(_datelines(rows)), ("full_text",)),
    }


def _mentions(rows: pa.Table) -> Iterator[Said]:
    actors = rows["actors"].combine_chunks()
    lists = pc.struct_field(pc.list_flatten(actors), "mentions")
    row = pc.list_parent_indices(actors).take(pc.list_parent_indices(lists)).to_pylist()
    mentions = pc.list_flatten(lists)
    yield from zip(row, _values(mentions, "field"), *_places(mentions), strict=True)


def _credits(rows: pa.Table) -> Iterator[Said]:
    lists = rows["credits"].combine_chunks()
    row = pc.list_parent_indices(lists).to_pylist()
    yield from zip(row, ["full_text"] * len(row), *_places(pc.list_flatten(lists)), strict=True)


def _datelines(rows: pa.Table) -> Iterator[Said]:
    count = rows.num_rows
    places = _places(rows["dateline"].combine_chunks())
    yield from zip(range(count), ["full_text"] * count, *places, strict=True)


def _places(structs: pa.Array[Any]) -> tuple[list[Any], list[Any], list[Any]]:
    return _values(structs, "start"), _values(structs, "end"), _values(structs, "text")


def _values(structs: pa.Array[Any], name: str) -> list[Any]:
    values: list[Any] = pc.struct_field(structs, name).to_pylist()
    return values


def _printed(said: Iterator[Said]) -> Iterator[Said]:
    return (one for one in said if one[2] is not None)


def _count(rows: pa.Table, said: Iterator[Said], fields: tuple[str, ...]) -> list[int]:
    """By row, how many are wrong; ``said`` is in the order of the rows, so that one row's texts are held at a time."""
    counts = [0] * rows.num_rows
    for row, places in groupby(said, itemgetter(0)):
        texts = {field: rows[field][row].as_py() for field in fields}
        counts[row] = sum(
            not _gives(texts.get(field), start, end, words) for _, field, start, end, words in places
        )
    return counts


def _gives(text: str | None, start: int | None, end: int | None, words: str | None) -> bool:
    if text is None or start is None or end is None:
        return False
    return start >= 0 and end >= 0 and text[start:end] == words
