"""Where a text credits agencies: brackets first, then every other place that names one.

A *mark* is one agency named once, with the group it was printed in ("ats/afp" is one
group of two). What a mark means is decided in ``credit_cues``; here it is only found.
Newspapers' and wires' convention since the 19th century: the agency in round brackets
after the dateline or at the end of the item; see ``docs/normalisation-source.md``.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from depeche.authority.agencies import AgencyIndex, Hit

# Print and OCR give brackets of all kinds; a bracket misread as a letter is left to the look-up.
_BRACKET = re.compile(r"[(\[{（]([^()\[\]{}（）]{1,90})[)\]}）]")
_UNOPENED = re.compile(r"(?<=[\s—–-])([^\W\d_][^\s()\[\]{}]{2,13})\s?[)}\]]")
_PARTS = re.compile(r"[/,;+&|•*،؛／、]|\s[-–—]\s|[–—]|\s(?:et|und|and|y|e|en|و)\s", re.IGNORECASE)
_WORDS = re.compile(r"[-\s:.]+")
_BETWEEN = re.compile(r"(?:\s{0,2}[/,;&+|·•–—-]\s{0,2}|\s)(?:(?:et|und|and|y|e)\s)?(?:(?:de\s)?l['’])?")

MOST_REST = 4


class Mark(msgspec.Struct, frozen=True):
    """One agency named at ``start``–``end``; ``first``/``last`` are the ends of its group or bracket."""

    hit: Hit
    start: int
    end: int
    first: int
    last: int
    shape: str
    rest: str
    together: int


def marks(text: str, on: date, agencies: AgencyIndex) -> list[Mark]:
    """Every place where ``text`` names agencies alive on that day, in order; offsets in ``text``."""
    found = _bracketed(text, on, agencies)
    taken = [(mark.first, mark.last) for mark in found]
    found += _grouped(text, [hit for hit in agencies.scan(text, on) if not _inside(hit, taken)])
    return sorted(found, key=lambda mark: mark.start)


def pieces(words: str, on: date, agencies: AgencyIndex, noisy: bool = True) -> tuple[list[Hit], list[str]]:
    """The agencies that a credit's ``words`` name, in order, offsets in ``words``; and the other words."""
    whole = agencies.word(words, on)
    if whole is not None:
        return [whole], []
    hits: list[Hit] = []
    rest: list[str] = []
    for start, part in _split(words, _PARTS):
        hit = agencies.word(part, on)
        inner = [] if hit else [(at, word, agencies.word(word, on)) for at, word in _split(part, _WORDS)]
        if hit is None and not any(found for _, _, found in inner):
            hit = agencies.word(part, on, noisy=noisy)
            inner = []
            if hit is None:
                rest.append(part.strip())
        if hit is not None:
            hits.append(moved(hit, start))
        for at, word, found in inner:
            if found:
                hits.append(moved(found, start + at))
            else:
                rest.append(word.strip())
    return hits, [word for word in rest if word]


def moved(hit: Hit, by: int) -> Hit:
    """``hit`` with its offsets ``by`` characters further."""
    return Hit(hit.start + by, hit.end + by, hit.agency, hit.tier)


def _split(words: str, at: re.Pattern[str]) -> list[tuple[int, str]]:
    parts, start = [], 0
    for match in at.finditer(words):
        parts.append((start, words[start : match.start()]))
        start = match.end()
    return [(offset, part) for offset, part in [*parts, (start, words[start:])] if part.strip()]


def _bracketed(text: str, on: date, agencies: AgencyIndex) -> list[Mark]:
    found: list[Mark] = []
    for match in _BRACKET.finditer(text):
        hits, rest = pieces(match[1], on, agencies)
        words = sum(len(part.split()) for part in rest)
        if not hits or words > MOST_REST:
            continue
        for hit in hits:
            start, end = match.start(1) + hit.start, match.start(1) + hit.end
            found.append(
                Mark(hit, start, end, match.start(), match.end(), "bracket", " ".join(rest), len(hits))
            )
    taken = [(match.start(), match.end()) for match in _BRACKET.finditer(text)]
    for match in _UNOPENED.finditer(text):
        opened = any(first < match.start() < last for first, last in taken)
        hit = None if opened else agencies.word(match[1], on, noisy=True)
        if hit is not None and "(" not in text[max(0, match.start() - 90) : match.start()]:
            start, end = match.start(1) + hit.start, match.start(1) + hit.end
            found.append(Mark(hit, start, end, match.start(), match.end(), "bracket", "", 1))
    return found


def _inside(hit: Hit, taken: list[tuple[int, int]]) -> bool:
    return any(first <= hit.start < last for first, last in taken)


def _grouped(text: str, hits: list[Hit]) -> list[Mark]:
    """Marks outside brackets; neighbours such as "ats-afp" or "AFP, Reuters et AP" are one group."""
    groups: list[list[Hit]] = []
    for hit in hits:
        if groups and _BETWEEN.fullmatch(text, groups[-1][-1].end, hit.start):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return [
        Mark(hit, hit.start, hit.end, group[0].start, group[-1].end, "words", "", len(group))
        for group in groups
        for hit in group
    ]
