"""Capitals and buildings that stand for a power.

A capital gives its state's government only where the words around it make it act
("Moscou a proposé", "rejetée par Washington", "appelé Moscou à", "Bogotá y Caracas
negocian"); anywhere else ("à Moscou") it stays a place and gives no actor. One that is an
organisation's seat as well ("Bruxelles") may be the organisation.
"""

from __future__ import annotations

from depeche.normalise.actors.found import WEAK, Dossier, Found, found_at
from depeche.normalise.actors.powers.acting import SEVERAL, acts, verb_at
from depeche.normalise.actors.powers.longer_names import in_longer_name, is_given_name
from depeche.normalise.actors.powers.states import is_located, locates
from depeche.normalise.actors.scan import Hit, Scan

_LISTED = (", ", " ")
# How sure a capital of several powers is at most.
_OF_SEVERAL = 0.7

Power = tuple[str, str, float]


def metonym(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A building or the like that stands for a power."""
    for hit in scan.of_kind(word, "M"):
        if in_longer_name(scan, word, hit.end) or _elsewhere(scan, hit):
            return hit.end, []
        if not _is_also_place(hit):
            located = is_located(scan, word)
            rule, confidence = ("metonym_located", 0.5) if located else ("metonym", 0.9)
            return hit.end, [found_at(scan, word, hit, hit.alias.ref, rule, confidence)]
        if acts(scan, word, hit.end) or _listed(scan, word, hit.end):
            return hit.end, [found_at(scan, word, hit, hit.alias.ref, "metonym_acts", 0.8)]
    return None


def _elsewhere(scan: Scan, hit: Hit) -> bool:
    """ "la Maison Blanche à Moscou": a building of that name that is in another state's capital."""
    at, state = hit.end + 1, hit.alias.ref.split(":")[1]
    if at >= len(scan.words) or not scan.joined(hit.end) or not locates(scan, hit.end):
        return False
    seats = scan.of_kind(at, "C")
    return bool(seats) and all(seat.alias.ref != state for seat in seats)


def capital(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A capital that acts; one that locates is passed over."""
    hits = scan.of_kind(word, "C")
    if not hits:
        return None
    hit = hits[0]
    lost = is_given_name(scan, hit.end) or in_longer_name(scan, word, hit.end)
    rule = "" if lost else acts(scan, word, hit.end) or _listed(scan, word, hit.end)
    if not rule:
        return hit.end, []
    confidence = 0.85 if rule == "capital_acts" else 0.7
    if hit.alias.weak:
        rule, confidence = "capital_weak", 0.6
    meant = _powers(scan, hit.alias.ref, rule, confidence, dossier)
    return hit.end, [found_at(scan, word, hit, *one) for one in meant]


def _powers(scan: Scan, state: str, rule: str, confidence: float, dossier: Dossier) -> list[Power]:
    """(actor, rule, confidence) of each power that the capital of ``state`` may be where it acts.

    One where the text names only the organisation (or a body of it, with its code of CAMEO), or
    only the state; both as candidates where it names both or none.
    """
    government = f"body:{state}:government"
    organisation = dossier.index.seated.get(state)
    if organisation is None:
        return [(government, rule, confidence)]
    is_named = _names_organisation(scan, organisation, dossier)
    if is_named != (("S", state) in scan.named or ("A", state) in scan.named):
        return [(organisation if is_named else government, rule, min(_OF_SEVERAL, confidence))]
    return [(one, f"{rule}_ambiguous", WEAK) for one in (organisation, government)]


def _names_organisation(scan: Scan, organisation: str, dossier: Dossier) -> bool:
    things = dossier.index.things
    code = things[organisation].cameo
    named = (ref for kind, ref in scan.named if kind == "G")
    return any(ref == organisation or (code and things[ref].cameo == code) for ref in named)


def _listed(scan: Scan, word: int, end: int) -> str:
    """Capitals that together are a sentence's subject: "Berlin, Londres et Paris ont dit"."""
    first, last = word, end
    while (before := _capital_before(scan, first)) is not None:
        first = before
    while (after := _capital_after(scan, last)) is not None:
        last = after
    if (first, last) == (word, end) or last >= len(scan.words) or not scan.joined(last):
        return ""
    if first and scan.joined(first) and not scan.opens_sentence(first):
        leading = scan.words[first - 1]
        if leading in scan.small.of or leading in SEVERAL or locates(scan, first - 1):
            return ""
        return "capital_paired" if verb_at(scan, last) else ""
    while last + 1 < len(scan.words) and scan.words[last] in scan.small.adverbs and scan.joined(last + 1):
        last += 1
    follows = scan.words[last]
    small = scan.small
    plain = (
        follows not in small.of and follows not in small.inside and (scan.shouting or not scan.capital(last))
    )
    return "capital_paired" if plain and not locates(scan, last) else ""


def _capital_before(scan: Scan, word: int) -> int | None:
    """The capital listed before the one at ``word``."""
    at = word - 1
    if at < 0 or scan.gap(word) not in _LISTED:
        return None
    if scan.words[at] in scan.small.conjunctions:
        at -= 1
    elif scan.gap(word) == " ":
        return None
    for first in range(max(0, at - 2), at + 1):
        if any(hit.end == at + 1 for hit in _seats(scan, first)):
            return first
    return None


def _capital_after(scan: Scan, end: int) -> int | None:
    """The end of the capital listed behind the one that ends at ``end``."""
    if end >= len(scan.words) or scan.gap(end) not in _LISTED:
        return None
    at = end
    if scan.words[at] in scan.small.conjunctions:
        at += 1
    elif scan.gap(end) == " ":
        return None
    hits = _seats(scan, at)
    return hits[0].end if hits else None


def _seats(scan: Scan, word: int) -> list[Hit]:
    """Capitals and other places of power at ``word``."""
    return [*scan.of_kind(word, "C"), *filter(_is_also_place, scan.of_kind(word, "M"))]


def _is_also_place(hit: Hit) -> bool:
    """Whether a metonym may be only a place, like "Bercy"; its days may follow in the note."""
    return hit.alias.note.startswith("place")
