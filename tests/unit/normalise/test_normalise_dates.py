"""Issue times as stated; the basis of a dispatch's day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.calendar.instants import read_instant
from depeche.normalise.dates import beside, delivered, issued, stated
from depeche.records import Dateline, Reject
from normalise_places import COLLECTED, dispatch

NOON = datetime(2016, 7, 6, 10, 30, 15, tzinfo=UTC)


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
    assert delivered(dispatch("x", issued_at_hint="1970-01-01T00:00:00Z")) == (
        None,
        ["issued_at_placeholder"],
    )
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
