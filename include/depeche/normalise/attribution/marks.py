"""Where a text credits agencies: brackets first, then every other place that names one.

A *mark* is one agency named once, with the group it was printed in ("ats/afp" is one
group of two). What a mark means is decided in ``attribution.cues``; here it is only found.
Newspapers' and wires' convention since the 19th century: the agency in round brackets
after the dateline or at the end of the item; see ``docs/normalisation-source.md``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import chain

import msgspec

from depeche.authority.agencies import AgencyIndex, Hit
from depeche.normalise.attribution.pieces import pieces
from depeche.normalise.attribution.spans import Spans, beginning, places
from depeche.normalise.attribution.words import AND

# Print and OCR give brackets of all kinds; a bracket misread as a letter is left to the look-up.
_OPENINGS, _CLOSINGS, _DASHES = "([{（【", ")}]", "—–-"
_BRACKET = re.compile(r"[(\[{（【]([^()\[\]{}（）【】]{1,90})[)\]}）】]")
# TASS stands between slashes: "MOSCOW, July 8. /TASS/. …".
_SLASHED = re.compile(r"/(?<![^\s.(]/)([^/\s][^/\n]{0,28}[^/\s])/(?![\w/])")
_COMPOUND = re.compile(r"-(?=Mel|Ber|Tel|Kor|Dep|Nach|Bür|Bur)")
_CAPITALISED = re.compile(r"(?:^|\W)([A-ZÄÖÜ][^\W\d_]{3,9})$")
# "LONDRES, 16. — Reutor. — Dans une": a word or two between dashes.
_DASHED = re.compile(
    r"[—–-]\s{0,2}([A-ZÀ-Þ][^\s—–()\[\]]{2,13}(?: [A-ZÀ-Þ][^\s—–()\[\]]{2,9})?)\s?[—–-]{1,2}\s"
)
# Behind "agence", "Agentur", "agenzia"; a literal beginning makes the search fast.
_AFTER_NOUN = re.compile(r"gen(?:ce|tur|zia|cia)\s([A-ZÀ-Þ][^\W\d_]{3,12})\b")
_LAST_WORD = re.compile(r"(?:[.,\d—–-]\s{0,3}|\n)([^\W\d_][^\s()\[\]{}]{2,13})\s?$")
_BETWEEN = re.compile(
    rf"(?:\s{{0,2}}[/,;&+|·•–—-]\s{{0,2}}|\s)(?:(?:{AND})\s)?(?:(?:de\s)?l['’]|(?<=[,dty] )(?i:the|der|la)\s)?"
)

MOST_REST = 4
LONGEST_NOISY = 24


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

    @property
    def trusted(self) -> bool:
        """Whether the name is an agency's and nobody else's."""
        return self.hit.tier in ("name", "strong")


def marks(text: str, on: date, agencies: AgencyIndex) -> list[Mark]:
    """Every place where ``text`` names agencies alive on that day, in order; offsets in ``text``."""
    hits = agencies.scan(text, on)
    found = _bracketed(text, on, agencies, [hit.start for hit in hits])
    taken = Spans((mark.first, mark.last) for mark in found)
    others = [*_compounds(text, on, agencies, hits), *_misprinted(text, on, agencies, hits)]
    found += [mark for mark in others if not taken.hold(mark.start)]
    found += _grouped(text, [hit for hit in hits if not taken.hold(hit.start)])
    return list(_apart(sorted(found, key=lambda mark: (mark.start, -mark.end))))


def _apart(found: list[Mark]) -> Iterator[Mark]:
    """Marks without those that overlap with one before them."""
    reached = 0
    for mark in found:
        if mark.start >= reached:
            reached = mark.end
            yield mark


def _bracketed(text: str, on: date, agencies: AgencyIndex, printed: list[int]) -> list[Mark]:
    found: list[Mark] = []
    taken: list[tuple[int, int]] = []
    for match in chain(beginning(_BRACKET, _OPENINGS, text), _SLASHED.finditer(text)):
        taken.append(match.span())
        inside = match[1]
        # A long bracket without any agency printed right is not searched for misprints.
        if len(inside) > LONGEST_NOISY and not _between(printed, *match.span()):
            continue
        hits, rest = pieces(inside, on, agencies)
        if not hits or sum(len(part.split()) for part in rest) > MOST_REST:
            continue
        at, others, several = match.start(1), " ".join(rest), _several(hits)
        found += [
            Mark(hit, at + hit.start, at + hit.end, *match.span(), "bracket", others, several) for hit in hits
        ]
    return found + _unopened(text, taken, on, agencies)


def _compounds(text: str, on: date, agencies: AgencyIndex, hits: list[Hit]) -> list[Mark]:
    """Misprinted agencies in German compounds: "Reutei-Meldung"."""
    found: list[Mark] = []
    printed = {hit.start for hit in hits}
    for hyphen in _COMPOUND.finditer(text):
        word = _CAPITALISED.search(text, max(0, hyphen.start() - 12), hyphen.start())
        hit = None if word is None or word.start(1) in printed else agencies.word(word[1], on, noisy=True)
        if word is not None and hit is not None and hit.tier == "noisy":
            start, end = word.span(1)
            found.append(Mark(hit, start, end, start, end, "words", "", 1))
    return found


def _misprinted(text: str, on: date, agencies: AgencyIndex, hits: list[Hit]) -> list[Mark]:
    """Misprinted agencies where a telegram's credit stands: between dashes, or behind "agence"."""
    found: list[Mark] = []
    printed = {hit.start for hit in hits}
    for match in chain(beginning(_DASHED, _DASHES, text), _AFTER_NOUN.finditer(text)):
        hit = None if match.start(1) in printed else agencies.word(match[1], on, noisy=True)
        if hit is not None and hit.tier == "noisy":
            start, end = match.start(1) + hit.start, match.start(1) + hit.end
            found.append(Mark(hit, start, end, start, end, "words", "", 1))
    return found


