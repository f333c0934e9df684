"""The same dispatch has the same id."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.identity import canonical_url, identity, text_sha256, without_revision
from depeche.records import CleanDispatch, StatedParty


def clean(**stated: Any) -> CleanDispatch:
    return CleanDispatch(
        raw_uri=None,
        raw_sha256="0" * 64,
        name="x",
        feed_id="drop",
        collected_at=datetime(2016, 7, 6, tzinfo=UTC),
        format="text",
        reader_version="1",
        text="x",
        **stated,
    )


@pytest.mark.parametrize("revision", [1, 2, 37])
def test_every_revision_has_the_same_id(revision: int) -> None:
    guid = f"urn:newsml:agency.example:20231125T162741Z:TX-PAR-ABC12:{revision}"
    assert identity(clean(agency_guid=guid, revision=revision), "text") == (
        "urn:newsml:agency.example:20231125T162741Z:TX-PAR-ABC12", revision, "agency_guid", guid,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("guid", "revision", "base", "found"),
    [
        ("urn:newsml:a.example:20200613:doc-1abc:5", None, "urn:newsml:a.example:20200613:doc-1abc", 5),
        ("urn:newsml:a.example:20200613:doc-1abc:5N", None, "urn:newsml:a.example:20200613:doc-1abc", 5),
        ("urn:newsml:a.example:20140131:cc-ff-99", None, "urn:newsml:a.example:20140131:cc-ff-99", None),
        ("tag:a.example,2014:newsml_KB1:10", 10, "tag:a.example,2014:newsml_KB1", 10),
        ("tag:a.example,2014:newsml_KB1:10", None, "tag:a.example,2014:newsml_KB1:10", None),
        ("20200613:7", 7, "20200613:7", None),
    ],
)
def test_the_revision_is_taken_off(guid: str, revision: int | None, base: str, found: int | None) -> None:
    assert without_revision(guid, revision) == (base, found)


def test_a_short_id_is_told_apart_by_its_house() -> None:
    one = identity(clean(agency_guid="doc-1", agency_id="AFP"), "x")[0]
    other = identity(clean(agency_guid="doc-1", parties=[StatedParty(role="provider", text="ANSA")]), "x")[0]
    assert (one, other) == ("afp:doc-1", "ansa:doc-1")


def test_url_then_text() -> None:
    page = clean(url="https://Paper.Example:443/a?utm_source=x&id=3&fbclid=9#top")
    assert identity(page, "text") == ("https://paper.example/a?id=3", 1, "url", None)
    assert identity(clean(url="not a url"), "text")[2] == "text_hash"
    assert identity(clean(agency_guid="  "), "text")[2] == "text_hash"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://ex.com", "http://ex.com/"),
        ("HTTP://EX.COM:80/A", "http://ex.com/A"),
        ("http://ex.com:8080/", "http://ex.com:8080/"),
        ("http://user:pw@ex.com/é ü", "http://ex.com/%C3%A9%20%C3%BC"),
        ("https://ex.com/%C3%A9", "https://ex.com/%C3%A9"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("https://ex.com/?b=2&a=1&xtor=RSS", "https://ex.com/?b=2&a=1"),
        ("ftp://ex.com/a", None),
        ("javascript:alert(1)", None),
        ("http://[::1", None),
        ("http://ex.com:99999/", None),
        ("http:///a", None),
        ("", None),
        ("http://ex.com/" + "a" * 3000, None),
    ],
)
def test_canonical_url(url: str, canonical: str | None) -> None:
    assert canonical_url(url) == canonical
    if canonical is not None:
        assert canonical_url(canonical) == canonical


def test_text_hash_ignores_white_space_and_form_but_not_the_day() -> None:
    def one(text: str, day: date | None) -> str:
        return identity(clean(), text, day)[0]

    day = date(2016, 7, 6)
    assert one("un\n\ncafe\u0301", day) == one(" un  café ", day)
    assert len({one("a", day), one("a", None), one("a", date(2016, 7, 7)), one("b", day)}) == 4


def test_text_sha256_tells_headline_from_text() -> None:
    assert text_sha256(None, "ab") == text_sha256("", "ab")
    assert text_sha256("a", "b") != text_sha256(None, "ab")
    assert len(text_sha256("\ud800", "x")) == 64


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80), st.integers(-5, 10**12))
def test_nothing_breaks_identity(guid: str, url: str, text: str, revision: int) -> None:
    made = identity(clean(agency_guid=guid, url=url, revision=revision), text)
    assert made[0].strip()
    assert made[1] >= 1
    assert identity(clean(url=url), text)[2] in ("url", "text_hash")


@pytest.mark.parametrize(
    ("guid", "revision", "base"),
    [
        ("urn:newsml:agency.example:20200101:5", 5, "urn:newsml:agency.example:20200101:5"),
        ("urn:newsml:agency.example:2020:item:5", 5, "urn:newsml:agency.example:2020:item"),
        ("tag:agency.example,2020:5", 5, "tag:agency.example,2020:5"),
        ("tag:agency.example,2020:item:5", 5, "tag:agency.example,2020:item"),
        ("EKS1a2b_01", 2, "EKS1a2b"),
        ("EKS1a2b_07", 2, "EKS1a2b_07"),
    ],
)
def test_numbers_at_the_end_of_a_guid(guid: str, revision: int, base: str) -> None:
    assert without_revision(guid, revision)[0] == base


def test_versions_of_a_core_api_document_share_their_id() -> None:
    first = without_revision("newsml.afp.com.20240311T091200Z.doc-00aa1", 1)
    later = without_revision("newsml.afp.com.20240311T101000Z.doc-00aa1", 2)
    assert (first, later) == (("newsml.afp.com.doc-00aa1", 1), ("newsml.afp.com.doc-00aa1", 2))
    assert without_revision("newsml.afp.com.1")[0] == "newsml.afp.com.1"
