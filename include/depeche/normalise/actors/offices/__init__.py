"""Offices: "le président russe Vladimir Poutine", "son homologue américain", "Russia's president".

The phrase only: its words, and whose office it is. Which it means is ``actors/offices/meant.py``'s,
who holds it ``actors/offices/holders.py``'s.
"""

from __future__ import annotations

from typing import NamedTuple

from depeche.authority.actors import Alias
from depeche.normalise.actors.offices.owners import (
    Owner,
    adjective,
    is_plural,
    one_or_two,
    owner_list,
    owners_after,
    owners_before,
    says_several,
    skip_former,
    skip_standing,
    skip_unheld,
)
from depeche.normalise.actors.offices.sex import ruled_out
from depeche.normalise.actors.scan import Scan

_WITH_PLURALS = ("en", "es", "fr", "it", "pt")


class Office(NamedTuple):
    """An office phrase: its words, readings of the office word, states or organisations named."""

    start: int
    end: int
    readings: list[Alias]
    owners: list[Owner]
    former: bool
    relational: bool
    # The sex its holder cannot have: "m" for "la chancelière", "f" for "the king"; "" where the words are of both.
    unlike: str = ""
    # "deputy foreign minister of Russia": another's office, whose name follows if any does.
    deputy: bool = False
    # Its noun is a plural: of one owner those are any of its holders, or its leaders at large.
    several: bool = False
    # How it is held: "interim" for the time being only, "fresh" since not long; "" where nothing says so.
    manner: str = ""

    @property
    def fixed(self) -> list[str]:
        """The offices that the words are whole, whose owner is in them: "pape", "président de la BCE"."""
        return [alias.ref for alias in self.readings if alias.note.endswith("|!")]


def office_phrase(scan: Scan, word: int) -> Office | None:
    """The office phrase that begins at ``word``, without the name that may follow."""
    before = owners_before(scan, word)
    at, former = skip_former(scan, before[-1][2] if before else word)
    if before:
        at = skip_standing(scan, at)  # "Mali's outgoing president"
        if not scan.joined(at):
            return None
    readings, end, owners = _office_word(scan, at)
    if not readings or (not before and _in_a_name(scan, at, readings)):
        return None
    if one_or_two(scan, end, scan.small.narrowing):
        return None
    several = scan.language in _WITH_PLURALS and says_several(scan, at, end)
    if owners:
        before = owners
    if before:
        end, late = skip_unheld(scan, end)
    else:
        readings, before, end, late = _with_owners(scan, at, readings, end)
    start = word if before and before[0][1] == word else at
    former = former or late or _stands_behind(scan, start, scan.small.former)
    deputy = _is_deputy(scan, start)
    relational = readings[0].kind == "R"
    unlike = ruled_out(scan, start, at, readings, before)
    manner = _manner(scan, start, at, end)
    return Office(start, end, readings, before, former or deputy, relational, unlike, deputy, several, manner)


def _with_owners(
    scan: Scan, word: int, readings: list[Alias], end: int
) -> tuple[list[Alias], list[Owner], int, bool]:
    """The office word with the owners behind it; a shorter one where its owner's name is longer.

    "président de la République" ends before "démocratique du Congo"; "président" does not. An
    organisation is no owner of a role: "président de la BCE" as a whole is the office.
    """
    owners, stop, late = owners_after(scan, word, end)
    for shorter in sorted({hit.end for hit in scan.of_kind(word, "O") if hit.end < end}):
        fewer = [hit.alias for hit in scan.of_kind(word, "O") if hit.end == shorter]
        also, farther, former = owners_after(scan, word, shorter)
        if also and also[0][1] < end and farther >= stop + (":" in also[0][0]):
            return fewer, also, farther, former
    return readings, owners, stop, late


def past_standing(scan: Scan, phrase: Office) -> int:
    """The word behind the phrase, past one that says that it is held: "le président sortant"."""
    return skip_standing(scan, phrase.end)


def _manner(scan: Scan, start: int, word: int, end: int) -> str:
    """How the office of a phrase from ``start`` to ``end`` is held; its office word is at ``word``."""
    small, words = scan.small, scan.words
    before = words[start - 1] if start else ""
    if (before in small.fresh or before in small.interim) and not scan.joined(start):
        before = ""  # "… is acting. President Xi"
    # Not inside an owner: "New Zealand's".
    fresh = before in small.fresh or (word > start and words[word - 1] in small.fresh)
    interim = before in small.interim or not small.interim.isdisjoint(words[start : skip_standing(scan, end)])
    return "interim" if interim else "fresh" if fresh else ""


def _stands_behind(scan: Scan, word: int, words: frozenset[str]) -> bool:
    """Whether the word before ``word`` is one of ``words``."""
    return word > 0 and scan.words[word - 1] in words


def _is_deputy(scan: Scan, word: int) -> bool:
    """ "deputy", "نائب" before it, or "vice-", "under-" with a hyphen: "under President Obama" is no deputy."""
    if not scan.joined(word):
        return False
    hyphen = scan.gap(word) == "-"
    return _stands_behind(scan, word, scan.small.deputy) or (
        hyphen and _stands_behind(scan, word, scan.small.deputy_hyphened)
    )


def _in_a_name(scan: Scan, word: int, readings: list[Alias]) -> bool:
    """ "Nur-Sultan said": a monarch's word behind a hyphen is the end of a name."""
    return (
        word > 0
        and scan.gap(word) == "-"
        and scan.words[word - 1] not in scan.small.former
        and all(alias.ref == "monarch" for alias in readings)
    )


def _office_word(scan: Scan, word: int) -> tuple[list[Alias], int, list[Owner]]:
    """Readings of the office word at ``word``, its end, and the owner that splits it."""
    split = _split_office(scan, word)
    if split:
        return split
    kinds = scan.kinds.get(word, "")
    if "O" not in kinds and "R" not in kinds:
        return [], word, []
    hits = [hit for hit in scan.hits[word] if hit.alias.kind in "OR"]
    end = hits[0].end
    return [hit.alias for hit in hits if hit.end == end], end, []


def _split_office(scan: Scan, word: int) -> tuple[list[Alias], int, list[Owner]] | None:
    if not scan.is_split(word):
        return None
    rests = scan.split[scan.words[word]]
    owners = owner_list(scan, word + 1, adjective)
    if not owners or (len(owners) > 1 and not is_plural(scan, word, word + 1)):
        return None
    end = owners[-1][2]
    for size in (6, 5, 4, 3, 2, 1):
        rest = " ".join(scan.words[end : end + size])
        offices = [alias for alias in rests.get(rest, ()) if alias.kind == "O"]
        if offices and end + size <= len(scan.words):
            return offices, end + size, owners
    return None
