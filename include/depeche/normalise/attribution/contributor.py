"""Contributors: the agency had a part in what another house signs ("Le Monde avec AFP", "Redacción/EFE").

Which part of a text a pattern is for: see ``attribution.words``.
"""

from __future__ import annotations

import re

from depeche.normalise.attribution.around import Around
from depeche.normalise.attribution.marks import Mark
from depeche.normalise.attribution.quoted_words import TALK
from depeche.normalise.attribution.words import (
    AND,
    ART,
    AUTHOR_BY,
    DESK,
    LIST_AFTER,
    MAY_BE_DESK,
    PUBLISHED_AFTER,
    SOURCE_WORD,
    WITH,
)

_WITH = re.compile(
    r"\b(?:reporting by|information from|colaboración de|based on reports? (?:from|by)"
    rf"|(?:{WITH}|von|aus) (?:les |las? |nos |den |the )?(?:ag[eê]nc(?:es?|ies|y|ias?)|agenzi[ea]|agenturen|persbureaus)"
    rf"|(?:{WITH}|von|aus|verwendung) (?:l[ea]s? |den |the |des? |von )?"
    r"(?:informa(?:tions?|tionen|ci[oó]n(?:es)?|ç(?:ão|ões)|zioni)|(?:agentur)?material|meldungen|inhalten|inputs?|files|datos|dados|reports?)"
    r"(?: (?:de|d[aoie]|von|der|from|of|van))?"
    r"|material von|informaci[oó]n de|informaç(?:ão|ões) d[aoe]|verwendung von|agenturmaterial von)\s*"
    + ART
    + "$",
)
# The same by a preposition alone, which an ordinary sentence has too: "Le Monde avec AFP", but not
# "a signé un accord avec l'AFP." It opens its line or sentence, or ends a short line without a full stop.
_WITH_ALONE = rf"(?:{WITH}|med|sowie|from|مع|d['’]après)\s*" + ART + "$"
_WITH_OPENS = re.compile(r"(?:^|[\n.!?»\"”*(])[\s–—*-]*" + _WITH_ALONE)
_WITH_SIGNED = re.compile(r"(?:^|\n)(?:[^\s.!?]+[ .]\s?){1,4}" + _WITH_ALONE)
_STOPPED_AFTER = re.compile(r"\s?[.!?]")
# How a page says that it was put together: "mit Material der dpa erstellt".
_PUT_TOGETHER = re.compile(
    r" (?:(?:wurden?|ist|été|was) )?(?:erstellt|verfasst|verwendet|erarbeitet|genutzt|rédigé\w*|elaborad[oa]|redactad[oa]|written|compiled)\b[^\n]{0,20}(?:\n|$)"
)
_WITH_MATERIAL = re.compile(r"-(?:material|informationen|meldungen|inhalten?)\W*(?:$|\n)")
# In a bracket: what comes before the agency there.
_WITH_FIRST = re.compile(
    rf"(?:{WITH}|from|مع|d['’]après|d['’]?|nach|additional reporting)\b|(?:red|réd)\b|.*\b(?:{WITH})$",
)
_CONTRIBUTED = re.compile(
    r"(?:[ ,][^.!?\n]{0,60})? (?:also )?(?:contributed to (?:this|the)|(?:a|ont) contribué à (?:cet|ce)"
    r"|contribuy(?:ó|eron) (?:a|con|en) est[ea]|(?:was|were) used in this|haben? zu diesem)\b"
    r"|,? contributed(?: reporting)?[.)\s]*(?:\n|$)",
)
_AGENCIES_BEFORE = re.compile(
    rf"\b(?:{WITH}|von)\b[\w ]{{0,12}}\b(?:ag[eê]nc\w+|agenzi[ea]|agenturen|agenturmaterial)\s?[(]?$",
)
_OWN_DESK_BEFORE = re.compile(
    r"(?:^|\n)\W*(?:[^\W\d_][\w.’'-]*\s){0,4}"
    + DESK
    + r"(?:\s[\w.’'-]+){0,2}?\s?(?:[/|,&–-]|\b(?:and|et|und|y|e|en|avec|con|com|mit|with|met)\b)\s?"
    + ART
    + "(?:news |wire )?$"
)
_OWN_DESK_AFTER = re.compile(r"\s?[/|+-]\s?" + DESK + r"\b")
# "Von Jane Doe und dpa".
_AUTHOR_AND = re.compile(rf"(?:^|\n)\W*(?:{AUTHOR_BY}) [^\n.]{{2,50}} (?:{AND}) (?:l['’]|the |der )?$")
# The newspaper's own hand before the agency's name: "(red/dpa)", "(kur/dpa)".
_OWN_HAND_CASED = re.compile(r"[(\[]\s?([a-zäöüé]{2,4})\.?\s?/\s?$")
# And on a line of its own: "kev/dpa/Reuters".
_OWN_HAND_LINE_CASED = re.compile(r"(?:^|\n)[a-zäöüé]{2,4}\s?/\s?$")
# Beside another house: "المصدر: الجزيرة + وكالات", "Source: Al Jazeera and news agencies".
_SOURCE_WITH = re.compile(
    rf"(?:^|\n)\W*{SOURCE_WORD}\s*:\s*[^\n.:]{{2,30}}?\s?(?:[+/,،&]|\b(?:{AND})|و)\s?"
    + ART
    + "(?:news |wire )?$",
)


