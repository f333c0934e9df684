"""News agencies: which one do these words name, on that day?

``scan`` finds every alias in a text with one Aho–Corasick pass; ``word`` resolves the
words of a credit (a bracket, a line of its own), where weak aliases and noisy print may
be trusted because of the shape around them; ``party`` resolves what metadata say. An
agency is never found before its founding year nor after its last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path

import ahocorasick
import msgspec

from depeche.authority.agencies import noise, seed
from depeche.authority.agencies.printed import (
    joined,
    keys,
    lower,
    stands_alone,
    trimmed,
    undotted,
    with_point,
)
from depeche.authority.agencies.seed import Agency, AgencyList, Alias

__all__ = ["FILES", "Agency", "AgencyIndex", "Alias", "Hit", "build", "open_index"]

_INITIALS = re.compile(r"\w(?:\s?[.,·]\s?-?\s?\w){1,4}\s?[.,·]?|[^\W\d_](?:\s[^\W\d_]){1,4}")
_NOUN = re.compile(r"(?:agence|agency|agencia|agenzia|agência|agentschap|bureau)\s")
_CUT = re.compile(r"(?<=[^\W\d_])-\n\s?(?=[^\W\d_])")


class Hit(msgspec.Struct, frozen=True):
    """An alias in a text: where, which agency, how far to trust it (the alias's tier, or ``noisy``)."""

    start: int
    end: int
    agency: Agency
    tier: str


class AgencyIndex:
    """The agencies, opened for look-up. Immutable; safe to share."""

    def __init__(self, listed: AgencyList) -> None:
        self.agencies = {agency.agency_id: agency for agency in listed.agencies}
        self._domains = listed.domains
        self._exact: dict[str, list[Alias]] = {}
        # Aliases listed with their full stops, under their letters.
        self._dotted: dict[str, list[Alias]] = {}
        for alias in listed.aliases:
            for key in keys(alias.text):
                self._exact.setdefault(key, []).append(alias)
            if "." in alias.text:
                self._dotted.setdefault(undotted(alias.text), []).append(alias)
        self._automaton = ahocorasick.Automaton()
        for key, aliases in self._exact.items():
            if len(key) > 1:
                self._automaton.add_word(key, (len(key), aliases))
        self._automaton.make_automaton()
        self._folded: dict[str, list[Alias]] = {}
        for key, aliases in self._exact.items():
            # Agencies' misprints are looked for only where the right print is not an everyday word.
            trusted = [a for a in aliases if a.tier != "cased" and not self.agencies[a.agency_id].collective]
            if trusted:
                self._folded.setdefault(noise.fold(key), []).extend(trusted)
        self._deletions = noise.index(self._folded)
        self._word = lru_cache(maxsize=4096)(self._of_credit)

    def get(self, agency_id: str) -> Agency | None:
        """The agency with this id, or None."""
        return self.agencies.get(agency_id)

    def scan(self, text: str, on: date) -> list[Hit]:
        """Every alias of an agency alive in ``on``'s year that stands as words in ``text``.

        In order, longest first where they overlap. Weak and cased aliases are included:
        whoever calls decides whether the shape around them is a credit's.
        """
        found = self._found(text, on)
        if "-\n" in text:
            found += self._across_lines(text, on)
        return list(_longest(found))

    def _found(self, text: str, on: date) -> list[Hit]:
        low = lower(text)
        # So that there is a character before and behind each.
        padded = f" {low} "
        found: list[Hit] = []
        for last, (length, aliases) in self._automaton.iter(low):
            start, end = last + 1 - length, last + 1
            # Nearly all candidates are inside a word; the usual case is settled without a call.
            inside = length < 7 and (padded[last + 2].isalpha() or padded[start].isalpha())
            if (inside and low[start] < "\u0600") or not stands_alone(low, start, end):
                continue
            hit = self._best(text[start:end], aliases, start, end, on.year)
            if hit is not None:
                found.append(self._without_noun(text, hit))
        return found

    def _across_lines(self, text: str, on: date) -> list[Hit]:
        """Names that a line's end cut in two: "Ha-", "vas"."""
        found: list[Hit] = []
        for cut in _CUT.finditer(text):
            first, last = max(0, cut.start() - 20), min(len(text), cut.end() + 20)
            head = text[first : cut.start()]
            for hit in self._found(head + text[cut.end() : last], on):
                if hit.start < len(head) < hit.end:
                    end = hit.end + first + len(cut.group())
                    found.append(Hit(hit.start + first, end, hit.agency, hit.tier))
        return found

    def word(self, words: str, on: date, noisy: bool = False) -> Hit | None:
        """The agency that ``words``, the whole of them, name in a credit; offsets in ``words``.

        Any case counts except for cased aliases; initials may be dotted and spaced. With
        ``noisy``, words within one edit of a single agency's alias count too.
        """
        # A desk prints the same few credits all year.
        return self._word(words, on.year, noisy)

    def _of_credit(self, words: str, year: int, noisy: bool) -> Hit | None:
        start, end = trimmed(words)
        printed = words[start:end]
        if not printed or len(printed) > 60:
            return None
        printed = _CUT.sub("", printed)
        dotted = _INITIALS.fullmatch(printed) is not None and (printed.isupper() or " " not in printed)
        key = undotted(printed) if dotted else joined(printed)
        for alias in chain(self._exact.get(key, ()), self._dotted.get(key, ()) if dotted else ()):
            agency = self.agencies[alias.agency_id]
            if agency.alive(year) and _printed_so(alias, printed, dotted):
                return Hit(start, with_point(words, end, dotted or agency.collective), agency, alias.tier)
        if not noisy:
            return None
        misprinted = self._near(key, printed, dotted, year)
        return Hit(start, with_point(words, end, dotted), misprinted, "noisy") if misprinted else None

    def party(self, words: str, on: date | None = None) -> Agency | None:
        """The agency that a provider, source or credit field names: id, name, abbreviation or host."""
        text = words.strip()
        by_id = self.agencies.get(text)
        host = text.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
        by_host = self._domains.get(host)
        agency = by_id or (self.agencies[by_host] if by_host else None)
        if agency is None:
            candidates = self._exact.get(joined(text[slice(*trimmed(text))]), [])
            if re.fullmatch(r"\w(?:\.\w){1,4}\.?", text):
                candidates = candidates or self._exact.get(text.replace(".", "").lower(), [])
            agency = next((self.agencies[a.agency_id] for a in candidates if a.tier != "cased"), None)
            agency = agency or next((self.agencies[a.agency_id] for a in candidates if a.text == text), None)
        return agency if agency and (on is None or agency.alive(on.year)) else None

    def _best(self, printed: str, aliases: list[Alias], start: int, end: int, year: int) -> Hit | None:
        best: Hit | None = None
        for alias in aliases:
            agency = self.agencies[alias.agency_id]
            if not agency.alive(year):
                continue
            tier = _tier(alias, printed)
            if tier and (best is None or _TRUST[tier] < _TRUST[best.tier]):
                best = Hit(start, end, agency, tier)
        return best

    def _without_noun(self, text: str, hit: Hit) -> Hit:
        """The name without a common noun before it: "l'agence [Stefani]", but "[Agence Havas]"."""
        noun = _NOUN.match(text, hit.start, hit.end)
        if hit.tier != "name" or noun is None:
            return hit
        rest = self._exact.get(lower(text[noun.end() : hit.end]), ())
        same = any(alias.agency_id == hit.agency.agency_id for alias in rest)
        return Hit(noun.end(), hit.end, hit.agency, hit.tier) if same else hit

    def _near(self, key: str, printed: str, dotted: bool, year: int) -> Agency | None:
        """The one living agency within one edit; None where there is none or more than one."""
        folded = noise.fold(key)
        words = [folded] if folded in self._folded else []
        if not words and len(folded) >= noise.SHORTEST:
            words = noise.near(folded, self._deletions)
            # A bracket misread as a letter: "lDNB )".
            words += [w for w in (folded[1:],) if folded[0] in "lij1tf" and printed[1:].isupper()]
        elif not words and len(folded) == 3 and (dotted or printed.isupper()):
            words = noise.look_alikes(folded)
        for tiers in (("name", "strong"), ("weak",)):
            found = {
                alias.agency_id
                for word in words
                for alias in self._folded.get(word, ())
                if alias.tier in tiers and self.agencies[alias.agency_id].alive(year)
            }
            if found:
                return self.agencies[found.pop()] if len(found) == 1 else None
        return None


FILES = (seed.FILE,)


def build(folder: Path) -> bytes:
    """``agencies.yml`` of ``folder`` as bytes. Raises SettingsError, with the entry, where it is wrong."""
    return msgspec.msgpack.encode(seed.read(folder))


def open_index(data: bytes) -> AgencyIndex:
    """The index from :func:`build`'s bytes."""
    return AgencyIndex(msgspec.msgpack.decode(data, type=AgencyList))


_TRUST = {"name": 0, "strong": 1, "weak": 2, "cased": 3}


def _tier(alias: Alias, printed: str) -> str | None:
    """How far ``alias`` can be trusted as ``printed``; None where it does not count."""
    if alias.tier == "name":
        cased = printed.lower() != printed.upper()
        return "name" if not cased or printed != printed.lower() or printed.count(" ") >= 2 else "weak"
    if alias.tier == "strong":
        plain = printed.replace(".", "").replace(" ", "")
        return "strong" if alias.text in (printed, plain) or printed == alias.text.upper() else "weak"
    if alias.tier == "cased":
        return (
            "cased"
            if alias.text.replace(".", "") == printed.replace(".", "").replace(" ", "")
            or (alias.text == printed)
            else None
        )
    return "weak"


def _printed_so(alias: Alias, printed: str, dotted: bool) -> bool:
    if alias.tier != "cased" or alias.text == printed:
        return True
    return dotted and "." in alias.text


def _longest(hits: list[Hit]) -> Iterator[Hit]:
    """Hits in order without those inside, or overlapping with, a longer one before them."""
    reached = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= reached:
            reached = hit.end
            yield hit
