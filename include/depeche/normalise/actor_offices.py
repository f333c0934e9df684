"""Offices: "le président russe Vladimir Poutine", "son homologue américain", "Russia's president".

The phrase only: its words, and whose office it is. Who holds it is ``actor_holders.py``'s.
"""

from __future__ import annotations

from typing import NamedTuple

from depeche.authority.actors import Alias
from depeche.normalise.actor_found import Dossier
from depeche.normalise.actor_scan import Hit, Scan
from depeche.normalise.actor_sex import ruled_out

WEAK = 0.45


class Office(NamedTuple):
    """An office phrase: its words, readings of the office word, states or organisations named."""

    start: int
    end: int
    readings: list[Alias]
    owners: list[tuple[str, int, int]]
    former: bool
    relational: bool
    # The sex its holder cannot have: "m" for "la chancelière", "f" for "the king"; "" where the words are of both.
    unlike: str = ""


class Named(NamedTuple):
    """Who a name may be; ``end`` is the word after it."""

    end: int
    people: list[str]
    rule: str


def office_phrase(scan: Scan, word: int) -> Office | None:
    """The office phrase that begins at ``word``, without the name that may follow."""
    before = _owners_before(scan, word)
    at, former = _skip_former(scan, before[-1][2] if before else word)
    if before and not scan.joined(at):
        return None
    readings, end, owners = _office_word(scan, at)
    if not readings:
        return None
    if owners:
        before = owners
    if not before:
        readings, before, end, late = _with_owners(scan, at, readings, end)
        former = former or late
    start = word if before and before[0][1] == word else at
    relational = readings[0].kind == "R"
    unlike = ruled_out(scan, start, at, readings, before)
    return Office(start, end, readings, before, former or _former_before(scan, start), relational, unlike)


def _with_owners(
    scan: Scan, word: int, readings: list[Alias], end: int
) -> tuple[list[Alias], list[tuple[str, int, int]], int, bool]:
    """The office word with the owners behind it; a shorter one where its owner's name is longer.

    "président de la République" ends before "démocratique du Congo"; "président" does not. An
    organisation is no owner of a role: "président de la BCE" as a whole is the office.
    """
    owners, stop, late = _owners_after(scan, end, readings)
    for shorter in sorted({hit.end for hit in scan.of_kind(word, "O") if hit.end < end}):
        fewer = [hit.alias for hit in scan.of_kind(word, "O") if hit.end == shorter]
        also, farther, former = _owners_after(scan, shorter, fewer)
        if also and also[0][1] < end and farther >= stop + (":" in also[0][0]):
            return fewer, also, farther, former
    return readings, owners, stop, late


def _former_before(scan: Scan, word: int) -> bool:
    return word > 0 and scan.words[word - 1] in scan.small.former


def _skip_former(scan: Scan, word: int) -> tuple[int, bool]:
    if word < len(scan.words) and scan.words[word] in scan.small.former:
        return word + 1, True
    return word, False


def _office_word(scan: Scan, word: int) -> tuple[list[Alias], int, list[tuple[str, int, int]]]:
    """Readings of the office word at ``word``, its end, and the owner that splits it."""
    split = _split_office(scan, word)
    if split:
        return split
    hits = [hit for hit in scan.hits.get(word, ()) if hit.alias.kind in "OR"]
    if not hits:
        return [], word, []
    end = hits[0].end
    return [hit.alias for hit in hits if hit.end == end], end, []


def _split_office(scan: Scan, word: int) -> tuple[list[Alias], int, list[tuple[str, int, int]]] | None:
    rests = scan_split(scan, word)
    if not rests:
        return None
    for hit in scan.of_kind(word + 1, "A"):
        for size in (6, 5, 4, 3, 2, 1):
            rest = " ".join(scan.words[hit.end : hit.end + size])
            offices = [alias for alias in rests.get(rest, ()) if alias.kind == "O"]
            if offices and hit.end + size <= len(scan.words):
                return offices, hit.end + size, [(scan.refs(word + 1, hit), word + 1, hit.end)]
    return None


def scan_split(scan: Scan, word: int) -> dict[str, list[Alias]] | None:
    """The offices whose first word is ``word`` and which an adjective may split."""
    return scan.split.get(scan.words[word]) if word + 1 < len(scan.words) and scan.joined(word + 1) else None


def _owners_before(scan: Scan, word: int) -> list[tuple[str, int, int]]:
    """ "Russian", "Russia's", "Russlands", "Russian and Turkish" before the office word."""
    owners: list[tuple[str, int, int]] = []
    at = word
    while True:
        hit = _owner_before(scan, at)
        if hit is None:
            return owners if not owners or owners[-1][2] == at else []
        owners.append((_ref(scan, at, hit), at, hit.end))
        at = hit.end
        if at < len(scan.words) and scan.words[at] in scan.small.conjunctions and scan.joined(at):
            following = _owner_before(scan, at + 1)
            if following is None:
                return owners
            owners[-1] = (owners[-1][0], owners[-1][1], at)
            at += 1
        else:
            return owners


