"""How agencies' names are printed: case, full stops, hyphens, brackets' debris; where a name stands by itself."""

from __future__ import annotations

import re

# Letters that Arabic writes onto the next word: and, in, for, like.
_PROCLITICS = "وفبلك"
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DOMAIN = re.compile(r"\.(?:com|org|net|info|[a-z]{2})\b")
_TRIM = " \t\n.,;:·'’\"«»„“”‹›*|!?=_~-–—"


def lower(text: str) -> str:
    """``text`` in lower case, of the same length, line ends as spaces: offsets stay true."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)
    return low.replace("\n", " ").replace("\xa0", " ").replace("’", "'")


def keys(alias: str) -> set[str]:
    """Lower-case forms of an alias: hyphen or space, initials dotted and spaced as print does."""
    low = lower(alias)
    forms = {low, low.replace("-", " "), low.rstrip(".")}
    # "A.P.P." in print is A.F.P. misread, not Pakistan's agency.
    if re.fullmatch(r"[^\W\d_]{2,4}", alias) and alias.isupper() and alias.isascii() and alias != "APP":
        forms |= {".".join(low) + ".", ". ".join(low) + ".", ".".join(low)}
    return forms


def undotted(initials: str) -> str:
    """The letters of dotted or spaced initials, in lower case."""
    return re.sub(r"[\s.,·-]", "", initials).lower()


def joined(words: str) -> str:
    """``words`` in lower case with single blanks: the key they are listed under."""
    return " ".join(lower(words).split())


def trimmed(words: str) -> tuple[int, int]:
    """Start and end of ``words`` without blanks and marks around them."""
    start, end = 0, len(words)
    while start < end and words[start] in _TRIM:
        start += 1
    while end > start and words[end - 1] in _TRIM:
        end -= 1
    return start, end


def with_point(words: str, end: int, abbreviated: bool) -> int:
    """``end`` after the abbreviation's own full stop: "D. N. B." but not "Havas."."""
    return end + 1 if abbreviated and words[end : end + 1] == "." else end


def stands_alone(low: str, start: int, end: int) -> bool:
    """Whether ``low[start:end]`` is words of its own: no letter beside it, no host, no account name."""
    if _NO_SPACES.search(low, start, end):
        return True
    before = low[start - 1] if start else " "
    inner = low[start - 2] if start > 1 else " "
    if before.isalnum() and not (before in _PROCLITICS and not inner.isalpha()):
        return False
    # "www.afp.com" and "@afp" are addresses; ". ats" and "dpa/afp" are not.
    if before in "@_" or (before == "." and inner.isalnum() and low[end : end + 1] == "."):
        return False
    after = low[end] if end < len(low) else " "
    return not (after.isalnum() or after == "_" or (after == "." and _DOMAIN.match(low, end)))
