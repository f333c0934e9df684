"""The days that a form of words means, seen from the day of the dispatch.

A name of a day, month or season without its year is one of those around: the nearest, time
to come counting double, for news looks back; the next where words or a verb of the future
say so. Parts are thirds: days 1–10, 11–20 and 21 to the end of a month, four months of a
year. Seasons are the meteorologists' (spring is March to May), of the northern half.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from depeche.normalise.event_dates_words import Words, plain

Days = tuple[date, date]
Result = tuple[str, Days] | None
# Months that are everyday words in English where they are not capitals.
EVERYDAY = {"may", "march", "mar", "sept"}
# Characters before and after a name of time in which a verb is looked for.
BEFORE = 70
AFTER = 45
# Years after the dispatch's that a written year may lie.
LATEST = 100


class Found(NamedTuple):
    """A form that was found in ``text`` from ``start`` to ``end``: its groups by their short names, as printed.

    ``low`` is the text in small letters, of the same length.
    """

    form: str
    groups: dict[str, str]
    text: str
    low: str
    start: int
    end: int
    words: Words
    as_of: date

    @property
    def said(self) -> str:
        """The words, in small letters."""
        return self.low[self.start : self.end]

    def turn(self) -> int:
        """-1 where words such as "last" turn it back, 1 for "next", 0 where nothing is said."""
        if self.said.isalpha():
            return 0
        said = set(plain(self.said).split())
        language = self.words.language
        return 1 if said & language.ahead else -1 if said & language.back else 0

    def is_ahead(self) -> bool:
        """Whether the verb that tells is one of the future: the last before it in its sentence,
        or the first after it where it opens the sentence.
        """
        before = self.low[max(0, self.start - BEFORE) : self.start]
        before = before[max(before.rfind(mark) for mark in ".!?\n") + 1 :]
        future = [m.start() for m in self.words.future.finditer(before)]
        past = [m.start() for m in self.words.past.finditer(before)]
        if future or past:
            return bool(future) and (not past or future[-1] >= past[-1])
        if before.strip(" «»\"“„'’(-–—"):
            return False
        after = re.split(r"[.!?\n]", self.low[self.end : self.end + AFTER])[0]
        will, did = self.words.future.search(after), self.words.past.search(after)
        return will is not None and (did is None or will.start() <= did.start())


def resolve(found: Found) -> Result:
    """``(rule, (first, last))``, or None where the words are no date. Raises ValueError, OverflowError."""
    return _RESOLVERS[found.form](found)


def _one(day: date) -> Days:
    return day, day


def _iso(found: Found) -> Result:
    return "day", _one(date.fromisoformat(found.groups["day"]))


def _figures(found: Found) -> Result:
    first, second = int(found.groups["first"]), int(found.groups["second"])
    if not found.words.language.day_first and first != second and first <= 12 and second <= 12:
        return None  # English writes both orders
    day, month = (second, first) if second > 12 else (first, second)
    return _written_year("day", _one(date(int(found.groups["year"]), month, day)), found.as_of)


def _written_year(rule: str, days: Days, as_of: date) -> Result:
    return (rule, days) if 1000 <= days[0].year <= as_of.year + LATEST else None


def _year_of(words: str | None, found: Found) -> int | None:
    """The year that figures or words ("last year") name."""
    if words is None:
        return None
    return int(words) if words.isdigit() else found.as_of.year + found.words.language.years[plain(words)]


def _month_of(words: str, found: Found) -> int | None:
    return None if words in EVERYDAY else found.words.language.months[plain(words).rstrip(".")]


def _around(month: int, day: int, found: Found, ahead: bool) -> int | None:
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


def _of_attacks(month: int, numbers: list[int], found: Found) -> int | None:
    """2001 for "the Sept. 11 attacks", "les attentats du 11 septembre": no year is said of that day."""
    if (month, numbers) != (9, [11]) or found.as_of < date(2001, 9, 11):
        return None
    near = (found.low[max(0, found.start - 20) : found.start], found.low[found.end : found.end + 16])
    return 2001 if any(_ATTACKS.search(words) for words in near) else None


_POINTS = re.compile(r"(?:le|les|on|am|el|los|en|in|im)\s")


def _may_turn(found: Found) -> bool:
    """Whether the words are a time of their own ("le 3 mai") and not some other thing's ("du 3 mai")."""
    return _POINTS.match(found.said) is not None and found.is_ahead()


def _days(found: Found) -> Result:
    month = _month_of(found.groups["month"], found)
    numbers = [int(n) for n in re.findall(r"\d+", found.groups["list"])] or [1]
    if month is None:
        return None
    year = _year_of(found.groups.get("year"), found) or _of_attacks(month, numbers, found)
    year = year or _around(month, numbers[0], found, _may_turn(found))
    if year is None:
        return None
    first, last = date(year, month, numbers[0]), date(year, month, numbers[-1])
    if last < first:
        return None
    return _written_year("day" if first == last else "days", (first, last), found.as_of)


