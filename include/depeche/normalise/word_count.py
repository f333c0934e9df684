"""How many words a text has, in scripts with blanks and without.

Conventions: between blanks, as the word counts in the envelopes of teleprinter items and in NITF
(``word.count``) go; half a word for a letter of Han, Kana, Thai, Lao, Khmer and Burmese, which
set no blanks (Chinese and Japanese words have two letters on average).
"""

from __future__ import annotations

import re

import numpy as np

# Marks that stand between blanks and are no word.
_LONE_MARKS = frozenset((*"-–—*&/•·:;.…|«»()=+'", '"', "***", "--", "...", "،", "؛", "。"))

_DENSE = re.compile(
    "[\u0e00-\u0e3a\u0e40-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+"
)


def word_count(text: str) -> int:
    """Words of a text: what stands between blanks and is not a lone mark; in scripts without
    blanks (Han, Kana, Thai, Lao, Khmer, Burmese) every letter counts as half a word.
    """
    dense = 0
    if not text.isascii() and _may_be_dense(text):
        runs = _DENSE.findall(text)
        if runs:
            dense = (sum(map(len, runs)) + 1) // 2
            text = _DENSE.sub(" ", text)
    words = text.split()
    return dense + len(words) - sum(words.count(mark) for mark in _LONE_MARKS.intersection(words))


def _may_be_dense(text: str) -> bool:
    """Whether any letter is of the blocks of _DENSE, or near: as numbers they are looked through in no time."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    high = codes[codes >= 0x0E00]
    return bool(((high < 0x2000) | (high >= 0x3040)).any())
