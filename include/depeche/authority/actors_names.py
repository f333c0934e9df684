"""Forms of a person's name: surnames, and spellings in other languages by rule.

Names come in their English form. Names from Cyrillic are respelt as the wires of each
language do (Lavrov, Lavrov, Lawrow), Arabic ones in the ways agencies differ in
(Bashar, Bachar; al-, el-). Accents and case need no rule: folding removes them.
"""

from __future__ import annotations

import re
from itertools import product


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CYRILLIC = _set("RU UA BY BG KZ KG TJ UZ TM MK MN SUHH GE AM AZ MD RS ME GE-AB GE-SO MD-PMR")
ARABIC = _set("SY EG IQ JO LB SA YE OM KW QA BH AE LY TN DZ MA SD MR PS IR AF PK SO KM DJ TD EH SO-SOM")
HISPANIC = _set("ES MX AR BO CL CO CR CU DO EC GT HN NI PA PE PY SV UY VE GQ PR")
SURNAME_FIRST = _set("CN KP KR TW VN KH")
PARTICLES = _set(
    "de del della di da dos das du des von van der den zu zum ten ter la le el al bin ben ibn abu abou "
    "ould bint st san santa mac lord"
)
# Of kings and popes, who are also named without: "le roi Juan Carlos".
NUMERALS = _set("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xxiii")
_GIVEN = [
    "vladimir wladimir",
    "dmitry dmitri dmitrij dimitri dmitriy",
    "sergey sergei sergej serguei sergiy sergii",
    "mikhail michail mijail mikhael",
    "nikolai nikolay nikolaj nicolai",
    "yevgeny evgueni jewgeni yevgueni evgeny evgeni",
    "yuri iouri juri yury jurij youri",
    "alexander alexandre aleksandr alexandr aleksander",
    "alexei alexey alexej aleksei alexi",
    "andrei andrey andrej andrii andriy",
    "anatoly anatoli anatolij anatoliy",
    "viktor victor wiktor",
    "igor ihor",
    "oleksandr olexandre oleksander",
    "volodymyr wolodymyr volodimir",
    "yulia ioulia julia yuliya",
    "valery valeri waleri",
    "vyacheslav viatcheslav wjatscheslaw",
    "yegor egor jegor",
    "vasily vassili wassili",
    "leonid leonide",
    "mohammed mohammad mohamed muhammad muhammed mohamad mehmet mohammad",
    "ahmed ahmad ahmet",
    "mahmoud mahmud",
    "abdullah abdallah abdulla",
    "hussein hussain husayn husain hossein",
    "bashar bachar baschar",
    "omar umar",
    "osama oussama usama",
    "youssef yusuf yousef yousouf youssouf",
    "khaled khalid chaled jaled",
    "khalifa khalifah chalifa jalifa",
    "ali aly",
    "hassan hasan",
    "nouri nuri",
    "nabil nabih",
    "ibrahim brahim ebrahim",
    "jalal dschalal yalal",
    "javad jawad dschawad yavad",
    "mustafa moustafa mostafa moustapha mustapha",
    "saad saad",
    "salman salmane",
    "said saeed sayed",
    "suleiman souleimane sulaiman",
    "fouad fuad",
]
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
_REIGNS = {name: tuple(line.split()) for line in _REIGNING for name in line.split()}
_MOHAMMED = frozenset(("mohammed", "mohammad", "mohamed", "muhammad", "mohamad"))
_SAME = {name: tuple(dict.fromkeys(line.split())) for line in _GIVEN for name in line.split()}
_FRENCH = [
    ("shch", "chtch"),
    ("ych$", "itch"),
    ("(?<=[aeiou])yev", "iev"),
    ("zh", "j"),
    ("ch", "tch"),
    ("sh", "ch"),
    ("yu", "iou"),
    ("yo", "io"),
    ("u", "ou"),
    ("yev", "ev"),
    ("ya", "ia"),
    ("sky$", "ski"),
    ("skiy$", "ski"),
    ("(?<=[bcdfghjklmnpqrstvwxz])in$", "ine"),
    ("ey$", "ei"),
    ("iy$", "i"),
]
_GERMAN = [
    ("shch", "schtsch"),
    ("ych$", "itsch"),
    ("zh", "sch"),
    ("ch", "tsch"),
    ("(?<!c)sh", "sch"),
    ("kh", "ch"),
    ("z(?!h)", "s"),
    ("v", "w"),
    ("ts", "z"),
    ("ya", "ja"),
    ("yu", "ju"),
    ("ye", "je"),
    ("sky$", "ski"),
    ("y$", "i"),
]
_SPANISH = [("ych$", "ich"), ("kh", "j"), ("sky$", "ski"), ("y$", "i"), ("ff", "f")]


