"""Where the authority's names stand in a text: words, and the readings each run of words has."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, count

import msgspec
import numpy as np

from depeche.authority.actors import BIT, ActorIndex, Alias
from depeche.authority.actors_fold import Words, fold
from depeche.authority.actors_names import PARTICLES
from depeche.authority.actors_sieve import ANYWHERE, CAPITALS, CLITIC
from depeche.authority.actors_table import BEGINS, Table
from depeche.normalise.actor_small import OPENING, Small, small_words
from depeche.normalise.name_models import Name

_PLAIN = frozenset((" ", "-", "'", "’", "\u00a0", "\n", "‐", "‑", "\u202f", ". "))
_LIGHT = frozenset(" -'’\u00a0\n.‐‑\u202f\t&")
_HYPHENS = frozenset("-‐‑")
# What "Obama administration" and the like end with.
GOVERNED = frozenset(("administration", "government", "regime", "regierung", "gobierno", "governo"))
# Before a name that ends in "s" in German: several of that name.
_OF_MANY = frozenset(("die", "der", "den", "beiden"))
_SPLITS = frozenset('.!?:;\n«»“”"„(|…–—')


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A reading of the words up to (not including) word ``end``."""

    end: int
    alias: Alias


@dataclass
class Scan:
    """One field of a dispatch, taken apart. Words are numbered; offsets are code points."""

    field: str
    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    hits: dict[int, list[Hit]]
    small: Small
    language: str | None
    shouting: bool
    split: dict[str, dict[str, list[Alias]]]
    seen: set[str] = dataclasses.field(default_factory=set)
    kinds: dict[int, str] = dataclasses.field(default_factory=dict)
    # Arabic words that begin a name behind a clitic: that word, and how many letters the clitic has.
    bare: dict[int, tuple[str, int]] = dataclasses.field(default_factory=dict)
    # Words that nothing but a weak surname begins: they count where the dispatch has named its bearer.
    faint: set[int] = dataclasses.field(default_factory=set)
    # Words that may be written as names are.
    large: list[int] = dataclasses.field(default_factory=list)
    # German words that are a name's genitive and stand in ``words`` without its ending: "Trumps", "Merkels".
    genitives: set[int] = dataclasses.field(default_factory=set)
    # What a language model takes for names, where there is one.
    names: list[Name] = dataclasses.field(default_factory=list)

    def joined(self, word: int) -> bool:
        """True where ``word`` follows the one before it without a comma, stop or paragraph."""
        if not 0 < word < len(self.words):
            return False
        gap = self.text[self.ends[word - 1] : self.starts[word]]
        return gap == " " or plain_gap(self, word, gap)

    @cached_property
    def governed(self) -> bool:
        """Whether any word may make a person's government of the name before it."""
        return not GOVERNED.isdisjoint(self.words)

    @cached_property
    def bodied(self) -> bool:
        """Whether any word may be a body's."""
        return any("B" in kinds for kinds in self.kinds.values())

    @cached_property
    def named(self) -> frozenset[tuple[str, str]]:
        """Kind and reference of everything that any reading may mean."""
        return frozenset((hit.alias.kind, hit.alias.ref) for hits in self.hits.values() for hit in hits)

    @cached_property
    def dated(self) -> dict[int, list[Hit]]:
        """The readings at words where one is a capital's or building's of a time, before any was left out."""
        return {
            word: self.hits[word]
            for word, kinds in self.kinds.items()
            if ("C" in kinds or "M" in kinds)
            and any(hit.alias.kind in "CM" and "|" in hit.alias.note for hit in self.hits[word])
        }

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
        return [at for at, parts in self._parts if parts & part]

    @cached_property
    def _parts(self) -> list[tuple[int, int]]:
        played = self.small.parts_played
        places = compress(count(), map(played.__contains__, self.words))
        return [(at, played[self.words[at]]) for at in places]

    def of_kind(self, word: int, kind: str) -> list[Hit]:
        """Readings of one kind that begin at ``word``, longest first."""
        kinds = self.kinds.get(word, "")
        if kind not in kinds:
            return []
        hits = self.hits[word]
        return hits if kinds.count(kind) == len(kinds) else [hit for hit in hits if hit.alias.kind == kind]

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

    def opens_sentence(self, word: int) -> bool:
        """True for the first word of a sentence, quotation or title."""
        return word == 0 or not _SPLITS.isdisjoint(self.text[self.ends[word - 1] : self.starts[word]])


def scan(name: str, text: str, language: str | None, index: ActorIndex) -> Scan:
    """Every reading of ``text`` that language, capitals and spacing allow."""
    folded = fold(text)
    small = small_words(index, language)
    shouting = text[:300].isupper()
    words, starts, ends = folded.words, folded.starts, folded.ends
    made = Scan(name, text, words, starts, ends, {}, small, language, shouting, index.split)
    made.large = np.flatnonzero(folded.large).tolist()
    _match(made, folded, index)
    return made


