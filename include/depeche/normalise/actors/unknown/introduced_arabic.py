"""Unknown people in Arabic, whose script has no capitals to show a name.

"وقال المتحدث باسم الجيش جابر الوادي إن", "أكدت الناشطة جميلة الوادي لوكالة فرانس برس أن": a
verb of saying or a function, a given name that somebody in the authority has, and what
follows it up to a word that no name goes on with. Where no such word comes in time, there is
no telling where the name ends, and none is read.
"""

from __future__ import annotations

from depeche.authority.actors.fold import words as folded
from depeche.authority.actors.names.arabic import PARTICLES
from depeche.authority.actors.parts import TELLING
from depeche.normalise.actors.found import Dossier
from depeche.normalise.actors.scan import Scan
from depeche.normalise.actors.unknown import person

# Words of "المتحدث باسم الجيش الوطني" between verb and name at most, and of a name.
_PHRASE, _LONGEST = 8, 4
# What stands right behind a name: conjunctions, prepositions, relatives, and "to" with what is told.
_ENDS = frozenset(folded(
    "إن أن انه إنه أنه بأن في من على عن إلى مع بعد قبل خلال لدى عند حول ضد أمام الذي التي وهو وهي لوكالة لفرانس للصحافيين "
    "للصحفيين لقناة لصحيفة لرويترز عبر ردا تعليقا قائلا قائلة مضيفا مؤكدا اليوم أمس الاثنين الثلاثاء الأربعاء الخميس "
    "الجمعة السبت الأحد"
))  # fmt: skip
# "speaker" and "in the name of", which are given names as well: "ناطق باسم الجيش".
_NO_NAME = frozenset(folded("باسم ناطق"))
# "to the": no name begins so.
_TO_THE = "لل"


def introduced(scan: Scan, dossier: Dossier) -> None:
    """Note the unknown people whom a verb of saying or a function introduces."""
    past = 0
    for word in scan.playing(TELLING):
        if word < past or scan.words[word].isdigit():
            continue
        first = _given_name(scan, word)
        end = _name_end(scan, first) if first is not None else None
        if first is None or end is None:
            continue
        start, stop = scan.starts[first], scan.ends[end - 1]
        if dossier.is_free(scan.field, scan.text, start, stop):
            dossier.found.append(person(scan, first, first, end, "introduced_name", 0.55, None, dossier))
            past = end


def _given_name(scan: Scan, word: int) -> int | None:
    """Where the name begins: right behind the word, or behind the phrase that a function begins."""
    functions = scan.small.functions
    at = word + 1
    if scan.words[word] in scan.small.speech and scan.joined(at) and scan.words[at] in functions:
        at += 1
    elif scan.words[word] not in functions:
        return at if scan.joined(at) and _is_given(scan, at) else None
    for first in range(at, min(at + _PHRASE, len(scan.words))):
        if not scan.joined(first) or scan.words[first] in _ENDS:
            return None
        if _is_given(scan, first):
            return first
    return None


def _name_end(scan: Scan, first: int) -> int | None:
    """The end of a name of two to four words, particles not counted; None where it cannot be told."""
    parts = 0
    for at in range(first, len(scan.words)):
        if at > first and (not scan.joined(at) or _ends(scan, scan.words[at])):
            return at if 2 <= parts <= _LONGEST and scan.words[at - 1] not in PARTICLES else None
        if parts > _LONGEST or (at > first and scan.kinds.get(at, "").strip("NP")):
            return None
        parts += scan.words[at] not in PARTICLES
    return None


def _is_given(scan: Scan, word: int) -> bool:
    return scan.words[word] in scan.small.given_names and scan.words[word] not in _NO_NAME


def _ends(scan: Scan, said: str) -> bool:
    """Whether a name cannot go on with the word."""
    return said in _ENDS or said in scan.small.functions or said.startswith(_TO_THE)
