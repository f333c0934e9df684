"""Offices of organisations, of several states at once and of a state's parts; words that are a man's or a woman's."""

from datetime import date

import pytest

from depeche.normalise.actors import actors

DAY = date(2016, 7, 6)


@pytest.fixture(scope="module")
def said(authority):
    """(text, language, day) → {mention: {(actor id, rule, confidence)}}, candidates too."""

    def found(text, language, day="2016-07-06"):
        made = {}
        for actor in actors(None, text, language, date.fromisoformat(day), authority):
            for one in actor.mentions:
                made.setdefault(one.text, set()).add((actor.actor_id, one.rule, one.confidence))
        return made

    return found


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


# Language, day, text, words: a form, article or adjective of a woman, and who holds the office.
OTHER_SEX = [
    ("fr", "1997-07-06", "La chancelière a dit", "chancelière", "person:Q2518"),
    ("fr", "1997-07-06", "la présidente russe a dit", "présidente russe", "person:Q34453"),
    ("fr", "2016-07-06", "la ministre française de la Défense", "ministre française de la Défense", "person:Q559040"),
    ("es", "2016-07-06", "la canciller rusa dijo", "canciller rusa", "person:Q58217"),
    ("it", "2016-07-06", "la presidente russa ha detto", "presidente russa", "person:Q7747"),
    ("de", "2023-01-01", "Die Bundeskanzlerin sagte", "Bundeskanzlerin", "person:Q61053"),
    ("en", "2016-07-06", "the queen of Spain said", "queen of Spain", "person:Q191045"),
    ("en", "2016-07-06", "the king of Denmark said", "king of Denmark", "person:Q102139"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "day", "text", "words", "holder"), OTHER_SEX)
def test_a_holder_of_the_other_sex_is_a_candidate_at_most(said, language, day, text, words, holder):
    assert said(text, language, day) == {words: {(holder, "office_other_sex", 0.4)}}


BOTH = [
    ("fr", "le ministre allemand de la Défense", "ministre allemand de la Défense", "Ursula von der Leyen"),
    ("fr", "la ministre allemande de la Défense", "ministre allemande de la Défense", "Ursula von der Leyen"),
    ("fr", "la ministre de la Défense allemande", "ministre de la Défense allemande", "Ursula von der Leyen"),
    # The adjective agrees with "diplomatie", the gender with "guida".
    ("fr", "le chef de la diplomatie française", "chef de la diplomatie française", "Jean-Marc Ayrault"),
    ("it", "la guida suprema iraniana", "guida suprema iraniana", "Ali Khamenei"),
    ("de", "der Bundeskanzler sagte", "Bundeskanzler", "Angela Merkel"),
    ("en", "the German defence minister", "German defence minister", "Ursula von der Leyen"),
    ("fr", "le souverain danois a dit", "souverain danois", "Margrethe II"),
    ("it", "la presidente brasiliana", "presidente brasiliana", "Dilma Rousseff"),
]


@pytest.mark.parametrize(("language", "text", "words", "name"), BOTH)
def test_a_masculine_form_is_of_both(find, language, text, words, name):
    assert find(text, language) == {words: name}


COUNTERPARTS = [
    ("fr", "François Hollande a vu son homologue allemande.", "homologue allemande", "Angela Merkel"),
    ("de", "Der französische Präsident traf seine deutsche Amtskollegin.", "deutsche Amtskollegin", "Angela Merkel"),
    ("de", "Sergej Lawrow traf Barack Obama und dessen deutsche Kollegin.", "deutsche Kollegin", "Angela Merkel"),
    ("fr", "Angela Merkel a vu son homologue russe.", "homologue russe", "Dmitry Medvedev"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "name"), COUNTERPARTS)
def test_a_woman_called_counterpart_holds_the_office_that_a_woman_holds(find, language, text, words, name):
    assert find(text, language)[words] == name


def test_a_woman_called_counterpart_of_a_mans_office_is_nobody_sure(said):
    found = said("Sergueï Lavrov a vu son homologue allemande.", "fr")
    assert found["homologue allemande"] == {("person:Q76658", "office_other_sex", 0.4)}


def test_the_president_spoken_of_is_not_she_where_he_is_a_man(said):
    assert set(said("Vladimir Poutine a parlé. La présidente a dit.", "fr")) == {"Vladimir Poutine"}


def test_a_feminine_title_and_a_surname_are_no_mans(said):
    assert said("La présidente Clinton a dit", "fr", "1999-01-01") == {}


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


def test_a_part_with_offices_of_its_own_has_no_others_but_the_monarch(said):
    assert said("the Kurdish foreign minister said", "en") == {}


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
