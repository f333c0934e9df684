"""Read-only SQL on the lake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import duckdb
import pyarrow as pa

from depeche import catalog, search
from depeche.catalog import first_line, literal
from depeche.query.searching import Searching, searches
from depeche.settings import Settings

Row = dict[str, Any]
BATCH_ROWS = 10_000
# Maintenance that DuckDB would run inside a SELECT, some of it on a read-only lake too.
UPKEEP = re.compile(
    r"cleanup_old_files|delete_orphaned_files|expire_snapshots|merge_adjacent_files|rewrite_data_files"
    r"|flush_inlined_data|set_option|set_commit_message|add_data_files|postgres_execute|sqlite_execute",
    re.IGNORECASE,
)


class QueryError(Exception):
    """The SQL cannot be run; the message is one line, with a hint where there is one."""


def connect(settings: Settings) -> duckdb.DuckDBPyConnection:
    """DuckDB with the lake attached read-only and in use: its tables, views and macros by name.

    Raises NoLake where there is none yet.
    """
    con = catalog.connect(settings)
    con.execute(f"USE {catalog.NAME}")
    return con


def rows_of(con: duckdb.DuckDBPyConnection, sql: str, asked: Row) -> list[Row]:
    """All rows of a small result, as dicts; ``asked`` are the statement's named parameters."""
    rows: list[Row] = con.execute(sql, asked).to_arrow_table().to_pylist()
    return rows


@contextmanager
def run(sql: str, settings: Settings, *, fresh: bool = True) -> Iterator[pa.RecordBatchReader]:
    """The result of one SELECT, in record batches; nothing can be written, not even beside the lake.

    Where it uses ``search('…')``, the index is brought up to date before, if ``fresh``.
    Raises QueryError for SQL that is wrong or would write, NoLake where there is no lake.
    """
    check(sql)
    searching = Searching(settings)
    if searches(sql) and fresh:
        search.fresh(settings)
    with closing(connect(settings)) as con:
        if searches(sql):
            searching.register(con)
        con.execute(f"SET allowed_directories = [{literal(catalog.data_path(settings))}]")
        con.execute("SET enable_external_access = false")
        con.execute("SET lock_configuration = true")
        try:
            yield con.execute(sql).to_arrow_reader(BATCH_ROWS)
        except (duckdb.Error, pa.ArrowException) as error:
            if searching.failed:
                raise QueryError(f"search(): {searching.failed}") from error
            raise QueryError(_explain(error, con)) from error


def check(sql: str) -> None:
    """Raise QueryError unless ``sql`` is one statement that only reads."""
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(_message(error)) from error
    # PIVOT becomes a CREATE of its own without text, then the SELECT.
    written = [s for s in statements if s.query.strip() or s.type != duckdb.StatementType.CREATE]
    if len(written) != 1:
        raise QueryError(f"one statement at a time, please: this has {len(written)}")
    kind = written[0].type
    plan = kind == duckdb.StatementType.EXPLAIN and not re.match(
        r"\s*EXPLAIN\s*(\([^)]*\)|ANALYZE|\s)*\s*(SELECT|FROM|WITH|VALUES|\(|PIVOT|SUMMARIZE|DESCRIBE)",
        sql,
        re.IGNORECASE,
    )
    if kind not in (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN) or plan:
        raise QueryError(f"{kind.name} is not possible here: the archive is read-only; use SELECT")
    if found := UPKEEP.search(sql):
        raise QueryError(f"{found[0]} is not possible here: the archive is read-only")


def _explain(error: Exception, con: duckdb.DuckDBPyConnection) -> str:
    message = _message(error)
    if re.search(r"(Table|View|Macro|Function) with name", message):
        return f"{message.split('!')[0]}; there are {', '.join(_names(con))}"
    if "disabled by configuration" in message or "Permission Error" in message:
        return f"{message}; only the lake can be read from here"
    return message


def _message(error: Exception) -> str:
    """The first line, and the candidates that DuckDB offers further down."""
    found = re.search(r"Candidate (?:bindings|functions):.*|Did you mean .*", str(error))
    return first_line(error) + (f" {found[0].strip()}" if found and found[0] not in first_line(error) else "")


def _names(con: duckdb.DuckDBPyConnection) -> list[str]:
    found = con.execute(
        "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = $lake UNION ALL "
        "SELECT view_name FROM duckdb_views() WHERE database_name = $lake UNION ALL "
        "SELECT DISTINCT function_name || '()' FROM duckdb_functions() WHERE database_name = $lake "
        "AND function_type LIKE '%macro' AND NOT internal ORDER BY name",
        {"lake": catalog.NAME},
    ).fetchall()
    return sorted([*(name for (name,) in found), "search()"])
