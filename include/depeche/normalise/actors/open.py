"""Words a dispatch would leave open: candidates for them, or the reason why there is none.

"son homologue turc" without its context may be president or minister; "le Premier
ministre" takes the states its context speaks of. Only said, never archived.
"""

from __future__ import annotations

from datetime import date

from depeche.authority.actors import ActorIndex
from depeche.normalise.actors import named
from depeche.normalise.actors.candidate import Candidate, candidate
from depeche.normalise.actors.found import WEAK, Dossier, Found
from depeche.normalise.actors.gather import gather, person_actor
from depeche.normalise.actors.match import scan
from depeche.normalise.actors.offices import Office, office_phrase
from depeche.normalise.actors.offices.meant import offices_of
from depeche.normalise.actors.powers import days, peoples
from depeche.normalise.actors.scan import Scan
from depeche.records import Actor

OPEN_ROLES = ("president", "prime_minister", "foreign_minister", "defence_minister")
_OF_PEOPLE = 0.4


def open_candidates(
    said: str, words: str, as_of: date, index: ActorIndex, language: str | None, context: str | None
) -> list[Candidate]:
    """Candidates for an office phrase that lacks what a dispatch would give it, read as ``said``, printed as ``words``."""
    made = scan(said, language, index)
    days.as_of(made, as_of)
    dossier = Dossier(index, as_of)
    for word in made.openings():
        phrase = office_phrase(made, word)
        if phrase is not None and not phrase.former:
            if phrase.relational and phrase.owners:
                owner = phrase.owners[0][0]
                offices = [f"{one}.{role}" for one in owner.split("|") for role in OPEN_ROLES]
                return _holders(made, words, phrase, offices, "relational_open", dossier)
            if not phrase.relational and not phrase.owners and context:
                owners = _owners(named(None, context, language, as_of, index))
                offices = [office for owner in owners for office in offices_of(phrase, owner, dossier)]
                return _holders(made, words, phrase, offices, "office_here", dossier)
    return _peoples(made, words, dossier)


def _peoples(made: Scan, words: str, dossier: Dossier) -> list[Candidate]:
    """The state of "les Français", "ein Deutscher": its people, who rarely are the state."""
    named = peoples.whole(made)
    if named is None:
        return []
    sure = min(_OF_PEOPLE, 0.9 / len(named.states))
    start, end = made.starts[named.word], made.ends[-1]
    dossier.found = [
        Found(f"state:{one}", made.field, start, end, "people", sure, None) for one in named.states
    ]
    return [
        candidate(actor, start, end, words, "people", sure, dossier.as_of, dossier.index)
        for actor in gather(dossier, [made])
    ]


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


def _holders(
    made: Scan, words: str, phrase: Office, offices: list[str], rule: str, dossier: Dossier
) -> list[Candidate]:
    index, as_of = dossier.index, dossier.as_of
    pairs = [
        (office, person)
        for office in offices
        for person in dossier.fitting(index.holders(office, as_of), phrase.unlike)
    ]
    start, end = made.starts[phrase.start], made.ends[phrase.end - 1]
    found: dict[str, Candidate] = {}
    for office, person in pairs:
        actor = person_actor(person, office, [], index)
        sure = min(WEAK, 0.9 / len(pairs))
        made_of = candidate(actor, start, end, words, rule, sure, as_of, index)
        found.setdefault(made_of.actor_id, made_of)
    return list(found.values())


def reason(words: str, index: ActorIndex, language: str | None) -> str:
    """Why nothing was found, and what would help."""
    made = scan(words, language, index)
    if not made.hits and language:
        made = scan(words, None, index)
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
