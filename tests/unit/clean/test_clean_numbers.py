"""Numbers and times of deliveries, read without trust."""

from __future__ import annotations

import pytest

from depeche.clean.instants import differ, is_later, latest, other_instants
from depeche.clean.numbers import LARGEST, degrees, whole_number

LONG = "99999999999999999999"


@pytest.mark.parametrize(
    ("words", "number", "is_unreadable"),
    [
        ("7", 7, False),
        ("7 (corrected)", 7, False),
        ("٣", 3, False),
        ("2.0", 2, False),
        # Some houses number by the time.
        ("20231125162741", 20231125162741, False),
        ("1701357231000000000", 1701357231000000000, False),
        (str(LARGEST), LARGEST, False),
        (str(LARGEST + 1), None, True),
        ("9" * 40, None, True),
        # Their first figures would be those of the next version too.
        ("20231125T162741Z", None, True),
        ("2023-11-25", None, True),
        ("1e+30", None, True),
        ("draft-B", None, True),
        ("", None, False),
        (None, None, False),
    ],
)
def test_a_revision(words: str | None, number: int | None, is_unreadable: bool) -> None:
    assert whole_number(words) == (number, ["revision_unreadable"] * is_unreadable)
    assert number is None or number < 2**63 - 1


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("48.85", 48.85),
        (-90, -90.0),
        ("91", None),
        ("N 48", None),
        (None, None),
        ("nan", None),
        (10**400, None),
    ],
)
def test_degrees(stated: str | float | None, value: float | None) -> None:
    assert degrees(stated, 90) == value


@pytest.mark.parametrize(
    ("one", "other", "is_other"),
    [
        ("2016-07-06T20:00:00Z", "Wed, 06 Jul 2016 22:00:00 +0200", False),
        ("2016-07-06T20:00:00Z", "2016-07-06T20:00:01Z", True),
        ("20160706T200000Z", "2016-07-06T22:00:00+02:00", False),
        ("20160706T200000Z", "20160706T200001Z", True),
        ("20160706000000-0500", "2016-07-06T05:00:00Z", False),
        ("2016-07-06T20:00:00Z", "2016-07-06T20:00:00", True),
        ("soon", "soon", False),
        ("soon", "later", True),
        (f"Mon, 1 Jan {LONG} 00:00:00 GMT", "2016-07-06", True),
        (f"Mon, 1 Jan 2016 00:00:00 +{LONG}", "2016-07-06", True),
    ],
)
def test_whether_instants_differ(one: str, other: str, is_other: bool) -> None:
    assert differ(one, other) is is_other


def test_which_state_another_instant() -> None:
    said = {
        "a": None,
        "b": "2016-07-06T20:00:00Z",
        "c": "20160706T220000+0200",
        "d": "2016-07-07",
        "e": "soon",
    }
    assert other_instants(said.get, *said) == ["d", "e"]
    assert other_instants(said.get, "a", "d") == []


def test_the_latest() -> None:
    assert (
        latest(["soon", "2016-07-06T23:00:00+02:00", "20160706T220000Z", "2016-07-06"]) == "20160706T220000Z"
    )
    assert latest(["soon"]) == "soon"
    assert latest([]) is None


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("20160706T200001Z", "20160706T200000Z", True),
        ("20160706T200000Z", "20160706T200000Z", False),
        ("20160706T200000Z", "2016-07-06T21:00:00+02:00", True),
        ("Thu, 07 Jul 2016 08:00:00 +0200", "20160706T200000Z", True),
        ("Wed, 06 Jul 2016 08:00:00 +0200", "20160706T200000Z", False),
        ("20160706", "20160706T200000Z", False),
        ("20160707", "20160706T200000Z", True),
        ("20160706T200000", "20160706T200000Z", False),
        ("18:00 GMT", "20160706T200000Z", None),
        ("20160706T200000Z", "soon", None),
        (f"Mon, 1 Jan {LONG} 00:00:00 GMT", "2016-07-06", None),
    ],
)
def test_whether_an_instant_is_later(one: str, other: str, later: bool | None) -> None:
    assert is_later(one, other) is later