def _match(made: Scan, folded: Words, index: ActorIndex) -> None:
    """Note the readings that begin at each word."""
    mask = BIT.get(made.language or "", 0) or -1
    anywhere, capitals = index.names
    words = made.words
    if made.language == "de":
        _read_genitives(made, folded, index)
    behind = index.behind_clitic if made.language in ("ar", None) else {}
    held = index.sieve.held(folded.numbers)
    large = held * folded.large
    known = _beginnings(anywhere, words, np.flatnonzero(held & ANYWHERE))
    named = _beginnings(capitals, words, np.flatnonzero(large & CAPITALS))
    tables = [(at, anywhere) for at in known] + [(at, capitals) for at in named]
    if known and named:
        tables.sort(key=_place)
    for first, table in tables:
        _read(made, first, table, mask)
    if behind:
        places = np.flatnonzero(large & CLITIC).tolist()
        made.bare = {at: behind[words[at]] for at in places if words[at] in behind}
        for first, (name, clip) in made.bare.items():
            for table in (anywhere, capitals):
                if name in table:
                    _read(made, first, table, 0, name, clip)


def _beginnings(table: Table, words: list[str], places: np.ndarray) -> list[int]:
    """Those of ``places`` that a name in ``table`` may begin at."""
    last = len(words) - 1
    return [
        at
        for at in places.tolist()
        if (entry := table.get(words[at])) is not None
        and (entry is not BEGINS or (at < last and f"{words[at]} {words[at + 1]}" in table))
    ]


def _read_genitives(made: Scan, folded: Words, index: ActorIndex) -> None:
    """Take the ending from "Trumps", "Angela Merkels", "Moskaus"; not from "die Obamas", who are a family."""
    anywhere, capitals = index.names
    words = made.words
    for at in made.large:
        word = words[at]
        if word[-1] != "s" or len(word) < 4 or word in capitals or word in anywhere or word in index.final_s:
            continue
        entry = capitals.get(word[:-1])
        if entry is None or not (entry.names or any(alias.kind == "C" for alias in entry.others)):
            continue
        if not at or words[at - 1] not in _OF_MANY or (at > 1 and words[at - 2] in PARTICLES):
            words[at] = word[:-1]
            made.genitives.add(at)
    if made.genitives:
        places = sorted(made.genitives)
        folded.numbers[places] = fold("\n".join([words[at] for at in places])).numbers


def _place(start: tuple[int, Table]) -> int:
    return start[0]


def _read(made: Scan, first: int, table: Table, mask: int, bare: str = "", clip: int = 0) -> None:
    """The readings in ``table`` of the words from ``first`` on that stand without a comma or stop.

    ``bare`` is the first of them without the clitic before it, which has ``clip`` letters.
    """
    words = made.words
    said, last = bare or words[first], first
    entry = table[said]
    hits: list[Hit] = []
    kinds, faint = "", False
    while True:
        longer: list[Hit] = []
        for alias in entry.others:
            if alias.languages & mask and (alias.case == -1 or _case_fits(made, first, last, alias)):
                longer.append(Hit(last + 1, alias))
                kinds += alias.kind
        if entry.names and _name_fits(made, first, last):
            faint = entry.weak and not longer and not hits
            longer += [Hit(last + 1, alias) for alias in entry.names]
            kinds += entry.kinds
        elif longer:
            faint = False
        hits = longer + hits
        last += 1
        if not entry.more or last == len(words):
            break
        said = f"{said} {words[last]}"
        following = table.get(said)
        if following is None or not made.joined(last):
            break
        entry = following
    if hits:
        if clip:
            hits = [Hit(hit.end, msgspec.structs.replace(hit.alias, clip=clip)) for hit in hits]
        _note(made, first, hits, kinds, faint)


def _note(made: Scan, first: int, hits: list[Hit], kinds: str, faint: bool) -> None:
    """Note readings that begin at ``first``, longest first; ``faint`` where they are a weak surname's."""
    before = made.hits.get(first)
    if before is None:
        made.hits[first], made.kinds[first] = hits, kinds
        if faint:
            made.faint.add(first)
    else:
        before += hits
        before.sort(key=_longest_first)
        made.kinds[first] += kinds
        made.faint.discard(first)


def _longest_first(hit: Hit) -> int:
    return -hit.end


def _name_fits(made: Scan, first: int, last: int) -> bool:
    """Capitals where a person's name has them; not after a hyphen (Ki-moon), nor on a particle."""
    text, starts = made.text, made.starts
    if text[starts[last]].islower() and text[starts[last] - 1 : starts[last]] not in _HYPHENS:
        return False
    return not text[starts[first]].islower() or made.words[first] in PARTICLES


def _case_fits(made: Scan, first: int, last: int, alias: Alias) -> bool:
    case = alias.case
    text, starts = made.text, made.starts
    if case == -2:
        shown = text[starts[first] + alias.clip : made.ends[last]]
        if made.shouting and len(shown) < 3 and alias.kind != "A":
            return False
        return shown.isupper() or (first == last and len(shown) > 3 and shown[0].isupper()) or _dotted(shown)
    return first + case <= last and not text[starts[first + case]].islower()


def _dotted(shown: str) -> bool:
    return "." in shown and shown.replace(".", "").replace(" ", "").isupper()


def plain_gap(made: Scan, word: int, gap: str) -> bool:
    """True where ``gap``, before ``word``, is nothing but space, hyphen, apostrophe or an abbreviation's stop."""
    if gap not in _PLAIN and (not _LIGHT.issuperset(gap) or gap.count("\n") > 1):
        return False
    return "." not in gap or made.ends[word - 1] - made.starts[word - 1] <= 3
