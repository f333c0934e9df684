"""When a capital or a building acts, and when it is only a place."""

from datetime import date

import pytest

from depeche.normalise.actors import actors


@pytest.mark.parametrize(
    ("language", "text", "capital", "actor"),
    [
        ("fr", "Téhéran multiplie les gestes.", "Téhéran", "body:IR:government"),
        ("fr", 'Varsovie "ne comprend pas" cette lettre.', "Varsovie", "body:PL:government"),
        ("fr", "Le soutien de Téhéran ne suffit pas.", "Téhéran", "body:IR:government"),
        ("en", "Tokyo again lodged a protest; Seoul welcomed it.", "Seoul", "body:KR:government"),
        ("en", "Ottawa's refusal came late.", "Ottawa", "body:CA:government"),
        ("es", "Lima convocó a su embajador.", "Lima", "body:PE:government"),
        ("es", "Quito no aceptará la nota.", "Quito", "body:EC:government"),
        ("de", "Ankara verlangt eine Entschuldigung.", "Ankara", "body:TR:government"),
        ("de", "Das Kabinett warnte Budapest vor neuen Zäunen.", "Budapest", "body:HU:government"),
    ],
)
def test_a_capital_acts(find_rules, language, text, capital, actor):
    assert find_rules(text, language)[capital][0] == actor


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Varsovie, Prague et Bratislava freinent depuis lundi."),
        ("en", "Warsaw, Prague and Bratislava drag their feet."),
        ("es", "Varsovia, Praga y Bratislava frenan desde el lunes."),
        ("de", "Warschau, Prag und Bratislava bremsen seit Montag."),
    ],
)
def test_capitals_listed_as_subject_act(find_rules, language, text):
    assert [actor for actor, _ in find_rules(text, language).values()] == [
        "body:PL:government",
        "body:CZ:government",
        "body:SK:government",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "A Varsovie et Prague il neige."),
        ("fr", "Les rues de Varsovie sont blanches."),
        ("en", "Warsaw streets were white and Prague under water."),
        ("en", "He flew to Warsaw and Prague on Monday."),
        ("es", "Los trenes de Lima y Santiago llegan tarde."),
        ("de", "In Warschau und Prag schneit es."),
        ("de", "Der Warschau-Besuch fällt aus."),
    ],
)
def test_a_capital_that_locates_is_no_actor(find_rules, language, text):
    assert find_rules(text, language) == {}


def test_a_building_is_a_place_where_one_is_in_it(find_rules):
    assert find_rules("The White House denied it.", "en") == {
        "White House": ("body:US:presidency", "metonym")
    }
    assert find_rules("They met in the White House.", "en") == {}


ACTING = [
    ("fr", "Berlin a demandé à Moscou de retirer ses troupes", "Moscou", "Russian government"),
    ("it", "La Germania chiede a Roma di spiegare", "Roma", "Italian government"),
    ("es", "MADRID EXIGE A LONDRES QUE RETIRE LAS AMENAZAS", "LONDRES", "British government"),
    ("es", "MADRID EXIGE A LONDRES QUE RETIRE LAS AMENAZAS", "MADRID", "Spanish government"),
    ("fr", "PARIS ACCUSE WASHINGTON", "PARIS", "French government"),
]


@pytest.mark.parametrize(("language", "text", "words", "name"), ACTING)
def test_a_capital_acts_in_capitals_and_when_it_is_asked(find, language, text, words, name):
    assert find(text, language)[words] == name


def test_a_capital_where_somebody_is_asked_stays_a_place(find):
    assert find("Il a demandé à Paris son chemin", "fr") == {}


@pytest.mark.parametrize(
    ("text", "said", "actor"),
    [
        ("Moskaus Haltung ist klar.", "Moskaus", "body:RU:government"),
        ("Die Haltung Moskaus ist klar.", "Moskaus", "body:RU:government"),
        ("Ankara bestellte den Botschafter ein.", "Ankara", "body:TR:government"),
    ],
)
def test_german_capitals_that_act(find_ids, text, said, actor):
    assert find_ids(text, "de", "2016-12-06") == {said: actor}


def test_german_capitals_in_the_genitive_are_places_else(find_ids):
    assert not find_ids("Moskaus Straßen sind leer. Athens Museen auch.", "de", "2016-12-06")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Bruxelles a proposé un plan. L'Union européenne veut agir.", {"org:eu": 0.7}),
        ("Bruxelles a proposé un plan, a dit la Commission européenne.", {"org:eu": 0.7}),
        ("Bruxelles a proposé un plan. La Belgique votera.", {"body:BE:government": 0.7}),
        ("Bruxelles a proposé un plan.", {"org:eu": 0.45, "body:BE:government": 0.45}),
        ("L'Union européenne se réunit à Bruxelles.", {}),
        ("Londres a proposé un plan. L'Union européenne veut agir.", {"body:GB:government": 0.85}),
    ],
)
def test_a_capital_that_is_an_organisation_s_seat(authority, text, meant):
    made = actors(None, text, "fr", date(2021, 5, 5), authority)
    said = {a.actor_id: m.confidence for a in made for m in a.mentions if m.text in ("Bruxelles", "Londres")}
    assert said == meant


def test_two_powers_with_the_article_of_any_language(find_ids):
    for language, text, capital in (
        ("it", "I colloqui tra Mosca e gli Stati Uniti.", "Mosca"),
        ("pt", "As negociações entre Moscovo e a Ucrânia.", "Moscovo"),
        ("es", "Las negociaciones entre Moscú y la Unión Europea.", "Moscú"),
    ):
        assert find_ids(text, language)[capital] == "body:RU:government"


def test_a_building_of_that_name_in_another_capital_is_not_meant(find_ids):
    assert find_ids("Panzer beschossen das Weiße Haus in Moskau.", "de") == {}
    assert find_ids("La Maison Blanche à Washington se tait.", "fr") == {
        "Maison Blanche": "body:US:presidency"
    }


def test_the_article_that_a_capital_has_is_part_of_it(find_ids):
    assert find_ids("Tra Roma e il Cairo pesa il caso.", "it") == {
        "Roma": "body:IT:government",
        "il Cairo": "body:EG:government",
    }
