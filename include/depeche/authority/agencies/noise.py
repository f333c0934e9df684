"""What noisy print makes of an agency's name: one edit, where its length allows.

Deletions of every alias are indexed (the symmetric-delete scheme), so a lookup costs one
pass over the word's own deletions. Initials are too short for that: for them only pairs
of letters that print and OCR really confuse count, one pair a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

SHORTEST = 4

# Pairs of letters that look alike in print or to OCR.
_LOOK_ALIKES = (
    "pf do ce cg co ef ea il it lt ir nu hb s5 sz vy b8 ao gq mn l1 i1 o0 rn bd fr uv ij tf sb hn wv rb ip a4"
)
_SWAPS: dict[str, set[str]] = {}
for _pair in _LOOK_ALIKES.split():
    _SWAPS.setdefault(_pair[0], set()).add(_pair[1])
    _SWAPS.setdefault(_pair[1], set()).add(_pair[0])


def fold(word: str) -> str:
    """``word`` in lower case without accents; its length may change."""
    decomposed = unicodedata.normalize("NFKD", word.lower().replace("ß", "ss"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def index(words: Iterable[str]) -> dict[str, list[str]]:
    """Deletions of every word of at least SHORTEST letters → the words."""
    found: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= SHORTEST and word.isascii():
            for cut in {word, *_cuts(word)}:
                found.setdefault(cut, []).append(word)
    return found


def near(word: str, deletions: dict[str, list[str]]) -> list[str]:
    """Indexed words within one edit of ``word``, which has at least SHORTEST letters."""
    if len(word) < SHORTEST:
        return []
    found: dict[str, None] = {}
    for cut in (word, *_cuts(word)):
        for other in deletions.get(cut, ()):
            if other not in found and _one_edit(word, other):
                found[other] = None
    return list(found)


def look_alikes(word: str) -> list[str]:
    """What ``word`` may have been before one letter was misread for another of the same look."""
    return [
        word[:at] + other + word[at + 1 :]
        for at, letter in enumerate(word)
        for other in sorted(_SWAPS.get(letter, ()))
    ]


def _cuts(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _one_edit(a: str, b: str) -> bool:
    """Whether one insertion, deletion or substitution, at most, turns ``a`` into ``b``."""
    if abs(len(a) - len(b)) > 1:
        return False
    first = 0
    while first < min(len(a), len(b)) and a[first] == b[first]:
        first += 1
    if len(a) == len(b):
        return a[first + 1 :] == b[first + 1 :]
    return a[first + 1 :] == b[first:] if len(a) > len(b) else a[first:] == b[first + 1 :]
