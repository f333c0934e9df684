"""Unknown people by what stands beside their name: a verb of saying, a function, an age, a source.

"raconte Gisèle Rossetti", "a affirmé à l'AFP Gisèle Rossetti", "sagte der Händler Piet Wolters",
"Tessa Brandreth told Reuters", "Tessa Brandreth, an economist", "selon Gisèle Rossetti",
"Ali Kadhim, 31,". Where what stands there may belong to others as well, the name must begin
with a given name that somebody in the authority has.
"""

from __future__ import annotations

from depeche.authority.actors.parts import CITING, TELLING
from depeche.normalise.actors.found import Dossier
from depeche.normalise.actors.name_shapes import goes_on, has_given_name, name_before, name_end
from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.small import NO_NAME
from depeche.normalise.actors.unknown import person

# Words of "le porte-parole de la fédération nationale des paysans" at most.
_PHRASE = 9
_ELIDED = ("'", "’")


def introduced(scan: Scan, dossier: Dossier) -> None:
    """Note the unknown people whom a word beside their name introduces."""
    telling = scan.playing(TELLING | CITING)
    if not telling or scan.shouting or (scan.field == "headline" and _all_capitals(scan)):
        return
    for word in telling:
        for first in _names_beside(scan, word):
            end = name_end(scan, first)
            if end is None:
                continue
            if not has_given_name(scan, first) and has_given_name(scan, first + 1):
                # "Executive Editor Joe Kahn": what stands before is what the person is.
                first += name_end(scan, first + 1) == end
            start, stop = scan.starts[first], scan.ends[end - 1]
            if dossier.is_free(scan.field, scan.text, start, stop):
                dossier.found.append(person(scan, first, first, end, "introduced_name", 0.55, None, dossier))
                break


def _names_beside(scan: Scan, word: int) -> list[int]:
    """Where names begin that ``word`` may introduce, the likeliest first."""
    said = scan.words[word]
    if said.isdigit():
        found = [_aged(scan, word)]
    elif said in scan.small.citing:
        found = [_cited(scan, word)]
    elif said in scan.small.functions:
        found = [_speaker(scan, word + 1), _apposed(scan, word), _named_after(scan, word)]
    else:
        found = [_speaker(scan, word + 1), _addressing(scan, word + 1), _speaking(scan, word)]
    return [first for first in found if first is not None]


def _all_capitals(scan: Scan) -> bool:
    """ "Senator Throws Hat in the Ring": a headline whose capitals tell no names."""
    long = [word for word, said in enumerate(scan.words) if len(said) > 3]
    return scan.language != "de" and len(long) > 3 and all(map(scan.capital, long))


def _speaker(scan: Scan, word: int) -> int | None:
    """Where the name behind a verb of saying begins: at once, or past an article and a function."""
    german = scan.language == "de"
    article = False
    definite = scan.small.definite
    for at in range(word, min(word + 5, len(scan.words))):
        if not goes_on(scan, at):
            return None
        if scan.capital(at):
            # In German the function has a capital too: "der Händler Piet Wolters", "Beraterin Gundula Reinecke".
            past = german and (article or _capitals(scan, at) == 3) and not has_given_name(scan, at)
            if not past:
                return at
            return at + 1 if at + 1 < len(scan.words) and goes_on(scan, at + 1) else None
        if scan.words[at] in definite:
            article = True
        elif not _may_be_function(scan, at, article):
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
    while end < len(scan.words) and scan.capital(end) and (end == word or goes_on(scan, end)):
        end += 1
    return end - word


def _addressing(scan: Scan, word: int) -> int | None:
    """Behind whom it was said to: "a affirmé à l'AFP Gisèle Rossetti", "dijo a Efe Aldonza Mirabel"."""
    if word >= len(scan.words) or scan.words[word] not in scan.small.addressing:
        return None
    for at in range(word + 1, min(word + 4, len(scan.words))):
        if not scan.joined(at):
            return None
        if has_given_name(scan, at) and scan.capital(at) and at > word + 1:
            return at
    return None


def _speaking(scan: Scan, word: int) -> int | None:
    """Before the verb: "Tessa Brandreth told Reuters", "Gisèle Rossetti a déclaré"."""
    at = word
    while at and scan.words[at - 1] in scan.small.auxiliaries and goes_on(scan, at):
        at -= 1
    return name_before(scan, at) if at and goes_on(scan, at) else None


def _apposed(scan: Scan, word: int) -> int | None:
    """Before what the person is: "Tessa Brandreth, an economist", "Gisèle Rossetti, directrice"."""
    at = word
    while at > word - 3 and at and not scan.capital(at - 1) and goes_on(scan, at):
        at -= 1
    comma = at and scan.gap(at) == ", "
    return name_before(scan, at) if comma else None


def _named_after(scan: Scan, word: int) -> int | None:
    """Behind what the person is and of what: "der Sprecher der Gewerkschaft, Karl Oberhuber, …"."""
    for at in range(word + 1, min(word + _PHRASE, len(scan.words))):
        gap = scan.gap(at)
        if gap == " ":
            continue
        if gap == ", ":
            end = name_end(scan, at) if has_given_name(scan, at) else None
            return at if end is not None and scan.text[scan.ends[end - 1] :][:1] in (",", ".") else None
        if not goes_on(scan, at) and gap not in _ELIDED:
            return None
    return None


def _cited(scan: Scan, word: int) -> int | None:
    """Behind "selon", "according to", "laut"."""
    at = word + 1
    if at < len(scan.words) and scan.words[at] == "to" and goes_on(scan, at):
        at += 1
    return at if at < len(scan.words) and goes_on(scan, at) and has_given_name(scan, at) else None


def _aged(scan: Scan, word: int) -> int | None:
    """Where the name before an age begins: "Ali Kadhim, 31,", "Dimitra Kalogerou, de 73 años"."""
    after = scan.words[word + 1 : word + 2]
    named = word - 1 if word and scan.words[word - 1] == "de" and after == ["anos"] else word
    if named < 2 or scan.gap(named) not in (", ", " ("):
        return None
    if named == word and after != ["ans"] and scan.text[scan.ends[word] :][:1] not in (",", ")"):
        return None
    first = named - 1
    while first and scan.capital(first - 1) and goes_on(scan, first):
        first -= 1
    while first < named and scan.words[first] in NO_NAME:
        first += 1  # what opens the sentence: "For Ana Perez, 53,"
    return first
