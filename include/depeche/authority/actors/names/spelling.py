"""How the wires of each language spell a foreign name: rules of transliteration.

Names come in their English form, folded. Each language has one or two sets of rules, because
agencies differ (Selenskyj, Selenski); what no rule makes is in the tables of ``actors.names.given``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from depeche.authority.actors.customs import word_set
from depeche.authority.actors.names import given as actors_given
from depeche.authority.actors.names.given import Given

Rules = tuple[tuple[str, str], ...]


# Names behind "abdel", with which it is often written as one word.
SERVED = word_set("""aziz asis rahman rahmane rahmen malek malik hamid hamed majid madjid kader qader qadir kadir hadi halim
    fattah fatah jalil jelil djalil latif karim kerim salam nasser wahab wahid rahim rauf raouf razak razzaq
    ghani hakim baset basit moneim mahdi hafiz hafez ilah atty ati sattar samad ghafour mumin momen mutalib
    rassoul rasoul""")

# The ways a name from Cyrillic ends in English, brought to one.
_PLAIN_SLAVIC: Rules = (("sky[yij]$|ski[yij]$", "sky"), ("(?<=[a-z])(?:[yi]y|y[ij]|i[ij])$", "y"))
_FRENCH: Rules = (
    ("shch", "chtch"), ("ych$", "itch"), ("vich$", "vitch"), ("iyev$", "iev"), ("iye", "ie"), ("iyo", "io"), ("sargsy", "sarkissi"), ("(?<=[aeiou])yev", "iev"), ("dzh", "dj"),
    ("zh", "j"), ("kh", "kh"), ("ch", "tch"), ("sh", "ch"), ("yu", "iou"), ("yo", "io"), ("(?<![ao])u", "ou"),
    ("yev", "ev"), ("ya", "ia"), ("sky$", "ski"), ("(?<=[bcdfghjklmnpqrstvwxz])in$", "ine"), ("ey$", "ei"),
    ("(?<=[aeiouy])s(?=[aeiouy])", "ss"), ("g(?=[eiy])", "gu"), ("y$", "i"), ("y(?=[aeou])", "i"), ("j", "dj"),
)  # fmt: skip
_FRENCH_Y: Rules = (("sky$", "sky"), ("y$", "y"), *_FRENCH)
_GERMAN: Rules = (
    ("shch", "schtsch"), ("ych$", "itsch"), ("chev$", "tschow"), ("zh", "sch"), ("ch", "tsch"),
    ("(?<!c)sh", "sch"), ("kh", "ch"), ("(?<=[aeiouy])s(?=[aeiouy])", "ss"), ("z(?!h)", "s"), ("v", "w"),
    ("ts", "z"), ("ya", "ja"), ("yo", "jo"), ("iye", "ije"), ("yu", "ju"), ("ye", "je"), ("sky$", "ski"),
    ("ey$", "ej"), ("(?<=[aeou])y", "j"), ("y$", "i"), ("j", "dsch"),
)  # fmt: skip
_GERMAN_PLAIN: Rules = (
    ("chev$", "tschew"), ("(?<=[aeiouy])s(?=[aeiouy])", "s"), ("(?<=[aeou])y(?=[^aeiou])", "i"),
    ("(?<=[aeou])y$", "i"), ("sky$", "skyj"), ("y$", "yj"), *_GERMAN,
)  # fmt: skip
_GERMAN_Y: Rules = (("sky$", "skij"), ("y$", "y"), *_GERMAN)
_SPANISH: Rules = (
    ("ych$", "ich"), ("kh", "j"), ("sky$", "ski"), ("yev$", "yev"), ("g(?=[ei])", "gu"),
    ("(?<=[bcdfghjklmnpqrstvwxz])y(?=[au])", "i"), ("yan$", "ian"),
    ("(?<=[bcdfghjklmnpqrstvwxz])y(?=[bcdfghjklmnpqrstvwxz])", "i"),
    ("(?<=[aeou])y(?=[bcdfghjklmnpqrstvwxz])", "i"), ("y$", "i"), ("ff", "f"), ("(?<![dz])j", "y"),
)  # fmt: skip
_SPANISH_OLD: Rules = (("ych$", "ich"), ("kh", "j"), ("sky$", "ski"), ("y$", "i"), ("ff", "f"))
_ITALIAN: Rules = (("shch", "sh"), ("ych$", "ich"), ("yev$", "iev"), ("ya", "ia"), ("yu", "iu"), ("ye", "ie"))
_DUTCH: Rules = (
    ("shch", "sjtsj"), ("sh", "sj"), ("ch", "tsj"), ("zh", "zj"), ("yu", "joe"), ("ya", "ja"), ("u", "oe"),
    ("sky$", "ski"), ("y$", "i"),
)  # fmt: skip
_ENGLISH: Rules = (
    ("ych$", "ich"), ("(?<=[aei])yev$", "ev"), ("yan$", "ian"), ("yuk$", "iuk"), ("yenko$", "ienko"),
    ("sky$", "skiy"), ("shch", "sch"), ("sarg?s", "sarkis"),
)  # fmt: skip
_ENGLISH_Y: Rules = (
    ("ych$", "itch"),
    ("iyev$", "iev"),
    ("iyo", "io"),
    ("sky$", "skyy"),
    ("yo", "io"),
    ("yan$", "yan"),
)
_ENGLISH_J: Rules = (("sky$", "skyj"), ("iye", "ie"), ("yu", "iu"))
_ENGLISH_I: Rules = (("sky$", "ski"), ("y$", "iy"))

# A consonant written twice, and written once instead.
_TWICE = "(?P<twice>[b-df-hj-np-tv-z])(?P=twice)"
_VOWEL_S = "(?<=[aeiou])s(?=[aeiou])"
_ARABIC_ENGLISH: Rules = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("y$", "i"), ("aoui", "awi"))
_ARABIC_OU: Rules = (("ou", "ou"), ("(?<!a)u", "ou"))
_ARABIC_Y: Rules = (("ou", "u"), ("oo", "u"), ("i$", "y"))
_ARABIC_SINGLE: Rules = ((_TWICE, ""),)
_ARABIC_FRENCH: Rules = (
    ("sh", "ch"), ("ou", "ou"), ("oo", "ou"), ("ee", "i"), ("w(?=i)", "ou"), ("u", "ou"), (_VOWEL_S, "ss"), ("y$", "i"),
)  # fmt: skip
_ARABIC_FRENCH_S: Rules = (("(?<=a)n$", "ne"), (_VOWEL_S, "s"), ("w(?=i)", "w"), *_ARABIC_FRENCH)
_ARABIC_FRENCH_DJ: Rules = (("j", "dj"), *_ARABIC_FRENCH)
_ARABIC_GERMAN: Rules = (
    ("sh", "sch"), ("kh", "ch"), ("dj", "dsch"), ("j", "dsch"), ("z", "s"), ("q", "k"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("y(?=[aeiou])", "j"), ("v", "w"), (_VOWEL_S, "ss"), ("y$", "i"),
)  # fmt: skip
_ARABIC_GERMAN_S: Rules = (
    (_VOWEL_S, "s"),
    ("(?<=[a-z])j$", "dsch"),
    ("j", "j"),
    ("y(?=[aeiou])", "y"),
    *_ARABIC_GERMAN,
)
_ARABIC_GERMAN_CH: Rules = (("ch", "tsch"), *_ARABIC_GERMAN)
_ARABIC_SPANISH: Rules = (
    ("kh", "j"), ("gh", "g"), ("dj", "y"), ("j$", "j"), ("j", "y"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    (_TWICE, ""), ("y$", "i"),
)  # fmt: skip
_ARABIC_SPANISH_U: Rules = (("w(?=[ia])", "u"), *_ARABIC_SPANISH)
_ARABIC_SPANISH_K: Rules = (("gh", "gh"), ("kh", "kh"), ("(?<!d)j", "j"), *_ARABIC_SPANISH)
_HEBREW_FRENCH: Rules = (("sh", "ch"), ("u", "ou"))
_HEBREW_GERMAN: Rules = (("sh", "sch"), ("y(?=[aeiou])", "j"))
_HEBREW_GERMAN_S: Rules = (("sh", "sch"), ("y(?=[aeiou])", "j"), ("z", "s"), ("v", "w"))
_HEBREW_SPANISH: Rules = (("kh|ch", "j"), ("tz$", "z"), (_TWICE, ""))

_SLAVIC_RULES = {
    "en": (_ENGLISH, _ENGLISH_Y, _ENGLISH_J, _ENGLISH_I),
    "fr": (_FRENCH, _FRENCH_Y),
    "de": (_GERMAN, _GERMAN_PLAIN, _GERMAN_Y),
    "es": (_SPANISH, _SPANISH_OLD, _ITALIAN, _DUTCH),
}
_ARABIC_RULES = {
    "en": (_ARABIC_ENGLISH, _ARABIC_SINGLE, _ARABIC_OU, _ARABIC_Y),
    "fr": (_ARABIC_FRENCH, _ARABIC_FRENCH_S, _ARABIC_FRENCH_DJ),
    "de": (_ARABIC_GERMAN, _ARABIC_GERMAN_S, _ARABIC_GERMAN_CH),
    "es": (_ARABIC_SPANISH, _ARABIC_SPANISH_U, _ARABIC_SPANISH_K),
}
_HEBREW_RULES = {
    "en": (_ARABIC_SINGLE,),
    "fr": (_HEBREW_FRENCH,),
    "de": (_HEBREW_GERMAN, _HEBREW_GERMAN_S),
    "es": (_HEBREW_SPANISH,),
}


@cache
def respell(word: str, rules: Rules) -> str:
    """One folded word spelt by one set of rules, each letter by the first that fits, left to right."""
    return _compiled(rules).sub(lambda match: rules[_place(match)][1] or match.group()[0], word)


def _place(match: re.Match[str]) -> int:
    return int((match.lastgroup or "r0")[1:])


@cache
def _compiled(rules: Rules) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<r{place}>{found})" for place, (found, _) in enumerate(rules)))


@dataclass(frozen=True)
class Family:
    """Names that are respelt alike: the given names known, and the rules of each language."""

    given: Given
    rules: dict[str, tuple[Rules, ...]]
    slavic: bool = False

    def spell(self, word: str, language: str) -> list[str]:
        """The spellings of ``word`` in ``language``, the likeliest first; in English as it is."""
        base = respell(word, _PLAIN_SLAVIC) if self.slavic else word
        made = [respell(base, rules) for rules in self.rules[language]]
        return list(dict.fromkeys([word, base, *made] if language == "en" else made))


SLAVIC = Family(actors_given.SLAVIC, _SLAVIC_RULES, slavic=True)
ARABIC = Family(actors_given.ARABIC, _ARABIC_RULES)
HEBREW = Family(actors_given.HEBREW, _HEBREW_RULES)
