"""Which months a backfill is of, which are done, and in which chunks the rest is asked for."""

from datetime import date

import pytest

from depeche.control.api import Run
from depeche.control.months import months, spans, states, to_do
from depeche.interval import IntervalError

TODAY = date(2026, 11, 26)


def run(key, state, *feeds):
    return Run(run_id=f"{key} {state}", key=key, state=state, feeds=list(feeds), started=None, ended=None)


def month(text):
    return date.fromisoformat(f"{text}-01")


def test_months_and_years_are_both_included():
    found = months("1999-11", "2000-02", TODAY)
    assert [f"{each:%Y-%m}" for each in found] == ["1999-11", "1999-12", "2000-01", "2000-02"]
    assert len(months("1994", "2010", TODAY)) == 17 * 12
    assert months("2026-11", "2026-11", TODAY) == [date(2026, 11, 1)]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2016-07-06", "2016-08", "--from 2016-07-06: a backfill is of months; write 2016-07"),
        ("2016-08", "2016-07", "exchange them"),
        ("2016-08", "2027", "--to 2027 is still to come: write 2026-11 at most"),
        ("2016-13", "2017", "write a day, month or year"),
        ("May 1994", "1995", "such as 2016-07-06, 2016-07 or 2016"),
    ],
)
def test_what_is_no_range_is_refused_with_what_to_write(first, last, said):
    with pytest.raises(IntervalError) as refused:
        months(first, last, TODAY)
    assert said in str(refused.value)


def test_the_last_run_of_a_month_counts_and_only_those_of_the_feed():
    runs = [
        run("2016-05", "failed", "wire"),
        run("2016-05", "success", "wire"),
        run("2016-06", "success", "wire"),
        run("2016-06", "failed", "wire", "other"),
        run("2016-07", "success", "other"),
        run("2016-08", "success"),  # by the clock: all feeds
        run("2016-09", "queued", "wire"),
        run("2016-10", "running", "wire"),
    ]
    found = states(runs, "wire")
    assert {f"{each:%Y-%m}": state for each, state in found.items()} == {
        "2016-05": "done", "2016-06": "failed", "2016-08": "done", "2016-09": "waiting", "2016-10": "running",
    }  # fmt: skip


def test_months_that_are_done_are_done_again_only_when_asked_for_and_those_under_way_never():
    wanted = [month("2016-05"), month("2016-06"), month("2016-07"), month("2016-08")]
    state = dict(zip(wanted, ("done", "failed", "waiting"), strict=False))
    assert to_do(wanted, state, again=False) == [wanted[1], wanted[3]]
    assert to_do(wanted, state, again=True) == [wanted[0], wanted[1], wanted[3]]


def test_spans_end_where_a_month_is_left_out_and_at_the_most():
    wanted = [month(text) for text in ("1999-11", "1999-12", "2000-01", "2000-03", "2000-04")]
    whole = [("1999-11", "2000-01"), ("2000-03", "2000-04")]
    assert spans(wanted) == [(month(first), month(last)) for first, last in whole]
    parts = [("1999-11", "1999-12"), ("2000-01", "2000-01"), ("2000-03", "2000-04")]
    assert spans(wanted, 2) == [(month(first), month(last)) for first, last in parts]
    assert spans([]) == []
