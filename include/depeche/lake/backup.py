"""The lake's catalog copied to another archive: SQLite to PostgreSQL and back, or alike.

A copy is a whole catalog of its own: the tables of DuckLake's metadata, with every
snapshot. Data files are named in it by paths relative to the lake's data folder.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import duckdb

from depeche import catalog
from depeche.catalog import LakeError, identifier, libpq, literal, without_secrets
from depeche.lake.lock import hold
from depeche.settings import Settings


def copy_catalog(source: Settings, target: Settings) -> int:
    """Make ``target``'s catalog a copy of ``source``'s, as of one instant; gives its last snapshot's number.

    ``target`` must have no lake. No writer commits meanwhile; readers are not kept
    waiting. Raises NoLake where ``source`` has none, LakeError where a catalog cannot be
    read or written.
    """
    with closing(catalog.connect(source)):
        pass  # raises NoLake
    target.lake.mkdir(parents=True, exist_ok=True)
    with closing(catalog.connect(target, write=True, create=True)):
        pass  # DuckLake makes its own tables, with their keys and types
    extensions = {*catalog.extensions(source), *catalog.extensions(target)} - {"ducklake"}
    with closing(catalog.open_duckdb(*extensions)) as con:
        try:
            con.execute(_attach(source, "source", "READ_ONLY"))
            con.execute(_attach(target, "target"))
            with hold(source, con):
                con.execute("BEGIN")
                snapshot = _copy_tables(con)
                con.execute("COMMIT")
        except duckdb.Error as error:
            said = without_secrets(error, source).replace(libpq(target) or "\0", "…")
            raise LakeError(f"the catalog cannot be copied: {said}") from None
    return snapshot


def data_files(settings: Settings) -> list[str]:
    """Paths below the lake's data folder of all files that any snapshot in the catalog needs."""
    with closing(catalog.open_duckdb(*set(catalog.extensions(settings)) - {"ducklake"})) as con:
        con.execute(_attach(settings, "source", "READ_ONLY"))
        return [path for kind in ("data", "delete") for path in _files(con, kind)]


def _files(con: duckdb.DuckDBPyConnection, kind: str) -> Iterator[str]:
    found = con.execute(
        f"SELECT s.path, t.path, f.path, s.path_is_relative AND t.path_is_relative AND f.path_is_relative "
        f"FROM source.ducklake_{kind}_file f "
        "JOIN (SELECT DISTINCT table_id, schema_id, path, path_is_relative FROM source.ducklake_table) t "
        "USING (table_id) JOIN source.ducklake_schema s USING (schema_id) ORDER BY ALL"
    ).fetchall()
    for schema_path, table_path, path, relative in found:
        if not relative:
            raise LakeError(f"{path}: the catalog names this file by an absolute path; it is not backed up")
        yield f"{schema_path}{table_path}{path}"


def _attach(settings: Settings, name: str, *options: str) -> str:
    if settings.catalog:
        return f"ATTACH {literal(libpq(settings))} AS {name} ({', '.join(('TYPE postgres', *options))})"
    file = literal(str(catalog.catalog_file(settings)))
    return f"ATTACH {file} AS {name} ({', '.join(('TYPE sqlite', *options))})"


def _copy_tables(con: duckdb.DuckDBPyConnection) -> int:
    tables = con.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'target' "
        "AND starts_with(table_name, 'ducklake_') ORDER BY 1"
    ).fetchall()
    where = con.execute("SELECT value FROM target.ducklake_metadata WHERE key = 'data_path'").fetchone()
    for (table,) in tables:
        columns = _columns(con, table)
        names = ", ".join(columns)
        values = ", ".join(f"CAST({name} AS {kind})" for name, kind in columns.items())
        con.execute(f"DELETE FROM target.{table}")
        con.execute(f"INSERT INTO target.{table} ({names}) SELECT {values} FROM source.{table}")
    con.execute("UPDATE target.ducklake_metadata SET value = ? WHERE key = 'data_path'", where)
    (last,) = con.execute("SELECT max(snapshot_id) FROM target.ducklake_snapshot").fetchone() or (0,)
    return int(last)


def _columns(con: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    found = con.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = 'target' AND table_name = ?",
        [table],
    ).fetchall()
    return {identifier(name): kind for name, kind in found}


def settle(settings: Settings) -> None:
    """Bring a SQLite catalog that nobody writes to into its one file, synced, so that it can be renamed."""
    file = catalog.catalog_file(settings)
    with closing(sqlite3.connect(file)) as db:
        # It stays in WAL mode: a reader may not change that.
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
