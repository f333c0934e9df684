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

Meaning = tuple[str, str]


def meaning(text: str, mark: Mark, year: int) -> Meaning | None:
    """``(role, rule)`` of a mark in ``text``; None where the words are no credit."""
    before, after = text[max(0, mark.first - 70) : mark.first], text[mark.last : mark.last + 40]
    if mark.shape == "bracket":
        return _in_brackets(text, mark, before, after)
    return _in_words(mark, before, after, year)


def _in_brackets(text: str, mark: Mark, before: str, after: str) -> Meaning | None:
    named = mark.rest.lower()
    if words.PHOTO_WORD.search(named) and (mark.together == 1 or mark.hit.tier in ("weak", "cased")):
        return "photo", "bracket_photo"
    if re.match(r"(?:avec|mit|with|con|com|met|from)\b", named):
        return "contributor", "bracket_with"
    trusted = mark.hit.tier in ("name", "strong")
    if _spelled(before, text[mark.start : mark.end]) and mark.together == 1:
        return ("quoted", "introduced") if trusted else None
    follow = after.lstrip(' \t.,:;»"”_')
    inline = bool(re.match(r"\n?[a-zà-ÿ]", follow)) and not before.rstrip(" ").endswith(
        (".", ",", "-", "—", "–", ":")
    )
    if inline and not trusted:
        return None
    if inline:
        return "quoted", "bracket_inline"
    return ("joint", "bracket_joint") if mark.together > 1 else ("issuer", "bracket")


def _in_words(mark: Mark, before: str, after: str, year: int) -> Meaning | None:
    trusted = mark.hit.tier in ("name", "strong")
    lead = before.rstrip(' «»"“„‚‘(') if not before.endswith("\n") else before
    lead = before[: len(lead)] + " " if lead != before and not lead.endswith(("'", "’")) else before
    if words.PHOTO.search(lead) or (
        mark.together == 1 and (words.NAME_SLASH.search(before) or words.SLASH_NAME.match(after))
    ):
        return "photo", "photo_credit"
    issuer = _as_issuer(mark, before, after)
    if issuer is not None:
        return issuer
    if words.TOPIC.search(lead):
        return None
    alone = bool(words.BREAK_AFTER.match(after))
    if (
        words.WITH.search(lead)
        and not words.TALK.search(before)
        and (alone or not lead.rstrip().endswith(("l'", "l’")))
        and alone
    ):
        return "contributor", "with"
    cued = _cue(lead, after)
    if cued is None:
        return ("quoted", "named") if trusted and not words.PERSON.search(before) else None
    if cued == "report" and year < TELEGRAM_ERA:
        return "issuer", "telegram"
    return "quoted", cued


def _as_issuer(mark: Mark, before: str, after: str) -> Meaning | None:
    """Issuer or joint by the shape of a credit line; its rule says which shape."""
    rule = None
    if words.SOURCE.search(before):
        rule = "source_line"
    elif words.COPYRIGHT.search(before):
        rule = "copyright"
    elif words.HEADER.search(before):
        return "issuer", "header"
    elif words.LINE_START.search(before) and words.BREAK_AFTER.match(after):
        rule = "line"
    elif words.AHEAD.search(before) and words.DASH_AFTER.match(after):
        rule = "dash"
    elif words.SENTENCE_END.search(before) and words.BREAK_AFTER.match(after):
        rule = "trailing"
    if rule is None:
        return None
    return ("joint" if mark.together > 1 else "issuer"), rule


def _cue(lead: str, after: str) -> str | None:
    if words.AGENCY.search(lead):
        return "report" if words.REPORT.search(lead) or words.SAYS.match(after) else "agency_named"
    if words.STAFF.match(after) or words.STAFF_OF.search(lead):
        return "report"
    if words.TOLD.search(lead):
        return "told"
    if words.ACCORDING.search(lead) or words.SAYS.match(after) or words.SAID_BY.search(lead):
        return "report"
    return "report" if words.REPORT_DIRECT.search(lead) else None


def _spelled(before: str, printed: str) -> bool:
    """Whether the words before a bracket spell out the initials in it: "Union patriotique (UP)"."""
    letters = re.sub(r"\W", "", printed).lower()
    if not 2 <= len(letters) <= 6:
        return False
    names = [word.lower() for word in re.findall(r"\w+", before) if len(word) > 3 or word[0].isupper()]
    return "".join(word[0] for word in names[-len(letters) :]) == letters
