"""Names by their words: every alias under its folded words, to be looked up word by word.

A dictionary and not an automaton over letters: between two dispatches the memory of a big
automaton is cold, and each of a text's letters would wait for it; a word waits once. Names
that count only with a capital are a table of their own, so that the small words of a text
("la", "no", which are surnames too) are not looked up in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from depeche.authority.actors.compiled import Alias, Entry, Packed
from depeche.authority.actors.customs import PARTICLES

Table = dict[str, Entry]
# Words that are nothing but the beginning of longer names: "de", "los".
BEGINS = Entry((), (), "", False, True)


class Tables(NamedTuple):
    """Folded words, with single blanks, to their readings: those in any case, and those that begin with a capital."""

    anywhere: Table
    capitals: Table


def tables(aliases: Mapping[str, list[Alias]]) -> Tables:
    """The tables of ``aliases``, whose keys are folded words."""
    groups: tuple[dict[str, list[Alias]], dict[str, list[Alias]]] = ({}, {})
    for text, readings in aliases.items():
        groups[_needs_capital(text, readings)][text] = readings
    return Tables(_table(groups[False]), _table(groups[True]))


def pack(table: Table) -> Packed:
    """The table as it is kept: making the entries anew takes longer than all else when it is opened."""
    entries = {text: entry for text, entry in table.items() if entry is not BEGINS}
    return Packed(entries, sorted(text for text, entry in table.items() if entry is BEGINS))


def unpack(packed: Packed) -> Table:
    """The table that :func:`pack` was given."""
    return packed.entries | dict.fromkeys(packed.beginnings, BEGINS)


def beginnings(table: Table) -> Iterator[str]:
    """What the names of a table begin with: one word, or two where one alone has no reading."""
    for text, entry in table.items():
        first, _, more = text.partition(" ")
        if (entry is not BEGINS) if not more else (" " not in more and table[first] is BEGINS):
            yield text


def _needs_capital(text: str, readings: list[Alias]) -> bool:
    """Whether no reading fits words that begin with a small letter; see ``actors.match``'s tests of capitals."""
    first, _, more = text.partition(" ")
    particle = bool(more) and first in PARTICLES
    return all(
        not particle if _is_name(alias) else alias.case == 0 or (alias.case == -2 and not alias.clip)
        for alias in readings
    )


def _is_name(alias: Alias) -> bool:
    return alias.case == 0 and alias.kind in "NP"


def _table(aliases: dict[str, list[Alias]]) -> Table:
    beginnings: set[str] = set()
    for text in aliases:
        while (text := text.rpartition(" ")[0]) and text not in beginnings:
            beginnings.add(text)
    made = {text: _entry(text, readings, text in beginnings) for text, readings in aliases.items()}
    made.update((text, BEGINS) for text in beginnings if text not in made)
    return made


def _entry(text: str, readings: list[Alias], more: bool) -> Entry:
    names = tuple([alias for alias in readings if _is_name(alias)])
    others = tuple([alias for alias in readings if not _is_name(alias)])
    kinds = "".join([alias.kind for alias in names])
    weak = " " not in text and all(alias.kind == "N" and not alias.note for alias in names)
    return Entry(others, names, kinds, weak, more)
