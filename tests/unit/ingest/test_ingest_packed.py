"""Zstandard, 7-Zip and WARC files in a drop folder."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import py7zr
import pytest
from backports import zstd

from depeche import ingest
from depeche.ingest import drop, rawstore
from depeche.ingest.delivery import Delivery, Left
from depeche.settings import Settings
from foreign_warc import Page, page, warc

Take = Callable[..., list[Any]]
MEMBERS = {"a/one.txt": b"one " * 5000, "a/two.txt": b"two", "empty.txt": b"", "été.txt": b"x" * 300_000}


def seven(members: dict[str, bytes], **how: Any) -> bytes:
    file = io.BytesIO()
    with py7zr.SevenZipFile(file, "w", **how) as archive:
        for name, content in members.items():
            archive.writestr(content, name)
    return file.getvalue()


def tar(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.7z", seven(MEMBERS)), ("x.tar.zst", zstd.compress(tar(MEMBERS)))],
)
def test_members_of_packed_archives(
    take: Take, settings: Settings, folder: Path, name: str, content: bytes
) -> None:
    (folder / name).write_bytes(content)
    found = {delivered: payload for delivered, payload, _, refused in take(settings, folder) if not refused}
    assert found == {f"{name}!/{member}": payload for member, payload in MEMBERS.items()}


def test_a_file_in_zstandard(take: Take, settings: Settings, folder: Path) -> None:
    # Two frames and one that is to be skipped, as parallel packers write them.
    skipped = b"\x50\x2a\x4d\x18\x04\0\0\0abcd"
    (folder / "x.xml.zst").write_bytes(zstd.compress(b"one ") + skipped + zstd.compress(b"two"))
    assert [(name, payload) for name, payload, _, _ in take(settings, folder)] == [("x.xml.zst", b"one two")]


def refusals(taken: list[Any]) -> list[str]:
    return [refused[0] for _, _, _, refused in taken if refused]


def test_damage_in_zstandard(take: Take, settings: Settings, folder: Path) -> None:
    content = bytearray(
        zstd.compress(bytes(range(256)) * 400, options={zstd.CompressionParameter.checksum_flag: 1})
    )
    (folder / "cut.zst").write_bytes(content[:-9])
    content[-2] ^= 0x55
    (folder / "flipped.zst").write_bytes(content)
    assert refusals(take(settings, folder)) == ["truncated_archive", "corrupt_archive"]


@pytest.mark.parametrize("name", ["bomb.7z", "bomb.zst"])
def test_bombs_are_refused(take: Take, settings: Settings, folder: Path, name: str) -> None:
    zeros = bytes(40_000_000)
    (folder / name).write_bytes(seven({"zeros": zeros}) if name.endswith("7z") else zstd.compress(zeros))
    assert refusals(take(msgspec.structs.replace(settings, max_archive_ratio=20), folder)) == ["archive_bomb"]


def test_every_prefix_of_a_7z_is_refused(take: Take, settings: Settings, folder: Path) -> None:
    content = seven({"one": b"one", "two": b"two" * 100})
    for length in range(len(py7zr.properties.MAGIC_7Z), len(content), 5):
        (folder / "x.7z").write_bytes(content[:length])
        assert refusals(take(settings, folder)) == ["corrupt_archive"], length


def test_flips_in_a_7z_never_give_other_bytes(take: Take, settings: Settings, folder: Path) -> None:
    members = {"one": b"one " * 100, "two": b"two " * 100}
    content = seven(members)
    for place in range(0, len(content), 3):
        damaged = bytearray(content)
        damaged[place] ^= 0x55
        (folder / "x.7z").write_bytes(damaged)
        for _, payload, _, refused in take(settings, folder):
            assert refused or payload in (*members.values(), bytes(damaged)), place


def test_a_7z_under_a_password(take: Take, settings: Settings, folder: Path) -> None:
    (folder / "x.7z").write_bytes(seven({"one": b"one"}, password="secret"))
    (folder / "y.7z").write_bytes(seven({"one": b"one"}, password="secret", header_encryption=True))
    assert refusals(take(settings, folder)) == ["encrypted_archive"] * 2


@pytest.mark.parametrize("bad", ["../out.txt", "/etc/out.txt"])
def test_a_7z_that_leads_outside(take: Take, settings: Settings, folder: Path, bad: str) -> None:
    file = io.BytesIO()
    with py7zr.SevenZipFile(file, "w") as archive:
        archive.writestr(b"out", "placeholder")
        archive.header.files_info.files[0]["filename"] = bad
    (folder / "x.7z").write_bytes(file.getvalue())
    assert set(refusals(take(settings, folder))) <= {"unsafe_path", "corrupt_archive"}
    assert not any(payload == b"out" and not refused for _, payload, _, refused in take(settings, folder))


PAGES = [Page(f"https://paper.example/{n}", page(n)) for n in range(4)]


@pytest.mark.parametrize(
    "content",
    [warc(PAGES), warc(PAGES, packed=False), gzip.compress(warc(PAGES, packed=False))],
    ids=["by record", "plain", "one member"],
)
def test_a_warc_file_in_a_drop_folder(take: Take, settings: Settings, folder: Path, content: bytes) -> None:
    (folder / "x.warc.gz").write_bytes(content)
    taken = take(settings, folder)
    assert [payload for _, payload, _, _ in taken] == [each.body for each in PAGES]
    name, _, described, refused = taken[0]
    assert name.startswith("x.warc.gz!/")
    assert (described.url, described.charset) == (PAGES[0].url, "utf-8")
    assert described.collected_at == datetime(2016, 9, 1, 6, tzinfo=UTC)
    assert refused is None
    left = [item for item in drop.walk([folder], settings) if isinstance(item, Left)]
    assert [each.causes["request"] for each in left] == [4]


def test_a_damaged_warc_file_keeps_the_damage_and_gives_the_rest(
    take: Take, settings: Settings, folder: Path
) -> None:
    content = bytearray(warc(PAGES))
    content[len(content) // 2] ^= 0x55
    (folder / "x.warc.gz").write_bytes(content[:-20])
    taken = take(settings, folder)
    assert sorted(refusals(taken)) == ["corrupt_archive", "truncated_archive"]
    assert all(payload in bytes(content) for _, payload, _, refused in taken if refused)


def test_a_file_of_our_own_store_gives_what_was_stored(
    settings: Settings, folder: Path, now: datetime, tmp_path: Path
) -> None:
    (folder / "wire").mkdir()
    (folder / "wire" / "x.xml").write_bytes(b"<x/>")
    (folder / "wire" / "x.meta.json").write_text('{"publisher": "Port Harrow Post", "language": "en"}')
    ingest.ingest_paths([folder], "files", settings, now=now)
    (batch,) = rawstore.batches(settings)
    moved = tmp_path / "moved"
    moved.mkdir()
    (moved / "old.warc.gz").write_bytes((settings.raw / batch).read_bytes())
    (found,) = [item for item in drop.deliveries([moved], settings) if isinstance(item, Delivery)]
    assert (found.name, found.sidecar.publisher) == ("old.warc.gz!/wire/x.xml", "Port Harrow Post")
    assert found.sha256 == rawstore.refs(settings, batch)[0].raw_sha256
