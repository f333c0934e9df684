"""States by their words: the people, the capital of a time, and what stands for a power."""

from itertools import chain

import pytest

import compiled
from depeche.authority.actors.compiled import BIT, OPEN
from depeche.authority.actors.days import ALWAYS, both, days_of, noted, span
from depeche.authority.actors.entry import entry
from depeche.authority.actors.fold import words
from depeche.authority.actors.inflect import demonym_forms, peoples
from depeche.settings import SettingsError


@pytest.fixture(scope="module")
def index():
    return compiled.authority().actors


@pytest.mark.parametrize(
    ("noun", "language", "forms"),
    [
        ("Franzose", "de", {"Franzose", "Franzosen", "Franzosin", "Franzosinnen"}),
        ("Amerikaner", "de", {"Amerikaner", "Amerikaners", "Amerikanern", "Amerikanerin", "Amerikanerinnen"}),
        ("Deutscher", "de", {"Deutsche", "Deutscher", "Deutschen", "Deutschem"}),
        ("Israeli", "de", {"Israeli", "Israelis"}),
        ("Zypriot", "de", {"Zypriot", "Zyprioten", "Zypriotin", "Zypriotinnen"}),
        ("Spaniards", "en", {"Spaniards"}),
        ("أتراك", "ar", {"أتراك", "الأتراك"}),
    ],
)
def test_forms_of_words_for_people(noun, language, forms):
    assert set(demonym_forms(noun, language)) == forms


def test_words_for_people_made_of_the_adjective():
    assert peoples("American", "en") == ["Americans"]
    assert peoples("Iraqi", "en") == ["Iraqis"]
    assert peoples("French", "en") == []
    assert peoples("français", "fr") == []
    assert peoples("فرنسي", "ar") == ["فرنسيون", "فرنسيين", "الفرنسيون", "الفرنسيين"]
    assert peoples("كوري جنوبي", "ar") == []


@pytest.mark.parametrize(
    ("language", "word", "state"),
    [
        ("en", "Spaniards", "ES"),
        ("en", "Turks", "TR"),
        ("en", "Poles", "PL"),
        ("en", "Frenchmen", "FR"),
        ("en", "Filipinos", "PH"),
        ("en", "Mexicans", "MX"),
        ("de", "Franzosen", "FR"),
        ("de", "Dänen", "DK"),
        ("de", "Russinnen", "RU"),
        ("ar", "الروس", "RU"),
        ("ar", "المصريون", "EG"),
    ],
)
def test_a_word_for_people_is_of_one_state(index, language, word, state):
    text = " ".join(words(word))
    found = [alias for table in index.names if text in table for alias in table[text].others]
    assert {one.ref for one in found if one.kind == "D" and one.languages & BIT[language]} == {state}


def test_an_entry_shows_capitals_and_people(index):
    assert {"moscou", "moscow", "soviets", "sovietique"} <= set(entry(index, "state:SUHH").names)
    assert {"lagos", "abuja", "nigerians"} <= set(entry(index, "state:NG").names)
    assert {"kremlin"} <= set(entry(index, "body:SUHH:government").names)


def test_days_are_kept_in_a_note():
    days = span("1949-05-23", "1990-10-02")
    assert days_of(noted("place", days)) == days
    assert noted("place", days).startswith("place|")
    assert noted("place", ALWAYS) == "place"
    assert days_of("place") == days_of("") == ALWAYS
    assert both(days, span("1980-01-01", None)) == span("1980-01-01", "1990-10-02")
    with pytest.raises(SettingsError, match="1990-13-02"):
        span(None, "1990-13-02")


def test_a_capital_is_of_one_state_that_is_still_there(index):
    gone = {key for key, (_, last) in index.lives.items() if last != OPEN}
    seats = {}
    for text, found in chain.from_iterable(table.items() for table in index.names):
        for alias in found.others:
            if alias.kind == "C" and alias.ref not in gone:
                seats.setdefault(text, set()).add(alias.ref)
    assert {text: states for text, states in seats.items() if len(states) > 1} == {}
