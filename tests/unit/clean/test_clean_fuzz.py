"""No payload makes cleaning raise anything but Reject; what it gives is well formed."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depeche.clean import clean
from depeche.records import CleanDispatch, RawDispatch, Reject

INPUTS = sorted((Path(__file__).parents[2] / "golden" / "clean" / "inputs").iterdir())
MakeRaw = Callable[..., RawDispatch]
FUZZED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def check(raw: RawDispatch) -> None:
    """Clean ``raw``; whatever comes of it is a refusal or well formed."""
    try:
        found = clean(raw)
    except Reject as refusal:
        assert refusal.reason.isidentifier()  # noqa: PT017
        assert refusal.detail  # noqa: PT017
        return
    assert found
    for record in found:
        msgspec.json.encode(record)
        if isinstance(record, CleanDispatch):
            assert record.text == record.text.strip()
            assert any(map(str.isalnum, record.text or record.headline or ""))
            assert "\n\n\n" not in record.text
            assert unicodedata.is_normalized("NFC", record.text)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_prefixes(make_raw: MakeRaw, path: Path) -> None:
    payload = path.read_bytes()
    for end in range(0, len(payload), max(1, len(payload) // 12)):
        check(make_raw(payload[:end]))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_flipped_bytes(make_raw: MakeRaw, path: Path) -> None:
    payload = path.read_bytes()
    chance = random.Random(path.name)
    for flips in (1, 1, 1, 2, 5, 20, 60) if payload else ():
        damaged = bytearray(payload)
        for _ in range(flips):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        check(make_raw(bytes(damaged)))


@FUZZED
@given(payload=st.binary(max_size=600))
def test_any_bytes(make_raw: MakeRaw, payload: bytes) -> None:
    check(make_raw(payload))


@FUZZED
@given(payload=st.text(max_size=400))
def test_any_text(make_raw: MakeRaw, payload: str) -> None:
    check(make_raw(payload.encode("utf-8", "surrogatepass")))


@FUZZED
@given(inside=st.text(st.sampled_from("<>/&;\"'= pbr!-[]?a1\n\0é"), max_size=200))
@pytest.mark.parametrize(
    "frame", ["<html><body>{}", "<NewsML>{}</NewsML>", "<NewsML><NewsItem>{}</NewsItem></NewsML>", "{}"]
)
def test_any_markup(make_raw: MakeRaw, frame: str, inside: str) -> None:
    check(make_raw(frame.replace("{}", inside)))


@FUZZED
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "headline",
                        "author",
                        "name",
                        "url",
                        "articleBody",
                        "@type",
                        "@graph",
                        "keywords",
                        "datePublished",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_ld(make_raw: MakeRaw, value: object) -> None:
    data = msgspec.json.encode(
        {
            "@type": "NewsArticle",
            "mainEntityOfPage": value,
            "headline": value,
            "articleBody": value,
            "author": value,
        }
    )
    check(make_raw(b'<html><script type="application/ld+json">' + data + b"</script><p>" + b"word " * 60))
