"""One entry of the authority of actors, looked up by its id."""

from __future__ import annotations

from datetime import date
from itertools import chain

import msgspec

from depeche.authority.actors import ActorIndex
from depeche.authority.actors.compiled import Alias, Holding


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A holding, seen from the person or from the office."""

    office_id: str
    actor_id: str
    name: str
    first: date
    until: date | None
    source: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What is known under an id; ``names`` are folded, as texts are searched for them."""

    id: str
    kind: str
    name: str
    wikidata_id: str | None
    country_code: str | None
    # Of a person it is the office's on the day: see the offices held.
    cameo_code: str | None
    names: list[str]
    holdings: list[Held]


def entry(index: ActorIndex, ident: str) -> Entry | None:
    """The person, office, state, organisation, group or body ``ident`` names; None where there is none."""
    key = ident.strip()
    person = key.removeprefix("person:")
    if person in index.people:
        return _person(index, person)
    office = key.removeprefix("office:")
    if office in index.offices:
        return _office(index, office)
    thing = key if key in index.things else f"state:{key.upper()}"
    return _thing(index, thing) if thing in index.things else None


def _person(index: ActorIndex, key: str) -> Entry:
    known = index.people[key]
    held = [_held(index, office, one) for office, one in index.held.get(key, ())]
    return Entry(
        id=f"person:{key}",
        kind="person",
        name=known.name,
        wikidata_id=key if key.startswith("Q") else None,
        country_code=known.country,
        cameo_code=None,
        names=_names(index, "PN", key),
        holdings=sorted(held, key=lambda one: (one.first, one.office_id)),
    )


def _office(index: ActorIndex, office: str) -> Entry:
    owner, _, role = office.rpartition(".")
    state = index.things.get(f"state:{owner}")
    return Entry(
        id=f"office:{office}",
        kind="office",
        name=f"{state.name if state else owner}: {role.replace('_', ' ')}",
        wikidata_id=None,
        country_code=state.country if state else None,
        cameo_code=index.cameo_of(office),
        names=_names(index, "O", office, role, owner=owner),
        holdings=[_held(index, office, one) for one in index.offices[office]],
    )


def _thing(index: ActorIndex, key: str) -> Entry:
    known = index.things[key]
    is_state = known.kind == "state"
    state = key.partition(":")[2]
    offices = sorted(office for office in index.offices if is_state and office.rpartition(".")[0] == state)
    return Entry(
        id=key,
        kind=known.kind,
        name=known.name,
        wikidata_id=known.wikidata,
        country_code=known.country,
        cameo_code=known.cameo,
        names=_names(index, "SADC", state) if is_state else _names(index, "GM", key),
        holdings=[_held(index, office, index.offices[office][-1]) for office in offices],
    )


def _held(index: ActorIndex, office: str, one: Holding) -> Held:
    return Held(
        office_id=office,
        actor_id=f"person:{one.person}",
        name=index.people[one.person].name,
        first=date.fromordinal(one.first),
        until=one.until,
        source=one.source,
    )


def _names(index: ActorIndex, kinds: str, *refs: str, owner: str = "") -> list[str]:
    """The folded words that are read as ``refs``, without those behind an Arabic clitic.

    Office words that mean the role in some states only count where ``owner`` is one of them.
    """
    found = []
    for text, entry in chain.from_iterable(table.items() for table in index.names):
        for alias in (*entry.others, *entry.names):
            if alias.kind in kinds and alias.ref in refs and not alias.clip and _said_of(alias, owner):
                found.append(text)
                break
    return sorted(found)


def _said_of(alias: Alias, owner: str) -> bool:
    only = alias.note.partition("|")[2] if alias.kind == "O" else ""
    return only in ("", "!") or owner in only.split(",")
