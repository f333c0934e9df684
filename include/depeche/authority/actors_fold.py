"""Text as the matcher sees it: lower case, no accents, words only, with a way back.

Each character folds to exactly one (``é`` → ``e``, ``ß`` → ``s``, ``أ`` → ``ا``), every
other sign to a space, so that places in the folded text are places in the text.
Combining marks (decomposed accents, Arabic vowel signs) are dropped and the way back
remembers them.
"""

from __future__ import annotations

import re
import unicodedata

MARK = "\x01"
WORD = re.compile(r"[^\s\x01]+")
_SPECIAL = str.maketrans("øłđðıœæßþħŧی ى ة ؤ ئ".replace(" ", ""), "olddioasthtيي ه و ي".replace(" ", ""))


class _Fold(dict[int, str]):
    """``str.translate`` table that learns each character once."""

    def __missing__(self, code: int) -> str:
        value = _fold_one(chr(code))
        self[code] = value
        return value


def _fold_one(char: str) -> str:
    if unicodedata.category(char).startswith("M") or char == "ـ":
        return MARK
    if not char.isalnum():
        return " "
    base = unicodedata.normalize("NFD", char)[0].lower()[:1]
    base = base.translate(_SPECIAL)
    return base if base.isalnum() else " "


_TABLE = _Fold({ord(MARK): MARK})


def fold(text: str) -> tuple[str, list[int] | None]:
    """Folded text, and for each of its characters the place in ``text`` (None: the same place)."""
    # Python translates a text beyond ASCII letter by letter: replacing each letter it has, all at
    # once, takes a quarter of the time, and what is ASCII then is translated in no time.
    folded = text
    if not text.isascii():
        for char in set(text):
            if char > "\x7f" and _TABLE[ord(char)] != char:
                folded = folded.replace(char, _TABLE[ord(char)])
    if folded.isascii():
        folded = folded.translate(_TABLE)
    else:
        for char in set(folded):
            if _TABLE[ord(char)] != char:
                folded = folded.replace(char, _TABLE[ord(char)])
    if MARK not in folded:
        return folded, None
    kept = [place for place, char in enumerate(folded) if char != MARK]
    return "".join([folded[place] for place in kept]), kept


def words(text: str) -> list[str]:
    """The folded words of ``text``: how every alias is stored."""
    return fold(text)[0].split()
