"""The actors of the authority: states, organisations, groups, bodies, offices, people.

``build`` compiles the files once; ``open_index`` makes the index: every alias under its
folded words (``actors.table``), and the list of who held which office from and to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from depeche.authority.actors.compiled import BIT, Alias, Compiled, Holding, Person, Thing
from depeche.authority.actors.compiler import compile_seeds
from depeche.authority.actors.fold import fold, words
from depeche.authority.actors.names.arabic import behind_clitic
from depeche.authority.actors.seed import FILES, read_seeds
from depeche.authority.actors.sieve import Sieve
from depeche.authority.actors.table import Tables, unpack

__all__ = ["BIT", "FILES", "ActorIndex", "Alias", "Person", "Thing", "build", "fold", "open_index", "words"]


def build(folder: Path) -> bytes:
    """Compile the files of actors. Raises SettingsError with file and entry where one is wrong."""
    return msgspec.msgpack.encode(compile_seeds(read_seeds(folder)))


def open_index(data: bytes) -> ActorIndex:
    """The index of what :func:`build` gave."""
    return ActorIndex(msgspec.msgpack.decode(data, type=Compiled))


class ActorIndex:
    """What the normaliser of actors resolves against."""

    def __init__(self, compiled: Compiled) -> None:
        self.things: dict[str, Thing] = compiled.things
        self.people: dict[str, Person] = compiled.people
        self.offices: dict[str, list[Holding]] = compiled.offices
        self.stand_in: dict[str, list[str]] = compiled.roles
        self.role_cameo = compiled.role_cameo
        self.split = compiled.split
        self.lives = compiled.lives
        self.nobody = compiled.nobody
        self.heads = compiled.heads
        self._phrases = compiled.phrases
        # The dispatches of a day speak of the same few.
        self._holders = lru_cache(maxsize=16_384)(self._look_up_holders)
        self._office = lru_cache(maxsize=16_384)(self._look_up_office)
        self.names = Tables(unpack(compiled.anywhere), unpack(compiled.capitals))
        self.sieve = Sieve(compiled.sieve)

    @cached_property
    def held(self) -> dict[str, list[tuple[str, Holding]]]:
        """Person → what they held."""
        found: dict[str, list[tuple[str, Holding]]] = defaultdict(list)
        for office, holdings in self.offices.items():
            for holding in holdings:
                found[holding.person].append((office, holding))
        return dict(found)

    @cached_property
    def governed(self) -> frozenset[str]:
        """The states, their parts and the organisations that have any office."""
        return frozenset(office.rpartition(".")[0] for office in self.offices)

    @cached_property
    def seated(self) -> dict[str, str]:
        """State → the organisation that its capital stands for as well."""
        return {thing.seat: key for key, thing in self.things.items() if thing.seat}

    @cached_property
    def behind_clitic(self) -> dict[str, tuple[str, int]]:
        """Arabic words that are the first of a person's name behind a clitic → that word, and the clitic's length.

        Made when first asked for: most dispatches are in other scripts.
        """
        return behind_clitic(self.names, self.small_words("no_names", "ar"))

    @cached_property
    def final_s(self) -> frozenset[str]:
        """The words that end with "s" in names of several, behind the first: "Haus" of "Weiße Haus".

        Made when first asked for: only German asks.
        """
        longer = (text for table in self.names for text in table if "s " in text or text[-1] == "s")
        return frozenset(word for text in longer for word in text.split(" ")[1:] if word[-1:] == "s")

    def small_words(self, section: str, language: str | None) -> frozenset[str]:
        """The folded words of a section of phrases.yml; of all languages where ``language`` is None."""
        names = self._phrases[section]
        if language is None:
            return frozenset(word for texts in names.values() for word in texts)
        return frozenset(names.get(language, ()))

    def holders(self, office: str, day: date, interim: bool = False) -> tuple[str, ...]:
        """Who held ``office`` on ``day``: none, one, or several where the list has several.

        On the day of a hand-over the newcomer holds it. ``interim``: those only who held it for the time being.
        """
        return self._holders(office, day, interim)

    def _look_up_holders(self, office: str, day: date, interim: bool) -> tuple[str, ...]:
        holdings = self.offices.get(office)
        if not holdings:
            return ()
        wanted = day.toordinal()
        before = bisect_right(holdings, wanted, key=lambda holding: holding.first)
        found = [one for one in holdings[:before] if one.last >= wanted]
        if len(found) > 1:
            latest = found[-1].first
            found = [one for one in found if one.last > wanted or one.first == latest]
        if interim:
            found = [one for one in found if one.interim]
        elif len(found) > 1:
            found = [one for one in found if not one.stands_in] or found
        return tuple(dict.fromkeys([one.person for one in found]))

    def holding_on(self, office: str, person: str, day: date) -> Holding | None:
        """The holding by which ``person`` holds ``office`` on ``day``, the latest begun; None where none is."""
        wanted = day.toordinal()
        found = [
            one
            for one in self.offices.get(office, ())
            if one.person == person and one.first <= wanted <= one.last
        ]
        return found[-1] if found else None

    def whole(self, state: str) -> str | None:
        """The state that ``state`` is a part of (England: GB); None where it is one of its own."""
        thing = self.things.get(f"state:{state}")
        return thing.country if thing and thing.country != state else None

    def exists(self, office: str) -> bool:
        """True where the authority knows a holder of ``office`` at any time."""
        return office in self.offices

    def cameo_of(self, office: str) -> str | None:
        """CAMEO's code of an office: the state's, then GOV, MIL or LEG; of an organisation's the organisation's own."""
        owner, _, role = office.rpartition(".")
        state = self.things.get(f"state:{owner}")
        if state is None:
            organisation = self.things.get(self.heads.get(office, f"org:{owner.lower()}"))
            return organisation.cameo if organisation else None
        suffix = self.role_cameo.get(role)
        return state.cameo + suffix if state.cameo and suffix else None

    def office_of(self, person: str, day: date) -> str | None:
        """The office ``person`` held on ``day``; the weightiest where there are several."""
        return self._office(person, day)

    def _look_up_office(self, person: str, day: date) -> str | None:
        wanted = day.toordinal()
        found = [office for office, one in self.held.get(person, ()) if one.first <= wanted <= one.last]
        at_home = self.people[person].country
        return min(found, key=lambda one: (_weight(one), one.partition(".")[0] != at_home), default=None)

    def nearest_holding(self, person: str, day: date) -> int:
        """Days between ``day`` and the nearest time in any office; 0 when in office, None-like 10**6."""
        wanted = day.toordinal()
        gaps = [max(one.first - wanted, wanted - one.last, 0) for _, one in self.held.get(person, ())]
        return min(gaps, default=10**6)


_ORDER = (
    "pope",
    "supreme_leader",
    "monarch",
    "president",
    "prime_minister",
    "crown_prince",
    "secretary_general",
    "commission_president",
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "interior_minister",
)


def _weight(office: str) -> int:
    role = office.rpartition(".")[2]
    return _ORDER.index(role) if role in _ORDER else len(_ORDER)
