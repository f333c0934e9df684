"""The coverage report: what the archive has of each source and language, month by month, and what is missing.

DuckDB counts; only months and days come here, so a large archive costs no more memory than a
small one of as many days.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from datetime import date

import duckdb
import msgspec

from depeche.authority.agencies import seed as agency_seed
from depeche.catalog import LakeError
from depeche.query.coverage_expected import Days, Expected, Flag, judge
from depeche.query.run import Row, connect, rows_of
from depeche.records import Record
from depeche.settings import Settings

# Undated dispatches lie on the day of their collection: they say nothing about that day.
DAYS_SQL = """
SELECT source, language, issue_date, count(DISTINCT dispatch_id) AS dispatches
FROM dispatch_revisions
WHERE issue_date_basis <> 'collected'
  AND ($source IS NULL OR source = $source) AND ($language IS NULL OR coalesce(language, 'und') = $language)
GROUP BY ALL ORDER BY ALL
"""
MONTHS_SQL = """
SELECT * EXCLUDE (neighbours, first_issued_at, last_issued_at) FROM coverage
WHERE ($source IS NULL OR source = $source) AND ($language IS NULL OR coalesce(language, 'und') = $language)
ORDER BY source, language, month
"""
FEEDS_SQL = "FROM coverage_feeds ORDER BY feed_id, month"


class Month(Record, frozen=True, kw_only=True):
    """One month of a series: the columns of the view ``coverage``, and the judgement on ``dated``."""

    month: date
    dispatches: int
    dated: int
    revisions: int
    days: int
    withdrawn: int
    same_words: int
    words: int
    share_with_date: float | None
    share_with_headline: float | None
    share_with_dateline: float | None
    share_with_actors: float | None
    share_flagged: float | None
    share_quarantined: float | None
    expected: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    flag: Flag | None = None


class Silent(Record, frozen=True, kw_only=True):
    """Days, both included, without a dispatch; ``expected`` is how many should have come."""

    first: date
    last: date
    days: int
    expected: float


class Series(Record, frozen=True, kw_only=True):
    """A source in a language. ``country``: whose public holidays are known to it."""

    source: str
    language: str | None
    country: str | None
    months: list[Month]
    silences: list[Silent]
    by_day: dict[date, int]


class FeedMonth(Record, frozen=True, kw_only=True):
    """A row of the view ``coverage_feeds``."""

    feed_id: str | None
    month: date
    revisions: int
    quarantined: int
    known: int
    share_quarantined: float | None


class Coverage(Record, frozen=True, kw_only=True):
    """The report, series in the order of their names."""

    series: list[Series]
    feeds: list[FeedMonth]


Key = tuple[str, str | None]


def coverage(
    settings: Settings,
    *,
    source: str | None = None,
    language: str | None = None,
    first: date = date.min,
    end: date = date.max,
) -> Coverage:
    """What is there of ``source`` in ``language`` (None: all; und: not known) from ``first`` to before ``end``.

    Months are judged by all their neighbours, in the period asked for or not; a month that is
    partly in it is shown whole. Feeds are given whatever is asked: their months are of collection.
    Raises NoLake, LakeError
    where its views are of an older version, SettingsError for an authority that is wrong.
    """
    asked = {"source": source, "language": language}
    with closing(connect(settings)) as con:
        try:
            days = _by_day(con, asked)
            months = _by_month(con, asked)
            feeds = [FeedMonth(**row) for row in rows_of(con, FEEDS_SQL, {})]
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise LakeError("the lake's views are older than this report: depeche run renews them") from error
    countries = {each.agency_id: each.country for each in agency_seed.read(settings.authority).agencies}
    since = first.replace(day=1)
    series = [
        _series(key, rows, days.get(key, {}), countries.get(key[0]), since, end)
        for key, rows in months.items()
    ]
    return Coverage(
        series=[each for each in series if each.months],
        feeds=feeds,
    )


def holidays_of(country: str | None, years: range) -> set[date]:
    """The public holidays of a country (ISO 3166-1 alpha-2); empty where they are not known."""
    import holidays  # its tables take a third of a second to load

    if not country or country not in holidays.list_supported_countries():
        return set()
    return set(holidays.country_holidays(country, years=years))


def _by_day(con: duckdb.DuckDBPyConnection, asked: Row) -> dict[Key, dict[date, int]]:
    found: dict[Key, dict[date, int]] = {}
    for source, language, day, count in con.execute(DAYS_SQL, asked).fetchall():
        found.setdefault((source, language), {})[day] = count
    return found


def _by_month(con: duckdb.DuckDBPyConnection, asked: Row) -> dict[Key, list[Month]]:
    found: dict[Key, list[Month]] = {}
    for row in rows_of(con, MONTHS_SQL, asked):
        key = row.pop("source"), row.pop("language")
        found.setdefault(key, []).append(Month(**row))
    return found


def _series(key: Key, months: list[Month], days: Days, country: str | None, first: date, end: date) -> Series:
    known = holidays_of(country, range(min(days).year, max(days).year + 1)) if days else set()
    judged, silences = judge(days, known)
    by_month = {each.month: each for each in judged}
    return Series(
        source=key[0],
        language=key[1],
        country=country if known else None,
        months=[_judged(each, by_month) for each in months if first <= each.month < end],
        silences=[
            Silent(**each._asdict()) for each in silences if each.last >= first and each.first < end
        ],
        by_day={day: count for day, count in days.items() if first <= day < end},
    )  # fmt: skip


def _judged(month: Month, judged: Mapping[date, Expected]) -> Month:
    found = judged.get(month.month)
    if found is None:
        return month
    return msgspec.structs.replace(
        month, expected=found.expected, at_least=found.at_least, at_most=found.at_most, flag=found.flag
    )
