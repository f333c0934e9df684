"""People the authority does not know, by a name in two or three words and what stands beside it.

"le ministre malien Abou Ba", "Mme Ana Perez": the name as printed, grouped within the
dispatch by its last word, without id. A name without title counts where a verb of saying,
a function or an age beside it shows a person.
"""

from __future__ import annotations

from depeche.normalise.actor_found import Dossier, Found
from depeche.normalise.actor_offices import Office, offices_of
from depeche.normalise.actor_people import past_honorific
from depeche.normalise.actor_scan import Scan
from depeche.normalise.actor_small import NO_NAME, TELLING

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
    surnames = dossier.unknown_surnames
    if not surnames:
        return
    taken = [(one.start, one.end) for one in dossier.found if one.field == scan.field]
    if surnames.keys().isdisjoint(scan.words):
        return
    for word in [at for at, said in enumerate(scan.words) if said in surnames]:
        if not scan.capital(word):
            continue
        key = surnames[scan.words[word]]
        start, end = scan.starts[word], scan.ends[word]
        if not any(first < end and start < last for first, last in taken):
            dossier.found.append(Found(key, scan.field, start, end, "name_again", 0.55, None))


def introduced(scan: Scan, dossier: Dossier) -> None:
    """Unknown people by what stands beside their name: a verb of saying, a function, an age.

    "raconte Gisèle Rossetti", "sagte der Händler Piet Wolters", "the economist Tessa Brandreth",
    "Ali Kadhim, 31,".
    """
    if scan.shouting or scan.language == "ar" or (scan.field == "headline" and _all_capitals(scan)):
        return
    words = scan.words
    for word in scan.playing(TELLING):
        first = _aged(scan, word) if words[word].isdigit() else _speaker(scan, word + 1)
        end = _name_end(scan, first) if first is not None else None
        if first is None or end is None:
            continue
        start, stop = scan.starts[first], scan.ends[end - 1]
        if not any(one.start < stop and start < one.end for one in dossier.found if one.field == scan.field):
            dossier.found.append(_person(scan, first, first, end, "introduced_name", 0.55, None, dossier))


def _all_capitals(scan: Scan) -> bool:
    """ "Senator Throws Hat in the Ring": a headline whose capitals tell no names."""
    long = [word for word, said in enumerate(scan.words) if len(said) > 3]
    return scan.language != "de" and len(long) > 3 and all(map(scan.capital, long))


def _speaker(scan: Scan, word: int) -> int | None:
    """Where the name behind a verb of saying begins: at once, or past an article and a function."""
    german = scan.language == "de"
    article = False
    for at in range(word, min(word + 5, len(scan.words))):
        if not _goes_on(scan, at):
            return None
        if scan.capital(at):
            # In German the function has a capital too: "der Händler Piet Wolters", "Beraterin Gundula Reinecke".
            past = german and (article or _capitals(scan, at) == 3)
            return (
                at + 1
                if past and at + 1 < len(scan.words) and _goes_on(scan, at + 1)
                else None
                if past
                else at
            )
        article = article or scan.words[at] in scan.small.definite
        if scan.words[at] not in scan.small.definite and not _may_be_function(scan, at, article):
            return None
    return None


def _may_be_function(scan: Scan, word: int, article: bool) -> bool:
    """A word between a verb of saying and a name: "la glaciologue", "hotel gardener"; no pronoun or preposition."""
    small, said = scan.small, scan.words[word]
    if scan.language == "de" or len(said) < 4 or said in small.locating or said in small.acting_before:
        return False
    return article or scan.language == "en"


def _capitals(scan: Scan, word: int) -> int:
    """How many capitalised words stand in a row."""
    end = word
    while end < len(scan.words) and scan.capital(end) and (end == word or _goes_on(scan, end)):
        end += 1
    return end - word


def _aged(scan: Scan, word: int) -> int | None:
    """Where the name before an age begins: "Ali Kadhim, 31,", "Dimitra Kalogerou, de 73 años"."""
    after = scan.words[word + 1 : word + 2]
    named = word - 1 if word and scan.words[word - 1] == "de" and after == ["anos"] else word
    if named < 2 or scan.text[scan.ends[named - 1] : scan.starts[named]] not in (", ", " ("):
        return None
    if named == word and after != ["ans"] and scan.text[scan.ends[word] :][:1] not in (",", ")"):
        return None
    first = named - 1
    while first and scan.capital(first - 1) and _goes_on(scan, first):
        first -= 1
    while first < named and scan.words[first] in NO_NAME:
        first += 1  # what opens the sentence: "For Ana Perez, 53,"
    return first


def _name_end(scan: Scan, word: int) -> int | None:
    """The end of two or three capitalised words that are nothing we know; None where there are not."""
    if scan.shouting or scan.language == "ar" or scan.words[word] in NO_NAME:
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
