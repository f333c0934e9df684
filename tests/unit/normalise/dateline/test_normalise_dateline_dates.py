"""Dates in words and figures, as datelines write them, and the day that is meant without a year."""

from datetime import date

import pytest

from depeche.normalise.calendar.dates import read_date
from depeche.normalise.calendar.day import complete


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23 may (EFE)", (None, 5, 23)),
        ("Aug 29, 2014", (2014, 8, 29)),
        ("Mar 14 Mar 00", (2000, 3, 14)),
        ("Mar 14", (None, 3, 14)),
        ("26-11-2023", (2023, 11, 26)),
        ("7/23/2016", (2016, 7, 23)),
        ("24. —", (None, None, 24)),
        ("6 تموز/يوليو 2016", (2016, 7, 6)),
        ("15 تشرين الثاني 2015", (2015, 11, 15)),
        ("3 أوت 2015", (2015, 8, 3)),
        ("den 3. März", (None, 3, 3)),
        ("1er août", (None, 8, 1)),
        ("2 de mayo de 2016", (2016, 5, 2)),
        ("5 dicembre '96", (1996, 12, 5)),
        ("JULY 6, 08:00", (None, 7, 6)),
        # 6 July 2016 was a Wednesday, 7 June a Tuesday.
        ("Wednesday 7/6/2016", (2016, 7, 6)),
        ("mardi 07/06/2016", (2016, 6, 7)),
        ("Friday 7/6/2016", (2016, 6, 7)),
    ],
)
def test_dates_in_words(text, day):
    found = read_date(text, 0)
    assert (found.year, found.month, found.day) == day


@pytest.mark.parametrize(
    "text", ["31 juin", "Mars attaque", "32 mai", "2016", "24 heures", "mai", "0 mai", "29/02/2015"]
)
def test_what_is_no_date(text):
    assert read_date(text, 0) is None


def test_years_taken_from_near_by():
    new_year = date(2016, 1, 2)
    assert complete(read_date("31 déc", 0), new_year) == date(2015, 12, 31)
    assert complete(read_date("24. ", 0), new_year) == date(2015, 12, 24)
    assert complete(read_date("29 février", 0), date(2014, 7, 1)) is None
    assert complete(read_date("3 janv", 0), new_year) == date(2016, 1, 3)
