"""Pages as newspapers have built them over the years: every word of the text once, in order, in its paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.records import CleanDispatch, Reject
from page_article import PARAGRAPHS, SENTENCES, TEXT, article, page

Read = Callable[..., CleanDispatch]
Refuse = Callable[..., Reject]
FOOTER = (
    "<div id=f><p>Goat Gazette Ltd, 12 High Street, open from nine to five on all days but Sunday</p></div>"
)
CARDS = "".join(
    f"<article><h3><a href='/{n}'>Another headline, number {n}</a></h3><p>A teaser of another article, a line long, number {n}.</p></article>"
    for n in range(3)
)


@pytest.mark.parametrize(
    "text",
    [
        "<br><br>\n".join(SENTENCES),
        "".join(f"<div>{sentence}</div>" for sentence in SENTENCES),
        "".join(f"<div><span>{sentence}</span></div>" for sentence in SENTENCES),
        "".join(f"<div><font size=2>{sentence}</font></div>" for sentence in SENTENCES),
        "<pre>" + "\n\n".join(SENTENCES).replace("evening to", "evening\nto") + "</pre>",
    ],
)
@pytest.mark.parametrize("beside", ["", FOOTER])
def test_text_without_paragraphs(read: Read, text: str, beside: str) -> None:
    found = read(page(f"<h1>Goat bridge</h1><div class=txt>{text}</div>{beside}")).text.split("\n\n")
    assert found[:3] == SENTENCES


def test_short_blocks_among_long_ones_stay(read: Read) -> None:
    lines = [SENTENCES[0], "Goats: 40", *SENTENCES[1:]]
    body = "".join(f"<div class=para>{line}</div>" for line in lines)
    assert read(page(f"<h1>Goat bridge</h1><div>{body}</div>{FOOTER}")).text.split("\n\n")[:4] == lines


def test_a_time_inside_a_sentence_stays(read: Read) -> None:
    timed = PARAGRAPHS.replace("Tuesday evening", "Tuesday at <time datetime='2024-01-01T12:00'>12:00</time>")
    assert "on Tuesday at 12:00 to restore" in read(page(f"<article>{timed}</article>")).text


@pytest.mark.parametrize(
    "beside",
    [
        CARDS,
        f"<section><h2>More</h2>{CARDS}</section>".replace("<h2>More</h2>", ""),
        "<article><h1>Another whole article</h1><p>It is shown below the page's own when one has read that.</p></article>",
        "<amp-ad><div>A shop's words, which are shown until the advertisement has come.</div></amp-ad>",
        "<p>Article continues below</p>",
        "<p>La suite après la publicité</p>",
        "<p>Continúa después de la publicidad</p>",
        "<p>Il vous reste 75 % de cet article à lire. La suite est réservée aux abonnés.</p>",
        "<p>To view this video please enable JavaScript, and consider upgrading to a web browser that can show it</p>",
        "<p>Реклама</p><p>إعلان</p><p>広告</p>",
    ],
)
def test_what_is_another_article_or_the_sites_is_no_text(read: Read, beside: str) -> None:
    body = f"<main><article><h1>Goat bridge</h1>{PARAGRAPHS}</article>{beside}</main>"
    assert read(page(body, "<meta property='og:title' content='Goat bridge'>")).text == TEXT


def test_posts_of_a_live_blog_are_text(read: Read) -> None:
    posts = "".join(
        f"<article><h2><a href='#p{n}'>Post {n}</a></h2><p>{s}</p></article>" for n, s in enumerate(SENTENCES)
    )
    found = read(page(f"<main><h1>Goat bridge</h1>{posts}</main>"))
    assert found.text.split("\n\n") == [line for n, s in enumerate(SENTENCES) for line in (f"Post {n}", s)]


def test_posts_with_pages_of_their_own_are_text_of_a_live_blog(read: Read) -> None:
    posts = "".join(
        f"<article><h3><a href='/p/{n}'>Post</a></h3><p>{s}</p></article>" for n, s in enumerate(SENTENCES)
    )
    data = {**article(), "@type": "LiveBlogPosting"}
    assert read(page(f"<main><h1>Goat bridge</h1>{posts}</main>", data=data)).text == TEXT


def test_an_article_whose_own_headline_is_a_link_is_kept(read: Read) -> None:
    body = f"<article><h2><a href='/goat'>Goat bridge</a></h2>{PARAGRAPHS}</article>"
    assert TEXT in read(page(body, "<meta property='og:title' content='Goat bridge'>")).text


def test_a_front_page_of_teasers_is_no_article(refuse: Refuse) -> None:
    assert refuse(page(f"<main>{CARDS * 4}</main>")).reason == "no_article"


@pytest.mark.parametrize(
    "lead",
    [
        f"<div><h1>Goat bridge</h1><p class='chapo'>The bridge that only goats used is to be mended at last.</p><div itemprop=articleBody>{PARAGRAPHS}</div></div>",
        f"<article><header><h1>Goat bridge</h1><p class='standFirst'>The bridge that only goats used is to be mended at last.</p></header>{PARAGRAPHS}</article>",
    ],
)
def test_the_lines_below_the_headline_are_its_summary(read: Read, lead: str) -> None:
    found = read(page(lead))
    assert found.summary == "The bridge that only goats used is to be mended at last."
    assert found.text == TEXT


def test_captions_without_a_figure(read: Read) -> None:
    picture = "<div class='wp-caption'><img src=a><p class='wp-caption-text'>The bridge in spring, closed.</p><span class=credit>O. Brassac/AFP</span></div>"
    found = read(page(f"<article><h1>Goat bridge</h1>{picture}{PARAGRAPHS}</article>"))
    assert (found.text, found.captions) == (TEXT, ["The bridge in spring, closed."])
    assert ("credit", "O. Brassac/AFP") in [(party.role, party.text) for party in found.parties]


def test_a_captions_parts_do_not_run_together(read: Read) -> None:
    picture = "<figure><img src=a><figcaption>The bridge, <i>closed</i>.<span class=credit>O. Brassac/AFP</span></figcaption></figure>"
    assert read(page(f"<article>{picture}{PARAGRAPHS}</article>")).captions == [
        "The bridge, closed. O. Brassac/AFP"
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "6 мая 2024, 10:11", "6 mei 2024 10:11", "6 maja 2024, 10:11", "2024年5月6日 10時11分", "2024년 5월 6일 10:11",
        "6 Μαΐου 2024, 10:11", "Publicerad 6 maj 2024 10:11", "6 במאי 2024", "6. května 2024", "Senin, 6 Mei 2024",
        "Понедельник, 6 мая 2024",
    ],
)  # fmt: skip
def test_dates_printed_above_the_text(read: Read, printed: str) -> None:
    for size in (200, 70):
        text = "".join(f"<p>{sentence[:size]}</p>" for sentence in SENTENCES)
        found = read(page(f"<h1>Goat bridge</h1><div class=d>{printed}</div><div>{text}</div>"))
        assert found.issued_at_text == printed
        assert printed not in found.text


def test_things_named_by_their_id_are_put_in_their_places(read: Read) -> None:
    data = {
        "@graph": [article(author={"@id": "#ada"}), {"@type": "Person", "@id": "#ada", "name": "Ada Holm"}]
    }
    assert read(page(data=data)).byline == "Ada Holm"


@pytest.mark.parametrize("body", [PARAGRAPHS, "<br><br>".join(SENTENCES)])
def test_marked_up_article_bodies_keep_their_paragraphs(read: Read, body: str) -> None:
    assert read(page("<div id=app></div>", data=article(articleBody=body))).text == TEXT


def test_addresses_and_sections_of_older_pages(read: Read) -> None:
    head = "<base href='https://goat.example/a/'><link rel=canonical href='b.html'>"
    found = read(page(f"<span itemprop=articleSection>World</span><h1>Goat bridge</h1>{PARAGRAPHS}", head))
    assert found.url == "https://goat.example/a/b.html"
    assert [(subject.scheme, subject.code) for subject in found.subjects] == [("section", "World")]
    broken = read(
        page(head="<base href='http://[bad'><link rel=canonical href='https://goat.example/b.html'>")
    )
    assert broken.url == "https://goat.example/b.html"
    numbered = read(page(head="<link rel=canonical href='https://goat.example/?p=12'>"))
    assert numbered.url == "https://goat.example/?p=12"
