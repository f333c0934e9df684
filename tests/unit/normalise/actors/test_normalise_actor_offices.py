"""Offices of organisations: who holds them, and what code they have."""

from datetime import date

import pytest

from depeche.normalise.actors import actors

DAY = date(2016, 7, 6)


PRESIDENTS = [
    ("fr", "le président de la BCE a dit", "président de la BCE", "Mario Draghi"),
    ("fr", "le président du CIO a dit", "président du CIO", "Thomas Bach"),
    ("fr", "le président de la Commission européenne", "président de la Commission européenne", "Jean-Claude Juncker"),
    ("en", "the president of the World Bank", "president of the World Bank", "Jim Yong Kim"),
    ("en", "the president of the European Council", "president of the European Council", "Donald Tusk"),
    ("de", "der Präsident des Europäischen Parlaments", "Präsident des Europäischen Parlaments", "Martin Schulz"),
    ("de", "der Präsident der Fifa", "Präsident der Fifa", "Gianni Infantino"),
    ("es", "el presidente del BCE", "presidente del BCE", "Mario Draghi"),
    ("it", "il presidente della FIFA", "presidente della FIFA", "Gianni Infantino"),
    ("it", "il presidente del Cio", "presidente del Cio", "Thomas Bach"),
    ("pt", "o presidente da Comissão Europeia", "presidente da Comissão Europeia", "Jean-Claude Juncker"),
    ("pt", "o presidente da FIFA", "presidente da FIFA", "Gianni Infantino"),
    ("ar", "قال رئيس المفوضية الأوروبية", "رئيس المفوضية الأوروبية", "Jean-Claude Juncker"),
    # A state whose name goes on behind the shorter office is still the owner.
    ("fr", "le président de la République tchèque", "président de la République tchèque", "Miloš Zeman"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "name"), PRESIDENTS)
def test_the_president_of_an_organisation_is_its_holder(find, language, text, words, name):
    assert find(text, language) == {words: name}


def test_an_organisation_without_a_head_of_that_title_stays_an_organisation(find):
    assert find("the president of Greenpeace said", "en") == {"Greenpeace": "Greenpeace"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UN Secretary-General Ban Ki-moon", "IGOUNO"),
        ("the president of the European Commission", "IGOEUREEC"),
        ("the governor of the Bank of England", "GBRGOV"),
        ("the president of FIFA", None),
    ],
)
def test_the_head_of_an_organisation_has_its_code_of_cameo(authority, text, code):
    (one,) = actors(None, text, "en", DAY, authority)
    assert one.cameo_code == code
