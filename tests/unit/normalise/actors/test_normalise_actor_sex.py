"""Words of an office and honorifics that are a man's or a woman's: who may be meant by them."""

from datetime import date

import pytest

# Language, day, text, words: a form, article or adjective of a woman, and who holds the office.
OTHER_SEX = [
    ("fr", "1997-07-06", "La chancelière a dit", "chancelière", "person:Q2518"),
    ("fr", "1997-07-06", "la présidente russe a dit", "présidente russe", "person:Q34453"),
    ("fr", "2016-07-06", "la ministre française de la Défense", "ministre française de la Défense", "person:Q559040"),
    ("es", "2016-07-06", "la canciller rusa dijo", "canciller rusa", "person:Q58217"),
    ("it", "2016-07-06", "la presidente russa ha detto", "presidente russa", "person:Q7747"),
    ("de", "2023-01-01", "Die Bundeskanzlerin sagte", "Bundeskanzlerin", "person:Q61053"),
    ("en", "2016-07-06", "the queen of Spain said", "queen of Spain", "person:Q191045"),
    ("en", "2016-07-06", "the king of Denmark said", "king of Denmark", "person:Q102139"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "day", "text", "words", "holder"), OTHER_SEX)
def test_a_holder_of_the_other_sex_is_a_candidate_at_most(
    find_candidates, language, day, text, words, holder
):
    assert find_candidates(text, language, day) == {words: {(holder, "office_other_sex", 0.4)}}


BOTH = [
    ("fr", "le ministre allemand de la Défense", "ministre allemand de la Défense", "Ursula von der Leyen"),
    ("fr", "la ministre allemande de la Défense", "ministre allemande de la Défense", "Ursula von der Leyen"),
    ("fr", "la ministre de la Défense allemande", "ministre de la Défense allemande", "Ursula von der Leyen"),
    # The adjective agrees with "diplomatie", the gender with "guida".
    ("fr", "le chef de la diplomatie française", "chef de la diplomatie française", "Jean-Marc Ayrault"),
    ("it", "la guida suprema iraniana", "guida suprema iraniana", "Ali Khamenei"),
    ("de", "der Bundeskanzler sagte", "Bundeskanzler", "Angela Merkel"),
    ("en", "the German defence minister", "German defence minister", "Ursula von der Leyen"),
    ("fr", "le souverain danois a dit", "souverain danois", "Margrethe II"),
    ("it", "la presidente brasiliana", "presidente brasiliana", "Dilma Rousseff"),
]


@pytest.mark.parametrize(("language", "text", "words", "name"), BOTH)
def test_a_masculine_form_is_of_both(find, language, text, words, name):
    assert find(text, language) == {words: name}


COUNTERPARTS = [
    ("fr", "François Hollande a vu son homologue allemande.", "homologue allemande", "Angela Merkel"),
    ("de", "Der französische Präsident traf seine deutsche Amtskollegin.", "deutsche Amtskollegin", "Angela Merkel"),
    ("de", "Sergej Lawrow traf Barack Obama und dessen deutsche Kollegin.", "deutsche Kollegin", "Angela Merkel"),
    ("fr", "Angela Merkel a vu son homologue russe.", "homologue russe", "Dmitry Medvedev"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "name"), COUNTERPARTS)
def test_a_woman_called_counterpart_holds_the_office_that_a_woman_holds(find, language, text, words, name):
    assert find(text, language)[words] == name


def test_a_woman_called_counterpart_of_a_mans_office_is_nobody_sure(find_candidates):
    found = find_candidates("Sergueï Lavrov a vu son homologue allemande.", "fr")
    assert found["homologue allemande"] == {("person:Q76658", "office_other_sex", 0.4)}


def test_the_president_spoken_of_is_not_she_where_he_is_a_man(find_candidates):
    assert set(find_candidates("Vladimir Poutine a parlé. La présidente a dit.", "fr")) == {
        "Vladimir Poutine"
    }


def test_a_feminine_title_and_a_surname_are_no_mans(find_candidates):
    assert find_candidates("La présidente Clinton a dit", "fr", "1999-01-01") == {}


OF_OTHER_SEX = [
    ("fr", "Hillary Clinton a parlé mercredi. M. Clinton a répondu.", "Hillary Clinton"),
    ("en", "Angela Merkel spoke. Mr Merkel answered.", "Angela Merkel"),
    ("fr", "Barack Obama a parlé. Mme Obama a répondu.", "Barack Obama"),
    ("es", "Cristina Kirchner habló. El señor Kirchner respondió.", "Cristina Kirchner"),
]


@pytest.mark.parametrize(("language", "text", "said"), OF_OTHER_SEX)
def test_a_surname_behind_an_honorific_of_the_other_sex_is_another(find, language, text, said):
    assert set(find(text, language, least=0)) == {said}


def test_an_honorific_tells_the_two_of_a_surname_apart(find):
    text = "Hillary Clinton spoke in the United States. Mr Clinton answered, then Mrs. Clinton and Clinton."
    found = find(text, "en", date(1999, 1, 1))
    assert (found["Mr Clinton"], found["Mrs. Clinton"]) == ("Bill Clinton", "Hillary Clinton")


def test_an_honorific_tells_the_sex(find_rules):
    made = find_rules("Bill Clinton and Hillary Clinton left. Mrs Clinton waved.", "en", date(1998, 6, 1))
    assert made["Mrs Clinton"][0] == "person:Q6294"
