"""The small words of a language that decide how names beside them are read."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from depeche.authority.actors import BIT, ActorIndex
from depeche.authority.actors.parts import AGES, OPENING, SECTIONS, TELLING

# Where a capital right behind a noun or name begins another name.
ROMANCE = frozenset(("es", "fr", "it", "pt"))
# Sections whose Arabic words may have "and" before them: "وفي", "ونائب".
_BEHIND_AND = ("deputy", "indefinite", "inside", "locating", "parts", "unheld")
# Capitalised for other reasons than a name: what opens a sentence, days, titles.
NO_NAME = frozenset((
    "the", "a", "an", "in", "on", "at", "by", "to", "but", "and", "for", "with", "from", "after", "before", "as",
    "if", "when", "while", "since", "our", "their", "his", "her", "its", "this", "that", "these", "those", "both",
    "most", "some", "all", "former", "ceo", "le", "la", "les", "l", "un", "une", "el", "los", "las", "der", "die",
    "das", "ein", "eine", "o", "os", "il", "lo", "gli", "de", "het", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
))  # fmt: skip


class Small(NamedTuple):
    """The small words of one language (of all where it is unknown): a field for each section of phrases.yml read here."""

    honorifics: frozenset[str]
    former: frozenset[str]
    unheld: frozenset[str]
    deputy: frozenset[str]
    deputy_hyphened: frozenset[str]
    of: frozenset[str]
    conjunctions: frozenset[str]
    locating: frozenset[str]
    acting_before: frozenset[str]
    asking: frozenset[str]
    acting_after: frozenset[str]
    adverbs: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    standing: frozenset[str]
    interim: frozenset[str]
    narrowing: frozenset[str]
    becoming: frozenset[str]
    being: frozenset[str]
    serving: frozenset[str]
    as_one: frozenset[str]
    choosing: frozenset[str]
    dying: frozenset[str]
    leaving: frozenset[str]
    possessive: frozenset[str]
    trades: frozenset[str]
    callings: frozenset[str]
    also_towns: frozenset[str]
    beside_towns: frozenset[str]
    naming: frozenset[str]
    articles: frozenset[str]
    articles_of_many: frozenset[str]
    treating: frozenset[str]
    auxiliaries_of_many: frozenset[str]
    inside: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    fresh: frozenset[str]
    parts: frozenset[str]
    motion: frozenset[str]
    events: frozenset[str]
    acting_nouns: frozenset[str]
    ways: frozenset[str]
    hitting: frozenset[str]
    speech: frozenset[str]
    functions: frozenset[str]
    months: frozenset[str]
    in_months: frozenset[str]
    organisation_words: frozenset[str]
    organisation_nouns: frozenset[str]
    given_names: frozenset[str]
    citing: frozenset[str]
    addressing: frozenset[str]
    auxiliaries: frozenset[str]
    # The given names of the authority's people in Latin script, folded.
    first_names: frozenset[str]
    # What the words of ``standing`` and ``narrowing`` begin with.
    qualifying: frozenset[str]
    # ``callings`` and ``trades``.
    professions: frozenset[str]
    # Word → its parts (OPENING and so on) in finding mentions.
    parts_played: dict[str, int]


_MADE = ("first_names", "parts_played", "professions", "qualifying")
_SECTIONS = tuple(field for field in Small._fields if field not in _MADE)


@lru_cache(maxsize=64)
def small_words(index: ActorIndex, language: str | None) -> Small:
    """The small words of ``language``; of every language where we have none for it."""
    known = language if language in BIT else None
    small = {section: index.small_words(section, known) for section in _SECTIONS}
    if known in ("ar", None):
        for section in _BEHIND_AND:
            small[section] |= {"و" + word for word in index.small_words(section, "ar")}
    parts = {part: frozenset().union(*map(small.__getitem__, names)) for part, names in SECTIONS.items()}
    parts[OPENING] |= index.split.keys()
    parts[TELLING] |= AGES
    return Small(
        first_names=index.small_words("first_names", "any"),
        qualifying=frozenset(word.split()[0] for word in small["standing"] | small["narrowing"]),
        professions=small["callings"] | small["trades"],
        **small,
        parts_played={
            word: sum(part for part, words in parts.items() if word in words)
            for word in frozenset().union(*parts.values())
        },
    )
