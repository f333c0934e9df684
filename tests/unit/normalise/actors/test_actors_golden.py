"""The hand-annotated golden of actors: it is what its README says, and the floor holds on it."""

from __future__ import annotations

from collections import Counter

import pytest

from actors_annotated import GOLDEN, annotated, cleaned, found, unmarked, whole
from actors_golden import score

ITEMS = annotated()


def test_marks_are_read_with_their_offsets():
    text, marks = unmarked("Le [[président|person:Q1]] et [[la police|~]], dit [[X Y|?person]].")
    assert text == "Le président et la police, dit X Y."
    assert [(text[m.start : m.end], m.sort, m.actor) for m in marks] == [
        ("président", "known", "person:Q1"),
        ("la police", "optional", ""),
        ("X Y", "unknown", "person"),
    ]
    with pytest.raises(ValueError, match="mark"):
        unmarked("Le [[président]]")


def test_enough_is_marked_in_four_languages():
    marks = Counter(item.language for item in ITEMS for mark in item.marks if mark.sort == "known")
    assert len(ITEMS) >= 60
    assert sum(marks.values()) >= 600
    assert all(marks[language] >= 150 for language in ("fr", "en", "es", "de"))
    assert len({item.as_of.year for item in ITEMS}) >= 8


def test_every_written_dispatch_is_marked():
    inputs = {path.stem for path in (GOLDEN / "inputs").glob("*.txt")}
    assert inputs == {item.name for item in ITEMS if item.source.parent == GOLDEN / "inputs"}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_without_marks_it_is_what_cleaning_gives(item):
    assert item.text == whole(cleaned(item.source))


def test_every_known_actor_is_in_the_authority(authority):
    wanted = {mark.actor for item in ITEMS for mark in item.marks if mark.sort == "known"}
    index = authority.actors
    assert {
        one for one in wanted if one.removeprefix("person:") not in {*index.people, *index.things}
    } == set()


def test_the_day_is_the_one_roles_are_resolved_as_of(authority):
    days = {item.name: found(cleaned(item.source), authority)[0].as_of_date for item in ITEMS}
    assert days == {item.name: item.as_of for item in ITEMS}


def test_precision_and_recall_for_known_actors(authority):
    total = score(ITEMS, authority)
    assert total.marked["all"] >= 600
    assert total.precision() >= 0.95, "\n".join(total.errors)
    assert total.recall() >= 0.90, "\n".join(total.errors)
