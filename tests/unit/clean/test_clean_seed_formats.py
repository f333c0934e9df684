"""The samples of seeds/formats: one of each format, read whole by its own reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.clean import READERS, clean
from depeche.clean.detect import detect
from depeche.records import CleanDispatch, RawDispatch
from depeche.settings import PROJECT

SAMPLES = PROJECT / "seeds" / "formats"
# Those of seeds/dispatches.
ELSEWHERE = {"newsml12", "page", "text"}
READ = {
    "afp-core-api.json": "afpcore", "anpa-1312.txt": "anpa", "atom.xml": "atom", "gigaword.sgml": "gigaword",
    "iptc-7901.txt": "iptc7901", "json-feed.json": "jsonfeed", "mail.eml": "mail", "newsml-g2.xml": "newsmlg2",
    "ninjs.json": "ninjs", "nitf.xml": "nitf", "rss.xml": "rss", "table.csv": "table", "table.jsonl": "table",
    "teleprinter.txt": "teleprinter",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_sample_is_read_whole(make_raw: Callable[..., RawDispatch], name: str) -> None:
    payload = (SAMPLES / name).read_bytes()
    assert READ[name] == detect(payload).FORMAT
    for found in clean(make_raw(payload)):
        assert isinstance(found, CleanDispatch)
        assert found.text
        assert found.issued_at_text
        assert found.unmapped == []


def test_every_format_has_a_sample() -> None:
    assert set(READ.values()) | ELSEWHERE == {reader.FORMAT for reader in READERS}
