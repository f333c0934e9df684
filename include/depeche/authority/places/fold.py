"""One spelling for place names: what wires, archives and GeoNames write differently is folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans(
    {
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "Æ": "ae",
        "œ": "oe", "Œ": "oe", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
        "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ٱ": "ا",
    }
)  # fmt: skip
_GONE = dict.fromkeys(map(ord, "'’‘`´ʻʼʹ′.·\u200c\u200d\u200e\u200f\u00ad"))
_SPACE = dict.fromkeys(map(ord, "-‐‑‒–—_,/()"), " ")
_PUNCTUATION = {**_GONE, **_SPACE}
_MARKS = re.compile(r"[\u0300-\u036f\u0640\u064b-\u065f\u0670]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The key of a name: no case, accents, dots, apostrophes; hyphens are spaces; Arabic letters unified."""
    return fold_afresh(text)


def fold_afresh(text: str) -> str:
    """:func:`fold` without its memory, for compiling a million names once each."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_SPECIAL)))
        text = text.translate(_SPECIAL).casefold()
    return " ".join(text.lower().translate(_PUNCTUATION).split())


@lru_cache(maxsize=8192)
def spellings(name: str) -> tuple[str, ...]:
    """The keys under which a name may be known, its own first."""
    key = fold(name)
    return key, *variants(key)


def variants(key: str) -> list[str]:
    """Other keys under which the same name may be known: German ae/oe/ue, the Arabic article, Saint."""
    found = []
    plain = key.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    if plain != key:
        found.append(plain)
    if key.startswith("ال"):
        found.append(key[2:])
    elif key and "\u0621" <= key[0] <= "\u064a":
        found.append("ال" + key)
    for short, long in (("st ", "saint "), ("ste ", "sainte "), ("ft ", "fort "), ("mt ", "mount ")):
        if key.startswith(short):
            found.append(long + key[len(short) :])
        elif key.startswith(long):
            found.append(short + key[len(long) :])
    return found
