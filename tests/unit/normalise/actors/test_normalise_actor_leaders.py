"""The leader of a state is who leads its government; an office with an indefinite article is nobody's."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def told(mentions):
    """(text, language, day) → {mention: {(name, rule)}}."""

    def find(text, language, day=None):
        made = {}
        for actor, one in mentions(text, language, day):
            made.setdefault(one.text, set()).add((actor.name, one.rule))
        return made

    return find


LEADERS = [
    # The head of state only represents.
    ("en", "The German leader said so.", "2016-07-06", "German leader", "Angela Merkel"),
    ("en", "The Indian leader said so.", "2016-07-06", "Indian leader", "Narendra Modi"),
    ("en", "The Israeli leader said so.", "2016-07-06", "Israeli leader", "Benjamin Netanyahu"),
    ("es", "La líder alemana lo dijo.", "2016-07-06", "líder alemana", "Angela Merkel"),
    ("fr", "Le numéro un grec l'a dit.", "2016-07-06", "numéro un grec", "Alexis Tsipras"),
    ("it", "Il leader tedesco lo ha detto.", "1997-07-06", "leader tedesco", "Helmut Kohl"),
    # The monarch reigns.
    ("en", "The Spanish leader said so.", "2016-07-06", "Spanish leader", "Mariano Rajoy"),
    # He governs.
    ("en", "The Jordanian leader said so.", "2016-07-06", "Jordanian leader", "Abdullah II"),
    # The president leads.
    ("en", "The Russian leader said so.", "2016-07-06", "Russian leader", "Vladimir Putin"),
    ("en", "The U.S. leader said so.", "2016-07-06", "U.S. leader", "Barack Obama"),
    ("es", "El mandatario francés lo dijo.", "2016-07-06", "mandatario francés", "François Hollande"),
    # The party's chief does.
    ("en", "The North Korean leader said so.", "2016-07-06", "North Korean leader", "Kim Jong-un"),
]


@pytest.mark.parametrize(("language", "text", "day", "words", "name"), LEADERS)
def test_the_leader_is_who_leads_the_government(told, language, text, day, words, name):
    assert told(text, language, day) == {words: {(name, "office_holder")}}


def test_where_presidents_and_prime_ministers_have_led_both_are_candidates(told):
    assert told("The Polish leader said so.", "en") == {
        "Polish leader": {
            ("Andrzej Duda", "office_holder_ambiguous"),
            ("Beata Szydło", "office_holder_ambiguous"),
        }
    }


def test_one_who_holds_both_offices_is_no_choice(told):
    assert told("The Iraqi leader said so.", "en", "2000-07-06") == {
        "Iraqi leader": {("Saddam Hussein", "office_holder")}
    }


def test_a_name_behind_the_leader_is_that_persons(told):
    said = told("German leader Angela Merkel met Polish leader Beata Szydlo.", "en")
    assert said == {
        "German leader Angela Merkel": {("Angela Merkel", "full_name")},
        "Polish leader Beata Szydlo": {("Beata Szydło", "full_name")},
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un président français ne devrait pas dire cela."),
        ("fr", "Aucun Premier ministre britannique ne le ferait."),
        ("en", "A German chancellor would never say so."),
        ("en", "No Russian president has been there."),
        ("de", "Ein deutscher Bundeskanzler würde das nie sagen."),
        ("de", "Das tut kein russischer Präsident."),
        ("es", "Ningún presidente ruso lo ha dicho."),
        ("it", "Un presidente russo non lo direbbe."),
        ("pt", "Um presidente russo não diria isso."),
    ],
)
def test_an_office_with_an_indefinite_article_is_nobodys(told, language, text):
    assert told(text, language) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Maurice Dupont a signé l'accord."),
        ("fr", "Dominique Martin a signé l'accord."),
        ("en", "Chad Smith signed the deal."),
    ],
)
def test_a_given_name_is_no_state(told, language, text):
    assert told(text, language) == {}


def test_the_states_called_so_are_found(told):
    assert told("L'île Maurice et la Dominique ont signé l'accord.", "fr") == {
        "île Maurice": {("Mauritius", "state")},
        "la Dominique": {("Dominica", "state")},
    }
