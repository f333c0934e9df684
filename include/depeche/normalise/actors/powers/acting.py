"""Whether a place acts: "Moscou a proposé", "rejetée par Washington", "Manila's tone".

The words beside it tell: a verb of acting, a preposition or address, a noun that only a power has,
another power between which and it something is.
"""

from __future__ import annotations

from depeche.normalise.actors.powers.states import locates
from depeche.normalise.actors.scan import Scan

# "acusó a Washington": the preposition of a person as object.
_PERSONAL = frozenset("a")
_TO_DO = frozenset(("de", "d", "que", "qu", "di", "che"))
SEVERAL = frozenset(("entre", "between", "zwischen", "tra", "fra", "بين"))
# "Condemnation from Moscow", "Kritik aus Moskau": where what only a power has comes from.
_FROM = frozenset(("from", "aus", "da", "desde"))
# "Hit back at", "lashed out at".
_BACK = frozenset(("back", "out"))
_HYPHENS = frozenset("-‐‑–")
# What an aside between commas ends with: "Moscou, pour sa part, dément".
_ASIDES = frozenset(("part", "parte", "side", "cote", "lado", "turn", "lato"))
# How far before "between" stands what goes between towns.
_WAY = 5
_OPENING = (" ", ' "', " «", " « ", " “", " „", "\u00a0")


def acts(scan: Scan, word: int, end: int) -> str:
    """The rule by which the place at ``word`` acts, or nothing where it only locates."""
    small = scan.small
    before = scan.words[word - 1] if word and scan.joined(word) else ""
    if before and scan.gap(word) in _HYPHENS:
        return ""  # "l'axe Paris-Berlin"
    if first := _first_of_two(scan, word):
        return "" if _way_between(scan, first - 1) else "capital_paired"
    if before and locates(scan, word - 1):
        return "capital_acts" if _is_asked(scan, word, end) or _comes_from(scan, word) else ""
    if before in _PERSONAL and word > 1 and scan.words[word - 2] in small.acting_before:
        return "capital_acts"
    if before in SEVERAL:
        return "capital_acts" if _two_powers(scan, end) and not _way_between(scan, word - 1) else ""
    if before in small.acting_before:
        return "capital_acts"
    if before in small.of and word > 1 and scan.words[word - 2] in small.acting_nouns:
        return "capital_acts"
    if _owns(scan, end):
        return "capital_acts"
    if _with_another(scan, word):
        return "capital_paired"
    if before in small.of:
        return ""
    return "capital_acts" if verb_at(scan, end) else _before_another(scan, end)


def _is_asked(scan: Scan, word: int, end: int) -> bool:
    """ "a demandé à Moscou de …", "chiede a Roma di …": behind the preposition stands who is to do it."""
    if scan.words[word - 1] not in _PERSONAL or word < 2 or scan.words[word - 2] not in scan.small.asking:
        return False
    return end < len(scan.words) and scan.joined(end) and scan.words[end] in _TO_DO


def _comes_from(scan: Scan, word: int) -> bool:
    """ "Condemnation from Moscow", "Druck aus Washington", "hit back at Washington"."""
    before = scan.words[word - 1]
    if word < 2 or not scan.joined(word - 1):
        return False
    if before in _FROM:
        return scan.words[word - 2] in scan.small.acting_nouns
    return before == "at" and scan.words[word - 2] in _BACK and scan.words[word - 3] in scan.small.hitting


def _way_between(scan: Scan, word: int) -> bool:
    """ "Flights between London and Paris", "die Strecke zwischen Wien und Budapest": what goes between towns."""
    ways = scan.small.ways
    for at in range(word - 1, max(-1, word - 1 - _WAY), -1):
        if scan.words[at] in ways:
            return True
        if scan.opens_sentence(at):
            return False
    return False


def verb_at(scan: Scan, at: int) -> bool:
    """A verb of acting at ``at``, past adverbs and an opening quotation mark."""
    at = _past_aside(scan, at)
    last = min(at + 3, len(scan.words))
    while at < last and _follows(scan, at) and scan.words[at] in scan.small.adverbs:
        at += 1
    return at < len(scan.words) and _follows(scan, at) and scan.words[at] in scan.small.acting_after


def _past_aside(scan: Scan, at: int) -> int:
    """Past ", pour sa part," and the like, or ``at``."""
    if at + 3 < len(scan.words) and scan.gap(at) == ", ":
        for last in (at + 2, at + 3):
            if scan.words[last] in _ASIDES and last + 1 < len(scan.words) and scan.gap(last + 1) == ", ":
                return last + 1
    return at


def _follows(scan: Scan, word: int) -> bool:
    """Whether ``word`` goes on without a capital, or opens a quotation, or an aside ends before it."""
    if scan.joined(word) or (scan.gap(word) == ", " and scan.words[word - 1] in _ASIDES):
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
    if end >= len(scan.words):
        return False
    # In Arabic "and" is written in one word with the name.
    joining = scan.language == "ar" and scan.words[end].startswith("و")
    if not joining and (end + 1 >= len(scan.words) or scan.words[end] not in scan.small.conjunctions):
        return False
    at = end if joining else end + 1
    # Of "il Cairo" the article is part.
    places = (at, at + 1) if scan.words[at] in scan.small.articles else (at,)
    return any(hit.alias.kind in "CSMG" for one in places for hit in scan.hits.get(one, ()))


def _first_of_two(scan: Scan, word: int) -> int:
    """Where the first of "between Moscow and Washington" begins; 0 where ``word`` is not the second."""
    first = _before_and(scan, word, "CSM")
    return first if first and scan.words[first - 1] in SEVERAL else 0


def _with_another(scan: Scan, word: int) -> bool:
    """The second of "soutenu par Moscou et Téhéran", "le soutien de Moscou et de Téhéran", "طهران وموسكو"."""
    of = word > 1 and scan.words[word - 1] in scan.small.of and scan.joined(word)
    first = _before_and(scan, word - of, "C")
    if not first or scan.words[first - 1] in SEVERAL or not scan.joined(first):
        return False
    if (scan.words[first - 1] in scan.small.of) != of:
        return False
    return acts(scan, first, word - of - _and_is_a_word(scan, word - of)) == "capital_acts"


def _and_is_a_word(scan: Scan, word: int) -> bool:
    return scan.words[word - 1] in scan.small.conjunctions


def _before_and(scan: Scan, word: int, kinds: str) -> int:
    """The word at which a power begins that stands before "and" and the one at ``word``; 0 where none does."""
    if word < 2 or not scan.joined(word):
        return 0
    if _and_is_a_word(scan, word):
        end = word - 1
    elif scan.language == "ar" and scan.text[scan.starts[word]] == "و":
        end = word
    else:
        return 0
    for first in range(end - 1, max(0, end - 4), -1):
        if any(hit.alias.kind in kinds and hit.end == end for hit in scan.hits.get(first, ())):
            return first
    return 0


def _before_another(scan: Scan, end: int) -> str:
    """ "Paris et l'Union africaine exigent": with a state or organisation subject of a verb of acting."""
    if end + 1 >= len(scan.words) or scan.words[end] not in scan.small.conjunctions or not scan.joined(end):
        return ""
    at = end + 1 + (scan.words[end + 1] in scan.small.articles)
    for hit in scan.hits.get(at, ()):
        if hit.alias.kind in "SG" and verb_at(scan, hit.end):
            return "capital_paired"
    return ""
