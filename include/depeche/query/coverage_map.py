"""The calendar heat map of a coverage report: a block a series, a row a year, a cell a week or a day.

Days up to two years, weeks beyond, so that decades stay on a page. Colours are ColorBrewer's
YlGnBu, told apart by colour-blind eyes and in grey print; what is wrong is told by shape too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from depeche.query.coverage import Coverage, Series
from depeche.query.coverage_expected import ENOUGH
from depeche.query.drawing import Box, Drawing, Words

STEPS = ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
NOTHING, EDGE, FAULT = "#ffffff", "#cccccc", "#d55e00"
LEFT, TOP, PITCH, CELL = 56, 78, 15, 14
WIDTH = LEFT + 54 * PITCH + 14
DAY_YEARS = 2
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class _Cell(NamedTuple):
    """Days ``first`` to ``last`` of the series, at a column and a row within the year's."""

    first: date
    last: date
    column: int
    row: int
    dispatches: int

    @property
    def daily(self) -> float:
        return self.dispatches / ((self.last - self.first).days + 1)


def heat_map(report: Coverage) -> Drawing:
    """Draw every series that has enough dated dispatches to say anything."""
    drawn = [each for each in report.series if sum(each.by_day.values()) >= ENOUGH]
    boxes: list[Box] = []
    words = [Words(LEFT, 24, "Coverage of the archive", 16)]
    _legend(boxes, words)
    y = TOP
    for series in drawn:
        y = _block(series, y, boxes, words)
    if left := len(report.series) - len(drawn):
        words.append(
            Words(LEFT, y + 12, f"{left} series with fewer than {ENOUGH} dated dispatches not drawn")
        )
        y += 20
    return Drawing("Coverage of the archive", WIDTH, y + 10, boxes, words)


def _legend(boxes: list[Box], words: list[Words]) -> None:
    entries = [(NOTHING, EDGE, "no dispatch"), *((step, "", "") for step in STEPS)]
    x = LEFT
    for fill, stroke, text in entries:
        boxes.append(Box(x, 36, CELL, CELL, fill, stroke))
        words.append(Words(x + 18, 47, text))
        x += 90 if text else PITCH
    words.append(Words(x + 4, 47, "few to many dispatches a day, by the series' own scale"))
    faults = (("silent, though dispatches were expected", "silent"), ("low", "low"), ("high", "high"))
    x = LEFT
    for text, fault in faults:
        boxes += _marked(Box(x, 56, CELL, CELL, NOTHING, EDGE), {fault})
        words.append(Words(x + 18, 67, text if fault == "silent" else f"month too {text}"))
        x += 250 if fault == "silent" else 110


def _block(series: Series, y: int, boxes: list[Box], words: list[Words]) -> int:
    """Draw a series with its top at ``y``; gives where the next may begin."""
    days = series.by_day
    first, last = min(days), max(days)
    by_day = last.year - first.year < DAY_YEARS
    words.append(Words(LEFT, y + 16, f"{series.source} {series.language or '(language not known)'}", 14))
    words.append(Words(LEFT, y + 31, _summary(series)))
    for month, name in enumerate(MONTHS, 1):
        column = (date(2001, month, 1).timetuple().tm_yday - 1) // 7
        words.append(Words(LEFT + column * PITCH, y + 46, name, 10))
    y += 50
    height = (7 if by_day else 1) * PITCH
    cells = {year: _cells(days, first, last, year, by_day) for year in range(first.year, last.year + 1)}
    steps = _scale([cell.daily for year in cells.values() for cell in year if cell.dispatches])
    faults = _faults(series)
    for year, row in cells.items():
        if _empty(row, faults) and _empty(cells[year - 1], faults):
            continue  # nothing was, and nothing was expected: one such year stands for all in a row
        words.append(Words(LEFT - 8, y + 11, str(year), anchor="end"))
        for cell in row:
            boxes += _draw(cell, y, steps, faults, series)
        y += height + (6 if by_day else 0)
    return y + 14


