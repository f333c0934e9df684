"""Offices that the one named does not hold: elect, former, deputy; and words that are other words' forms."""

from __future__ import annotations

from datetime import date

import pytest

from depeche.normalise.actors import actors

DAY = "2016-12-06"
TRUMP, OBAMA, PUTIN = "person:Q22686", "person:Q76", "person:Q7747"
BUSH, BUSH_SENIOR = "person:Q207", "person:Q23505"
LAVROV, KERRY, BAN = "person:Q58217", "person:Q22316", "person:Q1253"


@pytest.fixture(scope="module")
def found(authority):
    """(language, text, day) → {mention: actor}, those the archive is surer of than 0.5."""

    def find(language, text, day=DAY):
        return {
            mention.text: actor.actor_id
            for actor in actors(None, text, language, date.fromisoformat(day), authority)
            for mention in actor.mentions
            if mention.confidence > 0.5
        }

    return find


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The US president-elect met aides."),
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
def test_an_office_that_is_not_held_is_nobodys(found, language, said):
    assert not found(language, said)


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
def test_whom_the_words_before_and_behind_an_office_leave(found, language, text, said, actor):
    assert found(language, text) == {said: actor}


def test_of_two_of_a_name_the_former_president_is_not_the_one_in_office(found):
    read = found(
        "en", "Bush said former president George Bush was well. President George Bush left.", "2004-01-05"
    )
    assert read == {"Bush": BUSH, "president George Bush": BUSH_SENIOR, "President George Bush": BUSH}


def test_nobody_is_called_by_an_office_held_a_generation_later(found):
    assert "person:Q57652" not in found("de", "Bundeskanzler Schmidt lobte Ford.", "1975-08-01").values()
    assert not found("en", "Prime Minister Trudeau", "1955-08-01")


def test_german_names_in_the_genitive(found):
    text = (
        "Trumps Anwalt schwieg. Angela Merkels Kurs ist klar. Recep Tayyip Erdoğans Besuch. David Cameron "
        "ging, Camerons Nachfolger kam, nach dem Rücktritt Camerons. Ursula von der Leyens Ministerium."
    )
    assert found("de", text) == {
        "Trumps": TRUMP,
        "Angela Merkels": "person:Q567",
        "Recep Tayyip Erdoğans": "person:Q39259",
        "David Cameron": "person:Q192",
        "Camerons": "person:Q192",
        "Ursula von der Leyens": "person:Q60772",
    }


def test_a_german_family_or_noun_is_no_genitive(found):
    assert not found("de", "Die Obamas zogen aus. Wolfs Bruder aß Kohls Ente im Laufe des Jahres.")


@pytest.mark.parametrize(
    ("text", "said", "actor"),
    [
        ("Moskaus Haltung ist klar.", "Moskaus", "body:RU:government"),
        ("Die Haltung Moskaus ist klar.", "Moskaus", "body:RU:government"),
        ("Ankara bestellte den Botschafter ein.", "Ankara", "body:TR:government"),
    ],
)
def test_german_capitals_that_act(found, text, said, actor):
    assert found("de", text) == {said: actor}


def test_german_capitals_in_the_genitive_are_places_else(found):
    assert not found("de", "Moskaus Straßen sind leer. Athens Museen auch.")


def test_two_offices_joined_by_articles_or_a_dual(found):
    assert found("de", "Der deutsche und der französische Außenminister") == {
        "deutsche": "person:Q76658",
        "französische Außenminister": "person:Q7711",
    }
    assert found("ar", "وزيرا الخارجية الأميركي والروسي") == {
        "وزيرا الخارجية الأميركي": KERRY,
        "والروسي": LAVROV,
    }
    assert found("ar", "الرئيسان الأميركي والروسي") == {"الرئيسان الأميركي": OBAMA, "والروسي": PUTIN}
    assert found("ar", "التوتر بين الرئيس الأميركي وإيران") == {"الرئيس الأميركي": OBAMA, "إيران": "state:IR"}


def test_behind_and_an_arabic_title_is_anothers(found):
    assert found("ar", "التقى الرئيس المصري والملك سلمان") == {
        "الرئيس المصري": "person:Q307871",
        "الملك سلمان": "person:Q367825",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Police in Savannah, Georgia, said so.",
        "He was born in Tbilisi, Georgia.",
        "The match in Lyon, France, was won.",
    ],
)
def test_a_state_behind_its_town_is_a_place(found, text):
    assert not found("en", text)


def test_states_in_a_row_are_no_towns(found):
    assert found("en", "In Geneva, Russia rejected it. Talks with Iran, Iraq, Oman went on.").keys() == {
        "Russia", "Iran", "Iraq", "Oman",
    }  # fmt: skip


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
def test_offices_of_the_first_decades_after_the_war(found, text, day, name):
    assert list(found("en", text, day).values()) == [f"person:{name}"]
