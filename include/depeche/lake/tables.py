"""The lake's tables, settings, views and macros: made once, brought up to date when they change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from depeche import catalog, schema
from depeche.catalog import LakeError, NoLake, identifier, literal
from depeche.lake.lock import hold
from depeche.settings import Settings

AUTHOR = "depeche"
# Each was measured; docs/lake.md says what the default costs.
OPTIONS = {
    # Inlined rows with a date inside a struct cannot be read back.
    "data_inlining_row_limit": "0",
    "parquet_compression": "zstd",
    "parquet_compression_level": "6",
    "parquet_row_group_size": "10000",
    "target_file_size": "256MB",
    "require_commit_message": "1",
}
PARTITIONS = {"dispatch_revisions": "source, year(issue_date), month(issue_date)"}
SORTED = {"dispatch_revisions": "issue_date, dispatch_id"}


def ensure(settings: Settings, definitions: Mapping[str, str] | None = None) -> None:
    """Create the lake, its tables, views and macros where missing; bring changed ones up to date.

    ``definitions`` gives name → ``CREATE OR REPLACE VIEW|MACRO lake.name …``, in an order
    in which each uses only earlier ones. Running it again changes nothing. Raises
    LakeError where a table differs in a way that needs a migration.
    """
    if _up_to_date(settings, definitions or {}):
        return
    settings.lake.mkdir(parents=True, exist_ok=True)
    if isinstance(settings.lake_data, Path):
        settings.lake_data.mkdir(parents=True, exist_ok=True)
    with (
        closing(catalog.open_duckdb(*catalog.extensions(settings))) as outside,
        hold(settings, outside),
        closing(catalog.connect(settings, write=True, create=True)) as con,
    ):
        _set_options(con)
        _make_tables(con)
        _install(con, definitions or {})


def _set_options(con: duckdb.DuckDBPyConnection) -> None:
    """Set the options that are not set yet."""
    present = dict(con.execute(f"SELECT option_name, value FROM {catalog.NAME}.options()").fetchall())
    for name, value in OPTIONS.items():
        if str(present.get(name, "")).lower() not in (value, _stored(value)):
            con.execute(f"CALL {catalog.NAME}.set_option({literal(name)}, {literal(value)})")


def commit_message(con: duckdb.DuckDBPyConnection, text: str, **extra: Any) -> None:
    """Say what the open transaction does; seen in ``lake.snapshots()``."""
    con.execute(
        f"CALL ducklake_set_commit_message({literal(catalog.NAME)}, {literal(AUTHOR)}, {literal(text)}, "
        f"extra_info => {literal(json.dumps(extra, ensure_ascii=False, default=str))})"
    )


def _stored(value: str) -> str:
    return {"256MB": "256000000", "1": "true"}.get(value, value)


def _up_to_date(settings: Settings, definitions: Mapping[str, str]) -> bool:
    try:
        con = catalog.connect(settings)
    except NoLake:
        return False
    with closing(con):
        tables = schema.TABLES.items()
        return not any(
            set(columns.names) - set(_columns(con, name)) for name, columns in tables
        ) and not _changed(con, definitions)


def _make_tables(con: duckdb.DuckDBPyConnection) -> None:
    for name, columns in schema.TABLES.items():
        present = _columns(con, name)
        if not present:
            _create(con, name, columns)
        else:
            _extend(con, name, columns, present)


def _columns(con: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    found = con.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = ? AND table_name = ?",
        [catalog.NAME, table],
    ).fetchall()
    return dict(found)


def column_types(con: duckdb.DuckDBPyConnection, columns: pa.Schema) -> dict[str, str]:
    """The columns' types in DuckDB's words."""
    relation = con.from_arrow(columns.empty_table())
    return {name: str(kind) for name, kind in zip(relation.columns, relation.types, strict=True)}


def _create(con: duckdb.DuckDBPyConnection, name: str, columns: pa.Schema) -> None:
    types = column_types(con, columns)
    parts = [
        f"{identifier(field.name)} {types[field.name]}{'' if field.nullable else ' NOT NULL'}"
        for field in columns
    ]
    table = f"{catalog.NAME}.{identifier(name)}"
    con.execute("BEGIN")
    try:
        con.execute(f"CREATE TABLE {table} ({', '.join(parts)})")
        if name in PARTITIONS:
            con.execute(f"ALTER TABLE {table} SET PARTITIONED BY ({PARTITIONS[name]})")
        if name in SORTED:
            con.execute(f"ALTER TABLE {table} SET SORTED BY ({SORTED[name]})")
        for field in columns:
            _describe(con, table, field)
        commit_message(con, f"created {name}")
        con.execute("COMMIT")
    except duckdb.Error:
        con.execute("ROLLBACK")
        raise


def _extend(con: duckdb.DuckDBPyConnection, name: str, columns: pa.Schema, present: dict[str, str]) -> None:
    types = column_types(con, columns)
    table = f"{catalog.NAME}.{identifier(name)}"
    for column, kind in present.items():
        if column in types and types[column] != kind:
            raise LakeError(
                f"{name}.{column} is {kind} in the lake but {types[column]} here: "
                "the lake was made by another version; it needs a migration"
            )
    new = [field for field in columns if field.name not in present]
    if not new:
        return
    con.execute("BEGIN")
    for field in new:
        # Rows from before have no value, so even a column that must have one is nullable here.
        con.execute(f"ALTER TABLE {table} ADD COLUMN {identifier(field.name)} {types[field.name]}")
        _describe(con, table, field)
    commit_message(con, f"added to {name}: {', '.join(field.name for field in new)}")
    con.execute("COMMIT")


def _describe(con: duckdb.DuckDBPyConnection, table: str, field: pa.Field[Any]) -> None:
    about = (field.metadata or {}).get(b"about", b"").decode()
    con.execute(f"COMMENT ON COLUMN {table}.{identifier(field.name)} IS {literal(about)}")


def _changed(con: duckdb.DuckDBPyConnection, definitions: Mapping[str, str]) -> dict[str, str]:
    """The definitions that the lake does not have, or has in another wording."""
    if not definitions:
        return {}
    row = con.execute(
        f"SELECT max_by(commit_extra_info, snapshot_id) FROM {catalog.NAME}.snapshots() "
        "WHERE commit_message = 'views and macros'"
    ).fetchone()
    installed = json.loads(row[0])["definitions"] if row and row[0] else {}
    there = _names(con)
    return {
        name: sql
        for name, sql in definitions.items()
        if name not in there or installed.get(name) != _digest(sql)
    }


def _names(con: duckdb.DuckDBPyConnection) -> set[str]:
    found = con.execute(
        "SELECT view_name FROM duckdb_views() WHERE database_name = $lake "
        "UNION SELECT function_name FROM duckdb_functions() WHERE database_name = $lake",
        {"lake": catalog.NAME},
    ).fetchall()
    return {name for (name,) in found}


def _install(con: duckdb.DuckDBPyConnection, definitions: Mapping[str, str]) -> None:
    if not _changed(con, definitions):
        return
    con.execute("BEGIN")
    try:
        for sql in definitions.values():
            con.execute(sql)
        digests = {name: _digest(sql) for name, sql in definitions.items()}
        commit_message(con, "views and macros", definitions=digests)
        con.execute("COMMIT")
    except duckdb.Error:
        con.execute("ROLLBACK")
        raise


def _digest(sql: str) -> str:
    # A view keeps the columns it was made with, so new columns make it outdated too.
    columns = " ".join(name for table in schema.TABLES.values() for name in table.names)
    return sha256(f"{sql}\0{columns}".encode()).hexdigest()[:16]
