"""A person's name as the wires of each language spell it, word by word, by rule.

Names from Cyrillic are respelt as the wires of each language do (Lavrov, Lavrov, Lawrow), Arabic
ones in the ways agencies differ in (Bashar, Bachar; al-, el-). The rules are in ``actors.names.spelling``.
"""

from __future__ import annotations

import re
from itertools import product

from depeche.authority.actors.customs import ARABIC, ARTICLES, CYRILLIC, word_set
from depeche.authority.actors.names import spelling
from depeche.authority.actors.names.given import LANGUAGES

# Words that a surname respelt would be: the prime minister "said", not Mr Saeed.
_COMMON = word_set(
    "said wall ganz bare sale sales main sein mine alle dont vers cher pour mais sans sobre esta sido wird sind"
)
_ABD_ALONE = word_set("abd abdel abdul abdoul abdal abdol")
# Servant of …: the word is written alone or with the next, which it takes the article from.
_ABD = re.compile("abd(?:el|ul|al|ol|oul|er|ur|ar|es|us|en)?")


def respelt(words: list[str], countries: set[str], most: int) -> list[list[str]]:
    """The words as each language spells them, the nearest to the given ones first."""
    family = _family(countries)
    if family is None:
        return [words]
    parts = _parts(words) if countries & ARABIC else [[word] for word in words]
    found: dict[tuple[str, ...], None] = {}
    for language in LANGUAGES:
        options = [_forms(part, place, language, family) for place, part in enumerate(parts)]
        made = (" ".join(form).split() for form in _likeliest(options, most))
        found |= dict.fromkeys(map(tuple, made))
    return [words, *map(list, found)]


def _likeliest(options: list[list[str]], most: int) -> list[list[str]]:
    """One of each of ``options``: the combinations whose members stand nearest the front, ``most`` at most."""
    places = sorted(product(*[range(min(len(forms), 12)) for forms in options]), key=sum)[:most]
    return [[forms[place] for forms, place in zip(options, chosen, strict=True)] for chosen in places]


def _family(countries: set[str]) -> spelling.Family | None:
    if countries & CYRILLIC:
        return spelling.SLAVIC
    if countries & ARABIC:
        return spelling.ARABIC
    return spelling.HEBREW if "IL" in countries else None


def _parts(words: list[str]) -> list[list[str]]:
    """The words, "abdel" and the name behind it as one part."""
    parts: list[list[str]] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        joined = _ABD.match(word)
        if joined and word in _ABD_ALONE and rest:
            if word == "abd" and rest[0] in ARTICLES and len(rest) > 1:
                rest.pop(0)
            parts.append(["abd", rest.pop(0)])
        elif joined and word[joined.end() :] in spelling.SERVED:
            parts.append(["abd", word[joined.end() :]])
        else:
            parts.append([word])
    return parts


def _forms(part: list[str], place: int, language: str, family: spelling.Family) -> list[str]:
    if part[0] == "abd" and len(part) > 1:
        stems = _forms(part[1:], 1, language, family)[:3]
        heads = ("abdel", "abdul") if language in ("fr", "es") else ("abdul", "abdel")
        return [f"{head}{gap}{stem}" for stem in stems for head in heads for gap in ("", " ")]
    word = part[0]
    known = family.given.get(word)
    if known is not None:
        forms = [word, *known[language]] if place == 0 or language == "en" else [*known[language], word]
        return list(dict.fromkeys(forms))
    return family.spell(word, language)


def given_variants(name: str) -> tuple[str, ...]:
    """The spellings of a folded given name: mohammed, mohamed."""
    known = spelling.ARABIC.given.get(name)
    return (
        tuple(dict.fromkeys((name, *(form for forms in known.values() for form in forms))))
        if known
        else (name,)
    )


def surname_variants(surname: list[str], countries: set[str]) -> list[list[str]]:
    """Spellings of a folded surname, the given one first."""
    found = [surname]
    family = _family(countries)
    if family is None or (len(surname) > 1 and not countries & CYRILLIC):
        return found
    for language in LANGUAGES:
        forms = [_forms([word], 1, language, family) for word in surname]
        longest = max(map(len, forms))
        found += [[each[min(place, len(each) - 1)] for each in forms] for place in range(longest)]
    return [
        list(form)
        for form in dict.fromkeys(map(tuple, found))
        if list(form) == surname or (len(form[-1]) > 3 and form[-1] not in _COMMON)
    ]
