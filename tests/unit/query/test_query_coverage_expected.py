"""What a month should have: synthetic series with a known fault, or none."""

import random
from datetime import date, timedelta

import pytest

from depeche.query.coverage_expected import judge

WIRE = (100, 100, 100, 100, 100, 40, 30)  # dispatches a day, Monday to Sunday
PAPER = (30, 30, 30, 30, 30, 30, 0)
YEAR_ENDS = {date(year, *day) for year in range(1995, 2010) for day in ((1, 1), (5, 1), (12, 25), (12, 26))}


def series(first, last, week=WIRE, *, shape=lambda day: 1.0, seed=1):
    """Daily counts between two days: the week's profile times ``shape``, scattered by chance."""
    chance = random.Random(seed)
    days = {}
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        rate = week[day.weekday()] * shape(day)
        count = round(chance.gauss(rate, rate**0.5)) if rate > 5 else sum(chance.random() < rate for _ in "x")
        if count > 0:
            days[day] = count
    return days


def without(days, first, last):
    return {day: count for day, count in days.items() if not first <= day <= last}


def flags(judged):
    return {f"{one.month:%Y-%m}": one.flag for one in judged if one.flag}


FIVE = (date(2000, 1, 1), date(2004, 12, 31))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("week", "shape"),
    [
        (WIRE, lambda day: 1.0),
        (PAPER, lambda day: 1.0),
        (WIRE, lambda day: 1 + (day - FIVE[0]).days / 400),
        (WIRE, lambda day: 3 - (day - FIVE[0]).days / 700),
        (WIRE, lambda day: 0.55 if day.month == 8 else 1.0),
        (WIRE, lambda day: 0.1 if day < date(2002, 3, 1) else 1.0),
        ((0.2,) * 7, lambda day: 1.0),
    ],
    ids=["steady", "no Sundays", "rising", "falling", "August dip", "a step up", "sparse"],
)
def test_nothing_is_said_of_a_sound_series(week, shape, seed):
    judged, silences = judge(series(*FIVE, week, shape=shape, seed=seed))
    assert flags(judged) == {}
    assert silences == []
    assert sum(one.present for one in judged) > 0


def test_a_silent_month_is_a_gap_and_its_days_a_silence():
    full = series(*FIVE)
    judged, silences = judge(without(full, date(2003, 3, 1), date(2003, 3, 31)))
    assert flags(judged) == {"2003-03": "gap"}
    (gap,) = [one for one in judged if one.flag]
    missing = sum(count for day, count in full.items() if f"{day:%Y-%m}" == "2003-03")
    assert gap.present == 0
    assert gap.expected == pytest.approx(missing, rel=0.05)
    (silence,) = silences
    assert silence[:3] == (date(2003, 3, 1), date(2003, 3, 31), 31)
    assert silence.expected == pytest.approx(missing, rel=0.05)


def test_a_whole_silent_year_is_seen_in_each_of_its_months():
    judged, silences = judge(without(series(*FIVE), date(2003, 1, 1), date(2003, 12, 31)))
    assert flags(judged) == {f"2003-{month:02}": "gap" for month in range(1, 13)}
    assert [one.days for one in silences] == [365]


def test_silent_weeks_within_months_are_seen_by_their_days():
    days = without(series(*FIVE), date(2002, 6, 10), date(2002, 6, 16))
    judged, silences = judge(without(days, date(2003, 6, 9), date(2003, 6, 15)))
    assert [(one.first, one.days) for one in silences] == [(date(2002, 6, 10), 7), (date(2003, 6, 9), 7)]
    assert set(flags(judged).values()) <= {"low"}
    assert silences[0].expected == pytest.approx(570, rel=0.05)


def test_a_month_with_a_tenth_is_low_and_one_delivered_twice_is_high():
    def shape(day):
        return {(2001, 8): 0.06, (2003, 2): 2.0}.get((day.year, day.month), 0.55 if day.month == 8 else 1.0)

    judged, silences = judge(series(*FIVE, shape=shape))
    assert flags(judged) == {"2001-08": "low", "2003-02": "high"}
    assert silences == []


def test_a_series_begins_and_ends_where_it_does():
    days = series(date(2001, 3, 20), date(2004, 9, 4))
    judged, silences = judge(days)
    assert (judged[0].month, judged[-1].month) == (date(2001, 3, 1), date(2004, 9, 1))
    assert flags(judged) == {}
    assert silences == []
    assert judged[0].expected == pytest.approx(judged[0].present, rel=0.1)


def test_holidays_weigh_as_the_quietest_weekday():
    # two years: with more, that December is short is known from other Decembers
    full = series(FIVE[0], date(2001, 12, 31), PAPER)
    days = {day: count for day, count in full.items() if day not in YEAR_ENDS}
    assert judge(days, YEAR_ENDS)[1] == []
    knowing, blind = (judge(days, known)[0][11].expected for known in (YEAR_ENDS, set()))
    assert knowing < blind
    # 30 dispatches on each of two weekdays
    assert blind - knowing == pytest.approx(60, rel=0.2)


def test_a_stray_date_decades_away_makes_no_gap_of_the_years_between():
    judged, silences = judge({**series(*FIVE), date(1970, 1, 1): 1})
    assert len(judged) == 35 * 12
    assert flags(judged) == {}
    assert silences == []


@pytest.mark.parametrize("days", [{}, {FIVE[0]: 0}, {FIVE[0]: 5}, {FIVE[0]: 5000, FIVE[1]: 3}])
def test_what_cannot_be_judged_is_not(days):
    judged, silences = judge(days)
    assert flags(judged) == {}
    assert silences == []
    assert all(one.expected is None for one in judged)
