"""Keys and parameters become days, or a message that says what to write."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.interval import IntervalError, period, resolve


@pytest.mark.parametrize(
    ("key", "first", "end"),
    [
        ("2016-07-06", date(2016, 7, 6), date(2016, 7, 7)),
        ("2016-02-29", date(2016, 2, 29), date(2016, 3, 1)),
        ("2016-12-31", date(2016, 12, 31), date(2017, 1, 1)),
        ("2016-07", date(2016, 7, 1), date(2016, 8, 1)),
        ("2016-12", date(2016, 12, 1), date(2017, 1, 1)),
        ("1994", date(1994, 1, 1), date(1995, 1, 1)),
    ],
)
def test_a_partition_key_is_its_days(key, first, end):
    assert resolve(key) == (first, end)
    assert resolve(key, {"whole_feeds": False, "first": None, "last": None, "feeds": []}) == (first, end)


def test_without_key_and_parameters_everything_pending_is_meant():
    assert resolve(None) is None
    assert resolve("", {"first": None, "last": "", "whole_feeds": True}) is None


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"first": "2016-07-01", "last": "2016-07-31"}, (date(2016, 7, 1), date(2016, 8, 1))),
        ({"first": "1994-05", "last": "2010-12"}, (date(1994, 5, 1), date(2011, 1, 1))),
        ({"first": "2016-07"}, (date(2016, 7, 1), date(2016, 8, 1))),
        ({"last": "2016"}, (date(2016, 1, 1), date(2017, 1, 1))),
        ({"first": "2016-07-06", "last": "2016-07-06"}, (date(2016, 7, 6), date(2016, 7, 7))),
    ],
)
def test_parameters_are_inclusive_periods(parameters, expected):
    assert resolve(None, parameters) == expected


def test_a_partition_of_whole_feeds_is_only_a_name_but_a_right_one():
    assert resolve("2016-07-06", {"whole_feeds": True}) is None
    with pytest.raises(IntervalError):
        resolve("yesterday", {"whole_feeds": True})


def test_days_asked_for_are_kept_though_feeds_are_whole():
    asked = {"first": "2016-07-06", "whole_feeds": True}
    assert resolve(None, asked) == (date(2016, 7, 6), date(2016, 7, 7))


@pytest.mark.parametrize(
    "key",
    ["2016-13", "2016-02-30", "yesterday", "2016/07/06", "06-07-2016", "2016-7-6", "0000",
     "2016-07-06T00:00:00", "٢٠١٦-٠٧", "9999-12-31", "9999", "2016-07-"],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_what_to_write(key):
    with pytest.raises(IntervalError, match="such as 2016-07-06, 2016-07 or 2016"):
        resolve(key)


def test_the_message_names_the_parameter_and_the_fault():
    with pytest.raises(IntervalError, match=r"first '2016-02-31' is no period \(day"):
        resolve(None, {"first": "2016-02-31"})


@pytest.mark.parametrize(
    "parameters",
    [
        {"first": "2016-08", "last": "2016-07"},
        {"first": 2016},
        {"last": ["2016"]},
    ],
)
def test_wrong_parameters_are_refused(parameters):
    with pytest.raises(IntervalError):
        resolve(None, parameters)


def test_a_key_and_parameters_together_are_refused():
    with pytest.raises(IntervalError, match="not both"):
        resolve("2016-07", {"first": "2016-07-01"})


@given(st.dates(date(1, 1, 1), date(9999, 12, 30)))
def test_every_day_is_its_own_interval(day):
    assert period(day.isoformat()) == (day, day + timedelta(days=1))


@given(st.text())
def test_any_text_gives_days_or_the_error(text):
    try:
        first, end = period(text)
    except IntervalError:
        return
    assert first < end