def in_bracket(text: str, mark: Mark, before: str) -> bool:
    """Whether a bracket says that the agency helped: "(avec AFP)", "(red/dpa)", "avec les agences (AFP)"."""
    named = mark.rest.lower()
    if named:
        hand = _OWN_HAND_CASED.search(text[mark.first : mark.start])
        if (hand and hand[1] in named.replace(".", " ").split()) or _WITH_FIRST.match(named):
            return True
    return _agencies_before(before)


def _agencies_before(before: str) -> bool:
    """Whether ``before`` ends in the agencies that helped: "avec les agences ("."""
    low = before[-30:].lower()
    return ("gen" in low or "gên" in low) and _AGENCIES_BEFORE.search(before.lower()) is not None


def of_the_house(around: Around) -> bool:
    """Whether the house's own hand or desk stands beside the agency: "kev/dpa", "Redacción/EFE", "Von Jane Doe und dpa"."""
    if _OWN_DESK_AFTER.match(around.said):
        return True
    if not around.ends:
        return False
    before, low = around.before, around.low
    if before.endswith(("/", "/ ")) and _OWN_HAND_LINE_CASED.search(before):
        return True
    if any(word in low for word in MAY_BE_DESK) and _OWN_DESK_BEFORE.search(low):
        return True
    if ":" in low and _SOURCE_WITH.search(low):
        return True
    return _AUTHOR_AND.search(low) is not None


def contributed(around: Around) -> bool:
    """Whether the verb behind the name says so: "contributed to this report"."""
    return _CONTRIBUTED.match(around.said) is not None


def helped(around: Around) -> bool:
    """Whether a page is signed with the agency's help: "mit Material der dpa"."""
    said = around.said
    closes = (
        around.ends
        or LIST_AFTER.match(around.after)
        or PUBLISHED_AFTER.match(said)
        or _WITH_MATERIAL.match(said)
    )
    signs = bool(_WITH.search(around.near) and (closes or _PUT_TOGETHER.match(said)))
    signs = signs or bool(closes and _with_alone(around))
    return signs and not TALK.search(around.low)


def _with_alone(around: Around) -> bool:
    """Whether a preposition alone signs: "Le Monde avec AFP", not "a signé un accord avec l'AFP."."""
    if _WITH_OPENS.search(around.low):
        return True
    return not _STOPPED_AFTER.match(around.after) and _WITH_SIGNED.search(around.low) is not None
