"""A dispatch whose date is a month or a year only: nothing is told that is not so in all of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import compiled
from depeche.normalise import normalise
from depeche.records import Dispatch
from normalise_places import dispatch

TEXT = "Le président américain a parlé mercredi à Paris. Le 3 juin 2015, il était absent. En juillet, il viendra."
COLLECTED_LATER, COLLECTED_EARLIER = datetime(2020, 1, 1, tzinfo=UTC), datetime(2017, 1, 10, tzinfo=UTC)
OBAMA, TRUMP = "Barack Obama", "Donald Trump"


def row(stated: str, collected: datetime) -> Dispatch:
    given = {"issued_at_text": stated, "language_text": "fr", "collected_at": collected}
    return normalise(dispatch(TEXT, **given), compiled.authority())


@pytest.mark.parametrize(
    ("stated", "as_of", "sure", "unsure", "days"),
    [
        ("2016-07-06", "2016-07-06", {OBAMA}, set(), ["mercredi", "Le 3 juin 2015", "En juillet"]),
        ("2016-05", "2016-05-31", {OBAMA}, set(), ["Le 3 juin 2015", "En juillet"]),
        ("2015", "2015-12-31", {OBAMA}, set(), ["Le 3 juin 2015"]),
        ("2017-01", "2017-01-31", set(), {OBAMA, TRUMP}, ["Le 3 juin 2015", "En juillet"]),
        ("2017", "2017-12-31", set(), {OBAMA, TRUMP}, ["Le 3 juin 2015"]),
    ],
)
def test_what_is_so_in_all_of_it(stated, as_of, sure, unsure, days) -> None:
    made = row(stated, COLLECTED_LATER)
    assert (made.as_of_date, made.as_of_basis) == (date.fromisoformat(as_of), "issued")
    found = {actor.name: max(m.confidence for m in actor.mentions) for actor in made.actors}
    assert {name for name, confidence in found.items() if confidence > 0.5} == sure
    assert {name for name, confidence in found.items() if confidence < 0.5} == unsure
    assert [event.text for event in made.event_dates] == days


def test_a_period_ends_with_the_day_of_collecting() -> None:
    made = row("2017", COLLECTED_EARLIER)
    assert made.as_of_date == COLLECTED_EARLIER.date()
    assert {actor.name for actor in made.actors} == {OBAMA}
