"""A common name beside a trade that nobody of that name whom we know has: "the actor James Brown", "le député Paul Martin".

Only where the surname is that of several people of the authority or a given name, and the dispatch
says nothing of the state of the one we know: "the actor Ronald Reagan" is, for nobody else is called so.
"""

from __future__ import annotations

from depeche.normalise.actors.found import Dossier
from depeche.normalise.actors.scan import Hit, Scan

# From so many people on a surname is common.
_COMMON = 3
# So long after an office, or before the first, nobody goes by a calling without a word of the state.
_SINCE, _BEFORE = 10 * 366, 12 * 366
# Words before a name among which its trade may be.
_BESIDE = 3
_OF_STATE = ("S", "A", "C", "D")


def of_another_calling(scan: Scan, word: int, full: list[Hit], dossier: Dossier) -> bool:
    """Whether the trade beside the full name at ``word`` makes it another's."""
    end, small = full[0].end, scan.small
    around = scan.words[max(0, word - _BESIDE) : word] + scan.words[end : end + 2]
    if small.professions.isdisjoint(around):
        return False
    beside = _said_beside(scan, word, end)
    calling = not small.callings.isdisjoint(beside)
    if not calling and small.trades.isdisjoint(beside):
        return False
    if not _is_common(scan, end - 1, dossier):
        return False
    said = scan.words[word:end]
    return all(_is_far(hit.alias.ref, said if calling else None, scan, dossier) for hit in full)


def _said_beside(scan: Scan, word: int, end: int) -> list[str]:
    """The words that may be a trade: right before, before an adjective or two, or behind a comma and an article."""
    found: list[str] = []
    at = word - 1
    while at >= max(0, word - _BESIDE) and scan.joined(at + 1):
        if scan.words[at] in scan.small.former:
            return []  # "the former footballer": what one is now may be anything
        found.append(scan.words[at])
        if scan.words[at] in scan.small.of or scan.words[at] in scan.small.articles:
            break
        at -= 1
    if found and at >= 0 and scan.joined(at + 1) and scan.words[at] in scan.small.former:
        return []
    if end < len(scan.words) and scan.gap(end) == ", ":
        after = end + (scan.words[end] in scan.small.articles)
        found += scan.words[after : after + 1]
    return found


def _is_common(scan: Scan, last: int, dossier: Dossier) -> bool:
    """Whether several people of the authority have the surname, or it is a given name."""
    surname = scan.words[last]
    entry = dossier.index.names.capitals.get(surname)
    several = entry is not None and len({alias.ref for alias in entry.names}) >= _COMMON
    return several or surname in scan.small.first_names


def _is_far(person: str, said: list[str] | None, scan: Scan, dossier: Dossier) -> bool:
    """Whether the dispatch says nothing of the person's state; beside a calling also long out of office, or known by more.

    ``said`` are the words of the name, None beside a trade, which no office goes with. Who never held an
    office is known by a trade.
    """
    index = dossier.index
    known, held = index.people[person], index.held.get(person)
    if not held or any((kind, known.country) in scan.named for kind in _OF_STATE):
        return False
    if said is None or _known_by_more(person, said, dossier):
        return True
    day = dossier.as_of.toordinal()
    return all(day - one.last > _SINCE or one.first - day > _BEFORE for _, one in held)


def _known_by_more(person: str, said: list[str], dossier: Dossier) -> bool:
    """ "José Luis Rodríguez" without the Zapatero whom everybody knows him by."""
    capitals = dossier.index.names.capitals
    others = (name for name in dossier.index.people[person].surnames if name not in said)
    entries = (capitals[name] for name in others if name.isascii() and name in capitals)
    return any(alias.ref == person and alias.note == "strong" for entry in entries for alias in entry.names)
