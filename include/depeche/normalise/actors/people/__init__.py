"""Mentions of people with an honorific or by name alone, and what is known of whoever is mentioned.

Whose a name is, ``actors.people.named`` tells; people by their office are ``actors.people.titled``'s.
"""

from __future__ import annotations

from collections.abc import Sequence

from depeche.normalise.actors.found import WEAK, Dossier, Found
from depeche.normalise.actors.people.named import Named, name_at
from depeche.normalise.actors.people.namesakes import in_other_arabic_name, part_of_other_name
from depeche.normalise.actors.people.of_state import of_state
from depeche.normalise.actors.scan import Hit, Scan

_CONFIDENCE = {
    "full_name": 0.97,
    "surname_again": 0.93,
    "surname_title": 0.93,
    "surname_strong": 0.85,
    "surname_of_state": 0.7,
    "surname_honorific": 0.7,
    "surname_double": 0.7,
    "given_name_other": 0.8,
    "apposition": 0.9,
    "surname_honorific_far": 0.4,
}


def past_honorific(scan: Scan, word: int) -> int:
    """The word after an honorific at ``word``, or ``word``."""
    if scan.words[word] not in scan.small.honorifics:
        return word
    said = scan.shown(word, word + 1)
    if (
        (len(said) == 1 or said == "MM" or not said.isupper() or scan.shouting)
        and word + 1 < len(scan.words)
        and scan.joined(word + 1)
        and scan.may_name(word)
    ):
        return word + 1
    return word


def _other_sex(scan: Scan, word: int) -> str:
    """The sex an honorific rules out; nothing where it is used of both."""
    if scan.words[word] not in scan.small.honorifics:
        return ""
    if scan.words[word] in scan.small.masculine:
        return "f"
    return "m" if scan.words[word] in scan.small.feminine else ""


def honoured(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """Mentions of "M. Obama", "Mme Merkel", "MM. Poutine et Obama"."""
    at = past_honorific(scan, word)
    if at == word:
        return None
    named = name_at(scan, at, dossier, [], titled=True, unlike=_other_sex(scan, word))
    if named is None or not named.people:
        return None
    made = mention(scan, word, named, dossier, [])
    end = named.end
    several = scan.words[word] in ("mm", "mmes", "messrs")
    while (
        several
        and end + 1 < len(scan.words)
        and scan.words[end] in scan.small.conjunctions
        and (also := name_at(scan, end + 1, dossier, [], titled=True))
    ):
        made += mention(scan, end + 1, also, dossier, [])
        end = also.end
    return end, made


def alone(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """Mentions by name without title: in full, or by a surname known here or strong."""
    # "M. Clinton" is not the Hillary Clinton met before.
    unlike = _other_sex(scan, word - 1) if word and scan.joined(word) else ""
    named = name_at(scan, word, dossier, [], titled=False, unlike=unlike) or of_state(scan, word, dossier)
    if named is None or not named.people:
        return None
    if named.rule != "full_name" and (
        part_of_other_name(scan, word, named.end)
        or _is_month(scan, word)
        or in_other_arabic_name(scan, word, named.end, dossier)
    ):
        return None
    return named.end, mention(scan, word, named, dossier, [])


def _is_month(scan: Scan, word: int) -> bool:
    """ "in May", "May 16", "16 May": a surname that is a month as well, in a date."""
    if scan.words[word] not in scan.small.months:
        return False
    beside = scan.words[word - 1 : word] + scan.words[word + 1 : word + 2]
    return any(one.isdigit() for one in beside) or (word > 0 and scan.words[word - 1] in scan.small.in_months)


def mention(
    scan: Scan, start: int, named: Named, dossier: Dossier, offices: list[str], former: bool = False
) -> list[Found]:
    """One mention where the person is certain, one per candidate where not."""
    first, last = scan.starts[start], scan.ends[named.end - 1]
    whole = [office for office in offices if not office.startswith(".")]
    made = []
    for person in named.people[:4]:
        rule, confidence = named.rule, _CONFIDENCE[named.rule]
        if len(named.people) > 1:
            rule, confidence = rule + "_ambiguous", min(WEAK, 0.9 / len(named.people))
        else:
            dossier.meet(person)
            if offices and not former:
                dossier.titles.append((person, tuple(offices)))
        held = [office for office in whole if person in dossier.holders(office)]
        office = held[0] if held else dossier.index.office_of(person, dossier.as_of)
        if office is None and len(whole) == 1 and not former:
            # The dispatch says so itself; later words ("son homologue") refer to it.
            office = whole[0]
        clip = _clip(scan.hits.get(start, ()), person)
        made.append(Found(person, scan.field, first + clip, last, rule, confidence, office))
    return made


def _clip(hits: Sequence[Hit], person: str) -> int:
    for hit in hits:
        if hit.alias.ref == person:
            return hit.alias.clip
    return hits[0].alias.clip if hits else 0
