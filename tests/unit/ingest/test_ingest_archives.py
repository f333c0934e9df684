"""Archives: every kind, every depth, every trick; nothing lost, nothing outside, nothing endless."""

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
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.ingest import archives, drop, limits, spool, zips
from depeche.ingest.compressed import Deflate, inflate
from depeche.records import SideCar
from depeche.settings import Settings, load

Make = Callable[..., bytes]
Take = Callable[..., list[tuple[str, bytes, SideCar, tuple[str, str] | None]]]


def names(found: list[tuple[str, bytes, SideCar, tuple[str, str] | None]]) -> list[tuple[str, str | None]]:
    return [(name, refused[0] if refused else None) for name, _, _, refused in found]


def link(kind: bytes, target: str = "") -> tarfile.TarInfo:
    header = tarfile.TarInfo("?")
    header.type, header.linkname = kind, target
    return header


# --- what is read -------------------------------------------------------------------


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


@pytest.mark.parametrize("start", list(archives.UNSUPPORTED))
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


# --- side-cars ----------------------------------------------------------------------


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


# --- tricks -------------------------------------------------------------------------

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


# --- bombs --------------------------------------------------------------------------


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


# --- damage -------------------------------------------------------------------------


def test_an_encrypted_member(folder: Path, settings: Settings, take: Take, zip_bytes: Make) -> None:
    made = bytearray(zip_bytes({"a": b"a", "secret": b"s", "b": b"b"}))
    for signature, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = bytes(made).index(signature, bytes(made).index(signature) + 1)
        made[at + place] |= 1
    (folder / "a.zip").write_bytes(made)
    found = take(settings, folder)
    assert names(found) == [("a.zip!/a", None), ("a.zip!/secret", "encrypted_archive"), ("a.zip!/b", None)]
    assert found[1][1] == bytes(made)


def test_a_wrong_checksum_costs_the_member(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make
) -> None:
    made = zip_bytes({"a": b"first", "b": b"second", "c": b"third"}, zipfile.ZIP_STORED).replace(
        b"second", b"sEcond"
    )
    (folder / "a.zip").write_bytes(made)
    found = take(settings, folder)
    assert names(found) == [("a.zip!/a", None), ("a.zip!/b", "corrupt_archive"), ("a.zip!/c", None)]
    assert found[1][1] == made


def test_a_method_nobody_reads(folder: Path, settings: Settings, take: Take, zip_bytes: Make) -> None:
    (folder / "a.zip").write_bytes(zip_bytes({"a": b"a"}, zipfile.ZIP_LZMA))
    assert names(take(settings, folder)) == [("a.zip!/a", "unsupported_archive")]


def test_the_container_too_large_to_keep_stays_where_it_is(
    folder: Path, settings: Settings, take: Take
) -> None:
    small = msgspec.structs.replace(settings, max_payload_mb=1)
    noise = random.Random(1).randbytes(2_000_000)
    (folder / "a.gz").write_bytes(gzip.compress(noise)[:-100])
    [(_, content, _, refused)] = take(small, folder)
    assert content == b""
    assert refused is not None
    assert refused[0] == "truncated_archive"
    assert "keep a.gz in the drop folder" in refused[1]


def test_every_truncation_keeps_what_is_whole(
    settings: Settings, tmp_path: Path, take: Take, zip_bytes: Make, tar_bytes: Make
) -> None:
    members = {f"{n}.txt": bytes([97 + n]) * 30 for n in range(4)}
    for kind, made in (
        ("zip", zip_bytes(members, zipfile.ZIP_STORED)),
        ("tar", tar_bytes(members)[: 4 * 1024 + 1024]),
        ("tgz", gzip.compress(tar_bytes(members)[: 4 * 1024 + 1024])),
        ("gz", gzip.compress(b"".join(members.values()))),
    ):
        step = 1 if len(made) < 1000 else 37
        for length in range(512, len(made), step) if kind == "tar" else range(4, len(made), step):
            file = tmp_path / "cut"
            file.write_bytes(made[:length])
            found = take(settings, file)
            whole = {name.split("!/")[-1]: content for name, content, _, refused in found if refused is None}
            if kind in ("zip", "tar", "tgz"):
                assert all(members[name] == content for name, content in whole.items()), (kind, length)
            else:
                assert not whole
            if kind == "tar" and length >= 5 * 1024 - 512:
                continue  # one of the two blocks of the end is there
            refused = [refused for _, _, _, refused in found if refused]
            assert refused, (kind, length, names(found))
            assert any(content == made[:length] for _, content, _, refused in found if refused)


