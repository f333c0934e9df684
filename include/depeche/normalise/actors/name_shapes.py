"""What may be the name of a person whom the authority does not know: two or three words with capitals.

Four where the first is a given name that we know, double names counting once; particles ("de la", "van der") and a middle
initial ("John Q. Smithson") may stand between.
"""

from __future__ import annotations

from depeche.authority.actors.customs import PARTICLES
from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.small import NO_NAME

_KNOWN = frozenset("PGMSCOABX")
_LONGEST = 8
_GAPS = (" ", "-", "\u00a0")


def name_end(scan: Scan, word: int) -> int | None:
    """The end of a name that begins at ``word`` and is nothing we know; None where there is none."""
    if scan.shouting or scan.language == "ar" or scan.words[word] in NO_NAME:
        return None
    end, last, parts = word, word, 0
    while end < len(scan.words) and end - word < _LONGEST and (end == word or goes_on(scan, end)):
        if scan.capital(end):
            if not _KNOWN.isdisjoint(scan.kinds.get(end, "")):
                break
            # "Jean-Pierre" is one part of a name.
            parts += end == word or scan.text[scan.ends[end - 1]] != "-"
            last = end + 1
        elif end == word or scan.words[end] not in PARTICLES:
            break
        end += 1
    if last == word or not 2 <= parts <= (4 if has_given_name(scan, word) else 3):
        return None
    if len(scan.words[word]) < 2 or len(scan.words[last - 1]) < 2:
        return None
    return None if _is_initials(scan, word) or _is_thing(scan, last - 1) else last


def name_before(scan: Scan, end: int) -> int | None:
    """Where the name that ends right before ``end`` begins, with a given name that we know; else None."""
    first = end - 1
    while first >= 0 and end - first <= _LONGEST and (first == end - 1 or goes_on(scan, first + 1)):
        if not scan.capital(first):
            if first == end - 1 or scan.words[first] not in PARTICLES:
                return None
        elif has_given_name(scan, first) and name_end(scan, first) == end:
            # "Marie" of "Jean Marie Durand": the name begins with the first of its given names.
            also = first - 1
            longer = also >= 0 and has_given_name(scan, also) and name_end(scan, also) == end
            return also if longer else first
        first -= 1
    return None


def has_given_name(scan: Scan, word: int) -> bool:
    """Whether ``word`` is the given name of somebody in the authority."""
    return scan.words[word] in scan.small.first_names


def goes_on(scan: Scan, word: int) -> bool:
    """Whether nothing but a space, a hyphen or the stop of an initial stands before ``word``."""
    gap = scan.text[scan.ends[word - 1] : scan.starts[word]]
    if gap in _GAPS:
        return True
    return gap == ". " and len(scan.words[word - 1]) == 1 and scan.capital(word - 1)


def _is_initials(scan: Scan, word: int) -> bool:
    """ "PBS NewsHour": no given name is written in capitals among other words."""
    return scan.shown(word, word + 1).isupper()


def _is_thing(scan: Scan, word: int) -> bool:
    said = scan.words[word]
    return said in scan.small.organisation_words or said in scan.small.organisation_nouns
