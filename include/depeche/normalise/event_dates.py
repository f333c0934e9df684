"""Dates spoken of in the body, resolved against the dispatch's date: French, English, Spanish, German.

News prose looks back: a bare weekday is the last such day up to and including the day of
the dispatch, unless words point ahead ("prochain", "next", "am kommenden") or a verb of
the future stands before it in the sentence ("will meet on Friday"). A date without a year is the nearest such day. Parts of a month are thirds:
1–10, 11–20 and 21 to its end ("mi-mai" is 11–20 May).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from depeche.normalise.event_dates_words import LANGUAGES, Words
from depeche.records import EventDate

MOST = 200
# Characters looked at on both sides of a telling word; the longest form is shorter.
AROUND = 32
# Characters before a weekday in which a verb of the future is looked for.
BEFORE = 70
# Months that are everyday words where they are not capitals.
EVERYDAY = {"may", "march", "mar", "sept"}
Days = tuple[date, date]


def event_dates(text: str, language: str | None, as_of: date) -> list[EventDate]:
    """The dates in ``text``, in order, at most MOST; empty for other languages than fr, en, es, de.

    ``rule`` is weekday, weekday_next, day, days, month, month_part, year, relative or
    relative_range. ``first`` and ``last`` are both inclusive.
    """
    words = LANGUAGES.get(language or "")
    if words is None:
        return []
    found: list[EventDate] = []
    for start, end in _windows(text, words):
        for match in words.pattern.finditer(text, start, end):
            event = _event(match, words, as_of)
            if event is not None:
                found.append(event)
                if len(found) == MOST:
                    return found
    return found


def _windows(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Stretches around the words no date does without, widened so that none is cut."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when lowered
        yield 0, len(text)
        return
    start = end = -1
    for at, length in words.triggers.iter(low):
        inside = low[at - length : at - length + 1].isalpha() or low[at + 1 : at + 2].isalpha()
        if inside and low[at] != " " and low[at - length + 1] != " ":
            continue
        if at - length - AROUND > end:
            if end >= 0:
                yield start, _word_end(text, end)
            start = max(0, at - length - AROUND)
        end = at + AROUND
    if end >= 0:
        yield start, _word_end(text, end)


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isalnum():
        at += 1
    return min(at, len(text))


def _event(match: re.Match[str], words: Words, as_of: date) -> EventDate | None:
    try:
        resolved = _resolve(match, words, as_of)
    except (ValueError, OverflowError):
        # 31 June, or a day before the calendar begins: words that are no date.
        return None
    if resolved is None:
        return None
    rule, (first, last) = resolved
    return EventDate(
        text=match.group(), start=match.start(), end=match.end(), first=first, last=last, rule=rule
    )


def _resolve(match: re.Match[str], words: Words, as_of: date) -> tuple[str, Days] | None:
    groups = match.groupdict()
    kind = match.lastgroup or ""
    if kind == "relative":
        offset, length = words.relatives[_plain(groups["relative"])]
        first = as_of + timedelta(days=offset)
        return "relative", (first, first + timedelta(days=length - 1))
    if kind == "period":
        return _period(words.periods[_plain(groups["period"])], as_of)
    if kind == "weekday":
        return _weekday(match, words, as_of)
    if kind == "ago":
        return _ago(groups, words, as_of)
    if kind == "iso":
        day = date.fromisoformat(groups["iso"])
        return "day", (day, day)
    if kind == "days":
        return _days(groups, words, as_of)
    return _month(groups, words, as_of)


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _weekday(match: re.Match[str], words: Words, as_of: date) -> tuple[str, Days]:
    number = words.weekdays[match["dayname"].lower()]
    back = (as_of.weekday() - number) % 7
    if match["dayahead"] is not None:
        day = as_of + timedelta(days=(number - as_of.weekday() - 1) % 7 + 1)
        return "weekday_next", (day, day)
    if match["dayback"] is not None:
        day = as_of - timedelta(days=back or 7)
        return "weekday", (day, day)
    before = match.string[max(0, match.start() - BEFORE) : match.start()]
    if back and words.future.search(before[max(before.rfind(c) for c in ".!?\n") + 1 :]):
        day = as_of + timedelta(days=7 - back)
        return "weekday_next", (day, day)
    day = as_of - timedelta(days=back)
    return "weekday", (day, day)


def _days(groups: dict[str, str], words: Words, as_of: date) -> tuple[str, Days] | None:
    numbers = [int(n) for n in re.findall(r"\d+", groups["daynumbers"])]
    if groups["daymonth"] in EVERYDAY:
        return None
    month = words.months[groups["daymonth"].lower().rstrip(".")]
    year = int(groups["dayyear"]) if groups["dayyear"] else None
    if year is not None and not 1000 <= year <= as_of.year + 100:
        return None
    if year is None:
        near = _nearest(month, numbers[0], as_of)
        if near is None:
            return None
        year = near.year
    first, last = date(year, month, numbers[0]), date(year, month, numbers[-1])
    if last < first:
        return None
    return ("day" if first == last else "days"), (first, last)


def _nearest(month: int, day: int, as_of: date) -> date | None:
    days = []
    for year in (as_of.year - 1, as_of.year, as_of.year + 1):
        if day <= calendar.monthrange(year, month)[1]:
            days.append(date(year, month, day))
    return min(days, key=lambda d: abs((d - as_of).days), default=None)


def _month(groups: dict[str, str], words: Words, as_of: date) -> tuple[str, Days] | None:
    if groups["year"]:
        year = int(groups["year"])
        return "year", (date(year, 1, 1), date(year, 12, 31))
    if groups["monthname"] in EVERYDAY and groups["part"] is None:
        return None
    month = words.months[groups["monthname"].lower().rstrip(".")]
    part = words.parts.get(_plain(groups["part"] or "").rstrip("-"))
    if groups["monthyear"]:
        year = int(groups["monthyear"])
    elif groups["monthlast"]:
        year = as_of.year if month < as_of.month else as_of.year - 1
    elif groups["monthnext"]:
        year = as_of.year if month > as_of.month else as_of.year + 1
    else:
        near = _nearest(month, 15, as_of)
        year = near.year if near else as_of.year
    end = calendar.monthrange(year, month)[1]
    first, last = {"start": (1, 10), "middle": (11, 20), "end": (21, end)}.get(part or "", (1, end))
    return ("month_part" if part else "month"), (date(year, month, first), date(year, month, last))


def _period(period: tuple[str, int], as_of: date) -> tuple[str, Days]:
    """``last week``, ``le mois prochain``: whole calendar weeks (Monday to Sunday), months and years."""
    unit, step = period
    if unit == "week":
        first = as_of - timedelta(days=as_of.weekday()) + timedelta(weeks=step)
        return "relative_range", (first, first + timedelta(days=6))
    if unit == "weekend":
        saturday = as_of - timedelta(days=as_of.weekday()) + timedelta(days=5, weeks=step)
        return "relative_range", (saturday, saturday + timedelta(days=1))
    if unit == "month":
        months = as_of.year * 12 + as_of.month - 1 + step
        year, month = months // 12, months % 12 + 1
        end = calendar.monthrange(year, month)[1]
        return "relative_range", (date(year, month, 1), date(year, month, end))
    year = as_of.year + step
    return "relative_range", (date(year, 1, 1), date(year, 12, 31))


def _ago(groups: dict[str, str], words: Words, as_of: date) -> tuple[str, Days] | None:
    count = words.numbers.get(groups["agocount"].lower()) or int(groups["agocount"])
    unit = words.units[groups["agounit"].lower()]
    if unit in ("day", "week"):
        day = as_of - timedelta(days=count * (7 if unit == "week" else 1))
        return "relative", (day, day)
    return _period((unit, -count), as_of)
