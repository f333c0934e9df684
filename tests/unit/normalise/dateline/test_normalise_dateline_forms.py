"""Datelines put together systematically: language × date × separator × case × order, and wires' odd forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from depeche.normalise.dateline import dateline
from normalise_places import book, dispatch

ISSUED = date(2016, 7, 6)
# Per language: a city, its country, a second city, "and", the agency as printed and its id, dates, a body.
LANGUAGES = {
    "fr": ("Moscou", "Russie", "Paris", "et", "AFP", "AFP", ["6 juil", "6 juil.", "6 juillet", "6 juillet 2016", "6 juil. 2016",
           "mercredi 6 juillet", "mercredi 6 juillet 2016", "06/07/2016", "le 6 juillet", "6 JUILLET"], "Cheick Diop parle"),
    "en": ("Moscow", "Russia", "London", "and", "Reuters", "REUTERS", ["July 6", "July 6, 2016", "Jul 6", "6 July", "6 July 2016",
           "Jul. 6", "Wednesday, July 6", "July 6th", "2016-07-06", "July 06, 2016", "JULY 6", "Wednesday 6 July 2016"], "The talks"),
    "es": ("Moscú", "Rusia", "Madrid", "y", "EFE", "EFE", ["6 jul", "6 jul.", "6 de julio", "6 de julio de 2016", "6 jul 2016",
           "6 jul (2016)", "miércoles 6 de julio", "6 JUL", "julio 6"], "El tribunal"),
    "de": ("Moskau", "Russland", "Berlin", "und", "dpa", "DPA", ["6. Juli", "6. Juli 2016", "6. Jul.", "6.7.2016", "06.07.2016", "6.7.",
           "Mittwoch, 6. Juli", "Mi., 6. Juli", "6. JULI"], "Das Gericht"),
    "pt": ("Moscovo", "Rússia", "Lisboa", "e", "Lusa", "LUSA", ["6 jul", "6 jul 2016", "6 de julho", "6 de julho de 2016",
           "quarta-feira 6 de julho", "6 de Julho"], "O tribunal"),
    "it": ("Mosca", "Russia", "Roma", "e", "ANSA", "ANSA", ["6 lug", "6 luglio", "6 luglio 2016", "6 lug.", "6 LUG", "mercoledì 6 luglio"],
           "Il tribunale"),
    "nl": ("Moskou", "Rusland", "Den Haag", "en", "ANP", "ANP", ["6 juli", "6 juli 2016", "6 jul", "6 jul.", "woensdag 6 juli"], "Het hof"),
    "ar": ("موسكو", "روسيا", "باريس", "و", "أ ف ب", "AFP", ["6 يوليو", "6 يوليو 2016", "٦ تموز", "06-07-2016", "٠٦-٠٧-٢٠١٦",
           "6 تموز/يوليو", "6 تموز/يوليو 2016", "6 تموز (يوليو)", "الاربعاء 6 يوليو", "6 جويلية"], "قالت المحكمة"),
}  # fmt: skip
SEPARATORS = [" - ", " — ", " – ", "- ", " -", "-", ".- ", " .- ", " -- ", ". - ", ": ", ".-", "—", " _ "]
Case = tuple[str, list[str], bool]


def forms(language: str) -> Iterator[Case]:
    """(dateline, places, whether it has a date) of a language."""
    city, country, other, joiner, agency, _, dates, _ = LANGUAGES[language]
    comma = "، " if language == "ar" else ", "
    for name in (city, city.upper()):
        for separator, day in product(SEPARATORS, dates):
            yield f"{name}{comma}{day} ({agency}){separator}", [name], True
        for separator in SEPARATORS:
            yield f"{name} ({agency}){separator}", [name], False
        for day in dates[:4]:
            yield f"{name} ({agency}), {day} - ", [name], True
            yield f"{name} ({agency}) - {day} - ", [name], True
            yield f"({agency}) - {name}, {day} - ", [name], True
            yield f"{name} {day} ({agency}) - ", [name], True
            yield f"{name},{day} ({agency})-", [name], True
            yield f"{name}, {day}({agency}) - ", [name], True
            yield f"{name}{comma}{country}{comma}{day} ({agency}) - ", [name, country], True
            yield f"{name} ({country}), {day} ({agency}) - ", [name, country], True
        yield f"{name}({country}) ({agency}) - ", [name, country], False
        yield f"{name}/{other} ({agency}) - ", [name, other], False
        if language != "ar":
            yield f"{name} {joiner} {other} ({agency}) - ", [name, other], False


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_of_a_language(language: str) -> None:
    *_, agency_id, _, body = LANGUAGES[language]
    missed = []
    for printed, places, dated in forms(language):
        text = printed + body
        found, start, _ = dateline(dispatch(text), ISSUED, language, book())
        got = found and ([p.text for p in found.places], found.date, found.agencies, text[start:])
        if got != (places, "2016-07-06" if dated else None, [agency_id], body):
            missed.append((printed, got))
    assert missed == []


# (dateline, places as (words, country), date, agencies)
ODD = [
    ("ABOARD THE USS MIDWAY, July 6 (Reuters) - ", [("ABOARD THE USS MIDWAY", None)], "2016-07-06", ["REUTERS"]),
    ("Aboard the papal plane (AP) — ", [("Aboard the papal plane", None)], None, ["AP"]),
    ("À bord de l'avion papal (AFP) - ", [("À bord de l'avion papal", None)], None, ["AFP"]),
    ("A BORDO DELL'AEREO PAPALE (ANSA) - ", [("A BORDO DELL'AEREO PAPALE", None)], None, ["ANSA"]),
    ('An Bord der "Gorch Fock" (dpa) - ', [('An Bord der "Gorch Fock"', None)], None, ["DPA"]),
    ("Undated (AP) _ ", [], None, ["AP"]),
    ("AFP - Paris - ", [("Paris", "FR")], None, ["AFP"]),
    ("AFP – Paris – 6 juillet 2016 – ", [("Paris", "FR")], "2016-07-06", ["AFP"]),
    ("Paris | AFP | ", [("Paris", "FR")], None, ["AFP"]),
    ("Paris, France | AFP | mercredi 06/07/2016 - ", [("Paris", "FR"), ("France", "FR")], "2016-07-06", ["AFP"]),
    ("EFE Deportes - Bilbao, 6 jul (EFE).- ", [("Bilbao", "ES")], "2016-07-06", ["EFE"]),
    ("EFE-Cantabria Santander , 6 jul ( EFE ) .- ", [("Santander", "ES")], "2016-07-06", ["EFE"]),
    ("EFE rml-jrg Santa Cruz de Tenerife, 6 jul (EFE).- ", [("Santa Cruz de Tenerife", "ES")], "2016-07-06", ["EFE"]),
    ("Por J. L. de la Vega Getafe (Madrid), 6 jul (EFE).- ", [("Getafe", "ES"), ("Madrid", "ES")], "2016-07-06", ["EFE"]),
    ("Redacción Deportes, 6 jul (EFE).- ", [], "2016-07-06", ["EFE"]),
    ("Madrid-Bruselas, 6 jul (EFE).- ", [("Madrid", "ES"), ("Bruselas", "BE")], "2016-07-06", ["EFE"]),
    ("BRUSSEL 6/7 (BELGA) = ", [("BRUSSEL", "BE")], "2016-07-06", ["BELGA"]),
    ("PRAHA 6. července (ČTK) - ", [("PRAHA", "CZ")], "2016-07-06", ["CTK"]),
    ("Ankara, 6 Temmuz (AA) - ", [("Ankara", "TR")], "2016-07-06", ["ANADOLU"]),
    ("МОСКВА, 6 июля (ТАСС) - ", [("МОСКВА", "RU")], "2016-07-06", ["TASS"]),
    ("(Belga) ", [], None, ["BELGA"]),
    ("ALGER- ", [("ALGER", "DZ")], None, []),
    ("— Rome, 6 juillet.— ", [("Rome", "IT")], "2016-07-06", []),
    ("MOSCOW. July 6 (Interfax) - ", [("MOSCOW", "RU")], "2016-07-06", ["INTERFAX"]),
    ("TOKYO, July 6, Kyodo - ", [("TOKYO", "JP")], "2016-07-06", ["KYODO"]),
    ("Wien/Berlin (APA/dpa) - ", [("Wien", "AT"), ("Berlin", "DE")], None, ["APA", "DPA"]),
    ("Bern (awp/sda) - ", [("Bern", "CH")], None, ["AWP", "ATS"]),
    ("Port-au-Prince (Haïti), 6 juil 2016 (AFP) - ", [("Port-au-Prince", "HT"), ("Haïti", "HT")], "2016-07-06", ["AFP"]),
    ("Riyadh (Arabie saoudite), 6 juil 2016 (AFP) - ", [("Riyadh", "SA"), ("Arabie saoudite", "SA")], "2016-07-06", ["AFP"]),
    ("Séguéla (Côte d’Ivoire) (AFP) - ", [("Séguéla", "CI"), ("Côte d’Ivoire", "CI")], None, ["AFP"]),
    ("'s-Hertogenbosch (Pays-Bas) (AFP) - ", [("'s-Hertogenbosch", "NL"), ("Pays-Bas", "NL")], None, ["AFP"]),
    ("Dar es Salaam, July 6, 2016 (AFP) - ", [("Dar es Salaam", "TZ")], "2016-07-06", ["AFP"]),
    ("SEDALIA, Mo., July 6 (Reuter) - ", [("SEDALIA", "US"), ("Mo.", "US")], "2016-07-06", ["REUTERS"]),
    ("ST. PAUL, Minn. (AP) — ", [("ST. PAUL", "US"), ("Minn.", "US")], None, ["AP"]),
    ("WASHINGTON, D.C. (AP) — ", [("WASHINGTON", "US"), ("D.C.", "US")], None, ["AP"]),
    ("Frankfurt/Main (dpa) - ", [("Frankfurt/Main", "DE")], None, ["DPA"]),
    ("Offenbach/Main, 6. Juli (dpa/lhe) - ", [("Offenbach", "DE")], "2016-07-06", ["DPA"]),
    ("Washington | AFP | Wednesday 7/6/2016 - 10:30 GMT | ", [("Washington", "US")], "2016-07-06", ["AFP"]),
    ("COLOMBO, July 6 (Lankapuvath) - ", [("COLOMBO", "LK")], "2016-07-06", []),
    ("LOS ANGELES, July 6, 2016 /PRNewswire/ -- ", [("LOS ANGELES", "US")], "2016-07-06", []),
    ("Bern (Schweiz), 6. Juli (sda) - ", [("Bern", "CH"), ("Schweiz", "CH")], "2016-07-06", ["ATS"]),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "places", "day", "agencies"), ODD, ids=[form[0].strip() for form in ODD])
def test_odd_forms(
    printed: str, places: list[tuple[str, str | None]], day: str | None, agencies: list[str]
) -> None:
    text = printed + "Die Gespräche gehen weiter."
    found, body, _ = dateline(dispatch(text), ISSUED, None, book())
    assert found is not None
    assert [(p.text, p.country_code) for p in found.places] == places
    assert (found.date, found.agencies, text[body:]) == (day, agencies, "Die Gespräche gehen weiter.")


@pytest.mark.parametrize(
    "text",
    ["From October 3–November 17, 2015, the court met.", "Berlin, October 3–November 17: a festival", "Since May 3 - a holiday -",
     "Rabat - Lille : 2-1", "Paris: the city of light", "(voir page 3) Le maire", "| Paris | Lyon |",
     "Paris, July 6 (See related story) - The court met."],
)  # fmt: skip
def test_more_that_is_no_dateline(text: str) -> None:
    assert dateline(dispatch(text), ISSUED, None, book())[:2] == (None, 0)
