"""Each hazard of DuckLake that was paid for with a lost row or a crash, kept out."""

import os
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import duckdb
import pyarrow.parquet as pq
import pytest

import lake_rows
from depeche import catalog, lake, query
from lake_rows import dispatch, rejected, stage


def parquet(home, table="dispatch_revisions"):
    return sorted((home / "lake" / "data" / "main" / table).rglob("*.parquet"))


def test_the_lake_has_the_measured_settings(ask):
    options = dict(ask("SELECT option_name, value FROM lake.options()"))
    assert options["data_inlining_row_limit"] == "0"
    assert options["parquet_compression"] == "zstd"
    assert options["parquet_compression_level"] == "6"
    assert options["parquet_row_group_size"] == "10000"
    assert options["target_file_size"] == "256000000"
    assert options["require_commit_message"] in ("1", "true")


def test_a_commit_without_a_message_is_refused(settings):
    with (
        closing(catalog.connect(settings, write=True)) as con,
        pytest.raises(duckdb.Error, match="Commit Information"),
    ):
        con.execute(
            "DELETE FROM lake.batches; INSERT INTO lake.quarantine SELECT * FROM lake.quarantine; CREATE VIEW lake.x AS SELECT 1"
        )


def test_few_rows_with_a_date_inside_a_struct_are_written_to_parquet_and_read_back(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a")], [rejected()]), settings)
    assert ask("SELECT event_dates[1].first FROM dispatch_revisions") == [(date(2016, 7, 6),)]
    assert len(parquet(home)) == len(parquet(home, "quarantine")) == len(parquet(home, "batches")) == 1


def test_paths_read_by_source_year_and_month_and_files_are_zstd(home, settings):
    lake.publish(
        stage(home, "b1", [dispatch("a"), dispatch("b", source="UNKNOWN", issue_date=date(1994, 12, 1))]),
        settings,
    )
    folders = [str(file.parent.relative_to(home / "lake" / "data")) for file in parquet(home)]
    assert folders == [
        "main/dispatch_revisions/source=AFP/year=2016/month=7",
        "main/dispatch_revisions/source=UNKNOWN/year=1994/month=12",
    ]
    about = pq.ParquetFile(parquet(home)[0]).metadata.row_group(0).column(0)
    assert about.compression == "ZSTD"


def test_rows_are_sorted_and_row_groups_small(home, settings):
    days = [date(2016, 7, 1 + n % 31) for n in range(10_500)]
    rows = [dispatch(f"{n}", f"{n}", issue_date=day, raw_sha256=f"{n}") for n, day in enumerate(days)]
    lake.publish(stage(home, "b1", rows), settings)
    (file,) = parquet(home)
    opened = pq.ParquetFile(file)
    assert [opened.metadata.row_group(n).num_rows for n in range(2)] == [
        10_240,
        260,
    ]  # whole vectors of 2,048
    dates = opened.read(["issue_date"])["issue_date"].to_pylist()
    assert dates == sorted(dates)


def test_data_path_is_absolute_whatever_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = lake_rows.settings(tmp_path / "home")
    lake.ensure(settings)
    with closing(duckdb.connect(str(tmp_path / "x.db"))) as con:
        con.execute(f"LOAD '{catalog.extension_file('sqlite_scanner')}'")
        found = con.execute(
            f"SELECT value FROM sqlite_scan('{catalog.catalog_file(settings)}', 'ducklake_metadata') WHERE key = 'data_path'"
        ).fetchone()
    assert found == (f"{tmp_path / 'home' / 'lake' / 'data'}/",)


def test_only_arrow_and_temp_tables_are_merged_and_nothing_dangerous_is_ever_said(home, settings, statements):
    lake.publish(stage(home, "b1", [dispatch("a"), dispatch("b")], [rejected()]), settings)
    lake.publish(stage(home, "b2", [dispatch("a", reader_version="2"), dispatch("c")]), settings, replay=True)
    lake.maintain(settings)
    said = "\n".join(statements).lower()
    assert "merge into" in said
    assert "ducklake_cleanup_old_files" in said
    for word in ("read_parquet", "parquet_scan", ".parquet", "add_data_files", "cleanup_all", "checkpoint"):
        assert word not in said


def test_files_are_synced_between_the_last_write_and_the_commit(home, settings, statements):
    lake.publish(stage(home, "b1", [dispatch("a")], [rejected()]), settings)
    writes = [at for at, said in enumerate(statements) if said.startswith(("INSERT INTO lake.", "MERGE"))]
    assert statements.index("os.sync") > max(writes)
    assert statements[statements.index("os.sync") + 1 :].count("COMMIT") == 1
    assert statements[: statements.index("os.sync")].count("COMMIT") == 0


def test_compaction_is_synced_too(home, settings, statements):
    for name in "ab":
        lake.publish(stage(home, name, [dispatch(name)]), settings)
    statements.clear()
    assert lake.maintain(settings).merged
    at = next(n for n, said in enumerate(statements) if "merge_adjacent" in said)
    assert "os.sync" in statements[at : statements.index("COMMIT", at)]


def test_a_session_in_tokyo_writes_the_last_of_january_into_january(home, settings, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        row = dispatch("a", issued_at=datetime(2016, 1, 31, 20, tzinfo=UTC), issue_date=date(2016, 1, 31))
        lake.publish(stage(home, "b1", [row]), settings)
        with closing(catalog.connect(settings)) as con:
            assert con.execute("SELECT current_setting('TimeZone')").fetchone() == ("UTC",)
            assert con.execute("SELECT month(issued_at) FROM lake.dispatch_revisions").fetchone() == (1,)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert parquet(home)[0].parent.name == "month=1"


def test_a_corrected_time_of_issue_makes_no_second_row(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a", issue_date=date(2016, 1, 31))]), settings)
    moved = dispatch(
        "a", reader_version="2", issue_date=date(2016, 2, 1), issued_at=datetime(2016, 2, 1, tzinfo=UTC)
    )
    lake.publish(stage(home, "b2", [moved]), settings, replay=True)
    assert ask("SELECT issue_date, issued_at FROM dispatch_revisions") == [
        (date(2016, 1, 31), datetime(2016, 2, 1, tzinfo=UTC))
    ]


def test_plain_parquet_counts_wrong_after_an_update_and_the_lake_does_not(home, settings, ask):
    lake.publish(stage(home, "b1", [dispatch("a"), dispatch("b")]), settings)
    lake.publish(stage(home, "b2", [dispatch("a", reader_version="2")]), settings, replay=True)
    assert ask("SELECT count(*) FROM dispatch_revisions") == [(2,)]
    assert (
        sum(pq.ParquetFile(file).metadata.num_rows for file in parquet(home) if "delete" not in file.name) > 2
    )


def test_a_lake_that_was_moved_is_read_and_written_where_it_is(home, settings, tmp_path_factory):
    lake.publish(stage(home, "b1", [dispatch("a")]), settings)
    elsewhere = tmp_path_factory.mktemp("moved to a folder's own place")
    (home / "lake").rename(elsewhere / "lake")
    moved = lake_rows.settings(elsewhere)
    assert lake.publish(stage(elsewhere, "b2", [dispatch("b")]), moved).accepted == 1
    with query.run("SELECT count(*) AS n FROM dispatches", moved) as rows:
        assert rows.read_all().to_pylist() == [{"n": 2}]
    assert len(parquet(elsewhere)) == 2


def test_upkeep_merges_small_files_and_removes_nothing_young(home, settings, ask):
    for name in "abc":
        lake.publish(stage(home, name, [dispatch(name)]), settings)
    lake.publish(stage(home, "d", [dispatch("a", reader_version="2")]), settings, replay=True)
    before = parquet(home)
    done = lake.maintain(settings)
    assert done.merged or done.rewritten
    assert (done.removed, done.expired, done.orphans) == (0, 0, [])
    assert set(before) <= set(parquet(home))
    assert ask("SELECT count(*), count(DISTINCT dispatch_id) FROM dispatch_revisions") == [(3, 3)]
    assert done.files[1] < done.files[0]
    again = lake.maintain(settings)
    assert again == lake.Upkeep(
        files=(done.files[1],) * 2, bytes=(done.bytes[1],) * 2,
        rewritten=0, merged=0, expired=0, removed=0, orphans=[],
    )  # fmt: skip


@pytest.mark.parametrize("which", ["keep_files", "keep_snapshots"])
def test_upkeep_refuses_to_touch_what_may_be_in_use(settings, which):
    with pytest.raises(ValueError, match="younger than 2 days"):
        lake.maintain(settings, **{which: timedelta(days=1, hours=23)})


def test_an_orphan_is_reported_and_removed_once_it_is_old(home, settings):
    folder = home / "lake" / "data" / "main" / "dispatch_revisions"
    folder.mkdir(parents=True)
    old, young = folder / "old.parquet", folder / "young.parquet"
    for file in (old, young):
        file.write_bytes(b"PAR1")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    assert lake.orphans(settings) == [str(old)]
    assert lake.maintain(settings).orphans == [str(old)]
    assert lake.orphans(settings) == []
    assert [old.exists(), young.exists()] == [False, True]


def test_snapshots_and_files_go_once_they_are_old(home, settings, ask, monkeypatch):
    for name in "ab":
        lake.publish(stage(home, name, [dispatch(name)]), settings)
    lake.maintain(settings)
    # Two months on: as the catalog stores it, everything happened two months ago.
    monkeypatch.setattr(import_module("depeche.lake.maintain"), "_ago", lambda span: "now() + INTERVAL 1 DAY")
    done = lake.maintain(settings)
    assert done.expired
    assert done.removed
    assert len(parquet(home)) == 1
    assert ask("SELECT count(*) FROM dispatch_revisions") == [(2,)]
    lake.ensure(settings, query.definitions())
    assert ask("SELECT count(*) FROM dispatches") == [(2,)]
