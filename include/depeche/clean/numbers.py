"""Numbers that deliveries state, read without trust."""

from __future__ import annotations

import re


def whole_number(words: str | None) -> tuple[int | None, list[str]]:
    """A revision as a number, and the flag ``revision_unreadable`` where it is none."""
    digits = re.match(r"\d{1,9}(?!\d)", words or "")
    return (int(digits[0]), []) if digits else (None, ["revision_unreadable"] if words else [])


def degrees(stated: str | float | None, limit: int) -> float | None:
    """A latitude (``limit`` 90) or a longitude (180) in degrees; None where it is none, or off the globe."""
    if stated is None:
        return None
    try:
        value = float(stated)
    except (ValueError, OverflowError):
        return None
    return value if abs(value) <= limit else None
