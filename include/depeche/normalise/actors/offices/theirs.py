"""Offices whose state other words of the sentence tell, before them or, shared, behind the next office.

"Macron et son ministre de la Défense", "France's president and prime minister", "le président et le Premier
ministre maliens".
"""

from __future__ import annotations

from depeche.normalise.actors.found import Dossier, Found
from depeche.normalise.actors.offices import Office, office_phrase
from depeche.normalise.actors.offices.meant import offices_of
from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.small import ROMANCE

# How sure: right behind "and", and elsewhere in the sentence.
_BESIDE, _FAR = 0.8, 0.6
# How far back, in characters, whose office it is may stand.
_REACH = 160
_LOOKED_AT = 6
# Whose a possessive cannot be: "his" a woman's, "ihr" a man's, "her" a state's, "its" a person's.
_NOT_HERS = frozenset(("his", "sein", "seine", "seinem", "seinen", "seiner", "its"))
_NOT_HIS = frozenset(("her", "ihr", "ihre", "ihrem", "ihren", "ihrer", "its"))
_NOT_A_STATES = _NOT_HIS - {"its"} | {"his"}
# Adjectives that end as a plural does and may be of one: "français", "francés", "francês".
_OF_ONE_TOO = ("ais", "ois", "és", "ês")
# What a minister's "son" may be of; a president only a state has.
_CABINET = frozenset((
    "prime_minister", "foreign_minister", "defence_minister", "finance_minister", "interior_minister",
    "economy_minister", "vice_president", "chancellor",
))  # fmt: skip


def theirs(scan: Scan, phrase: Office, dossier: Dossier) -> list[Found]:
    """The holder of an office with a possessive before it, or in English with "and", of the state last spoken of."""
    at = phrase.start - 1
    if at < 1 or phrase.several or phrase.deputy or not scan.joined(phrase.start):
        return []
    if phrase.end < len(scan.words) and scan.gap(phrase.end) == ", " and scan.capital(phrase.end):
        return []  # "its leader, Charlie Kirk,"
    said = scan.words[at]
    if said in scan.small.fresh and scan.joined(at):
        at, said = at - 1, scan.words[at - 1]
    if said in scan.small.possessive:
        return _possessed(scan, phrase, at, dossier)
    if scan.language == "en" and said in scan.small.conjunctions:
        return _coordinated(scan, phrase, at, dossier)
    return []


def shared(scan: Scan, phrase: Office, dossier: Dossier) -> list[Found]:
    """The holder of an office that shares a plural adjective with the next: "le président et le Premier ministre maliens"."""
    at = phrase.end
    if scan.language not in ROMANCE or phrase.several or phrase.deputy or not scan.joined(at):
        return []
    if scan.words[at] not in scan.small.conjunctions:
        return []
    at += 1
    if at < len(scan.words) and scan.words[at] in scan.small.definite:
        at += 1
    if not scan.joined(at):
        return []
    other = office_phrase(scan, at)
    if other is None or other.several or other.relational or len(other.owners) != 1:
        return []
    state, first, last = other.owners[0]
    if last - first != 1 or first == other.start or not _is_of_several(scan, first):
        return []
    return _holder(scan, phrase, state, _BESIDE, dossier)


def _is_of_several(scan: Scan, word: int) -> bool:
    """Whether the adjective at ``word`` is a plural and cannot be a singular."""
    if not scan.of_kind(word, "A"):
        return False
    printed = scan.text[scan.starts[word] : scan.ends[word]].lower()
    return printed.endswith("i" if scan.language == "it" else "s") and not printed.endswith(_OF_ONE_TOO)


def _possessed(scan: Scan, phrase: Office, at: int, dossier: Dossier) -> list[Found]:
    """ "Le président russe et son ministre de la Défense", "a dit Kiev, dont son ministre"."""
    last = _last_named(scan, at, dossier)
    if last is None:
        return []
    state = _state_of(last)
    if state is None or _is_of_a_party(scan, last):
        return []
    roles = {alias.ref.rpartition(".")[2] for alias in phrase.readings}
    beside = at > 0 and scan.words[at - 1] in scan.small.conjunctions and last.end == scan.ends[at - 2]
    whole = last.actor in (f"state:{state}", f"body:{state}:government")
    if not (roles <= _CABINET or (beside and whole)):
        return []
    return _holder(scan, phrase, state, _BESIDE if beside else _FAR, dossier)


def _coordinated(scan: Scan, phrase: Office, at: int, dossier: Dossier) -> list[Found]:
    """ "France's president and prime minister": no article, the same owner."""
    last = dossier.found[-1] if dossier.found else None
    if last is None or last.field != scan.field or not scan.joined(at) or last.end != scan.ends[at - 1]:
        return []
    if last.rule != "office_holder" or last.office is None:
        return []
    return _holder(scan, phrase, last.office.partition(".")[0], _BESIDE, dossier)


def _last_named(scan: Scan, at: int, dossier: Dossier) -> Found | None:
    """Whom or what the dispatch named last in the same paragraph, of the sex of the possessive."""
    start, said = scan.starts[at], scan.words[at]
    begin = max(scan.text.rfind("\n", 0, start), start - _REACH)
    for one in reversed(dossier.found[-_LOOKED_AT:]):
        if one.field != scan.field or one.start < begin or one.end > start:
            return None
        if one.confidence > 0.5 and _fits(one.actor, said, dossier):
            return one
    return None


def _fits(actor: str, said: str, dossier: Dossier) -> bool:
    person = dossier.index.people.get(actor)
    if person is None:
        return said not in _NOT_A_STATES
    return said not in (_NOT_HERS if person.sex == "f" else _NOT_HIS)


def _state_of(one: Found) -> str | None:
    """The state of an office, a state, or a state's body that was named."""
    if one.office:
        return one.office.partition(".")[0]
    kind, _, rest = one.actor.partition(":")
    return rest.partition(":")[0] if kind in ("state", "body") and one.rule != "state_located" else None


def _is_of_a_party(scan: Scan, one: Found) -> bool:
    """ "Le parti de M. Modi et son président", "Berlin-based": something of theirs, whose office it is."""
    before = scan.text[max(0, one.start - 12) : one.start].split()
    return bool(before) and before[-1].lower().strip("'’") in scan.small.of


def _holder(scan: Scan, phrase: Office, state: str, sure: float, dossier: Dossier) -> list[Found]:
    """Who alone holds the one office that ``phrase`` means of ``state``; nobody else."""
    offices = [one for one in offices_of(phrase, state, dossier) if dossier.index.exists(one)]
    if len(offices) != 1 or f"state:{state}" not in dossier.index.things:
        return []
    people = dossier.fitting(dossier.holders(offices[0]), phrase.unlike)
    if len(people) != 1:
        return []
    start, end = scan.starts[phrase.start], scan.ends[phrase.end - 1]
    if sure > 0.5:
        dossier.meet(people[0])
    trust = dossier.trust(sure, offices[0])
    return [Found(people[0], scan.field, start, end, "office_theirs", trust, offices[0])]
