"""Forms of a person's name: surnames, and spellings in other languages by rule.

Names come in their English form. Names from Cyrillic are respelt as the wires of each
language do (Lavrov, Lavrov, Lawrow), Arabic ones in the ways agencies differ in
(Bashar, Bachar; al-, el-). Accents and case need no rule: folding removes them.
"""

from __future__ import annotations

import re
from itertools import product

from depeche.authority import actors_spelling as spelling
from depeche.authority.actors_given import LANGUAGES
from depeche.authority.actors_spelling import word_set

CYRILLIC = word_set("RU UA BY BG KZ KG TJ UZ TM MK MN SUHH GE AM AZ GE-AB GE-SO MD-PMR AZ-NK UA-DPR UA-LPR")
ARABIC = word_set("SY EG IQ JO LB SA YE OM KW QA BH AE LY TN DZ MA SD MR PS IR AF PK SO KM DJ TD EH SO-SOM")
HISPANIC = word_set("ES MX AR BO CL CO CR CU DO EC GT HN NI PA PE PY SV UY VE GQ PR")
SURNAME_FIRST = word_set("CN KP KR TW VN KH")
PARTICLES = word_set(
    "bom de del della di da dos das du des von van der den zu zum ten ter la le el al bin ben ibn abu abou "
    "ould bint st san santa mac lord"
)
# The Arabic article as the wires spell it: "el-Sisi", "al-Sisi".
_ARTICLES = ("al", "el")
# Of kings and popes, who are also named without: "le roi Juan Carlos".
NUMERALS = word_set("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xxiii")
# First names of kings, queens and popes, which each language has its own form of.
_REIGNING = [
    "charles carlos carlo karl carl",
    "philippe felipe philipp filippo filipe philip",
    "elizabeth elisabeth isabel elisabetta",
    "william guillaume wilhelm guillermo willem guglielmo guilherme",
    "henri heinrich enrique enrico henrique",
    "albert alberto",
    "john jean juan johannes giovanni joao",
    "benedict benoit benedicto benedikt benedetto bento",
    "francis francois francisco franziskus francesco",
    "leo leon leone leao",
    "frederik frederic federico friedrich frederico",
    "margrethe margarita margherita margarida marguerite",
    "beatrix beatriz beatrice",
    "abdullah abdallah abdala abdulla",
    "mohammed mohamed muhammad mohammad",
    "hussein husein hussain",
    "hassan hasan hassane",
    "salman salmane",
    "hamad hamed",
    "jaber jabir",
]
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj", "Đ": "Dj", "Ö": "Oe", "Ø": "Oe"}
)
SONS = frozenset(("bin", "ben", "ibn"))
# Where a name is one's own, one's father's and one's grandfather's, and wires print two.
_ONE_FATHER = frozenset(("ET", "ER"))
# Words that a surname respelt would be: the prime minister "said", not Mr Saeed.
_COMMON = word_set(
    "said wall ganz bare sale sales main sein mine alle dont vers cher pour mais sans sobre esta sido wird sind"
)
_ABD_ALONE = word_set("abd abdel abdul abdoul abdal abdol")
_REIGNS = {name: tuple(line.split()) for line in _REIGNING for name in line.split()}
_MOHAMMED = frozenset(("mohammed", "mohammad", "mohamed", "muhammad", "mohamad"))
# Servant of …: the word is written alone or with the next, which it takes the article from.
_ABD = re.compile("abd(?:el|ul|al|ol|oul|er|ur|ar|es|us|en)?")
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
        found += _spelt(name, countries, most)
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
        bare = [word for word in words if word not in ("al", "el")]
        if (
            1 < len(bare) < len(words)
            and not SONS.intersection(words)
            and words[0] not in ("al", "el", "abd")
        ):
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
    if len(words) < 5 or words[1] not in SONS or words[-2] not in ("al", "el"):
        return []
    if words[-1] not in _DYNASTIES:
        return []
    return [words[:3], *([words[:3] + words[-2:]] if len(words) > 5 else [])]


def _spelt(words: list[str], countries: set[str], most: int) -> list[list[str]]:
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
            if word == "abd" and rest[0] in ("al", "el") and len(rest) > 1:
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


def royal_variants(name: str) -> tuple[str, ...]:
    """The forms of the folded first name of one who reigns, in other languages."""
    return tuple(dict.fromkeys((name, *_REIGNS.get(name, ()))))


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
        if countries & ARABIC and words[-2] in _ARTICLES:
            found += [[article, words[-1]] for article in _ARTICLES if article != words[-2]]
    elif len(words) > 2 and not countries & ARABIC:
        found.append(words[-2:])
    return found


def _shorter(words: list[str]) -> list[list[str]]:
    """Without middle names: "Perfecto R. Yasay" is "Perfecto Yasay" to most wires."""
    if len(words) < 3 or PARTICLES.intersection(words):
        return []
    found = [words[:1] + [word for word in words[1:-1] if len(word) > 1] + words[-1:]]
    return [form for form in (*found, [words[0], words[-1]]) if form != words and len(words[0]) > 1]
