"""Days that go by a name of their own ("9/11"), or by what happened on them ("the Sept. 11 attacks")."""

from __future__ import annotations

import re
from datetime import date

from depeche.normalise.event_dates.found import Found
from depeche.normalise.event_dates.language import plain

# Beside the day and month of its attacks, without a year, these words mean that year's.
_ATTACKS = {
    date(2001, 9, 11): r"attentats|attaques|atentados|ataques|anschläge[ns]?|attacks|terror\w*",
    date(2015, 11, 13): r"attentats|attaques|atentados|anschläge[ns]?|attacks",
    date(2021, 1, 6): r"capitole?|capitolio|kapitols?|riots?|insurrection|committee",
    date(2023, 10, 7): r"attaques?|massacres?|ataques?|massakers?|angriffs?|attacks?|hamas",
}
_BY_DAY = {(day.month, day.day): (day, re.compile(rf"\b(?:{words})\b")) for day, words in _ATTACKS.items()}


def named_day(found: Found) -> date | None:
    """The day of "9/11", "le 11-Septembre", once it has been."""
    day = date.fromisoformat(found.words.language.named[plain(found.groups["name"])])
    return day if day <= found.as_of else None


def year_of_attacks(month: int, numbers: list[int], found: Found) -> int | None:
    """2001 for "the Sept. 11 attacks", "les attentats du 11 septembre": no year is said of that day."""
    day, words = _BY_DAY.get((month, numbers[0]), (None, None))
    if day is None or words is None or len(numbers) > 1 or found.as_of < day:
        return None
    near = (found.low[max(0, found.start - 20) : found.start], found.low[found.end : found.end + 18])
    return day.year if any(map(words.search, near)) else None
