"""Whose an office is: of a state's parts, of several states at once."""

from datetime import date

import pytest

OBAMA, PUTIN = "person:Q76", "person:Q7747"
LAVROV, KERRY = "person:Q58217", "person:Q22316"


OF_PARTS = [
    ("fr", "2016-07-06", "la reine d'Angleterre", "reine d'Angleterre", "Elizabeth II"),
    ("en", "2016-07-06", "the Queen of England said", "Queen of England", "Elizabeth II"),
    ("es", "2016-07-06", "la reina de Inglaterra dijo", "reina de Inglaterra", "Elizabeth II"),
    ("de", "2016-07-06", "die englische Königin sagte", "englische Königin", "Elizabeth II"),
    ("fr", "2024-07-06", "le roi d'Angleterre a dit", "roi d'Angleterre", "Charles III"),
    ("en", "2024-01-06", "the king of Scotland said", "king of Scotland", "Charles III"),
    ("en", "2016-07-06", "the prime minister of England", "prime minister of England", "David Cameron"),
    ("en", "2016-07-06", "the Scottish prime minister", "Scottish prime minister", "Nicola Sturgeon"),
]


@pytest.mark.parametrize(("language", "day", "text", "words", "name"), OF_PARTS)
def test_a_part_without_offices_has_those_of_the_whole(find, language, day, text, words, name):
    assert find(text, language, date.fromisoformat(day)) == {words: name}


def test_a_part_with_offices_of_its_own_has_no_others_but_the_monarch(find_candidates):
    assert find_candidates("the Kurdish foreign minister said", "en") == {}


HOLLANDE_PUTIN = {"François Hollande", "Vladimir Putin"}
SEVERAL = [
    ("en", "The presidents of France and Russia spoke.", HOLLANDE_PUTIN),
    ("es", "Los presidentes de Francia y Rusia hablaron.", HOLLANDE_PUTIN),
    ("it", "i presidenti della Francia e della Russia", HOLLANDE_PUTIN),
    ("de", "Die Präsidenten von Frankreich und Russland", HOLLANDE_PUTIN),
    ("en", "The heads of state of France, Turkey and Russia", HOLLANDE_PUTIN | {"Recep Tayyip Erdoğan"}),
    ("fr", "Les présidents français, turc et russe", HOLLANDE_PUTIN | {"Recep Tayyip Erdoğan"}),
    (
        "fr",
        "Les ministres français et allemand des Affaires étrangères",
        {"Jean-Marc Ayrault", "Frank-Walter Steinmeier"},
    ),
    ("fr", "Les chefs de la diplomatie russe et américaine", {"Sergey Lavrov", "John Kerry"}),
    ("es", "los ministros ruso y turco de Exteriores", {"Sergey Lavrov", "Mevlüt Çavuşoğlu"}),
    # One president is of one state: the other is a state only.
    ("en", "the president of France and Russia said", {"François Hollande", "Russia"}),
    ("de", "der Präsident Frankreichs und Russland", {"François Hollande", "Russia"}),
    ("en", "The presidents of France and Russia's foreign minister", {"France", "Sergey Lavrov"}),
    # A plural of one state is all its holders, or nobody known.
    ("fr", "les présidents français depuis la guerre", set()),
    ("en", "Vladimir Putin spoke. The presidents met.", {"Vladimir Putin"}),
]


@pytest.mark.parametrize(("language", "text", "names"), SEVERAL)
def test_a_plural_office_has_a_holder_for_every_state_named(find, language, text, names):
    assert set(find(text, language).values()) == names


def test_two_adjectives_two_holders(find):
    assert set(find("Les présidents russe et américain", "fr").values()) == {"Vladimir Putin", "Barack Obama"}
    assert set(find("The Russian and Turkish presidents", "en").values()) == {
        "Vladimir Putin",
        "Recep Tayyip Erdoğan",
    }


def test_two_offices_joined_by_articles_or_a_dual(find_ids):
    assert find_ids("Der deutsche und der französische Außenminister", "de", "2016-12-06") == {
        "deutsche": "person:Q76658",
        "französische Außenminister": "person:Q7711",
    }
    assert find_ids("وزيرا الخارجية الأميركي والروسي", "ar", "2016-12-06") == {
        "وزيرا الخارجية الأميركي": KERRY,
        "والروسي": LAVROV,
    }
    assert find_ids("الرئيسان الأميركي والروسي", "ar", "2016-12-06") == {
        "الرئيسان الأميركي": OBAMA,
        "والروسي": PUTIN,
    }
    assert find_ids("التوتر بين الرئيس الأميركي وإيران", "ar", "2016-12-06") == {
        "الرئيس الأميركي": OBAMA,
        "إيران": "state:IR",
    }
