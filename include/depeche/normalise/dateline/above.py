"""What may stand above a dateline: author, notes, slugs, a headline; a standfirst stays in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from depeche.normalise.dateline.words import BYLINE, TELEPRINTER
from depeche.normalise.lifecycle.embargo import is_embargo
from depeche.normalise.lifecycle.marks import is_mark, is_order
from depeche.normalise.rights.lines import is_terms

# Longer lines are paragraphs of the body.
LONGEST_NOTE = 160
LONGEST_ABOVE = 400
LONGEST_HEADLINE = 200
# A slug is shorter than a headline.
LONGEST_SLUG = 60
_WORDS = re.compile(r"[^\W\d_]+")
_STOPS = ".!?…:;؟"
# A line in capitals with fewer words is a slug, with more a headline as agencies set them.
_SLUG_WORDS = 3
_NAME = re.compile(r"[^\W\d_]\.|[^\W\d_]+(?:[-'’][^\W\d_]+)*")


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
    lines = [line.strip() for line in text[:start].split("\n") if line.strip()]
    author, titled = _author(lines, headline)
    for line in lines:
        if is_byline(line):
            byline = line
        elif line == author:
            # Below "By JANE ROE" stands whose writer she is: "Associated Press Writer".
            byline = byline or line
        elif _WORDS.search(line) and not (is_note(line, headline) or is_banner(line)):
            others.append(line)
    titles = [line for line in others if line[-1] not in _STOPS and len(line) <= LONGEST_HEADLINE]
    if author and not titles and titled:
        return Above(titled, byline, others)
    if headline is not None or not titles:
        return Above(None, byline, others)
    kept = [o for o in others if o is not titles[-1] and not (o in titles and len(o) <= LONGEST_SLUG)]
    return Above(titles[-1], byline, kept)


def may_follow(lines: list[str], headline: str | None) -> bool:
    """Whether ``lines`` are such that a dateline stands below them: authors and notes, and a headline that an author signs."""
    rest = [
        line
        for line in lines
        if not (is_byline(line) or is_note(line, headline) or (line[-1:] in _STOPS and is_order(line)))
    ]
    if not rest:
        return True
    if any(line[-1:] in _STOPS or len(line) > LONGEST_HEADLINE for line in rest):
        return False  # below a sentence nobody signs
    author, _ = _author(lines, headline)
    signed = author is not None or is_byline(lines[-1])
    return signed and all(line == author or is_title(line) for line in rest)


def _author(lines: list[str], headline: str | None) -> tuple[str | None, str | None]:
    """``(author, headline)``: the author without "by" on the last line, below the known or a printed headline."""
    said = (line for line in reversed(lines) if line[:1] not in ("(", "["))
    # What is an author's is asked first: whether a line is a banner costs more than all else here.
    last = next((line for line in said if is_author(line) or not is_banner(line)), None)
    if last is None or last == headline or not is_author(last) or is_banner(last):
        return None, None
    titled = next((line for line in said if is_title(line)), None)
    return (last, titled) if headline is not None or titled is not None else (None, None)


def is_author(line: str) -> bool:
    """Whether a line is two or three names and nothing else: "Nadim Ladki", "J. Smith"."""
    words = line.split() if len(line) <= LONGEST_SLUG else []
    return 2 <= len(words) <= 3 and all(
        _NAME.fullmatch(word) and word[0].isupper() and (len(word) < 3 or not word.isupper())
        for word in words
    )


def is_title(line: str) -> bool:
    """Whether a line may be a headline: no sentence, no slug of a few words in capitals."""
    if len(line) > LONGEST_HEADLINE or line[-1:] in _STOPS or is_byline(line) or is_banner(line):
        return False
    return len(_WORDS.findall(line)) > _SLUG_WORDS if is_note(line, None) else _WORDS.search(line) is not None


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
    opening = _WORDS.match(line) if len(line) <= LONGEST_NOTE else None
    return (
        opening is not None
        and opening.group().casefold() in BYLINE
        and 2 <= len(_WORDS.findall(line)) <= 12
        and line.rstrip()[-1:] not in ".!?:"
    )