def _span(found: Found) -> Result:
    stated = found.groups.get("to_month") or found.groups.get("from_month") or ""
    last_month = _month_of(stated, found)
    first_month = _month_of(found.groups.get("from_month") or stated, found)
    first_day, last_day = (int(re.sub(r"\D", "", found.groups[name])) for name in ("from_day", "to_day"))
    if last_month is None or first_month is None:
        return None
    year = _year_of(found.groups.get("year"), found) or _around(last_month, last_day, found, False)
    if year is None:
        return None
    turned = first_month > last_month
    from_year = _year_of(found.groups.get("from_year"), found) or (year - 1 if turned else year)
    first, last = date(from_year, first_month, first_day), date(year, last_month, last_day)
    return _written_year("days", (first, last), found.as_of) if first <= last else None


def _weekday(found: Found) -> Result:
    number = found.words.language.weekdays[found.groups["name"].lower()]
    back = (found.as_of.weekday() - number) % 7
    turn = found.turn()
    if turn > 0:
        today = back == 0 and re.match(r"this\s(?!coming)|diesen\s", found.said)
        return "weekday_next", _one(found.as_of if today else found.as_of + timedelta(days=7 - back))
    if turn < 0:
        return "weekday", _one(found.as_of - timedelta(days=back or 7))
    if back and found.is_ahead():
        return "weekday_next", _one(found.as_of + timedelta(days=7 - back))
    return "weekday", _one(found.as_of - timedelta(days=back))


def _weekdays(found: Found) -> Result:
    names = found.words.language.weekdays
    first, last = (names[found.groups[name].lower()] for name in ("from_name", "to_name"))
    back = (found.as_of.weekday() - first) % 7
    ahead = bool(back) and found.is_ahead()
    begin = found.as_of + timedelta(days=7 - back if ahead else -back)
    end = begin + timedelta(days=(last - first) % 7 or 7)
    return ("weekdays_next" if ahead else "weekdays"), (begin, end)


def _month(found: Found) -> Result:
    month = _month_of(found.groups["name"], found)
    part = _part(found)
    if month is None:
        return None
    year = _year_of(found.groups.get("year"), found)
    if year is None:
        turn = found.turn()
        if turn == 0:
            year = _around(month, 15, found, _may_turn(found))
        else:
            year = found.as_of.year + (
                int(month <= found.as_of.month) if turn > 0 else -(month >= found.as_of.month)
            )
    if year is None:
        return None
    days = third(_whole_month(year, month), "month", part)
    return _written_year("month_part" if part else "month", days, found.as_of)


def _season(found: Found) -> Result:
    season = found.words.language.seasons[plain(found.groups["name"])]
    stated, to_year = found.groups.get("year"), found.groups.get("to_year")
    turn, winter = found.turn(), season == 3
    if winter and stated and not to_year:
        return None  # the one that ends or the one that begins in it
    if stated:
        return _written_year("season", _season_of(int(stated), season), found.as_of)
    years = [found.as_of.year - 2, found.as_of.year - 1, found.as_of.year, found.as_of.year + 1]
    days = [_season_of(year, season) for year in years]
    if turn < 0:
        return "season", max(d for d in days if d[1] < found.as_of)
    if turn > 0 and not _this(found):
        return "season", min(d for d in days if d[0] > found.as_of)
    return "season", min(days, key=lambda d: _far(d, found.as_of))


def _far(days: Days, as_of: date) -> int:
    """Days between, those to come double; 0 within."""
    return max((as_of - days[1]).days, (days[0] - as_of).days * 2, 0)


def _this(found: Found) -> bool:
    return re.match(r"this\s|diesen\s", found.said) is not None


def _season_of(year: int, season: int) -> Days:
    if season == 3:
        return date(year, 12, 1), _whole_month(year + 1, 2)[1]
    return date(year, 3 + 3 * season, 1), _whole_month(year, 5 + 3 * season)[1]


def _period(found: Found) -> Result:
    """``last week``, ``le mois prochain``: whole weeks (Monday to Sunday), months and years, or thirds of them."""
    unit, step = found.words.language.periods[plain(found.groups["name"])]
    if unit == "near_weekend":
        step = 0 if found.as_of.weekday() > 4 or found.is_ahead() else -1
        unit = "weekend"
    part = _part(found)
    if unit.startswith("of_") and part is None:
        return None
    unit = unit.removeprefix("of_")
    return "relative_range", third(_unit_days(unit, step, found.as_of), unit, part)


