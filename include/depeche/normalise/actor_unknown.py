"""People the authority does not know: a title or honorific and a name in two or three words.

"le ministre malien Abou Ba", "Mme Ana Perez": the name as printed, grouped within the
dispatch by its last word, without id. A name without title is left alone.
"""

from __future__ import annotations

from depeche.normalise.actor_found import Dossier, Found
from depeche.normalise.actor_offices import Office, offices_of
from depeche.normalise.actor_people import past_honorific
from depeche.normalise.actor_scan import Scan

_KNOWN = frozenset("PGMSCOABX")


def titled_unknown(scan: Scan, phrase: Office, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """The unknown person an office phrase introduces."""
    if (phrase.relational and not phrase.owners) or any(alias.ref == "monarch" for alias in phrase.readings):
        return None
    word = phrase.end
    if word >= len(scan.words) or not scan.joined(word):
        return None
    end = _name_end(scan, past_honorific(scan, word))
    if end is None:
        return None
    offices = [office for owner, _, _ in phrase.owners for office in offices_of(phrase, owner, dossier)]
    office = offices[0] if len(offices) == 1 and not phrase.former else None
    return end, [
        _person(scan, phrase.start, past_honorific(scan, word), end, "title_name", 0.6, office, dossier)
    ]


def honoured_unknown(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """The unknown person an honorific introduces."""
    at = past_honorific(scan, word)
    if at == word:
        return None
    end = _name_end(scan, at)
    if end is None:
        return None
    return end, [_person(scan, word, at, end, "honorific_name", 0.55, None, dossier)]


def again(scan: Scan, dossier: Dossier) -> None:
    """Mentions of unknown people by the last word of their name, where nothing else is found."""
    if not dossier.unknown:
        return
    taken = [(one.start, one.end) for one in dossier.found if one.field == scan.field]
    for word, said in enumerate(scan.words):
        key = dossier.unknown_surnames.get(said)
        if key is None or not scan.capital(word):
            continue
        start, end = scan.starts[word], scan.ends[word]
        if not any(first < end and start < last for first, last in taken):
            dossier.found.append(Found(key, scan.field, start, end, "name_again", 0.55, None))


def _name_end(scan: Scan, word: int) -> int | None:
    """The end of two or three capitalised words that are nothing we know; None where there are not."""
    if scan.shouting or scan.language == "ar":
        return None
    end = word
    while end < len(scan.words) and end < word + 4 and (end == word or _goes_on(scan, end)):
        if not scan.capital(end) or not _KNOWN.isdisjoint(scan.kinds.get(end, "")):
            break
        end += 1
    return end if 2 <= end - word <= 3 and all(len(scan.words[at]) > 1 for at in range(word, end)) else None


def _goes_on(scan: Scan, word: int) -> bool:
    return scan.text[scan.ends[word - 1] : scan.starts[word]] in (" ", "-", "\u00a0")


def _person(
    scan: Scan, start: int, first: int, end: int, rule: str, sure: float, office: str | None, dossier: Dossier
) -> Found:
    name = scan.text[scan.starts[first] : scan.ends[end - 1]]
    key = f"name:{'-'.join(scan.words[first:end])}"
    dossier.unknown.setdefault(key, (name, office))
    dossier.unknown_surnames.setdefault(scan.words[end - 1], key)
    return Found(key, scan.field, scan.starts[start], scan.ends[end - 1], rule, sure, office)
