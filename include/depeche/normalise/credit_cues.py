"""What a mark means: issuer, joint, contributor, quoted or photo; or nothing at all.

The words around an agency's name decide (``credit_words``). A name that other people
share (``AP``, ``dpa``, ``Reuter``, ``Stefani``: the weak aliases) is believed only where
such words, or a credit's shape, are there.
"""

from __future__ import annotations

import re

from depeche.normalise import credit_words as words
from depeche.normalise.credit_marks import Mark

# Until then newspapers introduced a telegram that they printed with the agency's name in
# the sentence ("Une dépêche de Rome à l'agence Stefani annonce …"): that is its credit line.
TELEGRAM_ERA = 1945
TRUSTED = ("name", "strong")
# The rule of initials that are believed only where the text credits the agency elsewhere, too.
AGAIN = "again"
# Characters: how far before a name its sentence, and its own preposition, are looked for; how far behind.
FAR, NEAR, BEHIND = 70, 42, 90
# Within which a title or first name stands before a surname.
SURNAME = 24

Meaning = tuple[str, str]


def meaning(text: str, mark: Mark, year: int) -> Meaning | None:
    """``(role, rule)`` of a mark in ``text``; None where the words are no credit."""
    before, after = text[max(0, mark.first - FAR) : mark.first], text[mark.last : mark.last + BEHIND]
    if mark.shape == "bracket":
        return _in_brackets(text, mark, before, after)
    return _in_words(mark, text[mark.start : mark.end], before, after, year)


def _in_brackets(text: str, mark: Mark, before: str, after: str) -> Meaning | None:
    named, printed = mark.rest.lower(), text[mark.start : mark.end]
    pictured = words.PHOTO_WORD.search(f"{named} {printed.lower()}") and (
        mark.together == 1 or mark.hit.tier in ("weak", "cased")
    )
    by_author = mark.together == 1 and (
        words.AUTHOR_SLASH_CASED.match(text[mark.first : mark.start]) or words.VIA_WORD.search(named)
    )
    if pictured or by_author or words.SLASH_AUTHOR_CASED.match(text[mark.end : mark.last - 1]):
        return "photo", "bracket_photo"
    hand = words.OWN_HAND_CASED.search(text[mark.first : mark.start]) if named else None
    if (
        (hand and hand[1] in named.replace(".", " ").split())
        or words.WITH_FIRST.match(named)
        or words.agencies_before(before)
    ):
        return "contributor", "bracket_with"
    trusted = mark.hit.tier in TRUSTED
    if mark.together == 1 and _is_within(before):
        return "quoted", "introduced"
    if _spelled(before, printed) and mark.together == 1:
        return None
    follow = after.lstrip(' \t.,:;»"”_')
    inline = bool(re.match(r"\n?[a-zà-ÿ]", follow)) and not before.rstrip(" ").endswith(
        (".", ",", "-", "—", "–", ":")
    )
    if inline and not trusted:
        return None
    if inline:
        return "quoted", "bracket_inline"
    return ("joint", "bracket_joint") if mark.together > 1 else ("issuer", "bracket")


def _in_words(mark: Mark, printed: str, before: str, after: str, year: int) -> Meaning | None:
    # "to pick up": two small letters behind a word are one, too.
    if len(printed) < 3 and printed.islower() and mark.together == 1 and before.rstrip(" ")[-1:].isalpha():
        return None
    # "L'Agence France-Presse (AFP) a annoncé": the verb stands behind the bracket.
    named = words.NOUN_AFTER_CASED.match(after) is not None
    after = words.INITIALS_AFTER_CASED.sub("", after)
    lead = _unquoted(before)
    return (
        _as_helper(mark, printed.lower(), before, lead[-NEAR:].lower(), after)
        or _as_issuer(mark, before, after)
        or _as_cited(mark, printed, lead, after, year, named)
    )


