"""Words that say how an office is held: for the time being, since not long, not for long any more."""

from __future__ import annotations

from datetime import date

import pytest

TEMER, ROUSSEFF = "person:Q463533", "person:Q40722"
KEITA, MANSOUR = "person:Q324108", "person:Q13593432"


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("pt", "O presidente interino do Brasil viajou.", "presidente interino do Brasil"),
        ("en", "Brazil's interim president left.", "Brazil's interim president"),
        ("en", "The acting Brazilian president left.", "Brazilian president"),
        ("fr", "Le président par intérim du Brésil a cédé.", "président par intérim du Brésil"),
        ("fr", "Le président brésilien intérimaire a cédé.", "président brésilien"),
        ("es", "El presidente brasileño interino viajó.", "presidente brasileño interino"),
        ("de", "Brasiliens Interimspräsident ging.", "Brasiliens Interimspräsident"),
        ("it", "Il presidente ad interim del Brasile tace.", "presidente ad interim del Brasile"),
        ("ar", "قال الرئيس البرازيلي المؤقت", "الرئيس البرازيلي"),
    ],
)
def test_an_interim_holder_is_meant_by_words_that_say_so(find_ids, language, text, said):
    assert find_ids(text, language, "2016-06-15") == {said: TEMER}


def test_whoever_stands_in_leaves_the_office_to_its_holder(find_ids):
    assert find_ids("Le président brésilien parle.", "fr", "2016-06-15") == {"président brésilien": ROUSSEFF}
    assert find_ids("Le président brésilien parle.", "fr", "2016-09-15") == {"président brésilien": TEMER}


def test_an_interim_holder_alone_has_the_office_as_well(find_ids):
    for text in ("قال الرئيس المصري", "قال الرئيس المصري المؤقت"):
        assert find_ids(text, "ar", "2013-10-15") == {"الرئيس المصري": MANSOUR}


def test_nobody_known_to_be_interim_is_a_candidate_at_most(find_candidates):
    made = find_candidates("France's interim president spoke.", "en", "2016-07-06")
    assert made["France's interim president"] == {("person:Q157", "office_holder", 0.45)}


def test_nobody_is_new_after_a_year(find_ids, find_candidates):
    text = "France's new president spoke."
    assert find_ids(text, "en", "2017-06-01") == {"France's new president": "person:Q3052772"}
    assert find_ids("Le nouveau président français parle.", "fr", "2017-05-08") == {}
    made = find_candidates(text, "en", "2017-05-08")
    assert made["France's new president"] == {("person:Q157", "office_holder", 0.45)}
    text = "New Zealand's prime minister spoke."
    assert find_ids(text, "en", "2016-07-06") == {"New Zealand's prime minister": "person:Q57783"}


def test_the_new_one_is_who_was_elected_where_the_dispatch_names_him(find_ids):
    text = "Le nouveau président français Emmanuel Macron parle. Le nouveau président français promet."
    assert find_ids(text, "fr", "2017-05-08")["président français"] == "person:Q3052772"
    text = "L'ancien président français Nicolas Sarkozy parle. Le nouveau président français promet."
    assert "président français" not in find_ids(text, "fr", "2014-05-08")


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "Le président sortant du Mali parle.", "président sortant du Mali"),
        ("es", "El presidente saliente de Malí habla.", "presidente saliente de Malí"),
        ("en", "Mali's outgoing president spoke.", "Mali's outgoing president"),
        ("de", "Malis scheidender Präsident sprach.", "Malis scheidender Präsident"),
        ("ar", "قال الرئيس الحالي لمالي", "الرئيس الحالي لمالي"),
    ],
)
def test_what_stands_between_an_office_and_its_state(find_ids, language, text, said):
    assert find_ids(text, language) == {said: KEITA}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "président malien sortant Amadou Durand"),
        ("fr", "président sortant malien Amadou Durand"),
        ("fr", "président malien élu Amadou Durand"),
        ("es", "presidente saliente de Malí Amadou Durand"),
        ("en", "Mali's outgoing president Amadou Durand"),
        ("en", "Mali's president-elect Amadou Durand"),
        ("it", "presidente uscente del Mali Amadou Durand"),
    ],
)
def test_the_unknown_name_behind_such_a_word_is_whose_office_it_is(find_ids, language, said):
    assert find_ids(f"{said} 2016", language) == {said: "name:amadou-durand"}


def test_the_german_head_of_state_is_spoken_of_again(find_ids):
    text = "Der malische Präsident kam. Das Staatsoberhaupt schwieg."
    assert find_ids(text, "de") == {"malische Präsident": KEITA, "Staatsoberhaupt": KEITA}


@pytest.mark.parametrize(
    ("language", "text", "day", "who"),
    [
        ("de", "Österreichs Übergangskanzlerin flog ab.", "2019-07-01", "person:Q916162"),
        ("pt", "O presidente de transição da Guiné-Bissau falou.", "2012-05-20", "person:Q57424"),
        ("en", "South Korea's acting president apologised.", "2024-12-29", "person:x-choi-sang-mok"),
        ("en", "Israel's acting prime minister spoke.", "2006-02-10", "person:Q93181"),
        ("fr", "Le président russe par intérim parle.", "2000-02-10", "person:Q7747"),
    ],
)
def test_more_who_held_an_office_for_the_time_being(find_ids, language, text, day, who):
    assert [*find_ids(text, language, day).values()] == [who]


def test_a_disputed_interim_president_is_meant_by_interim_words_only(find):
    found = find("Venezuela's interim president spoke. Venezuela's president spoke.", "en", date(2019, 2, 24))
    assert found == {
        "Venezuela's interim president": "Juan Guaidó",
        "Venezuela's president": "Nicolás Maduro",
    }


def test_interim_words_inside_a_title(find):
    text = "El presidente en funciones del Gobierno español viajó"
    found = find(text, "es", date(2019, 5, 3))
    assert found == {"presidente en funciones del Gobierno español": "Pedro Sánchez"}
