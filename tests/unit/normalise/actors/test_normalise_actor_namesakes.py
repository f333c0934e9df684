"""Names that may be several people's: who is meant, and who only has the name of somebody we know."""

from datetime import date

import pytest

BUSH, BUSH_SENIOR = "person:Q207", "person:Q23505"


NAMESAKES = [
    # The leader named is not the First Minister of Scotland, nor the witness Israel's minister.
    ("Sen. Mitch McConnell will retire. He asked to succeed Leader McConnell.", date(2003, 2, 1)),
    ("In the hall Raz Cohen hid. Israel heard Mr. Cohen tell it.", date(2023, 12, 28)),
]


@pytest.mark.parametrize(("text", "day"), NAMESAKES)
def test_a_surname_that_the_dispatch_gives_to_another_is_not_ours(find, text, day):
    assert not {"Jack McConnell", "Eli Cohen"} & set(find(text, "en", day).values())


def test_a_namesake_changes_nothing_for_who_is_named_in_full(find):
    text = "In the hall Raz Cohen hid. Foreign Minister Eli Cohen came. Mr. Cohen left."
    assert find(text, "en", date(2023, 12, 28))["Mr. Cohen"] == "Eli Cohen"


def test_a_name_that_goes_on_with_its_fathers_is_no_surname(find):
    found = find("The racing president Mohammed ben Sulayem spoke.", "en", date(2024, 2, 29))
    assert found == {"president Mohammed ben Sulayem": "Mohammed ben Sulayem"}


def test_a_double_surname_is_nobody_elses(find):
    found = find("Marine Le Pen et Marion Maréchal-Le Pen, Mme Le Pen", "fr", least=0)
    assert list(found) == ["Marine Le Pen", "Mme Le Pen"]


def test_a_title_is_not_given_to_a_namesake_who_never_held_it(find):
    text = "Le Premier ministre français Edouard Philippe. M. Philippe a vu le roi Philippe en Belgique"
    found = find(text, "fr", date(2020, 3, 17))
    assert (found["M. Philippe"], found["roi Philippe"]) == ("Édouard Philippe", "Philippe I")


def test_namesakes_are_told_apart_by_who_is_in_office(find_rules):
    made = find_rules("Bill Clinton and Hillary Clinton left. Clinton waved.", "en", date(1998, 6, 1))
    assert made["Clinton"][0] == "person:Q1124"


def test_of_two_of_a_name_the_former_president_is_not_the_one_in_office(find_ids):
    read = find_ids(
        "Bush said former president George Bush was well. President George Bush left.", "en", "2004-01-05"
    )
    assert read == {"Bush": BUSH, "president George Bush": BUSH_SENIOR, "President George Bush": BUSH}


def test_nobody_is_called_by_an_office_held_a_generation_later(find_ids):
    assert "person:Q57652" not in find_ids("Bundeskanzler Schmidt lobte Ford.", "de", "1975-08-01").values()
    assert not find_ids("Prime Minister Trudeau", "en", "1955-08-01")


def test_a_month_is_no_surname(find_rules):
    made = find_rules(
        "Theresa May left. In May, on May 16 and since last May it rained.", "en", date(2017, 4, 4)
    )
    assert list(made) == ["Theresa May"]
    assert "May" in find_rules("Theresa May left. May waved.", "en", date(2017, 4, 4))


def test_a_german_given_name_before_a_strong_surname_is_somebody_elses(find_ids):
    assert "person:Q567" not in find_ids("Hans Merkel, Bäcker in Essen, klagte.", "de").values()
    assert find_ids("Am Abend sprach Merkel.", "de") == {"Merkel": "person:Q567"}


@pytest.mark.parametrize(
    ("language", "text", "day", "name"),
    [
        ("pt", "Cavaco Silva vai ouvir os partidos portugueses.", date(2011, 3, 23), "Aníbal Cavaco Silva"),
        ("pt", "Passos Coelho anunciou cortes em Portugal.", date(2013, 3, 23), "Pedro Passos Coelho"),
        ("es", "Pérez Molina anunció cortes en Guatemala.", date(2013, 3, 23), "Otto Pérez Molina"),
    ],
)
def test_two_surnames_do_as_well_as_an_honorific(find, language, text, day, name):
    assert name in find(text, language, day).values()


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("es", "Pérez Molina anunció cortes en la empresa.", date(2013, 3, 23)),
        ("es", "Juan Pérez Molina anunció cortes en Guatemala.", date(2013, 3, 23)),
        ("es", "Pérez Molina Ruiz anunció cortes en Guatemala.", date(2013, 3, 23)),
        ("en", "Perez Molina announced cuts in Guatemala.", date(2013, 3, 23)),
        ("es", "Pérez Molina anunció cortes en Guatemala.", date(1993, 3, 23)),
    ],
)
def test_two_surnames_alone_are_anybodys(find, language, text, day):
    assert "Otto Pérez Molina" not in find(text, language, day).values()
