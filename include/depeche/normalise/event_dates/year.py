"""The year, month and part that a form names, and the year that is meant where none is said.

A name of a day, month or season without its year is one of those around: the nearest, time
to come counting double, for news looks back; the next where words or a verb of the future
say so.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date

from depeche.normalise.event_dates.calendar import Days
from depeche.normalise.event_dates.found import Found
from depeche.normalise.event_dates.language import plain
from depeche.normalise.event_dates.side import AHEAD, BACK, UNSAID, by_its_bound, by_its_words

# The rule, and the first and last day; None where the words are no date.
Result = tuple[str, Days] | None
Resolver = Callable[[Found], Result]
# Months that are everyday words in English where they are not capitals.
EVERYDAY = {"may", "march", "mar", "sept"}
# Years after the dispatch's that a written year may lie.
LATEST = 100


def written_year(rule: str, days: Days, as_of: date) -> Result:
    """The days, unless their year is none that news would write."""
    return (rule, days) if 1000 <= days[0].year <= as_of.year + LATEST else None


def year_of(words: str | None, found: Found) -> int | None:
    """The year that figures or words ("last year") name."""
    if words is None:
        return None
    figures = words.replace(".", "")
    return int(figures) if figures.isdigit() else found.as_of.year + found.words.language.years[plain(words)]


def month_of(words: str, found: Found) -> int | None:
    """1 to 12; None where the word is an everyday one."""
    return None if words in EVERYDAY else found.words.language.months[plain(words).rstrip(".")]


def part_of(found: Found) -> str | None:
    """``start``, ``middle`` or ``end``; None where no part is said."""
    said = found.groups.get("part")
    return found.words.language.parts[plain(said).rstrip("-")] if said else None


def around(month: int, day: int, found: Found, ahead: bool) -> int | None:
    """The year that is meant where none is said; ``ahead``: the next such day."""
    as_of, bound = found.as_of, by_its_bound(found)
    side = AHEAD if ahead else BACK if bound == BACK else by_its_words(found)
    days = [
        d for d in _near(month, day, as_of) if side == UNSAID or (d >= as_of if side == AHEAD else d <= as_of)
    ]
    double = 1 if bound == AHEAD else 2
    best = min(days, key=lambda d: (d - as_of).days * double if d > as_of else (as_of - d).days, default=None)
    return best.year if best else None


def of_weekday(month: int, day: int, found: Found) -> int | None:
    """The one year around in which the date falls on the weekday that stands before it ("jeudi 30 mars"); None
    where no weekday does, or no year or more than one has it so.
    """
    if found.low[found.start].isdigit():
        return None
    words = found.said.split(str(day))[0].replace(",", " ").split()
    weekdays = found.words.language.weekdays
    weekday = next((weekdays[word] for word in words if word in weekdays), None)
    if weekday is None:
        return None
    years = [d.year for d in _near(month, day, found.as_of) if d.weekday() == weekday]
    return years[0] if len(years) == 1 else None


def _near(month: int, day: int, as_of: date) -> list[date]:
    """That day in the year of ``as_of`` and in those beside it, where they have it."""
    return [
        date(year, month, day)
        for year in (as_of.year - 1, as_of.year, as_of.year + 1)
        if day < 29 or day <= calendar.monthrange(year, month)[1]
    ]
