"""The territories that a usage term names, as ISO 3166-1 alpha-2 by CLDR's names in seven languages."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

_BETWEEN = re.compile(r"\s*(?:[/,&+]|\s-\s|\b(?:and|et|und|y|or)\b)\s*", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:l['’]|(?:en|au|the|la|le|les|die|der|das|internet|tv|radio|(?:for )?use in|(?:para )?uso en|usage en|(?:verwendung|nutzung) in|für|in)\s+)",
    re.IGNORECASE,
)
_OTHER_NAMES = {
    "usa": "US", "us": "US", "u.s.": "US", "u.s.a.": "US", "uk": "GB", "u.k.": "GB", "great britain": "GB",
    "britain": "GB", "england": "GB", "holland": "NL", "the netherlands": "NL", "korea": "KR", "south korea": "KR",
    "north korea": "KP", "russia": "RU", "czech republic": "CZ", "hong kong": "HK", "macau": "MO", "taiwan": "TW",
    "uae": "AE", "mainland china": "CN", "turkey": "TR",
}  # fmt: skip


def territories(words: str) -> list[str]:
    """ISO codes of a list such as "GERMANY, AUSTRIA AND SWITZERLAND"; [] unless every name is known."""
    names = [_LEAD.sub("", name.strip().lower()) for name in _BETWEEN.split(words) if name.strip()]
    known = _names()
    codes = [known.get(name) for name in names if name not in ("internet", "tv", "radio")]
    return [code for code in codes if code] if codes and all(codes) else []


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for language in ("nl", "pt", "it", "es", "de", "fr", "en"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ", "ZZ"):
                names[name.lower()] = code
    return {**names, **_OTHER_NAMES}
