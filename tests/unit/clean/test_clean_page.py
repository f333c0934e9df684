"""Web pages: metadata, headline, text and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from lxml.html import document_fromstring

from depeche.clean.headline import without_site
from depeche.clean.jsonld import articles, text_of, texts_of
from depeche.clean.page_clutter import without_clutter
from depeche.clean.page_dates import is_date_line
from depeche.clean.page_meta import read_meta
from depeche.records import CleanDispatch, Reject, SideCar

Read = Callable[..., CleanDispatch]
Refuse = Callable[..., Reject]

SENTENCES = [
    "The town council voted on Tuesday evening to restore the goat bridge, closed since the floods of last spring.",
    "Work is due to begin in September and to last for eight months, according to the timetable of the council.",
    '"We never stopped believing in it," said the mayor, Odile Garandeau, at the end of a sitting of four hours.',
]
TEXT = "\n\n".join(SENTENCES)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(
    body: str = f"<h1>Goat bridge</h1>{PARAGRAPHS}", head: str = "", data: Any = None, lang: str = ""
) -> str:
    """A page with the given body, head and JSON-LD."""
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return f"<!DOCTYPE html><html{lang and f' lang={lang}'}><head>{head}{script}</head><body>{body}</body></html>"


def article(**more: Any) -> dict[str, Any]:
    """A JSON-LD article."""
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Goat bridge", **more}


def test_a_bare_page(read: Read) -> None:
    found = read(page())
    assert (found.headline, found.text) == ("Goat bridge", TEXT)
    assert (found.issued_at_text, found.language_text, found.url, found.byline) == (None, None, None, None)


@pytest.mark.parametrize(
    "clutter",
    [
        "<div class='related-articles'><p>Another article of this paper, whose summary is rather long too.</p></div>",
        "<aside><p>Another article of this paper, whose summary is rather long too.</p></aside>",
        "<p><a href='/x'>Council quarrels over the price of goats</a></p>",
        "<p>SEE ALSO: <a href='/x'>Council quarrels over the price of goats</a></p>",
        "<p>Read more: the price of goats</p>",
        "<p>Lire aussi : le prix des chèvres</p>",
        "<p>اقرأ أيضا: سعر الماعز</p>",
        "<div class='newsletterSignup'><p>Get the goat letter in your box every morning, it costs nothing.</p></div>",
        "<ul class='share-buttons'><li>Share</li><li>Print</li></ul>",
        "<figure><img src='x.jpg'><figcaption>The goat bridge, closed since April. Photo: X</figcaption></figure>",
        "<p hidden>Hidden words that nobody who looks at the page will see, at any time.</p>",
        "<div style='display: none'><p>Hidden words that nobody who looks at the page will see.</p></div>",
        "<p>___</p>",
        "<script>var p = '<p>text of a program that is not text of the page</p>';</script>",
        "<form><p>Your name and your password, please, so that you can go on reading this.</p></form>",
        "<section id='comments'><p>First! I have always said that this bridge was good for goats only.</p></section>",
        "<div class='author-bio'><p>Odilon Brassac writes about bridges, goats and the people between them.</p></div>",
        "<p>Share</p>",
    ],
)
def test_clutter_is_no_text(read: Read, clutter: str) -> None:
    inside = PARAGRAPHS.replace("</p>", f"</p>{clutter}", 1)
    for body in (
        f"<article><h1>Goat bridge</h1>{inside}</article>",
        f"<h1>Goat bridge</h1><div>{PARAGRAPHS}{clutter}</div>",
    ):
        assert read(page(body)).text == TEXT


@pytest.mark.parametrize(
    "kept",
    [
        "(avec AFP)",
        "Source AFP",
        "© 2019 AFP",
        "Mit Material von dpa.",
        "Anzeige gegen den Bürgermeister wurde nicht erstattet.",
        "Support our troops, the goats said.",
        "Shareholders of the bridge met on Friday.",
        "3-1",
    ],
)
def test_what_stays(read: Read, kept: str) -> None:
    assert (
        read(page(f"<article><h1>Goat bridge</h1>{PARAGRAPHS}<p>{kept}</p></article>")).text
        == f"{TEXT}\n\n{kept}"
    )


def test_an_article_whose_class_sounds_like_clutter_is_kept(read: Read) -> None:
    assert (
        read(page(f"<div class='social paywall promo'><h1>Goat bridge</h1>{PARAGRAPHS}</div>")).text == TEXT
    )


def test_inline_links_stay_in_their_sentence(read: Read) -> None:
    linked = PARAGRAPHS.replace("September", "<a class='external-link' href='/s'>September</a>")
    assert read(page(f"<article>{linked}</article>")).text == TEXT


def test_breaks_and_quotes_and_lists(read: Read) -> None:
    body = f"<article>{PARAGRAPHS}<blockquote><p>One goat.</p><p>Two goats.</p></blockquote><p>Built<br>in 1874</p><ul><li>Cost: 1.2 m</li><li>Goats: 40</li></ul></article>"
    tail = ["One goat.", "Two goats.", "Built", "in 1874", "Cost: 1.2 m", "Goats: 40"]
    assert read(page(body)).text.split("\n\n")[3:] == tail


def test_the_text_of_one_article_among_many(read: Read) -> None:
    teasers = "".join(
        f"<article><h2>Other {n}</h2><p>A teaser that is a line long, number {n} of them.</p></article>"
        for n in range(4)
    )
    assert (
        read(
            page(f"<main><article><h1>Goat bridge</h1>{PARAGRAPHS}</article></main><div>{teasers}</div>")
        ).text
        == TEXT
    )


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


def test_a_modified_page_without_other_date(read: Read) -> None:
    found = read(page(data=article(dateModified="2019-03-13")))
    assert found.issued_at_text == "2019-03-13"
    assert found.quality_flags == ["issued_at_is_modified"]


def test_the_printed_date_counts_where_nothing_else_is_stated(read: Read) -> None:
    body = f"<h1>Goat bridge</h1><div class='date'>Tuesday, March 12, 1996</div>{PARAGRAPHS}"
    assert read(page(body)).issued_at_text == "Tuesday, March 12, 1996"
    assert read(page(body)).text == TEXT
    assert read(page(body, data=article(datePublished="1996-03-13"))).issued_at_text == "1996-03-13"


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday 30 March 2021 06.30 BST", "Mardi 12 juillet 2016", "Publié le 12/07/2016 à 18:40", "12.7.2016, 18:40 Uhr",
        "5 de julio de 2016", "Updated on 2016-07-12 at 18:40", "14 يوليو 2016", "February 2, 2003",
    ],
)  # fmt: skip
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "PARIS, 6 juil 2016 (AFP) -",
        "Charlie Hebdo, 7 janvier 2015",
        "Budget 2019",
        "2016",
        "The world in 2016",
        "1-0 12",
        "",
    ],
)
def test_lines_that_are_no_date(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Goat bridge - Harbour Echo", "Goat bridge"),
        ("Harbour Echo: Goat bridge", "Harbour Echo: Goat bridge"),
        ("Harbour Echo | Goat bridge", "Goat bridge"),
        (
            "Goat bridge to be restored by the council | News from everywhere",
            "Goat bridge to be restored by the council",
        ),
        ("Goat - bridge - harbourecho.example", "Goat - bridge"),
        ("Goats – and their bridge", "Goats – and their bridge"),
        ("Syrie : accord à Genève - Harbour Echo", "Syrie : accord à Genève"),
        ("", ""),
    ],
)
def test_site_names_are_taken_off(title: str, headline: str) -> None:
    assert without_site(title, {"harbourecho", "harbourechoexample"}, []) == headline


def test_a_cut_off_headline_gives_way_to_the_whole(read: Read) -> None:
    head = '<meta property="og:title" content="Goat bridge to be rest...">'
    assert (
        read(page(f"<h1>Goat bridge to be restored</h1>{PARAGRAPHS}", head=head)).headline
        == "Goat bridge to be restored"
    )


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "H"}',
        '[{"@type": "WebSite"}, {"@type": ["Thing", "NewsArticle"], "headline": "H"}]',
        '{"@graph": [{"@type": "WebPage"}, {"@type": "ReportageNewsArticle", "headline": "H"}]}',
        '<!-- {"@type": "Article", "headline": "H"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "H"}\n//]]>',
        '{"@type": "Article", "headline": "H", }',
        '{"@type": "Article", "headline": "H", "description": "line\nbreak"}',
        '{"@type": "Article", "headline": "H"};',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;H&quot;}",
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "H"}}',
    ],
)
def test_json_ld_in_all_states(script: str) -> None:
    assert [node["headline"] for node in articles([script])] == ["H"]


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "null",
        "3",
        '"x"',
        "[[[[]]]]",
        "[" * 5000,
        '{"@type": 7}',
        '{"itemListElement": [{"@type": "NewsArticle"}]}',
    ],
)
def test_json_ld_that_describes_no_article(script: str) -> None:
    assert articles([script]) == []


def test_values_of_json_ld() -> None:
    assert texts_of([{"name": "A"}, "B", None, 3, {"name": {"@value": "C"}}]) == ["A", "B", "C"]
    assert text_of({"name": "<b>A</b> &amp; B"}) == "A & B"
    assert text_of([]) is None


def test_json_ld_of_another_article_on_the_page_is_not_taken() -> None:
    tree = document_fromstring(page(data=[article(headline="Other", author="X"), article(author="Y")]))
    assert read_meta(tree, None).byline == "Y"


def test_article_body_stands_in_for_a_page_of_scripts(read: Read) -> None:
    found = read(page("<div id=app></div>", data=article(articleBody="\n\n".join(SENTENCES))))
    assert found.text == TEXT
    assert found.quality_flags == ["text_from_metadata"]


def test_a_bio_at_the_end_goes_and_a_quoted_author_stays() -> None:
    tree = document_fromstring(page(data=article(author="Odilon Brassac")))
    meta = read_meta(tree, None)
    bio = "Odilon Brassac is a reporter who covers bridges."
    assert without_clutter([*SENTENCES, bio], meta) == SENTENCES
    assert without_clutter([bio, *SENTENCES], meta) == [bio, *SENTENCES]


@pytest.mark.parametrize(
    "payload",
    [
        "<html></html>",
        "<html><body><nav><a href=x>y</a></nav></body></html>",
        "<!DOCTYPE html>",
        "<html><body><p>Short.</p></body></html>",
        page(
            "<h1>404 Not Found</h1>"
            + "<p>The requested address was not found on this server. Try another one later.</p>" * 3
        ),
        page(
            "<h1>Just a moment...</h1>"
            + "<p>Checking your browser before you can go on to the page you asked for.</p>" * 3
        ),
        page(
            "".join(f"<h2><a href='/{n}'>Headline number {n} of the front page</a></h2>" for n in range(30))
        ),
    ],
)
def test_pages_without_an_article(refuse: Refuse, payload: str) -> None:
    assert refuse(payload).reason == "no_article"


def test_a_short_page_that_says_it_is_an_article_is_one(read: Read) -> None:
    assert read(page("<p>The goat bridge is closed, the council says.</p>", data=article())).text.startswith(
        "The goat"
    )


def test_characters_no_tree_may_hold_do_no_harm(read: Read) -> None:
    dirty = PARAGRAPHS.replace(" ", " \x02&#1;&#xFFFE;\x00", 9)
    assert read(page(f"<article><div class=related>x</div>\x03{dirty}</article>")).text == TEXT


def test_wrong_charset_is_mended_and_flagged(read: Read) -> None:
    text = "Le conseil a voté mardi la réfection du pont des Chèvres, fermé depuis l'été. " * 3
    payload = page(f"<p>{text}</p>", head='<meta charset="utf-8">').encode("cp1252")
    found = read(payload)
    assert found.text == text.strip()
    assert "charset_repaired" in found.quality_flags


@pytest.mark.parametrize(
    "frame",
    [
        "<div class='related'>{}</div>",
        "<table><tr><td>Menu</td><td class='social'>{}</td></tr></table>",
        "<font>{}</font>",
    ],
)
def test_pages_without_paragraphs(read: Read, frame: str) -> None:
    lines = "<br><br>\n".join(SENTENCES)
    body = f"<h1>Goat bridge</h1><div id=menu><a href=/>Home</a></div>{frame.replace('{}', lines)}"
    assert read(page(body)).text == TEXT


def test_half_characters_in_json_ld_do_no_harm(read: Read) -> None:
    script = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Goat \\ud800 bridge","url":"https://a.example/\\ud800x","author":"J\\udfff"}</script>'
    found = read(page(head=script))
    assert (found.headline, found.url, found.byline) == ("Goat bridge", "https://a.example/x", "J")


@pytest.mark.parametrize(
    "href",
    ["", "#top", "javascript:alert(1)", "//[bad", "http://", "https://a.example/", "x" * 5000, "/relative"],
)
def test_links_that_name_no_page_are_no_url(read: Read, href: str) -> None:
    assert read(page(head=f'<link rel="canonical" href="{href}">')).url is None


@pytest.mark.parametrize(
    "headline", ["Body not found in river search", "Access to bridge denied", "Goats forbidden"]
)
def test_headlines_that_sound_like_a_servers_message(read: Read, headline: str) -> None:
    assert read(page(f"<h1>{headline}</h1>{PARAGRAPHS}")).headline == headline
