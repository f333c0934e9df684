"""How many dispatches a month should have, judged by the months around it, and which days are silent.

Pure: daily counts in, judgement out. All of it is medians, so that neither an outlier nor the
gap itself moves what is expected:

- A day weighs what its weekday usually brings in this series; a public holiday weighs as the
  quietest weekday. A month's rate is its dispatches by the weight of its days, of the days
  covered in the first and the last month of a series.
- A month is held against both sides: the median rate of the nearest six months with dispatches
  before it and after it, times what the same month of other years was to its own neighbours.
- It is low when it is under what *both* sides allow, high when it is over both: a trend or a
  lasting change of volume is neither.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean, median
from typing import Literal, NamedTuple

Flag = Literal["gap", "low", "high"]
Days = Mapping[date, int]

# Where fewer dispatches are expected nothing is said: ten are missed by chance once in 20,000 (e^-10).
ENOUGH = 10
NEIGHBOURS = 6
# Spreads over which a month is out (3.5 median absolute deviations: Iglewicz and Hoaglin, 1993).
SPREADS = 3.5
# A median absolute deviation of normally spread values times this is their standard deviation.
MAD_TO_SD = 1.4826
# However steady or wild a series, a fifth less is never low, and a tenth of the expected always is.
LOW_AT_MOST, LOW_AT_LEAST, HIGH_AT_LEAST = 0.8, 0.1, 1.25
STEADIEST, UNTOLD = 0.05, 0.25
# Fewer days than these tell no rate.
DAYS = 5
# Of the pauses between two days with dispatches, this share is usual.
USUAL = 0.99


class Expected(NamedTuple):
    """A month: dispatches ``present``, ``expected``, and the bounds; None where its neighbours tell nothing."""

    month: date
    present: int
    expected: float | None
    at_least: float | None
    at_most: float | None
    flag: Flag | None


class Silence(NamedTuple):
    """Days, both included, without any dispatch, for longer than this series is usually silent."""

    first: date
    last: date
    days: int
    expected: float


class _Month(NamedTuple):
    month: date
    present: int
    weight: float

    @property
    def rate(self) -> float:
        return self.present / self.weight if self.weight else 0.0

    @property
    def tells(self) -> bool:
        return self.present > 0 and self.weight >= DAYS


class _Sides(NamedTuple):
    """Rates the months before and after lead to expect, season included."""

    lower: float
    middle: float
    upper: float


def judge(days: Days, holidays: Collection[date] = frozenset()) -> tuple[list[Expected], list[Silence]]:
    """Every month from the first to the last day with dispatches, and the silences between.

    ``days``: dispatches by day; ``holidays``: the public holidays of the source's country.
    """
    days = {day: count for day, count in days.items() if count > 0}
    if not days:
        return [], []
    weights = _weights(days, holidays)
    months = _months(days, weights)
    sides = _seasonal(months, [_sides(months, at) for at in range(len(months))])
    spread = _spread(months, sides)
    judged = [_judge(month, side, spread) for month, side in zip(months, sides, strict=True)]
    rates = {month.month: side for month, side in zip(months, sides, strict=True)}
    return judged, _silences(days, weights, rates)


def _weights(days: Days, holidays: Collection[date]) -> dict[date, float]:
    """What each day from the first to the last weighs; an average day weighs 1."""
    first, last = min(days), max(days)
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    alive = {(day.year, day.month) for day in days}
    # One bulk day must not make its weekday.
    cap = sorted(days.values())[int(0.95 * (len(days) - 1))]
    counts: list[list[int]] = [[] for _ in range(7)]
    for day in every:
        if (day.year, day.month) in alive:
            counts[day.weekday()].append(min(days.get(day, 0), cap))
    average = mean(count for weekday in counts for count in weekday)
    # As if four more average weeks had been seen: a short series has no profile of its own.
    profile = [(sum(seen) + 4 * average) / (len(seen) + 4) / average for seen in counts]
    quiet = min(profile)
    return {day: quiet if day in holidays else profile[day.weekday()] for day in every}


def _months(days: Days, weights: Mapping[date, float]) -> list[_Month]:
    present: dict[date, int] = {}
    weight: dict[date, float] = {}
    for day, weighs in weights.items():
        month = day.replace(day=1)
        present[month] = present.get(month, 0) + days.get(day, 0)
        weight[month] = weight.get(month, 0.0) + weighs
    return [_Month(month, present[month], weight[month]) for month in present]


def _sides(months: Sequence[_Month], at: int) -> _Sides | None:
    before = [n for n in range(at - 1, -1, -1) if months[n].tells][:NEIGHBOURS]
    after = [n for n in range(at + 1, len(months)) if months[n].tells][:NEIGHBOURS]
    sides = [side for side in (before, after) if side]
    # At an end of the series only a near side counts: a stray date decades away is no beginning.
    if not sides or (len(sides) == 1 and abs(sides[0][0] - at) > 2 * NEIGHBOURS):
        return None
    # There the months nearest to it speak each for itself, so that growth is not taken for a fault.
    groups = sides if len(sides) == 2 else [[n] for n in sides[0][: NEIGHBOURS // 2]]
    rates = [_rate([months[n] for n in group]) for group in groups]
    return _Sides(min(rates), mean(rates), max(rates))


def _rate(side: Sequence[_Month]) -> float:
    told = sum(month.present for month in side)
    return median(month.rate for month in side) if told >= ENOUGH else 0.0


def _seasonal(months: Sequence[_Month], sides: Sequence[_Sides | None]) -> list[_Sides | None]:
    """Times the median, over at least three other years, of this calendar month to its neighbours."""
    ratios: dict[int, dict[int, float]] = {}
    for month, side in zip(months, sides, strict=True):
        if month.tells and side and side.middle:
            ratios.setdefault(month.month.month, {})[month.month.year] = month.rate / side.middle
    found: list[_Sides | None] = []
    for month, side in zip(months, sides, strict=True):
        others = [
            ratio
            for year, ratio in ratios.get(month.month.month, {}).items()
            if year != month.month.year
        ]  # fmt: skip
        season = median(others) if len(others) >= 3 else 1.0
        found.append(side and _Sides(*(rate * season for rate in side)))
    return found


def _spread(months: Sequence[_Month], sides: Sequence[_Sides | None]) -> float:
    """The usual relative deviation of a month from what is expected, as a standard deviation."""
    ratios = [
        month.rate / side.middle
        for month, side in zip(months, sides, strict=True)
        if month.tells and side and side.middle
    ]
    if len(ratios) < NEIGHBOURS:
        return UNTOLD
    centre = median(ratios)
    return max(STEADIEST, MAD_TO_SD * median(abs(ratio - centre) for ratio in ratios))


def _judge(month: _Month, side: _Sides | None, spread: float) -> Expected:
    if side is None or not side.lower or not month.weight:
        return Expected(month.month, month.present, None, None, None, None)
    lower, middle, upper = (rate * month.weight for rate in side)
    at_least = lower * min(LOW_AT_MOST, max(LOW_AT_LEAST, 1 - _noise(lower, spread)))
    at_most = upper * max(HIGH_AT_LEAST, 1 + _noise(upper, spread))
    flag: Flag | None = None
    if lower >= ENOUGH and month.present < at_least:
        flag = "low" if month.present else "gap"
    elif month.present >= ENOUGH and month.present > at_most:
        flag = "high"
    return Expected(month.month, month.present, middle, at_least, at_most, flag)


def _noise(expected: float, spread: float) -> float:
    """How far off, relatively, is still usual: the series' own spread, and chance in small counts."""
    return SPREADS * math.sqrt(spread**2 + 1 / expected) if expected else 0.0


def _silences(
    days: Days, weights: Mapping[date, float], rates: Mapping[date, _Sides | None]
) -> list[Silence]:
    active = sorted(days)
    pauses = [(later - day).days - 1 for day, later in pairwise(active)]
    ordered = sorted(pauses)
    # A long series has more pauses that could be long by chance.
    enough = ENOUGH + math.log(len(active))
    found = []
    for day, pause in zip(active[:-1], pauses, strict=True):
        if pause and pause > _usual(ordered, pause):
            silent = [day + timedelta(days=n) for n in range(1, pause + 1)]
            told = [(side, weights[each]) for each in silent if (side := rates[each.replace(day=1)])]
            if sum(side.lower * weight for side, weight in told) >= enough:
                expected = sum(side.middle * weight for side, weight in told)
                found.append(Silence(silent[0], silent[-1], pause, expected))
    return found


def _usual(ordered: Sequence[int], pause: int) -> int:
    """The longest of the usual pauses among all others than this one."""
    at = int(USUAL * (len(ordered) - 2))
    if len(ordered) < 2:
        return 0
    # Without the pause itself: what is at and after its place moves down by one.
    return ordered[at + 1] if ordered[at] >= pause else ordered[at]
