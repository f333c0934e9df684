"""Killed at any point and run again: the same payloads, none twice, none lost.

A child process ingests a drop folder and kills itself (SIGKILL) at a named point; what
it left is then ingested by a run that is let live.
"""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from depeche import ingest
from depeche.ingest import rawstore
from depeche.ingest.rawstore import warcfile, warcwriter
from depeche.records import Tally
from depeche.settings import Settings, load

CHILD = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
import msgspec
from depeche import ingest, storage
from depeche.ingest import rawstore
from depeche.ingest.drop import file as dropfile
from depeche.ingest.rawstore import index, warcwriter
from depeche.settings import load

home, folder, point, nth = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
dropfile.SETTLED_SECONDS = -1e9
calls = 0

def die():
    global calls
    calls += 1
    if calls == nth:
        os.kill(os.getpid(), signal.SIGKILL)

def before(owner, name):
    original = getattr(owner, name)
    def wrapped(*args, **kwargs):
        die()
        return original(*args, **kwargs)
    setattr(owner, name, wrapped)

def after(owner, name):
    original = getattr(owner, name)
    def wrapped(*args, **kwargs):
        result = original(*args, **kwargs)
        die()
        return result
    setattr(owner, name, wrapped)

def amid(owner, name):
    # Half of the compressed bytes of a record are in the file.
    original = getattr(owner, name)
    def wrapped(self, delivery, collected_at):
        if calls + 1 == nth:
            self._file.write(os.urandom(500))
            self._file.flush()
        die()
        return original(self, delivery, collected_at)
    setattr(owner, name, wrapped)

{
    "a file is opened": lambda: after(warcwriter.Writer, "__init__"),
    "mid-WARC": lambda: amid(warcwriter.Writer, "add"),
    "a record is written": lambda: after(warcwriter.Writer, "add"),
    "before fsync": lambda: before(warcwriter, "sync"),
    "after fsync, before rename": lambda: before(warcwriter, "publish"),
    "after rename, before the folder's fsync": lambda: before(storage, "sync_folder"),
    "after rename, before index": lambda: before(index.Index, "add"),
    "within the index's transaction": lambda: after(index.Index, "_enter"),
    "after index": lambda: after(index.Index, "add"),
    "a file is entered while the index is made again": lambda: after(index, "_readable"),
    "never": lambda: None,
}[point]()
settings = msgspec.structs.replace(load({"DEPECHE_HOME": home}), wire_batch=4)
tally = ingest.ingest_paths([Path(folder)], "files", settings, now=datetime.now(UTC))
sys.stdout.buffer.write(msgspec.json.encode(tally))
"""
POINTS = [
    ("a file is opened", 1),
    ("a file is opened", 3),
    ("mid-WARC", 3),
    ("mid-WARC", 6),
    ("a record is written", 1),
    ("a record is written", 9),
    ("before fsync", 2),
    ("after fsync, before rename", 1),
    ("after fsync, before rename", 2),
    ("after rename, before the folder's fsync", 2),
    ("after rename, before index", 1),
    ("after rename, before index", 3),
    ("within the index's transaction", 2),
    ("after index", 1),
    ("after index", 3),
]


def run(home: Path, folder: Path, point: str = "never", nth: int = 1) -> Tally | None:
    """One ingest in a process of its own. Gives its tally, None where it was killed."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(CHILD), str(home), str(folder), point, str(nth)],
        capture_output=True,
        check=False,
    )
    if done.returncode == -signal.SIGKILL:
        return None
    assert done.returncode == 0, done.stderr.decode()
    return msgspec.json.decode(done.stdout, type=Tally)


@pytest.fixture
def wire(folder: Path, zip_bytes: Callable[..., bytes]) -> Path:
    """11 payloads, one twice, and a trick, in files and archives."""
    chance = random.Random(3)
    for n in range(5):
        (folder / f"{n}.txt").write_bytes(b"dispatch %d " % n + chance.randbytes(2000))
    (folder / "a.zip").write_bytes(zip_bytes({f"{n}.txt": b"packed %d" % n * 90 for n in range(5)}))
    (folder / "b.zip").write_bytes(zip_bytes({"0.txt": b"packed 0" * 90, "../x": b"trick", "1": b"last"}))
    return folder


