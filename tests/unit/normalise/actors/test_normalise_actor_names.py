"""Names as wires print them, names that are nobody, and what goes with a surname."""

from datetime import date

import pytest

NAMES = [
    ("fr", "M. Obama a dit", "M. Obama", "Barack Obama"),
    ("fr", "Mme Merkel a dit", "Mme Merkel", "Angela Merkel"),
    ("fr", "le président Poutine", "président Poutine", "Vladimir Putin"),
    (
        "fr",
        "le secrétaire d’Etat américain John Kerry",
        "secrétaire d’Etat américain John Kerry",
        "John Kerry",
    ),
    ("fr", "POUTINE APPELLE OBAMA", "POUTINE", "Vladimir Putin"),
    ("fr", "Boris Eltsine", "Boris Eltsine", "Boris Yeltsin"),
    ("de", "Boris Jelzin", "Boris Jelzin", "Boris Yeltsin"),
    ("de", "Michail Gorbatschow", "Michail Gorbatschow", "Mikhail Gorbachev"),
    ("es", "Vladímir Putin", "Vladímir Putin", "Vladimir Putin"),
    ("ar", "فلاديمير بوتين", "فلاديمير بوتين", "Vladimir Putin"),
    ("ar", "وفلاديمير بوتين", "فلاديمير بوتين", "Vladimir Putin"),
    ("fr", "Serguei Lavrov", "Serguei Lavrov", "Sergey Lavrov"),
    ("fr", "Bachar el-Assad", "Bachar el-Assad", "Bashar al-Assad"),
    ("en", "Recep Tayyip Erdogan", "Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
    ("fr", "Franc\u0327ois Hollande", "Franc\u0327ois Hollande", "François Hollande"),
    ("en", "President al-Sisi said", "President al-Sisi", "Abdel Fattah el-Sisi"),
    ("de", "Präsident al-Sisi sagte", "Präsident al-Sisi", "Abdel Fattah el-Sisi"),
    ("pt", "Mikhail Gorbatchov disse", "Mikhail Gorbatchov", "Mikhail Gorbachev"),
    ("pt", "o presidente Gorbatchov disse", "presidente Gorbatchov", "Mikhail Gorbachev"),
    ("en", "UN Secretary-General Ban Ki-moon", "UN Secretary-General Ban Ki-moon", "Ban Ki-moon"),
]


@pytest.mark.parametrize(("language", "text", "said", "name"), NAMES)
def test_names_as_wires_print_them(find, language, text, said, name):
    assert find(text, language).get(said) == name


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Mme la présidente a dit"), ("fr", "Mme La Ministre"), ("en", "Nur-Sultan said it would")],
)
def test_a_particle_or_the_end_of_a_name_is_nobody(find, language, text):
    assert find(text, language, least=0) == {}


def test_a_surname_counts_after_the_full_name(find):
    assert find("David Cameron spoke. Cameron resigned.", "en")["Cameron"] == "David Cameron"
    assert "Cameron" not in find("Cameron resigned.", "en")


def test_an_honorific_and_a_surname_need_the_persons_state(find):
    assert find("Mrs May spoke in Britain.", "en", date(2017, 1, 1))["Mrs May"] == "Theresa May"
    assert "Mrs May" not in find("Mrs May spoke.", "en", date(2017, 1, 1))
    assert "Mrs Cameron" not in find("Mrs Cameron spoke in Britain.", "en")


def test_the_holder_of_an_office_may_be_named_by_surname_later(find_rules):
    made = find_rules("Der griechische Ministerpräsident lachte. Tsipras winkte.", "de")
    assert made["Tsipras"] == ("person:Q312015", "surname_again")


def test_a_king_may_go_without_his_number(find_rules):
    assert find_rules("Le roi Juan Carlos est arrivé.", "fr", date(1991, 10, 1)) == {
        "roi Juan Carlos": ("person:Q19943", "surname_title")
    }


def test_a_headline_leans_on_the_text(find):
    found = find("David Cameron resigned.", "en", headline="Cameron quits")
    assert found["Cameron"] == "David Cameron"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Michelle Obama spoke."),
        ("en", "The Trump Tower burnt."),
        ("en", "It may be that a king or a rice grower in may"),
        ("fr", "un major, une blair, des rois et des reines"),
        ("fr", "Le Tour de France passe"),
        ("fr", "Il a pris un avion d'Air France"),
        ("en", "The former president spoke."),
        ("fr", "l'ancien président américain a parlé"),
        ("fr", "Il travaille chez un ami"),
        ("fr", "UN ACCORD EST SIGNE"),
        ("en", "let us go, who is it"),
        ("en", "Michael Jordan scored"),
    ],
)
def test_nobody_is_named(find, language, text):
    assert find(text, language) == {}


def test_a_capital_in_a_name_is_not_a_power(find):
    assert find("Writing by Sofia Christensen", "en") == {}


def test_dotted_initials_end_with_their_stop(find):
    assert set(find("The U.S. objected. So did the U.N. and the U.S.", "en")) == {"U.S.", "U.N."}


def test_a_name_is_known_in_both_spellings_of_english(find):
    for name in ("Organization", "Organisation"):
        found = find(f"The {name} of the Petroleum Exporting Countries met.", "en")
        assert found[f"{name} of the Petroleum Exporting Countries"].startswith(
            "Organization of the Petroleum"
        )


def test_a_date_is_no_group(find):
    assert find("From October 3 to November 17, 2023, it was open.", "en") == {}


def test_a_surname_behind_its_bearers_state(find_ids):
    day = "2018-06-15"
    text = "Italy's Conte told reporters. Britain's May said no. Conte smiled."
    assert find_ids(text, "en", day) == {
        "Italy": "state:IT",
        "Conte": "person:Q53844829",
        "Britain": "state:GB",
        "May": "person:Q264766",
    }
    assert find_ids("Italiens Conte fordert Hilfe.", "de", day)["Conte"] == "person:Q53844829"


def test_a_surname_behind_a_state_that_is_no_holders(find_ids):
    assert find_ids("Italy's Conte told reporters.", "en", "2016-06-15") == {"Italy": "state:IT"}
    day = "2018-06-15"
    for text in (
        "Italy's Conte scored.",
        "Italy's Conte Ferri said no.",
        "Antonio Conte won. Italy's Conte said so.",
    ):
        assert find_ids(text, "en", day) == {"Italy": "state:IT"}
