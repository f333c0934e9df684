"""Words that a dispatch would leave open: what context settles, candidates, and the reason for none."""

from datetime import date

import pytest

from depeche.normalise.actors.resolve import resolve

DAY = "2016-07-06"


@pytest.mark.parametrize(
    ("words", "context", "language", "name"),
    [
        ("son homologue américain", "Le président Poutine", "fr", "Barack Obama"),
        ("her Turkish counterpart", "German Chancellor Angela Merkel", "en", "Binali Yıldırım"),
        (
            "sein französischer Amtskollege",
            "Außenminister Frank-Walter Steinmeier",
            "de",
            "Jean-Marc Ayrault",
        ),
        ("le Premier ministre", "Manuel Valls a parlé.", "fr", "Manuel Valls"),
        ("Poutine", "Le président Vladimir Poutine", "fr", "Vladimir Putin"),
    ],
)
def test_context_gives_what_the_words_lean_on(resolve_names, words, context, language, name):
    assert resolve_names(words, language=language, context=context) == [name]


def test_without_context_a_relational_word_stays_open(index):
    found = resolve("her Turkish counterpart", date.fromisoformat(DAY), index).candidates
    assert {"Recep Tayyip Erdoğan", "Mevlüt Çavuşoğlu"} <= {one.name for one in found}
    assert all(one.confidence < 0.5 and one.rule == "relational_open" for one in found)


@pytest.mark.parametrize("words", ["dEUTSCH", "russian counterpart"])
def test_a_candidate_has_the_words_as_they_were_given(index, words):
    """Capitals are tried where none were typed; they are not shown."""
    found = resolve(words, date.fromisoformat(DAY), index).candidates
    assert {one.text for one in found} == {words}


def test_an_office_alone_takes_the_state_of_its_context_as_a_candidate(index):
    (found,) = resolve(
        "le Premier ministre", date.fromisoformat(DAY), index, "fr", "Le gouvernement français"
    ).candidates
    assert (found.name, found.rule) == ("Manuel Valls", "office_here")
    assert found.confidence < 0.5


def test_ambiguous_words_keep_all_candidates_under_a_half(index):
    found = resolve("le président congolais", date.fromisoformat(DAY), index, "fr").candidates
    assert {one.country_code for one in found} == {"CD", "CG"}
    assert all(one.confidence < 0.5 for one in found)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("le Premier ministre", "an office without its state"),
        ("son homologue", "a relational word"),
        ("l'ancien président américain", "a former or coming holder"),
        ("tralala", "does not know these words"),
        ("", "does not know these words"),
    ],
)
def test_where_nothing_is_found_it_says_what_would_help(index, words, says):
    found = resolve(words, date.fromisoformat(DAY), index)
    assert found.candidates == []
    assert says in found.reason