def full_variants(
    words: list[str], countries: set[str], given: frozenset[str] = frozenset()
) -> list[list[str]]:
    """Spellings of a folded full name, the given one first; at most 24 of them and shorter ones.

    ``given`` are words known as given names: "Rafael Correa Delgado" is also "Rafael Correa",
    but "José María Aznar" is not "José María".
    """
    if countries & HISPANIC and len(words) > 2 and words[-2] not in given | PARTICLES:
        return [words, words[:-1], *_shorter(words)]
    rules: tuple[list[tuple[str, str]], ...] = ()
    if countries & ARABIC and words[0] in ("abdel", "abdul", "abd") and len(words) > 2:
        # "Abdel Fattah" is also written as one word.
        joined = [words[0] + words[1], *words[2:]]
        return _spelt(words, rules) + _spelt(joined, rules)
    if countries & ARABIC and words[0] in _MOHAMMED and len(words) > 2 and words[1] not in PARTICLES:
        # Mohammad Javad Zarif goes by Javad Zarif.
        return _spelt(words, rules) + _spelt(words[1:], rules)
    if countries & CYRILLIC:
        rules = (_FRENCH, _GERMAN, _SPANISH)
    elif not countries & ARABIC:
        return [words, *_shorter(words)]
    return _spelt(words, rules)


def _spelt(words: list[str], rules: tuple[list[tuple[str, str]], ...]) -> list[list[str]]:
    """The words in every spelling of each, the nearest to the given one first."""
    options = []
    for place, word in enumerate(words):
        forms = list(_SAME.get(word, (word,)))
        if rules and (place or word not in _SAME):
            forms += [respell(word, rule) for rule in rules]
        elif not rules:
            forms += _arabic_forms(word)
        options.append(list(dict.fromkeys([word, *forms]))[:5])
    return [list(form) for form, _ in zip(product(*options), range(24), strict=False)] + _shorter(words)


def royal_variants(name: str) -> tuple[str, ...]:
    """The forms of the folded first name of one who reigns, in other languages."""
    return tuple(dict.fromkeys((name, *_REIGNS.get(name, ()))))


def given_variants(name: str) -> tuple[str, ...]:
    """The spellings of a folded given name: mohammed, mohamed."""
    return _SAME.get(name, (name,))


def surname_variants(surname: list[str], countries: set[str]) -> list[list[str]]:
    """Spellings of a folded surname, the given one first."""
    found = [surname]
    if countries & CYRILLIC:
        found += [[respell(word, rule) for word in surname] for rule in (_FRENCH, _GERMAN, _SPANISH)]
    elif countries & ARABIC:
        found += [[form] for form in _arabic_forms(surname[-1])] if len(surname) == 1 else []
    return found


def respell(word: str, rules: list[tuple[str, str]]) -> str:
    """One folded word spelt by one language's rules, each applied once, left to right."""
    pattern = "|".join(f"({found})" for found, _ in rules)
    return re.sub(pattern, lambda match: rules[(match.lastindex or 1) - 1][1], word)


def surnames(words: list[str], countries: set[str]) -> list[list[str]]:
    """What may stand for the person alone: the surname, with its particle and without."""
    if len(words) < 2:
        return [words]
    if words[-1] in NUMERALS:
        return [words[:-1]]
    if countries & HISPANIC and len(words) > 2:
        return [words[-1:], words[-2:], words[-2:-1]]
    if countries & SURNAME_FIRST and len(words) <= 3 and words[-1] not in ("ii", "iii"):
        return [words[:1]]
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    found = [words[start:]]
    if start < len(words) - 1:
        found.append(words[-1:])
    elif len(words) > 2 and not countries & ARABIC:
        found.append(words[-2:])
    return found


def _arabic_forms(word: str) -> list[str]:
    swaps = [
        ("sh", "ch"),
        ("sh", "sch"),
        ("u", "ou"),
        ("ou", "u"),
        ("kh", "j"),
        ("j", "dsch"),
        ("q", "k"),
        ("z", "s"),
    ]
    forms = [word.replace(old, new) for old, new in swaps if old in word]
    single = re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", word)
    forms += [single] if single != word else []
    return ["el", "al"] if word in ("al", "el") else forms


def _shorter(words: list[str]) -> list[list[str]]:
    """Without middle names: "Perfecto R. Yasay" is "Perfecto Yasay" to most wires."""
    if len(words) < 3 or PARTICLES.intersection(words):
        return []
    found = [words[:1] + [word for word in words[1:-1] if len(word) > 1] + words[-1:]]
    return [form for form in (*found, [words[0], words[-1]]) if form != words and len(words[0]) > 1]
