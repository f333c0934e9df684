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

# Of each character, whether it is blank, begins one of _LONE_MARKS, or is of the blocks of _DENSE or near them:
# as numbers, a text is looked through in no time.
_BLANK, _MARK, _NEAR_DENSE = 1, 2, 4
_KINDS = np.zeros(0x110000, np.uint8)
_KINDS[[code for code in range(0x3001) if chr(code).isspace()]] = _BLANK
_KINDS[[ord(mark[0]) for mark in _LONE_MARKS]] = _MARK
_KINDS[0x0E00:0x2000] |= _NEAR_DENSE
_KINDS[0x3040:] |= _NEAR_DENSE


def word_count(text: str) -> int:
    """Words of a text: what stands between blanks and is not a lone mark; in scripts without
    blanks (Han, Kana, Thai, Lao, Khmer, Burmese) every letter counts as half a word.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _KINDS.take(codes)
    if kinds.max(initial=0) >= _NEAR_DENSE and (runs := _DENSE.findall(text)):
        return (sum(map(len, runs)) + 1) // 2 + word_count(_DENSE.sub(" ", text))
    blank = np.ones(len(kinds) + 2, np.bool_)
    blank[1:-1] = kinds & _BLANK
    starts = (blank[:-2] > blank[1:-1]).nonzero()[0]
    marks = starts[kinds.take(starts) & _MARK != 0]
    alone = blank.take(marks + 2)
    lone = int(np.count_nonzero(alone))
    # Of several characters: the same again, "***".
    doubled = marks[~alone]
    doubled = doubled[codes.take(doubled) == codes.take(doubled + 1)].tolist()
    return len(starts) - lone - sum([text[at : at + 4].split()[0] in _LONE_MARKS for at in doubled])
