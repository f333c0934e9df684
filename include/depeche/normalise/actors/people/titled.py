"""Mentions of people by an office and a name: "président Poutine", "secretario general de la OEA, César Gaviria, …"."""

from __future__ import annotations

from depeche.normalise.actors.found import Dossier, Found
from depeche.normalise.actors.offices import Office, past_standing
from depeche.normalise.actors.offices.meant import wanted
from depeche.normalise.actors.people import mention, past_honorific
from depeche.normalise.actors.people.named import Named, by_given_name, ever_held, name_at
from depeche.normalise.actors.scan import Scan


def titled(scan: Scan, phrase: Office, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """Mentions of "président Poutine", "secrétaire d'Etat américain John Kerry", "présidents A et B"."""
    word = past_standing(scan, phrase)
    if not scan.joined(word) or len(phrase.owners) > 1:
        return None
    if word in scan.bare:
        return None  # "الرئيس المصري والملك سلمان": the clitic begins something else
    offices = wanted(phrase, dossier)
    word = past_honorific(scan, word)
    named = name_at(
        scan, word, dossier, offices, titled=True, unlike=phrase.unlike, former=phrase.former
    ) or by_given_name(scan, word, dossier, offices, phrase.unlike)
    if named is None:
        return None
    made = mention(scan, phrase.start, named, dossier, offices, phrase.former)
    end = named.end
    while end + 1 < len(scan.words) and scan.words[end] in scan.small.conjunctions and scan.joined(end + 1):
        also = name_at(scan, end + 1, dossier, offices, titled=True) if not phrase.owners else None
        if also is None:
            break
        made += mention(scan, end + 1, also, dossier, offices)
        end = also.end
    return end, made


def apposed(scan: Scan, phrase: Office, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """The office in "secretario general de la OEA, César Gaviria, …": the name behind the comma says whose.

    Only where the list of holders does not tell, or tells of another and the one named in full held
    the office at some time: the dispatch knows its day better than we may.
    """
    word = past_standing(scan, phrase)
    if word >= len(scan.words) or scan.gap(word) != ", " or len(phrase.owners) > 1:
        return None
    offices = wanted(phrase, dossier)
    named = name_at(scan, word, dossier, offices, titled=False, unlike=phrase.unlike)
    if named is None or len(named.people) != 1 or not scan.closed(named.end):
        return None
    told = phrase.owners or phrase.fixed
    holders = {one for office in offices for one in dossier.holders(office)} if told else set()
    if holders and (named.rule != "full_name" or holders.intersection(named.people)):
        return None
    if (holders or not phrase.owners) and not ever_held(named.people, offices, dossier):
        return None
    same = Named(phrase.end, named.people, "apposition")
    return phrase.end, mention(scan, phrase.start, same, dossier, offices, phrase.former)
