"""Issue times as stated; the basis of a dispatch's day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.dateline_dates import read_date
from depeche.normalise.dateline_day import complete
from depeche.normalise.dates import beside, delivered, issued, stated
from depeche.normalise.instants import read_instant
from depeche.normalise.trailer import trailer
from depeche.records import Dateline, Reject
from normalise_places import COLLECTED, dispatch

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


def test_the_side_car_s_date_comes_after_the_agency_s():
    clean = dispatch("x", issued_at_hint="2016-07-03T08:00:00+02:00")
    hint, flags = delivered(clean)
    found = issued(clean, None, None, full=False, hint=hint)
    assert (found.basis, found.text, found.precision, flags) == (
        "sidecar",
        clean.issued_at_hint,
        "second",
        [],
    )
    assert found.at == datetime(2016, 7, 3, 6, tzinfo=UTC)
    assert issued(clean, None, line("2016-07-01"), full=True, hint=hint).basis == "dateline"
    assert issued(clean, None, line("2016-07-01"), full=False, hint=hint).basis == "sidecar"
    assert delivered(dispatch("x", issued_at_hint="soon")) == (None, ["sidecar_date_unreadable"])
    with pytest.raises(Reject, match="absurd_date"):
        delivered(dispatch("x", issued_at_hint="1066-10-14"))


def test_unreadable_and_placeholder_times_are_null_with_a_flag():
    assert stated(dispatch("x", issued_at_text="soon")) == (None, ["issued_at_unreadable"])
    assert stated(dispatch("x", issued_at_text="1970-01-01T00:00:00Z")) == (None, ["issued_at_placeholder"])
    assert stated(dispatch("x", issued_at_text="  ")) == (None, [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0001-01-01T00:00:00", "absurd_date"),
        ("1799-12-31", "absurd_date"),
        ("2016-07-08T00:00:00Z", "date_in_future"),
    ],
)
def test_refused(text, reason):
    with pytest.raises(Reject) as refused:
        stated(dispatch("x", issued_at_text=text))
    assert refused.value.reason == reason
    assert refused.value.detail


def test_a_clock_a_few_hours_fast_is_not_refused():
    assert stated(dispatch("x", issued_at_text="2016-07-07T06:00:00Z"))[0].at.day == 7


def line(day: str | None) -> Dateline:
    return Dateline(
        text="PARIS",
        start=0,
        end=5,
        places=[],
        date=day,
        date_precision=day and "day",
        agencies=[],
        rule="agency",
    )


def test_order_of_trust():
    clean = dispatch("x", issued_at_text="2016-07-05T23:00:00Z")
    instant, _ = stated(clean)
    by_metadata = issued(clean, instant, line("2016-07-04"), full=True)
    assert (by_metadata.basis, by_metadata.day, by_metadata.flags) == ("issued", date(2016, 7, 5), [])
    by_dateline = issued(dispatch("x"), None, line("2016-07-04"), full=True)
    assert (by_dateline.basis, by_dateline.day, by_dateline.precision) == (
        "dateline",
        date(2016, 7, 4),
        "day",
    )
    near = issued(dispatch("x"), None, line("2016-07-04"), full=False)
    assert (near.basis, near.at, near.day) == ("dateline", None, date(2016, 7, 4))
    far = issued(dispatch("x"), None, line("2016-01-04"), full=False)
    assert (far.basis, far.at, far.day) == ("collected", None, COLLECTED.date())


def test_contradictions_are_flagged():
    clean = dispatch("x", issued_at_text="2016-07-05T23:00:00Z")
    instant, _ = stated(clean)
    assert issued(clean, instant, line("2016-05-04"), full=True).flags == ["dates_disagree"]
    late = issued(dispatch("x"), None, line("2016-09-01"), full=True)
    assert (late.basis, late.flags) == ("collected", ["dateline_in_future"])


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("20160706T123015+0200", NOON),
        ("Wed, 06 Jul 2016 12:30:15 +0200", NOON),
        # A clock may be ahead of ours, by a day at most.
        ((COLLECTED + timedelta(days=1)).isoformat(), COLLECTED + timedelta(days=1)),
        ((COLLECTED + timedelta(days=1, seconds=1)).isoformat(), None),
        ("1800-01-01", datetime(1800, 1, 1, tzinfo=UTC)),
        ("1799-12-31T23:59:59Z", None),
        ("1970-01-01T00:00:00Z", None),
        ("???", None),
    ],
)
def test_times_beside_that_of_issue(text, at):
    found = beside(dispatch("x", created_at_text=text, modified_at_text=text))
    assert (found.created_at, found.modified_at) == (at, at)
    assert found.flags == ([] if at else ["created_at_unreadable", "modified_at_unreadable"])


def test_what_is_not_stated_is_null_beside_too():
    assert beside(dispatch("x", modified_at_text="2016-07-06T10:30:15Z")) == (None, NOON, [])
    assert beside(dispatch("x")) == (None, None, [])


def test_teleprinter_lines():
    text = "PARIS, 31 août (AFP) - La nuit.\n\nly\n\nAFP 310544 AOU 97\n"
    assert trailer(text).text == "AFP 310544 AOU 97"
    instant, flags = stated(dispatch(text))
    assert (instant.at, instant.precision, flags) == (
        datetime(1997, 8, 31, 5, 44, tzinfo=UTC), "day", ["timezone_unknown"],
    )  # fmt: skip
    assert stated(dispatch("x\n141033 GMT Mär 14"))[0].precision == "minute"
    assert trailer("x\nAP-WF-11-13-13 1509GMT<").text == "AP-WF-11-13-13 1509GMT<"
    assert stated(dispatch("x\nAP-NY-05-17-98 0220EDT<"))[0].at == datetime(1998, 5, 17, 6, 20, tzinfo=UTC)
    assert trailer("x\ndpa 141033 Jul 16").text == "dpa 141033 Jul 16"
    assert trailer("x\nAFP 319944 AOU 97") is None
    assert trailer("x\nAFP 310544 XYZ 97") is None
    assert stated(dispatch("x\nAFP 310544 FEV 97")) == (None, ["issued_at_unreadable"])


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


@given(st.text(max_size=60))
def test_any_text_is_survived(text):
    found = read_instant(text)
    assert found is None or found.at.tzinfo is not None
    assert len(beside(dispatch(text, created_at_text=text, modified_at_text=text)).flags) in (0, 2)
    try:
        instant, _ = stated(dispatch(text, issued_at_text=text))
    except Reject:
        return
    assert issued(dispatch(text), instant, None, full=False).day is not None


@given(st.datetimes(min_value=datetime(1800, 1, 2), max_value=datetime(2200, 1, 1)))  # noqa: DTZ001
def test_what_isoformat_writes_is_read_back(moment):
    at = moment.replace(microsecond=0, tzinfo=UTC)
    assert read_instant(at.isoformat()).at == at
    assert read_instant(at.strftime("%Y%m%dT%H%M%S+0000")).at == at


@pytest.mark.parametrize(
    ("words", "at", "precision"),
    [
        ("131137 GMT Nov 13", "2013-11-13T11:37+00:00", "minute"),
        ("131137 MEZ Nov 13", "2013-11-13T10:37+00:00", "minute"),
        ("311644 AOU 17", "2017-08-31T16:44+00:00", "day"),
        ("091533 GMT maj 19", "2019-05-09T15:33+00:00", "minute"),
        ("091533 GMT Maer 19", "2019-03-09T15:33+00:00", "minute"),
        ("010203 TU juillet 2003", "2003-07-01T02:03+00:00", "minute"),
        ("AP-WF-11-13-13 1509GMT", "2013-11-13T15:09+00:00", "minute"),
        ("AP-NY-05-17-98 0220EDT", "1998-05-17T06:20+00:00", "minute"),
        ("AP-NY-05-17-98 0220", "1998-05-17T02:20+00:00", "day"),
    ],
)
def test_time_lines_of_wires(words: str, at: str, precision: str) -> None:
    found = read_instant(words)
    assert found is not None
    assert (found.at.isoformat(timespec="minutes"), found.precision) == (at, precision)


@pytest.mark.parametrize("words", ["AP-WF-13-40-13 1509GMT", "311644 XYZ 17", "991137 GMT Nov 13"])
def test_no_time_lines(words: str) -> None:
    assert read_instant(words) is None or read_instant(words).precision == "day"  # type: ignore[union-attr]