def stored(home: Path) -> list[tuple[str, str | None]]:
    """Digest and refusal of every payload, by the files themselves."""
    settings = load({"DEPECHE_HOME": str(home)})
    found = []
    for batch in rawstore.batches(settings):
        assert rawstore.verify(settings, batch) == []
        refs = rawstore.refs(settings, batch)
        assert refs == [each.ref for each in warcfile.scan(settings.raw / batch, "files")]
        for ref, content in zip(refs, rawstore.read_many(settings, [r.raw_uri for r in refs]), strict=True):
            assert hashlib.sha256(content).hexdigest() == ref.raw_sha256
            found.append((ref.raw_sha256, ref.refused[0] if ref.refused else None))
    return sorted(found, key=str)


@pytest.fixture
def expected(wire: Path, tmp_path: Path) -> list[tuple[str, str | None]]:
    tally = run(tmp_path / "undisturbed", wire)
    assert tally is not None
    assert (tally.taken, tally.accepted, tally.quarantined, tally.known) == (13, 11, 1, 1)
    return stored(tmp_path / "undisturbed")


@pytest.mark.parametrize(("point", "nth"), POINTS)
def test_killed_and_run_again(
    tmp_path: Path, wire: Path, expected: list[tuple[str, str | None]], point: str, nth: int
) -> None:
    home = tmp_path / "home"
    assert run(home, wire, point, nth) is None
    before = stored(home)
    assert set(before) <= set(expected)
    assert len(before) == len(set(before))
    again = run(home, wire)
    assert again is not None
    assert stored(home) == expected
    assert again.taken == 13
    assert again.accepted + again.quarantined == len(expected) - len(before)
    assert not list((home / "raw" / "files").glob(".*.tmp"))
    last = run(home, wire)
    assert last is not None
    assert (last.taken, last.known) == (13, 13)
    assert stored(home) == expected


def test_killed_again_and_again(tmp_path: Path, wire: Path, expected: list[tuple[str, str | None]]) -> None:
    home = tmp_path / "home"
    for point, nth in [
        ("mid-WARC", 2),
        ("after rename, before index", 1),
        ("a record is written", 3),
        ("after index", 1),
    ]:
        assert run(home, wire, point, nth) is None
    assert run(home, wire) is not None
    assert stored(home) == expected


def test_killed_while_the_index_is_made_again(
    tmp_path: Path, wire: Path, expected: list[tuple[str, str | None]]
) -> None:
    home = tmp_path / "home"
    assert run(home, wire) is not None
    (home / "raw" / "index.sqlite").unlink()
    assert run(home, wire, "a file is entered while the index is made again", 2) is None
    tally = run(home, wire)
    assert tally is not None
    assert tally.known == 13
    assert stored(home) == expected


def test_two_runs_at_once_store_everything_once(
    tmp_path: Path, wire: Path, expected: list[tuple[str, str | None]]
) -> None:
    home = tmp_path / "home"
    command = [sys.executable, "-c", CHILD, str(home), str(wire), "never", "1"]
    children = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    tallies = [msgspec.json.decode(child.communicate()[0], type=Tally) for child in children]
    assert sum(tally.accepted for tally in tallies) == 11
    assert stored(home) == expected


def test_a_mark_never_comes_before_the_bytes(
    tmp_path: Path, wire: Path, settings: Settings, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file counts as seen only with the WARC file that holds its last payload."""
    monkeypatch.setattr("depeche.ingest.drop.file.SETTLED_SECONDS", -1e9)

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(warcwriter, "sync", fail)
        with pytest.raises(OSError, match="Input/output"):
            ingest.ingest_paths([wire], "files", settings, now=now)
    tally = ingest.ingest_paths([wire], "files", settings, now=now + timedelta(hours=1))
    assert (tally.accepted, tally.quarantined) == (11, 1)
