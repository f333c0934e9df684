"""Dates in words and figures, as datelines write them: eight languages, all orders.

Months are CLDR's names and their prefixes of three letters or more, with what wires
use beside them: ``Sept``, ``AOU``, ``Mrz``, and the Levantine, Egyptian and Maghrebi
names in Arabic. Figures may be Latin or Arabic.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from babel import Locale

from depeche.authority.places_fold import fold

LANGUAGES = ("fr", "en", "es", "de", "pt", "it", "nl", "ar")
# Of these the whole names only, and abbreviations in Cyrillic: "Nis" and "Pro" are words elsewhere.
# Croatian is left out: its "listopada" is October, Polish "listopada" November.
OTHER_LANGUAGES = ("cs", "hu", "pl", "ro", "ru", "sr_Latn", "sv", "tr", "uk")
_EXTRA = {
    1: "كانون الثاني;جانفي;ينائر;jän;jänner;janv",
    2: "شباط;فيفري;febr;févr;feber;feb",
    3: "آذار;اذار;mrz;mrt;maerz;mars",
    4: "نيسان;أفريل;ابريل;افريل;avr;abr;apr",
    5: "أيار;ايار;ماي;may;mai;mei;mag",
    6: "حزيران;جوان;يونيه",
    7: "تموز;جويلية;يوليوز;يوليه;juil;jui",
    8: "آب;اب;أوت;اوت;غشت;اغسطس;aou;aout;août",
    9: "أيلول;ايلول;شتنبر;sept;sep;set;sett",
    10: "تشرين الأول;تشرين الاول;اكتوبر;okt;oct;ott;out",
    11: "تشرين الثاني;نونبر;nov",
    12: "كانون الأول;كانون الاول;دجنبر;dec;dez;dic;déc",
}
_AMBIGUOUS = {"jui", "mar", "mai", "mag", "set", "gen"}


def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in LANGUAGES:
        months = Locale(language).months
        for number in range(1, 13):
            for form in ("format", "stand-alone"):
                full = fold(months[form]["wide"][number])
                names.setdefault(full, number)
                # A prefix that begins two months of one language ("jui") tells neither.
                others = [fold(months[form]["wide"][n]) for n in range(1, 13) if n != number]
                for size in range(3, len(full)):
                    prefix = full[:size]
                    if full.isascii() and not any(other.startswith(prefix) for other in others):
                        names.setdefault(prefix, number)
    for language in OTHER_LANGUAGES:
        months = Locale.parse(language).months["format"]
        for number in range(1, 13):
            short = months["abbreviated"][number].rstrip(".")
            for name in (months["wide"][number], short if short > "\u0370" else ""):
                names.setdefault(fold(name), number)
    for number, extra in _EXTRA.items():
        names.update({fold(name): number for name in extra.split(";") if name != "jui"})
    names.pop("", None)
    return names


MONTHS = _months()
_WEEKDAYS = (
    "lundi monday lunes montag segunda lunedi maandag الاثنين الإثنين lun mon mo seg",
    "mardi tuesday martes dienstag terca martedi dinsdag الثلاثاء mar tue tues di ter mart",
    "mercredi wednesday miercoles mittwoch quarta mercoledi woensdag الاربعاء الأربعاء mer wed mie mi qua",
    "jeudi thursday jueves donnerstag quinta giovedi donderdag الخميس jeu thu thur thurs jue do qui gio",
    "vendredi friday viernes freitag sexta venerdi vrijdag الجمعة ven fri vie fr sex",
    "samedi saturday sabado samstag sonnabend sabato zaterdag السبت sam sat sab sa",
    "dimanche sunday domingo sonntag domenica zondag الاحد الأحد dim sun dom so",
)
WEEKDAYS = {fold(word): number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
_FILLERS = {"de", "del", "of", "do", "le", "den", "am", "the", "di", "d"}

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

    A day alone needs its dot ("24. —"). A weekday before it is taken along.
    """
    end = len(text) if end is None else end
    word = _WORD.match(text, at, end)
    if word and fold(word.group()) in WEEKDAYS and fold(word.group()) not in _AMBIGUOUS - {"mar"}:
        feira = _FEIRA.match(text, word.end(), end)
        after = _skip(text, feira.end() if feira else word.end(), end)
        # "St. Louis, Mo., Aug 25" names Missouri: two letters are a weekday only before a day in figures.
        short = len(word.group()) < 3 and (
            _ISO.match(text, after, end) or not text[after : after + 1].isdigit()
        )
        found = _read(text, after, end) if after > word.end() and not short else None
        if found:
            return found
    return _read(text, at, end)


