"""Whose an office is, beside its words: "Russia's", "russe et américain", "of France, Russia and Turkey"."""

from __future__ import annotations

from collections.abc import Callable

from depeche.normalise.actors.scan import Hit, Scan

# What Arabic "two ministers", "two presidents", "ministers" end with, before another word and not.
_DUALS = ("يرا", "يري", "يسا", "يسي", "ان", "ين", "زراء", "ؤساء")
# A state or organisation (its key, several joined by "|"), the word it begins at and the one behind it.
Owner = tuple[str, int, int]
# Singular in German though the noun may be a plural.
_OF_ONE = frozenset(("dem", "des", "ein", "einem", "eines", "einer"))
# Before an Italian noun of one form for one and many: "i premier di Italia e Spagna".
_OF_MANY = frozenset(("i", "gli", "dei", "degli", "ai", "agli", "dai", "dagli"))


def skip_former(scan: Scan, word: int) -> tuple[int, bool]:
    """Past "former", "ancien", "ex-" at ``word``, and whether there is one."""
    if word < len(scan.words) and scan.words[word] in scan.small.former:
        return word + 1, True
    return word, False


def skip_unheld(scan: Scan, word: int) -> tuple[int, bool]:
    """Past "elect", "designate", "السابق" behind an office, and whether there is one."""
    if scan.joined(word) and scan.words[word] in scan.small.unheld:
        return word + 1, True
    return word, False


def skip_standing(scan: Scan, word: int) -> int:
    """Past one or two words at ``word`` that leave an office held: "outgoing", "par intérim"; else ``word``."""
    return word + one_or_two(scan, word, scan.small.standing)


def one_or_two(scan: Scan, word: int, among: frozenset[str]) -> int:
    """How many words from ``word`` on, that follow without a comma, are one of ``among``: 2, 1 or 0."""
    if word >= len(scan.words) or scan.words[word] not in scan.small.qualifying or not scan.joined(word):
        return 0
    if scan.words[word] in among:
        return 1
    pair = word + 1 < len(scan.words) and scan.joined(word + 1) and scan.said(word, word + 2) in among
    return 2 if pair else 0


def owners_before(scan: Scan, word: int) -> list[Owner]:
    """ "Russian", "Russia's", "Russlands", "Russian and Turkish" before the office word."""
    owners: list[Owner] = []
    at = word
    while True:
        hit = _owner_before(scan, at)
        if hit is None:
            return owners if not owners or owners[-1][2] == at else []
        owners.append((_ref(scan, at, hit), at, hit.end))
        at = hit.end
        if at < len(scan.words) and scan.words[at] in scan.small.conjunctions and scan.joined(at):
            after = at + 1
            if scan.joined(after + 1) and scan.words[after] in scan.small.definite:
                after += 1  # "der deutsche und der französische Außenminister"
            following = _owner_before(scan, after)
            if following is None:
                return owners
            owners[-1] = (owners[-1][0], owners[-1][1], at)
            at = after
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
    if "O" not in scan.kinds.get(hit.end, "") or not scan.joined(hit.end):
        return False
    before = scan.words[word - 1] if scan.joined(word) else ""
    return before not in scan.small.inside and before not in scan.small.locating


def owners_after(scan: Scan, first: int, word: int) -> tuple[list[Owner], int, bool]:
    """The owners behind the office from ``first`` to ``word``, where they end, and whether it is a former one.

    Several only behind a plural: "le président russe et américain" is of one.
    """
    at, former = skip_unheld(scan, word)
    # "le président par intérim du Mali"
    owners = owner_list(scan, skip_standing(scan, at), _owner_after)
    if not owners:
        return owners, at, former
    if len(owners) > 1 and not is_plural(scan, first, word):
        owners = owners[:1]
    end, late = skip_unheld(scan, owners[-1][2])
    return owners, end, former or late


def owner_list(
    scan: Scan, word: int, find: Callable[[Scan, int, bool], tuple[int, Hit] | None]
) -> list[Owner]:
    """Owners in a row from ``word`` on; behind a comma they count only where the row ends with "and".

    ``find`` gives the owner at a word and where it begins; it is told whether another stands before.
    """
    owners: list[Owner] = []
    at, gap, sure, joining = word, "", 0, False
    while scan.joined(at) or gap == ", ":
        found = find(scan, at, bool(owners))
        if found is None:
            break
        first, hit = found
        owners.append((_ref(scan, first, hit), first, hit.end))
        if gap != ", ":
            sure = len(owners)
        if hit.end >= len(scan.words):
            break
        gap = scan.gap(hit.end)
        at = hit.end
        if scan.words[at] in scan.small.conjunctions:
            at, gap, joining = at + 1, "", True
        elif scan.language == "ar" and scan.words[at].startswith("و") and gap == " ":
            gap, joining = "", True
        elif joining or gap != ", ":
            break
    return owners[:sure]


def adjective(scan: Scan, word: int, another: bool) -> tuple[int, Hit] | None:
    """The adjective of a state at ``word``."""
    return next(((word, hit) for hit in scan.of_kind(word, "A")), None)


def _owner_after(scan: Scan, word: int, another: bool) -> tuple[int, Hit] | None:
    """The adjective, or the state behind "of" and the like, or bare behind ``another``: "of France and Russia"."""
    if word in scan.hits:
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
    if another and at == word and _owner_before(scan, word) is None:
        return next(((word, hit) for hit in scan.of_kind(word, "S")), None)
    if at >= len(scan.words) or (at == word and scan.language != "ar"):
        return None
    if not all(scan.joined(one) for one in range(word + another, at + 1)):
        return None
    hits = scan.of_kind(at, "S") or scan.of_kind(at, "C") or scan.of_kind(at, "G")
    return (at, hits[0]) if hits else None


def _ref(scan: Scan, word: int, hit: Hit) -> str:
    return scan.refs(word, hit) if hit.alias.kind == "A" else hit.alias.ref


def is_plural(scan: Scan, first: int, end: int) -> bool:
    """True where the office word from ``first`` to ``end`` may be a plural (German hardly tells)."""
    if scan.language == "ar":
        return scan.words[first].endswith(_DUALS)
    if scan.language == "de":
        return not scan.words[end - 1].endswith(("in", "ent")) and (
            first == 0 or scan.words[first - 1] not in _OF_ONE
        )
    return says_several(scan, first, end)


def says_several(scan: Scan, first: int, end: int) -> bool:
    """True where its noun is a plural: the first word, in English the one before "of" or the last."""
    head = first
    if scan.language in ("en", None):
        while head + 1 < end and scan.words[head + 1] not in scan.small.of:
            head += 1
    if scan.language == "it" and first and scan.words[first - 1] in _OF_MANY and scan.joined(first):
        return True
    nouns = {scan.words[first], scan.words[head]} if scan.language is None else {scan.words[head]}
    return any(noun.endswith("i" if scan.language == "it" else "s") for noun in nouns)
