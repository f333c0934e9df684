"""What was found in a dispatch, put together: an actor each, with all its mentions."""

from __future__ import annotations

from depeche.authority.actors import ActorIndex
from depeche.normalise.actors.found import Dossier, Found
from depeche.normalise.actors.scan import Scan
from depeche.records import Actor, Mention


def gather(dossier: Dossier, scans: list[Scan]) -> list[Actor]:
    """The actors of a dispatch, each with its mentions, in order of the first."""
    texts = {made.field: made.text for made in scans}
    found: dict[str, list[Found]] = {}
    for one in dossier.found:
        found.setdefault(one.actor, []).append(one)
    return [
        _actor(key, some, [_mention(texts[one.field], one) for one in some], dossier)
        for key, some in found.items()
    ]


def _mention(text: str, one: Found) -> Mention:
    end = one.end
    # The last stop of "U.S." belongs to it.
    if text.startswith(".", end) and end - one.start > 2 and text[end - 2] == ".":
        end += 1
    return Mention(
        text=text[one.start : end],
        field=one.field,
        start=one.start,
        end=end,
        rule=one.rule,
        confidence=round(one.confidence, 2),
    )


def _actor(key: str, found: list[Found], said: list[Mention], dossier: Dossier) -> Actor:
    index = dossier.index
    if key in index.people:
        return _person(key, found, said, dossier)
    if key.startswith("office:"):
        return _unheld(key, said, index)
    if key in dossier.unknown:
        return _unknown(key, said, dossier)
    thing = index.things[key]
    return Actor(
        actor_id=key,
        wikidata_id=thing.wikidata,
        kind=thing.kind,
        name=thing.name,
        country_code=thing.country,
        office_id=None,
        cameo_code=thing.cameo,
        mentions=said,
    )


def _unknown(key: str, said: list[Mention], dossier: Dossier) -> Actor:
    name, office = dossier.unknown[key]
    state = dossier.index.things.get(f"state:{office.partition('.')[0]}") if office else None
    return Actor(
        actor_id=key,
        wikidata_id=None,
        kind="organisation" if key in dossier.unknown_things else "person",
        name=name,
        country_code=state.country if state else None,
        office_id=office,
        cameo_code=dossier.index.cameo_of(office) if office else None,
        mentions=said,
    )


def _person(key: str, found: list[Found], said: list[Mention], dossier: Dossier) -> Actor:
    """A person of the authority; the office is the one spoken of where it is held, else the weightiest held."""
    index, as_of = dossier.index, dossier.as_of
    spoken = dict.fromkeys([one.office for one in found if one.office])
    held = (office for office in spoken if index.holding_on(office, key, as_of))
    return person_actor(key, next(held, None) or index.office_of(key, as_of), said, index)


def person_actor(key: str, office: str | None, said: list[Mention], index: ActorIndex) -> Actor:
    """The actor of a person of the authority in ``office``."""
    person = index.people[key]
    return Actor(
        actor_id=f"person:{key}",
        wikidata_id=key if key.startswith("Q") else None,
        kind="person",
        name=person.name,
        country_code=person.country,
        office_id=office,
        cameo_code=index.cameo_of(office) if office else None,
        mentions=said,
    )


def _unheld(key: str, said: list[Mention], index: ActorIndex) -> Actor:
    office = key.partition(":")[2]
    owner, _, role = office.rpartition(".")
    state = index.things.get(f"state:{owner}")
    return Actor(
        actor_id=key,
        wikidata_id=None,
        kind="office",
        name=f"{state.name if state else owner}: {role.replace('_', ' ')}",
        country_code=state.country if state else None,
        office_id=office,
        cameo_code=index.cameo_of(office),
        mentions=said,
    )
