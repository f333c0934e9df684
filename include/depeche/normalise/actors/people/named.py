"""Whose a name is: in full, a surname after a full mention, with title or honorific, or alone.

A surname alone counts after a full mention anywhere in the dispatch (headlines come
first), with a title or honorific, or where it is strong (people.yml). Namesakes are told
apart by the office named, then by who was in office nearest the dispatch's date; where
that does not tell, all stay as candidates under 0.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from depeche.authority.actors.compiled import Holding
from depeche.normalise.actors.found import Dossier
from depeche.normalise.actors.people.namesakes import TWO_SURNAMES, before_surname, of_another, of_namesake
from depeche.normalise.actors.scan import Hit, Scan

_YEARS_NEAR = 6 * 366
# Who is elect, designate or expected is called by the title to come.
_SOON = 366


class Named(NamedTuple):
    """Who a name may be; ``end`` is the word after it."""

    end: int
    people: list[str]
    rule: str


def full_names(scan: Scan, dossier: Dossier) -> None:
    """Meet everyone named in full, before any surname is read, and hear of their namesakes."""
    for word, kinds in scan.kinds.items():
        if "P" in kinds:
            full = _of_longest(scan, word, "P")
            for person in dossier.choose([] if of_namesake(scan, word, full, dossier) else _people(full)):
                dossier.meet(person)
        elif "N" in kinds and of_another(scan, word):
            dossier.others.add(" ".join(scan.words[word : scan.of_kind(word, "N")[0].end]))


def name_at(
    scan: Scan,
    word: int,
    dossier: Dossier,
    offices: list[str],
    titled: bool,
    unlike: str = "",
    former: bool = False,
) -> Named | None:
    """The person named at ``word``.

    ``offices`` are those the title before it means, ``unlike`` a sex it is not; ``former`` where it is
    not held on the day: of two presidents Bush the elder.
    """
    kinds = scan.kinds.get(word, "")
    if "P" in kinds:
        full = _of_longest(scan, word, "P")
        if of_namesake(scan, word, full, dossier):
            return None
        known = _people(full)
        # A name in full says more than the sex of the word before it.
        meant = dossier.fitting(known, unlike) or known
        if former and len(meant) > 1:
            meant = [one for one in meant if not _holds(one, offices, dossier)] or meant
        people = dossier.choose(meant, offices[0] if len(offices) == 1 else None)
        return Named(full[0].end, people, "full_name")
    if "N" not in kinds:
        return None
    last = _of_longest(scan, word, "N")
    surname = scan.said(word, last[0].end)
    if not any(hit.alias.note for hit in last):
        if not titled and not offices and surname not in dossier.surnames:
            return _by_two_surnames(scan, surname, last, dossier)
        if before_surname(scan, last[0].end):
            return None
    meant = dossier.fitting(_people(last), unlike)
    if former:
        meant = [one for one in meant if not _holds(one, offices, dossier)]
    return _by_surname(meant, surname, last, dossier, offices, titled)


def _by_two_surnames(scan: Scan, surname: str, last: list[Hit], dossier: Dossier) -> Named | None:
    """ "Cavaco Silva disse", "Pérez Molina anunció": two surnames do as well as an honorific, where the state is spoken of."""
    if scan.language not in TWO_SURNAMES or " " not in surname or surname in dossier.others:
        return None
    end = last[0].end
    if not scan.capital(end - 2) or scan.text[scan.starts[end - 1]].islower() or before_surname(scan, end):
        return None
    found = _by_surname(_people(last), surname, last, dossier, [], titled=True)
    if found is None or found.rule != "surname_honorific" or len(found.people) > 1:
        return None
    return found._replace(rule="surname_double")


def by_given_name(scan: Scan, word: int, dossier: Dossier, offices: list[str], unlike: str) -> Named | None:
    """A holder of ``offices`` whose given name is spelt otherwise: unknown word, then the surname."""
    for at in (word + 1, word + 2):
        if at >= len(scan.words) or not scan.joined(at) or not scan.may_name(at - 1):
            return None
        for hit in scan.of_kind(at, "N"):
            held = any(hit.alias.ref in dossier.holders(office) for office in offices)
            if held and dossier.fitting([hit.alias.ref], unlike):
                return Named(hit.end, [hit.alias.ref], "given_name_other")
    return None


def _by_surname(
    people: list[str], surname: str, hits: list[Hit], dossier: Dossier, offices: list[str], titled: bool
) -> Named | None:
    end = hits[0].end
    strong = [hit.alias.ref for hit in hits if hit.alias.note == "strong" and hit.alias.ref in people]
    met = [one for one in dossier.known(surname) if one in people]
    others = surname in dossier.others and not met and not strong
    if others and all(office.startswith(".") for office in offices):
        return None
    for office in offices:
        holders = [one for one in dossier.holders(office) if one in people]
        if holders:
            return Named(end, holders, "surname_title")
    ever = ever_held(people, offices, dossier) if offices else []
    # "Le roi Philippe" is not the Edouard Philippe of the same dispatch.
    if met and not (ever and set(ever).isdisjoint(met)):
        return Named(end, dossier.choose(met), "surname_again")
    if others:
        return None
    if offices:
        return Named(end, dossier.choose(ever, offices[0]), "surname_title") if ever else None
    if strong:
        return Named(end, dossier.choose(strong), "surname_strong")
    if not titled:
        return None
    near = [one for one in people if dossier.index.nearest_holding(one, dossier.as_of) <= _YEARS_NEAR]
    if not near:
        return None
    # Only where the dispatch speaks of that person's state; else it stays a candidate.
    here = [one for one in near if dossier.index.people[one].country in dossier.states]
    return Named(end, dossier.choose(here or near), "surname_honorific" if here else "surname_honorific_far")


def ever_held(people: list[str], offices: list[str], dossier: Dossier) -> list[str]:
    """Those of ``people`` who held one of ``offices`` before the dispatch, or were about to.

    A role without state starts with a dot.
    """
    soon = dossier.as_of.toordinal() + _SOON
    return [one for one in people if any(held.first <= soon for held in _holdings(one, offices, dossier))]


def _holds(person: str, offices: list[str], dossier: Dossier) -> bool:
    day = dossier.as_of.toordinal()
    return any(held.first <= day <= held.last for held in _holdings(person, offices, dossier))


def _holdings(person: str, offices: list[str], dossier: Dossier) -> Iterator[Holding]:
    """The holdings of ``person`` in any of ``offices``."""
    roles = tuple(office for office in offices if office.startswith("."))
    for office, held in dossier.index.held.get(person, ()):
        if office in offices or (roles and office.endswith(roles)):
            yield held


def _of_longest(scan: Scan, word: int, kind: str) -> list[Hit]:
    """The longest readings of a kind at ``word``, where there are any."""
    found = scan.of_kind(word, kind)
    if found[0].end == found[-1].end:
        return found
    return [hit for hit in found if hit.end == found[0].end]


def _people(hits: list[Hit]) -> list[str]:
    return list(dict.fromkeys([hit.alias.ref for hit in hits]))
