"""Forms that mean a longer time: months, seasons, weeks, quarters, years and decades."""

from __future__ import annotations

import re
from datetime import date

from depeche.normalise.event_dates.calendar import far, season_of, third, unit_days, whole_month
from depeche.normalise.event_dates.found import Found
from depeche.normalise.event_dates.language import plain
from depeche.normalise.event_dates.side import (
    AHEAD,
    BACK,
    UNSAID,
    by_its_bound,
    by_its_verb,
    by_its_words,
    is_ahead,
    is_ahead_itself,
)
from depeche.normalise.event_dates.year import (
    Resolver,
    Result,
    around,
    month_of,
    part_of,
    written_year,
    year_of,
)


def _month(found: Found) -> Result:
    month = month_of(found.groups["name"], found)
    part = part_of(found)
    if month is None:
        return None
    year = year_of(found.groups.get("year"), found)
    if year is None:
        side = by_its_words(found)
        if side == UNSAID:
            year = around(month, 1 if by_its_bound(found) == BACK else 15, found, is_ahead_itself(found))
        else:
            year = found.as_of.year + (
                int(month <= found.as_of.month) if side == AHEAD else -(month >= found.as_of.month)
            )
    if year is None:
        return None
    days = third(whole_month(year, month), "month", part)
    return written_year("month_part" if part else "month", days, found.as_of)


def _months(found: Found) -> Result:
    """ "from January to June", "entre mars 2014 et juin 2015": from the first day of one to the last of the other."""
    first, last = (month_of(found.groups[name], found) for name in ("from_month", "to_month"))
    if first is None or last is None:
        return None
    year = year_of(found.groups.get("year"), found) or around(last, 15, found, is_ahead(found))
    if year is None:
        return None
    from_year = year_of(found.groups.get("from_year"), found) or (year - 1 if first > last else year)
    if (from_year, first) >= (year, last):
        return None
    return written_year("months", (date(from_year, first, 1), whole_month(year, last)[1]), found.as_of)


def _months_to(found: Found) -> Result:
    """ "the three months to June": as many months, the last of them named."""
    last, count = month_of(found.groups["to_month"], found), found.groups["count"].lower()
    number = found.words.language.numbers.get(count) or int(count)
    if last is None or not 1 < number <= 12:
        return None
    year = year_of(found.groups.get("year"), found) or around(last, 1, found, is_ahead(found))
    if year is None:
        return None
    first = year * 12 + last - number
    days = date(first // 12, first % 12 + 1, 1), whole_month(year, last)[1]
    return written_year("months", days, found.as_of)


def _season(found: Found) -> Result:
    season = found.words.language.seasons[plain(found.groups["name"])]
    stated, to_year = found.groups.get("year"), found.groups.get("to_year")
    side = by_its_words(found)
    if season == 3 and stated and not to_year:
        return None  # the one that ends or the one that begins in it
    if stated:
        return written_year("season", season_of(int(stated), season), found.as_of)
    years = [found.as_of.year - 2, found.as_of.year - 1, found.as_of.year, found.as_of.year + 1]
    days = [season_of(year, season) for year in years]
    if side == BACK:
        return "season", max(d for d in days if d[1] < found.as_of)
    if side == AHEAD and not _this(found):
        return "season", min(d for d in days if d[0] > found.as_of)
    return "season", min(days, key=lambda d: far(d, found.as_of))


def _this(found: Found) -> bool:
    return re.match(r"this\s|diesen\s", found.said) is not None


def _period(found: Found) -> Result:
    """``last week``, ``le mois prochain``: whole weeks (Monday to Sunday), months and years, or thirds of them."""
    unit, step = found.words.language.periods[plain(found.groups["name"])]
    if unit == "near_weekend":
        step = 0 if found.as_of.weekday() > 4 or is_ahead(found) else -1
        unit = "weekend"
    elif unit == "weekend" and step == 0 and found.as_of.weekday() < 2 and by_its_verb(found) == BACK:
        step = -1  # "this weekend", said on Monday of what was
    part = part_of(found)
    if unit.startswith("of_") and part is None:
        return None
    unit = unit.removeprefix("of_")
    return "relative_range", third(unit_days(unit, step, found.as_of), unit, part)


def _year(found: Found) -> Result:
    year = int(found.groups.get("year") or found.groups["bare"])
    return written_year("year", (date(year, 1, 1), date(year, 12, 31)), found.as_of)


def _year_part(found: Found) -> Result:
    year = int(found.groups["year"])
    days = third((date(year, 1, 1), date(year, 12, 31)), "year", part_of(found))
    return written_year("year_part", days, found.as_of)


def _quarter(found: Found) -> Result:
    """ "third quarter of 2015", "premier semestre 2015": three months, or six of a half."""
    long = 3 if plain(found.groups["unit"]).startswith(("quart", "trimestre", "viertel")) else 6
    place = found.words.language.quarters[plain(found.groups["quarter"])]
    last = 12 if place < 0 else place * long
    if last > 12:
        return None
    year = year_of(found.groups["year"], found)
    if year is None:
        return None
    days = (date(year, last - long + 1, 1), whole_month(year, last)[1])
    return written_year("year_part", days, found.as_of)


def _years(found: Found) -> Result:
    first, last = int(found.groups["from_year"]), int(found.groups["to_year"])
    numbers = first % 100 == last % 100 == 0 and re.match(r"\s\w", found.low[found.end : found.end + 2])
    if first >= last or numbers:
        return None  # "between 1500 and 2000 people"
    return written_year("years", (date(first, 1, 1), date(last, 12, 31)), found.as_of)


def _decade(found: Found) -> Result:
    words = found.groups["year"]
    said = int(words) if words.isdigit() else found.words.language.decades[plain(words)]
    year = said if said > 99 else (found.as_of.year // 100 * 100 + said)
    if year > found.as_of.year:
        year -= 100
    part = part_of(found)
    if part is None:
        return written_year("decade", (date(year, 1, 1), date(year + 9, 12, 31)), found.as_of)
    first, last = {"start": (0, 3), "middle": (4, 6), "end": (7, 9)}[part]
    return written_year("decade_part", (date(year + first, 1, 1), date(year + last, 12, 31)), found.as_of)


PERIOD_FORMS: dict[str, Resolver] = {
    "month": _month, "month_year": _month, "season": _season, "period": _period, "year": _year,
    "year_part": _year_part, "quarter": _quarter, "years": _years, "decade": _decade,
    "months": _months, "months_between": _months, "months_to": _months_to,
}  # fmt: skip
