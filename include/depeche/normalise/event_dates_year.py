"""The year, month and part that a form names, and the year that is meant where none is said.

A name of a day, month or season without its year is one of those around: the nearest, time
to come counting double, for news looks back; the next where words or a verb of the future
say so.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

from depeche.normalise.event_dates_calendar import Days
from depeche.normalise.event_dates_found import Found
from depeche.normalise.event_dates_language import plain

# The rule, and the first and last day; None where the words are no date.
Result = tuple[str, Days] | None
Resolver = Callable[[Found], Result]
# Months that are everyday words in English where they are not capitals.
EVERYDAY = {"may", "march", "mar", "sept"}
# Years after the dispatch's that a written year may lie.
LATEST = 100
# Attacks that go by their day: month and day to their year and the words beside the day that mean them.
_ATTACKS = {
    (9, 11): (2001, r"attentats|attaques|atentados|ataques|anschläge[ns]?|attacks|terror\w*"),
    (11, 13): (2015, r"attentats|attaques|atentados|anschläge[ns]?|attacks"),
    (1, 6): (2021, r"capitole?|capitolio|kapitols?|riots?|insurrection|committee"),
    (10, 7): (2023, r"attaques?|massacres?|ataques?|massakers?|angriffs?|attacks?|hamas"),
}
# What stands before a time of its own.
_POINTS = re.compile(r"(?:le|les|on|am|den|el|los|en|in|im)\s")
_FOR = frozenset({"for"})


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
    """The year that is meant where none is said."""
    as_of = found.as_of
    days = [
        date(year, month, day)
        for year in (as_of.year - 1, as_of.year, as_of.year + 1)
        if day < 29 or day <= calendar.monthrange(year, month)[1]
    ]
    side = found.side()
    turn = 1 if ahead else min(side, 0) or found.turn()
    days = [d for d in days if turn == 0 or (d >= as_of if turn > 0 else d <= as_of)]
    double = 1 if side > 0 else 2
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
    years = [
        year
        for year in (found.as_of.year - 1, found.as_of.year, found.as_of.year + 1)
        if (day < 29 or day <= calendar.monthrange(year, month)[1])
        and date(year, month, day).weekday() == weekday
    ]
    return years[0] if len(years) == 1 else None


def of_attacks(month: int, numbers: list[int], found: Found) -> int | None:
    """2001 for "the Sept. 11 attacks", "les attentats du 11 septembre": no year is said of that day."""
    year, words = _ATTACKS.get((month, numbers[0]), (0, ""))
    if not year or len(numbers) > 1 or found.as_of < date(year, month, numbers[0]):
        return None
    near = (found.low[max(0, found.start - 20) : found.start], found.low[found.end : found.end + 18])
    return year if any(re.search(rf"\b(?:{words})\b", part) for part in near) else None


def may_turn(found: Found) -> bool:
    """Whether the words are a time of their own ("le 3 mai") and not some other thing's ("du 3 mai"), to come."""
    own = _POINTS.match(found.said) is not None or found.side() > 0 or found.led_by(_FOR)
    return own and found.is_ahead()