def _as_helper(mark: Mark, printed: str, before: str, near: str, after: str) -> Meaning | None:
    """Photo or contributor: the agency had a part in what another house, or a photographer, signs.

    ``printed`` and ``near`` are in small letters.
    """
    said = after.lower()
    ends = words.BREAK_AFTER_CASED.match(after) is not None
    low = before.lower()
    if words.OWN_DESK_AFTER.match(said) or (ends and _of_the_house(before, low)):
        return "contributor", "with"
    pictured = mark.together == 1 and (
        words.NAME_SLASH_CASED.search(before)
        or (words.SLASH_NAME_CASED.match(after) and not _heads(mark, before, after))
    )
    housed = words.HOUSE_BEFORE.search(near) or words.HOUSE_AFTER.match(said)
    if pictured or housed or words.PHOTO.search(near) or words.PHOTO_AFTER.match(said):
        return "photo", "photo_credit"
    if ends and (words.VIA.search(near) or words.PHOTO_BY.search(low) or words.PHOTO_WORD.search(printed)):
        return "photo", "photo_credit"
    if words.CONTRIBUTED.match(said):
        return "contributor", "contributed"
    closes = (
        ends
        or words.LIST_AFTER.match(after)
        or words.PUBLISHED_AFTER.match(said)
        or words.WITH_MATERIAL.match(said)
    )
    helped = bool(words.WITH.search(near) and (closes or words.PUT_TOGETHER.match(said)))
    helped = helped or bool(closes and _with_alone(low, after))
    return ("contributor", "with") if helped and not words.TALK.search(low) else None


def _with_alone(low: str, after: str) -> bool:
    """Whether a preposition alone signs: "Le Monde avec AFP", not "a signé un accord avec l'AFP."."""
    if words.WITH_OPENS.search(low):
        return True
    return not words.STOPPED_AFTER.match(after) and words.WITH_SIGNED.search(low) is not None


def _of_the_house(before: str, low: str) -> bool:
    """Whether the house's own hand or desk stands before the agency: "kev/dpa", "Redacción/EFE", "Von Jane Doe und dpa"."""
    if before.endswith(("/", "/ ")) and words.OWN_HAND_LINE_CASED.search(before):
        return True
    if any(word in low for word in words.MAY_BE_DESK) and words.OWN_DESK_BEFORE.search(low):
        return True
    if ":" in low and words.SOURCE_WITH.search(low):
        return True
    return words.AUTHOR_AND.search(low) is not None


def _heads(mark: Mark, before: str, after: str) -> bool:
    """Whether agency and place are the text's first line: "EFE/Madrid"."""
    return mark.first < FAR and not before.strip() and words.SLASH_PLACE_CASED.match(after) is not None


def _as_cited(mark: Mark, printed: str, lead: str, after: str, year: int, named: bool) -> Meaning | None:
    """Quoted, by the words of the sentence; before 1945 that was the credit itself.

    ``named`` says that the noun "agency" stands behind the name.
    """
    near, low, trusted = lead[-NEAR:], lead.lower(), mark.hit.tier in TRUSTED
    if words.TOPIC.search(low[-60:]) or (printed.isupper() and words.PLURAL_BEFORE.search(low)):
        return None
    if not trusted and len(printed) <= 3 and words.BROKEN_WORD_CASED.match(after):
        return None
    # Nobody is called "AP" or "dpa", but people are called Wolff.
    initials = len(printed) <= 3 or printed.isupper()
    if not trusted and not initials and words.PERSON_BEFORE_CASED.search(near[-SURNAME:]):
        return None
    # Two letters have many owners: "Le PC a annoncé".
    if mark.hit.tier == "cased" and len(printed) < 3 and not _is_wire(low[-NEAR:]):
        return None
    cued = _cue(low, after.lower(), trusted or initials)
    # Without any cue the agency is what the sentence is about, not where its news come from.
    if cued == "report" and year < TELEGRAM_ERA:
        return "issuer", "telegram"
    if cued == "report" and _shared(mark, printed, low, named, after):
        return "quoted", AGAIN
    return ("quoted", cued) if cued else None


def _shared(mark: Mark, printed: str, low: str, named: bool, after: str) -> bool:
    """Whether these are initials that others have, too, and nothing beside them says "agency": "TAP said", "l'ANA a annoncé"."""
    initials = printed.isupper() or (len(printed) == 3 and printed.istitle())
    if named or mark.hit.tier not in ("weak", "cased") or not initials:
        return False
    if words.AGENCY.search(low[-NEAR:]):
        return False
    return mark.hit.tier == "cased" or (
        words.SAYS.match(after.lower()) is not None and not words.REPORTED.match(after.lower())
    )


def _is_within(before: str) -> bool:
    """Whether a sentence that speaks of a news agency goes on before the bracket: "a rapporté l'agence officielle (Sana)"."""
    low = before.lower()
    if not any(noun in low for noun in words.MAY_BE_AGENCY) or not words.NOUN_BEFORE.search(low):
        return False
    return re.search(r"[^\W\d_] [^.!?\n()]*$", before) is not None and not before.endswith("\n")


