"""A state's or capital's name that means something else: part of a longer name, or a town's as well."""

from __future__ import annotations

from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.small import ROMANCE

# Between what is named and the state it is named after: "Volta a Portugal".
_TOWARDS = "a"
# Whom towns, their clubs and councils have, too; longer offices stand in so many words.
_ALSO_OF_TOWNS = frozenset(("president", "speaker"))
_OFFICE_WORDS = 5
# Within so many words of a town's name another says that the state is meant.
_BESIDE = 8


def leave_towns(scan: Scan) -> None:
    """Take the state's reading from "Granada" where no word near it says that it is meant."""
    towns, beside = scan.small.also_towns, scan.small.beside_towns
    for word in [word for word in scan.hits if scan.words[word] in towns]:
        near = scan.words[max(0, word - _BESIDE) : word + _BESIDE + 1]
        if beside.isdisjoint(near) and not _has_ministers(scan, word):
            scan.keep(word, [hit for hit in scan.hits[word] if hit.alias.kind != "S" or hit.end > word + 1])


def _has_ministers(scan: Scan, word: int) -> bool:
    """ "el primer ministro de Granada": an office before the name that no town has."""
    at = word
    while at > 0 and scan.joined(at) and scan.words[at - 1] in scan.small.of | scan.small.definite:
        at -= 1
    return at < word and any(
        hit.end == at and hit.alias.ref not in _ALSO_OF_TOWNS
        for first in range(max(0, at - _OFFICE_WORDS), at)
        for hit in scan.of_kind(first, "O")
    )


def in_longer_name(scan: Scan, word: int, end: int) -> bool:
    """ "Irak-Krieg", "Iraq war", "Kenya Airways": the state's name is part of another."""
    if end >= len(scan.words) or scan.shouting:
        return False
    gap = scan.gap(end)
    if scan.language == "de":
        return gap == "-" and scan.capital(end)
    if gap != " " or scan.language != "en":
        return False
    named = scan.field == "text" and scan.capital(end) and end not in scan.hits
    return scan.words[end] in scan.small.events or (named and not scan.opens_sentence(end))


def named_after(scan: Scan, word: int) -> bool:
    """ "Air Sénégal", "Copa de Brasil", "Petróleos de Venezuela": a company or event has the state's name in its own."""
    naming, of, at = scan.small.naming, scan.small.of, word - 1
    if not naming or scan.shouting:
        return False
    while at > word - 3 and at > 0 and scan.joined(at + 1):
        if scan.words[at] not in of and scan.words[at] != _TOWARDS:
            break
        at -= 1
    if at < 0 or not scan.joined(at + 1):
        return False
    one = scan.capital(at) and scan.words[at] in naming
    return one or (at > 0 and scan.capital(at - 1) and scan.said(at - 1, at + 1) in naming)


def lost_in_name(scan: Scan, word: int, end: int) -> bool:
    """ "Michael Jordan", "Chad Smith": a capital right beside a weak name."""
    if scan.shouting:
        return True
    beside = [word - 1] if scan.joined(word) and not scan.opens_sentence(word - 1) else []
    # The stop behind "RFA" ends a sentence, the last one of "U.S." need not.
    if scan.joined(end) and ("." in scan.shown(word, end) or not scan.opens_sentence(end)):
        beside.append(end)
    return any(scan.capital(one) and not scan.kinds.get(one, "").strip("N") for one in beside)


def is_given_name(scan: Scan, end: int) -> bool:
    """ "Sofia Christensen": a capital letter follows at once and it is nothing we know."""
    if scan.shouting or scan.language == "de" or end >= len(scan.words):
        return False
    return not scan.kinds.get(end, "").strip("N") and scan.joined(end) and scan.capital(end)


def begins_name(scan: Scan, word: int, end: int) -> bool:
    """ "Lega Calcio": a capital we do not know behind a name with other meanings that is no acronym ("PS Jean Dupont")."""
    if scan.language not in ROMANCE or scan.shouting or end >= len(scan.words) or not scan.capital(end):
        return False
    unknown = not scan.kinds.get(end) and scan.words[end] not in scan.small.first_names
    return unknown and scan.gap(end) == " " and not scan.shown(word, end).isupper()
