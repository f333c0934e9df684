"""Text as the matcher sees it: lower case, no accents, words only, with a way back.

Each character folds to exactly one (``é`` → ``e``, ``ß`` → ``s``, ``أ`` → ``ا``), every
other sign to a space, so that places in the folded text are places in the text.
Combining marks (decomposed accents, Arabic vowel signs) are dropped and the way back
remembers them.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import numpy as np

_SPACE, _MARK = 32, 1
_SPECIAL = str.maketrans("øłđðıœæßþħŧی ى ة ؤ ئ".replace(" ", ""), "olddioasthtيي ه و ي".replace(" ", ""))
# Code point → folded code point; 0 where it has not been asked for yet. Numbers in an array, because
# Python looks up a text beyond Latin-1 letter by letter, which costs more than all that follows.
_TABLE = np.zeros(0x110000, np.uint32)
# Which of them are small letters.
_SMALL = np.zeros(0x110000, np.bool_)
_HYPHENS = tuple(map(ord, "-‐‑"))


class Words(NamedTuple):
    """The folded words of a text and where each stands in it, in code points.

    ``large`` are the places of those that may be names: not in small letters, or behind a hyphen.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    large: list[int]


def fold(text: str) -> Words:
    """The folded words of ``text`` in order; a combining mark belongs to the letter before it."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    folded = _TABLE[codes]
    # Counting is what numpy does without a detour through Python.
    if np.count_nonzero(folded) < len(folded):
        for code in np.unique(codes[folded == 0]).tolist():
            _TABLE[code], _SMALL[code] = _fold_one(chr(code)), chr(code).islower()
        folded = _TABLE[codes]
    kept = None
    if np.count_nonzero(folded == _MARK):
        kept = np.flatnonzero(folded != _MARK)
        folded = folded[kept]
    letters = np.zeros(len(folded) + 2, np.bool_)
    np.not_equal(folded, _SPACE, out=letters[1:-1])
    edges = np.flatnonzero(letters[1:] != letters[:-1])
    starts, ends = edges[::2], edges[1::2]
    if kept is not None:
        # The end is where the next letter or sign begins, so that the last letter keeps its marks.
        starts, ends = kept[starts], np.append(kept, len(text))[ends]
    words = folded.tobytes().decode("utf-32-le").split()
    return Words(words, starts.tolist(), ends.tolist(), _large(codes, starts))


def _large(codes: np.ndarray, starts: np.ndarray) -> list[int]:
    if not len(starts):
        return []
    before = codes[starts - 1]
    if not starts[0]:
        before[0] = _SPACE
    large = ~_SMALL[codes[starts]]
    for hyphen in _HYPHENS:
        large |= before == hyphen
    return np.flatnonzero(large).tolist()


def _fold_one(char: str) -> int:
    if unicodedata.category(char).startswith("M") or char == "ـ":
        return _MARK
    if not char.isalnum():
        return _SPACE
    base = unicodedata.normalize("NFD", char)[0].lower()[:1].translate(_SPECIAL)
    return ord(base) if base.isalnum() else _SPACE


def words(text: str) -> list[str]:
    """The folded words of ``text``: how every alias is stored."""
    return fold(text).words
