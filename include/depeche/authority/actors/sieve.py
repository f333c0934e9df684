"""Where in a text a name may begin: told for all of its words at once.

Nearly no word of a text is in a table of names, and to learn so each waits for memory. A sieve
of a megabyte is asked by the words' numbers (``actors.fold``) in one pass of numpy. It may hold
a word that no name begins with, and never lets one through that does.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from depeche.authority.actors.fold import fold

# The bits: names anywhere, names with a capital, people's names behind an Arabic clitic, and small words
# that play a part (``actors.parts``).
ANYWHERE, CAPITALS, CLITIC, PLAYING = 1, 2, 4, 8

# So many bits of a number are its place in the sieve: with fewer more words are held in vain.
_BITS = 20
_SHIFT = np.uint32(32 - _BITS)
_ODD = np.uint32(0x9E3779B1)


class Sieve:
    """Kinds of names, a bit each, by the numbers of the words that begin them."""

    def __init__(self, packed: bytes | None = None) -> None:
        """The sieve that :meth:`pack` gave, or an empty one."""
        size = 1 << _BITS
        self._marks = np.frombuffer(packed, np.uint8).copy() if packed else np.zeros(size, np.uint8)

    def pack(self) -> bytes:
        """The sieve as it is kept."""
        return self._marks.tobytes()

    def add(self, bit: int, beginnings: Iterable[str]) -> None:
        """Hold what begins with any of ``beginnings``, folded words: one, or the first two of names."""
        # No text folds to what has other signs in it.
        texts = [text for text in beginnings if text.replace(" ", "").isalnum()]
        for size in (1, 2):
            sized = [text for text in texts if text.count(" ") == size - 1]
            folded = fold("\n".join(sized))
            if folded.words != " ".join(sized).split():
                raise ValueError("these are no folded words")
            numbers = folded.numbers
            places = numbers if size == 1 else _pairs(numbers[::2], numbers[1::2])
            self._marks[places >> _SHIFT] |= bit

    def held(self, numbers: np.ndarray) -> np.ndarray:
        """The bits of what may begin at each of a text's words, whose ``numbers`` are given."""
        found: np.ndarray = self._marks.take(numbers >> _SHIFT)
        found[:-1] |= self._marks.take(_pairs(numbers[:-1], numbers[1:]) >> _SHIFT)
        return found


def _pairs(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    made: np.ndarray = first * _ODD + second
    return made