def _part(found: Found) -> str | None:
    said = found.groups.get("part")
    return found.words.language.parts[plain(said).rstrip("-")] if said else None


def _unit_days(unit: str, step: int, as_of: date) -> Days:
    if unit in ("week", "weekend"):
        monday = as_of - timedelta(days=as_of.weekday()) + timedelta(weeks=step)
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    if unit == "month":
        months = as_of.year * 12 + as_of.month - 1 + step
        return _whole_month(months // 12, months % 12 + 1)
    return date(as_of.year + step, 1, 1), date(as_of.year + step, 12, 31)


def _whole_month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def third(days: Days, unit: str, part: str | None) -> Days:
    """The first, middle or last third of a week, month or year; all of it without ``part``."""
    first, last = days
    if part is None or unit == "weekend":
        return days
    if unit == "year":
        begin = {"start": 1, "middle": 5, "end": 9}[part]
        return date(first.year, begin, 1), _whole_month(first.year, begin + 3)[1]
    length = {"week": 2, "month": 10}[unit]
    if part == "start":
        return first, first + timedelta(days=length - 1)
    if part == "end":
        return (first + timedelta(days=20) if unit == "month" else last - timedelta(days=1)), last
    return first + timedelta(days=length), (
        first + timedelta(days=19) if unit == "month" else last - timedelta(days=2)
    )


def _relative(found: Found) -> Result:
    said = found.groups["name"]
    if said in ("Morgen", "MORGEN"):
        return None  # the morning, in German
    if plain(said) == "mañana" and (
        re.search(r"\b(?:la|una|esta|cada|media)\s$", found.low[max(0, found.start - 8) : found.start])
        or re.match(r"\sdel?\s", found.low[found.end : found.end + 5])
    ):
        return None  # the morning, in Spanish
    day = found.as_of + timedelta(days=found.words.language.relatives[plain(said)])
    return "relative", _one(day)


def _distance(found: Found, sign: int) -> Result:
    said = plain(found.groups["count"])
    count = found.words.language.numbers.get(said) or int(said)
    unit = found.words.language.units[plain(found.groups["unit"])]
    if unit in ("day", "week"):
        return "relative", _one(found.as_of + timedelta(days=sign * count * (7 if unit == "week" else 1)))
    return "relative_range", _unit_days(unit, sign * count, found.as_of)


def _ago(found: Found) -> Result:
    return _distance(found, -1)


def _ahead(found: Found) -> Result:
    """``in three days``: English and German say the same of how long something takes, so there
    it takes a verb of the future or "time" behind it.
    """
    lasting = found.said.startswith("in ")
    return _distance(found, 1) if not lasting or found.groups.get("sure") or found.is_ahead() else None


def _year(found: Found) -> Result:
    year = int(found.groups.get("year") or found.groups["bare"])
    return _written_year("year", (date(year, 1, 1), date(year, 12, 31)), found.as_of)


def _year_part(found: Found) -> Result:
    year = int(found.groups["year"])
    days = third((date(year, 1, 1), date(year, 12, 31)), "year", _part(found))
    return _written_year("year_part", days, found.as_of)


def _quarter(found: Found) -> Result:
    """ "third quarter of 2015", "premier semestre 2015": three months, or six of a half."""
    long = 3 if plain(found.groups["unit"]).startswith(("quart", "trimestre", "viertel")) else 6
    place = found.words.language.quarters[plain(found.groups["quarter"])]
    last = 12 if place < 0 else place * long
    if last > 12:
        return None
    year = int(found.groups["year"])
    days = (date(year, last - long + 1, 1), _whole_month(year, last)[1])
    return _written_year("year_part", days, found.as_of)


def _years(found: Found) -> Result:
    first, last = int(found.groups["from_year"]), int(found.groups["to_year"])
    if first >= last:
        return None
    return _written_year("years", (date(first, 1, 1), date(last, 12, 31)), found.as_of)


def _decade(found: Found) -> Result:
    said = int(found.groups["year"])
    year = said if said > 99 else (found.as_of.year // 100 * 100 + said)
    if year > found.as_of.year:
        year -= 100
    return _written_year("decade", (date(year, 1, 1), date(year + 9, 12, 31)), found.as_of)


_RESOLVERS: dict[str, Callable[[Found], Result]] = {
    "iso": _iso, "figures": _figures, "span": _span, "span_dash": _span, "days": _days, "days_other": _days, "ago": _ago,
    "ahead": _ahead, "years": _years, "decade": _decade, "year_part": _year_part, "quarter": _quarter, "period": _period,
    "relative": _relative, "weekdays": _weekdays, "weekday": _weekday, "season": _season, "month": _month,
    "month_year": _month, "year": _year,
}  # fmt: skip
