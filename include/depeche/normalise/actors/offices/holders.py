"""Who holds an office on the dispatch's date.

An office without a name gives its holder. A relational form takes the role from the office
last spoken of and the state from its adjective; where that state has no such office, its
stand-in (offices.yml).
"""

from __future__ import annotations

from depeche.normalise.actors.found import WEAK, Dossier, Found
from depeche.normalise.actors.name_shapes import name_end
from depeche.normalise.actors.offices import Office, past_standing
from depeche.normalise.actors.offices.left import just_left
from depeche.normalise.actors.offices.meant import offices_of
from depeche.normalise.actors.offices.predicated import is_predicate
from depeche.normalise.actors.offices.theirs import shared, theirs
from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.small import ROMANCE

SURE, LIKELY, FAIR = 0.95, 0.85, 0.6
# Days in office after which nobody is called new.
_NEW = 366


def holder_of(office: str, dossier: Dossier, relational: bool) -> tuple[str, tuple[str, ...], float]:
    """The office (or its stand-in), who holds it on the day, and how sure that is."""
    holders = dossier.holders(office)
    if holders:
        return office, holders, LIKELY if relational else SURE
    owner, _, role = office.rpartition(".")
    if relational or role == "president":
        for other in dossier.index.stand_in.get(role, ()):
            if not relational and (other != "prime_minister" or dossier.index.exists(office)):
                continue
            holders = dossier.holders(f"{owner}.{other}")
            if holders:
                return f"{owner}.{other}", holders, FAIR
    return office, (), FAIR


def _so_held(
    manner: str, office: str, people: tuple[str, ...], sure: float, dossier: Dossier
) -> tuple[tuple[str, ...], float]:
    """Of whom "interim" or "new" is true; the holders are mere candidates where it is true of none."""
    if manner == "interim":
        meant = dossier.index.holders(office, dossier.as_of, interim=True)
        return (meant, sure) if meant else (people, WEAK)
    since = [dossier.index.holding_on(office, one, dossier.as_of) for one in people]
    day = dossier.as_of.toordinal()
    if not any(held and day - held.first > _NEW for held in since):
        return people, sure
    to_come = _to_come(office, dossier)
    return ((to_come,), FAIR) if to_come else (people, WEAK)


def _to_come(office: str, dossier: Dossier) -> str | None:
    """Whom the dispatch last called by ``office``, who has not held it so far: who was elected to it."""
    day, index = dossier.as_of.toordinal(), dossier.index

    def has_held(one: str) -> bool:
        return any(of == office and held.first <= day for of, held in index.held.get(one, ()))

    called = (one.actor for one in reversed(dossier.found) if one.office == office and one.confidence > WEAK)
    return next((one for one in called if one in index.people and not has_held(one)), None)


def resolve(scan: Scan, phrase: Office, dossier: Dossier) -> tuple[int, list[Found]]:
    """Mentions of an office phrase without a name, and the word after it."""
    made: list[Found] = []
    if phrase.several and len(phrase.owners) == 1:
        return phrase.owners[0][1], made
    if _is_anybodys(scan, phrase):
        return phrase.end, made
    for place, (owner, first, last) in enumerate(phrase.owners):
        start = phrase.start if not place else first
        end = phrase.end if place == len(phrase.owners) - 1 and last < phrase.end else last
        if not place and len(phrase.owners) == 1:
            end = phrase.end
        if ":" in owner:
            made.append(Found(owner, scan.field, scan.starts[first], scan.ends[last - 1], "name", 0.95, None))
            continue
        if phrase.former:
            continue
        made += _holders(scan, phrase, offices_of(phrase, owner, dossier), start, end, dossier)
    if not phrase.owners and not phrase.former:
        if phrase.fixed:
            made += _holders(scan, phrase, phrase.fixed[:1], phrase.start, phrase.end, dossier)
        elif not phrase.relational:
            made += (
                shared(scan, phrase, dossier)
                or _anaphor(scan, phrase, dossier)
                or theirs(scan, phrase, dossier)
            )
    return phrase.end, made


