"""A surname right behind the genitive of its bearer's state: "Italy's Conte said", "Russlands Putin".

English and German wires write so of those who are known, without title and before any full mention.
It is who holds an office of that state on the day, where it is one alone who then acts or speaks:
"Portugal's Costa scored" is a player.
"""

from __future__ import annotations

from depeche.normalise.actors.found import Dossier
from depeche.normalise.actors.people.named import Named
from depeche.normalise.actors.people.namesakes import before_surname
from depeche.normalise.actors.scan import Scan

_LONGEST_STATE = 4
# Days after an office in which one still goes by it: "Syria's Assad fled".
_LATELY = 30
_APOSTROPHES = frozenset("'’")


def behind_state(scan: Scan, word: int) -> bool:
    """Whether a genitive may stand before ``word``; ``_state_before`` tells whether it is a state's."""
    before = scan.words[word - 1] if word else ""
    return before[-1:] == "s" and (before == "s" or scan.language == "de") and scan.gap(word) == " "


def of_state(scan: Scan, word: int, dossier: Dossier) -> Named | None:
    """Whose surname ``word`` is, the only one of that name who holds an office of the state before it."""
    if scan.shouting or not behind_state(scan, word) or set(scan.kinds.get(word, "")) != {"N"}:
        return None
    end = scan.hits[word][0].end
    state = _state_before(scan, word)
    if state is None or before_surname(scan, end) or scan.said(word, end) in dossier.others:
        return None
    if end >= len(scan.words) or not scan.joined(end) or not _acts(scan, end):
        return None
    bearers = dict.fromkeys(hit.alias.ref for hit in scan.hits[word] if hit.end == end)
    people = [one for one in bearers if _holds_there(one, state, dossier)]
    return Named(end, people, "surname_of_state") if len(people) == 1 else None


def _acts(scan: Scan, word: int) -> bool:
    """Whether ``word`` is a verb of acting or saying."""
    return scan.words[word] in scan.small.acting_after or scan.words[word] in scan.small.speech


def _state_before(scan: Scan, word: int) -> str | None:
    """The state whose genitive ends right before ``word``."""
    apostrophe = word > 1 and scan.words[word - 1] == "s" and scan.gap(word - 1) in _APOSTROPHES
    end = word - 1 if apostrophe else word
    for first in range(max(0, end - _LONGEST_STATE), end):
        for hit in scan.of_kind(first, "S"):
            if hit.end == end and (apostrophe or hit.alias.note == "genitive"):
                return hit.alias.ref
    return None


def _holds_there(person: str, state: str, dossier: Dossier) -> bool:
    """Whether ``person`` holds an office of ``state`` on the day, or has until lately."""
    day = dossier.as_of.toordinal()
    held = dossier.index.held.get(person, ())
    return any(
        office.startswith(f"{state}.") and one.first <= day <= one.last + _LATELY for office, one in held
    )
