"""When a dispatch without a date was written, as far as the titles in it tell.

A file may be collected years after it was written. "Le président Obama" and "le secrétaire
d'Etat John Kerry" in one text give the time in which both were that; who "son homologue" is
must be asked of that time and not of the day on which somebody found the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import NamedTuple

from depeche.authority.actors import ActorIndex
from depeche.authority.actors.days import Days, both

# One title may be history ("le président Kennedy"); so many people at once are the time of writing.
_PEOPLE = 2

Title = tuple[str, tuple[str, ...]]


class Time(NamedTuple):
    """The days on which a dispatch may have been written, both inclusive; there may be gaps between."""

    spans: tuple[Days, ...]

    @property
    def first(self) -> date:
        """The first of the days."""
        return date.fromordinal(self.spans[0][0])

    @property
    def last(self) -> date:
        """The last of the days."""
        return date.fromordinal(self.spans[-1][1])


def of(first: date, last: date) -> Time:
    """The days from ``first`` to ``last``, of a dispatch whose date is not more precise."""
    return Time(((first.toordinal(), last.toordinal()),))


def told(titles: Iterable[Title], collected: date, index: ActorIndex) -> Time | None:
    """The time in which all held what ``titles`` (person, offices) give them.

    None where they say nothing against the day of collecting, contradict each other, or are of
    a single person.
    """
    held = {title: spans for title in dict.fromkeys(titles) if (spans := _held(title, index))}
    if len({person for person, _ in held}) < _PEOPLE:
        return None
    common = reduce(_common, held.values())
    day = collected.toordinal()
    if not common or any(first <= day <= last for first, last in common):
        return None
    return Time(tuple(common))


def holders(office: str, time: Time, index: ActorIndex) -> tuple[str, ...]:
    """Who held ``office`` in ``time``: all who may be meant."""
    found = (
        holding.person
        for holding in index.offices.get(office, ())
        for span in time.spans
        if _share_days(span, (holding.first, holding.last))
    )
    return tuple(dict.fromkeys(found))


def _share_days(span: Days, held: Days) -> bool:
    """More than the day of a hand-over, which belongs to both."""
    first, last = both(span, held)
    return first < last or (first == last and span[0] == span[1])


def _held(title: Title, index: ActorIndex) -> list[Days]:
    """When the person held one of the offices; a role of whatever state begins with a dot."""
    person, offices = title
    roles = tuple(office for office in offices if office.startswith("."))
    return sorted(
        (holding.first, holding.last)
        for office, holding in index.held.get(person, ())
        if office in offices or (roles and office.endswith(roles))
    )


def _common(some: list[Days], others: list[Days]) -> list[Days]:
    shared = (both(one, other) for one in some for other in others)
    return sorted({(first, last) for first, last in shared if first <= last})
