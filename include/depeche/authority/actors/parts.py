"""What small words do in finding mentions, and the sections of phrases.yml that say it of a word.

A mention may begin with one beside names (honorifics, and words that an adjective may split, which have no
section); it may stand beside an unknown name (verbs of saying, functions, ages), or before one that is a
source's ("selon"); it says that an unknown name is an organisation's.
"""

from __future__ import annotations

OPENING, TELLING, ORGANISATION, CITING = 1, 2, 4, 8

SECTIONS = {
    OPENING: ("honorifics",),
    TELLING: ("speech", "functions"),
    ORGANISATION: ("organisation_words", "organisation_nouns"),
    CITING: ("citing",),
}
AGES = frozenset(map(str, range(10, 100)))
