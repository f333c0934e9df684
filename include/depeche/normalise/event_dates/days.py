"""Forms that mean a day or several: figures, dates with a month, weekdays, "yesterday", "three days ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from depeche.normalise.event_dates.calendar import Days, unit_days
from depeche.normalise.event_dates.found import Found
from depeche.normalise.event_dates.known import named_day, year_of_attacks
from depeche.normalise.event_dates.language import plain
from depeche.normalise.event_dates.side import (
    AHEAD,
    BACK,
    UNSAID,
    by_bound_and_verb,
    by_its_bound,
    by_its_words,
    is_ahead,
    is_ahead_itself,
    is_led_by,
)
from depeche.normalise.event_dates.year import (
    Resolver,
    Result,
    around,
    month_of,
    of_weekday,
    written_year,
    year_of,
)


def _one(day: date) -> Days:
    return day, day


def _iso(found: Found) -> Result:
    return "day", _one(date.fromisoformat(found.groups["day"].replace("/", "-")))


def _figures(found: Found) -> Result:
    first, second = int(found.groups["first"]), int(found.groups["second"])
    if not found.words.language.day_first and first != second and first <= 12 and second <= 12:
        return None  # English writes both orders
    day, month = (second, first) if second > 12 else (first, second)
    return written_year("day", _one(date(int(found.groups["year"]), month, day)), found.as_of)


def _days(found: Found) -> Result:
    month = month_of(found.groups["month"], found)
    numbers = [int(n) for n in re.findall(r"\d+", found.groups["list"])] or [1]
    if month is None:
        return None
    year = year_of(found.groups.get("year"), found) or year_of_attacks(month, numbers, found)
    year = (
        year
        or of_weekday(month, numbers[0], found)
        or around(month, numbers[0], found, is_ahead_itself(found))
    )
    if year is None:
        return None
    first, last = date(year, month, numbers[0]), date(year, month, numbers[-1])
    if last < first:
        return None
    return written_year("day" if first == last else "days", (first, last), found.as_of)


def _span(found: Found) -> Result:
    stated = found.groups.get("to_month") or found.groups.get("from_month") or ""
    last_month = month_of(stated, found)
    first_month = month_of(found.groups.get("from_month") or stated, found)
    first_day, last_day = (int(re.sub(r"\D", "", found.groups[name])) for name in ("from_day", "to_day"))
    if last_month is None or first_month is None:
        return None
    year = year_of(found.groups.get("year"), found) or around(last_month, last_day, found, is_ahead(found))
    if year is None:
        return None
    turned = first_month > last_month
    from_year = year_of(found.groups.get("from_year"), found) or (year - 1 if turned else year)
    first, last = date(from_year, first_month, first_day), date(year, last_month, last_day)
    return written_year("days", (first, last), found.as_of) if first <= last else None


def _weekday(found: Found) -> Result:
    number = found.words.language.weekdays[found.groups["name"].lower()]
    back = (found.as_of.weekday() - number) % 7
    week = found.groups.get("week")
    if week:
        monday = unit_days("week", found.words.language.periods[plain(week)][1], found.as_of)[0]
        day = monday + timedelta(days=number)
        return ("weekday_next" if day > found.as_of else "weekday"), _one(day)
    side = by_its_words(found)
    if side == AHEAD:
        today = back == 0 and re.match(r"this\s(?!coming)|diesen\s", found.said)
        return "weekday_next", _one(found.as_of if today else found.as_of + timedelta(days=7 - back))
    if side == BACK:
        return "weekday", _one(found.as_of - timedelta(days=back or 7))
    if back and _is_to_come(found, back):
        return "weekday_next", _one(found.as_of + timedelta(days=7 - back))
    return "weekday", _one(found.as_of - timedelta(days=back))


def _is_to_come(found: Found, back: int) -> bool:
    """Whether a weekday ``back`` days ago is rather the next one: its verb, or "by" and "ce" where no verb tells."""
    side = by_bound_and_verb(found)
    if side != UNSAID:
        return side == AHEAD
    return by_its_bound(found) == AHEAD or (back > 3 and is_led_by(found.words.language.near, found))


def _weekday_day(found: Found) -> Result:
    """ "samedi 9", "el viernes, día 8": the nearest day within a month that is both."""
    number, day = found.words.language.weekdays[plain(found.groups["name"])], int(found.groups["day"])
    near = [found.as_of + timedelta(days=shift) for shift in sorted(range(-31, 32), key=abs)]
    return next((("day", _one(d)) for d in near if (d.weekday(), d.day) == (number, day)), None)


def _named(found: Found) -> Result:
    day = named_day(found)
    return None if day is None else ("day", _one(day))


def _weekdays(found: Found) -> Result:
    names = found.words.language.weekdays
    first, last = (names[found.groups[name].lower()] for name in ("from_name", "to_name"))
    back = (found.as_of.weekday() - first) % 7
    ahead = bool(back) and is_ahead(found)
    begin = found.as_of + timedelta(days=7 - back if ahead else -back)
    end = begin + timedelta(days=(last - first) % 7 or 7)
    return ("weekdays_next" if ahead else "weekdays"), (begin, end)


def _relative(found: Found) -> Result:
    said = found.groups["name"]
    if said in ("Morgen", "MORGEN"):
        return None  # the morning, in German
    if plain(said) in ("mañana", "manana") and (
        re.search(r"\b(?:la|una|esta|cada|media)\s$", found.low[max(0, found.start - 8) : found.start])
        or re.match(r"\sdel?\s", found.low[found.end : found.end + 5])
    ):
        return None  # the morning, in Spanish
    day = found.as_of + timedelta(days=found.words.language.relatives[plain(said)])
    weekday = found.words.language.weekdays.get(plain(found.groups.get("weekday", "")), day.weekday())
    # "hoy martes" printed on Wednesday was written the day before.
    near = (day, day - timedelta(days=1), day + timedelta(days=1))
    return "relative", _one(next((d for d in near if d.weekday() == weekday), day))


def _distance(found: Found, sign: int) -> Result:
    said = plain(found.groups["count"])
    count = found.words.language.numbers.get(said) or int(said)
    unit = found.words.language.units[plain(found.groups["unit"])]
    if unit in ("day", "week"):
        return "relative", _one(found.as_of + timedelta(days=sign * count * (7 if unit == "week" else 1)))
    return "relative_range", unit_days(unit, sign * count, found.as_of)


def _ago(found: Found) -> Result:
    return _distance(found, -1)


def _ahead(found: Found) -> Result:
    """``in three days``: English and German say the same of how long something takes, so there
    it takes a verb of the future or "time" behind it.
    """
    lasting = found.said.startswith("in ")
    return _distance(found, 1) if not lasting or found.groups.get("sure") or is_ahead(found) else None


DAY_FORMS: dict[str, Resolver] = {
    "iso": _iso, "figures": _figures, "days": _days, "days_other": _days, "span": _span, "span_other": _span,
    "span_first": _span, "named": _named, "weekday_day": _weekday_day,
    "weekday": _weekday, "weekdays": _weekdays, "relative": _relative, "ago": _ago, "ahead": _ahead,
}  # fmt: skip
