"""Plain-text wire copy, in any charset, with or without wrapped lines.

The text is kept whole: slug and priority lines, dateline, sign-off and ``Source AFP`` are
the next stage's business. A headline is only taken off where the copy states one.
"""

from __future__ import annotations

import re

from depeche.clean import foreign
from depeche.clean.charset import decode, replaced
from depeche.clean.delivery import origin
from depeche.clean.opening import Opening
from depeche.clean.paragraphs import paragraphs
from depeche.clean.tidy import drop_unseen, join_paragraphs
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected

FORMAT = "text"
VERSION = "1"
ABOUT = "Plain text that is no other format, in UTF-8, UTF-16 or any charset that can be told."

# Where each thing that can be said of wire copy comes from; the table of docs/formats.md.
MAPPED: dict[str, tuple[str, str]] = {
    "the text": ("text", "whole; paragraphs by blank lines, or by lines that are not wrapped"),
    "a first line ending in '='": ("headline", "IPTC 7901's mark of a headline; taken off the text"),
    "a short first line, a blank line, a dateline": ("headline", "taken off the text"),
    "side-car url, publisher, language": ("url", "as publisher and language_text: stated by the collector"),
}
IGNORED: dict[str, str] = {"control characters, zero-width signs": "nobody sees them (tidy.py)"}

MAX_HEADLINE = 150
# PARIS, 6 juil 2016 (AFP) - … : places and perhaps a date, an agency, a dash or colon; agencies
# also stand first, "(ANSA) - BARI, 12 LUG -", or between strokes, "MOSCOW, July 8. /TASS/."
_DATELINE = re.compile(
    r"[^\W\d_][^()\n]{1,90}\([^()\n]{2,40}\)\s*(?:[-–—:.]|--)"
    r"|\([^()\n]{2,20}\)\s*[-–—]\s*[^\W\d_]"
    r"|[^\W\d_][^()\n]{1,60}/[^\W\d_]{2,20}/\.?\s"
    r"|[^\W\d_][^()\n]{1,60}\s(?:–|—|--)\s"
)
_ENDS_SENTENCE = re.compile(r"[.!?…:;,。؟।][\"'»”’)\]]*$")


def sniff(start: Opening) -> bool:
    """Whatever is neither markup nor another format known by its signs."""
    return start.root is None and not start.declared_xml and foreign.name_of(start) is None


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatch a plain text is.

    Raises Reject: ``binary`` (text in no charset), ``no_text`` (not a letter in it).
    """
    language = raw.sidecar.language or raw.language_hint
    decoded = decode(raw.payload, raw.sidecar.charset, language)
    text = drop_unseen(decoded.text)
    if not any(map(str.isalpha, text)):
        raise Reject("no_text", "There is not a letter in it.")
    headline, found = _headline(text)
    clean = CleanDispatch(
        **origin(raw, FORMAT, VERSION),
        text=join_paragraphs(found),
        headline=headline,
        quality_flags=[*decoded.flags, *replaced(text)],
    )
    return [clean]


def _headline(text: str) -> tuple[str | None, list[str]]:
    """The headline, where the copy clearly has one, and the paragraphs without it."""
    found = paragraphs(text)
    first = found[0]
    if len(found) < 2 or len(first) > MAX_HEADLINE:
        return None, found
    if first.endswith("=") and not first.endswith("=="):
        return first.rstrip("= ") or None, found[1:]
    stands_alone = re.match(r"[^\n]*\n[ \t]*\n", text.lstrip("\n "))
    # Between headline and dateline there may be notes in brackets: (Adds reaction).
    after = next((p for p in found[1:4] if not (p.startswith("(") and p.endswith(")"))), "")
    if (
        stands_alone
        and not _ENDS_SENTENCE.search(first)
        and not _DATELINE.match(first)
        and _DATELINE.match(after)
    ):
        return first, found[1:]
    return None, found
