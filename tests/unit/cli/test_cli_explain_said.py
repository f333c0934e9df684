"""``depeche explain`` marks what a dispatch says of itself where it says it."""

from datetime import datetime

import msgspec
import pytest

import lake_rows
from depeche.query.explanation import facts
from depeche.query.explanation_marks import marked_texts

TEXT = "URGENT - EMBARGO JUSQU'A 20H00\n\nBy Ann Writer\n\nPARIS (AFP) - No archive at all. It rained on an urgent day.\n\nabc/de"


def row(**changes):
    given = {"full_text": TEXT, "text": None, "headline": "Rain", "slug": "rain-URGENT", **changes}
    built = msgspec.to_builtins(lake_rows.dispatch("a", **given), builtin_types=(datetime,))
    return built | {"batch_id": "b", "dateline": None, "credits": [], "actors": [], "event_dates": []}


@pytest.mark.parametrize(
    ("changes", "field", "words", "where"),
    [
        ({"kind": "urgent", "kind_text": "URGENT"}, "kind", "URGENT", "first lines"),
        ({"kind": "urgent", "kind_text": "URGENT", "headline": "URGENT - Rain"}, "kind", "URGENT", "headline"),
        ({"byline": "By Ann Writer"}, "byline", "By Ann Writer", "text"),
        ({"sign_off": "abc/de"}, "sign_off", "abc/de", "text"),
        ({"advisory": "URGENT - EMBARGO JUSQU'A 20H00"}, "advisory", "URGENT - EMBARGO JUSQU'A 20H00", "text"),
        ({"usage_terms_text": "No archive at all", "usage_rules": ["no_archive"]}, "usage_rules", "No archive at all", "text"),
        ({"signal": ["embargo"], "advisory": "EMBARGO"}, "signal", "EMBARGO", "text"),
    ],
)  # fmt: skip
def test_the_words_are_marked(changes, field, words, where):
    one = row(**changes)
    (fact,) = [fact for fact in facts(one) if fact.field == field]
    assert fact.rule.endswith(f": {where}")
    assert fact.span is not None
    assert one[fact.span.field][fact.span.start : fact.span.end] == fact.words == words
    assert fact.span in [span for _, marks in marked_texts(one, facts(one)) for span, _ in marks]


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        # Words inside a sentence announce nothing, and what the metadata say stands in no text.
        ({"kind": "urgent", "kind_text": "urgent"}, "kind", "what it is: as stated"),
        ({"kind": "urgent", "kind_text": "rain-URGENT"}, "kind", "what it is: slug"),
        ({"usage_terms_text": "For editors only", "usage_rules": ["editorial"]}, "usage_rules", "usage terms: as stated"),
        ({"pubstatus": "usable", "pubstatus_text": None}, "pubstatus", "nothing stated"),
    ],
)  # fmt: skip
def test_what_stands_in_no_text_is_not_marked(changes, field, rule):
    (fact,) = [fact for fact in facts(row(**changes)) if fact.field == field]
    assert (fact.rule, fact.span) == (rule, None)


def test_a_kind_that_an_advisory_gives_has_its_words():
    one = row(
        kind="correction", kind_text=None, signal=["correction"], advisory="CORRECTS para 4\nADDS quote"
    )
    found = [fact for fact in facts(one) if fact.field in ("kind", "advisory")]
    assert [(fact.field, fact.words) for fact in found] == [
        ("advisory", "CORRECTS para 4"),
        ("advisory", "ADDS quote"),
        ("kind", "CORRECTS para 4\nADDS quote"),
    ]
