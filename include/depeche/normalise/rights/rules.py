"""The rules that one usage term states."""

from __future__ import annotations

import re

from babel.core import get_global

from depeche.normalise.rights.territories import territories
from depeche.normalise.rights.words import (
    AUDIENCE_RULES,
    AUDIENCES,
    BEHIND,
    EDITORIAL,
    ENDS_LIST,
    MAY_RULE,
    NO_ARCHIVE,
    NO_TERRITORIES,
    NO_TERRITORY,
    NO_USE_IN,
    ONLY,
    ONLY_AUDIENCE,
    ONLY_IN,
    OUT,
    WITHOUT_TERRITORY,
)

# AFP's Core API: "country_out: DEU, AUT".
_CODED = re.compile(r"(country_out|country_only|excludeAudiences): (.+)")
# Those that look for words behind the territories are first.
_RULED = (((OUT, NO_USE_IN, NO_TERRITORIES, NO_TERRITORY), "not_in"), ((ONLY, ONLY_IN), "only_in"))
# Between terms stand dashes and slashes, too; their stops are no full stops ("U.S. OUT").
_DASH = re.compile(r"(?<=\S)\s{1,8}[-–—/*]\s{1,8}")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,4}")
_NEXT_NO = re.compile(r",(?=\s{0,8}no\b)", re.IGNORECASE)
# Commas of a term that are looked behind.
_MOST_PIECES = 20


def rules(term: str) -> list[str]:
    """The rules that one usage term states; none where it cannot be read."""
    coded = _CODED.fullmatch(term)
    if coded:
        return _of_codes(coded[1], coded[2])
    if not MAY_RULE.search(term):
        return []
    term = apart(term)
    plain = _plain(term)
    found = [rule for rule in plain if rule == "no_archive"]
    is_behind = BEHIND.search(term) is not None
    for patterns, rule in _RULED:
        for pattern in patterns if is_behind else patterns[1:]:
            for match in pattern.finditer(term):
                found += [f"{rule}:{code}" for code in territories(match[match.lastindex or 1])]
    found += plain
    return list(dict.fromkeys(found))


def is_term(words: str) -> bool:
    """Whether a term is all of ``words``: "NO ARCHIVAL USE", not "NO ARCHIVE FOR THE QUEEN'S PAPERS"."""
    words = words.strip()
    if any(pattern.fullmatch(words) for pattern in WITHOUT_TERRITORY):
        return True
    listed = (pattern.fullmatch(words) for pattern in (OUT, NO_USE_IN, ONLY, ONLY_IN))
    return any(found and territories(found[found.lastindex or 1]) for found in listed)


def apart(term: str) -> str:
    """``term`` with a stop behind what is a rule by itself: it begins no list of territories.

    A comma joins what is a list of them: "GERMANY / AUSTRIA OUT".
    """
    joined, *further = _DASH.split(_NEXT_NO.sub(";", without_stops(term)), _MOST_PIECES)
    for piece in further:
        listed = territories(joined.rpartition(";")[2].rpartition(",")[2])
        joined += f"{',' if listed else ';'} {piece}"
    *pieces, last = joined.split(",", _MOST_PIECES)
    return "".join(piece + (";" if _is_whole(piece) else ",") for piece in pieces) + last


def without_stops(words: str) -> str:
    """``words`` with initials that are no ends of sentences: "US OUT" for "U.S. OUT"."""
    return _INITIALS.sub(lambda match: match[0].replace(".", ""), words) if "." in words else words


def _is_whole(piece: str) -> bool:
    ends = ENDS_LIST.fullmatch(piece[-200:])
    return bool(_plain(piece)) or (ends is not None and bool(territories(ends[1])))


def _plain(term: str) -> list[str]:
    """The rules without a territory."""
    found = ["no_archive"] if NO_ARCHIVE.search(term) else []
    found += [f"not_for:{name}" for name, pattern in AUDIENCE_RULES if pattern.search(term)]
    if EDITORIAL.search(term):
        found.append("only_for:editorial")
    return found + [f"only_for:{name}" for name, pattern in ONLY_AUDIENCE if pattern.search(term)]


def _of_codes(name: str, codes: str) -> list[str]:
    """The rules of a list of ISO 3166-1 codes, or of audiences, under AFP's name for it; unknown codes give none."""
    words = re.findall(r"[A-Za-z_]+", codes)
    if name == "excludeAudiences":
        return [f"not_for:{a}" for word in words for a, p in AUDIENCES.items() if re.fullmatch(p, word, re.I)]
    aliases = get_global("territory_aliases")
    found = [w.upper() if len(w) == 2 else next(iter(aliases.get(w.upper(), ())), "") for w in words]
    return [
        f"{'not_in' if name == 'country_out' else 'only_in'}:{code}"
        for code in found
        if len(code) == 2 and code != "ZZ"
    ]
