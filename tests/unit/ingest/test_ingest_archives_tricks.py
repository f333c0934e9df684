"""Archives that mean harm: nothing gets outside, and nothing is endless."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import random
import struct
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivered import names
from depeche.ingest import drop, limits
from depeche.records import SideCar
from depeche.settings import Settings, load

Make = Callable[..., bytes]
Take = Callable[..., list[tuple[str, bytes, SideCar, tuple[str, str] | None]]]


def link(kind: bytes, target: str = "") -> tarfile.TarInfo:
    header = tarfile.TarInfo("?")
    header.type, header.linkname = kind, target
    return header


TRICKS = ["../x", "a/../../x", "/etc/x", "C:x", "c:/x", "a\\b", "..\\x", "..", "//x", "a/.."]


@pytest.mark.parametrize("name", TRICKS)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_name_that_leads_outside_is_refused_and_its_bytes_kept(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make, tar_bytes: Make, name: str, kind: str
) -> None:
    members = {"before": b"1", name: b"trick", "after": b"2"}
    (folder / "a").write_bytes(zip_bytes(members) if kind == "zip" else tar_bytes(members))
    found = take(settings, folder)
    assert names(found) == [("a!/before", None), (f"a!/{name}", "unsafe_path"), ("a!/after", None)]
    assert found[1][1] == b"trick"


def test_nul_and_empty_names(folder: Path, settings: Settings, take: Take, zip_bytes: Make) -> None:
    (folder / "a.zip").write_bytes(zip_bytes({"aXb": b"1", "/": b"", "dir/": b"x"}).replace(b"aXb", b"a\0b"))
    assert names(take(settings, folder)) == [("a.zip!/a\0b", "unsafe_path"), ("a.zip!/dir/", "unsafe_path")]


def test_links_devices_and_pipes_in_tars(
    folder: Path, settings: Settings, take: Take, tar_bytes: Make
) -> None:
    members = {
        "real": b"1",
        "soft": link(tarfile.SYMTYPE, "/etc/passwd"),
        "hard": link(tarfile.LNKTYPE, "real"),
        "chr": link(tarfile.CHRTYPE),
        "blk": link(tarfile.BLKTYPE),
        "pipe": link(tarfile.FIFOTYPE),
        "folder": link(tarfile.DIRTYPE),
    }
    (folder / "a.tar").write_bytes(tar_bytes(members))
    found = take(settings, folder)
    assert names(found)[0] == ("a.tar!/real", None)
    assert {reason for _, reason in names(found)[1:]} == {"not_a_file"}
    assert len(found) == 6
    assert found[1][3] == ("not_a_file", "soft: a link to /etc/passwd, not a file")


def test_a_link_in_a_zip(folder: Path, settings: Settings, take: Take) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        soft = zipfile.ZipInfo("soft")
        soft.create_system, soft.external_attr = 3, 0o120777 << 16
        archive.writestr(soft, "/etc/passwd")
    [(_, content, _, refused)] = take(settings, folder)
    assert content == b"/etc/passwd"
    assert refused is not None
    assert refused[0] == "not_a_file"


@given(st.text(min_size=1, max_size=40))
def test_any_name_comes_through_or_is_refused(name: str) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        header = tarfile.TarInfo(name)
        header.size = 1
        archive.addfile(header, io.BytesIO(b"x"))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.tar").write_bytes(file.getvalue())
        found = [(d.name, d.read(), d.refused) for d in drop.deliveries([Path(folder)], load({}))]
    for delivered, content, refused in found:
        delivered.encode()
        assert content in (b"x", b"")
        if refused is None:
            member = delivered.removeprefix("a.tar!/")
            assert limits.unsafe(member) is None
            assert not os.path.normpath(os.path.join("/r", member)).startswith("/r/..")


def test_a_bomb_costs_itself(folder: Path, settings: Settings, take: Take, zip_bytes: Make) -> None:
    content = {"a": b"a", "bomb": bytes(20_000_000), "b": b"b", "bomb2": bytes(20_000_000), "c": b"c"}
    made = zip_bytes({**content, "noise": random.Random(1).randbytes(400_000)})
    (folder / "a.zip").write_bytes(made)
    found = take(settings, folder)
    assert names(found) == [
        ("a.zip!/a", None),
        ("a.zip!/bomb", "archive_bomb"),
        ("a.zip!/b", None),
        ("a.zip!/bomb2", "archive_bomb"),
        ("a.zip!/c", None),
        ("a.zip!/noise", None),
    ]
    assert found[1][1] == made
    assert found[3][1] == b""
    assert found[3][3] is not None
    assert "kept with the refusal of a.zip!/bomb" in found[3][3][1]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_bomb(
    folder: Path, settings: Settings, take: Take, pack: Callable[[bytes], bytes]
) -> None:
    made = pack(bytes(40_000_000))
    (folder / "a.gz").write_bytes(made)
    found = take(settings, folder)
    assert names(found) == [("a.gz", "archive_bomb")]
    assert found[0][1] == made


def test_ratios_that_are_harmless_alone_do_not_multiply(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make
) -> None:
    noise = random.Random(1).randbytes(20_000)
    inner = zip_bytes({"x": bytes(5_000_000) + noise})
    (folder / "a.zip").write_bytes(zip_bytes({f"{n}.zip": inner for n in range(12)}))
    low = msgspec.structs.replace(settings, max_archive_ratio=20)
    found = take(low, folder)
    assert names(found)[-1] == ("a.zip", "archive_bomb")
    assert 0 < len(found) < 12
    assert sum(len(content) for _, content, _, refused in found if not refused) <= max(
        limits.FLOOR, 20 * (folder / "a.zip").stat().st_size
    )
    assert len(take(msgspec.structs.replace(settings, max_archive_ratio=300), folder)) == 12


def test_members_that_share_their_bytes_are_counted_each_time(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make
) -> None:
    """The directory lists one member a thousand times: 1 MB of ones a thousand times over."""
    made = zip_bytes({"x": bytes(1_000_000)})
    start = made.index(b"PK\1\2")
    entry, end = made[start : made.index(b"PK\5\6")], bytearray(made[made.index(b"PK\5\6") :])
    struct.pack_into("<2HL", end, 8, 1000, 1000, len(entry) * 1000)
    (folder / "a.zip").write_bytes(made[:start] + entry * 1000 + bytes(end))
    found = take(settings, folder)
    assert names(found)[-1] == ("a.zip", "archive_bomb")
    assert len(found) < 50


def test_too_many_members(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_MEMBERS", 3)
    (folder / "a.zip").write_bytes(zip_bytes({str(n): b"" for n in range(9)}))
    assert names(take(settings, folder)) == [
        ("a.zip!/0", None),
        ("a.zip!/1", None),
        ("a.zip!/2", None),
        ("a.zip", "archive_bomb"),
    ]


def test_a_sparse_file_of_a_terabyte(folder: Path, settings: Settings, take: Take) -> None:
    header = tarfile.TarInfo("holes")
    header.type, header.size = tarfile.GNUTYPE_SPARSE, 512
    block = bytearray(header.tobuf(tarfile.GNU_FORMAT))
    block[386:410] = b"%011o\0%011o\0" % (0, 512)
    block[483:495] = b"\x80\0\0\0\0\0\1\0\0\0\0\0"
    block[148:156] = b"        "
    block[148:156] = b"%06o\0 " % sum(block)
    (folder / "a.tar").write_bytes(bytes(block) + bytes(512) + bytes(1024))
    assert names(take(settings, folder)) == [("a.tar", "archive_bomb")]


def test_a_header_of_a_gigabyte_is_not_read(
    folder: Path, settings: Settings, take: Take, tar_bytes: Make
) -> None:
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 1_000_000_000
    (folder / "a.tar").write_bytes(
        tar_bytes({"a": b"a"})[:1024] + header.tobuf(tarfile.USTAR_FORMAT) + bytes(2048)
    )
    assert names(take(settings, folder)) == [("a.tar!/a", None), ("a.tar", "corrupt_archive")]
