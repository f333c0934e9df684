"""Quotations: the text has something from an agency that it names, by the words of the sentence.

Before 1945 that was the credit itself: newspapers introduced a telegram that they printed with
the agency's name ("Une dépêche de Rome à l'agence Stefani annonce …").
"""

from __future__ import annotations

from depeche.normalise.attribution import quoted_words as words
from depeche.normalise.attribution.around import NEAR, Around
from depeche.normalise.attribution.marks import Mark
from depeche.normalise.attribution.words import AGENCY

TELEGRAM_ERA = 1945
# The rule of initials that are believed only where the text credits the agency elsewhere, too.
AGAIN = "again"
# Within which a title or first name stands before a surname.
SURNAME = 24


def quoted(mark: Mark, printed: str, around: Around, year: int, named: bool) -> tuple[str, str] | None:
    """``(role, rule)`` by the words of the sentence; None where the agency is only what it is about.

    ``named`` says that the noun "agency" stands behind the name.
    """
    if words.TOPIC.search(around.led[-60:]) or (printed.isupper() and words.PLURAL_BEFORE.search(around.led)):
        return None
    if not mark.trusted and len(printed) <= 3 and words.BROKEN_WORD_CASED.match(around.after):
        return None
    # Nobody is called "AP" or "dpa", but people are called Wolff.
    initials = len(printed) <= 3 or printed.isupper()
    if not mark.trusted and not initials and words.PERSON_BEFORE_CASED.search(around.lead[-SURNAME:]):
        return None
    # Two letters have many owners: "Le PC a annoncé".
    if mark.hit.tier == "cased" and len(printed) < 3 and not _is_wire(around.near):
        return None
    cue = _cue(around.led, around.said, mark.trusted or initials)
    # Without any cue the agency is what the sentence is about, not where its news come from.
    if cue == "report" and year < TELEGRAM_ERA:
        return "issuer", "telegram"
    if cue == "report" and _is_shared(mark, printed, around, named):
        return "quoted", AGAIN
    return ("quoted", cue) if cue else None


def _cue(led: str, said: str, trusted: bool) -> str | None:
    """``told`` or ``report`` by the words around, in small letters; None where the agency is only the subject."""
    if any(noun in led[-NEAR:] for noun in words.MAY_BE_WHOSE):
        led = words.WHOSE_AGENCY.sub("the ", led)
    near = led[-NEAR:]
    trusted = trusted or AGENCY.search(near) is not None
    says = words.SAYS if trusted else words.SAYS_WIRE
    said_by = words.SAID_BY if trusted else words.SAID_BY_WIRE
    reported = words.REPORT if trusted else words.REPORT_DIRECT
    if words.STAFF.match(said) or words.STAFF_OF.search(near) or says.match(said):
        return "report"
    if words.TOLD.search(near) or (words.WITH_WHOM.search(near) and words.TALK.search(led)):
        return "told"
    if words.ACCORDING.search(near) or said_by.search(near):
        return "report"
    return "report" if reported.search(led) else None


def _is_shared(mark: Mark, printed: str, around: Around, named: bool) -> bool:
    """Whether these are initials that others have, too, and nothing beside them says "agency": "TAP said", "l'ANA a annoncé"."""
    initials = printed.isupper() or (len(printed) == 3 and printed.istitle())
    if named or mark.hit.tier not in ("weak", "cased") or not initials or AGENCY.search(around.near):
        return False
    if mark.hit.tier == "cased":
        return True
    return words.SAYS.match(around.said) is not None and not words.REPORTED.match(around.said)


def _is_wire(near: str) -> bool:
    """Whether the word right before says that an agency is meant."""
    return bool(AGENCY.search(near) or words.TOLD.search(near))
