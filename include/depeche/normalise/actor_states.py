"""States by name, and the capitals and buildings that stand for them.

A state counts unless it only says where ("en Syrie", "northern Greece", "South China Sea").
A capital gives its state's government only where the words around it make it act
("Moscou a proposé", "rejetée par Washington", "appelé Moscou à", "Bogotá y Caracas
negocian"); anywhere else ("à Moscou") it stays a place and gives no actor.
"""

from __future__ import annotations

from depeche.authority.actors_days import ALWAYS
from depeche.normalise.actor_found import Dossier, Found
from depeche.normalise.actor_longer_names import given_name, in_longer_name, lost_in_name, named_after
from depeche.normalise.actor_scan import Hit, Scan
from depeche.normalise.actor_seats import powers

# "acusó a Washington": the preposition of a person as object.
_PERSONAL = frozenset("a")
_TO_DO = frozenset(("de", "d", "que", "qu", "di", "che"))
_SEVERAL = frozenset(("entre", "between", "zwischen", "tra", "fra"))
_OPENING = (" ", ' "', " «", " « ", " “", " „", "\u00a0")
_LISTED = (", ", " ")


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
        made = [_found(scan, word, hit, f"state:{one}", "state_ambiguous", 0.45) for one in refs.split("|")]
        return hit.end, made
    ref = f"state:{refs}"
    if _is_place(scan, word) or _of_a_town(scan, word, hit.end):
        return hit.end, [_found(scan, word, hit, ref, "state_located", 0.5)]
    rule, confidence = ("state_weak", 0.6) if hit.alias.weak else ("state", 0.9)
    if rule == "state" and not _alive(refs, dossier):
        rule, confidence = "state_other_time", 0.6
    return hit.end, [_found(scan, word, hit, ref, rule, confidence)]


def _alive(key: str, dossier: Dossier) -> bool:
    first, last = dossier.index.lives.get(key, ALWAYS)
    return first <= dossier.day.toordinal() <= last


def _is_place(scan: Scan, word: int) -> bool:
    """ "en Syrie", "in southeastern Ukraine", "l'est de l'Ukraine", "in der Mongolei", "viajó a Colombia"."""
    small = scan.small
    at = word - 1
    while at >= word - 3 and at >= 0 and scan.joined(at + 1):
        before = scan.words[at]
        if before in small.inside or before in small.parts or _locates(scan, at, before):
            return True
        if before in ("a", "al", "to"):
            return any(one in small.motion for one in scan.words[max(0, at - 2) : at])
        if before not in small.definite and before not in small.of:
            return False
        at -= 1
    return False


def _of_a_town(scan: Scan, word: int, end: int) -> bool:
    """ "in Lyon, France, on Monday", "near Savannah, Georgia.": it says where a town is."""
    if word < 2 or scan.text[scan.ends[word - 1] : scan.starts[word]] != ", " or not scan.capital(word - 1):
        return False
    if end < len(scan.words) and scan.text[scan.ends[end - 1]] not in ",.;:)":
        return False
    at = word - 1
    while at >= word - 3 and at > 0 and scan.joined(at) and scan.capital(at):
        at -= 1
    # "from Iran, Iraq, …" is a list.
    return scan.words[at] in scan.small.locating | scan.small.inside and not scan.of_kind(at + 1, "S")


