"""Tidy words without changing them: spaces, line ends, characters nobody sees.

What is done to every text, headline and field, and nothing else:

- Unicode is composed (NFC); all line ends become ``\\n``; every kind of space (no-break,
  thin, ideographic) becomes a plain one, runs of them one; tabs too;
- control characters, soft hyphens, zero-width spaces, byte order marks and the
  embedding marks of bidirectional text are dropped; what Arabic, Persian and Indian
  scripts need to be spelled right (ZWJ, ZWNJ, LRM, RLM, ALM) stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_BETWEEN = re.compile(r"\W+")
_LINE_ENDS = re.compile(f"\r\n|[{_ENDS}]")
# C0 but tab and line feed, DEL, C1, and what is neither seen nor needed to spell.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060-\u2069"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]"
)


def drop_unseen(text: str) -> str:
    """``text`` in NFC with ``\\n`` line ends and without unseen characters; spaces stay."""
    if any(end in text for end in _ENDS):
        text = _LINE_ENDS.sub("\n", text)
    # Printable means none of what is dropped here; most text is, but for its line ends.
    if not text.replace("\n", "").isprintable():
        text = _UNSEEN.sub("", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text


def one_line(text: str | None) -> str:
    """``text`` on one line, runs of white space as one space; "" for None."""
    if not text:
        return ""
    # Printable means none of what drop_unseen drops, and no space but the plain one; most text is.
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return " ".join(text.split()) if "  " in text or " " in (text[0], text[-1]) else text
    return " ".join(drop_unseen(text).split())


def or_none(text: str | None) -> str | None:
    """``text`` on one line, or None where nothing is left of it."""
    return one_line(text) or None


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    """The paragraphs that are not empty, separated by one blank line."""
    return "\n\n".join(p for p in paragraphs if p)


def without_headline(paragraphs: list[str], headline: str | None) -> list[str]:
    """The paragraphs without a first one that is the headline once more; a single one stays."""
    repeats = len(paragraphs) > 1 and headline and paragraphs[0].casefold() == headline.casefold()
    return paragraphs[1:] if repeats else paragraphs


def unique(values: Iterable[str]) -> list[str]:
    """The values that are not empty, each once, in order."""
    return list(dict.fromkeys(filter(None, values)))


def letters(text: str) -> str:
    """What of ``text`` counts where words are compared: letters, digits and low lines, in small letters, joined."""
    return _BETWEEN.sub("", text).casefold()
