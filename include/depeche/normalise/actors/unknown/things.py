"""Organisations the authority does not know, by a word of their name or the noun before it.

"the Polar Wind Institute", "Instituto Nacional de Vientos", "l'ONG Vents libres", "die Partei
Grüner Wind", "l'Observatoire des vents polaires (OVP)": the name as printed, without id. What
overlaps a mention of something known is left out. An acronym behind a name stands for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.authority.actors.fold import words as folded
from depeche.authority.actors.parts import ORGANISATION
from depeche.normalise.actors.found import Dossier, Found
from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.small import NO_NAME
from depeche.normalise.actors.unknown import unknown_key

_SURE = 0.55
_LONGEST = 7
_GAPS = (" ", "-", "\u00a0", "'", "\u2019")
_AND = frozenset(("and", "et", "y", "und", "e", "en"))
_OF = frozenset((
    "of", "the", "for", "de", "du", "des", "la", "le", "les", "l", "d", "pour", "del", "los", "las", "el", "para",
    "von", "fur", "der", "do", "da", "dos", "das", "di", "della", "van", "voor",
))  # fmt: skip
# What stands behind the rest of an English name only.
_BEHIND = frozenset(("group", "party", "bank", "network", "corp", "inc", "ltd", "airways", "airlines"))
_QUOTE = re.compile(r"[ \u00a0][\"«“„][ \u00a0]?")
_UNQUOTE = re.compile(r"[ \u00a0]?[\"»”“]")
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]{1,7})\)")


def named(scan: Scan, dossier: Dossier) -> None:
    """Add the unknown organisations of one field, each with every mention of its name."""
    if scan.shouting:
        return
    heads, nouns = scan.small.organisation_words, scan.small.organisation_nouns
    past = 0
    for word in scan.playing(ORGANISATION):
        if word < past:
            continue
        span, rule = _named_span(scan, word, heads), "named_thing"
        if span is None and scan.words[word] in nouns:
            span, rule = _introduced_span(scan, word), "introduced_thing"
        if span is not None and _free(scan, dossier, *span):
            past = span[1]
            _add(scan, dossier, *span, rule)


def _named_span(scan: Scan, word: int, heads: frozenset[str]) -> tuple[int, int] | None:
    """The words of a name that has ``word`` in it as what the organisation is."""
    if scan.words[word] not in heads or not scan.capital(word):
        return None
    first = word
    if scan.language in (None, "en", "de", "nl"):
        while first and word - first < _LONGEST and _goes_on(scan, first) and _may_begin(scan, first - 1):
            first -= 1
    end = _acronym_end(scan, word)
    if end is None:
        if first == word and not _may_lead(scan, word):
            return None
        end = _run_end(scan, word + 1, direct=scan.language != "en" or first == word)
    return (first, end) if end - first >= 2 and _whole(scan, first, end) else None


def _may_lead(scan: Scan, word: int) -> bool:
    """ "Institute for Polar Winds", "Institut für Windkunde"; no "Group of the Year", no "Gruppe Studenten"."""
    after = scan.words[word + 1 : word + 2]
    if scan.language == "en":
        return scan.words[word] not in _BEHIND and after in (["of"], ["for"])
    return scan.language != "de" or after == ["fur"]


def _whole(scan: Scan, first: int, end: int) -> bool:
    """Not the half of a name: "Health and Care Council", "Daily Union-Tribune"; nor the West Bank."""
    before = scan.words[first - 2 : first] if first > 1 and _goes_on(scan, first) else []
    halved = len(before) == 2 and before[1] in _AND and scan.capital(first - 2)
    shore = scan.words[end - 1] == "bank" and scan.words[end - 2] in ("west", "left", "right", "south")
    joined = scan.text.endswith("& ", 0, scan.starts[first]) or scan.text.startswith("-", scan.ends[end - 1])
    return not (halved or shore or joined)


def _two_capitals(scan: Scan, word: int) -> bool:
    shown = scan.shown(word, word + 1)
    more = word + 1 < len(scan.words) and _goes_on(scan, word + 1) and scan.capital(word + 1)
    return scan.capital(word) and (more or (len(shown) > 1 and shown.isupper()))


def _may_begin(scan: Scan, word: int) -> bool:
    """A word that may stand in a name before what the organisation is: "Polar", not the "The" of a sentence."""
    if not scan.capital(word) or scan.words[word] in NO_NAME:
        return False
    # German nouns all have capitals: only what a hyphen binds belongs to the name.
    return scan.language != "de" or scan.text[scan.ends[word]] == "-"


def _introduced_span(scan: Scan, word: int) -> tuple[int, int] | None:
    """The name behind a noun that says what it is, in quotation marks or capitals."""
    first = word + 1
    if first >= len(scan.words) or (
        scan.capital(word) and scan.language not in ("de", None) and not scan.shown(word, word + 1).isupper()
    ):
        return None
    if _QUOTE.fullmatch(scan.text, scan.ends[word], scan.starts[first]):
        return _quoted(scan, first)
    if not _goes_on(scan, first) or scan.text[scan.ends[word]] == "-":
        return None
    if scan.language == "de" and not _two_capitals(scan, first):
        return None
    begins = scan.capital(first) and scan.words[first] not in NO_NAME and not scan.kinds.get(first)
    end = _run_end(scan, first, direct=True) if begins else first
    return (first, end) if end > first and scan.ends[end - 1] - scan.starts[first] > 2 else None


def _quoted(scan: Scan, first: int) -> tuple[int, int] | None:
    for last in range(first, min(first + _LONGEST, len(scan.words))):
        if _UNQUOTE.match(scan.text, scan.ends[last]):
            return (first, last + 1) if scan.capital(first) else None
        if last + 1 < len(scan.words) and not _goes_on(scan, last + 1):
            return None
    return None


def _acronym_end(scan: Scan, word: int) -> int | None:
    """Where the name ends before its acronym in brackets: "l'Observatoire des vents polaires (OVP)"."""
    for end in range(word + 1, min(word + 10, len(scan.words))):
        if not _goes_on(scan, end):
            made = _ACRONYM.match(scan.text, scan.ends[end - 1])
            same = made is not None and folded(made[1])[0][:1] == scan.words[word][:1]
            return end if same and end - word >= 2 else None
    return None


def _run_end(scan: Scan, word: int, *, direct: bool) -> int:
    """The end of the capitalised words from ``word``, small words between them included."""
    end = at = word
    while at < len(scan.words) and at - word < _LONGEST and (at == 0 or _goes_on(scan, at)):
        if scan.capital(at) and (direct or at > word) and scan.words[at] not in NO_NAME:
            end = at + 1
        elif scan.words[at] not in _OF | _AND or at - end > 2 or scan.words[at - 1] in _AND:
            break
        at += 1
    return end


def _goes_on(scan: Scan, word: int) -> bool:
    return scan.gap(word) in _GAPS


def _free(scan: Scan, dossier: Dossier, first: int, end: int) -> bool:
    """Nothing known overlaps it, nor is it, or ends it, a weak name of something known ("Labour Party")."""
    start, stop = scan.starts[first], scan.ends[end - 1]
    if any(hit.end == end for word in range(first, end - 1) for hit in scan.of_kind(word, "G")):
        return False
    return dossier.is_free(scan.field, scan.text, start, stop)


def _add(scan: Scan, dossier: Dossier, first: int, end: int, rule: str) -> None:
    start, stop = scan.starts[first], scan.ends[end - 1]
    key = unknown_key(scan, first, end)
    dossier.unknown.setdefault(key, (scan.text[start:stop], None))
    dossier.unknown_things.add(key)
    dossier.found.append(Found(key, scan.field, start, stop, rule, _SURE, None))
    acronym = _ACRONYM.match(scan.text, stop)
    if acronym is not None and _initials(scan, first, end) == acronym[1].lower():
        _unread(scan, dossier, acronym[1])
    for name in (scan.text[start:stop], *([acronym[1]] if acronym else [])):
        for again_start, again_stop in _again(scan, name):
            if dossier.is_free(scan.field, scan.text, again_start, again_stop):
                dossier.found.append(
                    Found(key, scan.field, again_start, again_stop, "name_again", _SURE, None)
                )


def _initials(scan: Scan, first: int, end: int) -> str:
    return "".join(scan.words[word][0] for word in range(first, end) if scan.capital(word))


def _unread(scan: Scan, dossier: Dossier, acronym: str) -> None:
    """Forget what else the acronym was read as, where that is named by it alone: here it is another's."""

    def says_it(one: Found) -> bool:
        return one.field == scan.field and scan.text[one.start : one.end] == acronym

    read_as = {one.actor for one in dossier.found if says_it(one)}
    otherwise = {one.actor for one in dossier.found if not says_it(one)}
    dossier.forget(read_as - otherwise)


def _again(scan: Scan, name: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(rf"\b{re.escape(name)}\b", scan.text):
        yield found.span()
