"""The restore drill: what comes back from a backup is the archive, whatever its catalog and whoever died."""

import json
import shutil
from contextlib import closing

import pytest

import compiled
import lake_rows
import tiny_wire
from depeche import catalog, lake, pipeline, query
from depeche.pipeline.backup import CATALOG, MANIFEST
from depeche.settings import load
from lake_rows import dispatch, rejected, stage

CATALOGS = ("sqlite", "postgres")


def rows(settings):
    with closing(query.connect(settings)) as con:
        return {
            table: con.execute(f"FROM {table} ORDER BY ALL").fetchall()
            for table in ("dispatch_revisions", "quarantine", "batches", "dispatches")
        }


@pytest.fixture
def home(tmp_path, postgres_server):
    def make(name, kind):
        folder = tmp_path / name
        folder.mkdir()
        if kind == "postgres":
            (folder / "catalog").write_text(postgres_server.catalog())
        return lake_rows.settings(folder)

    return make


@pytest.mark.parametrize("before", CATALOGS)
@pytest.mark.parametrize("after", CATALOGS)
def test_the_lake_comes_back_with_every_snapshot(home, tmp_path, before, after):
    settings = home("before", before)
    lake.ensure(settings, query.definitions())
    folder = stage(settings.home, "b0", [dispatch("x")], [rejected()])
    lake.publish(folder, settings)
    again = [dispatch("x", headline="Neu", reader_version="2"), dispatch("y")]
    lake.publish(stage(settings.home, "b1", again), settings, replay=True)
    pipeline.backup(settings, tmp_path / "copy")
    other = home("after", after)
    pipeline.restore(other, tmp_path / "copy")
    assert rows(other) == rows(settings)
    old = "SELECT headline FROM lake.dispatch_revisions AT (VERSION => {})"
    with closing(catalog.connect(other)) as con:
        first = con.execute(
            "SELECT min(snapshot_id) FROM lake.snapshots() WHERE commit_message = 'published'"
        ).fetchone()[0]
        assert con.execute(old.format(first)).fetchall() == [("Titre x",)]
    # It goes on from there: a batch it has stays known, a new one is added.
    assert lake.publish(folder, other).already
    assert lake.publish(stage(settings.home, "b2", [dispatch("z")]), other).accepted == 1


@pytest.fixture(scope="module")
def archived(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archived")
    pipeline.run(load(tiny_wire.write(folder)))
    return folder


@pytest.fixture
def archive(archived, tmp_path):
    shutil.copytree(archived, tmp_path / "archived", symlinks=True)
    return load(tiny_wire.write(tmp_path / "archived"))


def elsewhere(archive, tmp_path, name="elsewhere"):
    return load(
        {"DEPECHE_HOME": str(tmp_path / name), "DEPECHE_FEEDS": str(archive.feeds), "DEPECHE_WORKERS": "1"}
    )


def test_a_restored_archive_is_sound_and_goes_on(archive, tmp_path):
    said = pipeline.backup(archive, tmp_path / "copy")
    assert said["copied"] == said["files"] - 1  # the catalog is made, not copied
    restored = elsewhere(archive, tmp_path)
    pipeline.restore(restored, tmp_path / "copy")
    assert pipeline.verify(restored)["sound"]
    assert rows(restored) == rows(archive)
    compiled.share(restored.home)
    late = archive.feeds.parent / "drop" / "wire" / "2016-07" / "late.txt"
    late.write_text(tiny_wire.dispatch("July 9, 2016", 9))
    done = pipeline.run(restored)
    assert (done["accepted"], sum(tally["known"] for tally in done["ingest"])) == (1, 6)


def test_a_backup_is_an_archive_that_can_be_asked(archive, tmp_path):
    pipeline.backup(archive, tmp_path / "copy")
    assert rows(load({"DEPECHE_HOME": str(tmp_path / "copy")})) == rows(archive)


def test_a_later_backup_copies_only_what_is_new(archive, tmp_path):
    pipeline.backup(archive, tmp_path / "copy")
    assert pipeline.backup(archive, tmp_path / "copy")["copied"] == 0
    lake.publish(stage(archive.home, "b9", [dispatch("new")]), archive)
    assert pipeline.backup(archive, tmp_path / "copy")["copied"] == 2  # its row and its entry in the ledger
    restored = elsewhere(archive, tmp_path)
    pipeline.restore(restored, tmp_path / "copy")
    assert rows(restored) == rows(archive)


@pytest.mark.parametrize("at", [1, 4])
def test_a_backup_that_dies_leaves_the_earlier_one_whole(archive, tmp_path, monkeypatch, at):
    pipeline.backup(archive, tmp_path / "copy")
    before = rows(archive)
    for number in range(6):
        lake.publish(stage(archive.home, f"n{number}", [dispatch(f"new{number}")]), archive)

    def die(stage: str, done: int, total: int) -> None:
        if done == total - at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.backup(archive, tmp_path / "copy", die)
    restored = elsewhere(archive, tmp_path)
    pipeline.restore(restored, tmp_path / "copy")
    assert rows(restored) == before
    pipeline.backup(archive, tmp_path / "copy")
    newer = elsewhere(archive, tmp_path, "newer")
    pipeline.restore(newer, tmp_path / "copy")
    assert rows(newer) == rows(archive)


def test_a_restore_that_dies_leaves_no_lake_and_can_be_run_again(archive, tmp_path):
    pipeline.backup(archive, tmp_path / "copy")
    restored = elsewhere(archive, tmp_path)

    def die(stage: str, done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.restore(restored, tmp_path / "copy", die)
    with pytest.raises(catalog.NoLake):
        rows(restored)
    pipeline.restore(restored, tmp_path / "copy")
    assert rows(restored) == rows(archive)


def test_a_damaged_backup_is_refused_by_the_name_of_the_file(archive, tmp_path):
    pipeline.backup(archive, tmp_path / "copy")
    listed = json.loads((tmp_path / "copy" / MANIFEST).read_bytes())["files"]
    for number, name in enumerate((listed[0]["path"], CATALOG)):
        file = tmp_path / "copy" / name
        octets = file.read_bytes()
        file.write_bytes(octets[:50] + bytes([octets[50] ^ 1]) + octets[51:])
        with pytest.raises(pipeline.BackupError, match=file.name):
            pipeline.restore(elsewhere(archive, tmp_path, f"e{number}"), tmp_path / "copy")
        file.write_bytes(octets)


def test_nothing_is_overwritten(archive, tmp_path):
    pipeline.backup(archive, tmp_path / "copy")
    with pytest.raises(pipeline.BackupError, match="there is a lake already"):
        pipeline.restore(archive, tmp_path / "copy")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("keep me")
    with pytest.raises(pipeline.BackupError, match="no backup"):
        pipeline.backup(archive, tmp_path / "letters")
    with pytest.raises(pipeline.BackupError, match="no finished backup"):
        pipeline.restore(elsewhere(archive, tmp_path), tmp_path / "letters")
    with pytest.raises(catalog.NoLake):
        pipeline.backup(elsewhere(archive, tmp_path), tmp_path / "nothing")
