"""The raw store: exact bytes, once, found again; damage is said and never passed over."""

from __future__ import annotations

import hashlib
import io
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from depeche import ingest
from depeche.ingest import feeds, index, rawstore, warcfile
from depeche.ingest.delivery import Delivery
from depeche.records import RawRef, SideCar
from depeche.settings import Settings, SettingsError, load

NOTHING = SideCar()


def delivery(
    name: str, content: bytes, described: SideCar = NOTHING, refused: tuple[str, str] | None = None
) -> Delivery:
    return Delivery(
        name,
        f"/in/{name}",
        len(content),
        hashlib.sha256(content).hexdigest(),
        io.BytesIO(content),
        described,
        refused,
    )


def store(settings: Settings, now: datetime, *items: Delivery, feed: str = "afp"):  # type: ignore[no-untyped-def]
    return rawstore.ingest_deliveries(feed, items, settings, now)


def every(settings: Settings) -> dict[str, bytes]:
    """Digest → bytes of all that is stored, read from the files; fails where something is there twice."""
    found: dict[str, bytes] = {}
    for batch in rawstore.batches(settings):
        refs = rawstore.refs(settings, batch)
        for ref, content in zip(refs, rawstore.read_many(settings, [r.raw_uri for r in refs]), strict=True):
            assert ref.raw_sha256 not in found
            found[ref.raw_sha256] = content
    return found


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
    monkeypatch.setattr(rawstore, "FILE_BYTES", 10)
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


# --- the index ----------------------------------------------------------------------


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
    file = index.path_of(settings)
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
    with sqlite3.connect(index.path_of(settings)) as db:
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
    monkeypatch.setattr(index, "BUSY_SECONDS", 0)
    with sqlite3.connect(index.path_of(settings), isolation_level=None) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            store(settings, now, delivery("b", b"b"))
        db.execute("ROLLBACK")
    db.close()
    assert store(settings, now, delivery("a", b"a")).known == 1


# --- damage -------------------------------------------------------------------------


@pytest.fixture
def three(settings: Settings, now: datetime) -> list[RawRef]:
    contents = [bytes([n]) * 3000 + bytes(range(256)) * (n + 1) for n in range(3)]
    store(settings, now, *(delivery(str(n), content) for n, content in enumerate(contents)))
    return rawstore.refs(settings, rawstore.batches(settings)[0])


def offset(ref: RawRef) -> int:
    return int(ref.raw_uri.rpartition("#")[2])


