"""Times in the forms that metadata write, read as precisely as stated and no more."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.calendar.instants import read_instant

NOON = datetime(2016, 7, 6, 10, 30, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("20160706T103015+0000", NOON, "second"),
        ("20160706T123015+0200", NOON, "second"),
        ("20160706T103015Z", NOON, "second"),
        ("2016-07-06T10:30:15Z", NOON, "second"),
        ("2016-07-06T10:30:15.000-00:00", NOON, "second"),
        ("2016-07-06 12:30:15+02:00", NOON, "second"),
        ("2016-07-06T12:30+02:00", NOON.replace(second=0), "minute"),
        ("Wed, 06 Jul 2016 12:30:15 +0200", NOON, "second"),
        ("06 Jul 2016 10:30 GMT", NOON.replace(second=0), "minute"),
        ("2016-07-06 10:30:15 GMT+00:00", NOON, "second"),
        ("1467801015", NOON, "second"),
        ("1467801015000", NOON, "second"),
        ("July 6, 2016 6:30 AM EDT", NOON.replace(second=0), "minute"),
        ("Mercredi 6 juillet 2016 - 12:30 heure de Paris", NOON.replace(second=0), "minute"),
        ("2016-07-06", datetime(2016, 7, 6, tzinfo=UTC), "day"),
        ("20160706", datetime(2016, 7, 6, tzinfo=UTC), "day"),
        ("6 juillet 2016", datetime(2016, 7, 6, tzinfo=UTC), "day"),
        ("٦ يوليو ٢٠١٦", datetime(2016, 7, 6, tzinfo=UTC), "day"),
        ("2016-07", datetime(2016, 7, 1, tzinfo=UTC), "month"),
        ("2016", datetime(2016, 1, 1, tzinfo=UTC), "year"),
        ("Jul 2016", datetime(2016, 7, 1, tzinfo=UTC), "month"),
        ("06-JUL-2016", datetime(2016, 7, 6, tzinfo=UTC), "day"),
        ("6 juillet 2016 à 12h30 UTC+2", NOON.replace(second=0), "minute"),
        ("6 July 2016 05:30 GMT-5", NOON.replace(second=0), "minute"),
        ("July 6, 2016 6:30 a.m. ET", NOON.replace(second=0), "minute"),
        ("06.07.2016, 12:30 Uhr MESZ", NOON.replace(second=0), "minute"),
        ("6 juillet 2016 12 h 30 (heure de Bruxelles)", NOON.replace(second=0), "minute"),
        ("6 July 2016 19:30 Tokyo time", NOON.replace(second=0), "minute"),
        ("6 Jul 2016 12:30 hora de Madrid", NOON.replace(second=0), "minute"),
        ("6 juillet 2016 12:30 Europe/Paris", NOON.replace(second=0), "minute"),
        ("Wed Jul  6 10:30:15 UTC 2016", NOON, "second"),
        ("Wed Jul  6 12:30:15 CEST 2016", NOON, "second"),
        ("Wednesday, 06-Jul-16 10:30:15 GMT", NOON, "second"),
        ("20160706103015Z", NOON, "second"),
        ("20160706123015+0200", NOON, "second"),
        ("1467801015.123", NOON, "second"),
        ("06-JUL-16", datetime(2016, 7, 6, tzinfo=UTC), "day"),
        ("2016年7月6日", datetime(2016, 7, 6, tzinfo=UTC), "day"),
        (
            "OSLO (AFP) - Mar 14 Mar 00 - 18h59 heure de Paris -",
            datetime(2000, 3, 14, 17, 59, tzinfo=UTC),
            "minute",
        ),
    ],
)
def test_instants(text, at, precision):
    assert read_instant(text) == (at, precision, ())


def test_a_time_without_its_zone_is_only_a_day():
    for text in (
        "2016-07-06T10:30:15", "6 juillet 2016 à 10h30", "6.7.2016 10.30", "6 July 2016 10:30 CST",
        "6 July 2016 10:30-11:00", "6 juillet 2016 10h30 heure locale", "6 July 2016 10:30 Nowhere/Else",
        "20160706103015", "201607061030", "Wed Jul  6 10:30:15 2016", "Wed Jul 06 10:30:15 CST 2016",
        "2016年7月6日 10:30", "Wed, 06 Jul 2016 10:30:15", "06 Jul 2016 10:30",
    ):  # fmt: skip
        found = read_instant(text)
        assert (found.at.date(), found.precision, found.flags) == (
            date(2016, 7, 6),
            "day",
            ("timezone_unknown",),
        )


@pytest.mark.parametrize(
    "text", ["", "hello", "2016-13-45", "9999-12-31T23:59:59-14:00", "0", "-", "T", "99999999999999"]
)
def test_what_is_no_time(text):
    assert read_instant(text) is None


def test_which_of_two_numbers_is_the_month_is_said_to_be_assumed():
    assert read_instant("06/07/2016").flags == ("day_month_assumed",)
    assert read_instant("06/07/2016").at.date() == date(2016, 7, 6)
    assert read_instant("07/07/2016").flags == read_instant("31/12/2016").flags == ()
    assert read_instant("06-07-2016").flags == ("day_month_assumed",)


def test_a_clock_of_the_united_states_goes_with_their_dates():
    found = read_instant("7/6/2016 6:30 AM EDT")
    assert (found.at, found.flags) == (NOON.replace(second=0), ("day_month_assumed",))
    assert read_instant("7/6/2016 12:30 CEST").at.month == 6


@given(st.datetimes(min_value=datetime(1800, 1, 2), max_value=datetime(2200, 1, 1)))  # noqa: DTZ001
def test_what_isoformat_writes_is_read_back(moment):
    at = moment.replace(microsecond=0, tzinfo=UTC)
    assert read_instant(at.isoformat()).at == at
    assert read_instant(at.strftime("%Y%m%dT%H%M%S+0000")).at == at
