"""The lake under several processes: killed writers, two writers at once, readers that stay open."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

import lake_rows
from depeche import catalog, lake, query
from lake_rows import dispatch, rejected, stage

WORKER = Path(lake_rows.__file__).with_name("lake_worker.py")
POINTS = ("before_lock", "locked", "rows_written", "before_sync", "before_commit", "after_commit")


def start(*words):
    return subprocess.Popen(
        [sys.executable, str(WORKER), *map(str, words)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def finish(process):
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out.strip()


def contents(home):
    """All that a clean run would have written, in an order of its own."""
    with closing(query.connect(lake_rows.settings(home))) as con:
        return {
            table: con.execute(f"SELECT {columns} FROM {table} ORDER BY ALL").fetchall()
            for table, columns in (
                ("dispatch_revisions", "*"),
                ("quarantine", "*"),
                ("batches", "batch_id, raw_file, taken, accepted, known, quarantined, verdict"),
            )
        }


def batch(home):
    return stage(home, "b1", [dispatch("a"), dispatch("b", source="DPA"), dispatch("a")], [rejected()])


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def new_home(request, tmp_path_factory):
    """Makes an empty folder for an archive whose catalog is SQLite, then one with PostgreSQL."""

    def make():
        home = tmp_path_factory.mktemp(request.param)
        if request.param == "postgres":
            server = request.getfixturevalue("postgres_server")
            (home / "catalog").write_text(server.catalog())
        return home

    return make


@pytest.fixture
def home(new_home):
    return new_home()


@pytest.fixture(scope="module")
def clean_run(new_home):
    home = new_home()
    lake.publish(stage(home, "b0", [dispatch("x")]), lake_rows.settings(home))
    lake.publish(batch(home), lake_rows.settings(home))
    return contents(home)


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_any_point_and_run_again_it_ends_in_the_same_lake(home, clean_run, point):
    settings = lake_rows.settings(home)
    lake.publish(stage(home, "b0", [dispatch("x")]), settings)
    folder = batch(home)
    killed = start("publish", home, folder, point)
    killed.communicate(timeout=120)
    assert killed.returncode == -9
    before = contents(home)
    assert len(before["batches"]) == (2 if point == "after_commit" else 1)
    assert len(before["dispatch_revisions"]) == (3 if point == "after_commit" else 1)
    done = lake.publish(folder, settings)
    assert done.already == (point == "after_commit")
    assert contents(home) == clean_run


def test_writers_at_once_add_each_key_once(home):
    lake.ensure(lake_rows.settings(home))
    shared = [dispatch(f"s{n}", f"Commun {n}") for n in range(200)]
    folders = [
        stage(home, f"b{at}", [*shared, *(dispatch(f"{at}-{n}", f"Propre {at} {n}") for n in range(50))])
        for at in range(4)
    ]
    writers = [start("publish", home, folder) for folder in folders]
    accepted = [int(finish(writer)) for writer in writers]
    assert sum(accepted) == 200 + 4 * 50
    with closing(query.connect(lake_rows.settings(home))) as con:
        counts = "count(*), count(DISTINCT (dispatch_id, revision))"
        assert con.execute(f"SELECT {counts} FROM dispatch_revisions").fetchone() == (400, 400)
        assert con.execute("SELECT count(*), sum(accepted), sum(known) FROM batches").fetchone() == (
            4,
            400,
            600,
        )


def test_the_same_batch_twice_at_once_is_published_once(home):
    lake.ensure(lake_rows.settings(home))
    folder = batch(home)
    accepted = [int(finish(writer)) for writer in [start("publish", home, folder) for _ in range(3)]]
    assert sorted(accepted) == [0, 0, 2]
    assert len(contents(home)["batches"]) == 1


def test_a_lake_that_two_make_at_once_is_made_once(home):
    for process in [start("ensure", home) for _ in range(3)]:
        finish(process)
    with closing(query.connect(lake_rows.settings(home))) as con:
        made = con.execute(
            "SELECT commit_message FROM lake.snapshots() WHERE commit_message IS NOT NULL"
        ).fetchall()
    assert sorted(made) == [
        ("created batches",), ("created decisions",), ("created dispatch_revisions",), ("created quarantine",),
        ("views and macros",),
    ]  # fmt: skip


def test_an_open_reader_does_not_block_the_writer_and_sees_one_state(home):
    settings = lake_rows.settings(home, DEPECHE_LOCK_SECONDS="5")
    lake.publish(stage(home, "b0", [dispatch("x")]), settings)
    reader = start("read", home)
    assert reader.stdout.readline() == "ready\n"
    for name in "abc":
        assert lake.publish(stage(home, name, [dispatch(name)]), settings).accepted == 1
    lake.publish(
        stage(home, "again", [dispatch("x", headline="Neu", reader_version="2")]), settings, replay=True
    )
    lake.maintain(settings)
    assert finish(reader) == "same"


def test_a_writer_in_mid_commit_does_not_block_readers_who_see_nothing_of_it(home):
    settings = lake_rows.settings(home)
    lake.publish(stage(home, "b0", [dispatch("x")]), settings)
    writer = start("hold", home, stage(home, "b1", [dispatch("a")]))
    assert writer.stdout.readline() == "ready\n"
    with query.run("SELECT count(*) AS n FROM dispatch_revisions", settings) as rows:
        assert rows.read_all().to_pylist() == [{"n": 1}]
    assert finish(writer) == "1"
    with query.run("SELECT count(*) AS n FROM dispatch_revisions", settings) as rows:
        assert rows.read_all().to_pylist() == [{"n": 2}]


@pytest.mark.parametrize("name", ["lake", "archive"])
def test_any_duckdb_client_attaches_the_lake_with_its_views_and_macros(tmp_path, name):
    settings = lake_rows.settings(tmp_path)
    lake.ensure(settings, query.definitions())
    lake.publish(stage(tmp_path, "b0", [dispatch("x")]), settings)
    with closing(duckdb.connect()) as con:
        for extension in ("ducklake", "sqlite_scanner"):
            con.execute(f"LOAD '{catalog.extension_file(extension)}'")
        con.execute(f"ATTACH 'ducklake:sqlite:{tmp_path}/lake/catalog.sqlite' AS {name} (READ_ONLY)")
        assert con.execute(f"SELECT headline FROM {name}.dispatches").fetchall() == [("Titre x",)]
        con.execute(f"USE {name}")
        assert con.execute("SELECT mention_text FROM actor_mentions").fetchall() == [("Moscou",)]
        assert con.execute("SELECT passage('Moscou a dit', 0, 6)").fetchone() == ("[Moscou] a dit",)
        if name == "lake":  # DuckLake renames what a view reads from, but not what a macro does
            assert con.execute("SELECT count(*) FROM dispatches_as_of('2016-07-07')").fetchone() == (1,)
