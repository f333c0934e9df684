"""Pages: what their metadata state of the article, and what no table knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from lxml.html import document_fromstring

from depeche.clean.page.meta import read_meta
from depeche.records import CleanDispatch, SideCar
from page_article import PARAGRAPHS, SENTENCES, article, page

Read = Callable[..., CleanDispatch]


def test_metadata_of_json_ld(read: Read) -> None:
    data = article(
        author=[{"@type": "Person", "name": "Odilon Brassac"}, {"name": "AFP"}],
        publisher={"name": "Harbour Echo"},
        datePublished="2019-03-13T06:00:00Z",
        dateModified="2019-03-13T07:00:00Z",
        dateCreated="2019-03-12T23:00:00Z",
        inLanguage="en-GB",
        articleSection=["World", "Goats"],
        keywords=["bridge", "goats"],
        url="https://echo.example/world/goat-bridge#top",
        isAccessibleForFree=False,
        sourceOrganization={"name": "AFP"},
    )
    found = read(page(data=data), SideCar(url="https://side.example/x", publisher="Side", language="xx"))
    assert found.byline == "Odilon Brassac, AFP"
    assert [(p.role, p.text) for p in found.parties] == [
        ("creator", "Odilon Brassac"),
        ("creator", "AFP"),
        ("source", "AFP"),
    ]
    assert (found.publisher, found.language_text, found.url) == (
        "Harbour Echo",
        "en-GB",
        "https://echo.example/world/goat-bridge",
    )
    assert (found.issued_at_text, found.created_at_text) == ("2019-03-13T06:00:00Z", "2019-03-12T23:00:00Z")
    assert [(s.scheme, s.code) for s in found.subjects] == [("section", "World"), ("section", "Goats")]
    assert found.keywords == ["bridge", "goats"]
    assert found.quality_flags == ["paywalled"]


PLACE = {"@type": "Place", "name": "Felsenau"}


@pytest.mark.parametrize(
    ("stated", "field", "value"),
    [
        ({"alternativeHeadline": "Work begins in May"}, "summary", "Work begins in May"),
        ({"alternativeHeadline": "Goat bridge", "description": "Goats are glad."}, "summary", "Goats are glad."),
        ({"alternativeHeadline": "In May", "abstract": "So it is."}, "summary", "In May\n\nSo it is."),
        ({"alternativeHeadline": "In May", "description": "So it is.", "abstract": "In May"}, "summary", "In May\n\nSo it is."),
        ({"description": SENTENCES[0]}, "summary", None),
        ({"description": SENTENCES[0][:90] + "…"}, "summary", None),
        ({"description": SENTENCES[0][:90] + "... Read more in the Echo"}, "summary", None),
        ({"description": SENTENCES[1]}, "summary", None),
        ({"contributor": {"name": "Odile Roc"}, "editor": "Jean Mur"}, "parties", [("creator", "Odile Roc"), ("creator", "Jean Mur")]),
        ({"creator": {"name": "Odile Roc"}}, "byline", "Odile Roc"),
        ({"provider": {"name": "AFP"}}, "parties", [("source", "AFP")]),
        ({"copyrightNotice": "© 2019 AFP"}, "parties", [("copyright", "© 2019 AFP")]),
        ({"about": [PLACE, {"@type": ["Thing", "Person"], "name": "O. Roc"}, "goats"]}, "subjects", [("place", "Felsenau"), ("person", "O. Roc"), ("subject", "goats")]),
        ({"contentLocation": PLACE, "about": PLACE}, "subjects", [("place", "Felsenau")]),
        ({"keywords": "goats, bridges", "mentions": [PLACE]}, "keywords", ["goats", "bridges", "Felsenau"]),
        ({"genre": ["Analysis"]}, "genres", ["Analysis"]),
        ({"expires": "2019-04-01"}, "usage_terms", ["expires: 2019-04-01"]),
        ({"license": {"@type": "CreativeWork", "url": "https://a.example/l"}, "usageInfo": "No archive."}, "usage_terms", ["No archive.", "https://a.example/l"]),
        ({"isBasedOn": "https://a.example/b", "url": "https://a.example/b"}, "associations", []),
        ({"isBasedOn": {"@type": "Article", "name": "A report"}}, "associations", [("A report", "isBasedOn")]),
    ],
)  # fmt: skip
def test_what_json_ld_states_of_the_article(
    read: Read, stated: dict[str, Any], field: str, value: Any
) -> None:
    found = read(page(data=article(**stated)))
    assert _plain(getattr(found, field)) == value
    assert found.unmapped == []


def _plain(value: Any) -> Any:
    """Records in a list as tuples of their first two fields."""
    if not isinstance(value, list):
        return value
    return [each if isinstance(each, str) else msgspec.structs.astuple(each)[:2] for each in value]


@pytest.mark.parametrize(
    ("meta", "field", "value"),
    [
        ('name="description" content="Goats &amp;amp; bridges."', "summary", "Goats & bridges."),
        ('property="og:description" content="Goat bridge"', "summary", None),
        ('name="dcterms.rights" content="No archive."', "usage_terms", ["No archive."]),
        ('property="article:expiration_time" content="2019"', "usage_terms", ["expires: 2019"]),
        ('name="dc.source" content="AFP"', "parties", [("source", "AFP")]),
        ('itemprop="isAccessibleForFree" content="false"', "quality_flags", ["paywalled"]),
    ],
)
def test_what_meta_elements_state_of_the_article(read: Read, meta: str, field: str, value: Any) -> None:
    found = read(page(head=f"<meta {meta}>"))
    assert _plain(getattr(found, field)) == value
    assert found.unmapped == []


def test_what_no_table_knows_is_reported(read: Read) -> None:
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="Mood" content="gay">'
        '<meta property="og:image:alt" content="Goats"><meta name="yandex-verification" content="7">'
        '<meta name="weather" content=" "><meta property="twitter:label1" content="x">'
    )
    data = article(
        backstory="We went there.",
        image="x.jpg",
        thumbnailUrl="y.jpg",
        correction="",
        award=[],
        **{"@id": "#a"},
    )
    assert read(page(head=head, data=data)).unmapped == ["meta[mood]", "ld+json/backstory"]


PART = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}
FREE_PART = {**PART, "isAccessibleForFree": True}


@pytest.mark.parametrize(
    ("stated", "paywalled"),
    [
        ({"isAccessibleForFree": "http://schema.org/False"}, True),
        ({"isAccessibleForFree": " No"}, True),
        ({"isAccessibleForFree": True}, False),
        ({"hasPart": PART}, True),
        ({"hasPart": [FREE_PART, PART]}, True),
        ({"hasPart": [FREE_PART, "x", None]}, False),
        ({"hasPart": {**PART, "cssSelector": ".elsewhere"}}, True),
        ({"isAccessibleForFree": True, "hasPart": PART}, True),
        ({"isAccessibleForFree": True, "hasPart": {**PART, "cssSelector": [".a, .paywall"]}}, True),
        ({"isAccessibleForFree": True, "hasPart": {**PART, "cssSelector": ".elsewhere"}}, False),
        ({"isAccessibleForFree": True, "hasPart": {**PART, "cssSelector": "#elsewhere"}}, True),
    ],
)
def test_a_page_that_is_not_free(read: Read, stated: dict[str, object], paywalled: bool) -> None:
    body = f"<h1>Goat bridge</h1><div class='story paywall'>{PARAGRAPHS}</div>"
    assert read(page(body, data=article(**stated))).quality_flags == ["paywalled"] * paywalled


def test_metadata_of_meta_elements(read: Read) -> None:
    head = (
        '<meta property="og:title" content="Goat bridge | Echo"><meta property="og:site_name" content="Echo">'
        '<meta property="og:locale" content="en_GB"><meta name="author" content="Reuters">'
        '<meta property="article:published_time" content="2019-03-13"><link rel="canonical" href="/world/goat">'
        '<meta name="keywords" content="bridge; goats, bridge">'
    )
    found = read(page(head=head), SideCar(url="https://echo.example/amp"))
    assert (found.headline, found.publisher, found.language_text, found.byline) == (
        "Goat bridge",
        "Echo",
        "en_GB",
        "Reuters",
    )
    assert (found.issued_at_text, found.url, found.keywords) == (
        "2019-03-13",
        "https://echo.example/world/goat",
        ["bridge", "goats"],
    )


def test_side_car_fills_what_the_page_does_not_state(read: Read) -> None:
    found = read(page(), SideCar(url="https://side.example/x", publisher="Side", language="en"))
    assert (found.url, found.publisher, found.language_text) == ("https://side.example/x", "Side", "en")


def test_json_ld_of_another_article_on_the_page_is_not_taken() -> None:
    tree = document_fromstring(page(data=[article(headline="Other", author="X"), article(author="Y")]))
    assert read_meta(tree, None).byline == "Y"


@pytest.mark.parametrize(
    "href",
    ["", "#top", "javascript:alert(1)", "//[bad", "http://", "https://a.example/", "x" * 5000, "/relative"],
)
def test_links_that_name_no_page_are_no_url(read: Read, href: str) -> None:
    assert read(page(head=f'<link rel="canonical" href="{href}">')).url is None
