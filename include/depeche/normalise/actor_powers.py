"""States, capitals, metonyms, bodies, organisations and groups.

A capital gives its state's government only where the words around it make it act
("Moscou a proposé", "rejetée par Washington", "appelé Moscou à", "régime de Damas");
anywhere else ("à Moscou") it stays a place and gives no actor.
"""

from __future__ import annotations

from depeche.normalise.actor_found import Dossier, Found
from depeche.normalise.actor_people import name_at
from depeche.normalise.actor_scan import Hit, Scan

# "acusó a Washington": the preposition of a person as object.
_PERSONAL = frozenset("a")
_SEVERAL = frozenset(("entre", "between", "zwischen", "tra", "fra"))


def strong_things(scan: Scan, dossier: Dossier) -> None:
    """Note what is named without doubt, so that weak and ambiguous names can lean on it."""
    for word, kinds in scan.kinds.items():
        if "G" in kinds:
            for hit in scan.of_kind(word, "G"):
                if not hit.alias.weak:
                    dossier.strong_things.add(hit.alias.ref)
        if "S" in kinds or "C" in kinds:
            states = {hit.alias.ref for hit in scan.hits[word] if hit.alias.kind in "SC"}
            if len(states) == 1:
                dossier.states.update(states)
    scan.seen = dossier.states