def _summary(series: Series) -> str:
    flags = Counter(each.flag for each in series.months)
    silent = sum(each.days for each in series.silences)
    found = [f"{silent:,} days silent"] if silent else []
    found += [f"months too {flag}: {flags[flag]}" for flag in ("low", "high") if flags[flag]]
    judged = any(each.expected is not None for each in series.months)
    told = ", ".join(found) or ("no gap found" if judged else "too few to be judged")
    dated = sum(series.by_day.values())
    return f"{dated:,} dispatches from {min(series.by_day)} to {max(series.by_day)}: {told}"


def _cells(days: dict[date, int], first: date, last: date, year: int, by_day: bool) -> list[_Cell]:
    """The cells of one year that have a day of the series in them; its last days are of the 52nd week."""
    start, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
    new_year = date(year, 1, 1)
    found: dict[tuple[int, int], _Cell] = {}
    for n in range((end - start).days + 1):
        day = start + timedelta(days=n)
        of_year = (day - new_year).days
        place = ((of_year + new_year.weekday()) // 7, day.weekday()) if by_day else (min(of_year // 7, 51), 0)
        before = found.get(place)
        count = days.get(day, 0)
        found[place] = (
            before._replace(last=day, dispatches=before.dispatches + count)
            if before
            else _Cell(day, day, *place, count)
        )
    return list(found.values())


def _empty(year: Sequence[_Cell], faults: Mapping[date, dict[str, str]]) -> bool:
    return not any(cell.dispatches or cell.first in faults or cell.last in faults for cell in year)


def _scale(values: Sequence[float]) -> list[float]:
    """Upper bounds of all steps but the last: narrow at first, so that thin years show beside rich ones."""
    most = sorted(values)[int(0.98 * (len(values) - 1))]
    return [most * (n / len(STEPS)) ** 1.5 for n in range(1, len(STEPS))]


def _faults(series: Series) -> dict[date, dict[str, str]]:
    """Day → kind of fault → what to say about it. The days of a silence, and of a month that is out."""
    found: dict[date, dict[str, str]] = {}
    for silence in series.silences:
        said = f"silent from {silence.first} to {silence.last}, about {silence.expected:,.0f} expected"
        for n in range(silence.days):
            found.setdefault(silence.first + timedelta(days=n), {})["silent"] = said
    for each in series.months:
        if each.flag in ("low", "high"):
            said = f"{each.month:%Y-%m} is {each.flag}: {each.dated:,}, about {each.expected:,.0f} expected"
            for n in range(31):
                day = each.month + timedelta(days=n)
                if day.month == each.month.month:
                    found.setdefault(day, {})[each.flag] = said
    return found


def _draw(
    cell: _Cell, y: int, steps: Sequence[float], faults: Mapping[date, dict[str, str]], series: Series
) -> Iterator[Box]:
    when = f"{cell.first}" if cell.first == cell.last else f"{cell.first} to {cell.last}"
    of_cell: dict[str, str] = {}
    for n in range((cell.last - cell.first).days + 1):
        of_cell |= faults.get(cell.first + timedelta(days=n), {})
    title = "; ".join(
        [f"{series.source} {series.language or ''} {when}: {cell.dispatches:,} dispatches", *of_cell.values()]
    )
    fill = STEPS[sum(cell.daily > step for step in steps)] if cell.dispatches else NOTHING
    x = LEFT + cell.column * PITCH
    box = Box(x, y + cell.row * PITCH, CELL, CELL, fill, "" if cell.dispatches else EDGE, title)
    return _marked(box, set(of_cell))


def _marked(box: Box, faults: set[str]) -> Iterator[Box]:
    """The box, outlined where it is silent, with a bar below where low and above where high."""
    yield box._replace(stroke=FAULT) if "silent" in faults else box
    if "silent" in faults:
        yield Box(box.x + 1, box.y + 1, box.width - 2, box.height - 2, box.fill, FAULT, box.title)
    if "low" in faults:
        yield Box(box.x, box.y + box.height - 4, box.width, 4, FAULT, NOTHING, box.title)
    if "high" in faults:
        yield Box(box.x, box.y, box.width, 4, FAULT, NOTHING, box.title)
