"""Damaged archives: what is whole is kept, what is lost is said."""

from __future__ import annotations

import bz2
import gzip
import lzma
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from delivered import names
from depeche.records import SideCar
from depeche.settings import Settings
from foreign_warc import Page, warc

Make = Callable[..., bytes]
Take = Callable[..., list[tuple[str, bytes, SideCar, tuple[str, str] | None]]]


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


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("WARC-Date", "0001-01-01T00:00:00+01:00"),
        ("Depeche-Name", "no JSON"),
        ("Depeche-Name", "7"),
        ("Depeche-Name", '"x"\r\nDepeche-Sidecar: {"collected_at": "0001-01-01T00:00:00+01:00"}'),
    ],
)
def test_a_record_with_a_nonsensical_header_is_taken_without_it(
    take: Take, settings: Settings, folder: Path, header: str, value: str
) -> None:
    content = warc([Page("https://paper.example/1", b"one", date="DATE")], packed=False)
    said = f"{header}: {value}".encode()
    (folder / "a.warc").write_bytes(content.replace(b"WARC-Date: DATE", said))
    [(name, payload, described, refused)] = take(settings, folder)
    assert (name.startswith("a.warc!/"), payload, refused) == (True, b"one", None)
    assert (described.url, described.collected_at) == ("https://paper.example/1", None)
