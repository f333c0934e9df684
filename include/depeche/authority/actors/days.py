"""The days on which a name stands for a state, as the note of its alias keeps them: ``place|711634..729999``.

"Moscou" is the Soviet state's until 1991 and Russia's since, Bonn's time is over.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from depeche.authority.actors.compiled import OPEN
from depeche.settings import SettingsError

# First and last day as ordinals, both inclusive.
Days = tuple[int, int]
ALWAYS: Days = (1, OPEN)


def span(start: str | None, until: str | None, where: str = "states.yml or metonyms.yml") -> Days:
    """ISO days as ordinals. Raises SettingsError, naming ``where`` they stand, where one is no day."""
    try:
        first, last = (date.fromisoformat(text).toordinal() if text else None for text in (start, until))
    except ValueError as error:
        raise SettingsError(f"{where}: {start or ''}..{until or ''}: {error}") from None
    return first or 1, last or OPEN


def both(one: Days, other: Days) -> Days:
    """The days that are in both."""
    return max(one[0], other[0]), min(one[1], other[1])


def noted(note: str, days: Days) -> str:
    """``note`` with the days behind it, as it is where there is no limit."""
    return note if days == ALWAYS else f"{note}|{days[0]}..{days[1]}"


@lru_cache(maxsize=4096)
def days_of(note: str) -> Days:
    """The days that :func:`noted` put into a note."""
    first, _, last = note.partition("|")[2].partition("..")
    return (int(first), int(last)) if first else ALWAYS
