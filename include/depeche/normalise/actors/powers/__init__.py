"""Organisations and groups by name, and the bodies of states: "l'armée syrienne", "régime de Damas".

Conventions: wires name a state's body by its noun and an adjective, a genitive or the capital, in the
order of each language; the nouns are in ``seeds/authority/bodies.yml``, the capitals in ``metonyms.yml``.
"""

from __future__ import annotations

from depeche.normalise.actors.found import WEAK, Dossier, Found, found_at
from depeche.normalise.actors.people.named import name_at
from depeche.normalise.actors.powers.longer_names import begins_name
from depeche.normalise.actors.scan import GOVERNED, Hit, Scan

_TELLING = frozenset("GSCAD")


def strong_things(scan: Scan, dossier: Dossier) -> None:
    """Note what is named without doubt, so that weak and ambiguous names can lean on it."""
    for word, kinds in scan.kinds.items():
        if _TELLING.isdisjoint(kinds):
            continue
        states: dict[str, set[str]] = {}
        for hit in scan.hits[word]:
            alias = hit.alias
            if alias.kind in "SCAD":
                states.setdefault(alias.kind, set()).add(alias.ref)
            elif alias.kind == "G" and not alias.weak:
                dossier.strong_things.add(alias.ref)
                dossier.states.add(dossier.index.things[alias.ref].country or "")
        for refs in states.values():
            if len(refs) == 1:
                dossier.states.update(refs)
    scan.seen = dossier.states


def thing(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """An organisation or group by name.

    A weak name counts beside a strong one, and where it belongs to a state the dispatch is about.
    """
    hits = scan.of_kind(word, "G")
    for hit in hits:
        if not hit.alias.weak:
            return hit.end, [found_at(scan, word, hit, hit.alias.ref, "name", 0.95)]
        if begins_name(scan, word, hit.end):
            return None
        if hit.alias.ref in dossier.strong_things:
            return hit.end, [found_at(scan, word, hit, hit.alias.ref, "name_weak", 0.75)]
    if hits and all(hit.alias.weak for hit in scan.of_kind(hits[0].end, "G")):
        longest = [hit for hit in hits if hit.end == hits[0].end]
        here = [hit for hit in longest if _country(hit, dossier) in dossier.states]
        if len(here) == 1:
            return here[0].end, [found_at(scan, word, here[0], here[0].alias.ref, "name_here", 0.7)]
    return None


def _country(hit: Hit, dossier: Dossier) -> str:
    return dossier.index.things[hit.alias.ref].country or ""


def body(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """ "l'armée syrienne", "the Syrian army", "Syria's army", "régime de Damas", "administration Obama"."""
    kinds = scan.kinds.get(word, "")
    found = _split_body(scan, word) if scan.is_split(word) else None
    if not kinds:
        return found
    if found is None and scan.bodied and ("A" in kinds or "S" in kinds):
        found = _owner_first(scan, word)
    if found is None and "B" in kinds:
        found = _body_first(scan, word)
    return found or person_body(scan, word, dossier)


def _body_first(scan: Scan, word: int) -> tuple[int, list[Found]] | None:
    for hit in scan.of_kind(word, "B"):
        at = hit.end
        if at >= len(scan.words) or not scan.joined(at):
            continue
        for adjective in scan.of_kind(at, "A"):
            if scan.language == "ar" and _is_feminine(scan, word) and adjective.alias.note != "f":
                continue  # "وزيرا الخارجية الأميركي والروسي"
            made, end = _with_adjectives(scan, word, hit, adjective)
            return end, made
        owner = _after_of(scan, at)
        if owner is not None:
            ref = f"body:{owner.alias.ref}:{hit.alias.ref}"
            return owner.end, [_spanning(scan, word, owner.end, ref, "body_of", 0.85)]
    return None


def _is_feminine(scan: Scan, word: int) -> bool:
    """Whether an Arabic noun is one by its ending."""
    return scan.words[word].endswith(("ه", "ات"))


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
    rule, confidence = ("body", 0.9) if len(states) == 1 else ("body_ambiguous", WEAK)
    return [_spanning(scan, word, end, f"body:{one}:{role}", rule, confidence) for one in states]


def _split_body(scan: Scan, word: int) -> tuple[int, list[Found]] | None:
    """ "ministère russe de la Défense": an adjective inside the body's words."""
    if not scan.joined(word + 1):
        return None
    rests = scan.split[scan.words[word]]
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


def person_body(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """ "Obama administration", "Assad regime", "administration Obama": the person's government."""
    at, follows = word, False
    if "B" not in scan.kinds[word] and GOVERNED.isdisjoint(scan.words[word + 1 : word + 5]):
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


def not_actor(scan: Scan, word: int, dossier: Dossier) -> tuple[int, list[Found]] | None:
    """A longer name that only contains a state's or capital's ("Tour de France")."""
    hits = scan.of_kind(word, "X")
    return (hits[0].end, []) if hits else None


def _spanning(scan: Scan, word: int, end: int, ref: str, rule: str, confidence: float) -> Found:
    clip = next((hit.alias.clip for hit in scan.hits.get(word, ())), 0)
    return Found(ref, scan.field, scan.starts[word] + clip, scan.ends[end - 1], rule, confidence, None)
