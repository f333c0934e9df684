"""Text that was decoded wrongly before it reached us: ``dÃ©cembre`` for ``décembre``."""

from __future__ import annotations

import re

from ftfy import fix_encoding
from ftfy.badness import badness

FLAG = "mojibake_repaired"

# The first bytes of UTF-8 read as Windows Latin, each with a sign that can only follow so.
_LEADS = "ÂÃÅÎÏÐÑØÙâ"
_SIGNS = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SUSPECT = re.compile(f"[ÂÃÅÎÏÐÑØÙ][{_SIGNS}]|â[{_SIGNS}][{_SIGNS}]")
_EDGES = "<>\n"


def repair(text: str) -> tuple[str, bool]:
    """``text`` with its mojibake undone, and whether any was; only what reads better is changed.

    Works on the stretches between tags and line ends, so that one wrong paragraph of a
    page is mended without touching the others.
    """
    if text.isascii() or not any(lead in text for lead in _LEADS):
        return text, False
    pieces, done = [], 0
    for suspect in _SUSPECT.finditer(text):
        if suspect.start() < done:
            continue
        start = max(done, 1 + max(text.rfind(edge, done, suspect.start()) for edge in _EDGES))
        end = min((at for edge in _EDGES if (at := text.find(edge, suspect.end())) >= 0), default=len(text))
        pieces += [text[done:start], _better(text[start:end])]
        done = end
    repaired = "".join([*pieces, text[done:]])
    return repaired, repaired != text


def _better(before: str) -> str:
    bad = badness(before)
    if not bad:
        return before
    after = fix_encoding(before)
    return after if badness(after) < bad else before
