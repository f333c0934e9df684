"""Pictures: the agency whose photograph, drawing or film a page shows, which did not write it.

Which part of a text a pattern is for: see ``attribution.words``.
"""

from __future__ import annotations

import re

from depeche.normalise.attribution.around import Around
from depeche.normalise.attribution.marks import Mark
from depeche.normalise.attribution.words import ART, FIM

# What a picture is called wherever it is credited.
_PICTURE = r"ph?otos?|fotos?|t[ée]l[ée]ph?otos?|b[ée]linos?|radiophotos?|funkbild|pictures?|صورة"
_PHOTO = re.compile(
    rf"(?:{_PICTURE}|photograph(?:ies?|s|y)?|fotografías?|bild(?:er|quelle)?"
    r"|beeld|im(?:age|agen|agem|magine)s?|vid[ée]os?|grafik|infographie|cr[ée]dit[so]?|archives?|تصوير|صور)"
    r"(?:\W{0,4}|\W{1,4}[\w.’'-]+(?: [\w.’'-]+){0,2}\s?/\s?)" + ART + r"$",
)
# "Foto: Jane Doe, dpa", "© Joel Saget, AFP", "Photo d'illustration. AFP".
_PHOTO_BY = re.compile(
    r"(?:(?:(?:photo|foto|bild|beeld|image|imagen|cr[ée]dito?)s?\s*[:©]|©|\(c\))\s*[^\W\d_][\w.’'-]+(?: [^\W\d_][\w.’'-]+){1,2}\s?[,/]\s?"
    r"|(?:photo|image|imagen|foto)s? (?:d['’]illustration|d['’]archives?|de archivo|d['’]archivio|de arquivo)\W{1,4})"
    + ART
    + "$"
)
_PHOTO_AFTER = re.compile(r"\s?(?:photos?|fotos?|images?|bild)\b[ \t.]{0,3}(?:\n|$)")
_PHOTO_WORD = re.compile(rf"(?:{_PICTURE}|bild|images?|getty|vid[ée]o)\b")
_VIA = re.compile(r"\bvia $")
_VIA_WORD = re.compile(r"\bvia\b")
# What newspapers' names begin with, and people's do not.
_ARTICLE = "Le|La|Les|The|Der|Die|Das|El|Il|De"
# "(Jane Doe/AP)", but not "(Le Monde/AFP)" or "(New York/AP)".
_AUTHOR_SLASH_CASED = re.compile(
    rf"[(\[]\s?(?!(?:{_ARTICLE}|New|San|Los|Las|São|Sao|Buenos|Hong|Tel|Den|Addis)\b)"
    r"[A-ZÀ-Þ][a-zà-ÿ’'-]+ (?:[A-ZÀ-Þ]\. )?[A-ZÀ-Þ][\w’'-]+\s?/\s?$"
)
_NAME_SLASH_CASED = re.compile(r"[A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w’'-]+\s?/\s?$")
_SLASH_NAME_CASED = re.compile(rf"\s?/\s?(?!{FIM})[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ]|\s*(?:\n|$))")
# "(Reuters/Jane Doe)", but not "(AFP/Le Courrier)".
_SLASH_AUTHOR_CASED = re.compile(
    rf"\s?/\s?(?!(?:{_ARTICLE})\b)[A-ZÀ-Þ][a-zà-ÿ’'.-]+ [A-ZÀ-Þ][\w’'.-]+\s?$"
    r"|\s?/\s?[ء-ي]+ [ء-ي]+\s?$"
)
# Picture houses that sign with an agency: "picture alliance/dpa", "dpa/picture alliance".
_HOUSE = r"picture[ -]alliance|getty(?: images)?|imago|epa\b|keystone|sipa|shutterstock|zuma"
_HOUSE_BEFORE = re.compile(rf"(?:{_HOUSE})\s?/\s?$")
_HOUSE_AFTER = re.compile(rf"\s?/\s?(?:{_HOUSE})")


def in_bracket(text: str, mark: Mark) -> bool:
    """Whether a bracket credits a picture: "(Photo AFP)", "(Jane Doe/AP)", "(Reuters/Jane Doe)"."""
    named, printed = mark.rest.lower(), text[mark.start : mark.end]
    if _PHOTO_WORD.search(f"{named} {printed.lower()}") and (
        mark.together == 1 or mark.hit.tier in ("weak", "cased")
    ):
        return True
    alone = mark.together == 1
    if alone and named and _VIA_WORD.search(named):
        return True
    if "/" not in text[mark.first : mark.last]:
        return False
    if alone and _AUTHOR_SLASH_CASED.match(text[mark.first : mark.start]):
        return True
    return _SLASH_AUTHOR_CASED.match(text[mark.end : mark.last - 1]) is not None


def in_words(mark: Mark, printed: str, around: Around) -> bool:
    """Whether the words around a name credit a picture: "Foto: dpa", "Jane Doe / AP", "dpa/picture alliance"."""
    alone, after = mark.together == 1, around.after
    if around.near.rstrip().endswith("/") and (
        _HOUSE_BEFORE.search(around.near) or (alone and _NAME_SLASH_CASED.search(around.before))
    ):
        return True
    if after.lstrip().startswith("/") and (
        _HOUSE_AFTER.match(around.said) or (alone and _SLASH_NAME_CASED.match(after) and not around.heads())
    ):
        return True
    if _PHOTO.search(around.near) or _PHOTO_AFTER.match(around.said):
        return True
    return around.ends and bool(
        _VIA.search(around.near) or _PHOTO_BY.search(around.low) or _PHOTO_WORD.search(printed.lower())
    )
