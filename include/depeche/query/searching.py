"""``search('…')`` in SQL: every dispatch that a query finds, with its score, to join on."""

from __future__ import annotations

import re
from itertools import accumulate, chain
from typing import Any

import duckdb
import duckdb.func
import pyarrow as pa

from depeche import search
from depeche.settings import Settings

_NAMED = re.compile(r"\bsearch\s*\(", re.IGNORECASE)
KINDS = {"dispatch_id": pa.string(), "revision": pa.int64(), "score": pa.float64()}
_HITS = "STRUCT(dispatch_id VARCHAR, revision BIGINT, score DOUBLE)[]"


def searches(sql: str) -> bool:
    """Whether a statement uses ``search('…')``."""
    return _NAMED.search(sql) is not None


class Searching:
    """The table function ``search`` on a connection. ``failed`` is what was wrong with a query."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.failed: search.SearchError | None = None

    def register(self, con: duckdb.DuckDBPyConnection) -> None:
        """Make ``search(query)`` on ``con``, over the index as it is."""
        # Not the method itself: DuckDB would evaluate its annotations, which pyarrow's types do not bear.
        con.create_function(
            "search_hits",
            lambda queries: self._hits(queries),
            ["VARCHAR"],
            duckdb.type(_HITS),
            type=duckdb.func.ARROW,
        )
        con.execute(
            "CREATE TEMP MACRO search(query) AS TABLE SELECT unnest(search_hits(query), max_depth := 2)"
        )

    def _hits(self, queries: pa.ChunkedArray[Any]) -> pa.Array[Any]:
        """The hits of each query, as lists of structs."""
        try:
            found = [list(search.scores(self._settings, str(query))) for query in queries]
        except search.SearchError as error:
            self.failed = error
            raise
        offsets = [0, *accumulate(map(len, found))]
        flat = [list(column) for column in zip(*chain.from_iterable(found), strict=True)] or [[], [], []]
        columns = [pa.array(values, kind) for values, kind in zip(flat, KINDS.values(), strict=True)]
        return pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays(columns, list(KINDS)))
