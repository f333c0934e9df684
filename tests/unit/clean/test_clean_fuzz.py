"""No payload makes cleaning raise anything but Reject; what it gives is well formed."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depeche.clean import clean, markup
from depeche.clean.newsml12 import mapping as newsml12_mapping
from depeche.clean.newsmlg2 import mapping as newsmlg2_mapping
from depeche.clean.nitf import mapping as nitf_mapping
from depeche.clean.syndication import atom, rss
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
    "frame",
    [
        "<html><body>{}",
        "<NewsML>{}</NewsML>",
        "<NewsML><NewsItem>{}</NewsItem></NewsML>",
        '<DOC id="AFP_FRE_19940512.0001"><TEXT>{}</TEXT></DOC>',
        "From: a\nTo: b\nSubject: c\nContent-Type: text/html\n\n{}",
        "{}",
    ],
)
def test_any_markup(make_raw: MakeRaw, frame: str, inside: str) -> None:
    check(make_raw(frame.replace("{}", inside)))


ELEMENTS = {
    "newsItem": [
        *newsmlg2_mapping.MAPPED,
        *newsmlg2_mapping.IGNORED,
        *newsmlg2_mapping.CONCEPT,
        "contentSet/inlineXML/nitf",
    ],
    "nitf": [
        *nitf_mapping.MAPPED,
        *nitf_mapping.IGNORED,
        *markup.BLOCKS,
        *markup.INLINE,
        *markup.DROPPED,
        "table",
        "ul",
    ],
    "NewsML": [
        "NewsItem",
        "NewsComponent",
        "ContentItem",
        "DataContent",
        *newsml12_mapping.MAPPED,
        *newsml12_mapping.IGNORED,
    ],
    "rss": ["channel", "item", *rss.MAPPED, *rss.IGNORED],
    "feed": ["entry", "content", *atom.MAPPED, *atom.IGNORED],
}
WORDS = st.sampled_from(
    ["", " ", "a", "1", "é", "urn:x:1", "2020-01-01", "<p>a</p>", "b64", "yes", "a:b", "\u200f", "x" * 300]
)


def trees(names: list[str]) -> st.SearchStrategy[str]:
    """Markup of elements by these names, nested anyhow, with any of their attributes."""
    tags = sorted({part for path in names for part in re.findall(r"(?<![@\w:.-])[A-Za-z][\w.-]*", path)})
    keys = sorted(
        {"qcode", "xml:lang", "role", "EquivalentsList", *(p.rpartition("@")[2] for p in names if "@" in p)}
    )
    named = st.sampled_from([key for key in keys if re.fullmatch(r"[\w.-]+(:\w+)?", key)])
    attributes = st.dictionaries(named, WORDS, max_size=2).map(
        lambda found: "".join(f" {key}={quoteattr(value)}" for key, value in found.items())
    )
    return st.recursive(
        WORDS.map(escape),
        lambda inner: st.tuples(st.sampled_from(tags), attributes, st.lists(inner, max_size=4)).map(
            lambda made: f"<{made[0]}{made[1]}>{''.join(made[2])}</{made[0]}>"
        ),
        max_leaves=20,
    )


@FUZZED
@given(data=st.data())
@pytest.mark.parametrize("root", ELEMENTS)
def test_any_tree_of_a_formats_own_elements(make_raw: MakeRaw, root: str, data: st.DataObject) -> None:
    space = ' xmlns="http://www.w3.org/2005/Atom"' if root == "feed" else ""
    inside = data.draw(trees(ELEMENTS[root]))
    check(make_raw(f"<{root}{space}>{inside}</{root}>"))


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


WIRES = st.text(st.sampled_from("\x01\x02\x03\x04\x16\x1f\x08\x7f\r\n =^<;(#*123abcABCé/-_'`"), max_size=120)


@FUZZED
@given(inside=WIRES)
@pytest.mark.parametrize(
    "frame",
    [
        "\x01eca062 4 i 211 dpa 061\r\n{}\x02{}\x03{}\x04",
        "\x16\x16\x01W2870\x1fasian\r\n{}\x02{}\x03{}\x04",
        "FRA0064 1 G 0004 FRA/AFP-RC58\n{}\n{}\nAFP 310544 AOU 97",
        "title,text,url\n{},{}",
        "From: a\nTo: b\nSubject: {}\nDate: c\n\n{}",
    ],
)
def test_any_wire(make_raw: MakeRaw, frame: str, inside: str) -> None:
    check(make_raw(frame.replace("{}", inside)))


NAMES = (
    "headline", "headlines", "bodies", "body_html", "located", "associations", "infosource", "subject", "rightsinfo",
    "by", "role", "value", "name", "code", "scheme", "news", "bagItem", "newslines", "dateline", "country_out",
    "iptc", "revision", "version", "title", "text", "content_html", "authors", "attachments", "tags", "latitude",
)  # fmt: skip


@FUZZED
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
        ),
        max_leaves=16,
    )
)
@pytest.mark.parametrize(
    "frame",
    [
        {"uri": "u", "versioncreated": "2024", "pubstatus": "usable"},
        {"uno": "newsml.afp.com.1"},
        {"version": "https://jsonfeed.org/version/1"},
        {},
    ],
    ids=["ninjs", "afpcore", "jsonfeed", "table"],
)
def test_any_json(make_raw: MakeRaw, frame: dict[str, str], value: object) -> None:
    item = {**frame, **dict.fromkeys(NAMES, value)}
    check(make_raw(msgspec.json.encode({**item, "items": [item, value]})))
    check(make_raw(msgspec.json.encode({**frame, **value} if isinstance(value, dict) else [item, value])))


@FUZZED
@given(rows=st.lists(st.lists(st.text(max_size=30), max_size=5), max_size=5))
def test_any_table(make_raw: MakeRaw, rows: list[list[str]]) -> None:
    columns = {"a": "text", "b": "headline", "c.d": "keywords"}
    table = "a,b,c\n" + "\n".join(map(",".join, rows))
    check(msgspec.structs.replace(make_raw(table.encode("utf-8", "surrogatepass")), columns=columns))
