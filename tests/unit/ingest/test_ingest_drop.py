"""Drop folders: what is taken, in which order, under which names."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivered import reasons
from depeche.ingest import drop
from depeche.ingest.delivery import Delivery, Done, Unchanged, printable
from depeche.ingest.drop import file as dropfile
from depeche.records import SideCar
from depeche.settings import Settings

Take = Callable[..., list[tuple[str, bytes, SideCar, tuple[str, str] | None]]]


def test_order_names_and_what_is_passed_over(folder: Path, settings: Settings, take: Take) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "b.txt", "c/d/e.txt", ".hidden", ".git/x", "b/.x", "x.part"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    for name in ("x.tmp", "y.filepart"):
        (folder / name).write_text("half")
    found = take(settings, folder)
    assert [name for name, _, _, _ in found] == ["a.txt", "b.txt", "b/1.txt", "b/2.txt", "c/d/e.txt"]
    assert all(content.decode() == name for name, content, _, _ in found)


def test_input_is_the_path_as_given(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, zip_bytes: Callable[..., bytes]
) -> None:
    (folder / "s").mkdir()
    (folder / "s/a.txt").write_text("a")
    (folder / "z.zip").write_bytes(zip_bytes({"m/b.txt": b"b"}))
    monkeypatch.chdir(folder.parent)
    given_folder = [(d.name, d.input) for d in drop.deliveries([Path("drop")], settings)]
    assert given_folder == [("s/a.txt", "drop/s/a.txt"), ("z.zip!/m/b.txt", "drop/z.zip!/m/b.txt")]
    files = [Path("drop/s/a.txt"), Path("drop/z.zip")]
    assert [(d.name, d.input) for d in drop.deliveries(files, settings)] == [
        ("a.txt", "drop/s/a.txt"),
        ("z.zip!/m/b.txt", "drop/z.zip!/m/b.txt"),
    ]


def test_a_path_that_is_not_there(folder: Path, settings: Settings) -> None:
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        list(drop.deliveries([folder / "nowhere"], settings))


def test_sidecars(folder: Path, settings: Settings, take: Take) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "a.meta.json").write_text('{"collected_at": "2016-07-06T22:00:00+02:00"}')
    (folder / "b.txt").write_text("b")
    (folder / "b.txt.meta.json").write_text('{"language": "de"}')
    (folder / "b.meta.json").write_text('{"language": "fr"}')
    (folder / "c.txt").write_text("c")
    (folder / "c.meta.json").write_text('{"collected_at": "2016-07-06T22:00:00"}')
    (folder / "d.meta.json").write_text("{}")
    found = {
        name: (content, described, refused) for name, content, described, refused in take(settings, folder)
    }
    assert found["a.txt"] == (b"a", SideCar(collected_at=datetime(2016, 7, 6, 20, tzinfo=UTC)), None)
    assert found["b.txt"] == (b"b", SideCar(language="de"), None)
    assert found["c.txt"] == (b"c", SideCar(), None)
    assert reasons(take(settings, folder)) == {
        "a.txt": None,
        "b.txt": None,
        "c.txt": None,
        "c.meta.json": "bad_sidecar",
        "d.meta.json": "orphan_sidecar",
    }
    assert found["c.meta.json"][0] == b'{"collected_at": "2016-07-06T22:00:00"}'


def test_sidecars_of_files_given_by_themselves(folder: Path, settings: Settings, take: Take) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "a.meta.json").write_text('{"language": "fr"}')
    (folder / "b.meta.json").write_text("{}")
    given_files = [folder / "a.meta.json", folder / "a.txt", folder / "b.meta.json"]
    assert [(name, described.language) for name, _, described, _ in take(settings, *given_files)] == [
        ("a.txt", "fr"),
        ("b.meta.json", None),
    ]


def test_a_file_that_changes_under_the_reader_waits(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("half")
    copy = dropfile.spool

    def writer_goes_on(chunks):  # type: ignore[no-untyped-def]
        done = copy(chunks)
        with (folder / "a.txt").open("a") as file:
            file.write("and the rest")
        return done

    monkeypatch.setattr(dropfile, "spool", writer_goes_on)
    items = list(drop.walk([folder], settings))
    assert [item.refused[0] for item in items if isinstance(item, Delivery) and item.refused] == [
        "still_changing"
    ]
    assert not any(isinstance(item, Done) for item in items)


@pytest.mark.usefixtures("settled")
def test_a_file_seen_before_is_not_opened(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, zip_bytes: Callable[..., bytes]
) -> None:
    (folder / "a.zip").write_bytes(zip_bytes({"1": b"1", "2": b"2"}))
    done = [item for item in drop.walk([folder], settings) if isinstance(item, Done)]
    assert [item.payloads for item in done] == [2]

    def never(*_: object) -> int:
        raise AssertionError("opened")

    monkeypatch.setattr(dropfile.os, "open", never)
    again = list(drop.walk([folder], settings, seen=lambda source: 2 if source == done[0].source else None))
    assert again == [Unchanged("a.zip", str(folder / "a.zip"), (folder / "a.zip").stat().st_size, 2)]


def test_a_file_changed_a_moment_ago_may_change_again_unseen(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a").write_text("a")
    monkeypatch.setattr(dropfile, "SETTLED_SECONDS", 1e9)
    assert not any(isinstance(item, Done) for item in drop.walk([folder], settings))


def test_dated_folders_only(folder: Path, settings: Settings, tmp_path: Path) -> None:
    for name in ("2016/07/06/a", "2016/07/07/b", "2016/c", "d"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    (folder / "2016/07/08").symlink_to(tmp_path)
    folders = ["2016/07/06", "2016/07/08", "2016/07/09"]
    items = [item for item in drop.walk([folder], settings, folders=folders) if isinstance(item, Delivery)]
    assert [(item.name, item.refused and item.refused[0]) for item in items] == [
        ("2016/07/06/a", None),
        ("2016/07/08", "unsafe_path"),
    ]


def test_file_names_that_are_not_utf8(folder: Path, settings: Settings, take: Take) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("a")
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.meta.json")).write_text('{"language": "fr"}')
    [(name, content, described, refused)] = take(settings, folder)
    assert (name, content, described.language, refused) == ("caf\\xe9.txt", b"a", "fr", None)


@given(st.text(st.characters()))
def test_any_name_can_be_written_anywhere(name: str) -> None:
    printable(name).encode()
    if name.isprintable() and name.isascii():
        assert printable(name) == name


def test_a_deep_tree(folder: Path, settings: Settings, take: Take) -> None:
    deep = folder
    for _ in range(400):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text("x")
    assert [content for _, content, _, _ in take(settings, folder)] == [b"x"]


def test_a_delivery_as_a_raw_dispatch(folder: Path, settings: Settings, now: datetime) -> None:
    (folder / "a.txt").write_text("a")
    (folder / "b.txt").write_text("b")
    (folder / "b.meta.json").write_text('{"collected_at": "2000-01-01T00:00:00Z"}')
    raws = [drop.to_raw(d, now, agency_id="AFP") for d in drop.deliveries([folder], settings)]
    assert [(r.name, r.payload, r.collected_at, r.raw_uri, r.agency_id) for r in raws] == [
        ("a.txt", b"a", now, None, "AFP"),
        ("b.txt", b"b", datetime(2000, 1, 1, tzinfo=UTC), None, "AFP"),
    ]