def _is_anybodys(scan: Scan, phrase: Office) -> bool:
    """ "A French president would not …", "fue elegido presidente de Chile": no name, and no holder yet."""
    at = phrase.start - 1
    if at < 0 or not scan.joined(phrase.start):
        return False
    return scan.words[at] in scan.small.indefinite or is_predicate(scan, phrase)


def _holders(
    scan: Scan, phrase: Office, offices: list[str], first: int, end: int, dossier: Dossier
) -> list[Found]:
    clip = phrase.readings[0].clip if first == phrase.start else 0
    start, stop = scan.starts[first] + clip, scan.ends[end - 1]
    rule = "relational" if phrase.relational else "office_holder"
    made = []
    for office in offices:
        if not phrase.relational and not dossier.index.exists(office) and not _has_stand_in(office, dossier):
            continue
        office, people, confidence = holder_of(office, dossier, phrase.relational)
        if phrase.manner:
            people, confidence = _so_held(phrase.manner, office, people, confidence, dossier)
        gone = None if phrase.relational else just_left(scan, phrase, office, people, dossier)
        if gone:
            dossier.meet(gone)
            made.append(Found(gone, scan.field, start, stop, "office_left", LIKELY, office))
            continue
        fitting = dossier.fitting(people, phrase.unlike)
        if people and not fitting:
            made += [
                Found(one, scan.field, start, stop, "office_other_sex", 0.4, office) for one in people[:4]
            ]
            continue
        people = tuple(fitting)
        if people:
            confidence = dossier.trust(confidence, office)
        if len(people) == 1 and len(offices) == 1:
            if confidence > WEAK:
                dossier.meet(people[0])
            made.append(Found(people[0], scan.field, start, stop, rule, confidence, office))
        elif people:
            made += [
                Found(one, scan.field, start, stop, rule + "_ambiguous", WEAK, office) for one in people[:4]
            ]
        else:
            made.append(Found(f"office:{office}", scan.field, start, stop, "office_unheld", FAIR, office))
    return made


def _has_stand_in(office: str, dossier: Dossier) -> bool:
    owner, _, role = office.rpartition(".")
    return role == "president" and dossier.index.exists(f"{owner}.prime_minister")


def _spoken_of(scan: Scan, phrase: Office) -> bool:
    """The article before it, or "new"."""
    at = phrase.start - 1
    if at >= 0 and scan.words[at] in scan.small.fresh:
        return scan.opens_sentence(at) or scan.words[at - 1] in scan.small.definite
    return at >= 0 and scan.words[at] in scan.small.definite


def _describes(scan: Scan, word: int) -> bool:
    """ "el líder socialista Pedro Sánchez": what is no verb of acting and has a name right behind it."""
    after = word + 1
    if after >= len(scan.words) or not scan.joined(after) or scan.words[word] in scan.small.acting_after:
        return False
    named = "P" in scan.kinds.get(after, "") or name_end(scan, after) is not None
    return named and scan.capital(after)


def _goes_on(scan: Scan, end: int) -> bool:
    """ "président de …", "Präsidenten-…", "président Dupont": somebody else's office, or that of another."""
    if end >= len(scan.words) or not scan.joined(end):
        return False
    if scan.language in ROMANCE and not scan.shouting and (scan.capital(end) or _describes(scan, end)):
        return True
    return scan.words[end] in scan.small.of or scan.text[scan.ends[end - 1]] == "-"


def _anaphor(scan: Scan, phrase: Office, dossier: Dossier) -> list[Found]:
    """ "le président" alone: the one president this dispatch has spoken of."""
    if phrase.several or not _spoken_of(scan, phrase) or _goes_on(scan, past_standing(scan, phrase)):
        return []
    spoken = set().union(*(dossier.last_with_role(alias.ref) for alias in phrase.readings))
    people = dossier.fitting(spoken, phrase.unlike)
    if len(people) != 1:
        return []
    person = people[0]
    office = next(one.office for one in reversed(dossier.found) if one.actor == person and one.office)
    start, end = scan.starts[phrase.start], scan.ends[phrase.end - 1]
    return [Found(person, scan.field, start, end, "office_again", FAIR, office)]
