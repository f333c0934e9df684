"""What the wires of teleprinter days have in common: messages between control signs, announcing lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from depeche.clean.charset import decode
from depeche.clean.delivery import one_of
from depeche.clean.tidy import drop_unseen, one_line
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected

SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"
# A line of its own above the headline that says which version or how urgent this is.
_ANNOUNCING = re.compile(
    r"\(?(?:\d{1,2}\s?(?:ST|ND|RD|TH|ER|E|ÈME|EME|º|ª|\.|:E)?\s*)?(?:NEW\s+|NOUVEAU\s+|NUEVO\s+|NEUER?\s+)?"
    r"(?:LEAD|LD|NET|EXTRA|FLASH|BULLETIN|URGENTE?|ALERTE?|ALERTA|EIL(?:MELDUNG)?|VORRANG|ADD|TAKE|SUITE|INTRO|"
    r"CORRECTION|CORRECTIVE|KORREKTUR|BERICHTIGUNG|CORRECTIF|RECTIFICATIF|RETTELSE|RÄTTELSE|RECTIFICATIE|"
    r"RETTIFICA|CORRECCI[OÓ]N|CORREÇÃO|REPEAT|WIEDERHOLUNG|R[EÉ]P[EÉ]TITION|KILL|ANNULATION|STORNO|"
    r"ZF|ZUSAMMENFASSUNG|NEUFASSUNG|ÜBERBLICK|ROUNDUP|SYNTH[EÈ]SE|PAPIER G[EÉ]N[EÉ]RAL|ADVISORY|PREVIEW|"
    r"FEATURE|ANALYSIS|BACKGROUND|HINTERGRUND|FACTBOX|PROFILE|INTERVIEW|KORR|HASTER|SNABBTELEGRAM)"
    r"(?:[\s(/:-]+[\w .:/-]{0,30})?\)?",
    re.IGNORECASE,
)


_LINE_END = re.compile(r"\r*\n\r*")
_INITIALS = re.compile(r"[^\W\d_]{2,4}(?:-[^\W\d_]{2,4})*(?:/[^\W\d_]{2,5}(?:-[^\W\d_]{2,4})*)*")


# The line with which a teleprinter's item ends: ``AFP 310544 AOU 97``.
END_LINE = re.compile(
    r"(?P<agency>[A-Z]{2,8})?\s*(?P<group>\d{6}\s*(?:[A-Z]{1,4}\s+)?[^\W\d_]{3,9}\.?\s+(?:\d{4}|\d\d))",
    re.IGNORECASE,
)
# The day-time group of IPTC 7901 and ANPA's end line.
_TIME_LINE = re.compile(
    r"(?:[A-Z]{2,8} )?\d{6}(?: [A-Z]{1,5})? [^\W\d_]{3,4}\.? \d\d|[A-Z]{2,8}-[A-Z]{2}-\d\d-\d\d-\d\d .{4,9}"
)


class Message(NamedTuple):
    """One message: what stands between SOH and STX, STX and ETX, and after ETX; its quality flags."""

    head: str
    body: str
    end: str
    flags: tuple[str, ...] = ()


def read_messages(
    raw: RawDispatch, read: Callable[[Message, tuple[str, ...]], CleanDispatch]
) -> list[CleanDispatch | Rejected]:
    """The dispatches of the messages in a file, in their order; ``read`` takes a message and the charset's flags.

    Raises Reject where there is a single message: ``malformed_content`` (cut off),
    ``no_text``; and ``no_item`` where there is none.
    """
    decoded = decode(raw.payload, raw.sidecar.charset, raw.sidecar.language or raw.language_hint)
    found = messages(decoded.text)
    if not found:
        raise Reject("no_item", "There is no message in it.")
    return one_of(raw, found, lambda message: read(message, (*decoded.flags, *message.flags)))


def messages(text: str) -> list[Message | Reject]:
    """The messages of ``text``, each one's refusal where it lacks the signs that frame it.

    EOT, or the next message, ends one without ETX too; the end of the file does not.
    """
    parts = text.split(SOH)[1:]
    return [_message(part, is_last=number == len(parts)) for number, part in enumerate(parts, 1)]


def _message(part: str, *, is_last: bool) -> Message | Reject:
    part, eot, _ = part.partition(EOT)
    head, stx, rest = part.partition(STX)
    if not stx:
        return Reject("malformed_content", "A message without STX, the sign before its text: it is cut off.")
    body, etx, end = rest.partition(ETX)
    if etx:
        return Message(head, body, end)
    if is_last and not eot:
        return Reject("malformed_content", "The file ends before the message does (ETX): it is cut off.")
    body, end = _parted(body)
    return Message(head, body, end, ("etx_missing",))


def _parted(body: str) -> tuple[str, str]:
    """The text and the time line behind it, which no ETX parts from it."""
    whole = body.rstrip("\0\x7f\x16 \r\n<")
    text, _, last = whole.rpartition("\n")
    return (text, last) if _TIME_LINE.fullmatch(last.strip()) else (body, "")


def lines_of(text: str) -> list[str]:
    """The lines of ``text`` without unseen signs and blanks at their ends; indents stay.

    Teleprinters were given time to go back: CR CR LF and LF CR end one line each.
    """
    return [line.rstrip() for line in drop_unseen(_LINE_END.sub("\n", text)).split("\n")]


def is_announcing(line: str, headline: str) -> bool:
    """Whether a line above ``headline`` announces it rather than begins it.

    Such are known words, what stands in brackets, and in capitals over a headline that does not.
    """
    if len(line) > 60:
        return False
    if line[0] == "(" and line[-1] == ")":
        return True
    shouted = line == line.upper() != line.lower() and headline != headline.upper()
    return shouted or is_announcement(line)


def is_announcement(line: str) -> bool:
    """Whether a line is one of the known words, alone or with a number or a few words."""
    return len(line) <= 60 and _ANNOUNCING.fullmatch(line) is not None


def signed_apart(lines: Sequence[str]) -> list[str]:
    """The lines with a blank one before the initials at the end, which no blank line need part from the text."""
    last = next((at for at in range(len(lines) - 1, 0, -1) if lines[at].strip()), 0)
    if last and _INITIALS.fullmatch(lines[last].strip()):
        return [*lines[:last], "", *lines[last:]]
    return list(lines)


def headline_of(lines: Sequence[str]) -> tuple[str | None, list[str], int]:
    """``(headline, announcing lines, number of lines they take)`` at the beginning of a text.

    The headline ends in ``=`` and may run over some lines; None where no line there does.
    """
    block: list[str] = []
    for at, line in enumerate(lines[:12]):
        words = one_line(line)
        if not words and block and not is_announcing(block[-1].rstrip("= "), ""):
            break
        block += [words] if words else []
        if words.endswith("=") and not words.endswith("==") and not is_announcement(words.rstrip("= ")):
            announced = 0
            while announced < len(block) - 1 and is_announcing(block[announced].rstrip("= "), block[-1]):
                announced += 1
            headline = " ".join(block[announced:]).rstrip("= ")
            return headline or None, [line.rstrip("= ") for line in block[:announced]], at + 1
    return None, *_announced(lines)


def _announced(lines: Sequence[str]) -> tuple[list[str], int]:
    """Announcing lines above a text without headline, and how many lines they take."""
    found: list[str] = []
    at = 0
    for number, line in enumerate(lines[:6]):
        words = one_line(line)
        if not words:
            continue
        if len(words) > 60 or not _ANNOUNCING.fullmatch(words):
            break
        found.append(words)
        at = number + 1
    return found, at
