"""A damaged raw store: it is said, and never passed over."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path

import pytest

from depeche.ingest import rawstore
from depeche.ingest.rawstore import indexfile, warcfile
from depeche.records import RawRef, SideCar
from depeche.settings import Settings
from raw_payloads import delivery, store

NOTHING = SideCar()


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
    indexfile.path_of(settings).unlink()
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
