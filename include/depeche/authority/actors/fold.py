"""Text as the matcher sees it: lower case, no accents, words only, with a way back.

Each character folds to exactly one (``é`` → ``e``, ``ß`` → ``s``, ``أ`` → ``ا``), every
other sign to a space, so that places in the folded text are places in the text.
Combining marks (decomposed accents, Arabic vowel signs) are dropped and the way back
remembers them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from typing import NamedTuple
from zlib import crc32

import numpy as np

_SPACE, _MARK = 32, 1
_SPECIAL = str.maketrans("øłđðıœæßþħŧی ى ة ؤ ئ".replace(" ", ""), "olddioasthtيي ه و ي".replace(" ", ""))
# Code point → folded code point; 0 where it has not been asked for yet. Numbers in an array, because
# Python looks up a text beyond Latin-1 letter by letter, which costs more than all that follows.
_TABLE = np.zeros(0x110000, np.uint32)
# A number for each, by which words are told apart; 0 for what belongs to no word.
_NUMBERS = np.zeros(0x110000, np.uint32)
# Which of them are small letters, and which are hyphens.
_SMALL = np.zeros(0x110000, np.bool_)
_HYPHEN = np.zeros(0x110000, np.bool_)
_HYPHEN[[ord(sign) for sign in "-‐‑"]] = True


class Words(NamedTuple):
    """The folded words of a text and where each stands in it, in code points.

    ``large`` tells of each whether it may be a name: not in small letters, or behind a hyphen.
    ``numbers`` are the same for the same words, and hardly ever for others.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    large: np.ndarray
    numbers: np.ndarray

    def apart(self, offset: int) -> tuple[Words, Words]:
        """The words before ``offset``, and those behind it, which stand where they do from there on."""
        words, starts, ends, large, numbers = self
        at = bisect_left(starts, offset)
        starts_there, ends_there = ([place - offset for place in places[at:]] for places in (starts, ends))
        return (
            Words(words[:at], starts[:at], ends[:at], large[:at], numbers[:at]),
            Words(words[at:], starts_there, ends_there, large[at:], numbers[at:]),
        )


def fold(text: str) -> Words:
    """The folded words of ``text`` in order; a combining mark belongs to the letter before it."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    # Methods of arrays here and below: numpy's functions of the same names make a detour through Python.
    folded = _TABLE.take(codes)
    kept = None
    if np.count_nonzero(folded > _MARK) < len(folded):
        if not folded.all():
            _learn(np.unique(codes[folded == 0]).tolist())
            folded = _TABLE.take(codes)
        kept = (folded != _MARK).nonzero()[0]
        folded = folded[kept]
    letters = np.zeros(len(folded) + 2, np.bool_)
    np.not_equal(folded, _SPACE, out=letters[1:-1])
    edges = (letters[1:] != letters[:-1]).nonzero()[0]
    if kept is not None:
        # The end is where the next letter or sign begins, so that the last letter keeps its marks.
        edges = np.append(kept, len(text))[edges]
    words = folded.tobytes().decode("utf-32-le").split()
    if not words:
        return Words([], [], [], np.zeros(0, np.bool_), np.zeros(0, np.uint32))
    places, starts = edges.tolist(), edges[::2]
    first = codes.take(starts)
    return Words(
        words, places[::2], places[1::2], _large(codes, starts, first), _numbers(codes, starts, first)
    )


def _large(codes: np.ndarray, starts: np.ndarray, first: np.ndarray) -> np.ndarray:
    before = codes[starts - 1]
    if not starts[0]:
        before[0] = _SPACE
    large: np.ndarray = ~_SMALL.take(first) | _HYPHEN.take(before)
    return large


def _numbers(codes: np.ndarray, starts: np.ndarray, first: np.ndarray) -> np.ndarray:
    """A number for each word: the sum of its letters' numbers, the first one's twice."""
    made: np.ndarray = np.add.reduceat(_NUMBERS.take(codes), starts, dtype=np.uint32)
    made += _NUMBERS.take(first)
    return made


def _learn(codes: list[int]) -> None:
    """Fill the tables for characters that were not met before."""
    for code in codes:
        folded = _fold_one(chr(code))
        _TABLE[code], _SMALL[code] = folded, chr(code).islower()
        if folded not in (_SPACE, _MARK):
            _NUMBERS[code] = crc32(chr(folded).encode())


def _fold_one(char: str) -> int:
    if unicodedata.category(char).startswith("M") or char == "ـ":
        return _MARK
    if not char.isalnum():
        return _SPACE
    base = unicodedata.normalize("NFD", char)[0].lower()[:1].translate(_SPECIAL)
    return ord(base) if base.isalnum() else _SPACE


class _Folded(dict[int, str | None]):
    """Code point → what it folds to, None for a mark; each is worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        folded = _fold_one(chr(code))
        self[code] = None if folded == _MARK else chr(folded)
        return self[code]


_FOLDED = _Folded()


def words(text: str) -> list[str]:
    """The words of :func:`fold` alone: how every alias is stored. For a name it costs a twentieth."""
    return text.translate(_FOLDED).split()
