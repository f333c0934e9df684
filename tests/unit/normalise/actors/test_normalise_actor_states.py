"""When a state is meant, and when only a place, or what is named after it."""

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des combats dans le nord de la Syrie et dans tout le Liban."),
        ("en", "Fighting in northern Syria and across all Lebanon."),
        ("en", "The Iraq war is over, says Malta Airlines."),
        ("en", "Families fled to Jordan by bus."),
        ("es", "Miles de personas viajaron a Colombia desde el sur de Chile."),
        ("de", "Kämpfe in der Ukraine und im Osten der Türkei."),
        ("de", "Seit dem Irak-Krieg ist das so."),
    ],
)
def test_a_state_that_locates_is_not_sure(find_rules, language, text):
    assert not [actor for actor, _ in find_rules(text, language).values() if actor.startswith("state:")]


@pytest.mark.parametrize(
    "text",
    [
        "Police in Savannah, Georgia, said so.",
        "He was born in Tbilisi, Georgia.",
        "The match in Lyon, France, was won.",
    ],
)
def test_a_state_behind_its_town_is_a_place(find_ids, text):
    assert not find_ids(text, "en", "2016-12-06")


def test_states_in_a_row_are_no_towns(find_ids):
    assert find_ids("In Geneva, Russia rejected it. Talks with Iran, Iraq, Oman went on.", "en", "2016-12-06").keys() == {
        "Russia", "Iran", "Iraq", "Oman",
    }  # fmt: skip


NAMED_AFTER = [
    ("fr", "Air Sénégal et la Coupe de France"),
    ("fr", "le Grand Prix d'Autriche"),
    ("it", "Telecom Italia e il Giro d'Italia"),
    ("es", "Petróleos de Venezuela y la Copa de Chile"),
    ("es", "El Canal de Panamá fue ampliado"),
    ("pt", "a Volta a Portugal, a Taça de Portugal"),
]


@pytest.mark.parametrize(("language", "text"), NAMED_AFTER)
def test_a_company_or_event_named_after_a_state_is_not_the_state(find, language, text):
    assert find(text, language) == {}


def test_the_same_words_without_a_capital_leave_the_state_what_it_is(find):
    assert find("la coupe dont la France a bu", "fr") == {"France": "France"}


def test_a_weak_name_counts_where_its_state_is_spoken_of(find_rules):
    assert find_rules("In Austrian towns the Freedom Party gained.", "en")["Freedom Party"][0] == "group:fpoe"
    assert find_rules("In some towns the Freedom Party gained.", "en") == {}