def test_any_flipped_byte_ends_in_deliveries_or_refusals(
    settings: Settings, tmp_path: Path, take: Take, zip_bytes: Make, tar_bytes: Make
) -> None:
    chance = random.Random(7)
    members = {"a.txt": b"alpha" * 9, "b/c.txt": b"beta" * 9, "a.meta.json": b'{"language": "fr"}'}
    originals = [
        zip_bytes(members),
        tar_bytes(members)[:6144],
        tar_bytes(members, "w:gz"),
        lzma.compress(b"alpha"),
    ]
    originals += [tar_bytes(members, "w:xz"), bz2.compress(tar_bytes(members))]
    for original in originals:
        for _ in range(120):
            made = bytearray(original)
            for _ in range(chance.randint(1, 4)):
                made[chance.randrange(len(made))] = chance.randrange(256)
            (tmp_path / "flipped").write_bytes(made)
            found = take(settings, tmp_path / "flipped")
            assert found
            for name, _, _, refused in found:
                name.encode()
                assert refused is None or refused[0].isidentifier()


def test_something_behind_the_end_is_not_passed_over(
    folder: Path, settings: Settings, take: Take, tar_bytes: Make
) -> None:
    (folder / "a.gz").write_bytes(gzip.compress(b"a") + b"and more of something else")
    (folder / "b.tar").write_bytes(tar_bytes({"b": b"b"}) + b"not a tar header" * 40)
    assert names(take(settings, folder)) == [
        ("a.gz", "corrupt_archive"),
        ("b.tar!/b", None),
        ("b.tar", "corrupt_archive"),
    ]


def test_a_tar_header_damaged_in_the_midst_is_not_its_end(
    folder: Path, settings: Settings, take: Take, tar_bytes: Make
) -> None:
    made = bytearray(tar_bytes({"a": b"a", "b": b"b", "c": b"c"}))
    made[1024 + 5] ^= 0xFF
    (folder / "a.tar").write_bytes(made)
    found = take(settings, folder)
    assert names(found) == [("a.tar!/a", None), ("a.tar", "corrupt_archive")]
    assert found[1][1] == bytes(made)


def test_a_directory_that_counts_wrongly(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make
) -> None:
    made = bytearray(zip_bytes({"a": b"a", "b": b"b"}))
    struct.pack_into("<2H", made, bytes(made).index(b"PK\5\6") + 8, 3, 3)
    (folder / "a.zip").write_bytes(made)
    assert names(take(settings, folder)) == [
        ("a.zip!/a", None),
        ("a.zip!/b", None),
        ("a.zip", "corrupt_archive"),
    ]


def test_a_directory_that_lies_elsewhere(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make
) -> None:
    made = bytearray(zip_bytes({"a": b"a"}))
    struct.pack_into("<L", made, bytes(made).index(b"PK\5\6") + 16, 1_000_000)
    (folder / "a.zip").write_bytes(made)
    found = take(settings, folder)
    assert names(found) == [("a.zip", "corrupt_archive")]
    assert found[0][1] == bytes(made)


def test_damage_within_a_nested_archive_costs_that_one(
    folder: Path, settings: Settings, take: Take, zip_bytes: Make, tar_bytes: Make
) -> None:
    inner = tar_bytes({"x": b"x" * 2000, "y": b"y" * 2000}, "w")[:3000]
    (folder / "a.zip").write_bytes(zip_bytes({"1": b"1", "in.tar": inner, "2": b"2"}))
    found = take(settings, folder)
    assert names(found) == [
        ("a.zip!/1", None),
        ("a.zip!/in.tar!/x", None),
        ("a.zip!/in.tar", "truncated_archive"),
        ("a.zip!/2", None),
    ]
    assert found[2][1] == inner


# --- memory -------------------------------------------------------------------------


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
