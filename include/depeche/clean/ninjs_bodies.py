"""The bodies of a ninjs item: renditions of its text, and further texts such as a fact box."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from depeche.clean.fragment import plain
from depeche.clean.jsonvalues import Members, first, listed, members
from depeche.clean.markup import Content

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BLANK = re.compile(r"[\W_]+")
# Roles of bodies, and ends of ``body_…``, that name a rendition of the text itself.
RENDITIONS = frozenset(
    ("", "main", "text", "plain", "plaintext", "html", "xhtml", "richtext", "markdown", "nitf", "xml", "body")
)
# Roles that belong to another field than the text; in it they would be read as the dispatch's own words.
FIELDS = {
    **dict.fromkeys(("summary", "abstract", "description", "teaser", "standfirst", "short"), "summary"),
    **dict.fromkeys(("ednote", "note", "editornote", "advisory"), "advisory"),
    "caption": "captions",
}
# Roles whose words stand before the text.
_BEFORE = frozenset(("lead", "lede", "intro"))


class Bodies(NamedTuple):
    """What the bodies hold: paragraphs by field, captions, and what no table knows of them."""

    text: list[str]
    summary: list[str]
    advisory: list[str]
    captions: list[str]
    unmapped: list[str]


def read_bodies(item: Members) -> Bodies:
    """The bodies by their roles: of renditions of one the marked-up one, else the main one.

    A body of another role that says the text again is a rendition of it.
    """
    stated, unmapped = _stated(item)
    by_role: dict[str, list[tuple[str, str]]] = {}
    for role, value in stated:
        by_role.setdefault("" if role in RENDITIONS else role, []).append((role, value))
    main = _best(by_role.pop("", []))
    if not main.paragraphs:
        other = next((role for role in by_role if role not in FIELDS and role not in _BEFORE), None)
        main = _best(by_role.pop(other)) if other is not None else main
    found = Bodies(list(main.paragraphs), [], [], list(main.captions), [*unmapped, *_unknown(main)])
    said, before = _letters(main), 0
    for role, renditions in by_role.items():
        content = _best(renditions)
        if not content.paragraphs or _letters(content) in said:
            continue
        if role in _BEFORE:
            found.text[before:before] = content.paragraphs
            before += len(content.paragraphs)
        else:
            getattr(found, FIELDS.get(role, "text")).extend(content.paragraphs)
        found.captions.extend(content.captions)
        found.unmapped.extend(_unknown(content))
    return found


def _stated(item: Members) -> tuple[list[tuple[str, str]], list[str]]:
    """(role, words) of every body, and the names of those that are no words."""
    found: list[tuple[str, Any, str]] = []
    for entry in listed(item.get("bodies")):
        parts = members(entry) if isinstance(entry, dict) else {"value": entry}
        found.append(((first(parts, "role") or "").lower(), parts.get("value"), "bodies/value"))
    found += [(n.removeprefix("body_"), value, n) for n, value in item.items() if n.startswith("body_")]
    words = [(role, value) for role, value, _ in found if isinstance(value, str)]
    return words, [name for _, value, name in found if value is not None and not isinstance(value, str)]


def _best(renditions: list[tuple[str, str]]) -> Content:
    renditions.sort(key=lambda body: (not _TAG.search(body[1]), body[0] not in ("main", "text")))
    return next((c for c in (plain(value) for _, value in renditions) if c.paragraphs), Content())


def _letters(content: Content) -> str:
    return _BLANK.sub("", "".join(content.paragraphs))


def _unknown(content: Content) -> list[str]:
    return [f"body//{name}" for name in content.unmapped]
