"""Opens the lake: DuckDB with DuckLake attached, offline, from the extensions' wheels.

The catalog is SQLite beside the data files, or PostgreSQL where ``DEPECHE_CATALOG`` says
so. Everything above (lake, validate, lineage, query) gets its connection here.
"""

from __future__ import annotations

import importlib
from importlib.resources import files
from pathlib import Path

import duckdb

from depeche import s3, storage
from depeche.settings import Settings

NAME = "lake"
# DuckDB's own buffers in a process that writes, or indexes; the batch itself comes on top.
WRITER_MEMORY = "256MB"


class LakeError(Exception):
    """Something is wrong with the lake; the message says what and, where there is a cure, which."""


class NoLake(LakeError):
    """There is no lake yet where the settings point."""


class StagingDamaged(LakeError):
    """A staged file is missing or not what it should be: process the batch again."""


def open_duckdb(*extensions: str) -> duckdb.DuckDBPyConnection:
    """An in-memory DuckDB in UTC with the given extensions loaded; never looks on the network.

    Their signatures are not verified: that would hash 70 MB each time, of files that the installer has
    put beside DuckDB's own library, which nothing verifies either (``docs/decisions/0002``).

    Raises LakeError where an extension's wheel is missing or of another version.
    """
    con = duckdb.connect(
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_unsigned_extensions": "true",
        }
    )
    for extension in extensions:
        con.execute(f"LOAD {literal(str(extension_file(extension)))}")
    # year() and month() of an instant follow the session's zone; ours is UTC, always.
    con.execute("SET TimeZone = 'UTC'")
    return con


def extension_file(name: str) -> Path:
    """The extension's signed file inside its wheel.

    Loaded from there, and not by ``import_extension``, which first copies it into the
    user's home: tasks may have none, and two that start at once would race.
    """
    try:
        module = importlib.import_module(f"duckdb_extension_{name}")
    except ImportError:
        wheel = f"duckdb-extension-{name.replace('_', '-')}=={duckdb.__version__}"
        raise LakeError(f"the DuckDB extension {name} is not installed: pip install {wheel}") from None
    file = Path(str(files(module))) / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
    if not file.exists():
        raise LakeError(
            f"the installed duckdb-extension-{name.replace('_', '-')} is not for DuckDB {duckdb.__version__}; "
            "both must have the same version (requirements.txt pins them)"
        )
    return file


def connect(settings: Settings, *, write: bool = False, create: bool = False) -> duckdb.DuckDBPyConnection:
    """DuckDB with the lake attached as ``lake``, read-only unless ``write``.

    ``create`` (the caller holds the lake's lock) makes a missing lake, without tables.
    Raises NoLake where there is none, LakeError where it cannot be opened.
    """
    if not create and not settings.catalog and not catalog_file(settings).exists():
        raise NoLake(f"there is no lake in {settings.lake} yet: publish something first (depeche run)")
    con = open_duckdb(*extensions(settings))
    _let_in(con, settings)
    if write:
        con.execute(f"SET memory_limit = '{WRITER_MEMORY}'")
        con.execute("SET preserve_insertion_order = false")
        con.execute("SET threads = 1")  # each thread holds a row group of every partition it writes
        # Else all it reads of the lake stays in memory until the limit is reached.
        con.execute("SET enable_external_file_cache = false")
        spill = settings.cache / "duckdb"
        spill.mkdir(parents=True, exist_ok=True)
        con.execute(f"SET temp_directory = {literal(str(spill))}")
    try:
        con.execute(attach_sql(settings, write=write, create=create))
    except duckdb.Error as error:
        con.close()
        if "creating a new DuckLake is explicitly disabled" in str(error):
            raise NoLake(
                "there is no lake in this catalog yet: publish something first (depeche run)"
            ) from None
        # Not "from error": DuckDB's own message repeats the libpq string, password and all.
        raise LakeError(f"the lake does not open: {without_secrets(error, settings)}") from None
    return con


def extensions(settings: Settings) -> tuple[str, ...]:
    """The extensions that open this lake."""
    remote = ("httpfs",) if storage.is_remote(settings.lake_data) else ()
    return ("ducklake", "postgres_scanner" if settings.catalog else "sqlite_scanner", *remote)


def _let_in(con: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Give DuckDB the keys to the object store, where the data files are in one."""
    if not storage.is_remote(settings.lake_data):
        return
    try:
        access = s3.access(settings.lake_data)
    except s3.NoAccess as error:
        con.close()
        raise LakeError(f"the lake's data files cannot be reached: {error}") from None
    options = ", ".join(f"{name} {literal(value)}" for name, value in access.items())
    con.execute(f"CREATE SECRET (TYPE s3, {options})")


def catalog_file(settings: Settings) -> Path:
    """Where the SQLite catalog is."""
    return settings.lake / "catalog.sqlite"


def attach_sql(settings: Settings, *, write: bool = False, create: bool = False) -> str:
    """The ATTACH statement for the lake the settings point to."""
    options = [f"DATA_PATH {literal(data_path(settings))}"]
    if settings.catalog:
        target = "ducklake:" + settings.catalog
    else:
        target = f"ducklake:sqlite:{catalog_file(settings)}"
        # The catalog lies beside its files, so a lake that was moved or restored is read
        # where it is now and not where it was made.
        options += ["OVERRIDE_DATA_PATH true", "META_JOURNAL_MODE 'WAL'", "META_BUSY_TIMEOUT 10000"]
    if not create:
        options.append("CREATE_IF_NOT_EXISTS false")
    if not write:
        options.append("READ_ONLY")
    return f"ATTACH {literal(target)} AS {NAME} ({', '.join(options)})"


def data_path(settings: Settings) -> str:
    """The absolute folder of the Parquet files, with its closing slash."""
    return f"{str(settings.lake_data).rstrip('/')}/"


def libpq(settings: Settings) -> str:
    """The libpq string of a PostgreSQL catalog, without its ``postgres:``."""
    return settings.catalog.removeprefix("postgres:")


def without_secrets(error: BaseException, settings: Settings) -> str:
    """The first line of an error's message without the libpq string, which may hold a password."""
    said = first_line(error)
    return said.replace(libpq(settings), "…") if settings.catalog else said


def literal(text: str) -> str:
    """``text`` as a SQL string."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """``name`` as a SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def first_line(error: BaseException) -> str:
    """The first line of an error's message, which says what is wrong."""
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
