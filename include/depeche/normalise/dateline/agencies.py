"""Agencies in a dateline: in brackets, between strokes or dashes, or bare after a date."""

from __future__ import annotations

import re
from collections.abc import Callable

from depeche.normalise.dateline.lexer import Token, is_capital

Lookup = Callable[[str], str | None]

LONGEST = 60
# What dpa adds for its regional services: "(dpa/lsw)".
_SERVICE = re.compile(r"[A-Za-z]{2,5}")
_SEPARATORS = ("/", ",", "-", "–", ";", "+", " et ", " and ", " und ", " y ", " e ", " ")


def agencies_in(content: str, agency: Lookup) -> list[str]:
    """Ids of the agencies a credit names, in order; empty where any word of it is something else."""
    if not content or len(content) > LONGEST:
        return []
    whole = agency(content)
    if whole:
        return [whole]
    for separator in _SEPARATORS:
        parts = [part.strip() for part in content.split(separator)]
        if len(parts) > 1 and all(parts):
            found = [agencies_in(part, agency) for part in parts]
            service = separator == "/" and any(found) and all(map(_SERVICE.fullmatch, parts))
            if all(found) or service:
                return [name for names in found for name in names]
    return []


def enclosed(text: str, line: list[Token], at: int, agency: Lookup) -> tuple[list[str], Token] | None:
    """Agencies between the stroke or dash at ``at`` and the next one, and that closing token."""
    opening = line[at]
    behind = line[at + 1 : at + 7]
    close = next(
        (t for t in behind if t.text == "/" or (t.kind == opening.kind == "dash")),
        None,
    )
    if close is None or (close.text == "/") != (opening.text == "/"):
        return None
    found = agencies_in(text[opening.end : close.start].strip(), agency)
    return (found, close) if found else None


def bare(
    text: str, line: list[Token], at: int, dated: bool, agency: Lookup
) -> tuple[list[str], Token] | None:
    """Agencies without brackets from ``at`` on, and their last token.

    Only where nothing but a dash or the line's end follows them, or, after a date, a full stop;
    or, behind several joined by hyphens ("Bangladesh TT-AFP"), a word that begins a sentence.
    """
    names: list[str] = []
    end = at
    while end < len(line) and line[end].kind == "word":
        parts = [agency(part) for part in line[end].text.split("-")]
        if not all(parts):
            break
        names += [part for part in parts if part]
        end += 1
        if end + 1 < len(line) and line[end].text in "/," and line[end + 1].kind == "word":
            end += 1
    # "RIA Novosti" is one agency of two names.
    together = agency(text[line[at].start : line[end - 1].end]) if len(names) > 1 else None
    names = [together] if together else names
    follows = line[end] if end < len(line) else None
    whole = follows is None or follows.kind == "dash" or (follows.text in ".:" and dated)
    joined = len(names) > 1 and "-" in line[end - 1].text
    opens = joined and follows is not None and follows.kind == "word" and is_capital(follows.text)
    return (names, line[end - 1]) if names and (whole or opens) else None
