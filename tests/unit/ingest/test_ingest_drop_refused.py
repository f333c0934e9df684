"""Drop folders: links to the outside, things that are no files, and files that cannot be read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from delivered import reasons
from depeche.ingest import drop, names, spool, unreached
from depeche.ingest.delivery import Done, Trouble
from depeche.ingest.drop import file as dropfile
from depeche.ingest.failure import FeedUnreachable
from depeche.records import Reject, SideCar
from depeche.settings import Settings

Take = Callable[..., list[tuple[str, bytes, SideCar, tuple[str, str] | None]]]


def test_links(folder: Path, settings: Settings, take: Take, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (folder / "real").mkdir()
    (folder / "real/a.txt").write_text("a")
    (folder / "inside").symlink_to("real/a.txt")
    (folder / "outside").symlink_to(tmp_path / "secret")
    (folder / "up").symlink_to(tmp_path)
    (folder / "around").symlink_to(folder)
    (folder / "broken").symlink_to("nowhere")
    found = take(settings, folder)
    assert reasons(found) == {
        "broken": "not_a_file",
        "inside": None,
        "outside": "unsafe_path",
        "real/a.txt": None,
        "up": "unsafe_path",
    }
    assert b"secret" not in [content for _, content, _, _ in found]


def test_a_root_that_is_a_link_is_followed(
    folder: Path, settings: Settings, take: Take, tmp_path: Path
) -> None:
    (folder / "a.txt").write_text("a")
    (tmp_path / "way").symlink_to(folder)
    assert reasons(take(settings, tmp_path / "way")) == {"a.txt": None}


def test_a_folder_beside_whose_name_begins_alike_is_outside(
    tmp_path: Path, folder: Path, settings: Settings, take: Take
) -> None:
    (tmp_path / "drop2").mkdir()
    (tmp_path / "drop2/x").write_text("x")
    (folder / "a").symlink_to(tmp_path / "drop2/x")
    assert reasons(take(settings, folder)) == {"a": "unsafe_path"}


def test_pipes_and_sockets_do_not_hang(
    folder: Path, settings: Settings, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder / "pipe")
    monkeypatch.chdir(folder)  # a socket's path has a short limit
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        assert reasons(take(settings, folder)) == {"pipe": "not_a_file", "socket": "not_a_file"}


def test_what_cannot_be_read(
    folder: Path, settings: Settings, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the calls themselves, as root may read everything."""
    for name in ("a", "b", "shut/x"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name)
    opened, scanned = os.open, os.scandir

    def refuse_open(path: str, *rest: int) -> int:
        if os.fsencode(path).endswith(b"/b"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    def refuse_scan(path: str):  # type: ignore[no-untyped-def]
        if str(path).rstrip("/").endswith("/shut"):
            raise PermissionError(13, "Permission denied")
        return scanned(path)

    monkeypatch.setattr(dropfile.os, "open", refuse_open)
    monkeypatch.setattr(dropfile.os, "scandir", refuse_scan)
    assert reasons(take(settings, folder)) == {"a": None, "b": "unreadable", "shut": "unreadable"}


def test_a_folder_that_cannot_be_entered_is_no_night_without_news(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_scan(path: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(names.os, "scandir", refuse_scan)
    (trouble,) = drop.walk([folder], settings)
    assert isinstance(trouble, Trouble)
    assert (
        str(trouble.error)
        == f"unreadable: {folder}/: Permission denied; everything else of the feed is stored"
    )
    with pytest.raises(Reject):
        list(drop.deliveries([folder], settings))


def test_a_store_that_does_not_answer_may_do_so_later() -> None:
    trouble = unreached.unreachable("s3://wire/drop", OSError("EndpointConnectionError: Could not connect"))
    assert isinstance(trouble.error, FeedUnreachable)
    assert str(trouble.error).startswith("s3://wire/drop: EndpointConnectionError: Could not connect; ")


def test_a_file_renamed_since_the_folder_was_listed_is_no_delivery(
    folder: Path, settings: Settings, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (folder / name).write_text(name)
    looked = os.lstat

    def lstat(path: str) -> os.stat_result:
        (folder / "b").unlink(missing_ok=True)
        return looked(path)

    monkeypatch.setattr(dropfile.os, "lstat", lstat)
    assert reasons(take(settings, folder)) == {"a": None}


def test_a_bad_sector_is_the_files_fault(
    folder: Path, settings: Settings, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a").write_text("a")

    def broken(self: spool.Reading, count: int | None = -1) -> bytes:
        raise Reject("unreadable", "a: Input/output error")

    monkeypatch.setattr(spool.Reading, "read", broken)
    assert reasons(take(settings, folder)) == {"a": "unreadable"}


@pytest.mark.usefixtures("settled")
def test_what_could_not_be_read_is_tried_again(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a").write_text("a")
    assert any(isinstance(item, Done) for item in drop.walk([folder], settings))

    def broken(self: spool.Reading, count: int | None = -1) -> bytes:
        raise Reject("unreadable", "a: Input/output error")

    monkeypatch.setattr(spool.Reading, "read", broken)
    assert not any(isinstance(item, Done) for item in drop.walk([folder], settings))


def test_a_link_that_takes_a_files_place_is_not_followed(
    folder: Path, settings: Settings, take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret").write_text("secret")
    (folder / "a").write_text("a")
    look = dropfile.look

    def swapped(*given_args):  # type: ignore[no-untyped-def]
        source = look(*given_args)
        (folder / "a").unlink()
        (folder / "a").symlink_to(tmp_path / "secret")
        return source

    monkeypatch.setattr(dropfile, "look", swapped)
    assert reasons(take(settings, folder)) == {"a": "unreadable"}


def test_a_sidecar_that_is_a_link_to_the_outside_says_nothing(
    folder: Path, settings: Settings, take: Take, tmp_path: Path
) -> None:
    (tmp_path / "other.json").write_text('{"language": "fr"}')
    (folder / "a.txt").write_text("a")
    (folder / "a.meta.json").symlink_to(tmp_path / "other.json")
    found = take(settings, folder)
    assert reasons(found) == {"a.meta.json": "unsafe_path", "a.txt": None}
    assert found[1][2] == SideCar()


def test_a_full_disk_is_ours_and_stops_the_run(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a").write_bytes(bytes(spool.IN_MEMORY + 1))

    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(spool.tempfile, "TemporaryFile", full)
    with pytest.raises(OSError, match="No space left"):
        list(drop.deliveries([folder], settings))
