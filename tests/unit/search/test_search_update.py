"""The index follows the lake: what is added, replaced, removed, embargoed; killed, and made anew."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

import lake_rows
from depeche import catalog, lake, locks, query, search
from depeche.lake import tables
from depeche.search import store
from lake_rows import dispatch, stage

SUPPORT = Path(lake_rows.__file__).parent


@pytest.fixture(scope="module")
def indexed(empty_lake, tmp_path_factory):
    home = tmp_path_factory.mktemp("indexed")
    lake_rows.copy_lake(empty_lake, home)
    settings = lake_rows.settings(home)
    lake.publish(stage(home, "b1", [dispatch("a", "Alpha eins."), dispatch("b", "Beta eins.")]), settings)
    assert search.update(settings).how == "rebuilt"
    return home


@pytest.fixture
def archive(indexed, tmp_path):
    """A lake with two dispatches, and its index."""
    lake_rows.copy_lake(indexed, tmp_path)
    shutil.copytree(indexed / "search", tmp_path / "search")
    return lake_rows.settings(tmp_path)


def ids(settings, words):
    return sorted(hit.dispatch_id.rpartition(":")[2] for hit in search.find(settings, words).hits)


def publish(settings, batch, *dispatches, **how):
    lake.publish(stage(settings.home, batch, list(dispatches)), settings, **how)


def test_what_is_added_replaced_and_removed(archive):
    publish(
        archive, "b2", dispatch("a", "Alpha zwei.", revision=2, raw_sha256="2" * 64), dispatch("c", "Gamma.")
    )
    done = search.update(archive)
    assert (done.how, done.written, done.documents) == ("updated", 2, 3)
    assert [ids(archive, word) for word in ("eins", "zwei", "gamma", "alpha")] == [["b"], ["a"], ["c"], ["a"]]
    # upkeep makes other files and drops none of the changes that follow
    publish(archive, "b3", dispatch("b", "Beta neu.", reader_version="2", raw_sha256=dispatch("b", "Beta eins.").raw_sha256),
            replay=True)  # fmt: skip
    lake.maintain(archive)
    assert search.update(archive).written <= 3
    assert [ids(archive, word) for word in ("eins", "neu")] == [[], ["b"]]
    # killed, withheld, and dropped altogether
    publish(archive, "b4", dispatch("a", "Kill.", revision=3, pubstatus="canceled", raw_sha256="3" * 64),
            dispatch("d", "Geheim.", usage_rules=["no_archive"], headline="Offen"))  # fmt: skip
    with closing(catalog.connect(archive, write=True)) as con:
        con.execute("BEGIN")
        con.execute("DELETE FROM lake.dispatch_revisions WHERE headline = 'Titre c'")
        tables.commit_message(con, "dropped")
        con.execute("COMMIT")
    assert search.update(archive).documents == 2
    assert [ids(archive, word) for word in ("alpha", "kill", "gamma", "geheim", "offen")] == [
        [],
        [],
        [],
        [],
        ["d"],
    ]
    assert search.update(archive).how == "current"
    with query.run("SELECT list((d.dispatch_id, d.revision)) = list((s.dispatch_id, s.revision)) AS same FROM dispatches d "
                   "FULL JOIN search('titre OR offen') s USING (dispatch_id)", archive) as found:  # fmt: skip
        assert found.read_all().to_pylist() == [{"same": True}]


def test_embargoes_begin_and_end_without_a_change_of_the_lake(archive, hour, monkeypatch):
    publish(
        archive, "b2",
        dispatch("a", "Alpha gesperrt.", revision=2, raw_sha256="2" * 64, embargo_until=hour),
        dispatch("e", "Epsilon.", embargo_until=hour),
        dispatch("f", "Frei.", embargo_until=hour - timedelta(hours=2)),
    )  # fmt: skip
    search.update(archive)
    words = ("alpha", "eins", "gesperrt", "epsilon", "frei")
    assert [ids(archive, word) for word in words] == [["a"], ["a", "b"], [], [], ["f"]]
    monkeypatch.setattr(time, "time", lambda: hour.timestamp())
    assert [ids(archive, word) for word in words] == [["a"], ["b"], ["a"], ["e"], ["f"]]


def test_killed_it_converges(archive):
    publish(
        archive, "b2", dispatch("a", "Alpha zwei.", revision=2, raw_sha256="2" * 64), dispatch("c", "Gamma.")
    )
    # whoever reads then sees the one state or the other, whole
    for how, point, found in (
        ("rebuild", "before_swap", [["a", "b"], []]),
        ("update", "before_index_commit", [["a", "b"], []]),
    ):
        worker = [sys.executable, SUPPORT / "lake_worker.py", "index", archive.home, how, point]
        environ = os.environ | {"PYTHONPATH": str(SUPPORT)}
        done = subprocess.run(worker, capture_output=True, check=False, env=environ)
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()
        assert [ids(archive, words) for words in ("eins", "zwei OR gamma")] == found
    assert search.fresh(archive).how == "updated"
    assert [ids(archive, words) for words in ("eins", "zwei OR gamma")] == [["b"], ["a", "c"]]
    search.rebuild(archive)
    assert len([folder for folder in archive.search.iterdir() if folder.is_dir()]) == 1


def test_a_reader_keeps_what_it_opened_while_the_index_is_made_anew(archive):
    before = store.opened(archive)
    publish(archive, "b2", dispatch("c", "Gamma."))
    assert search.rebuild(archive).documents == 3
    assert not before.folder.exists()
    assert before.documents == 2
    assert search.find(archive, "gamma").total == 1


def damage(settings):
    for file in store.opened(settings).folder.iterdir():
        file.write_bytes(b"")


def another_version(settings):
    now = store.current(settings)
    (settings.search / "current.json").write_bytes(
        msgspec.json.encode(msgspec.structs.replace(now, version="0"))
    )


def another_archive(settings):
    shutil.rmtree(settings.home / "lake")
    lake.ensure(settings, query.definitions())
    publish(settings, "c1", dispatch("x", "Eins."))


def an_older_lake(settings):
    """As when a backup is restored, and published to since."""
    catalog_now = settings.lake / "catalog.sqlite"
    older = catalog_now.read_bytes()
    publish(settings, "lost", dispatch("lost", "Eins, verloren."))
    search.update(settings)
    catalog_now.write_bytes(older)
    publish(settings, "c1", dispatch("y", "Eins."))


@pytest.mark.parametrize(
    ("change", "why", "names"),
    [
        (lambda settings: shutil.rmtree(settings.search), "there was none", ["a", "b"]),
        (another_version, "another version (0;", ["a", "b"]),
        (damage, "damaged", ["a", "b"]),
        (another_archive, "another archive", ["x"]),
        (an_older_lake, "no longer has the snapshot", ["a", "b", "y"]),
    ],
)
def test_an_index_of_something_else_is_made_anew(archive, change, why, names):
    change(archive)
    done = search.fresh(archive)
    assert done.how == "rebuilt"
    assert why in done.why
    assert ids(archive, "eins") == names


def test_a_query_does_not_wait_for_who_writes(archive, monkeypatch):
    monkeypatch.setattr(sys.modules["depeche.search.update"], "PATIENCE", 0.1)
    assert search.status(archive)["current"]
    publish(archive, "b2", dispatch("c", "Gamma."))
    assert not search.status(archive)["current"]
    with locks.hold(archive, f"search {archive.search}", archive.search / "writer.lock"):
        assert search.fresh(archive).how == "busy"
        another_version(archive)
        with pytest.raises(search.Busy, match="DEPECHE_LOCK_SECONDS"):
            search.fresh(msgspec.structs.replace(archive, lock_seconds=0.1))
    told = []
    assert search.fresh(archive, lambda *done: told.append(done)).how == "rebuilt"
    assert told[-1] == ("index", 3, 3)


def test_what_no_longer_fits_the_lake_is_made_anew_by_upkeep(archive):
    assert search.tend(archive).how == "current"
    there = store.opened(archive)
    writer = there.engine.writer(20_000_000, 1)
    writer.delete_documents_by_term("dispatch_id", "urn:newsml:example:a")
    writer.commit()
    writer.wait_merging_threads()
    assert ids(archive, "eins") == ["b"]
    done = search.tend(archive)
    assert (done.how, done.why) == ("rebuilt", "it had 1 of 2 dispatches")
    assert ids(archive, "eins") == ["a", "b"]
    publish(archive, "b2", dispatch("a", "Eins, zwei.", revision=2, raw_sha256="2" * 64))
    search.update(archive)
    assert search.tend(archive).why == "40% of it was replaced"
