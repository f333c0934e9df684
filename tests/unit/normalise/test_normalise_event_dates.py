"""Dates spoken of in the body. 6 July 2016 is a Wednesday."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import date_forms
from depeche.normalise.event_dates import MOST, event_dates

DAY = date(2016, 7, 6)
CASES = [
    ("fr", "L'armée a décrété mercredi une trêve.", "mercredi", "2016-07-06", "2016-07-06", "weekday"),
    ("fr", "Le sommet des 8 et 9 juillet à Varsovie", "des 8 et 9 juillet", "2016-07-08", "2016-07-09", "days"),
    ("fr", "Mi-mai, la Russie avait proposé", "Mi-mai", "2016-05-11", "2016-05-20", "month_part"),
    ("fr", "Le 27 février, une cessation", "Le 27 février", "2016-02-27", "2016-02-27", "day"),
    ("fr", "Moscou avait appelé en juin à", "en juin", "2016-06-01", "2016-06-30", "month"),
    ("fr", "Le procès aura lieu vendredi.", "vendredi", "2016-07-08", "2016-07-08", "weekday_next"),
    ("fr", "il l'a dit aujourd’hui", "aujourd’hui", "2016-07-06", "2016-07-06", "relative"),
    ("fr", "voté la semaine dernière", "la semaine dernière", "2016-06-27", "2016-07-03", "relative_range"),
    ("fr", "élu il y a trois jours", "il y a trois jours", "2016-07-03", "2016-07-03", "relative"),
    ("fr", "né le 1er août 2015", "le 1er août 2015", "2015-08-01", "2015-08-01", "day"),
    ("fr", "créé en 1945, il", "en 1945", "1945-01-01", "1945-12-31", "year"),
    ("en", "He said on Tuesday that", "on Tuesday", "2016-07-05", "2016-07-05", "weekday"),
    ("en", "Ministers will meet on Friday in Rome", "on Friday", "2016-07-08", "2016-07-08", "weekday_next"),
    ("en", "sales fell last week", "last week", "2016-06-27", "2016-07-03", "relative_range"),
    ("en", "the July 8-9 summit", "July 8-9", "2016-07-08", "2016-07-09", "days"),
    ("en", "since May 2015 it", "since May 2015", "2015-05-01", "2015-05-31", "month"),
    ("en", "two weeks ago", "two weeks ago", "2016-06-22", "2016-06-22", "relative"),
    ("es", "lo dijo ayer", "ayer", "2016-07-05", "2016-07-05", "relative"),
    ("es", "el próximo lunes", "el próximo lunes", "2016-07-11", "2016-07-11", "weekday_next"),
    ("es", "el 23 de mayo de 2015", "el 23 de mayo de 2015", "2015-05-23", "2015-05-23", "day"),
    ("es", "a mediados de junio", "a mediados de junio", "2016-06-11", "2016-06-20", "month_part"),
    ("de", "sagte er gestern", "gestern", "2016-07-05", "2016-07-05", "relative"),
    ("de", "Er reiste am Dienstag ab", "am Dienstag", "2016-07-05", "2016-07-05", "weekday"),
    ("de", "Er wird am Freitag reisen", "am Freitag", "2016-07-08", "2016-07-08", "weekday_next"),
    ("de", "am 8. und 9. Juli", "am 8. und 9. Juli", "2016-07-08", "2016-07-09", "days"),
    ("de", "Ende Juni hatte", "Ende Juni", "2016-06-21", "2016-06-30", "month_part"),
    ("de", "vor zwei Tagen", "vor zwei Tagen", "2016-07-04", "2016-07-04", "relative"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "first", "last", "rule"), CASES)
def test_forms(language, text, words, first, last, rule):
    (found,) = event_dates(text, language, DAY)
    assert (found.text, str(found.first), str(found.last), found.rule) == (words, first, last, rule)
    assert text[found.start : found.end] == words


FORMS = [
    (language, *line.split(" → "))
    for language in ("fr", "en", "es", "de")
    for line in getattr(date_forms, language.upper()).strip().splitlines()
]


def shown(language, text, as_of=DAY):
    found = event_dates(text, language, as_of)
    assert all(text[event.start : event.end] == event.text for event in found)
    return "; ".join(
        f"{e.text} = {e.first}{'' if e.first == e.last else f'..{e.last}'} {e.rule}" for e in found
    )


@pytest.mark.parametrize(("language", "text", "dates"), FORMS)
def test_the_table_of_forms(language, text, dates):
    assert shown(language, text) == dates


@pytest.mark.parametrize(("language", "dates"), date_forms.NONE.items())
def test_the_table_of_what_is_none(language, dates):
    assert {text: shown(language, text) for text in dates if shown(language, text)} == {}


@pytest.mark.parametrize(
    ("language", "text", "as_of", "dates"),
    [
        ("en", "on Dec. 30", "2017-01-02", "on Dec. 30 = 2016-12-30 day"),
        ("en", "last December", "2017-01-02", "last December = 2016-12-01..2016-12-31 month"),
        ("en", "next January", "2017-01-02", "next January = 2018-01-01..2018-01-31 month"),
        ("en", "last month", "2017-01-02", "last month = 2016-12-01..2016-12-31 relative_range"),
        ("en", "on Saturday", "2017-01-02", "on Saturday = 2016-12-31 weekday"),
        ("fr", "fin décembre", "2017-01-02", "fin décembre = 2016-12-21..2016-12-31 month_part"),
        ("fr", "cet hiver", "2017-01-02", "cet hiver = 2016-12-01..2017-02-28 season"),
        ("fr", "du 28 décembre au 3 janvier", "2017-01-02",
         "du 28 décembre au 3 janvier = 2016-12-28..2017-01-03 days"),
        ("de", "im Januar", "2016-12-30", "im Januar = 2017-01-01..2017-01-31 month"),
        ("de", "am 3. Januar", "2016-12-30", "am 3. Januar = 2017-01-03 day"),
        ("es", "el 2 de enero", "2016-12-30", "el 2 de enero = 2017-01-02 day"),
    ],
)  # fmt: skip
def test_around_new_year_s_eve(language, text, as_of, dates):
    assert shown(language, text, date.fromisoformat(as_of)) == dates


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le 31 juin"), ("fr", "depuis 2.500 ans"), ("fr", "mais il"), ("fr", "Mars attaque"),
        ("en", "May said she may 3"), ("en", "they march 4 abreast"), ("en", "in 20,000 homes"),
        ("it", "lunedì 6 luglio 2016"), (None, "mercredi"), ("fr", ""),
    ],
)  # fmt: skip
def test_what_is_no_date(language, text):
    assert event_dates(text, language, DAY) == []


def test_the_year_is_the_nearest():
    assert event_dates("le 27 décembre", "fr", date(2016, 1, 5))[0].first == date(2015, 12, 27)
    assert event_dates("le 3 janvier", "fr", date(2015, 12, 28))[0].first == date(2016, 1, 3)
    assert event_dates("le 29 février", "fr", date(2016, 7, 6))[0].first == date(2016, 2, 29)


def test_long_texts_are_bounded_and_in_order():
    found = event_dates("mercredi et le 3 mai, " * 500, "fr", DAY)
    assert len(found) == MOST
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_the_calendar_s_edges_are_no_error():
    assert event_dates("hier, le mois dernier, l'année dernière", "fr", date(1, 1, 1)) == []
    assert event_dates("demain, lundi prochain, l'année prochaine", "fr", date(9999, 12, 31)) == []


@pytest.mark.parametrize("language", ["fr", "en", "es", "de"])
@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "20",
        "vor ",
        "le 1",
        "de de ",
        "1, ",
        "entre le 1",
        "the ",
        " in 1",
        "il y a 1 ",
        "mi-",
        "\u00a0",
        "1/1/",
        "fin de ",
    ],
)
@pytest.mark.timeout(60)  # it takes a second or two; with the square of the length, minutes
def test_hostile_repetition_costs_no_more_than_its_length(language, unit):
    found = event_dates("mardi " + unit * (100_000 // len(unit)) + " mayo 20", language, DAY)
    assert len(found) <= MOST


WORDS = st.sampled_from(
    ["mercredi", "le", "31", "8 et 9", "juillet", "mai", "May", "0", "99", "2016", "0000", "on", "Friday", "İ", "will",
     "il y a", "999", "ans", "ago", "vor", "Jahren", "am", "30.", "Februar", "last", "week", " ", "\n", "-", "٣"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=20).map(" ".join), st.sampled_from(["fr", "en", "es", "de"]), st.dates())
def test_heaps_of_date_words_are_survived(text, language, day):
    for found in event_dates(text, language, day):
        assert text[found.start : found.end] == found.text
        assert found.first <= found.last


@given(st.text(), st.sampled_from(["fr", "en", "es", "de"]))
def test_any_text_is_survived(text, language):
    for found in event_dates(text, language, DAY):
        assert text[found.start : found.end] == found.text
