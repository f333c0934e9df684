"""What several rules tell a page's elements by: the words of their names, and which only mark words."""

from __future__ import annotations

import re

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# What stands inside a sentence; besides, each rule knows its own.
INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img", "ins", "mark",
        "q", "s", "small", "strong", "sub", "sup", "time", "u", "wbr",
    )
)  # fmt: skip


def parted(names: str) -> str:
    """Classes and ids in small letters, ``articleLead`` parted as ``article-lead``."""
    return _HUMP.sub("-", names).lower()
