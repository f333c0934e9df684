"""Names in Arabic script: the spellings of a full name, and the surname in it.

Hamza, final ya and ta marbuta need no rule: folding removes them. Nor do the clitics before
a name ("وبوتين", "للسوداني"): they are taken off where a text is read (:func:`clitics`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from depeche.authority.actors.fold import words
from depeche.authority.actors.table import Tables

# Before a name that is not part of it: "الملك حسين", "البابا فرنسيس".
_TITLES = frozenset(
    words(
        "الملك الملكة الأمير الأميرة السلطان الإمبراطور الشيخ الشيخة البابا الملا القائد آية الله الرئيس الجنرال"
    )
)
# Words that are part of the surname behind them.
PARTICLES = frozenset(
    words(
        "بن ابن بنت آل عبد أبو أبي أبا بو ولد دي دو دا دوس دير ديل فون فان تسو زو در تير لو لا سان سانت ماك غار"
    )
)
# Words that are part of the surname before them: "نصر الله", "تشاوش أوغلو".
_SUFFIXES = frozenset(words("الله الدين أوغلو أوغلي زادة بيه"))
_ORDINALS = frozenset(
    words("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر عشر العشرون والعشرون")
)
_SERVANT, _HOUSE, _GOD = "عبد", "ال", "الله"
_CLITICS = ("و", "ل", "ب", "ف", "ك", "ول", "وب")


def is_arabic(text: str) -> bool:
    """Whether ``text`` begins with a letter of Arabic script."""
    return "\u0600" <= text[:1] <= "\u06ff"


def full_variants(name: list[str]) -> list[list[str]]:
    """The spellings of a folded full name: "عبد الله", "عبدالله"; with the house it is of, and without."""
    found = [name]
    if len(name) > 4 and name[-2] == _HOUSE and "بن" in name:
        found.append(name[:-2])
    joined = [one for form in found if (one := _joined(form)) != form]
    return found + joined


def _joined(name: list[str]) -> list[str]:
    """ "عبد" and what follows in one word, and so "نصر الله"."""
    made: list[str] = []
    for word in name:
        if made and (made[-1] == _SERVANT or (word == _GOD and made[-1] not in _TITLES)):
            made[-1] += word
        else:
            made.append(word)
    return made


def surnames(name: list[str], first: bool, arab: bool) -> list[list[str]]:
    """What of a folded full name may stand for the person again.

    ``first`` where the surname comes first, ``arab`` where the words before the last are no part of it.
    """
    bare = _untitled(name)
    if len(bare) > 3 and bare[-2] == _HOUSE:
        bare = bare[:-2]
    if len(bare) < 2:
        return [bare]
    if bare[-1] in _ORDINALS or (len(bare) == 2 and bare[0] in PARTICLES):
        return []
    if first and len(bare) <= 3:
        return [bare[:1]]
    end = len(bare) - 1
    while end > 1 and (bare[end] in _SUFFIXES or bare[end - 1] in PARTICLES):
        end -= 1
    found = [bare[end:]]
    if not arab and len(bare) > 2 and end == len(bare) - 1:
        found.append(bare[-2:])
    return [*found, *(joined for form in found if (joined := _joined(form)) != form)]


def reigning(name: list[str]) -> list[str]:
    """The first name of one who reigns, who is named so behind the title: "الملك حسين"."""
    bare = _untitled(name)
    size = 2 if bare[:1] == [_SERVANT] else 1
    return bare[:size]


def _untitled(name: list[str]) -> list[str]:
    start = 0
    while start < len(name) - 1 and name[start] in _TITLES:
        start += 1
    return name[start:]


def given(names: Iterable[list[str]]) -> set[str]:
    """The given names among folded full names."""
    return {bare[0] for name in names if len(bare := _untitled(name)) > 1 and bare[0] not in PARTICLES}


def clitics(beginnings: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Words that begin a name, behind each clitic → the word, and how many letters the clitic has."""
    return {
        clitic + (word[1:] if clitic.endswith("ل") and word.startswith("ال") else word): (word, len(clitic))
        for clitic in reversed(_CLITICS)
        for word in beginnings
    }


def behind_clitic(names: Tables, no_names: Collection[str]) -> dict[str, tuple[str, int]]:
    """Words that are the first of a person's name behind a clitic → that word, and the clitic's length.

    Without those that begin a name as they are, and ``no_names``, which are other words.
    """
    people = [text for table in names for text, entry in table.items() if entry.names and is_arabic(text)]
    first = {text.partition(" ")[0] for text in people}
    other = first.union(no_names)
    return {said: one for said, one in clitics(first).items() if said not in other}