def _unquoted(before: str) -> str:
    """``before`` without the quotation marks that open around the name."""
    bare = before if before.endswith("\n") else before.rstrip(' «»"“„‚‘(')
    return bare if bare == before or bare.endswith(("'", "’")) else bare + " "


def _as_issuer(mark: Mark, before: str, after: str) -> Meaning | None:
    """Issuer or joint by the shape of a credit line; its rule says which shape."""
    low = before.lower()
    if words.HEADER.search(low):
        return "issuer", "header"
    rule = _line_shape(mark, before, low, after)
    if rule is None:
        return None
    return ("joint" if mark.together > 1 else "issuer"), rule


def _line_shape(mark: Mark, before: str, low: str, after: str) -> str | None:
    near, ends = low[-NEAR:], words.BREAK_AFTER_CASED.match(after) is not None
    if words.SOURCE.search(near) or (ends and words.SOURCE_BARE.search(near)):
        return "source_line"
    fed = any(word in near for word in words.MAY_BE_FEED) and words.FEED.search(near)
    if fed or (after[:1] in "-nN" and words.FEED_AFTER.match(after.lower())):
        return "source_line"
    if words.COPYRIGHT.search(near):
        return "copyright"
    if words.LINE_START.search(before) and (ends or words.TELEPRINTER_CASED.match(after)):
        return "line" if ends else "teleprinter"
    if words.BYLINE_BEFORE.search(low) and (ends or words.PUBLISHED_AFTER.match(after.lower())):
        return "byline"
    if _signs(before, low, after):
        return "byline"
    if words.LINE_START.search(before) and (
        words.LIST_AFTER.match(after) or words.PUBLISHED_AFTER.match(after.lower())
    ):
        return "line"
    if _heads(mark, before, after):
        return "line"
    if ends and words.PLACE_DASH_CASED.search(before):
        return "dateline"
    opening = mark.first < 60 and (mark.together > 1 or mark.hit.tier in TRUSTED)
    if opening and words.PLACE_BEFORE_CASED.fullmatch(before) and words.DATELINE_AFTER.match(after):
        return "dateline"
    if words.BAR_BEFORE.search(before) and words.LIST_AFTER.match(after):
        return "dateline"
    if words.AHEAD.search(before) and words.DASH_AFTER.match(after):
        return "dash"
    if words.DATE_BEFORE.search(before) and words.STOP_AFTER_CASED.match(after):
        return "dash"
    return "trailing" if ends and words.SENTENCE_END.search(before) else None


def _signs(before: str, low: str, after: str) -> bool:
    """Whether an agency's writer, office or desk signs: "Associated Press Writer", "Reuters in Tokyo", "Redazione ANSA"."""
    if any(word in low for word in words.MAY_BE_DESK) and words.DESK_BEFORE.search(low):
        return words.DESK_AFTER_CASED.match(after) is not None
    signed = words.WRITER_AFTER_CASED.match(after) or words.LOCATED_AFTER_CASED.match(after)
    return signed is not None and bool(words.LINE_START.search(before) or words.BYLINE_BEFORE.search(low))


def _cue(lead: str, after: str, trusted: bool) -> str | None:
    """``told`` or ``report`` by the words around, in small letters; None where the agency is only the subject."""
    if any(noun in lead[-NEAR:] for noun in words.MAY_BE_WHOSE):
        lead = words.WHOSE_AGENCY.sub("the ", lead)
    near = lead[-NEAR:]
    trusted = trusted or words.AGENCY.search(near) is not None
    says = words.SAYS if trusted else words.SAYS_WIRE
    said_by = words.SAID_BY if trusted else words.SAID_BY_WIRE
    reported = words.REPORT if trusted else words.REPORT_DIRECT
    if words.STAFF.match(after) or words.STAFF_OF.search(near) or says.match(after):
        return "report"
    if words.TOLD.search(near) or (words.WITH_WHOM.search(near) and words.TALK.search(lead)):
        return "told"
    if words.ACCORDING.search(near) or said_by.search(near):
        return "report"
    return "report" if reported.search(lead) else None


def _is_wire(near: str) -> bool:
    """Whether the word right before says that an agency is meant."""
    return bool(words.AGENCY.search(near) or words.TOLD.search(near))


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
