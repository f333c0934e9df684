"""Capitals and buildings stand for the state alive on the day whose seat they were."""

from __future__ import annotations

from datetime import date

import pytest

from depeche.normalise.actors import undated_actors


@pytest.fixture(scope="module")
def acting(mentions):
    """(language, day, text) → [(mention, actor, confidence)], as they stand in the text."""

    def find(language, day, text):
        found = [(m.start, m.text, a.actor_id, m.confidence) for a, m in mentions(text, language, day)]
        return [one[1:] for one in sorted(found)]

    return find


@pytest.mark.parametrize(
    ("language", "day", "text", "actor"),
    [
        ("fr", "1985-06-15", "Moscou a proposé un plan.", "body:SUHH:government"),
        ("fr", "1991-12-25", "Moscou a proposé un plan.", "body:RU:government"),
        ("fr", "1985-06-15", "Le Kremlin a confirmé.", "body:SUHH:government"),
        ("fr", "1991-01-15", "Le Kremlin a confirmé.", "body:SUHH:presidency"),
        ("ar", "1985-06-15", "أعلن الكرملين ذلك.", "body:SUHH:government"),
        ("fr", "2016-07-06", "Le Kremlin a confirmé.", "body:RU:presidency"),
        ("fr", "1985-06-15", "Prague a proposé un plan.", "body:CSHH:government"),
        ("fr", "1993-06-15", "Prague a proposé un plan.", "body:CZ:government"),
        ("en", "1985-06-15", "Belgrade rejected the plan.", "body:YUCS:government"),
        ("en", "1998-06-15", "Belgrade rejected the plan.", "body:YUCS:government"),
        ("en", "2004-06-15", "Belgrade rejected the plan.", "body:CSXX:government"),
        ("en", "2010-06-15", "Belgrade rejected the plan.", "body:RS:government"),
        ("fr", "1985-06-15", "Bonn a condamné le raid.", "body:FRG:government"),
        ("fr", "1995-06-15", "Bonn a condamné le raid.", "body:DE:government"),
        ("de", "1985-06-15", "Die Bundesregierung lehnte ab.", "body:FRG:government"),
        ("de", "1938-06-15", "Das Auswärtige Amt lehnte ab.", "body:REI:foreign_ministry"),
        ("en", "1996-06-15", "Kinshasa rejected the plan.", "body:ZR:government"),
        ("en", "1985-06-15", "Aden rejected the plan.", "body:YD:government"),
        ("en", "1985-06-15", "Sanaa rejected the plan.", "body:YAR:government"),
        ("en", "1970-06-15", "Saigon rejected the plan.", "body:VD:government"),
        ("en", "1985-06-15", "Lagos rejected the plan.", "body:NG:government"),
        ("en", "1995-06-15", "Almaty rejected the plan.", "body:KZ:government"),
        ("en", "1995-06-15", "Rangoon rejected the plan.", "body:MM:government"),
        ("en", "1955-06-15", "Karachi rejected the plan.", "body:PK:government"),
        ("en", "1955-06-15", "Rio de Janeiro rejected the plan.", "body:BR:government"),
        ("en", "1965-06-15", "Cairo rejected the plan.", "body:UAR:government"),
        ("en", "1930-06-15", "Bangkok rejected the plan.", "body:SIA:government"),
        ("en", "1950-06-15", "Bangkok rejected the plan.", "body:TH:government"),
        ("fr", "1985-06-15", "Le régime de Prague a condamné le raid.", "body:CSHH:government"),
    ],
)
def test_who_a_capital_is_on_the_day(acting, language, day, text, actor):
    assert [one for _, one, _ in acting(language, day, text)] == [actor]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2016-07-06", "Bonn a condamné le raid."),
        ("1995-06-15", "Lagos a condamné le raid."),
        ("2016-07-06", "Rangoun a condamné le raid."),
        ("1985-06-15", "Karachi a condamné le raid."),
        ("1985-06-15", "Kiev a condamné le raid."),
    ],
)
def test_a_city_that_was_no_seat_on_the_day_is_no_actor(acting, day, text):
    assert acting("fr", day, text) == []


@pytest.mark.parametrize(
    ("language", "day", "text", "actor"),
    [
        ("fr", "2016-07-06", "Tel Aviv a condamné le raid.", "body:IL:government"),
        ("fr", "2016-07-06", "Jérusalem a condamné le raid.", "body:IL:government"),
        ("fr", "1985-06-15", "Berlin a condamné le raid.", "body:DD:government"),
    ],
)
def test_a_seat_by_some_wires_only_is_less_sure(acting, language, day, text, actor):
    assert [one[1:] for one in acting(language, day, text)] == [(actor, 0.6)]


@pytest.mark.parametrize(
    ("state", "name"),
    [("LU", "Luxembourg"), ("SG", "Singapour"), ("DJ", "Djibouti"), ("MC", "Monaco"), ("SM", "Saint-Marin")],
)
def test_a_capital_named_as_its_state_is_the_state(acting, state, name):
    assert [one for _, one, _ in acting("fr", "2016-07-06", f"{name} a proposé un plan.")] == [
        f"state:{state}"
    ]


@pytest.mark.parametrize(
    ("language", "day", "text", "found"),
    [
        ("en", "2005-06-15", "Netherlands Antilles signed.", ["state:ANHH"]),
        ("en", "1910-06-15", "Austria-Hungary signed.", ["state:AUH"]),
        ("fr", "1983-06-15", "Le Yémen du Nord a signé.", ["state:YAR"]),
        (
            "fr",
            "1983-06-15",
            "La Haute-Volta a signé. L'armée voltaïque aussi.",
            ["state:HVBF", "body:HVBF:army"],
        ),
        ("en", "1910-06-15", "The Ottoman Empire signed.", ["state:OTT"]),
        ("de", "1938-06-15", "Das Deutsche Reich unterschrieb.", ["state:REI"]),
        ("es", "1965-06-15", "La República Árabe Unida firmó.", ["state:UAR"]),
        ("it", "1970-06-15", "Il Dahomey ha firmato.", ["state:DYBJ"]),
        ("pt", "1965-06-15", "O Ceilão assinou.", ["state:CEY"]),
        ("fr", "1980-06-15", "Le Kampuchéa a signé.", ["state:KAM"]),
        ("en", "1962-06-15", "Tanganyika signed.", ["state:TAN"]),
        ("en", "1970-06-15", "North Vietnam signed.", ["state:DRV"]),
    ],
)
def test_states_that_are_gone(acting, language, day, text, found):
    assert [one for _, one, _ in acting(language, day, text)] == found


def test_a_state_of_another_time_is_less_sure(acting):
    assert acting("fr", "1985-06-15", "L'URSS a signé.") == [("URSS", "state:SUHH", 0.9)]
    assert acting("fr", "2016-07-06", "L'URSS a signé.") == [("URSS", "state:SUHH", 0.6)]
    assert acting("fr", "1985-06-15", "L'Ukraine a signé.") == [("Ukraine", "state:UA", 0.6)]


def test_without_a_date_the_titles_tell_whose_seat_it_was(authority):
    said = "Moscou a proposé un plan. Prague a dit non."
    made, time = undated_actors(None, said, "fr", date(2016, 7, 6), authority)
    assert time is None
    assert {a.actor_id for a in made} == {"body:RU:government", "body:CZ:government"}
    titled = (
        "Le président tchécoslovaque Vaclav Havel a reçu le président Gorbatchev. Moscou a proposé un plan."
    )
    made, time = undated_actors(None, titled, "fr", date(2016, 7, 6), authority)
    assert time is not None
    assert "body:SUHH:government" in {a.actor_id for a in made}
