"""Actors: the people, states, bodies, organisations and groups a dispatch names.

Names come from the authority; the rules are general and each mention says which one found
it (``docs/actors.md``). Roles are resolved as of the dispatch's date. Conventions are those
of French, English, Spanish and German news agencies ("le secrétaire d'Etat américain John
Kerry", "M. Obama", "son homologue russe"); Portuguese, Italian and Arabic as far as the
authority has their words.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from depeche.authority import Authority
from depeche.authority.actors import ActorIndex
from depeche.normalise import (
    actor_holders,
    actor_named,
    actor_offices,
    actor_people,
    actor_powers,
    actor_states,
    actor_unknown,
    actor_unknown_things,
)
from depeche.normalise.actor_found import Dossier, Found
from depeche.normalise.actor_scan import Scan, scan
from depeche.records import Actor, Mention

Reading = Callable[[Scan, int, Dossier], tuple[int, list[Found]] | None]


def actors(
    headline: str | None, text: str, language: str | None, as_of: date, authority: Authority
) -> list[Actor]:
    """Every actor named in ``headline`` and ``text``, in order of first mention.

    ``language`` is a BCP 47 code (its first subtag counts) or None: then names of every
    language are tried. Offsets are code points in ``headline`` or ``text`` as given, as the
    mention's ``field`` says. Never raises on any text.
    """
    return named(headline, text, language, as_of, authority.actors)


def named(
    headline: str | None, text: str, language: str | None, as_of: date, index: ActorIndex
) -> list[Actor]:
    """As :func:`actors`, for those who have opened the index of actors alone."""
    tongue = language.split("-")[0].lower() if language else None
    dossier = Dossier(index, as_of)
    fields = [("headline", headline)] if headline else []
    scans = [scan(name, words, tongue, index) for name, words in [*fields, ("text", text)]]
    for made in scans:
        actor_named.full_names(made, dossier)
        actor_powers.strong_things(made, dossier)
    # A headline leans on the text below it: the text is read first.
    for made in sorted(scans, key=lambda one: one.field, reverse=True):
        _read(made, dossier)
    for made in scans:
        actor_unknown.introduced(made, dossier)
    for made in scans:
        actor_unknown_things.named(made, dossier)
    for made in scans:
        actor_unknown.again(made, dossier)
    dossier.found.sort(key=lambda one: (one.field, one.start))
    texts = {made.field: made.text for made in scans}
    return _gather(dossier, texts)


def _read(made: Scan, dossier: Dossier) -> None:
    past = 0
    for word in made.openings():
        if word >= past and (word not in made.faint or _may_count(made, word, dossier)):
            end, found = _best(made, word, dossier)
            dossier.found += found
            past = max(end, word + 1)


def _may_count(made: Scan, word: int, dossier: Dossier) -> bool:
    """A weak surname alone: only where its bearer has been met, or more than a name begins with the word."""
    said = made.words[word]
    return made.said(word, word + 1) in dossier.surnames or said in made.small.parts_played


def _best(made: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]]:
    """The reading that takes in most words; the first of equals."""
    said = made.words[word]
    split, honorific = "/" if said in made.split else "", "'" if said in made.small.honorifics else ""
    best: tuple[int, list[Found]] = (word, [])
    for read in _readings(made.kinds.get(word, "") + split + honorific):
        reading = read(made, word, dossier)
        if reading is not None and (reading[0] > best[0] or (reading[0] == best[0] and not best[1])):
            best = reading
    return best


def _office(made: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    phrase = actor_offices.office_phrase(made, word)
    if phrase is None:
        return None
    found = actor_people.titled(made, phrase, dossier)
    if found is None:
        found = actor_unknown.titled_unknown(made, phrase, dossier)
    if found is None:
        found = actor_people.apposed(made, phrase, dossier)
    return found if found is not None else actor_holders.resolve(made, phrase, dossier)


def _honoured(made: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    found = actor_people.honoured(made, word, dossier)
    return found if found is not None else actor_unknown.honoured_unknown(made, word, dossier)


# What a reading can begin with: kinds of alias, "/" a word that an adjective may split off, "'" an honorific.
_READINGS: tuple[tuple[frozenset[str], Reading], ...] = (
    (frozenset("X"), actor_powers.not_actor),
    (frozenset("ORAS/"), _office),
    (frozenset("'"), _honoured),
    (frozenset("BAS/"), actor_powers.body),
    (frozenset("PN"), actor_powers.person_body),
    (frozenset("PN"), actor_people.alone),
    (frozenset("G"), actor_powers.thing),
    (frozenset("M"), actor_states.metonym),
    (frozenset("S"), actor_states.state),
    (frozenset("C"), actor_states.capital),
)


@lru_cache(maxsize=4096)
def _readings(kinds: str) -> tuple[Reading, ...]:
    """The readings to try where a mention may begin."""
    return tuple(read for wanted, read in _READINGS if not wanted.isdisjoint(kinds))


def _gather(dossier: Dossier, texts: dict[str, str]) -> list[Actor]:
    mentions: dict[str, list[Mention]] = {}
    for one in dossier.found:
        mentions.setdefault(one.actor, []).append(
            Mention(
                text=texts[one.field][one.start : (end := _with_stop(texts[one.field], one))],
                field=one.field,
                start=one.start,
                end=end,
                rule=one.rule,
                confidence=round(one.confidence, 2),
            )
        )
    return [_actor(key, said, dossier) for key, said in mentions.items()]


def _with_stop(text: str, one: Found) -> int:
    """Where the mention ends: with the last stop of "U.S."."""
    dotted = (
        one.end - one.start > 2 and text[one.end - 2 : one.end - 1] == "." and text.startswith(".", one.end)
    )
    return one.end + dotted


def _actor(key: str, said: list[Mention], dossier: Dossier) -> Actor:
    index = dossier.index
    if key in index.people:
        return _person(key, said, dossier)
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
        cameo_code=_cameo(office, dossier.index) if office else None,
        mentions=said,
    )


def _person(key: str, said: list[Mention], dossier: Dossier) -> Actor:
    """A person of the authority; the office is the one spoken of where it is held, else the weightiest held."""
    index, as_of = dossier.index, dossier.as_of
    spoken = (one.office for one in dossier.found if one.actor == key and one.office)
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
        cameo_code=_cameo(office, index) if office else None,
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
        cameo_code=_cameo(office, index),
        mentions=said,
    )


def _cameo(office: str, index: ActorIndex) -> str | None:
    """CAMEO's code of an office: the state's, then GOV, MIL or LEG."""
    owner, _, role = office.rpartition(".")
    state = index.things.get(f"state:{owner}")
    suffix = index.role_cameo.get(role)
    return state.cameo + suffix if state and state.cameo and suffix else None
