"""Usage terms in the text: lines of their own at its beginning and its end."""

from __future__ import annotations

import re

from depeche.normalise.rights.rules import apart, is_term, rules
from depeche.normalise.rights.territories import territories
from depeche.normalise.rights.words import EDITORIAL, MAY_RULE, NO_ARCHIVE, NO_TERRITORY

_SENTENCE = re.compile(r"[.;]\s*")
# Between terms in capitals stand dashes and slashes, too.
_TERM = re.compile(r"[.;]\s*|\s+[-–—/*]\s+")
_LONGEST_TERMS, _LONGEST_SENTENCE, _LONGEST_TERM = 160, 80, 40
# Most lines hold none of these words: one look spares the patterns.
_MAY_FORBID = re.compile(
    r"a(?:rchiv|lmacen)|s(?:peicher|tor|tock)|editorial|redaktion|redac|تحرير", re.IGNORECASE
)
_NOTICE = ("©", "(c)", "(C)", "Copyright", "COPYRIGHT")
_LONGEST_NOTICE = 400
# What a sentence that forbids archiving may begin and end with: what it speaks of.
_OF_IT = re.compile(
    r"^(?:(?:this|the|ce(?:tte)?|le|la|die(?:se[rs]?)?|der|das|est[ea]|el|toute?)\s+(?:(?:text|story|dispatch|article|item|copy|material|content|"
    r"dépêche|texte|contenu|meldung|beitrag|artikel|inhalt|despacho|texto|nota|contenido)\s+)?)?"
    r"(?:(?:may|must|can|is|are|darf|dürfen|queda|está|es|l['’])\s*)?"
    r"|\s+(?:werden|sein|please|svp|s['’]il vous plaît|por favor|bitte)$",
    re.IGNORECASE,
)


def edges(text: str) -> list[str]:
    """The lines at the beginning and the end, where wires put their terms."""
    lines = list(filter(str.strip, text.split("\n"))) if len(text) < 200_000 else []
    return list(dict.fromkeys([line.strip(" -=*") for line in lines[:3] + lines[-4:]]))


def is_notice(line: str) -> bool:
    """Whether a line is of copyright: "© 2017 AP. No archival use."."""
    return line.startswith(_NOTICE) and len(line) < _LONGEST_NOTICE


def states(line: str) -> bool:
    """Whether a line in capitals holds a term, or a line is nothing but terms."""
    return 5 < len(line) < 200 and (
        is_terms(line) or _holds_term(line) or _is_sentence(line.strip(" .!*-()[]"))
    )


def is_terms(line: str) -> bool:
    """Whether ``line`` is nothing but terms: sentences, "No archive. No resale.", or in capitals, "GERMANY OUT"."""
    if len(line) >= _LONGEST_TERMS:
        return False
    if (
        len(line) > _LONGEST_SENTENCE
        and not line.isupper()
        and not _SENTENCE.search(line, 0, _LONGEST_TERM + 2)
    ):
        return False
    inner = line.strip(" *-")
    bracketed = inner[:1] + inner[-1:] in ("()", "[]")
    inner = inner[1:-1].strip() if bracketed else inner
    said = [piece for piece in _SENTENCE.split(inner) if piece.strip()]
    # "No Italy. No Argentina." is a sentence of a story.
    told = len(said) > 1 and len(said[0]) < _LONGEST_TERM and not all(map(_denies_places, said))
    if told and all(map(rules, said)):
        return True
    if len(said) == 1 and (bracketed or inner[-1:] in ".!") and _is_sentence(said[0]):
        return True
    return (
        line.isupper()
        and MAY_RULE.search(line) is not None
        and all(map(is_term, _TERM.split(apart(inner.strip(" .;")))))
    )


def forbids_archiving(sentence: str) -> bool:
    """Whether a sentence says that this is not to be archived and nothing else: no sentence of a story.

    Not "The letters were not archived", "No archive fee".
    """
    inner = sentence.strip(" .!*-()[]")
    if inner.casefold() in ("no storage", "not archived"):
        return False
    return NO_ARCHIVE.fullmatch(inner) is not None or NO_ARCHIVE.fullmatch(_OF_IT.sub("", inner)) is not None


def _is_sentence(words: str) -> bool:
    """Whether a sentence, in small letters, is terms: "Sin archivo, sin ventas"; one of them is of archiving or of editors."""
    if len(words) > _LONGEST_SENTENCE or not _MAY_FORBID.search(words):
        return False
    pieces = words.split(",")
    plain = [forbids_archiving(piece) or EDITORIAL.fullmatch(piece.strip()) is not None for piece in pieces]
    return any(plain) and all(known or is_term(piece) for known, piece in zip(plain, pieces, strict=True))


def _denies_places(words: str) -> bool:
    denied = NO_TERRITORY.fullmatch(words.strip())
    return denied is not None and bool(territories(denied[1]))


def _holds_term(line: str) -> bool:
    """Whether a part of ``line``, in capitals, is a whole term: not "GREECE OUT OF EURO, SAYS MINISTER"."""
    return (
        line.isupper()
        and MAY_RULE.search(line) is not None
        and any(
            is_term(piece.strip(" ()[]"))
            for part in _TERM.split(apart(line))
            for piece in (part, *part.split(","))
        )
    )
