"""Mentions of people: behind a title, before one, with an honorific, or by name alone.

Whose a name is, ``actor_named`` tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from depeche.authority.actors_names import PARTICLES
from depeche.normalise.actor_arabic import in_other_name
from depeche.normalise.actor_found import WEAK, Dossier, Found
from depeche.normalise.actor_named import by_given_name, ever_held, name_at
from depeche.normalise.actor_offices import Named, Office, offices_of, one_or_two
from depeche.normalise.actor_scan import Hit, Scan


def roles_without_owner(phrase: Office) -> list[str]:
    """The offices a title without a state may mean: a role as ``.president`` where it may be any state's."""
    if phrase.relational or phrase.deputy:
        return []
    found: dict[str, None] = {}
    for alias in phrase.readings:
        only = alias.note.partition("|")[2]
        if only == "!":
            found[alias.ref] = None
        elif only:
            # "Bundeskanzler" is nobody's in Denmark.
            found |= dict.fromkeys(f"{state}.{alias.ref}" for state in only.split(","))
        else:
            found[f".{alias.ref}"] = None
    return list(found)


def titled(scan: Scan, phrase: Office, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """Mentions of "président Poutine", "secrétaire d'Etat américain John Kerry", "présidents A et B"."""
    word = phrase.end + one_or_two(scan, phrase.end, scan.small.standing)
    if word >= len(scan.words) or not scan.joined(word):
        return None
    if word in scan.bare:
        return None  # "الرئيس المصري والملك سلمان": the clitic begins something else
    wanted = _wanted(phrase, dossier)
    word = past_honorific(scan, word)
    named = name_at(
        scan, word, dossier, wanted, titled=True, unlike=phrase.unlike, former=phrase.former
    ) or by_given_name(scan, word, dossier, wanted, phrase.unlike)
    if named is None or len(phrase.owners) > 1:
        return None
    made = mention(scan, phrase.start, named, dossier, wanted, phrase.former)
    end = named.end
    while end + 1 < len(scan.words) and scan.words[end] in scan.small.conjunctions and scan.joined(end + 1):
        also = name_at(scan, end + 1, dossier, wanted, titled=True) if not phrase.owners else None
        if also is None:
            break
        made += mention(scan, end + 1, also, dossier, wanted)
        end = also.end
    return end, made


def _wanted(phrase: Office, dossier: Dossier) -> list[str]:
    """The offices that the one named behind the phrase may hold, or may have held; a deputy holds none of them."""
    if phrase.deputy:
        return []
    offices = [office for owner, _, _ in phrase.owners for office in offices_of(phrase, owner, dossier)]
    return offices or roles_without_owner(phrase)


def apposed(scan: Scan, phrase: Office, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """The office in "secretario general de la OEA, César Gaviria, …": the name behind the comma says whose.

    Only where the list of holders does not tell, or tells of another and the one named in full held
    the office at some time: the dispatch knows its day better than we may.
    """
    word = phrase.end + one_or_two(scan, phrase.end, scan.small.standing)
    if word >= len(scan.words) or scan.text[scan.ends[word - 1] : scan.starts[word]] != ", ":
        return None
    wanted = _wanted(phrase, dossier)
    if len(phrase.owners) > 1:
        return None
    named = name_at(scan, word, dossier, wanted, titled=False, unlike=phrase.unlike)
    if named is None or len(named.people) != 1 or not scan.closed(named.end):
        return None
    told = phrase.owners or any(alias.note.endswith("|!") for alias in phrase.readings)
    holders = {one for office in wanted for one in dossier.holders(office)} if told else set()
    if holders and (named.rule != "full_name" or holders.intersection(named.people)):
        return None
    if (holders or not phrase.owners) and not ever_held(named.people, wanted, dossier):
        return None
    same = Named(phrase.end, named.people, "apposition")
    return phrase.end, mention(scan, phrase.start, same, dossier, wanted, phrase.former)


def past_honorific(scan: Scan, word: int) -> int:
    """The word after an honorific at ``word``, or ``word``."""
    if scan.words[word] not in scan.small.honorifics:
        return word
    said = scan.text[scan.starts[word] : scan.ends[word]]
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
    named = name_at(scan, word, dossier, [], titled=False, unlike=unlike)
    if named is None or not named.people:
        return None
    if named.rule != "full_name" and (
        _part_of_other_name(scan, word, named.end)
        or _is_month(scan, word)
        or in_other_name(scan, word, named.end, dossier)
    ):
        return None
    return named.end, mention(scan, word, named, dossier, [])


def _is_month(scan: Scan, word: int) -> bool:
    """ "in May", "May 16", "16 May": a surname that is a month as well, in a date."""
    if scan.words[word] not in scan.small.months:
        return False
    beside = scan.words[word - 1 : word] + scan.words[word + 1 : word + 2]
    return any(one.isdigit() for one in beside) or (word > 0 and scan.words[word - 1] in scan.small.in_months)


def _part_of_other_name(scan: Scan, word: int, end: int) -> bool:
    """ "Michelle Obama", "Trump Tower": capitals beside the surname that are not in the authority."""
    if scan.shouting or scan.language == "de" or not scan.capital(word):
        return False
    before = word - 1
    if scan.joined(word) and scan.text[scan.ends[before] : scan.starts[word]] == " ":
        # "Maréchal-Le Pen": what stands before the particle tells.
        article = scan.words[before] in PARTICLES and scan.capital(before) and before > 0
        if article and scan.text[scan.ends[before - 1] : scan.starts[before]] == "-":
            return True
    if scan.joined(word) and scan.capital(before) and scan.words[before] in scan.small.first_names:
        return True
    if scan.joined(word) and scan.capital(before) and not scan.opens_sentence(before):
        return before not in scan.hits and scan.words[before] not in scan.small.honorifics
    if scan.joined(word) and scan.capital(before) and len(scan.words[before]) > 3:
        return before not in scan.hits
    if end < len(scan.words) and scan.joined(end) and scan.capital(end) and scan.language == "en":
        return end not in scan.hits and " " in scan.text[scan.ends[end - 1] : scan.starts[end]]
    return False


_CONFIDENCE = {
    "full_name": 0.97,
    "surname_again": 0.93,
    "surname_title": 0.93,
    "surname_strong": 0.85,
    "surname_honorific": 0.7,
    "given_name_other": 0.8,
    "apposition": 0.9,
    "surname_honorific_far": 0.4,
}


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