def impossible_date(text: str, at: int, end: int) -> DateWords | None:
    """What is written as a date at ``at`` and is none: "45 jan 2019", "Feb 31, 2016", "2016-13-41"; or None."""
    figures = _ISO.match(text, at, end) or _FIGURES.match(text, at, end)
    if figures:
        return None if _read(text, at, end) else DateWords(None, None, 0, figures.end(), possible=False)
    number = _NUMBER.match(text, at, end)
    month = _month(text, _skip(text, number.end(), end) if number else at, end)
    if month is None:
        return None
    name, after = month
    number, first = number or _NUMBER.match(text, _skip(text, after, end), end), number is not None
    if number is None or len(number[1]) > 2:
        return None
    day, after = int(number[1]), max(after, number.end())
    year = _YEAR.match(text, after, end)
    digits = year and (year[1] or year[2] or year[3])
    # "mars 45" without more is a month of 1945.
    if _valid(full_year(int(digits), len(digits)) if digits else None, name, day, after) or (
        day > 31 and not (first or digits)
    ):
        return None
    return DateWords(None, name, day, year.end() if year else after, possible=False)


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
    year = _YEAR.match(text, after, end)
    if year is None:
        return _valid(None, month, day, after)
    digits = year[1] or year[2] or year[3]
    if not int(digits) and len(digits) > 2:
        return _valid(None, month, day, after)
    return _valid(full_year(int(digits), len(digits)), month, day, year.end())


def _month(text: str, at: int, end: int) -> tuple[int, int] | None:
    """(month, offset after it and its dot); Arabic wires print both calendars: ``تموز/يوليو``."""
    word = _WORD.match(text, at, end)
    if word is None:
        return None
    second = _WORD.match(text, _skip(text, word.end(), end), end)
    both = MONTHS.get(fold(f"{word.group()} {second.group()}")) if second else None
    number, after = (both, second.end()) if both and second else (MONTHS.get(fold(word.group())), word.end())
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


def full_year(year: int, digits: int) -> int:
    """Two figures mean the years 1950 to 2049."""
    if digits > 2:
        return year
    return year + (1900 if year >= 50 else 2000)


def _valid(year: int | None, month: int, day: int, end: int) -> DateWords | None:
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return DateWords(year, month, day, end)


def complete(words: DateWords, near: date, later: int = 1) -> date | None:
    """The day meant by a date without year (or month): the last such day up to ``later`` days after ``near``.

    So a December dateline on a January item belongs to the old year. None where no such
    day exists, as 29 February without a leap year nearby. Figures in either order mean the day
    beside ``near``, where they do in one order only; else the day stands first.
    """
    if not words.possible:
        return None
    if words.year is not None and words.month is not None:
        day = _day(words.year, words.month, words.day)
        other = _day(words.year, words.day, words.month) if words.either else None
        return other if _beside(other, near) and not _beside(day, near) else day
    latest = near + timedelta(days=later)
    if words.month is not None:
        years = (near.year + 1, near.year, near.year - 1)
        days = [_day(year, words.month, words.day) for year in years]
    else:
        previous = near.replace(day=1) - timedelta(days=1)
        following = near.replace(day=28) + timedelta(days=4)
        days = [_day(m.year, m.month, words.day) for m in (following, near, previous)]
    return next((day for day in days if day is not None and day <= latest), None)


def _beside(day: date | None, near: date) -> bool:
    return day is not None and abs(day - near) <= timedelta(days=1)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
