"""The gold of the benchmark of actors: who alone held which office on which day, from the csv alone."""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from babel import Locale

ROLES = {
    "president": r"President",
    "prime_minister": r"Prime Minister|Premier|Taoiseach|Chairman of the Cabinet of Ministers \(Prime Minister\)",
    "chancellor": r"Federal Chancellor|Chancellor",
    "monarch": r"King|Queen|[Mm]onarch",
    "foreign_minister": r"(Federal )?(Minister|Secretary) (of|for) (Europe and )?(Foreign|External) "
    r"(and European |and Commonwealth )?(Affairs|Relations).*|Foreign Secretary",
    "defence_minister": r"(Federal )?(Minister|Secretary) (of|for) (National )?Defen[cs]e|Minister of the Armed Forces",
}
# What is a junior post elsewhere, and India's first official of the ministry.
_SECRETARIES = {
    ("United States", "Secretary of State"): "foreign_minister",
    ("United Kingdom", "Secretary of State for Foreign and Commonwealth Affairs"): "foreign_minister",
    ("United Kingdom", "Secretary of State for Defence"): "defence_minister",
    ("India", "Foreign Secretary"): None,
    ("India", "Secretary for Foreign Affairs"): None,
    ("India", "Secretary of Foreign Affairs"): None,
}
NAMES = {
    "Congo-Brazzaville": "CG", "Congo-Kinshasa": "CD", "Ivory Coast": "CI", "Cabo Verde": "CV", "Federated States of Micronesia": "FM",
    "Myanmar": "MM", "Palestine": "PS", "Hong Kong": "HK", "Kosovo": "XK", "Czechia": "CZ", "Turkey": "TR",
}  # fmt: skip
LATEST = date(2023, 1, 1)


class Span(NamedTuple):
    """One holding; ``exact`` where the csv has both days."""

    first: date
    last: date
    person: str
    woman: bool
    exact: bool


class Question(NamedTuple):
    """The single holder of a role on a day."""

    territory: str
    code: str
    role: str
    day: date
    person: str
    woman: bool


def codes() -> dict[str, str]:
    """The csv's territory → ISO 3166-1 alpha-2."""
    known = {name: code for code, name in Locale("en").territories.items() if len(code) == 2}
    return {**known, **{name.replace(" & ", " and "): code for name, code in known.items()}, **NAMES}


def questions(file: Path, dates: int) -> list[Question]:
    """``dates`` days per territory and role on which, a week around, the csv has one holder."""
    code_of = codes()
    drawn = random.Random(0)
    found = []
    for (territory, role), spans in sorted(_spans(file).items()):
        if territory in code_of and any(span.exact for span in spans):
            for day, span in _days(spans, dates, drawn):
                found.append(Question(territory, code_of[territory], role, day, span.person, span.woman))
    return found


def _spans(file: Path) -> dict[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    with file.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            role = _role(row["territory"], row["office"])
            if role:
                exact = len(row["start"]) == 10 and len(row["end"]) in (0, 10)
                first = _day(row["start"], date.min, end=False)
                last = _day(row["end"], LATEST, end=True)
                woman = row["gender"] == "female"
                found[row["territory"], role].append(Span(first, last, row["wikidata_id"], woman, exact))
    return found


def _role(territory: str, office: str) -> str | None:
    if (territory, office) in _SECRETARIES:
        return _SECRETARIES[territory, office]
    return next((role for role, words in ROLES.items() if re.fullmatch(words, office)), None)


def _day(text: str, absent: date, *, end: bool) -> date:
    """A day the csv gives; for a month or year its first or last day."""
    if len(text) == 10:
        return date.fromisoformat(text)
    if not text:
        return absent
    year, month = int(text[:4]), int(text[5:7] or (12 if end else 1))
    if not end:
        return date(year, month, 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _days(spans: list[Span], count: int, drawn: random.Random) -> list[tuple[date, Span]]:
    exact = [span for span in spans if span.exact]
    first = max(min(span.first for span in exact), date(1990, 1, 1))
    last = min(max(span.last for span in exact), LATEST)
    days: list[tuple[date, Span]] = []
    for _ in range(count * 8):
        day = first + timedelta(days=drawn.randrange(max((last - first).days, 1)))
        near = [one for one in spans if _in(one, day)]
        held = [one for one in near if one.exact and one.first <= day <= one.last]
        if len({one.person for one in near}) == 1 and held:
            days.append((day, held[0]))
    return days[:count]


def _in(span: Span, day: date) -> bool:
    week = timedelta(7)
    begun = span.first == date.min or span.first - week <= day
    return begun and (span.last >= LATEST or day <= span.last + week)
