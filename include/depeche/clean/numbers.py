"""Numbers that deliveries state, read without trust."""

from __future__ import annotations

import re

# The column has 64 bits with a sign, and the archive counts on from what it finds there.
LARGEST = 9 * 10**18
# Digits that such a sign and more digits follow are the beginning of a date or of a power of ten.
_WHOLE = re.compile(r"(\d{1,19})(?!\d|[-/:te]\+?\d)", re.IGNORECASE)


def whole_number(words: str | None) -> tuple[int | None, list[str]]:
    """A revision as a number of at most LARGEST, and the flag ``revision_unreadable`` where it is none.

    What else follows the digits does not count: ``3N`` is 3. None of a longer number is kept, for
    its first digits would be those of the next version too.
    """
    digits = _WHOLE.match(words or "")
    if digits is None or int(digits[1]) > LARGEST:
        return None, ["revision_unreadable"] if words else []
    return int(digits[1]), []


def degrees(stated: str | float | None, limit: int) -> float | None:
    """A latitude (``limit`` 90) or a longitude (180) in degrees; None where it is none, or off the globe."""
    if stated is None:
        return None
    try:
        value = float(stated)
    except (ValueError, OverflowError):
        return None
    return value if abs(value) <= limit else None
