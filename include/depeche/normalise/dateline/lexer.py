"""Words, figures and separators of a line that may be a dateline."""

from __future__ import annotations

import re
from itertools import islice

import msgspec

# Longest dateline line that is looked at, in characters.
REACH = 240
MOST = 48

# A letter and more, with marks on them; letters first, because a group costs at each turn.
_WORD = r"[^\W\d_]+(?:[\u0300-\u036f\u064b-\u065f\u0670\u0640][^\W\d_]*)*"
_JOINED = rf"{_WORD}(?:['’‘ʻʼ`´&-]{_WORD})*"
_TOKEN = re.compile(
    rf"(?P<word>['’]s-{_WORD}|(?:[^\W\d_]\.){{2,}}|{_JOINED}(?:['’](?!\w)|(?!\d)))"
    r"|(?P<number>\d+(?![^\W\d_hH]))"
    r"|(?P<dash>[-‐‑‒–—―−=|_]+)"
    r"|(?P<code>\w+)"
    r"|(?P<mark>[^\s\w])"
)
OPENING = {"(": ")", "[": "]", "（": "）"}


class Token(msgspec.Struct, frozen=True, gc=False):
    """``kind`` is word, number, code (letters with figures), dash or mark."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The first MOST tokens of ``text[start:end]``, with offsets in ``text``."""
    found = islice(_TOKEN.finditer(text, start, min(end, start + REACH)), MOST)
    return [Token(m.lastgroup or "", m[0], m.start(), m.end()) for m in found]


def closing(line: list[Token], at: int, most: int = 30) -> int | None:
    """The index of the bracket that closes the one at ``at``, or None."""
    wanted = OPENING[line[at].text]
    for index in range(at + 1, min(len(line), at + most)):
        if line[index].text == wanted:
            return index
        if line[index].text in OPENING:
            return None
    return None


def is_capital(word: str) -> bool:
    """Whether a word is written as names are: "Ivoire", "d'Ivoire", "L’Aquila"."""
    return word[0].isupper() or (word[:1].lower() in "dl" and word[1:2] in "'’" and word[2:3].isupper())


def is_cased(text: str) -> bool:
    """Whether a word is of a script with capitals."""
    return text[:1].upper() != text[:1].lower()
