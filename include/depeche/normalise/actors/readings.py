"""Which reading of a word counts: of all that a mention may be that begins there, the one that takes in most words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from depeche.normalise.actors import offices, people, powers, unknown
from depeche.normalise.actors.found import Dossier, Found
from depeche.normalise.actors.offices import holders
from depeche.normalise.actors.people import titled
from depeche.normalise.actors.powers import capitals, peoples, states
from depeche.normalise.actors.scan import Scan

Reading = Callable[[Scan, int, Dossier], tuple[int, list[Found]] | None]


def best(made: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]]:
    """The reading that takes in most words; the first of equals."""
    said, small = made.words[word], made.small
    kinds = made.kinds.get(word, "")
    # What an adjective splits has it right behind, or behind "former" and one word more.
    if said in made.split and (said in small.former or made.is_split(word)):
        kinds += "/"
    if said in small.honorifics:
        kinds += "'"
    longest: tuple[int, list[Found]] = (word, [])
    for read in _readings(kinds):
        found = read(made, word, dossier)
        if found is not None and (found[0] > longest[0] or (found[0] == longest[0] and not longest[1])):
            longest = found
    return longest


def _office(made: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    phrase = offices.office_phrase(made, word)
    if phrase is None:
        return None
    found = titled.titled(made, phrase, dossier)
    if found is None:
        found = unknown.titled_unknown(made, phrase, dossier)
    if found is None:
        found = titled.apposed(made, phrase, dossier)
    return found if found is not None else holders.resolve(made, phrase, dossier)


def _honoured(made: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    found = people.honoured(made, word, dossier)
    return found if found is not None else unknown.honoured_unknown(made, word, dossier)


# What a reading can begin with: kinds of alias, "/" a word that an adjective may split off, "'" an honorific.
_READINGS: tuple[tuple[frozenset[str], Reading], ...] = (
    (frozenset("X"), powers.not_actor),
    (frozenset("ORAS/"), _office),
    (frozenset("'"), _honoured),
    (frozenset("BAS/"), powers.body),
    (frozenset("DA"), peoples.people),
    (frozenset("PN"), powers.person_body),
    (frozenset("PN"), people.alone),
    (frozenset("G"), powers.thing),
    (frozenset("M"), capitals.metonym),
    (frozenset("S"), states.state),
    (frozenset("C"), capitals.capital),
)


@lru_cache(maxsize=4096)
def _readings(kinds: str) -> tuple[Reading, ...]:
    """The readings to try where a mention may begin."""
    return tuple(read for wanted, read in _READINGS if not wanted.isdisjoint(kinds))
