"""Forms of a person's name: as wires write it in full, cut short, and by the surname alone.

Names come in their English form; how each language spells them is in ``actors.names.respelt``. Accents
and case need no rule: folding removes them.
"""

from __future__ import annotations

import re

from depeche.authority.actors.customs import (
    ARABIC,
    ARTICLES,
    HISPANIC,
    NUMERALS,
    PARTICLES,
    SONS,
    SURNAME_FIRST,
    word_set,
)
from depeche.authority.actors.names import spelling
from depeche.authority.actors.names.respelt import respelt

_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj", "Đ": "Dj", "Ö": "Oe", "Ø": "Oe"}
)
# Where a name is one's own, one's father's and one's grandfather's, and wires print two.
_ONE_FATHER = frozenset(("ET", "ER"))
_MOHAMMED = frozenset(("mohammed", "mohammad", "mohamed", "muhammad", "mohamad"))
_DYNASTIES = word_set("saud nahyan maktoum thani sabah khalifa said qasimi sharqi")


def written(name: str) -> list[str]:
    """The name, and as wires without its signs write it: Schroeder, Djindjic, Junichiro."""
    forms = (name, name.translate(_LETTERS), re.sub(r"(?<=\w)['’](?=\w)", "", name))
    return list(dict.fromkeys(forms))


def full_variants(
    words: list[str], countries: set[str], given: frozenset[str] = frozenset(), most: int = 8
) -> list[list[str]]:
    """Spellings of a folded full name, the given one first; ``most`` of each language and shorter ones.

    ``given`` are words known as given names: "Rafael Correa Delgado" is also "Rafael Correa",
    but "José María Aznar" is not "José María".
    """
    if countries & HISPANIC and len(words) > 2 and words[-2] not in given | PARTICLES:
        # Of two surnames nobody goes by the second alone: "Vicente Fox Quesada" is no Vicente Quesada.
        return [words, words[:-1]]
    if countries & SURNAME_FIRST:
        return [words]
    found = [words]
    for name in _reduced(words, countries):
        found += respelt(name, countries, most)
    # "Ahmed Osman Ali" is not any Ahmed Ali.
    return found + ([] if _all_given(words, countries) else _shorter(words))


def _all_given(words: list[str], countries: set[str]) -> bool:
    return bool(countries & ARABIC) and words[-1] in spelling.ARABIC.given


def _reduced(words: list[str], countries: set[str]) -> list[list[str]]:
    """The name, and what wires make of a long one."""
    found = [words]
    if countries & ARABIC:
        found += _of_a_house(words)
        if (
            words[0] in _MOHAMMED
            and len(words) > 2
            and words[1] not in PARTICLES
            and not _all_given(words, countries)
        ):
            # Mohammad Javad Zarif goes by Javad Zarif.
            found.append(words[1:])
        bare = [word for word in words if word not in ARTICLES]
        if 1 < len(bare) < len(words) and not SONS.intersection(words) and words[0] not in (*ARTICLES, "abd"):
            # Nouri al-Maliki is Nouri Maliki to many.
            found.append(bare)
    if countries & _ONE_FATHER and len(words) == 3:
        found.append(words[:2])
    initials = next((at for at, word in enumerate(words) if len(word) > 1), len(words))
    if 1 < initials < len(words):
        # F. W. de Klerk, FW de Klerk.
        found.append(["".join(words[:initials]), *words[initials:]])
    return found


def _of_a_house(words: list[str]) -> list[list[str]]:
    """A prince by his father alone: Mohammed bin Zayed (Al Nahyan), and without his grandfather."""
    if len(words) < 5 or words[1] not in SONS or words[-2] not in ARTICLES:
        return []
    if words[-1] not in _DYNASTIES:
        return []
    return [words[:3], *([words[:3] + words[-2:]] if len(words) > 5 else [])]


def surnames(words: list[str], countries: set[str]) -> list[list[str]]:
    """What may stand for the person alone: the surname, with its particle and without."""
    if len(words) < 2:
        return [words]
    if words[-1] in NUMERALS:
        return [words[:-1]]
    if countries & HISPANIC and len(words) > 2:
        # A particle alone ("la" of "de la Guardia") is nobody's name.
        return [one for one in (words[-1:], words[-2:], words[-2:-1]) if not PARTICLES.issuperset(one)]
    if countries & SURNAME_FIRST and len(words) <= 3 and words[-1] not in ("ii", "iii"):
        return [words[:1]]
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    found = [words[start:]]
    if start < len(words) - 1:
        found.append(words[-1:])
        if countries & ARABIC and words[-2] in ARTICLES:
            found += [[article, words[-1]] for article in ARTICLES if article != words[-2]]
    elif len(words) > 2 and not countries & ARABIC:
        found.append(words[-2:])
    return found


def _shorter(words: list[str]) -> list[list[str]]:
    """Without middle names: "Perfecto R. Yasay" is "Perfecto Yasay" to most wires."""
    if len(words) < 3 or PARTICLES.intersection(words):
        return []
    found = [words[:1] + [word for word in words[1:-1] if len(word) > 1] + words[-1:]]
    return [form for form in (*found, [words[0], words[-1]]) if form != words and len(words[0]) > 1]
