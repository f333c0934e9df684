"""When a capital acts, when a state is only a place, and whose office an apposition tells."""

from __future__ import annotations

from datetime import date

import pytest

from depeche.normalise.actors import actors

DAY = date(2016, 7, 6)


@pytest.fixture(scope="module")
def found(authority):
    """(language, text, day) → {mention: (actor, rule)}, those the archive is surer of than 0.5."""

    def find(language, text, day=DAY):
        return {
            mention.text: (actor.actor_id, mention.rule)
            for actor in actors(None, text, language, day, authority)
            for mention in actor.mentions
            if mention.confidence > 0.5
        }

    return find


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
def test_a_capital_acts(found, language, text, capital, actor):
    assert found(language, text)[capital][0] == actor


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Varsovie, Prague et Bratislava freinent depuis lundi."),
        ("en", "Warsaw, Prague and Bratislava drag their feet."),
        ("es", "Varsovia, Praga y Bratislava frenan desde el lunes."),
        ("de", "Warschau, Prag und Bratislava bremsen seit Montag."),
    ],
)
def test_capitals_listed_as_subject_act(found, language, text):
    assert [actor for actor, _ in found(language, text).values()] == [
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
def test_a_capital_that_locates_is_no_actor(found, language, text):
    assert found(language, text) == {}


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
def test_a_state_that_locates_is_not_sure(found, language, text):
    assert not [actor for actor, _ in found(language, text).values() if actor.startswith("state:")]


def test_a_building_is_a_place_where_one_is_in_it(found):
    assert found("en", "The White House denied it.") == {"White House": ("body:US:presidency", "metonym")}
    assert found("en", "They met in the White House.") == {}


def test_an_apposition_tells_whose_office_it_is(found):
    made = found("es", "Habló el presidente del Eurogrupo, Jeroen Dijsselbloem, en la sala.")
    assert made["presidente del Eurogrupo"] == ("person:Q1033303", "apposition")


def test_the_list_of_holders_goes_before_an_enumeration(found):
    made = found("fr", "Avec le président russe, Angela Merkel et un interprète.")
    assert made["président russe"] == ("person:Q7747", "office_holder")


def test_an_office_of_something_else_is_not_spoken_of_again(found):
    made = found("fr", "Le président François Hollande sourit. Le président de la fédération aussi.")
    assert list(made) == ["président François Hollande"]


def test_the_holder_of_an_office_may_be_named_by_surname_later(found):
    made = found("de", "Der griechische Ministerpräsident lachte. Tsipras winkte.")
    assert made["Tsipras"] == ("person:Q312015", "surname_again")


def test_namesakes_are_told_apart_by_who_is_in_office(found):
    made = found("en", "Bill Clinton and Hillary Clinton left. Clinton waved.", date(1998, 6, 1))
    assert made["Clinton"][0] == "person:Q1124"


def test_a_month_is_no_surname(found):
    made = found("en", "Theresa May left. In May, on May 16 and since last May it rained.", date(2017, 4, 4))
    assert list(made) == ["Theresa May"]
    assert "May" in found("en", "Theresa May left. May waved.", date(2017, 4, 4))


def test_an_honorific_tells_the_sex(found):
    made = found("en", "Bill Clinton and Hillary Clinton left. Mrs Clinton waved.", date(1998, 6, 1))
    assert made["Mrs Clinton"][0] == "person:Q6294"


def test_a_king_may_go_without_his_number(found):
    assert found("fr", "Le roi Juan Carlos est arrivé.", date(1991, 10, 1)) == {
        "roi Juan Carlos": ("person:Q19943", "surname_title")
    }


def test_a_weak_name_counts_where_its_state_is_spoken_of(found):
    assert found("en", "In Austrian towns the Freedom Party gained.")["Freedom Party"][0] == "group:fpoe"
    assert found("en", "In some towns the Freedom Party gained.") == {}


def test_a_full_name_behind_the_office_overrules_the_list_where_its_bearer_held_it_once(found):
    late = date(2026, 11, 26)
    text = "Saudi Arabia's foreign minister, Adel al-Jubeir, said no. The French president, Xi Jinping, and an aide left."
    made = found("en", text, late)
    assert made["Saudi Arabia's foreign minister"] == (made["Adel al-Jubeir"][0], "apposition")
    assert made["French president"][1] == "office_holder"


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
