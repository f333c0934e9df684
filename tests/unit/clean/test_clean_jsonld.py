"""JSON-LD in pages: found and read in all the states that sites leave it in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.clean.page.jsonld import articles, text_of, texts_of
from depeche.records import CleanDispatch
from page_article import page

Read = Callable[..., CleanDispatch]


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


def test_half_characters_in_json_ld_do_no_harm(read: Read) -> None:
    script = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Goat \\ud800 bridge","url":"https://a.example/\\ud800x","author":"J\\udfff"}</script>'
    found = read(page(head=script))
    assert (found.headline, found.url, found.byline) == ("Goat bridge", "https://a.example/x", "J")
