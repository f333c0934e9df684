"""Dates spoken of in the body, resolved against the dispatch's date: French, English, Spanish, German.

News prose looks back: a bare weekday is the last such day up to and including the day of
the dispatch, unless words point ahead ("prochain", "next", "am kommenden") or the verb does
("will meet on Friday"); agencies' style books ask for the bare weekday within seven days of
the dispatch. What the words mean is in ``event_dates/days.py`` and ``event_dates/periods.py``,
which of them are no time but a name in ``event_dates/names.py``, the words themselves in a file a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from depeche.normalise.event_dates.de import DE
from depeche.normalise.event_dates.en import EN
from depeche.normalise.event_dates.es import ES
from depeche.normalise.event_dates.found import Found
from depeche.normalise.event_dates.fr import FR
from depeche.normalise.event_dates.names import is_name
from depeche.normalise.event_dates.resolve import resolve
from depeche.normalise.event_dates.words import Words, ready
from depeche.records import EventDate

LANGUAGES = {"fr": FR, "en": EN, "es": ES, "de": DE}
MOST = 200
# Characters looked at before and after a telling word: a form reaches no further without another.
BEFORE, AFTER = 24, 20


def event_dates(text: str, language: str | None, as_of: date) -> list[EventDate]:
    """The dates in ``text``, in order, at most MOST; empty for other languages than fr, en, es, de.

    ``rule`` is day, days, weekday, weekday_next, weekdays, weekdays_next, month, month_part,
    months, season, year, year_part, years, decade, decade_part, relative or relative_range. ``first`` and ``last``
    are both inclusive; of several days named ("les 3 et 9 juillet") they are the ends.
    """
    if language not in LANGUAGES:
        return []
    words = _words(language)
    low = _lowered(text)
    found: list[EventDate] = []
    for start, end in _windows(low, words):
        for match in words.pattern.finditer(low, start, end):
            event = _event(match, text, words, as_of)
            if event is not None:
                found.append(event)
                if len(found) == MOST:
                    return found
    return found


def dates_at_any_time(text: str, language: str | None, first: date, last: date) -> list[EventDate]:
    """Those of :func:`event_dates` that are the same whenever between ``first`` and ``last`` the text was written."""
    late = event_dates(text, language, last)
    return [found for found in event_dates(text, language, first) if found in late]


def _lowered(text: str) -> str:
    """``text`` in small letters, of the same length: a few letters would grow."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def _words(language: str) -> Words:
    return ready(LANGUAGES[language])


def _windows(low: str, words: Words) -> Iterator[tuple[int, int]]:
    """Stretches around the words no date does without, widened so that none is cut."""
    start = end = -1
    # So that there is a character before and behind each.
    padded = f" {low} "
    for at, length in words.triggers.iter(low):
        inside = padded[at + 2].isalpha() or padded[at - length + 1].isalpha()
        if inside and low[at] != " " and low[at - length + 1] != " ":
            continue
        if at - length - BEFORE > end:
            if end >= 0:
                yield start, _word_end(low, end)
            start = max(0, at - length - BEFORE)
        end = at + AFTER
    if end >= 0:
        yield start, _word_end(low, end)


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isalnum():
        at += 1
    return min(at, len(text))


def _event(match: re.Match[str], text: str, words: Words, as_of: date) -> EventDate | None:
    start, end = match.span()
    form = match.lastgroup or ""
    groups = {
        name: text[at : match.end(number)]
        for name, number in words.groups[form]
        if (at := match.start(number)) >= 0
    }
    found = Found(form, groups, text, match.string, start, end, words, as_of)
    if is_name(found):
        return None
    try:
        resolved = resolve(found)
    except (ValueError, OverflowError):
        # 31 June, or a day before the calendar begins: words that are no date.
        return None
    if resolved is None:
        return None
    rule, (first, last) = resolved
    return EventDate(text=text[start:end], start=start, end=end, first=first, last=last, rule=rule)
