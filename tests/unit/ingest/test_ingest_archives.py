"""Archives: every kind, every depth, with their side-cars; large ones are never whole in memory."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from delivered import names
from depeche.ingest import drop, limits, spool
from depeche.ingest.archives import kinds as archivekinds
from depeche.ingest.archives import zips
from depeche.ingest.compressed import Deflate, inflate
from depeche.records import SideCar
from depeche.settings import Settings

Make = Callable[..., bytes]
Take = Callable[..., list[tuple[str, bytes, SideCar, tuple[str, str] | None]]]


def test_zip_tar_and_compressed_tars(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make, tar_bytes: Make
) -> None:
    members = {"a.txt": b"one", "sub/é ü.txt": b"two", "empty": b""}
    (folder / "1.zip").write_bytes(zip_bytes(members))
    (folder / "2.zip").write_bytes(zip_bytes(members, zipfile.ZIP_STORED))
    (folder / "3.zip").write_bytes(zip_bytes(members, zipfile.ZIP_BZIP2))
    for number, mode in enumerate(("w", "w:gz", "w:bz2", "w:xz"), 4):
        (folder / f"{number}.dat").write_bytes(tar_bytes(members, mode))
    found = take(settings, folder)
    assert [(name, content) for name, content, _, _ in found] == [
        (f"{file}!/{member}", content)
        for file in ("1.zip", "2.zip", "3.zip", "4.dat", "5.dat", "6.dat", "7.dat")
        for member, content in members.items()
    ]
    assert {refused for _, _, _, refused in found} == {None}


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_keeps_its_name(
    folder: Path, settings: Settings, take: Take, pack: Callable[[bytes], bytes]
) -> None:
    (folder / "x.html.gz").write_bytes(pack(b"<html>") + pack(b"</html>"))
    (folder / "x.html.meta.json").write_text('{"url": "https://example.org/x"}')
    assert take(settings, folder) == [
        ("x.html.gz", b"<html></html>", SideCar(url="https://example.org/x"), None)
    ]


def test_padding_behind_a_compressed_file_is_nothing(folder: Path, settings: Settings, take: Take) -> None:
    (folder / "a.gz").write_bytes(gzip.compress(b"a") + bytes(70_000))
    (folder / "b.gz").write_bytes(gzip.compress(b"b") + bytes(100) + gzip.compress(b"b") + bytes(4))
    assert [content for _, content, _, _ in take(settings, folder)] == [b"a", b"bb"]


def test_nested_to_the_depth_allowed(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make, tar_bytes: Make
) -> None:
    inner = zip_bytes({"x.txt": b"deep"})
    for level in range(4):
        inner = tar_bytes({"t": inner}, "w:gz") if level % 2 else zip_bytes({"z": inner})
    (folder / "a").write_bytes(inner)
    assert names(take(settings, folder)) == [("a!/t!/z!/t!/z!/x.txt", None)]
    shallow = msgspec.structs.replace(settings, max_archive_depth=4)
    [(name, content, _, refused)] = take(shallow, folder)
    assert (name, refused and refused[0]) == ("a!/t!/z!/t!/z", "archive_too_deep")
    assert content == zip_bytes({"x.txt": b"deep"})


def test_a_text_that_begins_like_an_archive_is_a_text(folder: Path, settings: Settings, take: Take) -> None:
    for number, content in enumerate((b"BZh9 is a text", b"PK", b"", b"ustar", b"\x1f\x8b", bytes(1024))):
        (folder / str(number)).write_bytes(content)
    assert {refused for _, _, _, refused in take(settings, folder)} == {None}


@pytest.mark.parametrize("start", list(archivekinds.UNSUPPORTED))
def test_archives_of_other_kinds_are_kept_and_refused(
    folder: Path, settings: Settings, take: Take, start: bytes
) -> None:
    (folder / "a").write_bytes(start + b"rest")
    [(_, content, _, refused)] = take(settings, folder)
    assert content == start + b"rest"
    assert refused is not None
    assert refused[0] == "unsupported_archive"


def test_what_macos_adds_is_left_out(folder: Path, settings: Settings, take: Take, zip_bytes: Make) -> None:
    content = {"a.txt": b"a", "__MACOSX/._a.txt": b"?", "x/.DS_Store": b"?", "x/._b": b"?", ".profile": b"p"}
    (folder / "a.zip").write_bytes(zip_bytes(content))
    assert names(take(settings, folder)) == [("a.zip!/a.txt", None), ("a.zip!/.profile", None)]


def test_a_zip_behind_a_self_extractor(folder: Path, settings: Settings, take: Take, zip_bytes: Make) -> None:
    (folder / "a.zip").write_bytes(b"PK\3\4" + b"stub" * 100 + zip_bytes({"a.txt": b"a"}) + b"")
    assert names(take(settings, folder)) == [("a.zip!/a.txt", None)]


def test_zip64(
    folder: Path, settings: Settings, take: Take, monkeypatch: pytest.MonkeyPatch, zip_bytes: Make
) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 2)
    content = {f"{n}.txt": bytes([65 + n]) * 100 for n in range(5)}
    (folder / "a.zip").write_bytes(zip_bytes(content, zipfile.ZIP_STORED))
    assert b"PK\6\6" in (folder / "a.zip").read_bytes()
    assert {name: data for name, data, _, _ in take(settings, folder)} == {
        f"a.zip!/{name}": data for name, data in content.items()
    }


def test_a_directory_longer_than_the_window_it_is_read_by(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make
) -> None:
    content = {f"{'n' * 200}/{n:05d}": b"" for n in range(6000)}
    (folder / "a.zip").write_bytes(zip_bytes(content, zipfile.ZIP_STORED))
    assert [name for name, _, _, _ in take(settings, folder)] == [f"a.zip!/{name}" for name in content]


def test_names_in_other_encodings(folder: Path, settings: Settings, take: Take, zip_bytes: Make) -> None:
    made = zip_bytes({"caf\u00e9.txt": b"1", "plain.txt": b"2"})
    # The same names without the flag that says UTF-8, and in code page 437.
    silent = made.replace(struct.pack("<H", 0x800), struct.pack("<H", 0))
    (folder / "a.zip").write_bytes(silent)
    (folder / "b.zip").write_bytes(zip_bytes({"cafe_.txt": b"1"}).replace(b"cafe_", b"caf\x82_"))
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT, encoding="latin-1") as archive:
        archive.addfile(tarfile.TarInfo("caf\u00e9.txt"))
    (folder / "c.tar").write_bytes(file.getvalue())
    assert [name for name, _, _, _ in take(settings, folder)] == [
        "a.zip!/caf\u00e9.txt",
        "a.zip!/plain.txt",
        "b.zip!/caf\u00e9_.txt",
        "c.tar!/caf\\xe9.txt",
    ]


def test_long_names_and_sparse_files_in_tars(
    folder: Path, settings: Settings, take: Take, tar_bytes: Make
) -> None:
    long = "d" * 90 + "/" + "n" * 200 + ".txt"
    (folder / "a.tar").write_bytes(tar_bytes({long: b"a", "./b.txt": b"b"}))
    assert [(name, content) for name, content, _, _ in take(settings, folder)] == [
        (f"a.tar!/{long}", b"a"),
        ("a.tar!/b.txt", b"b"),
    ]


def test_tars_joined_end_to_end_are_read_to_the_last(
    folder: Path, settings: Settings, take: Take, tar_bytes: Make
) -> None:
    (folder / "a.tar").write_bytes(tar_bytes({"1": b"1"}) + tar_bytes({"2": b"2"}))
    (folder / "b.tgz").write_bytes(
        gzip.compress(tar_bytes({"1": b"1"})) + gzip.compress(tar_bytes({"2": b"2"}))
    )
    assert names(take(settings, folder)) == [
        ("a.tar!/1", None),
        ("a.tar!/2", None),
        ("b.tgz!/1", None),
        ("b.tgz!/2", None),
    ]


@pytest.mark.parametrize("kind", ["zip", "w", "w:gz"])
def test_sidecars_in_archives_in_any_order(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make, tar_bytes: Make, kind: str
) -> None:
    members = {
        "a/x.txt": b"x",
        "a/x.txt.meta.json": b'{"language": "fr"}',
        "a/y.meta.json": b'{"url": "https://example.org/y"}',
        "a/y.txt": b"y",
        "y.txt": b"another y",
        "bad.txt": b"bad",
        "bad.meta.json": b"{",
        "lone.meta.json": b"{}",
        "lone.bad.meta.json": b"{",
    }
    (folder / "a").write_bytes(zip_bytes(members) if kind == "zip" else tar_bytes(members, kind))
    (folder / "a.meta.json").write_text(
        '{"collected_at": "2016-07-06T20:00:00Z", "url": "https://example.org/a.zip", "language": "de"}'
    )
    at = datetime(2016, 7, 6, 20, tzinfo=UTC)
    found = {
        name.removeprefix("a!/"): (content, described, refused)
        for name, content, described, refused in take(settings, folder)
    }
    assert found["a/x.txt"] == (b"x", SideCar(collected_at=at, language="fr"), None)
    assert found["a/y.txt"] == (
        b"y",
        SideCar(collected_at=at, url="https://example.org/y", language="de"),
        None,
    )
    assert found["y.txt"][1] == SideCar(collected_at=at, language="de")
    assert found["bad.txt"] == (b"bad", SideCar(collected_at=at, language="de"), None)
    for name, reason in (("bad", "bad_sidecar"), ("lone.bad", "bad_sidecar"), ("lone", "orphan_sidecar")):
        refused = found[f"{name}.meta.json"][2]
        assert refused is not None
        assert refused[0] == reason
        assert found[f"{name}.meta.json"][0] == members[f"{name}.meta.json"]
    assert len(found) == 7


def test_a_large_member_is_on_disk_and_not_in_memory(folder: Path, settings: Settings) -> None:
    size = spool.IN_MEMORY + 1000
    (folder / "large").write_bytes(random.Random(1).randbytes(size))
    (folder / "small").write_bytes(b"small")
    kinds = {d.name: isinstance(d.payload, io.BytesIO) for d in drop.deliveries([folder], settings)}
    assert kinds == {"large": False, "small": True}


def test_the_decompressor_gives_pieces_of_bounded_size() -> None:
    packed = zlib.compress(bytes(5_000_000))
    pieces = iter([packed])
    out = [len(piece) for piece in inflate(Deflate(15), lambda: next(pieces, b""))]
    assert sum(out) == 5_000_000
    assert max(out) <= spool.CHUNK


def test_the_directory_of_a_zip_is_a_stream(zip_bytes: Make, settings: Settings) -> None:
    """Members come while the directory is still being read."""
    made = zip_bytes({f"{'n' * 150}{n:05d}": b"" for n in range(8000)}, zipfile.ZIP_STORED)
    source = io.BytesIO(made)
    first = next(zips.members(source, len(made), limits.Budget(len(made), settings)))
    assert first.name.endswith("00000")
    assert source.tell() < len(made)
