"""Where in a dispatch the words stand that say what it is and what may be done with it.

A row keeps the words of kind, embargo, terms and so on, but not where they stood. They are
looked for verbatim where the normaliser reads them: the headline, the first lines, the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

# Characters at the top in which announcements and orders are read (normalise/lifecycle/__init__.py).
TOP = 4000


class Place(NamedTuple):
    """``where`` in words for people; ``field`` None where the words stand in no text."""

    where: str
    field: str | None = None
    start: int = 0
    end: int = 0


Find = Callable[[dict[str, Any], str | None], Place]


def announced(row: dict[str, Any], words: str | None) -> Place:
    """Where words that announce something stand: at the beginning of a line at the top, else where they were stated."""
    if not words:
        return Place("")
    for where, field in (("headline", "headline"), ("first lines", "full_text")):
        found = re.search(rf"^\W*({re.escape(words)})(?!\w)", (row[field] or "")[:TOP], re.MULTILINE)
        if found:
            return Place(where, field, *found.span(1))
    return Place("slug" if words in (row["slug"] or "") else "as stated")


def ordered(row: dict[str, Any], words: str | None) -> Place:
    """Where an order or terms stand: anywhere at the top, else where they were stated."""
    if not words:
        return Place("")
    for where, field in (("headline", "headline"), ("text", "full_text")):
        at = (row[field] or "")[:TOP].find(words)
        if at >= 0:
            return Place(where, field, at, at + len(words))
    return Place("as stated")


def signed(row: dict[str, Any], words: str | None) -> Place:
    """Where desk initials stand: the last place in the text."""
    if not words:
        return Place("")
    at = (row["full_text"] or "").rfind(words)
    return Place("text", "full_text", at, at + len(words)) if at >= 0 else Place("as stated")
