"""Opening the lake: offline, in UTC, wherever it is, and with clear words where it cannot be."""

import subprocess
import sys
import traceback
from contextlib import closing
from importlib.metadata import version

import duckdb
import pytest

import lake_rows
from depeche import catalog, lake
from depeche.lake.lock import hold


def test_extensions_are_the_wheels_of_duckdbs_own_version():
    for name in ("ducklake", "sqlite_scanner", "postgres_scanner", "httpfs"):
        assert version(f"duckdb-extension-{name.replace('_', '-')}") == duckdb.__version__
        assert catalog.extension_file(name).exists()


def test_extensions_load_without_network_home_or_install(tmp_path):
    code = (
        "from depeche import catalog\n"
        "con = catalog.open_duckdb('ducklake', 'sqlite_scanner', 'postgres_scanner')\n"
        'print(con.execute("SELECT count(*) FROM duckdb_extensions() WHERE loaded AND extension_name IN '
        "('ducklake', 'sqlite_scanner', 'postgres_scanner')\").fetchone()[0])"
    )
    environ = {"HOME": str(tmp_path / "no home"), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout == "3\n"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_extension_says_what_to_install():
    with pytest.raises(catalog.LakeError, match=r"pip install duckdb-extension-not-there==\d"):
        catalog.extension_file("not_there")


def test_an_extension_of_another_version_is_named(monkeypatch):
    monkeypatch.setattr(duckdb, "__version__", "9.9.9")
    with pytest.raises(catalog.LakeError, match=r"is not for DuckDB 9\.9\.9"):
        catalog.extension_file("ducklake")


def test_sqlite_is_attached_with_wal_patience_and_an_absolute_path(tmp_path):
    settings = lake_rows.settings(tmp_path / "it's here")
    sql = catalog.attach_sql(settings)
    assert sql == (
        f"ATTACH 'ducklake:sqlite:{tmp_path}/it''s here/lake/catalog.sqlite' AS lake "
        f"(DATA_PATH '{tmp_path}/it''s here/lake/data/', OVERRIDE_DATA_PATH true, META_JOURNAL_MODE 'WAL', "
        "META_BUSY_TIMEOUT 10000, CREATE_IF_NOT_EXISTS false, READ_ONLY)"
    )
    assert "READ_ONLY" not in catalog.attach_sql(settings, write=True)
    assert "CREATE_IF_NOT_EXISTS" not in catalog.attach_sql(settings, write=True, create=True)


def test_postgresql_is_attached_by_its_libpq_string(tmp_path):
    settings = lake_rows.settings(tmp_path, DEPECHE_CATALOG="postgres:dbname=d host=h password=it's")
    assert catalog.attach_sql(settings, write=True) == (
        "ATTACH 'ducklake:postgres:dbname=d host=h password=it''s' AS lake "
        f"(DATA_PATH '{tmp_path}/lake/data/', CREATE_IF_NOT_EXISTS false)"
    )
    assert catalog.libpq(settings) == "dbname=d host=h password=it's"
    assert catalog.extensions(settings) == ("ducklake", "postgres_scanner")


@pytest.mark.parametrize(
    "libpq",
    [
        "host={} dbname=d password=gEheim",
        "host={} password='gEheim \\' x'",
        "postgresql://u:gEheim@127.0.0.1:1/d",
    ],
)
@pytest.mark.parametrize("act", [catalog.connect, lake.ensure])
def test_a_postgresql_that_does_not_answer_is_said_in_one_line_without_the_password(tmp_path, libpq, act):
    settings = lake_rows.settings(tmp_path, DEPECHE_CATALOG=f"postgres:{libpq.format(tmp_path)}")
    with pytest.raises(catalog.LakeError, match="the lake does not open") as caught:
        act(settings)
    assert "\n" not in str(caught.value)
    assert "gEheim" not in "".join(traceback.format_exception(caught.value))


def test_the_lock_of_a_postgresql_that_does_not_answer_names_no_password(tmp_path):
    settings = lake_rows.settings(tmp_path, DEPECHE_CATALOG=f"postgres:host={tmp_path} password=gEheim")
    with (
        closing(catalog.open_duckdb("postgres_scanner")) as con,
        pytest.raises(catalog.LakeError, match="lock cannot be reached") as caught,
        hold(settings, con),
    ):
        pytest.fail("held a lock that is nowhere")
    assert "gEheim" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("name", ["plain", "with space", "it's", "über/ДОМ", "a?b=c#d", "100%"])
def test_any_folder_will_do(tmp_path, name):
    settings = lake_rows.settings(tmp_path / name)
    lake.ensure(settings)
    done = lake.publish(lake_rows.stage(settings.home, "b1", [lake_rows.dispatch("a")]), settings)
    assert done.accepted == 1
    with closing(catalog.connect(settings)) as con:
        assert con.execute("SELECT count(*) FROM lake.dispatch_revisions").fetchone() == (1,)


def test_reading_makes_nothing(tmp_path):
    with pytest.raises(catalog.NoLake):
        catalog.connect(lake_rows.settings(tmp_path))
    with pytest.raises(catalog.NoLake):
        catalog.connect(lake_rows.settings(tmp_path), write=True)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_cannot_write(tmp_path):
    settings = lake_rows.settings(tmp_path)
    lake.ensure(settings)
    with closing(catalog.connect(settings)) as con, pytest.raises(duckdb.Error, match="read-only"):
        con.execute("INSERT INTO lake.batches SELECT * FROM lake.batches")


def test_a_damaged_catalog_is_said_in_one_line(tmp_path):
    settings = lake_rows.settings(tmp_path)
    settings.lake.mkdir()
    catalog.catalog_file(settings).write_bytes(b"this is no database at all" * 100)
    with pytest.raises(catalog.LakeError, match="does not open"):
        catalog.connect(settings)
