"""Times as the world writes them: read, or nothing, but never a reason to stop."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.instants import in_words, read_instant

EVENING = datetime(2016, 7, 6, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2016-07-06T20:00:00Z", EVENING),
        (" 2016-07-06T22:00:00+02:00\n", EVENING),
        ("Wed, 06 Jul 2016 22:00:00 +0200", EVENING),
        ("2016-07-06", EVENING.replace(hour=0, tzinfo=None)),
        ("0001-01-01T00:00:00+01:00", None),
        ("9999-12-31T23:00:00-05:00", None),
        ("Mon, 01 Jan 99999999999999999999 00:00:00 GMT", None),
        ("yesterday", None),
        ("²", None),
        ("", None),
        (None, None),
    ],
)
def test_what_is_said(written: str | None, said: datetime | None) -> None:
    assert read_instant(written) == said


@given(st.text(alphabet="0123456789²-+:TZ,. JanMoGT", max_size=40))
def test_any_words_are_read_or_say_nothing(written: str) -> None:
    found = read_instant(written)
    assert found is None or found.tzinfo in (None, UTC)


def test_words_sort_as_time_does() -> None:
    assert in_words(datetime(1, 1, 1, tzinfo=UTC)) == "0001-01-01T00:00:00Z" < in_words(EVENING)
