"""Resolve a few words to actors as of a day, with the reasons: for people who ask, and for tests.

The reading is that of :mod:`depeche.normalise.actors`; what is added here is only said, never
archived: candidates for words that a dispatch would leave open ("son homologue turc" alone).
"""

from __future__ import annotations

from datetime import date

import msgspec

from depeche.authority.actors import ActorIndex
from depeche.authority.actors_compiled import Holding
from depeche.normalise.actor_found import Dossier
from depeche.normalise.actor_offices import Office, office_phrase, offices_of
from depeche.normalise.actor_rules import explained
from depeche.normalise.actor_scan import Scan, scan
from depeche.normalise.actors import named
from depeche.records import Actor

OPEN_ROLES = ("president", "prime_minister", "foreign_minister", "defence_minister")
WEAK = 0.45


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what some words may mean. ``start`` and ``end`` are code points in the words."""

    actor_id: str
    wikidata_id: str | None
    kind: str
    name: str
    country_code: str | None
    office_id: str | None
    held_from: date | None
    held_until: date | None
    source: str | None
    text: str
    start: int
    end: int
    rule: str
    confidence: float
    why: str


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """The candidates for ``words`` on ``date``, surest first; ``reason`` where there is none."""

    words: str
    date: date
    language: str | None
    context: str | None
    candidates: list[Candidate]
    reason: str | None


def resolve(
    words: str, as_of: date, index: ActorIndex, language: str | None = None, context: str | None = None
) -> Resolution:
    """Who ``words`` mean on ``as_of``; ``context`` is what the dispatch said before them.

    Where ``language`` (BCP 47) does not know the words every language is tried, then the
    words with capitals, as people type without them. Never raises on any text.
    """
    found: list[Candidate] = []
    for said, tongue in _readings(words, language):
        found = _read(said, words, as_of, index, tongue, context) or _open(
            said, as_of, index, tongue, context
        )
        if found:
            break
    found.sort(key=lambda one: (-one.confidence, one.start, one.actor_id))
    return Resolution(
        words=words,
        date=as_of,
        language=language,
        context=context,
        candidates=found,
        reason=None if found else _reason(words, index, language),
    )


def _readings(words: str, language: str | None) -> list[tuple[str, str | None]]:
    arabic = any("\u0600" <= char <= "\u06ff" for char in words)
    tongues = list(dict.fromkeys((language or ("ar" if arabic else None), None)))
    titled = "".join(
        char.upper() if not place or not words[place - 1].isalnum() else char
        for place, char in enumerate(words)
    )
    # A capital that is longer than its letter ("ß") would move the offsets.
    said = [words, titled] if len(titled) == len(words) else [words]
    return [(one, tongue) for one in dict.fromkeys(said) for tongue in tongues]


def _read(
    said: str, words: str, as_of: date, index: ActorIndex, language: str | None, context: str | None
) -> list[Candidate]:
    """What the normaliser finds in the words, read below their context."""
    before = f"{context}\n\n" if context else ""
    found = []
    for actor in named(None, before + said, language, as_of, index):
        if said != words and actor.actor_id.startswith("name:"):
            continue  # the capitals it was found by are ours
        for mention in actor.mentions:
            if mention.start >= len(before):
                start, end = mention.start - len(before), mention.end - len(before)
                found.append(
                    _candidate(actor, start, end, words, mention.rule, mention.confidence, as_of, index)
                )
    best: dict[str, Candidate] = {}
    for one in found:
        if one.actor_id not in best or one.confidence > best[one.actor_id].confidence:
            best[one.actor_id] = one
    return list(best.values())


def _candidate(
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


def _open(
    said: str, as_of: date, index: ActorIndex, language: str | None, context: str | None
) -> list[Candidate]:
    """Candidates for an office phrase that lacks what a dispatch would give it."""
    made = scan("text", said, language, index)
    dossier = Dossier(index, as_of)
    for word in made.openings():
        phrase = office_phrase(made, word)
        if phrase is not None and not phrase.former:
            if phrase.relational and phrase.owners:
                owner = phrase.owners[0][0]
                offices = [f"{one}.{role}" for one in owner.split("|") for role in OPEN_ROLES]
                return _holders(made, phrase, offices, "relational_open", dossier)
            if not phrase.relational and not phrase.owners and context:
                owners = _owners(named(None, context, language, as_of, index))
                offices = [office for owner in owners for office in offices_of(phrase, owner, dossier)]
                return _holders(made, phrase, offices, "office_here", dossier)
    return []


def _owners(actors: list[Actor]) -> list[str]:
    """The states a context speaks of, by their own name or by who acts for them."""
    found: dict[str, None] = {}
    for actor in actors:
        kind, _, rest = actor.actor_id.partition(":")
        if kind in ("state", "body"):
            found[rest.partition(":")[0]] = None
        elif actor.office_id:
            found[actor.office_id.partition(".")[0]] = None
    return list(found)


def _holders(made: Scan, phrase: Office, offices: list[str], rule: str, dossier: Dossier) -> list[Candidate]:
    index, as_of = dossier.index, dossier.as_of
    pairs = [(office, person) for office in offices for person in index.holders(office, as_of)]
    start, end = made.starts[phrase.start], made.ends[phrase.end - 1]
    found: dict[str, Candidate] = {}
    for office, person in pairs:
        known = index.people[person]
        actor = Actor(
            actor_id=f"person:{person}",
            wikidata_id=person if person.startswith("Q") else None,
            kind="person",
            name=known.name,
            country_code=known.country,
            office_id=office,
            cameo_code=None,
            mentions=[],
        )
        sure = min(WEAK, 0.9 / len(pairs))
        made_of = _candidate(actor, start, end, made.text, rule, sure, as_of, index)
        found.setdefault(made_of.actor_id, made_of)
    return list(found.values())


def _reason(words: str, index: ActorIndex, language: str | None) -> str:
    """Why nothing was found, and what would help."""
    made = scan("text", words, language, index)
    if not made.hits and language:
        made = scan("text", words, None, index)
    for word in made.openings():
        phrase = office_phrase(made, word)
        if phrase is None:
            continue
        if phrase.former:
            return "a former or coming holder: the words do not say which; name the person"
        if phrase.relational:
            return "a relational word: it needs an office before it; give the dispatch's words as context"
        if not phrase.owners:
            return "an office without its state: name the state, or give the dispatch's words as context"
        return "the authority knows nobody in this office on this day"
    return "the authority does not know these words"
