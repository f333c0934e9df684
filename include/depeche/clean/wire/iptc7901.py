"""IPTC 7901 (also ANPA's cousin in Europe): the wire format of dpa, AFP and others since the teleprinter.

``SOH`` source and number, priority, category, words, information; slug lines; ``STX`` announcing
lines, a headline ending in ``=``, the text; ``ETX`` day-time group. Several messages a file.
"""

from __future__ import annotations

import re

from depeche.clean.charset import replaced
from depeche.clean.delivery import origin
from depeche.clean.opening import Opening
from depeche.clean.paragraphs import paragraphs
from depeche.clean.tidy import one_line, unique
from depeche.clean.wire.lines import (
    END_LINE,
    STX,
    Message,
    headline_of,
    is_announcement,
    lines_of,
    read_messages,
    signed_apart,
)
from depeche.clean.words import body_or_headline
from depeche.records import CleanDispatch, RawDispatch, Rejected, StatedParty, Subject

FORMAT = "iptc7901"
VERSION = "3"
ABOUT = "IPTC 7901 wire copy, one or more messages a file, in UTF-8, Latin bytes or both."
MAPPED: dict[str, tuple[str, str]] = {
    "header: source and number": ("agency_guid", "with the day-time group, for numbers begin anew; flagged"),
    "header: priority": ("priority_text", ""),
    "header: category": ("subjects", "scheme iptc7901"),
    "header: information": ("parties", "role source, as it stands: 'dpa 061'"),
    "header: a line of another form": ("unmapped", "with its words"),
    "slug lines": ("slug", "the first; the others are keywords"),
    "lines above the headline": (
        "signal_texts",
        "2ND LEAD, EXTRA, URGENT …; those in brackets are advisory, other capitals keywords",
    ),
    "headline": ("headline", "the lines up to the one that ends in ="),
    "text": ("text", "with the desk's sign-off"),
    "notebook, 'not for publication'": ("advisory", "everything from there to the sign-off"),
    "day-time group": ("issued_at_text", "DDHHMM, zone where stated, month, year"),
    "teleprinter's end line": (
        "issued_at_text",
        "'AFP 310544 AOU 97' for the group, behind the text where there is none; the agency to parties, role provider",
    ),
}
IGNORED: dict[str, str] = {
    "header: word count": "counted by the archive itself",
    "EOT, DEL, SYN, NUL": "fill between messages",
    "what stands before the first SOH": "the line's noise",
}

_HEADER = re.compile(
    r"(?P<number>[^\W\d_]{1,6}[ -]?\d{1,5})\s+(?P<priority>[0-9A-Za-z])\s+(?P<category>[^\W_][\w/-]{0,9})"
    r"(?:\s+(?P<words>\d{1,5})(?!\S))?(?:\s+(?P<information>\S.*))?"
)
# Fill and the line's noise before the first message.
_NOISE = re.compile(r"[^\w<{\[\x01]{0,256}\x01")
# ANPA 1312 has SYN before its SOH, and one letter and four figures behind it.
_ANPA = re.compile(r"[A-Za-z]\d{4}(?:\W|$)")
_NOTES = re.compile(
    r"\b(?:not for publication|nicht zur ver(?:ö|oe)ffentlichung|pas (?:destiné\w* )?à (?:la )?publi\w+|"
    r"ne pas publier|no (?:es )?para (?:su )?publicaci[oó]n|no publicar|niet voor publicatie|non per la "
    r"pubblicazione|não (?:é )?para publicação|inte för publicering|ikke (?:for|til) (?:publisering|offentliggørelse))\b",
    re.IGNORECASE,
)
_NOTE_HINTS = ("publi", "pubbli", "ffentli")
_STARS = re.compile(r"(?:\*\s?){3,}")
# dpa signs with its own name and the initials of those who worked on it.
_SIGN_OFF = re.compile(r"[a-z]{2,8}(?:[ /-][a-z0-9]{2,6}){1,8}")
_GROUP = re.compile(r"(?:[A-Z]{2,8} )?\d{6}\b")


