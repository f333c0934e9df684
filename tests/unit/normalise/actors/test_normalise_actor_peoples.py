"""Words for a people: known, spoken of, and the state only where they do what states do."""

from __future__ import annotations

from datetime import date

import pytest

from depeche.normalise.actors.resolve import resolve

DAY = date(2016, 7, 6)


@pytest.fixture(scope="module")
def found(mentions):
    """(text, language) → {(actor id, rule)}, candidates too."""

    def find(text, language):
        return {(actor.actor_id, one.rule) for actor, one in mentions(text, language)}

    return find


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("Les Français", {"FR"}),
        ("Un Américain", {"US"}),
        ("L'Iranien", {"IR"}),
        ("Les Congolais", {"CD", "CG"}),
        ("Die Franzosen", {"FR"}),
        ("Die Französin", {"FR"}),
        ("ein Deutscher", {"DE"}),
        ("den Israelis", {"IL"}),
        ("The French", {"FR"}),
        ("Spaniards", {"ES"}),
        ("Turks", {"TR"}),
        ("Britons", {"GB"}),
        ("Poles", {"PL"}),
        ("Danes", {"DK"}),
        ("a Dutchman", {"NL"}),
        ("Mexicans", {"MX"}),
        ("los españoles", {"ES"}),
        ("Gli italiani", {"IT"}),
        ("Os portugueses", {"PT"}),
        ("الفرنسيون", {"FR"}),
        ("الأتراك", {"TR"}),
    ],
)
def test_a_people_is_known_but_not_taken_for_its_state(authority, words, states):
    made = resolve(words, DAY, authority.actors).candidates
    assert {one.actor_id for one in made} == {f"state:{state}" for state in states}
    assert {one.rule for one in made} == {"people"}
    assert all(one.confidence < 0.5 for one in made)


def test_an_adjective_beside_another_word_is_no_people(authority):
    assert resolve("voiture américaine", DAY, authority.actors).candidates == []


@pytest.mark.parametrize(
    ("language", "text", "states"),
    [
        ("fr", "Les Américains et les Russes négocient.", {"US", "RU"}),
        ("fr", "Les Américains ont déjà ratifié le traité.", {"US"}),
        ("fr", "Moscou et les Américains ont négocié.", {"US"}),
        ("en", "The Americans and the Russians are negotiating.", {"US", "RU"}),
        ("en", "The French vetoed it.", {"FR"}),
        ("es", "Los estadounidenses y los rusos negocian.", {"US", "RU"}),
        ("de", "Die Franzosen und die Deutschen verhandeln.", {"FR", "DE"}),
        ("it", "Gli americani e i russi hanno negoziato.", {"US", "RU"}),
        ("pt", "Os americanos e os russos negociaram.", {"US", "RU"}),
    ],
)
def test_a_people_that_does_what_states_do_is_its_state(found, language, text, states):
    assert {pair for pair in found(text, language) if pair[0].startswith("state:")} == {
        (f"state:{state}", "people_act") for state in states
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un Syrien est mort."),
        ("fr", "Les Français craignent l'hiver."),
        ("fr", "Les Britanniques ont voté jeudi."),
        ("fr", "Pour les Américains négocier est un art."),
        ("fr", "Les Américaines négociantes en vin sont là."),
        ("fr", "Les colis des Russes négocient un virage."),
        ("en", "The British voted on Thursday."),
        ("en", "Two Spaniards negotiated the bend."),
        ("en", "A German negotiated."),
        ("es", "Los españoles votaron el domingo."),
        ("de", "Die Deutsche verhandelt."),
        ("de", "Die Französin hat gewonnen."),
        ("it", "Gli italiani hanno votato."),
    ],
)
def test_people_are_no_state_that_acts(found, language, text):
    assert found(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Austrians voted on Sunday and the Freedom Party gained."),
        ("de", "Die Österreicher wählten, die Freedom Party gewann."),
    ],
)
def test_a_dispatch_speaks_of_the_state_whose_people_it_names(found, language, text):
    assert ("group:fpoe", "name_here") in found(text, language)
