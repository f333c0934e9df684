"""What a dispatch announces of itself: at the head of headline, slug and first lines, at the headline's end,
and in notes and orders to editors.
"""

from __future__ import annotations

import re
from itertools import islice

from depeche.normalise.lifecycle.notes import ADVISORY_LINE, KILL_HINTS, KILL_ORDER, NOTES, may_note
from depeche.normalise.lifecycle.slug import results_headed
from depeche.normalise.lifecycle.words import MARKS, MAY_MARK, RESULT_HINTS, TAIL_HINTS, TAILS

# A longer line is a paragraph that begins with such a word.
LONGEST_NOTE = 160
# No longer than the longest mark said three times.
LONGEST_MARK = 60
_WORD = re.compile(r"[^\W\d_]+")


def announcements(heads: list[str], notes: list[str]) -> list[tuple[str, str, str]]:
    """(kind, signal, words) of every announcement; a withdrawal first."""
    found: list[tuple[str, str, str]] = []
    # Most dispatches hold none of these words: one look spares the patterns.
    headed = "\n".join(heads).lower()
    hinted = any(hint in headed for hint in TAIL_HINTS)
    for head in heads:
        marks = MARKS if MAY_MARK.match(head) else []
        if not marks and not hinted:
            continue
        low = head.lower()
        if len(head) < LONGEST_NOTE and any(hint in low for hint in TAIL_HINTS):
            marks = [*marks, *TAILS]
        hits = ((kind, signal, match) for kind, signal, p in marks if (match := p.search(head)))
        found += [(kind, signal, match.group().strip(" -–—:([")) for kind, signal, match in islice(hits, 1)]
        results = results_headed(head) if any(hint in low for hint in RESULT_HINTS) else None
        found += [("results", "", results)] if results else []
    for note in notes:
        if may_note(note):
            found += [(kind, signal, m.group().strip()) for kind, signal, p in NOTES if (m := p.search(note))]
    noted = "\n".join(notes)
    low = noted.lower()
    order = KILL_ORDER.search(noted) if any(word in low for word in KILL_HINTS) else None
    if order is not None:
        found.insert(0, ("kill", "kill", order.group()))
    return found


def is_advisory(line: str, headline: str | None) -> bool:
    """Whether ``line``, one of the first of the text, is an order or a note to editors."""
    if line == headline or len(line) > LONGEST_NOTE:
        return False
    marked = MARKS if MAY_MARK.match(line) else []
    return is_order(line) or any(
        name in ("correction", "update", "repeat") and kind != "lead" and p.match(line)
        for kind, name, p in marked
    )


def is_order(line: str) -> bool:
    """Whether ``line`` tells editors what was done or is to be done, and is neither headline nor text."""
    noted = NOTES if may_note(line) else []
    return ADVISORY_LINE.match(line) is not None or any(p.match(line) for _, _, p in noted)


def is_mark(line: str) -> bool:
    """Whether ``line`` says what the dispatch is and nothing else: URGENT, Eilmeldung, KILL KILL KILL."""
    if len(line) > LONGEST_MARK or not MAY_MARK.match(line):
        return False
    for _, _, pattern in MARKS:
        match = pattern.match(line)
        if (
            match
            and _WORD.findall(match.group())
            and set(_WORD.findall(line)) <= set(_WORD.findall(match.group()))
        ):
            return True
    return False
