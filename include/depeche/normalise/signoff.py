"""The sign-off: desk initials at the end of a dispatch, cut from the body but kept.

AFP's desks sign with the initials of writer and editors between slashes, hyphens joining
several writers, ``burs``/``bur``/``بور`` for "our bureaus": ``hh/ph/ts/hd``, ``burs-abc/de``,
``هو/ماب/ب ق``. A single pair of initials (``ly``) closed teleprinter items, above the line of origin and time (``AFP 310544 AOU
97``), which is cut too. A credit on
its own at the end ("Source AFP", "(AFP)", "© AFP 2016") is cut from the body too; it is
no sign-off but a credit, whose offsets refer to ``full_text``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from depeche.records import Credit

_LATIN = re.compile(
    r"[^\W\d_]{1,6}(?:-[^\W\d_]{1,5}){0,3}(?:\s?/\s?[^\W\d_]{1,5}(?:-[^\W\d_]{1,5}){0,3}){1,7}"
)
_ARABIC = re.compile(r"[ء-ي]{1,4}(?:[ -][ء-ي]{1,3}){0,3}(?:\s?/\s?[ء-ي]{1,4}(?:[ -][ء-ي]{1,3}){0,3}){1,7}")
_LONE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,3})?")
_WORDS_WITH_SLASH = {
    "n/a",
    "w/o",
    "c/o",
    "and/or",
    "et/ou",
    "und/oder",
    "y/o",
    "e/o",
    "he/she",
    "km/h",
    "on/off",
}
_LONE_WORDS = {
    "end",
    "fin",
    "ok",
    "no",
    "non",
    "oui",
    "ja",
    "si",
    "but",
    "out",
    "and",
    "afp",
    "ats",
    "dpa",
    "efe",
}
_SOURCE_LINE = re.compile(
    r"(?:sources?|quellen?|fuentes?|fonti?e?|bron|المصدر|источник)\s*[:=–-]?\s*[^\s.!?]+(?:[ /,-]+[^\s.!?]+){0,3}[.]?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\((?:[A-Z]{2,6}|[A-Z](?:\.\s?[A-Z]){1,3}\.?)(?:\s?[/,+&-]\s?\w{2,10}){0,3}[.]?\)[.]?")
_TELEPRINTER = re.compile(r"[A-Z]{2,6} \d{6} (?:GMT )?[A-ZÀ-Þ]{3,4}\.? \d{2,4}")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\n]{2,60}", re.IGNORECASE)
_SHAPES = (_SOURCE_LINE, _BRACKET, _TELEPRINTER, _COPYRIGHT)
_COMPANIONS = re.compile(
    r"\b(?:sources?|quellen?|fuentes?|fonti?e?|bron|copyright|avec|with|mit|con|com|et|and|und|material|agenturmaterial|von|de|información|informação|(?:19|20)\d\d|المصدر)\b|\(c\)|©",
    re.IGNORECASE,
)
MOST_LINES = 4


def cut(text: str, credits: Sequence[Credit] = ()) -> tuple[str, str | None]:
    """``(body, sign_off)``: ``text`` without its last credit lines and desk initials.

    The body is ``text`` up to some offset: nothing is changed before it. ``credits`` are
    the credits found in the full text; a last line of theirs alone is cut. The only
    paragraph of a text is never cut.
    """
    body, sign_off = text.rstrip(), None
    words = sorted({credit.text for credit in credits if credit.start is not None}, key=len, reverse=True)
    for _ in range(MOST_LINES):
        head, last = _last_line(body)
        if head is None:
            break
        if not _is_credit_line(last, words):
            if sign_off is not None or not is_initials(last):
                break
            sign_off = last
        body = head
    return body, sign_off


def is_initials(line: str) -> bool:
    """Whether ``line``, the whole of it, is desk initials."""
    line = line.strip()
    if len(line) > 40 or line.lower().replace(" ", "") in _WORDS_WITH_SLASH:
        return False
    if _LATIN.fullmatch(line):
        return " / " not in line and not _is_written_words(line)
    if _ARABIC.fullmatch(line):
        return True
    return _LONE.fullmatch(line) is not None and line not in _LONE_WORDS


def _is_written_words(line: str) -> bool:
    """Names and agencies between slashes ("AFP/Reuters", "Paris/Lyon") are not initials."""
    tokens = re.split(r"[/-]", line)
    if all(token.isupper() for token in tokens):
        return any(len(token) > 2 for token in tokens[1:])
    return all(len(token) > 3 for token in tokens) or any(
        len(token) > 4 and token[0].isupper() and token[1:].islower() for token in tokens
    )


def _last_line(body: str) -> tuple[str | None, str]:
    """What stands before the last line, or None where that is all there is; and the line."""
    at = body.rfind("\n")
    head = body[:at].rstrip() if at >= 0 else ""
    return (head or None), body[at + 1 :].strip()


def _is_credit_line(line: str, words: list[str]) -> bool:
    if len(line) > 80:
        return False
    if any(shape.fullmatch(line) for shape in _SHAPES):
        return True
    rest = line
    for word in words:
        rest = rest.replace(word, " ")
    return rest != line and not re.search(r"\w", _COMPANIONS.sub(" ", rest))
