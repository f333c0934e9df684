"""The words of time of one language, and how its file writes their tables down."""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """The words of one language. ``relatives``: days from the dispatch; ``periods``: (unit, step),
    ``of_`` before a unit that counts behind words for a part only;
    ``quarters``: words that count quarters and halves of a year, -1 the last;
    ``years``: words for a year to its distance from the dispatch's; ``back`` and ``ahead`` turn
    the name of a day, month or season, ``since`` and ``until`` before it say on which side it lies and
    ``near`` that it is the nearest; ``decades`` in words to their figure; ``named`` days known by a
    name of their own ("9/11"); ``future`` and ``past`` are patterns of verbs;
    ``no_day_after`` and ``no_day_before`` are what makes a weekday's name something else;
    ``no_date_after`` and ``no_date_before`` what makes a day's date the name of a street or a movement,
    as printed; ``no_year_after`` the nouns that make the figures before them a number;
    ``capitals`` says that weekdays are written with one.
    """

    weekdays: dict[str, int]
    months: dict[str, int]
    seasons: dict[str, int]
    parts: dict[str, str]
    relatives: dict[str, int]
    periods: dict[str, tuple[str, int]]
    years: dict[str, int]
    numbers: dict[str, int]
    units: dict[str, str]
    quarters: dict[str, int]
    back: frozenset[str]
    ahead: frozenset[str]
    future: str
    past: str
    since: frozenset[str]
    until: frozenset[str]
    near: frozenset[str]
    decades: dict[str, int]
    named: dict[str, str]
    no_day_before: str
    no_day_after: str
    no_date_before: str
    no_date_after: str
    no_year_after: str
    forms: dict[str, str]
    triggers: tuple[str, ...] = ()
    day_first: bool = True
    capitals: bool = False
    umlauts: bool = False


def numbered(words: str, first: int = 0) -> dict[str, int]:
    """``"lundi mardi|mar"``: each word, and its other spellings, to its place."""
    return {name: at + first for at, names in enumerate(words.split()) for name in names.split("|")}


def listed(rows: str) -> dict[str, str]:
    """``"a|b=x;c=y"``: each word to what stands behind its equals sign."""
    pairs = (row.split("=") for row in rows.split(";"))
    return {name: value for names, value in pairs for name in names.split("|")}


def counted(rows: str) -> dict[str, int]:
    """:func:`listed` with whole numbers."""
    return {name: int(value) for name, value in listed(rows).items()}


def periods(rows: str) -> dict[str, tuple[str, int]]:
    """:func:`listed` with a unit and a step: ``"last week=week -1"``."""
    return {name: (v.split()[0], int(v.split()[1])) for name, v in listed(rows).items()}


def plain(text: str) -> str:
    """Words as the tables have them."""
    return " ".join(text.lower().replace("’", "'").split())
