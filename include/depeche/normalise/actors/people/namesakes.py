"""A name like one we know that is somebody else's: what stands beside it tells.

"Sen. Mitch McConnell" is not Jack McConnell, "José García López" not José García Belaúnde,
"Trump Tower" not Donald Trump, "ميشال الأسد" not Bashar al-Assad.
"""

from __future__ import annotations

from depeche.authority.actors.customs import PARTICLES, SONS
from depeche.authority.actors.names.arabic import PARTICLES as ARABIC_PARTICLES
from depeche.normalise.actors.found import Dossier
from depeche.normalise.actors.offices import office_phrase
from depeche.normalise.actors.people.callings import of_another_calling
from depeche.normalise.actors.scan import Hit, Scan
from depeche.normalise.actors.small import NO_NAME

_LONG_OFFICE = 8
TWO_SURNAMES = frozenset(("es", "pt"))
# Before a name that is complete without it.
_DEVOUT = frozenset((
    "mohammed", "mohammad", "mohamed", "mohamad", "muhammad", "muhammed", "mahamat", "mamadou", "mehmet", "ahmed",
    "ahmad", "abdul", "abdel", "abdoul", "ali", "haji", "hadj", "el", "al", "said", "sayed", "seyed", "sheikh", "cheikh",
    "maria", "marie", "prince", "sultan", "ben", "bin",
))  # fmt: skip
_CHILD_OF = SONS | {"bint"}
# "And", "to", "by" and the like, written in one word with the name behind them.
_CLITICS = frozenset("ولبفك")


def of_another(scan: Scan, word: int) -> bool:
    """ "Sen. Mitch McConnell": a capital before the surname that is neither title, day nor known given name."""
    before = word - 1
    if word < 1 or scan.language == "de" or scan.gap(word) != " ":
        return False
    said = scan.words[before]
    # "Antonio" is somebody's surname as well.
    given = said in scan.small.first_names and not scan.kinds.get(before, "").strip("N")
    return (
        scan.capital(before)
        and scan.capital(word)
        and len(said) > 1
        and (given or before not in scan.hits)
        and (
            given
            or not scan.opens_sentence(before)
            or scan.words[max(before - 1, 0)] in scan.small.honorifics
        )
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
    """Whether what stands beside a name in full says that it is not the one we know."""
    return (
        _has_second_surname(scan, word, full, dossier)
        or _has_first_name(scan, word)
        or of_another_calling(scan, word, full, dossier)
    )


def _has_second_surname(scan: Scan, word: int, full: list[Hit], dossier: Dossier) -> bool:
    """ "José García López" is not the José García Belaúnde whom wires call José García."""
    end = full[0].end
    if scan.language not in TWO_SURNAMES or scan.shouting or end >= len(scan.words) or not scan.capital(end):
        return False
    if scan.gap(end) != " " or scan.kinds.get(end, "").strip("N") or scan.words[end] in NO_NAME:
        return False
    shortest = min(len(dossier.index.people[hit.alias.ref].name.split()) for hit in full)
    return shortest > end - word


def _has_first_name(scan: Scan, word: int) -> bool:
    """ "Juan Carlos Pérez" is not the Carlos Pérez we know; "Mohammed" before a name may be left out of it."""
    before = word - 1
    if before < 0 or scan.shouting or scan.gap(word) != " " or not scan.capital(before):
        return False
    said = scan.words[before]
    return (
        said in scan.small.first_names
        and said not in _DEVOUT
        and said not in scan.small.honorifics
        and not scan.kinds.get(before, "").strip("N")
    )


def may_be_two_surnames(scan: Scan, word: int) -> bool:
    """Whether ``word`` begins two surnames of one person: "Cavaco Silva"."""
    return scan.language in TWO_SURNAMES and any(hit.end > word + 1 for hit in scan.hits[word])


def before_surname(scan: Scan, end: int) -> bool:
    """True where a capital or "bin" follows at once: the word before is then a given name ("Thomas Jordan")."""
    return (
        not scan.shouting
        and end < len(scan.words)
        and end - 1 not in scan.genitives
        and (scan.capital(end) or scan.words[end] in _CHILD_OF)
        and scan.gap(end) == " "
        and not scan.kinds.get(end, "").strip("NSC")
    )


def part_of_other_name(scan: Scan, word: int, end: int) -> bool:
    """ "Michelle Obama", "Trump Tower": capitals beside the surname that are not in the authority."""
    if scan.shouting or not scan.capital(word):
        return False
    before = word - 1
    if scan.language == "de":
        # Every noun has a capital: only a given name tells ("Hans Merkel").
        return word > 0 and scan.gap(word) == " " and scan.words[before] in scan.small.first_names
    if scan.joined(word) and scan.capital(before):
        said = scan.words[before]
        if said in scan.small.first_names:
            return True
        # "Maréchal-Le Pen": what stands before the particle tells.
        if said in PARTICLES and before > 0 and scan.gap(word) == " " and scan.gap(before) == "-":
            return True
        if not scan.opens_sentence(before):
            return before not in scan.hits and said not in scan.small.honorifics
        if len(said) > 3:
            return before not in scan.hits
    if end < len(scan.words) and scan.joined(end) and scan.capital(end) and scan.language == "en":
        return end not in scan.hits and " " in scan.gap(end)
    return False


def in_other_arabic_name(scan: Scan, word: int, end: int, dossier: Dossier) -> bool:
    """ "ميشال الأسد", "سعيد عباس": a given name right before the surname, or a name behind a given one."""
    given = scan.small.given_names
    if not given:
        return False
    before = scan.words[word - 1] if scan.joined(word) else ""
    if before in given or (before[:1] in _CLITICS and before[1:] in given):
        return scan.said(word - 1, word) not in dossier.surnames
    if scan.said(word, end) not in given or end == len(scan.words) or not scan.joined(end):
        return False
    after = scan.words[end]
    return after in ARABIC_PARTICLES or (after in given and after not in dossier.surnames)
