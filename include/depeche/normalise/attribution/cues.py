"""What a mark means: issuer, joint, contributor, quoted or photo; or nothing at all.

The words around an agency's name decide, or the shape of its line: each role has them in a file of its
own, ``attribution.photo`` to ``attribution.quoted``; here is the order in which they are asked. A name that other people
share (``AP``, ``dpa``, ``Reuter``, ``Stefani``: the weak aliases) is believed only where
such words, or a credit's shape, are there.
"""

from __future__ import annotations

import re

from depeche.normalise.attribution import contributor, photo
from depeche.normalise.attribution.around import BEHIND, FAR, around
from depeche.normalise.attribution.issuer import line_shape
from depeche.normalise.attribution.marks import Mark
from depeche.normalise.attribution.quoted import quoted
from depeche.normalise.attribution.words import MAY_BE_AGENCY, NOUN_AFTER_CASED, NOUN_BEFORE

Meaning = tuple[str, str]


def meaning(text: str, mark: Mark, year: int) -> Meaning | None:
    """``(role, rule)`` of a mark in ``text``; None where the words are no credit."""
    before, after = text[max(0, mark.first - FAR) : mark.first], text[mark.last : mark.last + BEHIND]
    if mark.shape == "bracket":
        return _in_brackets(text, mark, before, after)
    return _in_words(mark, text[mark.start : mark.end], before, after, year)


def _in_brackets(text: str, mark: Mark, before: str, after: str) -> Meaning | None:
    if photo.in_bracket(text, mark):
        return "photo", "bracket_photo"
    if contributor.in_bracket(text, mark, before):
        return "contributor", "bracket_with"
    if mark.together == 1 and _is_within(before):
        return "quoted", "introduced"
    if mark.together == 1 and _spelled(before, text[mark.start : mark.end]):
        return None
    follow = after.lstrip(' \t.,:;»"”_')
    inline = bool(re.match(r"\n?[a-zà-ÿ]", follow)) and not before.rstrip(" ").endswith(
        (".", ",", "-", "—", "–", ":")
    )
    if inline:
        return ("quoted", "bracket_inline") if mark.trusted else None
    return ("joint", "bracket_joint") if mark.together > 1 else ("issuer", "bracket")


def _in_words(mark: Mark, printed: str, before: str, after: str, year: int) -> Meaning | None:
    # "to pick up": two small letters behind a word are one, too.
    if len(printed) < 3 and printed.islower() and mark.together == 1 and before.rstrip(" ")[-1:].isalpha():
        return None
    here = around(before, after, mark.first)
    if contributor.of_the_house(here):
        return "contributor", "with"
    if photo.in_words(mark, printed, here):
        return "photo", "photo_credit"
    if contributor.contributed(here):
        return "contributor", "contributed"
    if contributor.helped(here):
        return "contributor", "with"
    shape = line_shape(mark, here)
    if shape is not None:
        # Above a column of telegrams one agency issues each of them.
        return ("joint" if mark.together > 1 and shape != "header" else "issuer"), shape
    return quoted(mark, printed, here, year, NOUN_AFTER_CASED.match(after) is not None)


def _is_within(before: str) -> bool:
    """Whether a sentence that speaks of a news agency goes on before the bracket: "a rapporté l'agence officielle (Sana)"."""
    low = before.lower()
    if not any(noun in low for noun in MAY_BE_AGENCY) or not NOUN_BEFORE.search(low):
        return False
    return re.search(r"[^\W\d_] [^.!?\n()]*$", before) is not None and not before.endswith("\n")


def _spelled(before: str, printed: str) -> bool:
    """Whether the words before a bracket spell out the initials in it: "Union patriotique (UP)"."""
    letters = re.sub(r"\W", "", printed).lower()
    if not 2 <= len(letters) <= 6:
        return False
    wanted = len(letters)
    for word in reversed(re.findall(r"\w+", before)):
        if len(word) > 3 or word[0].isupper():
            wanted -= 1
            if word[0].lower() != letters[wanted]:
                return False
            if wanted == 0:
                return True
    return False
