"""States by name, and the words beside a name that make it only a place.

A state counts unless it only says where ("en Syrie", "northern Greece", "in Lyon, France") or is
part of another name ("South China Sea").
"""

from __future__ import annotations

from depeche.authority.actors.days import ALWAYS
from depeche.normalise.actors.found import WEAK, Dossier, Found, found_at
from depeche.normalise.actors.powers.longer_names import in_longer_name, lost_in_name, named_after
from depeche.normalise.actors.scan import Scan


def state(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A state by name; less sure where the words beside it make it a place."""
    hits = scan.of_kind(word, "S")
    if not hits:
        return None
    hit = hits[0]
    if in_longer_name(scan, word, hit.end) or named_after(scan, word):
        return hit.end, []
    if hit.alias.weak and lost_in_name(scan, word, hit.end):
        return hit.end, []
    refs = scan.refs(word, hit)
    if "|" in refs:
        made = [found_at(scan, word, hit, f"state:{one}", "state_ambiguous", WEAK) for one in refs.split("|")]
        return hit.end, made
    ref = f"state:{refs}"
    if is_located(scan, word) or _of_a_town(scan, word, hit.end):
        return hit.end, [found_at(scan, word, hit, ref, "state_located", 0.5)]
    rule, confidence = ("state_weak", 0.6) if hit.alias.weak else ("state", 0.9)
    if rule == "state" and not _alive(refs, dossier):
        rule, confidence = "state_other_time", 0.6
    return hit.end, [found_at(scan, word, hit, ref, rule, confidence)]


def _alive(key: str, dossier: Dossier) -> bool:
    """Whether there was such a state on the day."""
    first, last = dossier.index.lives.get(key, ALWAYS)
    return first <= dossier.day.toordinal() <= last


def is_located(scan: Scan, word: int) -> bool:
    """ "en Syrie", "in southeastern Ukraine", "l'est de l'Ukraine", "in der Mongolei", "viajó a Colombia"."""
    small = scan.small
    at = word - 1
    while at >= word - 3 and at >= 0 and scan.joined(at + 1):
        before = scan.words[at]
        if before in small.inside or before in small.parts or locates(scan, at):
            return True
        if before in ("a", "al", "to"):
            return any(one in small.motion for one in scan.words[max(0, at - 2) : at])
        if before not in small.definite and before not in small.of:
            return False
        at -= 1
    return False


def _of_a_town(scan: Scan, word: int, end: int) -> bool:
    """ "in Lyon, France, on Monday", "near Savannah, Georgia.": it says where a town is."""
    if word < 2 or scan.gap(word) != ", " or not scan.capital(word - 1):
        return False
    if not scan.closed(end):
        return False
    at = word - 1
    while at >= word - 3 and at > 0 and scan.joined(at) and scan.capital(at):
        at -= 1
    # "from Iran, Iraq, …" is a list.
    where = scan.words[at] in scan.small.locating or scan.words[at] in scan.small.inside
    return where and not scan.of_kind(at + 1, "S")


def locates(scan: Scan, word: int) -> bool:
    """Whether ``word`` is a preposition of place."""
    folded = scan.words[word]
    if folded not in scan.small.locating:
        return False
    # Folding makes "à" and the verb "a" alike; only the preposition locates.
    return folded != "a" or scan.language != "fr" or scan.shown(word, word + 1) in "àÀA"
