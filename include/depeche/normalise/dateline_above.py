"""What may stand above a dateline: author, notes, slugs, a headline; a standfirst stays in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from depeche.normalise.dateline_words import BYLINE, TELEPRINTER
from depeche.normalise.embargo import is_embargo
from depeche.normalise.lifecycle import is_mark, is_order
from depeche.normalise.rights import is_terms

# Longer lines are paragraphs of the body.
LONGEST_NOTE = 160
LONGEST_ABOVE = 400
LONGEST_HEADLINE = 200
# A slug is shorter than a headline.
LONGEST_SLUG = 60
_WORDS = re.compile(r"[^\W\d_]+")
_STOPS = ".!?…:;؟"


class Above(NamedTuple):
    """The lines above a dateline, told apart. ``kept`` are the paragraphs that belong to the text."""

    headline: str | None
    byline: str | None
    kept: list[str]


def lines_above(text: str, start: int, headline: str | None) -> Above:
    """Tell the lines of ``text[:start]`` apart; ``headline`` is the one already known, if any.

    Where none is known, the last line that is neither author, note nor sentence is it.
    """
    byline = None
    others = []
    for line in (line.strip() for line in text[:start].split("\n")):
        if is_byline(line):
            byline = line
        elif _WORDS.search(line) and not (is_note(line, headline) or is_banner(line)):
            others.append(line)
    titles = [line for line in others if line[-1] not in _STOPS and len(line) <= LONGEST_HEADLINE]
    if headline is not None or not titles:
        return Above(None, byline, others)
    kept = [o for o in others if o is not titles[-1] and not (o in titles and len(o) <= LONGEST_SLUG)]
    return Above(titles[-1], byline, kept)


def is_note(line: str, headline: str | None) -> bool:
    """Notes in brackets, slugs in capitals, teleprinter lines and the headline once more."""
    if headline is not None and line == headline.strip():
        return True
    if len(line) > LONGEST_NOTE:
        return False
    bracketed = line[:1] in "([" and line[-1:] in ")]"
    return bracketed or line == line.upper() != line.lower() or TELEPRINTER.fullmatch(line) is not None


def is_banner(line: str) -> bool:
    """What is neither headline nor text but said about it: an order, an embargo, a kind, terms of use."""
    return is_order(line) or is_embargo(line) or is_mark(line) or is_terms(line)


def is_byline(line: str) -> bool:
    """Whether a line is an author line: ``By …``, ``Par …``, ``Von …`` and a few names."""
    if len(line) > LONGEST_NOTE:
        return False
    words = _WORDS.findall(line)
    opening = _WORDS.match(line)
    return (
        opening is not None
        and opening.group().casefold() in BYLINE
        and 2 <= len(words) <= 12
        and line.rstrip()[-1:] not in ".!?:"
    )
