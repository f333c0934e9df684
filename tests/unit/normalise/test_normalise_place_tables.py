"""Places as wires print them: exonyms in eight languages, towns with state or country, spellings of 1996."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dateline_places import ENGLISH, EXONYMS, SPANISH, UNKNOWN
from depeche.normalise.dateline import dateline
from normalise_places import book, dispatch


def wrong(table: dict[str, str], form: str, day: date, city: bool = True) -> list[str]:
    """Entries whose first place, country, or words are not as expected."""
    missed = []
    for country, names in table.items():
        for name in names.split("|"):
            text = form.format(name) + "Body of the text."
            found, body, _ = dateline(dispatch(text), day, None, book())
            words = [part.strip() for part in re.split(r", |[()]", name) if part.strip()]
            places = found.places if found else []
            right = [p.text for p in places] == words and places[0].country_code == country
            if not right or (places[0].city_id is None) == city or text[body:] != "Body of the text.":
                missed.append(f"{country} {name}: {[(p.text, p.country_code, p.rule) for p in places]}")
    return missed


@pytest.mark.parametrize("form", ["{}, 6 juil 2016 (AFP) - ", "{} (AFP) - ", "{} (أ ف ب) - "])
def test_exonyms_in_eight_languages(form: str) -> None:
    assert wrong(EXONYMS, form, date(2016, 7, 6)) == []


@pytest.mark.parametrize("form", ["{} 1996-08-25\n\n", "{}, Aug 25 (Reuter) - "])
def test_english_wires(form: str) -> None:
    assert wrong(ENGLISH, form, date(1996, 8, 25)) == []
    assert wrong(UNKNOWN, form, date(1996, 8, 25), city=False) == []


@pytest.mark.parametrize("form", ["{} , 23 may ( EFE ) .- ", "{}, 23 may (EFE).- "])
def test_spanish_wires(form: str) -> None:
    assert wrong(SPANISH, form, date(2000, 5, 23)) == []
