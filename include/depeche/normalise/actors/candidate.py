"""Who or what some words may mean, with everything that says why."""

from __future__ import annotations

from datetime import date

import msgspec

from depeche.authority.actors import ActorIndex
from depeche.authority.actors.compiled import Holding
from depeche.normalise.actors.rules import explained
from depeche.records import Actor


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what some words may mean. ``start`` and ``end`` are code points in the words."""

    actor_id: str
    wikidata_id: str | None
    kind: str
    name: str
    country_code: str | None
    office_id: str | None
    cameo_code: str | None
    held_from: date | None
    held_until: date | None
    source: str | None
    text: str
    start: int
    end: int
    rule: str
    confidence: float
    why: str


def candidate(
    actor: Actor,
    start: int,
    end: int,
    words: str,
    rule: str,
    confidence: float,
    as_of: date,
    index: ActorIndex,
) -> Candidate:
    person = actor.actor_id.removeprefix("person:")
    holding = index.holding_on(actor.office_id, person, as_of) if actor.office_id else None
    return Candidate(
        actor_id=actor.actor_id,
        wikidata_id=actor.wikidata_id,
        kind=actor.kind,
        name=actor.name,
        country_code=actor.country_code,
        office_id=actor.office_id,
        cameo_code=actor.cameo_code,
        held_from=date.fromordinal(holding.first) if holding else None,
        held_until=holding.until if holding else None,
        source=holding.source if holding else None,
        text=words[start:end],
        start=start,
        end=end,
        rule=rule,
        confidence=round(confidence, 2),
        why=_why(rule, actor.office_id, holding, as_of),
    )


def _why(rule: str, office: str | None, holding: Holding | None, as_of: date) -> str:
    if holding is None:
        return explained(rule)
    until = holding.until or "open"
    since = f"{date.fromordinal(holding.first)}..{until}"
    known = date.fromordinal(holding.known)
    late = f", not checked after {known}" if holding.until is None and as_of > known else ""
    return f"{explained(rule)}; {office} {since} ({holding.source}{late})"
