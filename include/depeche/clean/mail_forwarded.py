"""A dispatch that somebody passed on by mail: what they wrote above it, whom it is from, and its own subject."""

from __future__ import annotations

import re
from typing import NamedTuple

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


class Forwarded(NamedTuple):
    """``text`` in paragraphs and ``note``, what stands above it; ``fields`` are the others of its header, by name."""

    text: list[str]
    note: list[str]
    subject: str | None
    sender: str | None
    fields: list[str]


def forwarded(paragraphs: list[str], subject: str | None) -> Forwarded:
    """The dispatch passed on in ``paragraphs``; all of them where there is no mark that one is, or the mail's
    ``subject`` says that it answers one.
    """
    whole = Forwarded(paragraphs, [], None, None, [])
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
    others = [name for name in found if name not in _SUBJECT and name not in _FROM]
    return Forwarded(paragraphs[end:], note, _said(found, _SUBJECT), _said(found, _FROM), others)


def _said(found: dict[str, str], names: frozenset[str]) -> str | None:
    return next((words for name, words in found.items() if name in names), None)