def sniff(start: Opening) -> bool:
    """SOH, a header, and STX; ANPA 1312 has two SYN before its SOH."""
    opening = _NOISE.match(start.text)
    if opening is None:
        return False
    rest = start.text[opening.end() :]
    if "\x16" in opening[0] and _ANPA.match(rest):
        return False
    return bool(_HEADER.match(rest.lstrip())) or STX in rest[:1024]


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of the messages in a file: see :func:`~depeche.clean.wire.lines.read_messages`."""
    return read_messages(raw, lambda message, flags: _one(raw, message, flags))


def _one(raw: RawDispatch, message: Message, flags: tuple[str, ...]) -> CleanDispatch:
    head = [one_line(line) for line in lines_of(message.head) if line.strip()]
    header = _HEADER.fullmatch(head[0]) if head else None
    slugs = head[1:]
    lines = lines_of(message.body)
    group = _day_time(message.end) or _end_line(lines)
    signed = END_LINE.match(group or "")
    agency = signed["agency"] if signed else None
    headline, announced, taken = headline_of(lines)
    body, notes = _parted(lines[taken:])
    text, text_flags = body_or_headline(paragraphs("\n".join(body)), headline)
    number = header["number"] if header else None
    bracketed = [line for line in announced if line.startswith("(")]
    signals = [line for line in announced if is_announcement(line) and line not in bracketed]
    return CleanDispatch(
        **origin(raw, FORMAT, VERSION),
        text=text,
        agency_guid=f"{number} {group}" if number and group else None,
        headline=headline,
        slug=slugs[0] if slugs else None,
        keywords=unique([*slugs[1:], *(line for line in announced if line not in (*signals, *bracketed))]),
        parties=[
            *([StatedParty(role="provider", text=agency)] if agency else []),
            *(
                [StatedParty(role="source", text=header["information"])]
                if header and header["information"]
                else []
            ),
        ],
        issued_at_text=group,
        priority_text=header["priority"] if header else None,
        signal_texts=unique(signals),
        advisory="\n".join([*bracketed, *notes]) or None,
        subjects=[Subject(scheme=FORMAT, code=header["category"])] if header else [],
        unmapped=_unmapped(head, header is not None, message.end),
        quality_flags=unique(
            [*flags, *(["guid_composed"] if number and group else []), *text_flags, *replaced(text)]
        ),
    )


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of the text, with the sign-off, and the notes to editors behind it."""
    at = next((n for n, line in enumerate(lines) if _is_note(line)), None)
    if at is None:
        return signed_apart(lines), []
    while at and (_STARS.fullmatch(lines[at - 1].strip()) or not lines[at - 1].strip()):
        at -= 1
    notes = [one_line(line) for line in lines[at:] if line.strip()]
    signed = notes.pop() if _SIGN_OFF.fullmatch(notes[-1]) else ""
    return [*lines[:at], "", signed], notes


def _is_note(line: str) -> bool:
    """Whether notes to editors begin here: dpa's headings (``# Notebook``), or words that say so."""
    if line.lstrip().startswith("#"):
        return True
    low = line.lower()
    return any(hint in low for hint in _NOTE_HINTS) and _NOTES.search(line) is not None


def _day_time(end: str) -> str | None:
    """The day-time group after ETX."""
    lines = [one_line(line) for line in lines_of(end) if line.strip()]
    return lines[0] if lines and _GROUP.match(lines[0]) else None


def _end_line(lines: list[str]) -> str | None:
    """The teleprinter's end line behind the text, which is taken off ``lines``."""
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].strip()), None)
    found = END_LINE.fullmatch(lines[last].strip()) if last is not None else None
    if found is None or last is None or not found["agency"]:
        return None
    del lines[last + 1 :]
    return one_line(lines.pop())


def _unmapped(head: list[str], is_read: bool, end: str) -> list[str]:
    found = [f"header: {head[0]}"] if head and not is_read else []
    rest = [one_line(line) for line in lines_of(end) if line.strip()][1 if _day_time(end) else 0 :]
    return [*found, *(f"after ETX: {line}" for line in rest)]
