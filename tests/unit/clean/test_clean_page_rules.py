"""Pages of sites that have a rule: what it selects comes first, what it misses is flagged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from depeche.clean import clean
from depeche.records import CleanDispatch, RawDispatch, Reject, SideCar, SiteRule
from page_article import PARAGRAPHS, SENTENCES, TEXT, article, page

MakeRaw = Callable[..., RawDispatch]

STORY = "".join(f"<p class=x>{sentence}</p>" for sentence in SENTENCES)
BODY = (
    "<h1>Today's bridges</h1><h2 class=t>Goat <i>bridge</i> to be restored</h2>"
    "<p class=by><a>Odilon Brassac</a> and <a>AFP</a></p><time class=made datetime='2019-03-13T06:00Z'>long ago</time>"
    f"<div id=s>{STORY}<p class=ad>Goats at half price, while they last, at the market by the bridge.</p></div>"
    "<p>A paragraph of the page that is not of the story, and longer than most of those that are of it.</p>"
)
RULE = SiteRule(
    headline="//h2", author="//p[@class='by']/a", published="//time", text="//div[@id='s']", remove="//p[@class='ad']"
)  # fmt: skip


@pytest.fixture
def read(make_raw: MakeRaw) -> Callable[..., CleanDispatch]:
    def one(payload: str, *rules: SiteRule, url: str = "https://m.paper.example/a") -> CleanDispatch:
        raw = replace(make_raw(payload, SideCar(url=url)), sites={"paper.example": rules})
        (found,) = clean(raw)
        assert isinstance(found, CleanDispatch)
        return found

    return one


def test_what_a_rule_selects_comes_first(read: Callable[..., CleanDispatch]) -> None:
    data = article(author="Paper", datePublished="2020-01-01", articleBody=TEXT * 3)
    found = read(page(BODY, data=data), RULE)
    assert (found.headline, found.text) == ("Goat bridge to be restored", TEXT)
    assert (found.byline, found.issued_at_text) == ("Odilon Brassac, AFP", "2019-03-13T06:00Z")
    assert [(party.role, party.text) for party in found.parties] == [
        ("creator", "Odilon Brassac"),
        ("creator", "AFP"),
    ]
    assert found.quality_flags == []


def test_selectors_that_match_nothing_give_way_and_are_flagged(read: Callable[..., CleanDispatch]) -> None:
    none = SiteRule(headline="//h6", author="//h6", published="//h6/@x", text="//h6", remove="//h6")
    payload = page(data=article(author="AFP", datePublished="2019-03-13"))
    found, without = read(payload, none), read(payload)
    assert found.quality_flags == [
        "rule_headline_unmatched", "rule_author_unmatched", "rule_published_unmatched", "rule_text_unmatched",
    ]  # fmt: skip
    assert found.declared_version != without.declared_version
    assert replace(found, quality_flags=[], declared_version=without.declared_version) == without


def test_what_is_removed_is_not_read_by_the_general_means(read: Callable[..., CleanDispatch]) -> None:
    extra = "<p id=x>A paragraph that nothing tells from those of the story, but that is not of it.</p>"
    assert (
        read(page(f"<h1>Goat bridge</h1>{PARAGRAPHS}{extra}"), SiteRule(remove="//*[@id='x']")).text == TEXT
    )


@pytest.mark.parametrize(
    "frame",
    [
        "<div id=s>{}</div>",
        "<div id=s><script>var x = 1;</script><figure><figcaption>A goat.</figcaption></figure><div>{}</div></div>",
        "<table><tr><td id=s>{}</td></tr></table>",
    ],
)
@pytest.mark.parametrize("parts", [PARAGRAPHS, "<br><br>".join(SENTENCES), STORY])
def test_paragraphs_of_what_is_selected(read: Callable[..., CleanDispatch], frame: str, parts: str) -> None:
    for selector in ("//*[@id='s']", "//*[@id='s'] | //*[@id='s']//p"):
        assert read(page(frame.replace("{}", parts)), SiteRule(text=selector)).text == TEXT


OLD, NEW = (
    SiteRule(until=date(2015, 3, 31), headline="//h2"),
    SiteRule(since=date(2015, 4, 1), headline="//h3"),
)


@pytest.mark.parametrize(
    ("published", "headline"),
    [
        ("2015-03-31T23:00:00+01:00", "Old"),
        ("20150331T2300", "Old"),
        ("Tue, 31 Mar 2015 23:00:00 GMT", "Old"),
        ("2015-04-01", "New"),
        ("31 mars 2015", "New"),  # not as machines write it: the day of collection counts
        ("Mon, 1 Jan 2015 00:00:00 +99999999999999999999", "New"),
        (None, "New"),
    ],
)
def test_the_rule_of_the_pages_day(
    read: Callable[..., CleanDispatch], published: str | None, headline: str
) -> None:
    body = f"<h1>Goat bridge</h1><h2>Old</h2><h3>New</h3>{PARAGRAPHS}"
    payload = page(body, data=article(datePublished=published) if published else article())
    assert read(payload, OLD, NEW).headline == headline
    assert read(payload, OLD, SiteRule(until=date(2000, 1, 1), headline="//h3")).headline == (
        "Old" if headline == "Old" else "Goat bridge"
    )


@pytest.mark.parametrize(
    ("url", "canonical", "holds"),
    [
        ("https://paper.example/a", "", True),
        ("https://www.PAPER.example:8080/a", "", True),
        ("https://newspaper.example/a", "", False),
        ("https://cache.example/a", "https://www.paper.example/a", True),
        ("https://paper.example/a", "https://other.example/a", True),
        ("http://[::1", "", False),
    ],
)
def test_the_host_that_was_asked_else_the_pages_own(
    read: Callable[..., CleanDispatch], url: str, canonical: str, holds: bool
) -> None:
    head = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    found = read(
        page(f"<h1>Goat bridge</h1><h2>Old</h2>{PARAGRAPHS}", head=head), SiteRule(headline="//h2"), url=url
    )
    assert found.headline == ("Old" if holds else "Goat bridge")


def test_a_selected_text_that_is_none_is_refused(read: Callable[..., CleanDispatch]) -> None:
    with pytest.raises(Reject, match="no_article"):
        read(page(f"<h1>Goat bridge</h1><h4>Short.</h4>{PARAGRAPHS}"), SiteRule(text="//h4"))
