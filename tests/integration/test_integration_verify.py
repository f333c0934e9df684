"""``verify`` finds what is broken on purpose, and nothing in a sound archive."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import tiny_wire
from depeche import catalog, lake, pipeline
from depeche.lake import tables
from depeche.pipeline.verify import chosen
from depeche.settings import load


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The tiny wire, archived once: 5 rows, 1 refusal, 2 batches."""
    folder = tmp_path_factory.mktemp("sound")
    pipeline.run(load(tiny_wire.write(folder)))
    return folder


@pytest.fixture
def archive(made, tmp_path):
    """A copy of it to break."""
    shutil.copytree(made, tmp_path / "copy", symlinks=True)
    return load(tiny_wire.write(tmp_path / "copy"))


def change(settings, *statements):
    with closing(catalog.connect(settings, write=True)) as con:
        for statement in statements:
            con.execute("BEGIN")
            con.execute(statement)
            tables.commit_message(con, "broken on purpose")
            con.execute("COMMIT")


def flip(file: Path, at: int):
    octets = bytearray(file.read_bytes())
    octets[at] ^= 0xFF
    file.write_bytes(octets)


def parquet(settings) -> Path:
    return sorted((settings.lake / "data/main/dispatch_revisions").rglob("*.parquet"))[0]


def warc(settings) -> Path:
    return sorted(settings.raw.glob("wire/*.warc.gz"))[0]


def test_a_sound_archive_is_sound(archive):
    found = pipeline.verify(archive)
    assert found["sound"]
    assert found["problems"] == []
    assert found["raw_batches"] == 2
    assert set(found["checks"]) == {*lake.CHECKS, "raw digests", "raw references", "orphans"}


def row_twice(settings):
    change(settings, "INSERT INTO lake.dispatch_revisions FROM lake.dispatch_revisions LIMIT 1")


def tally_wrong(settings):
    change(settings, "UPDATE lake.batches SET accepted = accepted + 1")


def batch_forgotten(settings):
    change(settings, "DELETE FROM lake.batches WHERE feed_id = 'wire'")


def row_added(settings):
    change(
        settings,
        "INSERT INTO lake.dispatch_revisions SELECT * REPLACE (dispatch_id || 'x' AS dispatch_id) "
        "FROM lake.dispatch_revisions LIMIT 1",
    )


def words_changed(settings):
    change(
        settings, "UPDATE lake.dispatch_revisions SET full_text = full_text || ' (sic)' WHERE revision = 1"
    )


def file_lost(settings):
    parquet(settings).unlink()


def file_cut(settings):
    parquet(settings).write_bytes(parquet(settings).read_bytes()[:-100])


def file_damaged(settings):
    file = parquet(settings)
    octets = file.read_bytes()
    file.write_bytes(octets[:4] + bytes(500) + octets[504:])


def raw_damaged(settings):
    flip(warc(settings), warc(settings).stat().st_size // 2)


def raw_lost(settings):
    warc(settings).unlink()


def orphan_left(settings):
    file = parquet(settings).with_name("left.parquet")
    file.write_bytes(b"PAR1")
    os.utime(file, (1_000_000_000, 1_000_000_000))


def other_digest(settings):
    change(settings, f"UPDATE lake.dispatch_revisions SET raw_sha256 = '{'0' * 64}'")


@pytest.mark.parametrize(
    ("breaking", "check"),
    [
        (row_twice, "keys"),
        (tally_wrong, "tallies"),
        (batch_forgotten, "ledger"),
        (row_added, "ledger"),
        (words_changed, "words"),
        (file_lost, "files"),
        (file_cut, "files"),
        (file_damaged, "files"),
        (raw_damaged, "raw digests"),
        (raw_lost, "raw references"),
        (other_digest, "raw references"),
        (orphan_left, "orphans"),
    ],
)
def test_what_is_broken_is_found(archive, breaking, check):
    breaking(archive)
    found = pipeline.verify(archive)
    assert not found["sound"]
    assert found["checks"][check] > 0, found["problems"]
    assert any(problem.startswith(f"{check}: ") for problem in found["problems"])


def test_a_row_in_the_wrong_partition_is_found(archive):
    # No statement puts it there: the catalog is told another path for the file.
    file = parquet(archive)
    wrong = file.parent.with_name("month=11") / file.name
    wrong.parent.mkdir()
    file.rename(wrong)
    with closing(sqlite3.connect(catalog.catalog_file(archive))) as db, db:
        old, new = (f"{path.parent.name}/{path.name}" for path in (file, wrong))
        db.execute("UPDATE ducklake_data_file SET path = replace(path, ?, ?)", (old, new))
    found = pipeline.verify(archive)
    assert found["checks"] == dict.fromkeys(found["checks"], 0) | {"partitions": 1}


def test_a_sample_comes_round_to_every_batch():
    batches = [f"wire/{n}" for n in range(7)]
    days = [chosen(batches, 3, 739_000 + day) for day in range(7)]
    assert all(len(set(day)) == 3 for day in days)
    assert {batch for day in days[:3] for batch in day} == set(batches)
    assert chosen(batches, None, 1) == chosen(batches, 9, 1) == batches


def test_the_command_says_what_is_wrong_and_ends_with_1(archive):
    command = [sys.executable, "-c", "from depeche.cli import main; main()", "verify", "--json"]
    environ = {"DEPECHE_HOME": str(archive.home), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, env=environ, capture_output=True, check=False)
    assert (done.returncode, json.loads(done.stdout)["sound"]) == (0, True), done.stderr
    raw_lost(archive)
    done = subprocess.run(command, env=environ, capture_output=True, check=False)
    assert (done.returncode, json.loads(done.stdout)["sound"]) == (1, False)
