"""A feed document of which only some items are meant, and what a server says of a page's charset."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from depeche.clean import clean
from depeche.normalise.identity import identity
from depeche.records import CleanDispatch, SideCar

TEXT = "A paragraph of a dispatch, long enough to be one of several and not only a title. " * 8
RSS = f"""<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>
<item><title>One</title><guid>g1</guid><link>https://example.org/1</link><c:encoded>{TEXT}</c:encoded></item>
<item><title>Two</title><guid>g2</guid><link>https://example.org/2</link><c:encoded>{TEXT}</c:encoded></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
<entry><title>One</title><id>g1</id><link href="https://example.org/1"/><content>{TEXT}</content></entry>
<entry><title>Two</title><id>g2</id><link href="https://example.org/2"/><content>{TEXT}</content></entry></feed>"""


@pytest.mark.parametrize("document", [RSS, ATOM])
@pytest.mark.parametrize(
    ("items", "headlines"),
    [
        (None, ["One", "Two"]),
        (["g2"], ["Two"]),
        (["https://example.org/1"], ["One"]),
        (["g1", "g2"], ["One", "Two"]),
    ],
)
def test_only_the_items_that_are_meant(
    make_raw, document: str, items: list[str] | None, headlines: list[str]
):  # type: ignore[no-untyped-def]
    found = clean(make_raw(document, SideCar(items=items)))
    assert [each.headline for each in found if isinstance(each, CleanDispatch)] == headlines


JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": "g1", "url": "https://example.org/1", "title": "One", "content_text": TEXT}],
    }
)


@pytest.mark.parametrize("document", [RSS, ATOM, JSON], ids=["rss", "atom", "jsonfeed"])
def test_an_item_that_stands_in_for_its_page_is_the_same_dispatch(make_raw, document: str) -> None:  # type: ignore[no-untyped-def]
    html = f"<html><body><article><h1>One</h1><p>{TEXT}</p></article></body></html>"
    [page] = clean(make_raw(html, SideCar(url="https://example.org/1")))
    [stand_in] = clean(make_raw(document, SideCar(items=["g1"])))
    assert identity(stand_in, "")[:3] == identity(page, "")[:3] == ("https://example.org/1", 1, "url")
    assert identity(clean(make_raw(document))[0], "")[2] == "agency_guid"
    named = document.replace("g1", "urn:newsml:agency.example:20160706:1")
    [stand_in] = clean(make_raw(named, SideCar(items=["urn:newsml:agency.example:20160706:1"])))
    assert identity(stand_in, "")[2] == "agency_guid"


def test_the_servers_charset_goes_before_the_pages(read) -> None:  # type: ignore[no-untyped-def]
    text = "Élysée : le président a reçu mardi à l'Élysée des élus de la région, où l'été fut très sec. " * 5
    page = (
        f'<html><head><meta charset="iso-8859-5"></head><body><article><p>{text}</p></article></body></html>'
    )
    assert "Élysée" in read(page.encode("iso-8859-1"), SideCar(charset="iso-8859-1")).text


def test_what_a_feed_states_stands_behind_what_the_page_says(make_raw) -> None:  # type: ignore[no-untyped-def]
    said = SideCar(
        url="https://example.org/1",
        issued_at="2016-07-06",
        modified_at="2016-07-07",
        headline="The <b>lake</b> freezes",
        byline="AFP",
        summary="<p>In short.</p>",
        keywords=["lake", "lake", "ice"],
    )
    [bare] = clean(make_raw(f"<html><body><article><p>{TEXT}</p></article></body></html>", said))
    assert isinstance(bare, CleanDispatch)
    assert (bare.headline, bare.byline, bare.summary) == ("The lake freezes", "AFP", "In short.")
    assert (bare.keywords, bare.issued_at_hint, bare.issued_at_text) == (["lake", "ice"], "2016-07-06", None)
    assert bare.modified_at_text == "2016-07-07"
    head = "<meta name=author content='Ann Example'><meta name=keywords content=frost>"
    head += "<meta name=article:modified_time content=2016-07-08>"
    [full] = clean(make_raw(f"<html><head>{head}</head><body><h1>One</h1><p>{TEXT}</p></body></html>", said))
    assert isinstance(full, CleanDispatch)
    assert (full.headline, full.byline, full.keywords) == ("One", "Ann Example", ["frost"])
    assert full.modified_at_text == "2016-07-08"
    assert identity(bare, "")[:3] == identity(full, "")[:3] == ("https://example.org/1", 1, "url")
    several = clean(make_raw(RSS, said))
    assert [each.byline for each in several if isinstance(each, CleanDispatch)] == [None, None]


@pytest.mark.parametrize(
    "footer",
    [
        "The post <a href='x'>Goats</a> appeared first on <a href='y'>Goat Gazette</a>.",
        "L’article <a href='x'>Chèvres</a> est apparu en premier sur <a href='y'>La Chèvre</a>.",
        "Der Beitrag <a href='x'>Ziegen</a> erschien zuerst auf <a href='y'>Ziege</a>.",
        "La entrada <a href='x'>Cabras</a> se publicó primero en <a href='y'>Cabra</a>.",
    ],
)
def test_what_a_blog_writes_below_each_item_is_no_text(
    read: Callable[..., CleanDispatch], footer: str
) -> None:
    text = "The goat bridge was opened on Monday by the mayor, who crossed it with forty goats. " * 7
    html = f"<p>{text}</p><p>{footer}</p>"
    found = read(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>G</title><item>'
        f"<title>Goats</title><content:encoded><![CDATA[{html}]]></content:encoded></item></channel></rss>"
    )
    assert found.text == text.strip()
