"""Kind, urgency, signals, status and embargo of a dispatch; each beside its words.

Order of trust for the kind: what the metadata say, unless that is only "news"; then the
head of headline, slug and first line; then notes to editors; then "news". A kill or an
embargo counts wherever it is said: letting out what was withdrawn is the worse mistake.
"""

from __future__ import annotations

import re
from datetime import datetime
from itertools import islice

from depeche.normalise.embargo import embargo
from depeche.normalise.lifecycle_slug import of_slug, results_headed
from depeche.normalise.lifecycle_words import (
    ADVISORY_LINE,
    KILL_HINTS,
    KILL_ORDER,
    KINDS,
    LETTERS,
    MARKS,
    MAY_MARK,
    NOTES,
    RESULT_HINTS,
    SIGNALS,
    STATUSES,
    TAIL_HINTS,
    TAILS,
    may_note,
)
from depeche.records import CleanDispatch, Record

FIRST_LINES = 4
LONGEST_LINE = 400
# Characters of the stated notes to editors that are looked at.
LONGEST_NOTES = 4000
# A longer line is a paragraph that begins with such a word.
LONGEST_NOTE = 160
# No longer than the longest mark said three times.
LONGEST_MARK = 60
_WORD = re.compile(r"[^\W\d_]+")


class Lifecycle(Record, frozen=True, kw_only=True):
    """See the columns of the same names; ``pubstatus`` is usable, withheld or canceled."""

    kind: str | None
    kind_text: str | None
    urgency: int | None
    urgency_text: str | None
    signal: list[str]
    pubstatus: str
    pubstatus_text: str | None
    embargo_until: datetime | None
    embargo_text: str | None
    advisory: str | None
    flags: list[str]


def lifecycle(clean: CleanDispatch, text: str) -> Lifecycle:
    """What ``clean``'s metadata and words say of its life; ``text`` is the text in which first lines are looked for.

    Flags: ``urgency_from_priority``, ``urgency_unreadable``, ``status_unreadable``,
    ``status_conflict`` (words withdraw what the status calls usable), ``embargo_unreadable``,
    ``embargo_zone_assumed``, ``embargo_year_assumed``, ``embargo_day_assumed``, ``embargo_day_only``.
    """
    lines = [line.strip()[:LONGEST_LINE] for line in text[:4000].split("\n") if line.strip()][:FIRST_LINES]
    kind, kind_text, signal = _kind(clean, lines)
    urgency, flags = _urgency(clean)
    held = embargo(clean, [clean.headline or "", clean.advisory or "", *clean.signal_texts, *lines])
    if held is not None:
        flags += held.flags
        signal["embargo"] = None
    killed = kind == "kill" or "kill" in signal
    pubstatus = _pubstatus(clean, killed, held is not None and held.until is None, flags)
    return Lifecycle(
        kind="kill" if killed else kind,
        kind_text=kind_text,
        urgency=urgency,
        urgency_text=clean.urgency_text,
        signal=[name for name in signal if name],
        pubstatus=pubstatus,
        pubstatus_text=clean.status_text,
        embargo_until=held.until if held else None,
        embargo_text=held.text if held else None,
        advisory=clean.advisory or next((line for line in lines if _is_advisory(line, clean.headline)), None),
        flags=flags,
    )


def _kind(clean: CleanDispatch, lines: list[str]) -> tuple[str | None, str | None, dict[str, None]]:
    """Kind, its words, and signals in the order found."""
    stated = [words for words in (clean.kind_text, *clean.genres) if words]
    known = [(kind, words) for words in stated if (kind := _coded(words, KINDS)) is not None]
    special = [found for found in known if found[0] != "news"]
    orders = [line.strip() for line in (clean.advisory or "")[:LONGEST_NOTES].split("\n")]
    heads = [
        head[:LONGEST_LINE]
        for head in (*clean.signal_texts, clean.headline, clean.slug, *orders, *lines[:2])
        if head
    ]
    notes = [note[:LONGEST_NOTES] for note in (clean.headline, clean.advisory) if note]
    marked = _marked(heads, [*notes, *lines])
    said = [*clean.signal_texts, *(order.strip(" -–—*!.:") for order in orders)]
    signal: dict[str, None] = {name: None for text in said if (name := _coded(text, SIGNALS))}
    signal.update((name, None) for _, name, _ in marked if name)
    by_slug = [found] if (found := of_slug(clean.slug or "")) else []
    # A genre such as "Update" is a signal too.
    signal.update(
        (kind, None) for kind, _ in special + by_slug if kind in ("update", "correction", "kill", "repeat")
    )
    by_words = [(kind, words) for kind, _, words in marked if kind]
    kind, words = next(iter([*special, *by_words, *by_slug, *known]), (None, None))
    if kind in (None, "news") and signal:
        named = next((name for name in signal if name in ("kill", "correction", "update", "repeat")), None)
        kind = named or kind
    return kind, words or clean.kind_text, signal


def _marked(heads: list[str], notes: list[str]) -> list[tuple[str, str, str]]:
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


def _is_advisory(line: str, headline: str | None) -> bool:
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


def _urgency(clean: CleanDispatch) -> tuple[int | None, list[str]]:
    stated = (clean.urgency_text or "").strip()
    if stated:
        number = _one_to_nine(stated)
        return number, [] if number else ["urgency_unreadable"]
    priority = (clean.priority_text or "").strip()
    number = _one_to_nine(priority) or LETTERS.get(priority.lower() if clean.format == "anpa" else "")
    return number, ["urgency_from_priority"] if number else []


def _one_to_nine(words: str) -> int | None:
    return int(words) if re.fullmatch(r"[1-9]", words, re.ASCII) else None


def _pubstatus(clean: CleanDispatch, killed: bool, unreadable_embargo: bool, flags: list[str]) -> str:
    stated = _coded(clean.status_text or "", STATUSES)
    if stated is None:
        flags.append("status_unreadable")
    if killed and stated == "usable" and clean.status_text:
        flags.append("status_conflict")
    if killed or stated == "canceled":
        return "canceled"
    if stated == "embargoed":
        # An embargo with an instant is kept by that instant; without one, by the status.
        return "usable" if clean.embargo_text and not unreadable_embargo else "withheld"
    return "withheld" if stated is None or unreadable_embargo else stated


def _coded(words: str, known: dict[str, str]) -> str | None:
    """What ``known`` has for the words; of ``alias:code name``, as NewsML-G2 says it, for code or name too."""
    key = _key(words)
    if key in known:
        return known[key]
    code, _, name = key.partition(" ")
    forms = (code, code.rpartition(":")[2], name) if ":" in code else ()
    return next((known[form] for form in forms if form and form in known), None)


def _key(words: str) -> str:
    return " ".join(words.lower().split())
