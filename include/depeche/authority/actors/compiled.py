"""The compiled form of the files of actors: what the index is opened from.

Kinds of alias (first letter of the entry): S state, A adjective, D people, C capital, M metonym,
G organisation or group, B body word, O office word, P full name, N surname,
R relational word, X not an actor.
"""

from __future__ import annotations

from datetime import date

import msgspec

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "pt")
BIT = {language: 1 << place for place, language in enumerate(LANGUAGES)}
ANY = -1
OPEN = date.max.toordinal()


class Alias(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One reading of a folded string.

    ``case``: -1 any case, -2 all capitals (a single word of four letters or more may also
    be a title), else the word that begins with a capital. ``clip``: characters at the start that
    are not part of the name (Arabic clitics). ``note`` depends on the kind.
    """

    kind: str
    ref: str
    languages: int
    case: int
    weak: bool
    clip: int
    note: str


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The readings of some words: names of people, which share one test of capitals, and others.

    ``kinds`` are the kinds of ``names``; ``weak`` where all are surnames that count only where their
    bearer was named before. ``more``: longer names begin with the words.
    """

    others: tuple[Alias, ...]
    names: tuple[Alias, ...]
    kinds: str
    weak: bool
    more: bool


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """A table of names: the words that have readings, and those that only begin longer ones."""

    entries: dict[str, Entry]
    beginnings: list[str]


class Thing(msgspec.Struct, frozen=True, array_like=True):
    """A state, organisation, group or body; ``seat`` is the state whose capital stands for it as well."""

    kind: str
    name: str
    wikidata: str | None
    country: str | None
    cameo: str | None
    seat: str | None = None


class Person(msgspec.Struct, frozen=True, array_like=True):
    """A person. ``country`` is a key of states.yml; ``surnames`` are folded."""

    name: str
    sex: str | None
    country: str | None
    surnames: list[str]


class Holding(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One person in one office, first and last day as ordinals, both inclusive.

    ``source`` says where the fact is from; ``known`` is the day up to which that source is kept;
    ``interim``: held for the time being only.
    """

    first: int
    last: int
    person: str
    shared: bool
    source: str
    known: int
    interim: bool = False

    @property
    def stands_in(self) -> bool:
        """Whether the office is still somebody else's, so that only "interim" and the like mean this one."""
        return self.interim and not self.shared

    @property
    def until(self) -> date | None:
        """The last day; None while still in office as far as known."""
        return None if self.last == OPEN else date.fromordinal(self.last)


class Compiled(msgspec.Struct, frozen=True):
    """Everything the index is opened from.

    ``sieve`` holds what the names of both tables begin with.

    ``lives``: first and last day of the states that began or are gone; ``nobody``: office → the days on
    which nobody held it, first and last; ``heads``: office at the head of an organisation → that organisation.
    """

    anywhere: Packed
    capitals: Packed
    sieve: bytes
    things: dict[str, Thing]
    people: dict[str, Person]
    offices: dict[str, list[Holding]]
    roles: dict[str, list[str]]
    role_cameo: dict[str, str | None]
    phrases: dict[str, dict[str, list[str]]]
    split: dict[str, dict[str, list[Alias]]]
    lives: dict[str, tuple[int, int]]
    nobody: dict[str, list[tuple[int, int]]]
    heads: dict[str, str]
