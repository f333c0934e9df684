"""Runs of a feed: once each file, in its interval, from where it is declared."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from depeche import ingest
from depeche.ingest import feeds, rawstore
from depeche.settings import Settings, SettingsError
from raw_payloads import every


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

    monkeypatch.setattr("depeche.ingest.drop.file._open", never)
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
