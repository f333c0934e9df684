"""Dates in words and figures, as datelines write them: eight languages, all orders.

Figures may be Latin or Arabic. The names of months and weekdays are ``calendar/names.py``'s; which
day is meant where a part is not written is ``calendar/day.py``'s.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from depeche.authority.places.fold import fold
from depeche.normalise.calendar.names import MONTHS, WEEKDAYS, full_year

_FILLERS = {"de", "del", "of", "do", "le", "den", "am", "the", "di", "d"}
# What a date begins with where it is no figure.
_MONTH_WORDS = {name.partition(" ")[0] for name in MONTHS}
_OPENINGS = WEEKDAYS.keys() | _FILLERS | _MONTH_WORDS

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
# "6.7." and "6/7 (BELGA)" without a year.
_DAY_MONTH = re.compile(r"(\d{1,2})(?:\.\s?(\d{1,2})\.(?!\s?\d)|/(\d{1,2})(?=\s?\())")
_NUMBER = re.compile(r"(\d{1,4})(?!\d)(?:st|nd|rd|th|er|º|ª|°|\.(?=\s|[-–—,]|$))?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_FEIRA = re.compile(r"-feira", re.IGNORECASE)
_GAP = re.compile(r"[ \t\u00a0]*")
_YEAR = re.compile(
    r"[ \t\u00a0]*,?[ \t\u00a0]*(?:\(?(\d{4})(?!\d| ?(?:GMT|UTC))\)?|['’](\d\d)(?!\d)|(\d\d)(?![\d:.hH]| ?Uhr))"
)
_TWIN = re.compile(r"[ \t\u00a0]*[/(][ \t\u00a0]*")


class DateWords(NamedTuple):
    """A date as far as it is written; None where a part is not. ``possible`` unless the calendar has no such day.

    ``either`` tells that day and month are figures that may stand in the other order: 07/06/2016.
    """

    year: int | None
    month: int | None
    day: int
    end: int
    possible: bool = True
    either: bool = False

    @property
    def is_full(self) -> bool:
        return self.possible and self.year is not None and self.month is not None


def read_date(text: str, at: int, end: int | None = None) -> DateWords | None:
    """The date that begins at ``at``, with the offset where it ends, or None.

    A day alone needs its dot ("24. —"). A weekday before it is taken along, and tells the order of
    figures: "Wednesday 7/6/2016" is 6 July.
    """
    end = len(text) if end is None else end
    word = _WORD.match(text, at, end)
    opening = fold(word.group()) if word else None
    if opening and opening not in _OPENINGS:
        return None
    if word and opening in WEEKDAYS:
        feira = _FEIRA.match(text, word.end(), end)
        after = _skip(text, feira.end() if feira else word.end(), end)
        # "St. Louis, Mo., Aug 25" names Missouri: two letters are a weekday only before a day in figures.
        short = len(word.group()) < 3 and (
            _ISO.match(text, after, end) or not text[after : after + 1].isdigit()
        )
        found = _read(text, after, end) if after > word.end() and not short else None
        if found:
            return _on_weekday(found, WEEKDAYS[opening])
    return _read(text, at, end)


def _on_weekday(found: DateWords, weekday: int) -> DateWords:
    """Figures that may stand in either order, in the one that is that weekday, where only one is."""
    year, month, day = found.year, found.month, found.day
    if not found.either or year is None or month is None:
        return found
    first, other = (date(year, *order).weekday() == weekday for order in ((month, day), (day, month)))
    if first == other:
        return found
    return found._replace(month=month if first else day, day=day if first else month, either=False)


def impossible_date(text: str, at: int, end: int) -> DateWords | None:
    """What is written as a date at ``at`` and is none: "45 jan 2019", "Feb 31, 2016", "2016-13-41"; or None.

    Asked where :func:`read_date` reads none.
    """
    figures = _ISO.match(text, at, end) or _FIGURES.match(text, at, end)
    if figures:
        return DateWords(None, None, 0, figures.end(), possible=False)
    number = _NUMBER.match(text, at, end)
    month = _month(text, _skip(text, number.end(), end) if number else at, end)
    if month is None:
        return None
    name, after = month
    number, first = number or _NUMBER.match(text, _skip(text, after, end), end), number is not None
    if number is None or len(number[1]) > 2:
        return None
    day, after = int(number[1]), max(after, number.end())
    year, stop = _written_year(text, after, end) or (None, after)
    # "mars 45" without more is a month of 1945.
    if _valid(year, name, day, after) or (day > 31 and not first and year is None):
        return None
    return DateWords(None, name, day, stop, possible=False)


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \t\u00a0.,":
        at += 1
    return at


def _read(text: str, at: int, end: int) -> DateWords | None:
    iso = _ISO.match(text, at, end)
    if iso:
        return _valid(int(iso[1]), int(iso[3]), int(iso[4]), iso.end())
    figures = _FIGURES.match(text, at, end)
    if figures:
        return _of_figures(int(figures[1]), int(figures[3]), figures[4], figures.end())
    day_month = _DAY_MONTH.match(text, at, end)
    if day_month:
        return _valid(None, int(day_month[2] or day_month[3]), int(day_month[1]), day_month.end())
    number = _NUMBER.match(text, at, end)
    if number:
        return _day_first(text, number, end)
    month = _month(text, at, end)
    if month:
        return _month_first(text, *month, end)
    filler = _WORD.match(text, at, end)
    # "Wilmington, Del 1996-08-25" names Delaware.
    if filler and fold(filler.group()) in _FILLERS and filler.group().islower():
        after = _skip(text, filler.end(), end)
        if after < end and text[after].isdigit():
            return _read(text, after, end)
    return None


def _of_figures(first: int, second: int, year: str, end: int) -> DateWords | None:
    # Day first, as everywhere but the United States; 7/23/2016 can only be read one way.
    day, month = (second, first) if second > 12 >= first else (first, second)
    found = _valid(full_year(int(year), len(year)), month, day, end)
    return found._replace(either=day <= 12 and day != month) if found else None


def _day_first(text: str, number: re.Match[str], end: int) -> DateWords | None:
    day = int(number[1])
    if not 1 <= day <= 31 or len(number[1]) > 2:
        return None
    after = _skip(text, number.end(), end)
    filler = _WORD.match(text, after, end)
    if filler and fold(filler.group()) in _FILLERS:
        after = _skip(text, filler.end(), end)
    month = _month(text, after, end)
    if month is None:
        dot = number.group().endswith(".")
        return DateWords(None, None, day, number.end()) if dot else None
    return _with_year(text, month[0], day, month[1], end)


def _month_first(text: str, month: int, after: int, end: int) -> DateWords | None:
    gap = _GAP.match(text, after, end)
    number = _NUMBER.match(text, gap.end() if gap else after, end)
    if not number or len(number[1]) > 2 or not 1 <= int(number[1]) <= 31:
        return None
    return _with_year(text, month, int(number[1]), number.end(), end)


def _with_year(text: str, month: int, day: int, after: int, end: int) -> DateWords | None:
    at = _GAP.match(text, after, end)
    filler = _WORD.match(text, at.end() if at else after, end)
    if filler and fold(filler.group()) in ("de", "del", "عام", "سنه"):
        after = filler.end()
    year, stop = _written_year(text, after, end) or (None, after)
    # There is no year 0000: its figures are something else.
    return _valid(year, month, day, stop) if year else _valid(None, month, day, after)


def _written_year(text: str, at: int, end: int) -> tuple[int, int] | None:
    """(year, offset after it)."""
    year = _YEAR.match(text, at, end)
    if year is None:
        return None
    digits = year[1] or year[2] or year[3]
    return full_year(int(digits), len(digits)), year.end()


def _month(text: str, at: int, end: int) -> tuple[int, int] | None:
    """(month, offset after it and its dot); Arabic wires print both calendars: ``تموز/يوليو``."""
    word = _WORD.match(text, at, end)
    if word is None or ((first := fold(word.group())) and first not in _MONTH_WORDS):
        return None
    second = _WORD.match(text, _skip(text, word.end(), end), end)
    both = MONTHS.get(fold(f"{word.group()} {second.group()}")) if second else None
    number, after = (both, second.end()) if both and second else (MONTHS.get(first), word.end())
    if number is None:
        return None
    if text[after : after + 1] == ".":
        after += 1
    twin = _TWIN.match(text, after, end)
    if twin:
        other = _WORD.match(text, twin.end(), end)
        if other and MONTHS.get(fold(other.group())) == number:
            after = other.end() + (text[other.end() : other.end() + 1] == ")")
    return number, after


def _valid(year: int | None, month: int, day: int, end: int) -> DateWords | None:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return DateWords(year, month, day, end)
