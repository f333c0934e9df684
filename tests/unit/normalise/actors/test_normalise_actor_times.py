"""The time an undated dispatch is from, by the offices it gives people."""

from __future__ import annotations

from datetime import date

import pytest

from depeche.normalise.actors import undated_actors

TODAY = date(2024, 1, 1)


@pytest.fixture(scope="module")
def found(authority):
    """text, language → the time its titles tell, and who each mention is."""

    def read(text, language="en", day=TODAY):
        made, time = undated_actors(None, text, language, day, authority)
        return time and (time.first, time.last), {m.text: a.name for a in made for m in a.mentions}

    return read


def test_two_titles_give_the_time_both_were_held(found):
    text = "President Barack Obama met Prime Minister David Cameron. The French president called."
    time, said = found(text)
    assert time == (date(2010, 5, 11), date(2016, 7, 13))
    # Two French presidents in that time: both stay candidates.
    assert said["French president"] in ("Nicolas Sarkozy", "François Hollande")


def test_who_may_be_meant_are_all_who_held_it_in_the_time(authority):
    text = "President Barack Obama met Prime Minister David Cameron. The French president called."
    made, _ = undated_actors(None, text, "en", TODAY, authority)
    called = [
        (a.name, m.rule, m.confidence) for a in made for m in a.mentions if m.text == "French president"
    ]
    assert [name for name, _, _ in called] == ["Nicolas Sarkozy", "François Hollande"]
    assert all(rule == "office_holder_ambiguous" and sure < 0.5 for _, rule, sure in called)


def test_the_feminine_chancellor_is_the_one_of_that_time(found):
    text = "Bundeskanzlerin Angela Merkel empfing Präsident François Hollande. Die Kanzlerin lächelte."
    assert found(text, "de")[1]["Kanzlerin"] == "Angela Merkel"


@pytest.mark.parametrize(
    "text",
    [
        "President Kennedy once said so. The American president agreed.",  # one title may be history
        "President Kennedy and Chancellor Angela Merkel are remembered.",  # never at the same time
        "President Joe Biden met President Emmanuel Macron.",  # today
        "Former president Barack Obama met former prime minister David Cameron.",
        "It rained.",
    ],
)
def test_else_the_day_of_collecting_counts(found, text):
    assert found(text)[0] is None


def test_a_hand_over_s_day_belongs_to_the_newcomer(found):
    text = "President George W. Bush and Prime Minister Gordon Brown spoke. The American president left."
    time, said = found(text)
    assert time == (date(2007, 6, 27), date(2009, 1, 20))
    assert said["American president"] == "George W. Bush"
