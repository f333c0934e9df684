"""The agencies that a credit's words name: "ats/afp", "Agence Havas", "AFP, Reuters et AP"."""

from __future__ import annotations

import re
from datetime import date

from depeche.authority.agencies import AgencyIndex, Hit
from depeche.normalise.attribution.words import AND

_PARTS = re.compile(rf"[/,;+&|•*=＝،؛／、]|\s[-–—]\s|[–—]|\s(?:{AND}|و)\s", re.IGNORECASE)
_NOUN = re.compile(r"\s*(?:agence|agentur|agenzia|agencia|bureau)\s(?=\w)", re.IGNORECASE)
_WORDS = re.compile(r"[-\s:.]+|(?<=\b[ldLD])['’]")
SHORTEST_NAME = 5


def pieces(words: str, on: date, agencies: AgencyIndex, noisy: bool = True) -> tuple[list[Hit], list[str]]:
    """The agencies that a credit's ``words`` name, in order, offsets in ``words``; and the other words."""
    whole = agencies.word(words, on)
    if whole is not None:
        return [whole], []
    hits: list[Hit] = []
    rest: list[str] = []
    for start, part in _split(words, _PARTS):
        for at, word, hit in _in_part(part, on, agencies, noisy):
            if hit:
                hits.append(moved(hit, start + at))
            else:
                rest.append(word.strip())
    return hits, [word for word in rest if word]


Word = tuple[int, str, Hit | None]


def _in_part(part: str, on: date, agencies: AgencyIndex, noisy: bool) -> list[Word]:
    """Words of ``part`` with their offsets, and the agency each names: printed right, else misprinted."""
    whole = agencies.word(part, on)
    if whole is not None:
        return [(0, part, whole)]
    found = _named_within(part, on, agencies)
    if not any(hit for _, _, hit in found):
        noun = _NOUN.match(part)
        at = noun.end() if noun else 0
        return [(at, part, agencies.word(part[at:], on, noisy=noisy))]
    # In "Ag. Havas" the common noun names no other agency.
    if any(hit and not hit.agency.collective for _, _, hit in found):
        found = [word for word in found if not (word[2] and word[2].agency.collective)]
    if not noisy:
        return found
    # Beside one that is printed right a misprinted name may stand: "Havaa-Reuter".
    return [
        (at, word, hit or (agencies.word(word, on, noisy=len(word) > 3 and word[0].isupper())))
        for at, word, hit in found
    ]


def _named_within(part: str, on: date, agencies: AgencyIndex) -> list[Word]:
    """The same without misprints."""
    found: list[Word] = []
    at = 0
    for hit in agencies.scan(part, on):
        # Initials are left to the look-up, which knows how print sets them.
        if hit.tier not in ("name", "strong") or hit.end - hit.start < SHORTEST_NAME:
            continue
        found += [(at + n, word, agencies.word(word, on)) for n, word in _split(part[at : hit.start], _WORDS)]
        found.append((0, part[hit.start : hit.end], hit))
        at = hit.end
    return found + [(at + n, word, agencies.word(word, on)) for n, word in _split(part[at:], _WORDS)]


def moved(hit: Hit, by: int) -> Hit:
    """``hit`` with its offsets ``by`` characters further."""
    return Hit(hit.start + by, hit.end + by, hit.agency, hit.tier)


def _split(words: str, at: re.Pattern[str]) -> list[tuple[int, str]]:
    parts, start = [], 0
    for match in at.finditer(words):
        parts.append((start, words[start : match.start()]))
        start = match.end()
    return [(offset, part) for offset, part in [*parts, (start, words[start:])] if part.strip()]
