"""A name like one we know that is somebody else's: what stands beside it tells.

"Sen. Mitch McConnell" is not Jack McConnell, "José García López" not José García Belaúnde,
"Trump Tower" not Donald Trump.
"""

from __future__ import annotations

from depeche.authority.actors_names import PARTICLES, SONS
from depeche.normalise.actor_found import Dossier
from depeche.normalise.actor_offices import office_phrase
from depeche.normalise.actor_scan import Hit, Scan
from depeche.normalise.actor_small import NO_NAME

_LONG_OFFICE = 8
_TWO_SURNAMES = frozenset(("es", "pt"))
_CHILD_OF = SONS | {"bint"}


def of_another(scan: Scan, word: int) -> bool:
    """ "Sen. Mitch McConnell": a capital before the surname that is neither title, day nor known given name."""
    before = word - 1
    if word < 1 or scan.language == "de" or scan.text[scan.ends[before] : scan.starts[word]] != " ":
        return False
    said = scan.words[before]
    return (
        scan.capital(before)
        and scan.capital(word)
        and len(said) > 1
        and before not in scan.hits
        and (not scan.opens_sentence(before) or scan.words[max(before - 1, 0)] in scan.small.honorifics)
        and said not in scan.small.honorifics
        and said not in scan.small.functions
        and said not in scan.small.months
        and said not in NO_NAME
        and not _ends_office(scan, word)
    )


def _ends_office(scan: Scan, word: int) -> bool:
    """ "ministro degli Esteri Gentiloni": the capital before the surname is the office's last word."""
    for first in range(max(0, word - _LONG_OFFICE), word):
        if "O" in scan.kinds.get(first, "") or scan.words[first] in scan.split:
            phrase = office_phrase(scan, first)
            if phrase is not None and phrase.end == word:
                return True
    return False


def of_namesake(scan: Scan, word: int, full: list[Hit], dossier: Dossier) -> bool:
    """ "José García López" is not the José García Belaúnde whom wires call José García."""
    end = full[0].end
    if scan.language not in _TWO_SURNAMES or scan.shouting or end >= len(scan.words) or not scan.capital(end):
        return False
    if (
        scan.text[scan.ends[end - 1] : scan.starts[end]] != " "
        or scan.kinds.get(end, "").strip("N")
        or scan.words[end] in NO_NAME
    ):
        return False
    shortest = min(len(dossier.index.people[hit.alias.ref].name.split()) for hit in full)
    return shortest > end - word


def before_surname(scan: Scan, end: int) -> bool:
    """True where a capital or "bin" follows at once: the word before is then a given name ("Thomas Jordan")."""
    return (
        not scan.shouting
        and end < len(scan.words)
        and end - 1 not in scan.genitives
        and scan.joined(end)
        and (scan.capital(end) or scan.words[end] in _CHILD_OF)
        and scan.text[scan.ends[end - 1] : scan.starts[end]] == " "
        and not scan.kinds.get(end, "").strip("NSC")
    )


def part_of_other_name(scan: Scan, word: int, end: int) -> bool:
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
