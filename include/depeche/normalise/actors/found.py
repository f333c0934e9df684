"""What the reading of one dispatch has found so far, and the questions later words ask of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

import msgspec

from depeche.authority.actors import ActorIndex
from depeche.normalise.actors import times
from depeche.normalise.actors.scan import Hit, Scan

# How sure one of several candidates is at most.
WEAK = 0.45
# Mentions that a relational word may look back over.
_REMEMBERED = 200


class Found(msgspec.Struct, frozen=True, gc=False):
    """One mention of one actor. ``office`` is what later relational words refer to."""

    actor: str
    field: str
    start: int
    end: int
    rule: str
    confidence: float
    office: str | None


def found_at(scan: Scan, word: int, hit: Hit, actor: str, rule: str, confidence: float) -> Found:
    """The mention of ``actor`` that the reading ``hit`` of ``word`` makes."""
    start = scan.starts[word] + hit.alias.clip
    return Found(actor, scan.field, start, scan.ends[hit.end - 1], rule, confidence, None)


@dataclass(slots=True)
class Dossier:
    """The mentions of a dispatch in reading order, and who is known by surname.

    ``time`` is given where the day is not known but the titles tell about when it was.
    """

    index: ActorIndex
    as_of: date
    time: times.Time | None = None
    found: list[Found] = field(default_factory=list)
    surnames: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    strong_things: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    # Surnames that the dispatch gives somebody by another given name than those we know.
    others: set[str] = field(default_factory=set)
    unknown: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    unknown_surnames: dict[str, str] = field(default_factory=dict)
    unknown_things: set[str] = field(default_factory=set)
    # Whom the dispatch calls by an office, and which it may be.
    titles: list[times.Title] = field(default_factory=list)
    # Field → how many of ``found`` are marked in it, and a byte a character: 1 where something was found.
    _covered: dict[str, tuple[int, bytearray]] = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The day as of which states are read: of a time the middle of its last span, whose ends are hand-overs."""
        return self.as_of if self.time is None else date.fromordinal(sum(self.time.spans[-1]) // 2)

    def is_free(self, name: str, text: str, start: int, stop: int) -> bool:
        """Whether nothing was found between two offsets of ``text``, the field ``name``."""
        done, marks = self._covered.get(name) or (0, bytearray(len(text)))
        for one in self.found[done:]:
            if one.field == name:
                marks[one.start : one.end] = b"\1" * (one.end - one.start)
        self._covered[name] = len(self.found), marks
        return 1 not in marks[start:stop]

    def forget(self, actors: set[str]) -> None:
        """Take back what was found of ``actors``."""
        self.found[:] = [one for one in self.found if one.actor not in actors]
        self._covered.clear()

    def holders(self, office: str) -> tuple[str, ...]:
        """Who held ``office`` when the dispatch was written: all that it may have been."""
        if self.time is not None:
            return times.holders(office, self.time, self.index)
        return self.index.holders(office, self.as_of)

    def fitting(self, people: Collection[str], unlike: str) -> list[str]:
        """Those of ``people`` who are not known to be of the sex ``unlike``; all of them where it is ""."""
        if not unlike:
            return list(people)
        known = self.index.people
        return [one for one in people if one not in known or known[one].sex != unlike]

    def known(self, surname: str) -> list[str]:
        """People met in this dispatch who have ``surname``."""
        return list(self.surnames.get(surname, ()))

    def meet(self, person: str) -> None:
        """From now on ``person`` may be named by surname alone."""
        for surname in self.index.people[person].surnames:
            self.surnames[surname][person] = None

    def trust(self, confidence: float, office: str) -> float:
        """Less sure of a holder after the day up to which the source of that holding is kept."""
        day = self.as_of.toordinal()
        known = [one.known for one in self.index.offices[office] if one.first <= day <= one.last]
        return confidence * 0.8 if known and day > max(known) else confidence

    def choose(self, people: list[str], office: str | None = None) -> list[str]:
        """Of namesakes the one meant; several where they cannot be told apart.

        Who holds ``office`` now, else who ever held it; of several the nearest in time, then
        the one whose state the dispatch speaks of.
        """
        if len(people) < 2:
            return people
        if office:
            holders = [one for one in people if one in self.holders(office)]
            ever = [one for one in people if any(held == office for held, _ in self.index.held.get(one, ()))]
            people = holders or ever or people
        gaps = {one: self.index.nearest_holding(one, self.as_of) for one in people}
        nearest = min(gaps.values())
        nearer = [one for one in people if gaps[one] == nearest]
        here = [one for one in nearer if self.index.people[one].country in self.states]
        return here if len(here) == 1 else nearer

    def last_office(self, of_state: str) -> str | None:
        """The office last spoken of that is another state's and that ``of_state`` has, too: "son homologue".

        Where it has none of them, the one last spoken of if that is a state's, as only states have ministers.
        """
        spoken = (
            one.office
            for one in islice(reversed(self.found), _REMEMBERED)
            if one.office and one.confidence >= 0.5 and one.office.partition(".")[0] != of_state
        )
        last = next(spoken, None)
        if last is None or self._has(of_state, last):
            return last
        of_a_state = f"state:{last.partition('.')[0]}" in self.index.things
        return next(
            (office for office in spoken if self._has(of_state, office)), last if of_a_state else None
        )

    def _has(self, state: str, office: str) -> bool:
        """Whether ``state`` has such an office, or another in its stead."""
        role = office.rpartition(".")[2]
        return any(self.index.exists(f"{state}.{one}") for one in (role, *self.index.stand_in.get(role, ())))

    def roles(self) -> list[str]:
        """The roles of the offices spoken of, the last first."""
        spoken = (one for one in islice(reversed(self.found), _REMEMBERED) if one.confidence >= 0.5)
        return list(dict.fromkeys(one.office.rpartition(".")[2] for one in spoken if one.office))

    def last_with_role(self, role: str) -> set[str]:
        """The actors so far whose office is of ``role``."""
        return {
            one.actor
            for one in self.found
            if one.office and one.confidence >= 0.5 and one.office.rpartition(".")[2] == role
        }
