"""A few words resolved as of a day: who, by which rule, and why; nothing guessed silently."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.normalise.actors.resolve import resolve

DAY = "2016-07-06"


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("le président américain", DAY, "Barack Obama"),
        ("the French foreign minister", DAY, "Jean-Marc Ayrault"),
        ("der russische Präsident", DAY, "Vladimir Putin"),
        ("la chancelière", DAY, "Angela Merkel"),
        ("el presidente francés", DAY, "François Hollande"),
        ("il presidente francese", DAY, "François Hollande"),
        ("o presidente brasileiro", DAY, "Dilma Rousseff"),
        ("الرئيس الروسي", DAY, "Vladimir Putin"),
        ("le ministre ivoirien des Affaires étrangères", DAY, "Albert Mabri Toikeusse"),
        ("le pape", "1990-01-01", "John Paul II"),
        ("the UN secretary-general", DAY, "Ban Ki-moon"),
        ("der Bundeskanzler", "2000-01-01", "Gerhard Schröder"),
        ("le roi du Maroc", DAY, "Mohammed VI"),
        ("le chef de l'Etat français", DAY, "François Hollande"),
        ("le chef de l’État espagnol", DAY, "Felipe VI"),
        ("Premier ministre britannique", DAY, "David Cameron"),
        ("US President", DAY, "Barack Obama"),
        ("U.S. Defense Secretary", DAY, "Ashton Carter"),
        ("the German chancellor", DAY, "Angela Merkel"),
        ("ministro de Exteriores ruso", DAY, "Sergey Lavrov"),
        ("el canciller ruso", DAY, "Sergey Lavrov"),
        ("el canciller alemán", "2003-01-01", "Gerhard Schröder"),
        ("Außenminister Frankreichs", DAY, "Jean-Marc Ayrault"),
        ("Frankreichs Außenminister", DAY, "Jean-Marc Ayrault"),
        ("le ministre russe de la Défense", DAY, "Sergey Shoygu"),
        ("the Kremlin chief", DAY, "Vladimir Putin"),
        ("Mexico President", DAY, "Enrique Peña Nieto"),
        ("Laos' president", DAY, "Bounnhang Vorachith"),
        ("Antigua & Barbuda's prime minister", DAY, "Gaston Browne"),
        ("US DEFENSE SECRETARY", DAY, "Ashton Carter"),
        ("LE PRESIDENT AMERICAIN", DAY, "Barack Obama"),
        ("the taoiseach", DAY, "Enda Kenny"),
        ("Nato-Generalsekretär", DAY, "Jens Stoltenberg"),
        ("NATO's secretary general", DAY, "Jens Stoltenberg"),
        ("le patron du FMI", DAY, "Christine Lagarde"),
        ("head of the World Health Organization", DAY, "Margaret Chan"),
        ("الأمين العام للأمم المتحدة", DAY, "Ban Ki-moon"),
        ("رئيس وزراء بريطانيا", DAY, "David Cameron"),
        ("der sowjetische Präsident", "1990-06-01", "Mikhail Gorbachev"),
        ("the East German prime minister", "1990-06-01", "Lothar de Maizière"),
        ("le président zaïrois", "1992-01-01", "Mobutu Sese Seko"),
        ("the US president", "2025-06-01", "Donald Trump"),
        ("le roi du maroc", DAY, "Mohammed VI"),
        ("le président de la République démocratique du Congo", DAY, "Joseph Kabila"),
        ("president of the Republic of the Congo", DAY, "Denis Sassou-Nguesso"),
        ("le président de la République française", DAY, "François Hollande"),
        ("le président de la République centrafricaine", DAY, "Faustin-Archange Touadéra"),
        ("the Vatican secretary of state", DAY, "Pietro Parolin"),
    ],
)
def test_an_office_gives_its_holder_on_the_day(resolve_names, words, day, name):
    assert resolve_names(words, day) == [name]


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("POUTINE", DAY, "Vladimir Putin"),
        ("Poutine-", DAY, "Vladimir Putin"),
        ("d’Obama", DAY, "Barack Obama"),
        ("M.Obama", DAY, "Barack Obama"),
        ("Mme. Merkel", DAY, "Angela Merkel"),
        ("بوتين", DAY, "Vladimir Putin"),
        ("Putín", DAY, "Vladimir Putin"),
        ("Eltsine", "1995-01-01", "Boris Yeltsin"),
        ("Jelzin", "1995-01-01", "Boris Yeltsin"),
        ("Gorbatschow", "1990-06-01", "Mikhail Gorbachev"),
        ("Gorbachov", "1990-06-01", "Mikhail Gorbachev"),
        ("RECEP TAYYIP ERDOGAN", DAY, "Recep Tayyip Erdoğan"),
        ("Kim Jong Un", DAY, "Kim Jong-un"),
        ("le roi Salman", DAY, "Salman bin Abdulaziz Al Saud"),
        ("König Felipe", DAY, "Felipe VI"),
        ("le roi Philippe VI", DAY, "Felipe VI"),
        ("Papst Franziskus", DAY, "Francis"),
        ("le maréchal Mobutu", "1992-01-01", "Mobutu Sese Seko"),
    ],
)
def test_people_by_the_forms_wires_print(resolve_names, words, day, name):
    assert resolve_names(words, day) == [name]


def test_a_candidate_says_since_when_and_from_which_source(index):
    (found,) = resolve("le président américain", date.fromisoformat(DAY), index).candidates
    assert (found.office_id, found.wikidata_id) == ("US.president", "Q76")
    assert (found.held_from, found.held_until) == (date(2009, 1, 20), date(2017, 1, 20))
    assert found.text == "président américain"
    assert "US.president 2009-01-20..2017-01-20 (wikidata)" in found.why


def test_a_holder_older_than_his_source_is_less_sure(index):
    now = resolve("the Russian president", date(2022, 6, 1), index).candidates[0]
    later = resolve("the Russian president", date(2031, 1, 1), index).candidates[0]
    assert later.confidence < now.confidence
    assert "not checked after" in later.why


def test_one_who_reigns_in_several_states_has_the_office_spoken_of(index):
    (found,) = resolve("the Canadian monarch", date.fromisoformat(DAY), index).candidates
    assert (found.name, found.office_id, found.country_code) == ("Elizabeth II", "CA.monarch", "GB")


@settings(max_examples=80, deadline=None)
@given(
    words=st.text(max_size=60),
    context=st.none() | st.text(max_size=60),
    language=st.sampled_from([None, "fr", "ar", "xx"]),
)
def test_no_text_breaks_it(index, words, context, language):
    found = resolve(words, date(2016, 7, 6), index, language, context)
    assert bool(found.candidates) != bool(found.reason)
    for one in found.candidates:
        assert words[one.start : one.end] == one.text
