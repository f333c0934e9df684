"""A field of a dispatch as its words and the readings they may have, and what is asked of them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import msgspec

from depeche.authority.actors import Alias
from depeche.authority.actors.parts import OPENING
from depeche.normalise.actors.name_models import Name
from depeche.normalise.actors.small import Small

_PLAIN = frozenset((" ", "-", "'", "’", "\u00a0", "\n", "‐", "‑", "\u202f", ". "))
_LIGHT = frozenset(" -'’\u00a0\n.‐‑\u202f\t&")
# What "Obama administration" and the like end with.
GOVERNED = frozenset(("administration", "government", "regime", "regierung", "gobierno", "governo"))
_SPLITS = frozenset('.!?:;\n«»“”"„(|…–—')


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A reading of the words up to (not including) word ``end``."""

    end: int
    alias: Alias


@dataclass(slots=True)
class Scan:
    """One field of a dispatch, taken apart. Words are numbered; offsets are code points."""

    field: str
    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    small: Small
    language: str | None
    shouting: bool
    split: dict[str, dict[str, list[Alias]]]
    hits: dict[int, list[Hit]] = dataclasses.field(default_factory=dict)
    seen: set[str] = dataclasses.field(default_factory=set)
    kinds: dict[int, str] = dataclasses.field(default_factory=dict)
    # Arabic words that begin a name behind a clitic: that word, and how many letters the clitic has.
    bare: dict[int, tuple[str, int]] = dataclasses.field(default_factory=dict)
    # Words that nothing but a weak surname begins: they count where the dispatch has named its bearer.
    faint: set[int] = dataclasses.field(default_factory=set)
    # Words that may be written as names are.
    large: list[int] = dataclasses.field(default_factory=list)
    # Words that play a part in finding mentions, and which.
    parts: list[tuple[int, int]] = dataclasses.field(default_factory=list)
    # German words that are a name's genitive and stand in ``words`` without its ending: "Trumps", "Merkels".
    genitives: set[int] = dataclasses.field(default_factory=set)
    # What a language model takes for names, where there is one.
    names: list[Name] = dataclasses.field(default_factory=list)
    # Whether any word may be a body's.
    bodied: bool = False
    # The readings at words where one is a capital's or building's of a time, before any was left out.
    dated: dict[int, list[Hit]] | None = None
    _named: frozenset[tuple[str, str]] | None = None

    def gap(self, word: int) -> str:
        """What stands between ``word`` and the word before it."""
        return self.text[self.ends[word - 1] : self.starts[word]]

    def shown(self, word: int, end: int) -> str:
        """The words from ``word`` to ``end`` as they are printed."""
        return self.text[self.starts[word] : self.ends[end - 1]]

    def joined(self, word: int) -> bool:
        """True where ``word`` follows the one before it without a comma, stop or paragraph."""
        if not 0 < word < len(self.words):
            return False
        gap = self.text[self.ends[word - 1] : self.starts[word]]
        return gap == " " or _plain_gap(self, word, gap)

    @property
    def named(self) -> frozenset[tuple[str, str]]:
        """Kind and reference of everything that any reading may mean."""
        if self._named is None:
            self._named = frozenset(
                (hit.alias.kind, hit.alias.ref) for hits in self.hits.values() for hit in hits
            )
        return self._named

    def keep(self, word: int, hits: list[Hit]) -> None:
        """From now on ``word`` has these readings."""
        if hits:
            self.hits[word], self.kinds[word] = hits, "".join([hit.alias.kind for hit in hits])
        else:
            self.hits.pop(word, None)
            self.kinds.pop(word, None)

    def openings(self) -> list[int]:
        """The words a mention may begin with, in order."""
        return sorted({*self.hits, *self.playing(OPENING)})

    def playing(self, part: int) -> list[int]:
        """The places of the words that play ``part`` (OPENING, TELLING or ORGANISATION)."""
        return [at for at, parts in self.parts if parts & part]

    def of_kind(self, word: int, kind: str) -> list[Hit]:
        """Readings of one kind that begin at ``word``, longest first."""
        kinds = self.kinds.get(word, "")
        if kind not in kinds:
            return []
        hits = self.hits[word]
        return hits if kinds.count(kind) == len(kinds) else [hit for hit in hits if hit.alias.kind == kind]

    def is_split(self, word: int) -> bool:
        """Whether an adjective stands where it may split what ``word`` begins: "ministre russe des Affaires …"."""
        return self.words[word] in self.split and "A" in self.kinds.get(word + 1, "")

    def refs(self, word: int, hit: Hit) -> str:
        """The states a reading may mean, joined by ``|``: "congolais" is CD or CG.

        One of them where the dispatch names it elsewhere without doubt.
        """
        kind, end = hit.alias.kind, hit.end
        found = {one.alias.ref: None for one in self.hits[word] if one.alias.kind == kind and one.end == end}
        if len(found) == 1:
            return hit.alias.ref
        named = [ref for ref in found if ref in self.seen]
        return named[0] if len(named) == 1 else "|".join(found)

    def capital(self, word: int) -> bool:
        """True where ``word`` begins with a capital letter."""
        return self.text[self.starts[word]].isupper()

    def may_name(self, word: int) -> bool:
        """True where ``word`` begins with a capital letter, or its script has none."""
        return not self.text[self.starts[word]].islower()

    def said(self, word: int, end: int) -> str:
        """The folded words from ``word`` to ``end``, without the clitic before a name."""
        first = self.bare[word][0] if word in self.bare else self.words[word]
        return " ".join((first, *self.words[word + 1 : end]))

    def closed(self, end: int) -> bool:
        """True where a comma or stop follows the words before ``end``, or nothing."""
        return end >= len(self.words) or self.text[self.ends[end - 1]] in ",.;:)"

    def opens_sentence(self, word: int) -> bool:
        """True for the first word of a sentence, quotation or title."""
        return word == 0 or not _SPLITS.isdisjoint(self.gap(word))


def _plain_gap(made: Scan, word: int, gap: str) -> bool:
    """True where ``gap``, before ``word``, is nothing but space, hyphen, apostrophe or an abbreviation's stop."""
    if gap not in _PLAIN and (not _LIGHT.issuperset(gap) or gap.count("\n") > 1):
        return False
    return "." not in gap or made.ends[word - 1] - made.starts[word - 1] <= 3
