"""Whatever the text and its language, reading it for actors breaks nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some


@pytest.mark.parametrize("language", [None, "xx", "fr-FR", "FR"])
def test_any_language_code(find, language):
    assert find("Vladimir Poutine", language) == {"Vladimir Poutine": "Vladimir Putin"}


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "M.", "le président de", "MM. et", "ONU" * 5000])
def test_odd_texts(find, text):
    assert isinstance(find(text, "fr", headline=text), dict)


PIECES = [
    "président", "Poutine", "M.", "MM.", "son homologue", "américain", "russe et américain", "de", "la", "Moscou",
    "à", "US", "president", "Secretary of State", "Putin", "régime", "Damas", "Vladimir", "et", ",", ".", "\n\n",
    "الرئيس", "الروسي", "е\u0301", "Kim Jong-un", "ONU", "Bundeskanzlerin", "'s", "Russia", "congolais", "ancien", "ministère", "Défense", "ministre", "Affaires étrangères",
]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=some.lists(some.sampled_from(PIECES) | some.text(max_size=8), max_size=25),
    language=some.sampled_from([None, "fr", "en", "es", "de", "it", "pt", "ar"]),
    day=some.dates(),
)
def test_no_text_breaks_it(find, pieces, language, day):
    text = " ".join(pieces)
    find(text, language, day, headline=text[: len(text) // 2], least=0)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=some.text(max_size=300))
def test_any_unicode(find, text):
    find(text, None, headline=text, least=0)
