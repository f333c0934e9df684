"""Offices that the one named does not hold: elect, former, deputy; and words that are other words' forms."""

from __future__ import annotations

from datetime import date

import pytest

TRUMP, OBAMA, PUTIN = "person:Q22686", "person:Q76", "person:Q7747"


@pytest.fixture(scope="module")
def usual_day():
    return date(2016, 12, 6)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The US president-elect met aides."),
        ("en", "The next US president will decide."),
        ("fr", "Le prochain président américain décidera."),
        ("de", "Der nächste US-Präsident entscheidet."),
        ("es", "El próximo presidente peruano decidirá."),
        ("en", "the Lebanese prime minister-designate said"),
        ("en", "UK PM hopeful Leadsom said"),
        ("en", "the ousted Egyptian president was in court"),
        ("en", "the toppled Ukrainian president fled"),
        ("de", "Der gewählte US-Präsident warnte."),
        ("de", "Der gestürzte ägyptische Präsident schwieg."),
        ("ar", "الرئيس الأميركي المنتخب يرفض"),
        ("ar", "الرئيس السوري المخلوع فر"),
        ("en", "the deputy foreign minister of Russia said"),
        ("en", "the deputy UN secretary-general said"),
        ("de", "Der stellvertretende russische Außenminister sprach."),
        ("de", "Der stellvertretende Ministerpräsident der Türkei sprach."),
        ("ar", "قال نائب وزير الخارجية الروسي"),
        ("ar", "ونائب الأمين العام للأمم المتحدة"),
        ("ar", "التقى مساعد وزير الخارجية الأميركي"),
        ("ar", "وصل ولي ولي العهد السعودي"),
    ],
)
def test_an_office_that_is_not_held_is_nobodys(find_ids, language, said):
    assert not find_ids(said, language)


@pytest.mark.parametrize(
    ("language", "text", "said", "actor"),
    [
        ("en", "US president-elect Donald Trump spoke", "US president-elect Donald Trump", TRUMP),
        ("en", "President-elect Trump spoke", "President-elect Trump", TRUMP),
        ("ar", "قال الرئيس الأميركي المنتخب دونالد ترامب", "الرئيس الأميركي المنتخب دونالد ترامب", TRUMP),
        ("en", "The US president then flew home", "US president", OBAMA),
        ("en", "under the Russian president", "Russian president", PUTIN),
        ("en", "the US vice president said", "US vice president", "person:Q6279"),
        ("ar", "قال نائب الرئيس الأميركي", "نائب الرئيس الأميركي", "person:Q6279"),
    ],
)
def test_whom_the_words_before_and_behind_an_office_leave(find_ids, language, text, said, actor):
    assert find_ids(text, language) == {said: actor}


def test_german_names_in_the_genitive(find_ids):
    text = (
        "Trumps Anwalt schwieg. Angela Merkels Kurs ist klar. Recep Tayyip Erdoğans Besuch. David Cameron "
        "ging, Camerons Nachfolger kam, nach dem Rücktritt Camerons. Ursula von der Leyens Ministerium."
    )
    assert find_ids(text, "de") == {
        "Trumps": TRUMP,
        "Angela Merkels": "person:Q567",
        "Recep Tayyip Erdoğans": "person:Q39259",
        "David Cameron": "person:Q192",
        "Camerons": "person:Q192",
        "Ursula von der Leyens": "person:Q60772",
    }


def test_a_german_family_or_noun_is_no_genitive(find_ids):
    assert not find_ids("Die Obamas zogen aus. Wolfs Bruder aß Kohls Ente im Laufe des Jahres.", "de")


def test_behind_and_an_arabic_title_is_anothers(find_ids):
    assert find_ids("التقى الرئيس المصري والملك سلمان", "ar") == {
        "الرئيس المصري": "person:Q307871",
        "الملك سلمان": "person:Q367825",
    }


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("British Prime Minister Eden spoke.", "1956-11-05", "x-anthony-eden"),
        ("The British prime minister spoke.", "1978-11-05", "x-james-callaghan"),
        ("Secretary of State Dulles spoke.", "1956-11-05", "x-john-foster-dulles"),
        ("The US secretary of state spoke.", "1987-06-12", "x-george-shultz"),
        ("The UN secretary-general spoke.", "1960-07-14", "x-dag-hammarskjold"),
        ("The Egyptian president spoke.", "1967-06-08", "x-gamal-abdel-nasser"),
    ],
)
def test_offices_of_the_first_decades_after_the_war(find_ids, text, day, name):
    assert list(find_ids(text, "en", day).values()) == [f"person:{name}"]
