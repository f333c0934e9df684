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
from depeche.normalise.event_dates_words import plain

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
    return int(words) if words.isdigit() else found.as_of.year + found.words.language.years[plain(words)]


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
        if day <= calendar.monthrange(year, month)[1]
    ]
    turn = 1 if ahead else found.turn()
    days = [d for d in days if turn == 0 or (d >= as_of if turn > 0 else d <= as_of)]
    best = min(days, key=lambda d: (d - as_of).days * 2 if d > as_of else (as_of - d).days, default=None)
    return best.year if best else None


_ATTACKS = re.compile(r"\b(?:attentats|attaques|atentados|ataques|anschläge[ns]?|attacks|terror\w*)\b")


def of_attacks(month: int, numbers: list[int], found: Found) -> int | None:
    """2001 for "the Sept. 11 attacks", "les attentats du 11 septembre": no year is said of that day."""
    if (month, numbers) != (9, [11]) or found.as_of < date(2001, 9, 11):
        return None
    near = (found.low[max(0, found.start - 20) : found.start], found.low[found.end : found.end + 16])
    return 2001 if any(_ATTACKS.search(words) for words in near) else None


_POINTS = re.compile(r"(?:le|les|on|am|el|los|en|in|im)\s")


def may_turn(found: Found) -> bool:
    """Whether the words are a time of their own ("le 3 mai") and not some other thing's ("du 3 mai")."""
    return _POINTS.match(found.said) is not None and found.is_ahead()
