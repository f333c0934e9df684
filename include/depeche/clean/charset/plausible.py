"""Whether decoded bytes read as words: the signs by which a wrong charset gives itself away."""

from __future__ import annotations

import itertools
import re

_BEYOND = re.compile("[^\x00-\x7f]+")
# Signs that no word holds, and signs that no word begins or ends with, as Windows Latin shows
# bytes of other charsets; a capital after a small letter, as a wrong Cyrillic charset does.
_ACCENT = re.compile("[À-ÖØ-öø-ÿŠŒŽšœžŸ]")
_NO_LETTERS = bytes(byte for byte in range(256) if not bytes((byte,)).isalpha())
_ODD = re.compile(
    "[\x80-\x9f]|[À-ÖØ-öø-ÿŠŒŽšœžŸ]{3,}|(?<=[A-Za-z])[‚ƒ„†‡ˆ‰‹•˜›¡-¦¨-±´-¹»-¿×÷](?=[a-z])"
    "|(?<=[a-z]{4})[¹²³](?!\\d)|£(?=[A-Za-z])|(?<=[a-z])[¿¶]"
)
_LATIN_CHARSETS = frozenset(("cp1252", "iso8859-15", "cp1254", "cp1250", "iso8859-2", "mac-roman", "cp850"))


def beyond_ascii(text: str) -> str:
    """What of ``text`` is not ASCII, in its order."""
    return "".join(_BEYOND.findall(text))


def plausible(text: str, charset: str) -> bool:
    """Whether ``text`` reads as words in the script that ``charset`` is for."""
    # Nearly all of a Latin text is ASCII, which tells nothing here but how long it is.
    foreign = beyond_ascii(text)
    ascii_letters = text.encode("ascii", "ignore").translate(None, _NO_LETTERS)
    letters = len(ascii_letters) + sum(map(str.isalpha, foreign))
    words = " ".join(itertools.filterfalse(str.isascii, text.split()))
    accents, odd = len(_ACCENT.findall(foreign)), len(_ODD.findall(words)) + text.count("\x85")
    if charset.replace("_", "-") in _LATIN_CHARSETS:
        return accents <= 0.3 * letters and odd <= max(1, 0.03 * accents)
    beyond = letters - len(ascii_letters)
    turned = sum(a.islower() and b.isupper() for a, b in itertools.pairwise(text))
    # KOI8 and Windows Cyrillic show each other's capitals as small letters.
    if turned and sum(map(str.isupper, text)) > 0.5 * letters:
        return False
    return accents <= 0.05 * beyond and turned <= 0.03 * letters + 1 and odd <= 0.02 * beyond + 1
