"""Embargoes: until when, and what is withheld because nobody can tell."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise_life import life


@pytest.mark.parametrize(
    ("words", "until", "flags"),
    [
        ("2016-07-09T10:00:00Z", (9, 10, 0), []),
        ("20160709T120000+0200", (9, 10, 0), []),
        ("EMBARGO jusqu'à jeudi 7 juillet 2016 à 18H00 GMT", (7, 18, 0), []),
        ("EMBARGOED until 0500 GMT July 9, 2016", (9, 5, 0), []),
        ("SPERRFRIST: 9. Juli 2016, 18.00 Uhr MESZ", (9, 16, 0), []),
        ("EMBARGO hasta el 9 de julio a las 10:00 GMT", (9, 10, 0), ["embargo_year_assumed"]),
        ("EMBARGO: 08/07/2016 18h00", (8, 18, 0), ["embargo_zone_assumed"]),
        ("EMBARGO jusqu'au 8 juillet 2016", (9, 0, 0), ["embargo_day_only"]),
        ("EMBARGO jusqu'au 8 juillet 2016 18h00 heure de Paris", (8, 16, 0), []),
        ("NOT FOR PUBLICATION BEFORE 1800 GMT July 8 2016", (8, 18, 0), []),
    ],
)
def test_embargoes(words: str, until: tuple[int, int, int], flags: list[str]) -> None:
    day, hour, minute = until
    expected = datetime(2016, 7, day, hour, minute, tzinfo=UTC)
    stated = life(embargo_text=words)
    assert (stated.embargo_until, stated.embargo_text, stated.flags) == (expected, words, flags)
    assert (stated.pubstatus, stated.signal) == ("usable", ["embargo"])
    if words.isascii() and words[0].isalpha():
        printed = life(f"{words}\n\nLe texte.")
        assert (printed.embargo_until, printed.embargo_text) == (expected, words)


@pytest.mark.parametrize(
    "words", ["demain", "EMBARGO jusqu'à la fin du discours", "???", "EMBARGO jusqu'au 31 février 2016"]
)
def test_an_unreadable_embargo_withholds(words: str) -> None:
    one = life(embargo_text=words)
    assert (one.embargo_until, one.embargo_text, one.pubstatus) == (None, words, "withheld")
    assert one.flags == ["embargo_unreadable"]


def test_an_hour_alone_is_the_next_after_the_issue_time() -> None:
    words = "EMBARGO jusqu'à 18H00 GMT"
    today = life(embargo_text=words, issued_at_text="2016-07-06T10:00:00Z")
    tomorrow = life(embargo_text=words, issued_at_text="2016-07-06T19:00:00Z")
    assert today.embargo_until == datetime(2016, 7, 6, 18, tzinfo=UTC)
    assert tomorrow.embargo_until == datetime(2016, 7, 7, 18, tzinfo=UTC)
    assert today.flags == ["embargo_day_assumed"]
    assert life(embargo_text=words).pubstatus == "withheld"


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("jeudi 18H00 GMT", datetime(2016, 7, 7, 18, tzinfo=UTC)),
        ("EMBARGO until Wednesday 1800 GMT", datetime(2016, 7, 6, 18, tzinfo=UTC)),
        ("EMBARGO until Wednesday 0800 GMT", datetime(2016, 7, 13, 8, tzinfo=UTC)),
        ("EMBARGO jusqu'à demain 8h00 heure de Paris", datetime(2016, 7, 7, 6, tzinfo=UTC)),
        ("EMBARGO hasta mañana a las 10:00 GMT", datetime(2016, 7, 7, 10, tzinfo=UTC)),
        ("Sperrfrist: Donnerstag, 18.00 Uhr MESZ", datetime(2016, 7, 7, 16, tzinfo=UTC)),
        ("EMBARGO until 6:30 pm ET", datetime(2016, 7, 6, 22, 30, tzinfo=UTC)),
    ],
)
def test_days_by_name_are_the_next_after_the_issue_time(words: str, until: datetime) -> None:
    one = life(embargo_text=words, issued_at_text="2016-07-06T10:00:00Z")
    assert (one.embargo_until, one.flags) == (until, ["embargo_day_assumed"])
    assert life(embargo_text=words).pubstatus == "withheld"


def test_a_story_about_an_embargo_is_not_embargoed() -> None:
    for headline in (
        "Embargo jugé illégal",
        "UE: l'embargo prolongé jusqu'au 31 janvier 2017",
        "L'EMBARGO DE 2018",
    ):
        assert life(headline=headline).embargo_text is None


@given(
    st.lists(
        st.sampled_from(
            [
                "EMBARGO",
                "jusqu'à",
                "until",
                "9",
                "31",
                "99",
                "juillet",
                "July",
                "2016",
                "9999",
                "18H00",
                "0500",
                "GMT",
                "+99",
                "24:00",
                "/",
            ]
        )
    )
)
def test_no_heap_of_embargo_words_breaks(words: list[str]) -> None:
    one = life(embargo_text=" ".join(words))
    assert (one.embargo_until is None) == ("embargo_unreadable" in one.flags or not words)