def damage(settings: Settings, three: list[RawRef]) -> Path:
    """Flip a byte within the second record's compressed data."""
    file = settings.raw / rawstore.batch_of(three[1].raw_uri)
    content = bytearray(file.read_bytes())
    content[(offset(three[1]) + offset(three[2])) // 2 + 40] ^= 0x55
    file.write_bytes(content)
    return file


def test_a_damaged_payload_is_never_given(settings: Settings, three: list[RawRef]) -> None:
    damage(settings, three)
    assert len(rawstore.read(settings, three[0].raw_uri)) == three[0].size
    assert len(rawstore.read(settings, three[2].raw_uri)) == three[2].size
    with pytest.raises(rawstore.RawStoreError, match=r"(damaged|no record can be read)"):
        rawstore.read(settings, three[1].raw_uri)
    [problem, *_] = rawstore.verify(settings, rawstore.batch_of(three[1].raw_uri))
    assert problem


def test_a_damaged_file_is_entered_as_far_as_it_is_whole(
    settings: Settings, now: datetime, three: list[RawRef], caplog: pytest.LogCaptureFixture
) -> None:
    file = damage(settings, three)
    good = file.read_bytes()
    index.path_of(settings).unlink()
    contents = [bytes([n]) * 3000 + bytes(range(256)) * (n + 1) for n in range(3)]
    with caplog.at_level(logging.ERROR):
        tally = store(settings, now, *(delivery(str(n), content) for n, content in enumerate(contents)))
    assert tally.known >= 1
    assert tally.accepted >= 1
    assert "restore the file from a backup" in caplog.text
    assert file.read_bytes() == good  # what is left of it is not touched
    with pytest.raises(rawstore.RawStoreError):
        rawstore.refs(settings, rawstore.batch_of(three[1].raw_uri))
    for ref, content in zip(three, contents, strict=True):
        uri = rawstore.find(settings, ref.raw_sha256)
        assert uri is not None
        assert rawstore.read(settings, uri) == content


def test_every_truncation_of_a_file_is_noticed(settings: Settings, three: list[RawRef]) -> None:
    file = settings.raw / rawstore.batch_of(three[0].raw_uri)
    content = file.read_bytes()
    for length in (*range(0, len(content), 7), *map(offset, three), len(content) - 1):
        file.write_bytes(content[:length])
        whole, problems = [], []
        try:
            for found in warcfile.scan(file, "afp"):
                (whole if found.whole else problems).append(found.ref)
        except rawstore.RawStoreError as error:
            problems.append(str(error))
        assert all(ref in three for ref in whole)
        assert problems or whole == three, length


@pytest.mark.parametrize(
    "raw_uri",
    ["", "afp", "afp/x.warc.gz", "afp/x.warc.gz#", "afp/x.warc.gz#-1", "afp/x.warc.gz#1²", "#1", "afp/x.warc.gz#0",
     "../afp/x.warc.gz#0", "/etc/passwd#0", "afp/.x.warc.gz#0", "afp/../../x.warc.gz#0", "afp/a\0.warc.gz#0"],
)  # fmt: skip
def test_a_bad_uri_says_so(settings: Settings, raw_uri: str) -> None:
    with pytest.raises(rawstore.RawStoreError):
        rawstore.read(settings, raw_uri)


def test_an_offset_at_which_nothing_begins(settings: Settings, three: list[RawRef]) -> None:
    batch = rawstore.batch_of(three[0].raw_uri)
    for at in (0, 1, offset(three[0]) + 1, offset(three[1]) - 1, 10**12):
        with pytest.raises(rawstore.RawStoreError, match=r"#\d+"):
            rawstore.read(settings, f"{batch}#{at}")


# --- the run ------------------------------------------------------------------------


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
        for file in index.files(settings.raw)
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


# --- feeds --------------------------------------------------------------------------


@pytest.fixture
def feed(folder: Path) -> Callable[..., feeds.Feed]:
    def made(dated: str | None = None) -> feeds.Feed:
        return feeds.Feed(id="afp", kind="drop", location=folder, dated=dated, declared_at="feeds.yml:3")

    return made


@pytest.mark.usefixtures("settled")
def test_a_feed_is_ingested_once(
    feed: Callable[..., feeds.Feed],
    folder: Path,
    settings: Settings,
    now: datetime,
    zip_bytes: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "z.zip").write_bytes(zip_bytes({"1": b"1", "../2": b"2", "3": b"a"}))
    tally = ingest.ingest(feed(), settings, now=now)
    assert (tally.taken, tally.accepted, tally.quarantined, tally.known) == (4, 2, 1, 1)

    def never(*_: object) -> None:
        raise AssertionError("an unchanged file was opened")

    monkeypatch.setattr("depeche.ingest.dropfile._open", never)
    again = ingest.ingest(feed(), settings, now=now)
    assert (again.taken, again.known) == (4, 4)


@pytest.mark.usefixtures("settled")
def test_other_limits_look_again(
    feed: Callable[..., feeds.Feed],
    folder: Path,
    settings: Settings,
    now: datetime,
    zip_bytes: Callable[..., bytes],
) -> None:
    (folder / "z.zip").write_bytes(zip_bytes({"x.zip": zip_bytes({"1": b"1"})}))
    shallow = msgspec.structs.replace(settings, max_archive_depth=1)
    assert ingest.ingest(feed(), shallow, now=now).reasons == {"archive_too_deep": 1}
    assert ingest.ingest(feed(), settings, now=now).accepted == 1
    assert ingest.ingest(feed(), settings, now=now).known == 1


@pytest.mark.usefixtures("settled")
def test_a_file_that_was_replaced_is_read_again(
    feed: Callable[..., feeds.Feed], folder: Path, settings: Settings, now: datetime
) -> None:
    (folder / "a.txt").write_text("a")
    times = (folder / "a.txt").stat()
    ingest.ingest(feed(), settings, now=now)
    (folder / "new").write_text("b")
    (folder / "new").rename(folder / "a.txt")
    os.utime(folder / "a.txt", ns=(times.st_atime_ns, times.st_mtime_ns))  # as rsync -t does
    assert ingest.ingest(feed(), settings, now=now).accepted == 1


@pytest.mark.usefixtures("settled")
def test_marks_do_not_outlive_the_bytes(
    feed: Callable[..., feeds.Feed], folder: Path, settings: Settings, now: datetime
) -> None:
    (folder / "a.txt").write_text("a")
    ingest.ingest(feed(), settings, now=now)
    (settings.raw / rawstore.batches(settings)[0]).unlink()
    assert ingest.ingest(feed(), settings, now=now).accepted == 1


def test_a_location_that_is_not_there(
    feed: Callable[..., feeds.Feed], folder: Path, settings: Settings, now: datetime
) -> None:
    folder.rmdir()
    with pytest.raises(SettingsError, match=r"feeds.yml:3: location .* does not exist"):
        ingest.ingest(feed(), settings, now=now)


def test_an_interval_reads_its_folders(
    feed: Callable[..., feeds.Feed], folder: Path, settings: Settings, now: datetime
) -> None:
    for name in ("2016-06/a", "2016-07/b", "2016-08/c", "loose"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name)
    july = (datetime(2016, 7, 1, tzinfo=UTC).date(), datetime(2016, 8, 1, tzinfo=UTC).date())
    assert ingest.ingest(feed("%Y-%m"), settings, now=now, interval=july).accepted == 1
    assert list(every(settings).values()) == [b"2016-07/b"]
    assert ingest.ingest(feed("%Y-%m"), settings, now=now + timedelta(1)).accepted == 3


def test_an_interval_of_a_feed_without_dates_takes_nothing_and_says_so(
    feed: Callable[..., feeds.Feed],
    folder: Path,
    settings: Settings,
    now: datetime,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (folder / "a").write_text("a")
    with caplog.at_level(logging.WARNING):
        tally = ingest.ingest(feed(), settings, now=now, interval=(now.date(), now.date() + timedelta(1)))
    assert tally.taken == 0
    assert "says no days" in caplog.text


@pytest.mark.parametrize(
    ("pattern", "days", "expected"),
    [
        ("%Y-%m", ("2016-06-30", "2016-07-02"), ["2016-06", "2016-07"]),
        ("%Y/%m/%d", ("2016-02-28", "2016-03-01"), ["2016/02/28", "2016/02/29"]),
        ("%Y", ("2016-02-28", "2016-03-01"), ["2016"]),
        ("afp/%Y%j/", ("2016-12-31", "2017-01-02"), ["afp/2016366", "afp/2017001"]),
        ("%Y", ("2016-01-01", "2016-01-01"), []),
    ],
)
def test_dated_folders(pattern: str, days: tuple[str, str], expected: list[str]) -> None:
    first, last = (datetime.fromisoformat(day).date() for day in days)
    assert ingest.dated_folders(pattern, (first, last)) == expected


def test_paths(folder: Path, settings: Settings, now: datetime) -> None:
    (folder / "a").write_text("a")
    (folder / "b").write_text("b")
    assert ingest.ingest_paths([folder / "a", folder], "files", settings, now=now).accepted == 2
    with pytest.raises(FileNotFoundError):
        ingest.ingest_paths([folder / "a", folder / "c"], "files", settings, now=now)
