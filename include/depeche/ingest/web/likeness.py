"""Whether a page holds the text that its feed gives of it, or is a shell, a consent form, the beginning only."""

from __future__ import annotations

import re
from html import unescape

# As much of a page is looked at.
MOST = 4 * 1024 * 1024
# Words long enough to tell one text from another.
WORD = re.compile(r"\w{5,}")
MARKUP = re.compile(r"<[^<>]*>")
# What no reader sees, and no reader of pages takes for text; data about the article it does.
UNSEEN = re.compile(r"<(script|style)\b(?![^>]*ld\+json).*?</\1\s*>", re.IGNORECASE | re.DOTALL)
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def holds(page: bytes, charset: str | None, text: str) -> bool:
    """Whether at least half of the long words of ``text`` (it may be HTML) stand in the page, in any order.

    ``charset`` is the one that the server declared.
    """
    wanted = _words(MARKUP.sub(" ", text))
    found = _words(UNSEEN.sub(" ", _decoded(page[:MOST], charset)))
    return 2 * len(wanted & found) >= len(wanted)


def _words(text: str) -> set[str]:
    return set(WORD.findall(unescape(text).casefold()))


def _decoded(page: bytes, charset: str | None) -> str:
    declared = CHARSET.search(page[:16_384])
    label = charset or (declared[1].decode("ascii", "replace") if declared else "utf-8")
    try:
        return page.decode(label, "replace")
    except (LookupError, ValueError):
        return page.decode("utf-8", "replace")
