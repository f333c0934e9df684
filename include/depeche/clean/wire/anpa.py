"""ANPA 1312, the format of American wires, as AP sends it; several messages a file.

``SYN SYN SOH`` service level and number, ``US`` selector; a line of priority, category, format
signs, slug, date and words; ``STX`` lines from ``^`` to ``<`` or ``=``, then tab paragraphs;
``ETX`` the end line, which is the issue time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from depeche.clean.charset import replaced
from depeche.clean.delivery import origin
from depeche.clean.opening import Opening
from depeche.clean.tidy import one_line, unique
from depeche.clean.wire import anpa_lines
from depeche.clean.wire.lines import Message, lines_of, read_messages
from depeche.clean.words import body_or_headline
from depeche.records import CleanDispatch, RawDispatch, Rejected, StatedParty, Subject

FORMAT = "anpa"
VERSION = "2"
ABOUT = "ANPA 1312 as AP uses it, one or more messages a file."
MAPPED: dict[str, tuple[str, str]] = {
    "service level and number": ("agency_guid", "with the end line, for numbers begin anew; flagged"),
    "priority letter": ("priority_text", "f, b, u, r, d …"),
    "category letter": ("subjects", "scheme anpa"),
    "slug of the header": ("keywords", "cut to fit by the format; the slug where the text states none"),
    "first ^ line": ("slug", "without word count; what it says of the version is signal_texts"),
    "^ line: headline": ("headline", "the first that is none of the following"),
    "^ line: By …": ("byline", "with the line of the author's post behind it"),
    "^ lines: By, Eds": ("language_hint", "en, which counts where neither words nor feed tell the language"),
    "^ line: AP Photo …": ("associations", "kind Photo, Video, Graphic …; each number"),
    "^ line: Eds: …": ("advisory", "also EDITOR'S NOTE"),
    "^ line: another before the text, ending in <": ("summary", ""),
    "^ line: in the text, ending in =": ("text", "a paragraph"),
    "paragraphs": ("text", "_ between blanks is a dash; `` and '' are quotation marks"),
    "table rows (BS)": ("text", "cells between bars; { is ½"),
    "end line": ("issued_at_text", "AP-WF-MM-DD-YY hhmm and zone; its first word is a party, role provider"),
}
IGNORED: dict[str, str] = {
    "selector": "the circuit this copy came by; the same item comes by several",
    "date of the header": "day and month only; the end line says it whole",
    "word count": "counted by the archive itself",
    "format signs (DC1–DC4)": "how it was set in type",
    "DLE, FF, EOT, DEL": "signs of the typesetting machine and fill",
}

_START = re.compile(r"[\x16\s\x00\x7f]*\x16\x01|\x01[A-Za-z]\d{4}\x1f")
_LEVEL = re.compile(r"\s*(?P<level>[A-Za-z])(?P<number>\d{4})(?:\x1f(?P<selector>[^\r\n]*))?")
_HEADER = re.compile(
    r"(?P<priority>[a-z])\s+(?P<category>[a-z])\s?(?P<signs>[\x11-\x14]*)\s*(?P<slug>\S.*?)?\s*"
    r"(?:(?P<date>\d{1,2}-\d{1,2})\s*(?P<words>\d{1,5})?)?\s*",
    re.IGNORECASE,
)
_END = re.compile(r"(?P<agency>[A-Z]{2,8})-[A-Z]{2}-\d\d-\d\d-\d\d\s+\d{4}\s?[A-Z]{0,4}")


def sniff(start: Opening) -> bool:
    """SYN and SOH, or SOH, a letter, four figures and US."""
    return _START.match(start.text) is not None


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of the messages in a file: see :func:`~depeche.clean.wire.lines.read_messages`."""
    return read_messages(raw, lambda message, flags: _one(raw, message, flags))


def _one(raw: RawDispatch, message: Message, flags: tuple[str, ...]) -> CleanDispatch:
    first, _, rest = message.head.partition("\n")
    level = _LEVEL.match(first)
    header = _HEADER.fullmatch(rest.strip("\r\n"))
    said = anpa_lines.take_apart(message.body.split("\n"))
    text, text_flags = body_or_headline(said.text, said.headline)
    last = [line.rstrip("<").strip() for line in lines_of(message.end) if line.strip("< ")]
    end = next((line for line in last if _END.fullmatch(line)), None)
    keyword = one_line(header["slug"]) if header and header["slug"] else None
    guid = f"{level['level']}{level['number']} {end}" if level and end else None
    # English words of the format itself: for tables, whose language nothing else tells.
    hint = {"language_hint": raw.language_hint or ("en" if said.byline or said.notes else None)}
    return CleanDispatch(
        **{**origin(raw, FORMAT, VERSION), **hint},
        text=text,
        agency_guid=guid,
        headline=said.headline,
        summary="\n\n".join(said.summaries) or None,
        slug=said.slug or keyword,
        keywords=[keyword] if keyword and said.slug else [],
        byline=", ".join(said.byline) or None,
        parties=[StatedParty(role="provider", text=end.split("-")[0])] if end else [],
        issued_at_text=end,
        priority_text=header["priority"] if header else None,
        signal_texts=unique(said.versions),
        advisory="\n".join(said.notes) or None,
        subjects=[Subject(scheme=FORMAT, code=header["category"].lower())] if header else [],
        associations=said.associations,
        unmapped=_unmapped(first, level, rest, header, (line for line in last if line != end)),
        quality_flags=unique([*flags, *(["guid_composed"] if guid else []), *text_flags, *replaced(text)]),
    )


def _unmapped(
    first: str, level: re.Match[str] | None, rest: str, header: re.Match[str] | None, last: Iterable[str]
) -> list[str]:
    found = [] if level or not one_line(first) else [f"header: {one_line(first)}"]
    found += [] if header or not one_line(rest) else [f"header: {one_line(rest)}"]
    return [*found, *(f"after ETX: {one_line(line)}" for line in last)]
