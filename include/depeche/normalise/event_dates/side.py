"""On which side of the dispatch's day a time lies, by the words around its name.

A side is BACK, AHEAD or UNSAID. Three kinds of word tell it: one in the form itself ("last Friday"),
one that makes it a beginning or an end ("since Friday", "by Friday"), and the verb of its sentence
("will meet on Friday"). What begins then has begun, so a verb of the future says nothing of it.
"""

from __future__ import annotations

import re

from depeche.normalise.event_dates.found import Found

BACK, UNSAID, AHEAD = -1, 0, 1
# Characters before and after a name of time in which a verb is looked for.
BEFORE, AFTER = 70, 45
# What stands before a time of its own.
_POINTS = re.compile(r"(?:le|les|on|am|den|el|los|en|in|im)\s")
_FOR = frozenset({"for"})


def by_its_words(found: Found) -> int:
    """The side that words such as "last" and "next" in the form tell."""
    if found.said.isalpha():
        return UNSAID
    said = found.said.replace("’", "'").split()
    language = found.words.language
    if not language.ahead.isdisjoint(said):
        return AHEAD
    return UNSAID if language.back.isdisjoint(said) else BACK


def by_its_bound(found: Found) -> int:
    """BACK where it is a beginning, so that it is over ("since September"), AHEAD where an end ("by Friday")."""
    leading, language = _leading(found), found.words.language
    if not language.since.isdisjoint(leading):
        return BACK
    return UNSAID if language.until.isdisjoint(leading) else AHEAD


def by_its_verb(found: Found) -> int:
    """The side that the verb tells: the last before it in its sentence, or the first after it where it opens the sentence."""
    before = found.low[max(0, found.start - BEFORE) : found.start]
    before = before[max(map(before.rfind, ".!?\n")) + 1 :]
    verbs = list(found.words.tense.finditer(before))
    verb = verbs[-1] if verbs else None
    if verb is None and not before.strip(" «»\"“„'’(-–—"):
        behind = re.split(r"[.!?\n]", found.low[found.end : found.end + AFTER])[0]
        verb = found.words.tense.search(behind)
    return UNSAID if verb is None else AHEAD if verb.lastgroup == "future" else BACK


def by_bound_and_verb(found: Found) -> int:
    """BACK for a beginning, else what the verb tells."""
    return BACK if by_its_bound(found) == BACK else by_its_verb(found)


def is_ahead(found: Found) -> bool:
    """Whether the verb says that it is to come."""
    return by_bound_and_verb(found) == AHEAD


def is_ahead_itself(found: Found) -> bool:
    """Whether the verb says so, and of a time of its own ("le 3 mai"), not of some other thing's ("du 3 mai")."""
    own = _POINTS.match(found.said) is not None or by_its_bound(found) == AHEAD or is_led_by(_FOR, found)
    return own and is_ahead(found)


def is_led_by(words: frozenset[str], found: Found) -> bool:
    """Whether its first word, or the one before it, is one of ``words``."""
    return not words.isdisjoint(_leading(found))


def _leading(found: Found) -> list[str]:
    before = found.low[max(0, found.start - 12) : found.start].split()[-1:]
    return [word.replace("’", "'") for word in (*before, found.said.split(None, 1)[0])]