def _between(offsets: list[int], start: int, end: int) -> bool:
    """Whether any of the sorted ``offsets`` lies between."""
    return bisect_right(offsets, start) < bisect_left(offsets, end)


def _unopened(text: str, bracketed: list[tuple[int, int]], on: date, agencies: AgencyIndex) -> list[Mark]:
    """Agencies before a closing bracket whose opening one was lost or misread."""
    found: list[Mark] = []
    ends = {end - 1 for _, end in bracketed}
    closings = [at for at in places(_CLOSINGS, text) if at not in ends]
    if not closings:
        return []
    taken = Spans(bracketed)
    for close in closings:
        if taken.hold(close):
            continue
        match = _LAST_WORD.search(text, max(0, close - 18), close)
        if match is None:
            continue
        hit = agencies.word(match[1], on, noisy=True)
        if hit is not None and "(" not in text[max(0, close - 90) : close]:
            at = match.start(1)
            found.append(Mark(hit, at + hit.start, at + hit.end, at, close + 1, "bracket", "", 1))
    return found


def _grouped(text: str, hits: list[Hit]) -> list[Mark]:
    """Marks outside brackets; neighbours such as "ats-afp" or "AFP, Reuters et AP" are one group."""
    groups: list[list[Hit]] = []
    for hit in hits:
        if groups and _BETWEEN.fullmatch(text, groups[-1][-1].end, hit.start):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return [mark for group in groups for mark in _of_group(group)]


def _of_group(group: list[Hit]) -> list[Mark]:
    """The marks of neighbours; in "les agences AFP et Reuters" the common noun names no third one."""
    named = [hit for hit in group if not hit.agency.collective] or group
    several = _several(named)
    return [
        Mark(hit, hit.start, hit.end, group[0].start, group[-1].end, "words", "", several) for hit in named
    ]


def _several(hits: list[Hit]) -> int:
    """How many agencies ``hits`` name: "dpa-infocom, dpa" is one."""
    return len({hit.agency.agency_id for hit in hits})
