"""Plain text to paragraphs: by blank lines, by indents, or line by line."""

from __future__ import annotations

import itertools
import re

from depeche.clean.tidy import one_line

# A teleprinter's and a mail's line ends before this column; a paragraph typed as one line does not.
WRAP_COLUMNS = 100
_BULLET = re.compile(r"(?:[-*•–—·]|\d{1,3}[.)])\s|\*\*\*|---|===")
_FULL = re.compile(r"[.!?…:;]['\"»”’)\]]*$")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of ``text``, whose line ends are ``\\n`` and whose unseen characters are gone.

    A blank line always separates. Within a block the lines are one hard-wrapped
    paragraph where they look wrapped (:func:`is_wrapped`), else each is a paragraph.
    """
    found: list[str] = []
    for block in re.split(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+", text):
        lines = [line for line in block.split("\n") if line.strip()]
        if lines:
            found += _joined(lines) if is_wrapped(lines) else [one_line(line) for line in lines]
    return [p for p in found if p]


def is_wrapped(lines: list[str]) -> bool:
    """Whether the lines are one text broken at a column, rather than a paragraph each.

    They are where none is longer than a wire's line and the lines but the last mostly
    reach into its last third or break in mid-sentence.
    """
    if len(lines) < 2 or max(map(len, lines)) > WRAP_COLUMNS:
        return False
    width = max(map(len, lines))
    if width < 40:
        return False
    pairs = itertools.pairwise(lines)
    return 2 * sum(_runs_on(line.rstrip(), nxt, width) for line, nxt in pairs) >= len(lines) - 1


def _runs_on(line: str, nxt: str, width: int) -> bool:
    """Whether a sentence runs on from ``line``: surer where it reaches far to the right."""
    if len(line) > 0.66 * width:
        return not (_FULL.search(line) and _starts(nxt))
    return not (_FULL.search(line) or _starts(nxt))


def _starts(line: str) -> bool:
    first = line.lstrip()[:1]
    return first.isupper() or first in "\"«“'‘" or bool(_BULLET.match(line.lstrip()))


def _joined(lines: list[str]) -> list[str]:
    """Wrapped lines joined; an indent or a list sign begins a paragraph."""
    indents = [len(line) - len(line.lstrip()) for line in lines]
    usual = min(indents)
    found: list[list[str]] = []
    for line, indent in zip(lines, indents, strict=True):
        if not found or indent > usual or _BULLET.match(line.lstrip()):
            found.append([])
        found[-1].append(line)
    return [one_line(" ".join(lines)) for lines in found]
