"""A dispatch that somebody passed on by mail: what they wrote above it, whom it is from, its own subject and date."""

from __future__ import annotations

import re
from typing import NamedTuple

from depeche.clean.month_names import MONTH

_MARK = re.compile(
    r"^\W*-{2,}\s*(?:original message|forwarded message|message d['’]origine|message transféré|"
    r"(?:ursprüngliche|weitergeleitete) nachricht|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|"
    r"mensagem (?:original|encaminhada)|(?:oorspronkelijk|doorgestuurd) bericht|пересылаемое сообщение)\s*-{2,}\W*$|"
    r"^\W*(?:begin forwarded message|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten nachricht|"
    r"inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:re)?encaminhada|"
    r"begin doorgestuurd bericht)\s*:$",
    re.IGNORECASE,
)
# Outlook quotes what is answered below the same mark: there the answer is the text.
_ANSWER = re.compile(r"\s*(?:re|ré|aw|antw|rif|res|r|sv|odp)\s?:", re.IGNORECASE)
_FIELD = re.compile(r"^\W{0,2}([^\W\d_][\w' -]{0,24}?)\s?:\s?(.*)$")
_SUBJECT = frozenset(("subject", "objet", "betreff", "asunto", "oggetto", "assunto", "onderwerp", "тема"))
_FROM = frozenset(("from", "de", "von", "da", "van", "от"))
_SENT = frozenset(
    ("date", "sent", "envoyé", "datum", "gesendet", "fecha", "enviado", "enviado el", "data", "inviato",
     "enviada em", "enviado em", "verzonden", "дата", "отправлено")
)  # fmt: skip
# Who got the copy before: no word on the dispatch.
_TO = frozenset(
    ("to", "à", "an", "para", "a", "aan", "кому", "cc", "kopie", "bcc", "reply-to", "répondre à", "antwort an")
)  # fmt: skip
# A day with its month in letters, or the year first: 6/5/2024 may be a day of May or of June.
_CERTAIN = re.compile(
    rf"\b(?:(?:19|20)\d\d-\d\d-\d\d\b|\d{{1,2}}(?:er|\.|º)?\s(?:de\s)?{MONTH}\.?,?\s(?:de\s)?(?:19|20)\d\d\b|"
    rf"{MONTH}\.?\s\d{{1,2}},?\s(?:19|20)\d\d\b)",
    re.IGNORECASE,
)


class Forwarded(NamedTuple):
    """``text`` in paragraphs and ``note``, what stands above it; ``sent`` is when it was mailed first, where that
    is certain; ``fields`` are the others of its header, by name.
    """

    text: list[str]
    note: list[str]
    subject: str | None
    sender: str | None
    sent: str | None
    fields: list[str]


def forwarded(paragraphs: list[str], subject: str | None) -> Forwarded:
    """The dispatch passed on in ``paragraphs``; all of them where there is no mark that one is, or the mail's
    ``subject`` says that it answers one.
    """
    whole = Forwarded(paragraphs, [], None, None, None, [])
    lines = [(line, at) for at, paragraph in enumerate(paragraphs) for line in paragraph.split("\n")]
    mark = next((number for number, (line, _) in enumerate(lines) if _MARK.match(line)), None)
    if mark is None or _ANSWER.match(subject or ""):
        return whole
    found: dict[str, str] = {}
    end = 0
    for line, at in lines[mark + 1 :]:
        field = _FIELD.match(line)
        if not field or field[1].lower() in found:
            break
        found[field[1].lower()], end = field[2], at + 1
    if len(found) < 2 or found.keys().isdisjoint(_FROM) or end == len(paragraphs):
        return whole
    note = paragraphs[: lines[mark][1]]
    sent = _said(found, _SENT)
    certain = sent if sent and _CERTAIN.search(sent) else None
    used = (_SUBJECT, _FROM, _TO, *([_SENT] if certain else []))
    others = [name for name in found if not any(name in names for names in used)]
    return Forwarded(paragraphs[end:], note, _said(found, _SUBJECT), _said(found, _FROM), certain, others)


def _said(found: dict[str, str], names: frozenset[str]) -> str | None:
    return next((words for name, words in found.items() if name in names), None)
