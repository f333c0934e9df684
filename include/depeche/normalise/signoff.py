"""The sign-off: desk initials at the end of a dispatch, cut from the body but kept.

AFP's desks sign with the initials of writer and editors between slashes, hyphens joining
several writers, ``burs``/``bur``/``بور`` for "our bureaus": ``hh/ph/ts/hd``, ``burs-abc/de``,
``هو/ماب/ب ق``; dpa's name the subject group and filter too (``dpa ab yyzz n1 cd``). A single
pair of initials (``ly``) closed teleprinter items, above the line of origin and time
(``AFP 310544 AOU 97``), which is cut too. A credit on
its own at the end ("Source AFP", "(AFP)", "© AFP 2016") is cut from the body too; it is
no sign-off but a credit, whose offsets refer to ``full_text``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from depeche.normalise.attribution.words import SOURCE_WORD
from depeche.records import Credit

_LATIN = re.compile(
    r"[^\W\d_]{1,6}(?:-[^\W\d_]{1,5}){0,3}(?:\s?/\s?[^\W\d_]{1,5}(?:-[^\W\d_]{1,5}){0,3}){1,7}"
)
_ARABIC = re.compile(r"[ء-ي]{1,4}(?:[ -][ء-ي]{1,3}){0,3}(?:\s?/\s?[ء-ي]{1,4}(?:[ -][ء-ي]{1,3}){0,3}){1,7}")
# Older than that, and abroad, the agency's name in small letters and the initials: "dpa wsz jln npr".
_HOUSE = re.compile(r"(?:dpa|apa|sda|ats|dapd|ddp|rtr)(?: [a-z]{2,4}){1,6}")
# Lusa's writer, desk and editor: "JFG (ABC) // ZO".
_LUSA = re.compile(r"[A-Z]{2,5}(?:/[A-Z]{2,5})?(?: \([A-Z]{2,5}(?:/[A-Z]{2,5})?\))? // [A-Z]{2,5}")
# APA's: "(Schluss) mls/ab".
_APA = re.compile(r"\(Schluss\) [a-z]{2,4}(?:/[a-z]{2,4}){0,3}")
_LONE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,3})?")
# dpa's desks: writer, subject group, number of the filter, editors.
_DPA = re.compile(r"dpa(?:/\w{2,4})?(?: [a-z/]{2,7}){1,3} (?:yy|xx)[a-z]{0,2} [a-z]\d(?: [a-z]{2,3}){0,3}")
# Words that are no initials: alone, or where a pair holds nothing else ("sí/no", "day/night").
_EVERYDAY = (
    "a ab act ad ai all am an and any ask at auf aus aux avec bad be bei bis bon but by ca can car ce cold con da das "
    "dem den der des det dia did die do dos du ein el elle end er es et ou eux fin for gut he hem her hers him his hot "
    "ici ihr il ils im in is it its ja je jour km h l la las le les live lo los lui m mal mi mit moi mon n nach "
    "nada nein new ni night nie no non not nous now nuit o oder of off oh oi ok old on or oui our out par pas per por "
    "pour pro que qui s sa sal se sea ser ses she si sich sie sin so soir son sous sud sur sí tag tel ten the they "
    "to toi ton tot tu um un una und uno up us van vom von vor vous was we were who why win wir wo with y yes you "
    "zu zum zur w c e f dr mr hi ex day ida nacht noche día est nord nur sol afp ats dpa efe apa sda ap upi نعم لا او أو ما من في"
)
_WORDS = frozenset(_EVERYDAY.split())
_SOURCE_LINE = re.compile(
    rf"{SOURCE_WORD}\s*[:=–-]?\s*[^\s.!?]+(?:[ /,-]+[^\s.!?]+){{0,3}}[.]?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\((?:[A-Z]{2,6}|[A-Z](?:\.\s?[A-Z]){1,3}\.?)(?:\s?[/,+&-]\s?\w{2,10}){0,3}[.]?\)[.]?")
_TELEPRINTER = re.compile(r"[A-Z]{2,6} \d{6} (?:GMT )?[A-ZÀ-Þ]{3,4}\.? \d{2,4}")
# The end, as wires say it; ANSA's day and hour.
_END = re.compile(r"\W*(?:NNNN?|FIN|ENDS?|ENDE|FINE|Enditem|-0-)\W*|\d\d-[A-Z]{3}-\d\d \d\d:\d\d(?: NNNN?)?")
_COPYRIGHT = re.compile(r"\(?(?:©|\(c\)|copyright)[^\n]{2,60}", re.IGNORECASE)
_SHAPES = (_SOURCE_LINE, _BRACKET, _TELEPRINTER, _END, _COPYRIGHT)
_COMPANIONS = re.compile(
    rf"\b(?:{SOURCE_WORD}|copyright|avec|with|mit|con|com|et|and|und|material|agenturmaterial|von|de|información|informação|fim|fin|(?:19|20)\d\d)\b|\(c\)|©",
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
    line = line.strip().removesuffix("=").rstrip()
    if len(line) > 40:
        return False
    if any(shape.fullmatch(line) for shape in (_DPA, _HOUSE, _LUSA, _APA)):
        return True
    line = line.removesuffix("/")
    if _LATIN.fullmatch(line):
        return " / " not in line and not _is_written_words(line)
    if _ARABIC.fullmatch(line):
        return not set(line.split("/")) <= _WORDS
    return _LONE.fullmatch(line) is not None and line not in _WORDS


def _is_written_words(line: str) -> bool:
    """Names and agencies between slashes ("AFP/Reuters", "Paris/Lyon") are not initials."""
    tokens = re.split(r"[/-]", line)
    if {token.lower() for token in tokens} <= _WORDS:
        return True
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