def _owner_before(scan: Scan, word: int) -> Hit | None:
    for hit in scan.hits.get(word, ()):
        if hit.alias.kind == "A":
            return hit
        if hit.alias.kind == "S":
            if hit.alias.note == "genitive":
                return hit
            if hit.end < len(scan.words) and scan.words[hit.end] == "s" and scan.joined(hit.end):
                return Hit(hit.end + 1, hit.alias)
            if scan.language in ("en", None) and _bare_owner(scan, word, hit):
                return hit
    return None


def _bare_owner(scan: Scan, word: int, hit: Hit) -> bool:
    """ "Mexico President", "Laos' president": a state right before an office; not "in Iraq President"."""
    if word and scan.words[word - 1] in scan.small.inside | scan.small.locating and scan.joined(word):
        return False
    return bool(scan.of_kind(hit.end, "O")) and scan.joined(hit.end)


def _owners_after(
    scan: Scan, word: int, readings: list[Alias]
) -> tuple[list[tuple[str, int, int]], int, bool]:
    """ "russe", "de Russie", "of the United States", "russe et américain" after the office word."""
    owners: list[tuple[str, int, int]] = []
    at, former = _skip_former(scan, word)
    end = word
    while at < len(scan.words) and scan.joined(at):
        found = _owner_after(scan, at)
        if found is None:
            break
        at, hit = found
        owners.append((_ref(scan, at, hit), at, hit.end))
        end = hit.end
        if not (end < len(scan.words) and scan.words[end] in scan.small.conjunctions):
            break
        at = end + 1
    if len(owners) > 1 and not plural(scan, word - 1):
        owners, end = owners[:1], owners[0][2]
    return owners, end, former or (bool(owners) and _skip_former(scan, end)[1] and scan.joined(end))


def _ref(scan: Scan, word: int, hit: Hit) -> str:
    return scan.refs(word, hit) if hit.alias.kind == "A" else hit.alias.ref


def _owner_after(scan: Scan, word: int) -> tuple[int, Hit] | None:
    """The adjective, or the state behind "of" and the like, and the word it begins at."""
    for hit in scan.of_kind(word, "A"):
        return word, hit
    for hit in scan.of_kind(word, "S"):
        if hit.alias.note == "genitive":
            return word, hit
    at = word
    while at < min(word + 3, len(scan.words)) and (
        scan.words[at] in scan.small.of or scan.words[at] == "the"
    ):
        at += 1
    if at >= len(scan.words) or (at == word and scan.language != "ar"):
        return None
    if not all(scan.joined(one) for one in range(word, at + 1)):
        return None
    hits = scan.of_kind(at, "S") or scan.of_kind(at, "C") or scan.of_kind(at, "G")
    return (at, hits[0]) if hits else None


def plural(scan: Scan, word: int) -> bool:
    """True where the office word may be a plural (German does not tell)."""
    return scan.language == "de" or scan.words[word].endswith("s") or scan.language == "ar"


def offices_of(phrase: Office, owner: str, dossier: Dossier) -> list[str]:
    """The offices the phrase means for ``owner``: one as a rule, several for ``CD|CG``."""
    if ":" in owner:
        return []
    if "|" in owner:
        return [office for one in owner.split("|") for office in offices_of(phrase, one, dossier)]
    index = dossier.index
    whole = index.whole(owner)
    if whole and owner not in index.governed:
        owner = whole  # "le Premier ministre anglais" is the British one
    if phrase.relational:
        return _counterparts(phrase, owner, dossier)
    national, general = [], []
    for alias in phrase.readings:
        only = alias.note.partition("|")[2]
        if only == "!":
            if alias.ref.partition(".")[0] == owner:
                national.append(alias.ref)
        elif not only:
            reigned = whole and alias.ref == "monarch" and not index.exists(f"{owner}.monarch")
            general.append(f"{whole if reigned else owner}.{alias.ref}")
        elif owner in only.split(","):
            national.append(f"{owner}.{alias.ref}")
    return _held(list(dict.fromkeys(national or general)), dossier)


def _counterparts(phrase: Office, owner: str, dossier: Dossier) -> list[str]:
    """The office of ``owner`` that a relational word means: as a rule of the role last spoken of.

    Where that is held by somebody of the sex ruled out ("son homologue allemande" of a president),
    those of the roles spoken of before, or in its stead, that are not: one, or several candidates.
    """
    before = dossier.last_office(owner)
    if before is None:
        return []
    role = before.rpartition(".")[2]
    last = f"{owner}.{role}"
    if not phrase.unlike or dossier.fitting(dossier.holders(last), phrase.unlike):
        return [last]
    roles = dict.fromkeys((*dossier.roles(), *dossier.index.stand_in.get(role, ())))
    others = [f"{owner}.{one}" for one in roles]
    fits = [one for one in others if dossier.fitting(dossier.holders(one), phrase.unlike)]
    return (fits if dossier.index.exists(last) else fits[:1]) or [last]


def _held(offices: list[str], dossier: Dossier) -> list[str]:
    """Of the offices one word means ("head of state": president or monarch), the one held on the day."""
    if len(offices) < 2:
        return offices
    held = [office for office in offices if dossier.holders(office)]
    known = [office for office in offices if dossier.index.exists(office)]
    return (held or known or offices)[:1]
