"""The command coverage: what the archive has, and what is missing, as tables, JSON and heat map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from rich import box
from rich.markup import escape
from rich.table import Table

from depeche import settings
from depeche.cli.app import app, err, fail, out, print_json, table
from depeche.interval import IntervalError, period

if TYPE_CHECKING:
    from depeche.query.coverage import Coverage, Month, Series

SHARES = {
    "dateline": "share_with_dateline",
    "date": "share_with_date",
    "actors": "share_with_actors",
    "refused": "share_quarantined",
}


class By(StrEnum):
    """What a row of the table is."""

    series = "series"
    year = "year"
    month = "month"


@app.command(
    epilog="Examples: depeche coverage | depeche coverage --by year --source AFP --language fr | "
    "depeche coverage --from 2003-01 --to 2003-12 --by month | depeche coverage --png coverage.png | "
    "depeche coverage --json | jq '.series[].silences'"
)
def coverage(
    source: Annotated[str | None, typer.Option(help="Only this source, such as AFP.")] = None,
    language: Annotated[
        str | None, typer.Option(help="Only this language, such as fr; und where it is not known.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", help="From this year, month or day on (in whole months).")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", help="To the end of this year, month or day.")] = None,
    by: Annotated[By, typer.Option(help="A row for each series, year or month.")] = By.series,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    svg: Annotated[Path | None, typer.Option(help="Draw a calendar heat map into this file.")] = None,
    png: Annotated[Path | None, typer.Option(help="The same as PNG.")] = None,
) -> None:
    """Show what the archive has per source, language and month, and where it has less than it should.

    A month is held against the months around it, weekday by weekday and without public holidays.
    """  # fmt: skip
    from depeche.query.coverage import coverage as read

    start, end = _days(first, last)
    report = read(settings.load(), source=source, language=language, first=start, end=end)
    if not report.series:
        asked = " ".join(filter(None, (source, language, first and f"from {first}", last and f"to {last}")))
        fail(f"the archive has nothing of {asked or 'any source'}; see: depeche coverage, without options")
    if as_json:
        print_json(_plain(report))
    else:
        _print(report, by)
    if svg or png:
        _draw(report, svg, png)


def _days(first: str | None, last: str | None) -> tuple[date, date]:
    try:
        start = period(first, "--from")[0] if first else date.min
        end = period(last, "--to")[1] if last else date.max
    except IntervalError as error:
        fail(str(error), code=2)
    if end <= start:
        fail(f"--to {last} is before --from {first}", code=2)
    return start, end


def _plain(report: Coverage) -> dict[str, Any]:
    """For JSON: without the days, which ``depeche sql`` gives to those who want them."""
    plain: dict[str, Any] = msgspec.to_builtins(report)
    for series in plain["series"]:
        del series["by_day"]
    return plain


def _print(report: Coverage, by: By) -> None:
    _table([_row(each, label, months) for each in report.series for label, months in _groups(each, by)])
    findings = [{"series": _name(each), **row} for each in report.series for row in _findings(each)]
    if findings:
        table(findings, title="Where something is missing, or too much")
    months = [month for each in report.series for month in each.months]
    judged = sum(month.expected is not None for month in months)
    found = "" if findings else "No gap found. "
    out.print(f"{found}{judged:,} of {len(months):,} months could be judged by the months around them.")
    refused = [row for row in _feeds(report) if row["quarantined"] or row["delivered again"]]
    if refused:
        table(refused, title="All feeds: what was refused has no source")


def _table(rows: list[dict[str, Any]]) -> None:
    """As ``table``, tighter and with numbers to the right: it has many columns."""
    grid = Table(box=box.SIMPLE_HEAD, header_style="bold", padding=(0, 1, 0, 0), pad_edge=False)
    for name in rows[0]:
        label = name in ("series", "when")
        grid.add_column(name, justify="left" if label else "right", no_wrap=label, overflow="fold")
    for row in rows:
        grid.add_row(*("–" if value is None else escape(str(value)) for value in row.values()))
    out.print(grid)


def _groups(series: Series, by: By) -> Iterator[tuple[str, list[Month]]]:
    keys: dict[By, Callable[[Month], str]] = {
        By.series: lambda month: f"{series.months[0].month:%Y-%m}–{series.months[-1].month:%Y-%m}",
        By.year: lambda month: str(month.month.year),
        By.month: lambda month: f"{month.month:%Y-%m}",
    }
    for label, months in groupby(series.months, keys[by]):
        yield label, list(months)


def _row(series: Series, label: str, months: list[Month]) -> dict[str, Any]:
    flags = Counter(month.flag for month in months)
    # A month that cannot be judged is expected to be as it is.
    expected = sum(month.dated if month.expected is None else month.expected for month in months)
    judged = any(month.expected is not None for month in months)
    revisions = sum(month.revisions for month in months)
    return {
        "series": _name(series),
        "when": label,
        "dispatches": f"{sum(month.dispatches for month in months):,}",
        "expected": f"{expected:,.0f}" if judged else None,
        "months out": ", ".join(f"{flags[flag]} {flag}" for flag in ("gap", "low", "high") if flags[flag])
        or None,
        "revisions": f"{revisions:,}",
        "same words": f"{sum(month.same_words for month in months):,}",
        **{name: _share(months, field, revisions) for name, field in SHARES.items()},
    }


def _share(months: list[Month], field: str, revisions: int) -> str | None:
    """The share over several months, each weighed by its revisions."""
    told = [(getattr(month, field), month.revisions) for month in months if month.revisions]
    if not told or any(share is None for share, _ in told):
        return None
    share = sum(share * weight for share, weight in told) / revisions
    return f"{share:.1%}" if share < 0.1 or 0.99 < share < 1 else f"{share:.0%}"


def _findings(series: Series) -> Iterator[dict[str, Any]]:
    """Silences day by day; then months that are low or high, those in a row together."""
    for silence in series.silences:
        when = " to ".join(dict.fromkeys((str(silence.first), str(silence.last))))
        days = f"{silence.days:,} day{'s' if silence.days > 1 else ''}"
        yield _finding(when, f"silent, {days}", 0, silence.expected)
    for flag, group in groupby(series.months, lambda month: month.flag):
        if flag in ("low", "high"):
            months = list(group)
            when = " to ".join(dict.fromkeys(f"{months[at].month:%Y-%m}" for at in (0, -1)))
            present, expected = sum(each.dated for each in months), sum(each.expected or 0 for each in months)
            yield _finding(when, str(flag), present, expected)


def _finding(when: str, what: str, present: int, expected: float) -> dict[str, Any]:
    return {"when": when, "what": what, "present": f"{present:,}", "expected": f"about {expected:,.0f}"}


def _feeds(report: Coverage) -> Iterator[dict[str, Any]]:
    for feed, rows in groupby(report.feeds, lambda row: row.feed_id):
        months = list(rows)
        here, refused = (sum(getattr(row, name) for row in months) for name in ("revisions", "quarantined"))
        yield {
            "feed": feed,
            "revisions": f"{here:,}",
            "quarantined": refused and f"{refused:,}",
            "share": f"{refused / (here + refused):.1%}" if here + refused else None,
            "delivered again": (known := sum(row.known for row in months)) and f"{known:,}",
        }


def _name(series: Series) -> str:
    return f"{series.source} {series.language or '–'}"


def _draw(report: Coverage, svg: Path | None, png: Path | None) -> None:
    from depeche.query import drawing
    from depeche.query.coverage_map import heat_map

    picture = heat_map(report)
    try:
        for file, encode in ((svg, drawing.svg), (png, drawing.png)):
            if file:
                file.write_bytes(encode(picture))
                err.print(f"heat map written to {file}", highlight=False, soft_wrap=True)
    except drawing.TooTall as error:
        fail(f"{error}: take --svg, or fewer sources (--source, --language, --from, --to)")
    except OSError as error:
        fail(f"{file}: {error.strerror}")
