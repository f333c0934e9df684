"""Kind, urgency, signals, status and embargo of a dispatch; each beside its words.

Order of trust for the kind: what the metadata say, unless that is only "news"; then the
head of headline, slug and first line; then notes to editors; then "news". A kill or an
embargo counts wherever it is said: letting out what was withdrawn is the worse mistake.
"""

from __future__ import annotations

import re
from datetime import datetime
from itertools import islice

from depeche.normalise.lifecycle.codes import KINDS, LETTERS, SIGNALS, STATUSES, coded
from depeche.normalise.lifecycle.embargo import embargo
from depeche.normalise.lifecycle.marks import announcements, is_advisory
from depeche.normalise.lifecycle.slug import of_slug
from depeche.records import CleanDispatch, Record

FIRST_LINES = 4
LONGEST_LINE = 400
# Characters of the stated notes to editors that are looked at.
LONGEST_NOTES = 4000


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
    printed = (line.strip()[:LONGEST_LINE] for line in text[:4000].split("\n"))
    lines = list(islice(filter(None, printed), FIRST_LINES))
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
        advisory=clean.advisory or next((line for line in lines if is_advisory(line, clean.headline)), None),
        flags=flags,
    )


def _kind(clean: CleanDispatch, lines: list[str]) -> tuple[str | None, str | None, dict[str, None]]:
    """Kind, its words, and signals in the order found."""
    stated = [words for words in (clean.kind_text, *clean.genres) if words]
    known = [(kind, words) for words in stated if (kind := coded(words, KINDS)) is not None]
    special = [found for found in known if found[0] != "news"]
    orders = [line.strip() for line in (clean.advisory or "")[:LONGEST_NOTES].split("\n")]
    heads = [
        head[:LONGEST_LINE]
        for head in (*clean.signal_texts, clean.headline, clean.slug, *orders, *lines[:2])
        if head
    ]
    notes = [note[:LONGEST_NOTES] for note in (clean.headline, clean.advisory) if note]
    marked = announcements(heads, [*notes, *lines])
    said = [*clean.signal_texts, *(order.strip(" -–—*!.:") for order in orders)]
    signal: dict[str, None] = {name: None for text in said if (name := coded(text, SIGNALS))}
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
    stated = coded(clean.status_text or "", STATUSES)
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
