"""Pages: the text of the article and nothing else; what is no article is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import document_fromstring

from depeche.clean.page.clutter import without_clutter
from depeche.clean.page.meta import read_meta
from depeche.records import CleanDispatch, Reject
from page_article import PARAGRAPHS, SENTENCES, TEXT, article, page

Read = Callable[..., CleanDispatch]
Refuse = Callable[..., Reject]


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


@pytest.mark.parametrize(
    "headline", ["Body not found in river search", "Access to bridge denied", "Goats forbidden"]
)
def test_headlines_that_sound_like_a_servers_message(read: Read, headline: str) -> None:
    assert read(page(f"<h1>{headline}</h1>{PARAGRAPHS}")).headline == headline
