"""People the authority does not know, by a title or an honorific before their name.

"le ministre malien Abou Ba", "Mme Ana Perez": the name as printed, grouped within the
dispatch by its last word, without id. Names without title are ``actors/unknown/introduced.py``'s.
"""

from __future__ import annotations

from depeche.normalise.actors.found import Dossier, Found
from depeche.normalise.actors.name_shapes import name_end
from depeche.normalise.actors.offices import Office, past_standing
from depeche.normalise.actors.offices.meant import offices_of_owners
from depeche.normalise.actors.people import past_honorific
from depeche.normalise.actors.scan import Scan


def titled_unknown(scan: Scan, phrase: Office, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """The unknown person an office phrase introduces."""
    if (phrase.relational and not phrase.owners) or any(alias.ref == "monarch" for alias in phrase.readings):
        return None
    word = past_standing(scan, phrase)
    if word >= len(scan.words) or not scan.joined(word):
        return None
    first = past_honorific(scan, word)
    end = name_end(scan, first)
    if end is None:
        return None
    offices = offices_of_owners(phrase, dossier)
    office = offices[0] if len(offices) == 1 and not phrase.former else None
    return end, [person(scan, phrase.start, first, end, "title_name", 0.6, office, dossier)]


def honoured_unknown(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """The unknown person an honorific introduces."""
    at = past_honorific(scan, word)
    if at == word:
        return None
    end = name_end(scan, at)
    if end is None:
        return None
    return end, [person(scan, word, at, end, "honorific_name", 0.55, None, dossier)]


def again(scan: Scan, dossier: Dossier) -> None:
    """Mentions of unknown people by the last word of their name, where nothing else is found."""
    surnames = dossier.unknown_surnames
    if not surnames:
        return
    for word in scan.large:
        if scan.words[word] not in surnames or not scan.capital(word):
            continue
        key = surnames[scan.words[word]]
        start, end = scan.starts[word], scan.ends[word]
        if dossier.is_free(scan.field, scan.text, start, end):
            dossier.found.append(Found(key, scan.field, start, end, "name_again", 0.55, None))


def unknown_key(scan: Scan, first: int, end: int) -> str:
    """What stands for the person or organisation named from word ``first`` to ``end`` within the dispatch."""
    return f"name:{'-'.join(scan.words[first:end])}"


def person(
    scan: Scan, start: int, first: int, end: int, rule: str, sure: float, office: str | None, dossier: Dossier
) -> Found:
    """A mention from word ``start`` on of the unknown person named from ``first`` to ``end``."""
    name = scan.shown(first, end)
    key = unknown_key(scan, first, end)
    dossier.unknown.setdefault(key, (name, office))
    dossier.unknown_surnames.setdefault(scan.words[end - 1], key)
    return Found(key, scan.field, scan.starts[start], scan.ends[end - 1], rule, sure, office)
