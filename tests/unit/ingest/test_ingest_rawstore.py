"""The raw store: exact bytes, once, found again, by an index that can be made anew."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from depeche.ingest import rawstore
from depeche.ingest.delivery import Delivery
from depeche.ingest.rawstore import indexfile, warcfile
from depeche.ingest.rawstore import write as rawwrite
from depeche.ingest.rawstore.batches import files
from depeche.records import RawRef, SideCar
from depeche.settings import Settings, load
from raw_payloads import delivery, every, store

NOTHING = SideCar()


def test_what_is_stored_is_read_back(settings: Settings, now: datetime) -> None:
    described = SideCar(
        collected_at=datetime(1994, 5, 12, 1, 2, 3, 4, tzinfo=UTC),
        url="https://example.org/à b",
        publisher="Ü\n",
        language="fr",
    )
    tally = store(
        settings, now, delivery("é/ü !.txt", b"bytes \0\xff\r\n\r\n", described), delivery("empty", b"")
    )
    assert (tally.taken, tally.accepted, tally.known, tally.quarantined) == (2, 2, 0, 0)
    [batch] = rawstore.batches(settings)
    assert batch == "afp/20160706T200000000000Z-00001.warc.gz"
    first, second = rawstore.refs(settings, batch)
    assert first == RawRef(
        raw_uri=first.raw_uri,
        raw_sha256=hashlib.sha256(b"bytes \0\xff\r\n\r\n").hexdigest(),
        name="é/ü !.txt",
        size=12,
        feed_id="afp",
        collected_at=datetime(1994, 5, 12, 1, 2, 3, 4, tzinfo=UTC),
        sidecar=described,
    )
    assert second.collected_at == now
    assert rawstore.read(settings, first.raw_uri) == b"bytes \0\xff\r\n\r\n"
    assert rawstore.read(settings, second.raw_uri) == b""
    assert rawstore.batch_of(first.raw_uri) == batch
    assert rawstore.find(settings, first.raw_sha256.upper()) == first.raw_uri
    assert rawstore.find(settings, "0" * 64) is None
    assert rawstore.verify(settings, batch) == []


def test_the_files_are_plain_warc(settings: Settings, now: datetime) -> None:
    url = SideCar(url="https://example.org/à b")
    store(
        settings,
        now,
        delivery("n 1.txt", b"one", url),
        delivery("../é", b"two", refused=("unsafe_path", "détail\nx")),
    )
    [batch] = rawstore.batches(settings)
    with (settings.raw / batch).open("rb") as file:
        records = ArchiveIterator(file, check_digests="raise")
        found = [(r.rec_type, dict(r.rec_headers.headers), r.content_stream().read()) for r in records]
    assert [kind for kind, _, _ in found] == ["warcinfo", "resource", "resource", "metadata"]
    assert b"isPartOf: afp" in found[0][2]
    assert [content for _, _, content in found[1:3]] == [b"one", b"two"]
    headers = found[1][1]
    assert headers["WARC-Payload-Digest"] == "sha256:" + hashlib.sha256(b"one").hexdigest()
    assert headers["WARC-Date"] == "2016-07-06T20:00:00.000000Z"
    assert headers["WARC-Target-URI"] == "https://example.org/%C3%A0%20b"
    assert headers["Depeche-Name"] == '"n 1.txt"'
    assert found[2][1]["WARC-Target-URI"] == "urn:depeche:afp:../%C3%A9"
    assert found[2][1]["Depeche-Refused"] == r'["unsafe_path", "d\u00e9tail\nx"]'


def test_the_same_bytes_are_stored_once(settings: Settings, now: datetime) -> None:
    tally = store(settings, now, delivery("a", b"same"), delivery("b", b"same"), delivery("c", b"other"))
    assert (tally.taken, tally.accepted, tally.known) == (3, 2, 1)
    later = store(settings, now + timedelta(days=1), delivery("d", b"same"), delivery("e", b"new"))
    assert (later.taken, later.accepted, later.known) == (2, 1, 1)
    other = store(settings, now, delivery("d", b"same"), feed="reuters")
    assert (other.accepted, other.known) == (0, 1)
    assert sorted(every(settings).values()) == [b"new", b"other", b"same"]
    assert len(rawstore.batches(settings)) == 2


def test_a_refusal_is_known_by_reason_name_and_bytes(settings: Settings, now: datetime) -> None:
    bomb = ("archive_bomb", "1")
    items = [
        delivery("a", b"x", refused=bomb),
        delivery("a", b"x", refused=("archive_bomb", "said otherwise")),
        delivery("b", b"x", refused=bomb),
        delivery("a", b"x", refused=("corrupt_archive", "1")),
        delivery("a", b"y", refused=bomb),
        delivery("a", b"x"),
    ]
    tally = store(settings, now, *items)
    assert (tally.taken, tally.accepted, tally.quarantined, tally.known) == (6, 1, 4, 1)
    assert tally.reasons == {"archive_bomb": 3, "corrupt_archive": 1}
    assert store(settings, now, *items).known == 6
    [batch] = rawstore.batches(settings)
    assert rawstore.refs(settings, batch)[0].refused == bomb
    assert rawstore.find(settings, hashlib.sha256(b"y").hexdigest()) is None


def test_files_are_cut_at_the_size_of_a_batch(
    settings: Settings, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = msgspec.structs.replace(settings, wire_batch=4, page_batch=2)
    wires = [delivery(f"w{n}", f"wire {n}".encode()) for n in range(9)]
    pages = [
        delivery(f"p{n}", f"\ufeff<!-- x -->\n<HTML lang=fr>{n}".encode("utf-16-le" if n else "utf-8"))
        for n in range(5)
    ]
    store(small, now, *wires)
    store(small, now + timedelta(seconds=1), *pages)
    assert [len(rawstore.refs(small, b)) for b in rawstore.batches(small)] == [4, 4, 1, 2, 2, 1]
    monkeypatch.setattr(rawwrite, "FILE_BYTES", 10)
    store(settings, now + timedelta(seconds=2), delivery("x", b"0123456789"), delivery("y", b"0"))
    assert [len(rawstore.refs(small, b)) for b in rawstore.batches(small)][6:] == [1, 1]


def test_the_same_instant_twice_overwrites_nothing(settings: Settings, now: datetime) -> None:
    store(settings, now, delivery("a", b"a"))
    store(settings, now, delivery("b", b"b"))
    assert [b.rpartition("-")[2] for b in rawstore.batches(settings)] == ["00001.warc.gz", "00002.warc.gz"]
    assert sorted(every(settings).values()) == [b"a", b"b"]


def test_nothing_new_makes_no_file(settings: Settings, now: datetime) -> None:
    assert store(settings, now).taken == 0
    assert rawstore.batches(settings) == []


@pytest.mark.parametrize("content", [None, b"", b"not a database at all" * 100])
def test_the_index_is_made_again(settings: Settings, now: datetime, content: bytes | None) -> None:
    items = [
        delivery("a", b"a"),
        delivery("b", b"b", SideCar(url="u:x")),
        delivery("c", b"c", refused=("r", "d")),
    ]
    store(settings, now, *items)
    [batch] = rawstore.batches(settings)
    before = rawstore.refs(settings, batch)
    file = indexfile.path_of(settings)
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    assert rawstore.refs(settings, batch) == before  # from the WARC file; readers do not write
    assert rawstore.find(settings, before[0].raw_sha256) is None
    assert store(settings, now, *items).known == 3
    assert rawstore.refs(settings, batch) == before
    assert rawstore.find(settings, before[0].raw_sha256) == before[0].raw_uri


def test_an_index_of_another_version_is_made_again(settings: Settings, now: datetime) -> None:
    store(settings, now, delivery("a", b"a"))
    with sqlite3.connect(indexfile.path_of(settings)) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    assert store(settings, now, delivery("a", b"a")).known == 1


def test_a_file_that_is_gone_is_forgotten_and_taken_again(
    settings: Settings, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    store(settings, now, delivery("a", b"a"))
    (settings.raw / rawstore.batches(settings)[0]).unlink()
    with caplog.at_level(logging.WARNING):
        assert store(settings, now, delivery("a", b"a")).accepted == 1
    assert "is gone or has changed" in caplog.text
    assert every(settings) == {hashlib.sha256(b"a").hexdigest(): b"a"}


def test_a_locked_index_is_waited_for_and_not_thrown_away(
    settings: Settings, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(settings, now, delivery("a", b"a"))
    monkeypatch.setattr(indexfile, "BUSY_SECONDS", 0)
    with sqlite3.connect(indexfile.path_of(settings), isolation_level=None) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            store(settings, now, delivery("b", b"b"))
        db.execute("ROLLBACK")
    db.close()
    assert store(settings, now, delivery("a", b"a")).known == 1


def test_a_run_that_fails_leaves_no_half_file(settings: Settings, now: datetime) -> None:
    def failing() -> Iterator[Delivery]:
        yield delivery("a", b"a")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        rawstore.ingest_deliveries("afp", failing(), settings, now)
    assert [p.name for p in (settings.raw / "afp").iterdir()] == [".lock"]
    assert store(settings, now, delivery("a", b"a")).accepted == 1


def test_two_runs_of_a_feed_do_not_mix(settings: Settings, now: datetime) -> None:
    hasty = msgspec.structs.replace(settings, lock_seconds=0.01)
    (settings.raw / "afp").mkdir(parents=True)
    with FileLock(settings.raw / "afp" / ".lock"), pytest.raises(rawstore.FeedBusy, match="afp"):
        store(hasty, now, delivery("a", b"a"))
    assert store(hasty, now, delivery("a", b"a")).accepted == 1


@pytest.mark.parametrize("feed", ["", "..", "a/b", "A", "a.b", "é", "a\n"])
def test_a_bad_feed_id(settings: Settings, now: datetime, feed: str) -> None:
    with pytest.raises(ValueError, match="feed id"):
        store(settings, now, feed=feed)


def test_a_now_without_a_zone(settings: Settings) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        store(settings, datetime(2016, 7, 6))  # noqa: DTZ001  that is what is refused


def test_progress_is_told(settings: Settings, now: datetime) -> None:
    told: list[tuple[str, int]] = []
    rawstore.ingest_deliveries(
        "afp",
        [delivery("a", b"xx"), delivery("b", b"xx")],
        settings,
        now,
        lambda name, size: told.append((name, size)),
    )
    assert told == [("a", 2), ("b", 2)]


@given(
    st.lists(
        st.tuples(
            st.text(),
            st.binary(max_size=50),
            st.builds(SideCar, url=st.none() | st.text(), publisher=st.none() | st.text()),
            st.none() | st.tuples(st.sampled_from(["unsafe_path", "archive_bomb"]), st.text()),
        ),
        max_size=6,
    )
)
def test_whatever_comes_is_kept_as_it_is(
    tmp_path_factory: pytest.TempPathFactory,
    given_items: list[tuple[str, bytes, SideCar, tuple[str, str] | None]],
) -> None:
    settings = load({"DEPECHE_HOME": str(tmp_path_factory.mktemp("any"))})
    now = datetime(2016, 7, 6, tzinfo=UTC)
    tally = store(settings, now, *(delivery(*item) for item in given_items))
    assert tally.taken == len(given_items)
    stored = [ref for batch in rawstore.batches(settings) for ref in rawstore.refs(settings, batch)]
    scanned = [
        found.ref
        for file in files(settings.raw)
        for found in warcfile.scan(file.place, file.place.parent.name)
    ]
    assert stored == scanned
    assert len(stored) == tally.accepted + tally.quarantined
    contents = list(rawstore.read_many(settings, [ref.raw_uri for ref in stored]))
    kept = {(r.name, c, r.sidecar, r.refused) for r, c in zip(stored, contents, strict=True)}
    assert kept <= set(given_items)
    assert {c for _, c, _, refused in given_items if refused is None} == {
        c for _, c, _, refused in kept if refused is None
    }
