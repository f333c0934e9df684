"""Values of JSON objects as words: what APIs write as a string, a number, a list or an object."""

from __future__ import annotations

import re
from typing import Any

from depeche.clean.tidy import one_line, unique
from depeche.records import Subject

Members = dict[str, Any]

# Where an object keeps its words, the most telling first.
WORDS = ("value", "name", "title", "label", "text", "literal", "code", "qcode", "id", "uri", "role")
EMPTY: tuple[Any, ...] = (None, "", [], {})
# What may stand inside a value that is an object, in small letters → what becomes of it.
VALUES: dict[str, str] = {
    **dict.fromkeys(WORDS[:6], "the words of the value"),
    **dict.fromkeys(
        ("code", "qcode", "uri", "id"), "its code; where a field takes words, only where there are none"
    ),
    **dict.fromkeys(("scheme", "schema"), "where the code is from"),
    **dict.fromkeys(("role", "rel"), "how it bears on the item; of sources it is mapped"),
    **dict.fromkeys(("creator", "confidence", "relevance"), "who filled in the value, and how sure it is"),
    **dict.fromkeys(
        ("contactinfo", "avatar", "avatar_url", "biography", "jobtitle", "email"), "on the person"
    ),
    "geojson": "where the place is on a map; of located it is mapped",
    "symbols": "the company at stock exchanges",
}
# The last part of the address of a vocabulary → the scheme's short name.
_SCHEMES = {"mediatopic": "medtop", "medtop": "medtop", "subjectcode": "iptc", "subj": "iptc"}


def members(item: Members) -> Members:
    """The members that say something, by their names in small letters (``versionCreated`` and ``versioncreated``)."""
    return {name.lower(): value for name, value in item.items() if value not in EMPTY}


def strings(value: Any) -> list[str]:
    """The words of a value, each on one line; ``true`` and ``false`` are none."""
    if isinstance(value, str):
        word = one_line(value)
        return [word] if word else []
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, (int, float)):
        return [str(value)]
    if isinstance(value, list):
        return [word for part in value for word in strings(part)]
    named = (strings(value[name]) for name in WORDS if name in value)
    return next((words for words in named if words), []) if isinstance(value, dict) else []


def first(item: Members, *names: str) -> str | None:
    """The first words that any of ``names`` has."""
    return next((words[0] for name in names if (words := strings(item.get(name)))), None)


def every(item: Members, *names: str) -> list[str]:
    """All words of ``names``, each once, in order."""
    return unique(word for name in names for word in strings(item.get(name)))


def listed(value: Any) -> list[Any]:
    """A list as it is; a single value as a list of one; nothing as none."""
    return value if isinstance(value, list) else [] if value in EMPTY else [value]


def subjects(value: Any, kind: str) -> list[Subject]:
    """Coded things: objects with code, name and scheme, qcodes (``medtop:20000170``) or bare codes.

    ``kind`` is the scheme where none is stated; of an object of lists (``{"person": ["X"]}``) the name of the list.
    """
    found: list[Subject] = []
    for part in listed(value):
        code, label = coded(part)
        if code is None:
            # An object of lists: things by their kind.
            kinds = part.items() if isinstance(part, dict) else ()
            found += [
                s
                for name, things in kinds
                if isinstance(things, list | dict)
                for s in subjects(things, name.lower())
            ]
            continue
        stated = part.get("scheme") or part.get("schema") if isinstance(part, dict) else None
        prefix, colon, rest = code.partition(":")
        if stated:
            scheme = scheme_of(str(stated))
        elif colon and prefix.isalpha() and not rest.startswith("//"):
            scheme, code = _SCHEMES.get(prefix.lower(), prefix.lower()), rest
        else:
            scheme = "iptc" if kind == "subject" and re.fullmatch(r"\d{8}", code) else kind
        found.append(Subject(scheme=scheme, code=code, label=label))
    return list(dict.fromkeys(found))


def coded(part: Any) -> tuple[str | None, str | None]:
    """(code, label) of one coded thing; its label for the code where it has none."""
    if not isinstance(part, dict):
        return next(iter(strings(part)), None), None
    part = members(part)
    label = first(part, "name", "label", "title", "value", "literal")
    return first(part, "code", "qcode", "uri", "id", "literal") or label, label


def scheme_of(vocabulary: str) -> str:
    """A vocabulary's short name: the last word of its address, or the name as it is."""
    last = one_line(vocabulary).rstrip("/").rpartition("/")[2].rpartition(":")[2]
    return _SCHEMES.get(last.lower(), last.replace(" ", "-").lower()) or "unnamed"
