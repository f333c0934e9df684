"""What a language's words of time are made into: one pattern, and the tables it is read with.

The languages have a file each, ``event_dates/fr.py`` and its siblings, which give a :class:`Language`.
In the pattern of a form ``%W`` stands for a weekday, ``%M`` a month, ``%S`` a season, ``%Q`` which quarter,
``%P`` words for a part, ``%N`` a number in words, ``%Y`` a year in figures or words, ``%E`` a decade in words,
``%K`` a week, ``%A`` a day with a name of its own, ``%C`` how many of which unit, ``%F`` a year in figures from
1500 on, ``%X`` behind it no noun that makes it a number, ``%Z`` no figures that it goes on with.
Groups: ``name``, ``list`` (days in figures), ``month``, ``year``, ``part``, ``count``, ``unit``, ``quarter``,
``from_…`` and ``to_…``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import ahocorasick

from depeche.normalise.event_dates.language import Language
from depeche.normalise.openings import guard, guarded

# Forms of every language: ISO 8601; day, month and year in figures; "yesterday", with its weekday or without.
COMMON = {
    "iso": r"(?P<day>\d{4}(?:-\d{2}-|/\d{2}/)\d{2})(?![\d/-])",
    "figures": r"(?P<first>\d{1,2})(?P<mark>[-/]|\.\s?)(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\d/]|\.\d)",
    "relative": r"(?P<name>%R)(?:,?\s(?P<weekday>%W)(?!\s\d))?(?!-)",
}
# The order in which forms are tried: the longer before what it begins with.
ORDER = (
    "iso", "figures", "span", "span_other", "span_first", "days", "days_other", "named", "ago", "ahead", "years", "decade",
    "quarter", "year_part", "year", "period", "relative", "weekdays", "weekday_day", "weekday", "season",
    "months", "months_between", "months_to", "month", "month_year",
)  # fmt: skip


class Words(NamedTuple):
    """A language ready for use. ``triggers`` finds words that no date does without, so that
    ``pattern`` is tried only around them; ``groups`` are each form's, short name and number.
    """

    language: Language
    pattern: re.Pattern[str]
    groups: dict[str, list[tuple[str, int]]]
    triggers: Any
    # Verbs; the group says of which time.
    tense: re.Pattern[str]
    no_day_before: re.Pattern[str]
    no_day_after: re.Pattern[str]
    no_date_before: re.Pattern[str]
    no_date_after: re.Pattern[str]


_BARE = str.maketrans("àâäáéèêëíîïñóôöúùûü", "aaaaeeeeiiinooouuuu")
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# The tables whose words capitals and old teleprinters print without their accents.
_TABLES = (
    "weekdays", "months", "seasons", "parts", "relatives", "periods", "years", "numbers", "units", "quarters", "decades",
)  # fmt: skip


def _also_without_accents(language: Language) -> Language:
    """The tables with "fevrier" beside "février", "naechste" beside "nächste"."""
    letters = _TWO_LETTERS if language.umlauts else _BARE
    tables: dict[str, Any] = {}
    for name in _TABLES:
        table = getattr(language, name)
        tables[name] = {word.translate(letters): value for word, value in table.items()} | table
    return language._replace(**tables)


def ready(language: Language) -> Words:
    """One pattern of all the forms, for text in small letters; the last group to match, an empty one, tells the form."""
    language = _also_without_accents(language)
    forms = COMMON | language.forms
    fill = {
        "%C": r"(?P<count>\d{1,3}|%N)\s(?P<unit>%U)", "%F": r"(?:1[5-9]\d\d|20\d\d)", "%Z": r"(?![\d.,]\d)",
        "%W": _either(language.weekdays), "%M": _either(language.months), "%S": _either(language.seasons),
        "%P": _either(language.parts), "%N": _either(language.numbers), "%R": _either(language.relatives),
        "%D": _either(language.periods), "%U": _either(language.units),
        "%Q": _either(language.quarters), "%E": _either(language.decades), "%A": _either(language.named),
        "%K": _either(name for name, (unit, _) in language.periods.items() if unit == "week"),
        "%X": rf"(?!\s(?:{language.no_year_after})\b)",
        "%Y": rf"(?:\d{{4}}(?!\d)|{_either(language.years)})",
    }  # fmt: skip

    def form(name: str) -> str:
        pattern = forms[name]
        for mark, words in fill.items():
            pattern = pattern.replace(mark, words)
        pattern = re.sub(r"\(\?P([<=])", rf"(?P\1{name}__", pattern)
        return f"(?:{pattern})(?P<{name}>)"

    every = "|".join(form(name) for name in ORDER if name in forms)
    pattern = re.compile(rf"(?<![\w-]){guard(every)}(?:{every})(?!\w)")
    groups: dict[str, list[tuple[str, int]]] = {name: [] for name in forms}
    for group, number in pattern.groupindex.items():
        name, mark, short = group.partition("__")
        if mark:
            groups[name].append((short, number))
    return Words(
        language=language,
        pattern=pattern,
        groups=groups,
        triggers=_triggers(language),
        tense=guarded(rf"\b(?:(?P<future>{language.future})|(?P<past>{language.past}))\b"),
        no_day_before=re.compile(rf"\b(?:{language.no_day_before})\s$"),
        no_day_after=re.compile(rf"\s(?:{language.no_day_after})\b"),
        no_date_before=re.compile(rf"\b(?:{language.no_date_before})\s$"),
        no_date_after=re.compile(rf"\s(?:{language.no_date_after})\b"),
    )


def _either(words: Iterable[str]) -> str:
    """A pattern of any of ``words``, the longest first, that reads what they share only once."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[:1], []).append(word[1:])
    whole = "" in heads
    branches = [_letter(head) + _either(rests) for head, rests in sorted(heads.items()) if head]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not whole else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if whole else joined


def _letter(letter: str) -> str:
    return {" ": r"\s", "'": "['’]"}.get(letter) or re.escape(letter)


def _triggers(language: Language) -> Any:
    tables = (
        language.weekdays, language.seasons, language.relatives, language.periods, language.units,
        language.decades, language.named,
        (name for name in language.months if len(name) > 2), language.triggers, ("18", "19", "20"),
    )  # fmt: skip
    found = ahocorasick.Automaton()
    for table in tables:
        for word in table:
            found.add_word(word, len(word))
            found.add_word(word.replace("'", "’"), len(word))
    found.make_automaton()
    return found