def metonym(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A building or the like that stands for a power."""
    for hit in scan.of_kind(word, "M"):
        if in_longer_name(scan, word, hit.end):
            return hit.end, []
        if not _is_also_place(hit):
            located = _is_place(scan, word)
            rule, confidence = ("metonym_located", 0.5) if located else ("metonym", 0.9)
            return hit.end, [_found(scan, word, hit, hit.alias.ref, rule, confidence)]
        if _acts(scan, word, hit.end) or _listed(scan, word, hit.end):
            return hit.end, [_found(scan, word, hit, hit.alias.ref, "metonym_acts", 0.8)]
    return None


def capital(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A capital that acts; one that locates is passed over."""
    hits = scan.of_kind(word, "C")
    if not hits:
        return None
    hit = hits[0]
    lost = given_name(scan, hit.end) or in_longer_name(scan, word, hit.end)
    rule = "" if lost else _acts(scan, word, hit.end) or _listed(scan, word, hit.end)
    if not rule:
        return hit.end, []
    confidence = 0.85 if rule == "capital_acts" else 0.7
    if hit.alias.weak:
        rule, confidence = "capital_weak", 0.6
    meant = powers(scan, hit.alias.ref, rule, confidence, dossier)
    return hit.end, [_found(scan, word, hit, *one) for one in meant]


def _acts(scan: Scan, word: int, end: int) -> str:
    """The rule by which the place at ``word`` acts, or nothing where it only locates."""
    small = scan.small
    before = scan.words[word - 1] if word and scan.joined(word) else ""
    if before and _locates(scan, word - 1, before):
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
    return "capital_acts" if before not in small.of and _verb_at(scan, end) else ""


def _is_asked(scan: Scan, word: int, end: int) -> bool:
    """ "a demandé à Moscou de …", "chiede a Roma di …": behind the preposition stands who is to do it."""
    if scan.words[word - 1] not in _PERSONAL or word < 2 or scan.words[word - 2] not in scan.small.asking:
        return False
    return end < len(scan.words) and scan.joined(end) and scan.words[end] in _TO_DO


def _verb_at(scan: Scan, at: int) -> bool:
    """A verb of acting at ``at``, past adverbs and an opening quotation mark."""
    last = min(at + 3, len(scan.words))
    while at < last and _follows(scan, at) and scan.words[at] in scan.small.adverbs:
        at += 1
    return at < len(scan.words) and _follows(scan, at) and scan.words[at] in scan.small.acting_after


def _follows(scan: Scan, word: int) -> bool:
    if scan.joined(word):
        return scan.shouting or not scan.capital(word)
    return scan.text[scan.ends[word - 1] : scan.starts[word]] in _OPENING


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
        before_word = scan.words[first - 1]
        if before_word in scan.small.of or _locates(scan, first - 1, before_word):
            return ""
        return "capital_paired" if _verb_at(scan, last) else ""
    while last + 1 < len(scan.words) and scan.words[last] in scan.small.adverbs and scan.joined(last + 1):
        last += 1
    follows = scan.words[last]
    small = scan.small
    plain = (
        follows not in small.of and follows not in small.inside and (scan.shouting or not scan.capital(last))
    )
    return "capital_paired" if plain and not _locates(scan, last, follows) else ""


def _capital_before(scan: Scan, word: int) -> int | None:
    """The capital listed before the one at ``word``."""
    at = word - 1
    if at < 0 or scan.text[scan.ends[at] : scan.starts[word]] not in _LISTED:
        return None
    if scan.words[at] in scan.small.conjunctions:
        at -= 1
    elif scan.text[scan.ends[at] : scan.starts[word]] == " ":
        return None
    for first in range(max(0, at - 2), at + 1):
        if any(hit.end == at + 1 for hit in _seats(scan, first)):
            return first
    return None


def _capital_after(scan: Scan, end: int) -> int | None:
    """The end of the capital listed behind the one that ends at ``end``."""
    if end >= len(scan.words) or scan.text[scan.ends[end - 1] : scan.starts[end]] not in _LISTED:
        return None
    at = end
    if scan.words[at] in scan.small.conjunctions:
        at += 1
    elif scan.text[scan.ends[end - 1] : scan.starts[end]] == " ":
        return None
    hits = _seats(scan, at)
    return hits[0].end if hits else None


def _seats(scan: Scan, word: int) -> list[Hit]:
    """Capitals and other places of power at ``word``."""
    return [*scan.of_kind(word, "C"), *filter(_is_also_place, scan.of_kind(word, "M"))]


def _is_also_place(hit: Hit) -> bool:
    """Whether a metonym may be only a place, like "Bercy"; its days may follow in the note."""
    return hit.alias.note.startswith("place")


def _locates(scan: Scan, word: int, folded: str) -> bool:
    if folded not in scan.small.locating:
        return False
    # Folding makes "à" and the verb "a" alike; only the preposition locates.
    return folded != "a" or scan.language != "fr" or scan.text[scan.starts[word] : scan.ends[word]] in "àÀA"


def _two_powers(scan: Scan, end: int) -> bool:
    """ "entre Moscou et Washington": the other side is a power as well."""
    if end + 1 >= len(scan.words) or scan.words[end] not in scan.small.conjunctions:
        return False
    at = end + 1
    if scan.words[at] in ("la", "le", "l", "les", "the", "dem", "der", "den"):
        at += 1
    return any(hit.alias.kind in "CSMG" for hit in scan.hits.get(at, ()))


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


def _found(scan: Scan, word: int, hit: Hit, ref: str, rule: str, confidence: float) -> Found:
    start = scan.starts[word] + hit.alias.clip
    return Found(ref, scan.field, start, scan.ends[hit.end - 1], rule, confidence, None)