def thing(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """An organisation or group by name; a weak name only beside a strong one."""
    for hit in scan.of_kind(word, "G"):
        if not hit.alias.weak:
            return hit.end, [_found(scan, word, hit, hit.alias.ref, "name", 0.95)]
        if hit.alias.ref in dossier.strong_things:
            return hit.end, [_found(scan, word, hit, hit.alias.ref, "name_weak", 0.75)]
    return None


def metonym(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A building or the like that stands for a power."""
    for hit in scan.of_kind(word, "M"):
        if hit.alias.note != "place":
            return hit.end, [_found(scan, word, hit, hit.alias.ref, "metonym", 0.9)]
        if acts(scan, word, hit.end):
            return hit.end, [_found(scan, word, hit, hit.alias.ref, "metonym_acts", 0.8)]
    return None


def capital(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A capital that acts; one that locates is passed over."""
    hits = scan.of_kind(word, "C")
    if not hits:
        return None
    hit = hits[0]
    rule = "" if _given_name(scan, hit.end) else acts(scan, word, hit.end)
    if not rule:
        return hit.end, []
    confidence = 0.85 if rule == "capital_acts" else 0.7
    return hit.end, [_found(scan, word, hit, f"body:{hit.alias.ref}:government", rule, confidence)]


def _given_name(scan: Scan, end: int) -> bool:
    """ "Sofia Christensen": a capital letter follows at once and it is nothing we know."""
    if scan.shouting or scan.language == "de" or end >= len(scan.words):
        return False
    return not scan.kinds.get(end, "").strip("N") and scan.joined(end) and scan.capital(end)


def acts(scan: Scan, word: int, end: int) -> str:
    """The rule by which the place at ``word`` acts, or nothing where it only locates."""
    small = scan.small
    before = scan.words[word - 1] if word and scan.joined(word) else ""
    if before and _locates(scan, word - 1, before):
        return ""
    if before in _PERSONAL and word > 1 and scan.words[word - 2] in small.acting_before:
        return "capital_acts"
    if before in small.acting_before:
        return "capital_acts" if before not in _SEVERAL or _two_powers(scan, end) else ""
    if _second_of_two(scan, word):
        return "capital_paired"
    at = end
    while at < min(end + 3, len(scan.words)) and scan.joined(at) and scan.words[at] in small.adverbs:
        at += 1
    if at >= len(scan.words) or not scan.joined(at) or scan.words[at] not in small.acting_after:
        return ""
    return "" if before in small.of else "capital_acts"


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


def state(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A state by name; less sure where a preposition makes it a place."""
    hits = scan.of_kind(word, "S")
    if not hits:
        return None
    hit = hits[0]
    if hit.alias.weak and _lost_in_name(scan, word, hit.end):
        return hit.end, []
    before = scan.words[word - 1] if word and scan.joined(word) else ""
    refs = scan.refs(word, hit)
    if "|" in refs:
        made = [_found(scan, word, hit, f"state:{one}", "state_ambiguous", 0.45) for one in refs.split("|")]
        return hit.end, made
    ref = f"state:{refs}"
    if before and (before in scan.small.inside or _locates(scan, word - 1, before)):
        return hit.end, [_found(scan, word, hit, ref, "state_located", 0.5)]
    rule, confidence = ("state_weak", 0.6) if hit.alias.weak else ("state", 0.9)
    return hit.end, [_found(scan, word, hit, ref, rule, confidence)]


def _lost_in_name(scan: Scan, word: int, end: int) -> bool:
    """ "Michael Jordan", "Chad Smith": a capital right beside a weak name."""
    if scan.shouting:
        return True
    beside = [word - 1] if scan.joined(word) and not scan.opens_sentence(word - 1) else []
    beside += [end] if end < len(scan.words) and scan.joined(end) else []
    return any(scan.capital(one) and one not in scan.hits for one in beside)


def body(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """ "l'armée syrienne", "the Syrian army", "Syria's army", "régime de Damas", "Obama administration"."""
    kinds = scan.kinds.get(word, "")
    found = _split_body(scan, word) if scan.words[word] in scan.split else None
    if not kinds:
        return found
    if found is None and ("A" in kinds or "S" in kinds):
        found = _owner_first(scan, word)
    if found is None and "B" in kinds:
        found = _body_first(scan, word)
    return found or _person_first(scan, word, dossier)


def _body_first(scan: Scan, word: int) -> tuple[int, list[Found]] | None:
    for hit in scan.of_kind(word, "B"):
        at = hit.end
        if at >= len(scan.words) or not scan.joined(at):
            continue
        for adjective in scan.of_kind(at, "A"):
            made, end = _with_adjectives(scan, word, hit, adjective)
            return end, made
        owner = _after_of(scan, at)
        if owner is not None:
            ref = f"body:{owner.alias.ref}:{hit.alias.ref}"
            return owner.end, [_spanning(scan, word, owner.end, ref, "body_of", 0.85)]
    return None


def _with_adjectives(scan: Scan, word: int, hit: Hit, adjective: Hit) -> tuple[list[Found], int]:
    refs = scan.refs(hit.end, adjective)
    made = _bodies(scan, word, adjective.end, refs, hit.alias.ref)
    end = adjective.end
    if end + 1 < len(scan.words) and scan.words[end] in scan.small.conjunctions:
        for second in scan.of_kind(end + 1, "A"):
            made += _bodies(scan, end + 1, second.end, scan.refs(end + 1, second), hit.alias.ref)
            return made, second.end
    return made, end


def _bodies(scan: Scan, word: int, end: int, refs: str, role: str) -> list[Found]:
    """One mention, or one per state the adjective may mean."""
    states = refs.split("|")
    rule, confidence = ("body", 0.9) if len(states) == 1 else ("body_ambiguous", 0.45)
    return [_spanning(scan, word, end, f"body:{one}:{role}", rule, confidence) for one in states]


def _split_body(scan: Scan, word: int) -> tuple[int, list[Found]] | None:
    """ "ministère russe de la Défense": an adjective inside the body's words."""
    rests = scan.split.get(scan.words[word])
    if not rests or word + 1 >= len(scan.words) or not scan.joined(word + 1):
        return None
    for hit in scan.of_kind(word + 1, "A"):
        for size in (4, 3, 2, 1):
            rest = " ".join(scan.words[hit.end : hit.end + size])
            for alias in rests.get(rest, ()):
                end = hit.end + size
                if alias.kind == "B" and end <= len(scan.words):
                    return end, _bodies(scan, word, end, scan.refs(word + 1, hit), alias.ref)
    return None


def _after_of(scan: Scan, word: int) -> Hit | None:
    at = word
    while at < min(word + 3, len(scan.words)) and (
        scan.words[at] in scan.small.of or scan.words[at] in ("the", "in")
    ):
        at += 1
    if at >= len(scan.words) or (at == word and scan.language != "ar"):
        return None
    if not all(scan.joined(one) for one in range(word, at + 1)):
        return None
    return next((hit for hit in scan.hits.get(at, ()) if hit.alias.kind in "SC"), None)


def _owner_first(scan: Scan, word: int) -> tuple[int, list[Found]] | None:
    for owner in scan.hits.get(word, ()):
        at = owner.end
        if owner.alias.kind == "S" and owner.alias.note != "genitive":
            if not (at < len(scan.words) and scan.words[at] == "s" and scan.joined(at)):
                continue
            at += 1
        elif owner.alias.kind not in "AS":
            continue
        if at < len(scan.words) and scan.joined(at):
            for hit in scan.of_kind(at, "B"):
                refs = scan.refs(word, owner) if owner.alias.kind == "A" else owner.alias.ref
                return hit.end, _bodies(scan, word, hit.end, refs, hit.alias.ref)
    return None


def _person_first(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """ "Obama administration", "Assad regime", "administration Obama": the person's government."""
    at, follows = word, False
    if "B" not in scan.kinds[word] and not _GOVERNED.intersection(scan.words[word + 1 : word + 5]):
        return None
    for hit in scan.of_kind(word, "B"):
        if hit.alias.ref == "government" and hit.end < len(scan.words) and scan.joined(hit.end):
            at, follows = hit.end, True
            break
    named = name_at(scan, at, dossier, [], titled=False)
    if named is None or len(named.people) != 1:
        return None
    end = named.end
    if not follows:
        after = [hit for hit in scan.of_kind(end, "B") if hit.alias.ref == "government"]
        if not after or not scan.joined(end):
            return None
        end = after[0].end
    country = dossier.index.people[named.people[0]].country
    ref = f"body:{country}:government"
    if ref not in dossier.index.things:
        return None
    return end, [_spanning(scan, word, end, ref, "body_of_person", 0.8)]


_GOVERNED = frozenset(("administration", "government", "regime", "regierung", "gobierno", "governo"))


def not_actor(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A longer name that only contains a state's or capital's ("Tour de France")."""
    hits = scan.of_kind(word, "X")
    return (hits[0].end, []) if hits else None


def _found(scan: Scan, word: int, hit: Hit, ref: str, rule: str, confidence: float) -> Found:
    start = scan.starts[word] + hit.alias.clip
    return Found(ref, scan.field, start, scan.ends[hit.end - 1], rule, confidence, None)


def _spanning(scan: Scan, word: int, end: int, ref: str, rule: str, confidence: float) -> Found:
    clip = next((hit.alias.clip for hit in scan.hits.get(word, ())), 0)
    return Found(ref, scan.field, scan.starts[word] + clip, scan.ends[end - 1], rule, confidence, None)
