"""Whether a place acts: "Moscou a proposé", "rejetée par Washington", "Manila's tone".

The words beside it tell: a verb of acting, a preposition or address, a noun that only a power has,
another power between which and it something is.
"""

from __future__ import annotations

from depeche.normalise.actor_scan import Scan
from depeche.normalise.actor_states import locates

# "acusó a Washington": the preposition of a person as object.
_PERSONAL = frozenset("a")
_TO_DO = frozenset(("de", "d", "que", "qu", "di", "che"))
_SEVERAL = frozenset(("entre", "between", "zwischen", "tra", "fra"))
_OPENING = (" ", ' "', " «", " « ", " “", " „", "\u00a0")


def acts(scan: Scan, word: int, end: int) -> str:
    """The rule by which the place at ``word`` acts, or nothing where it only locates."""
    small = scan.small
    before = scan.words[word - 1] if word and scan.joined(word) else ""
    if before and locates(scan, word - 1):
        return "capital_acts" if _is_asked(scan, word, end) else ""
    if before in _PERSONAL and word > 1 and scan.words[word - 2] in small.acting_before:
        return "capital_acts"
    if before in small.acting_before:
        return "capital_acts" if before not in _SEVERAL or _two_powers(scan, end) else ""
    if before in small.of and word > 1 and scan.words[word - 2] in small.acting_nouns:
        return "capital_acts"
    if _owns(scan, end):
        return "capital_acts"
    if _second_of_two(scan, word):
        return "capital_paired"
    return "capital_acts" if before not in small.of and verb_at(scan, end) else ""


def _is_asked(scan: Scan, word: int, end: int) -> bool:
    """ "a demandé à Moscou de …", "chiede a Roma di …": behind the preposition stands who is to do it."""
    if scan.words[word - 1] not in _PERSONAL or word < 2 or scan.words[word - 2] not in scan.small.asking:
        return False
    return end < len(scan.words) and scan.joined(end) and scan.words[end] in _TO_DO


def verb_at(scan: Scan, at: int) -> bool:
    """A verb of acting at ``at``, past adverbs and an opening quotation mark."""
    last = min(at + 3, len(scan.words))
    while at < last and _follows(scan, at) and scan.words[at] in scan.small.adverbs:
        at += 1
    return at < len(scan.words) and _follows(scan, at) and scan.words[at] in scan.small.acting_after


def _follows(scan: Scan, word: int) -> bool:
    """Whether ``word`` goes on without a capital, or opens a quotation."""
    if scan.joined(word):
        return scan.shouting or not scan.capital(word)
    return scan.gap(word) in _OPENING


def _owns(scan: Scan, end: int) -> bool:
    """ "Manila's tone", "Moskaus Haltung", "die Haltung Moskaus": what only a power has."""
    if end - 1 in scan.genitives:
        beside = [end] if end < len(scan.words) and scan.joined(end) else []
        beside += [end - 2] if scan.joined(end - 1) else []
        return any(scan.words[one] in scan.small.acting_nouns for one in beside)
    at = end + 1
    if at >= len(scan.words) or scan.words[end] != "s" or not scan.joined(end) or not scan.joined(at):
        return False
    return scan.words[at] in scan.small.acting_nouns


def _two_powers(scan: Scan, end: int) -> bool:
    """ "entre Moscou et Washington": the other side is a power as well."""
    if end + 1 >= len(scan.words) or scan.words[end] not in scan.small.conjunctions:
        return False
    at = end + 1
    # Of "il Cairo" the article is part.
    places = (at, at + 1) if scan.words[at] in scan.small.articles else (at,)
    return any(hit.alias.kind in "CSMG" for one in places for hit in scan.hits.get(one, ()))


def _second_of_two(scan: Scan, word: int) -> bool:
    """The second of "between Moscow and Washington", "Moscou et Washington ont"."""
    if word < 3 or scan.words[word - 1] not in scan.small.conjunctions:
        return False
    for back in (2, 3, 4):
        first = word - back
        if first < 1:
            return False
        if any(hit.alias.kind in "CSM" and hit.end == word - 1 for hit in scan.hits.get(first, ())):
            return scan.words[first - 1] in _SEVERAL
    return False
