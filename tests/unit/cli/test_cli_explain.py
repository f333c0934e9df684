"""``depeche explain``: facts of a row, the marked texts, the page."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import msgspec
import pytest

import lake_rows
from depeche.cli.explain import _marked
from depeche.cli.explain_page import as_html
from depeche.query import explanation
from depeche.query.explanation import facts
from depeche.query.explanation_fact import Span
from depeche.query.explanation_marks import Marked, marked_texts, pieces


def row(**changes):
    return msgspec.to_builtins(lake_rows.dispatch("a", **changes), builtin_types=(datetime,)) | {
        "batch_id": "b"
    }


def whole(**changes):
    found = row(**changes)
    found["embargo_until"] = changes.get("embargo_until")
    return found


class Page(HTMLParser):
    """Collects links, ids, text and what would be loaded."""

    def __init__(self, page):
        super().__init__()
        self.links, self.ids, self.loaded, self.open, self.words = [], [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.links += [given["href"]] if tag == "a" else []
        self.ids += [given["id"]] if "id" in given else []
        self.loaded += [tag] if tag in ("script", "link", "img", "iframe") or "src" in given else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def test_every_value_has_words_rule_entry_and_version():
    found = {fact.field: fact for fact in facts(row())}
    source = found["source"]
    assert (source.value, source.words, source.rule) == ("AFP", "AFP", "dateline")
    assert "Q40464" in source.entry
    assert source.version == "normaliser 1, authority abc"
    assert found["actors"].rule == "metonym (0.80)"
    assert found["actors"].entry == "state:ru:government Q1140115 RUSGOV"
    assert found["dateline.places"].entry == "geonames:2988507"
    assert found["event_dates"].value == "2016-07-06"
    assert (found["urgency"].value, found["urgency"].words) == ("3", "3")
    assert found["headline"].version == "reader 1"


def test_times_beside_that_of_issue_are_explained_where_they_are_stated():
    changed = lake_rows.AT.replace(hour=15)
    found = {fact.field: fact for fact in facts(row(modified_at=changed))}
    assert (found["modified_at"].value, found["modified_at"].rule) == ("2016-07-06 15:00:00+00:00", "stated")
    assert "modified_at" not in {fact.field for fact in facts(row())}


def test_the_marks_stand_on_their_words_in_one_text():
    one = row()
    found = facts(one)
    shown = dict(marked_texts(one, found))
    assert list(shown) == ["headline", "full_text"]
    for span, place in shown["full_text"]:
        assert one["full_text"][span.start : span.end] == found[place].words
    assert {span.kind for span, _ in shown["full_text"]} == {"dateline", "credit", "actor", "event"}


def test_a_text_that_was_put_together_is_shown_beside_the_full_text():
    one = row(full_text="LIGNE\n\nPARIS, 6 juil 2016 (AFP) - Autre.")
    assert list(dict(marked_texts(one, facts(one)))) == ["headline", "full_text", "text"]


def test_pieces_cut_overlapping_marks():
    marks = [Marked(Span("text", 0, 6, "dateline"), 0), Marked(Span("text", 4, 9, "credit"), 1)]
    assert list(pieces(12, marks)) == [(0, 4, [0]), (4, 6, [0, 1]), (6, 9, [1]), (9, 12, [])]
    assert list(pieces(3, [])) == [(0, 3, [])]


def test_the_page_is_self_contained_and_its_links_lead_somewhere():
    one = row()
    page = Page(as_html(one, facts(one)))
    assert page.open == []
    assert page.loaded == []
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    for words in one["full_text"].split():
        assert words in "".join(page.words)


def test_hostile_words_are_escaped():
    evil = "<script>alert(1)</script>\"'&"
    one = row(
        words=evil,
        headline=evil,
        language="en",
        url=evil,
        byline=evil,
        usage_terms_text=evil,
        usage_rules=["no_archive"],
    )
    page = Page(as_html(one, facts(one)))
    assert page.loaded == []
    assert "".join(page.words).count(evil) >= 4


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"pubstatus": "canceled", "kind_text": "KILL"}, "canceled: KILL"),
        ({"embargo_until": datetime(2016, 7, 7, 18, tzinfo=UTC)}, "Embargo until 2016-07-07 18:00 UTC"),
        (
            {"quality_flags": ["text_withheld"], "usage_terms_text": "NO ARCHIVAL USE"},
            "Text withheld: NO ARCHIVAL USE",
        ),
        ({"usage_rules": ["not_in:DE"]}, "Usage: not_in:DE"),
    ],
)
def test_what_limits_its_use_is_seen_first(changes, said):
    one = whole(**changes)
    assert said in " ".join(explanation.notices(one))
    assert said in re.sub(r"<[^>]+>", "", as_html(one, facts(one)))


def test_withheld_text_without_dateline_in_arabic_is_explained():
    one = row(text="", full_text="", dateline=None, language="ar", headline="موسكو تقترح هدنة", credits=[])
    assert [field for field, _ in marked_texts(one, facts(one))] == ["headline"]
    assert 'dir="auto"' in as_html(one, facts(one))
    nothing = row(text="", full_text="", headline=None, dateline=None, credits=[], actors=[], event_dates=[])
    assert "urn:newsml:example:a" in as_html(nothing, facts(nothing))


def test_where_the_text_is_withheld_nothing_of_it_is_marked():
    one = row(text="", full_text="", quality_flags=["text_withheld"])
    found = facts(one)
    assert {fact.span.field for fact in found if fact.span} <= {"headline"}
    page = Page(as_html(one, found))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_terms_without_a_rule_and_an_embargo_that_cannot_be_read_are_explained():
    one = row(usage_terms_text="All rights reserved\nSee contract", embargo_text="EMBARGO until the speech")
    said = [(fact.field, fact.value) for fact in facts(one)]
    assert ("usage_terms_text", "See contract") in said
    assert ("embargo_until", "cannot be read") in said
    assert ("summary", "In short.") in [(f.field, f.value) for f in facts(row() | {"summary": "In short."})]


def test_without_colours_marks_are_brackets():
    marks = [Marked(Span("text", *ends, "actor"), 0) for ends in ((0, 6), (0, 4), (0, 4), (6, 9))]
    assert str(_marked("abcdefghij", marks)) == "[[abcd]ef][ghi]j"
