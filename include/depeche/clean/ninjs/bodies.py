"""The bodies of a ninjs item: renditions of its text, and further texts such as a fact box."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from depeche.clean.fragment import plain
from depeche.clean.json.values import Members, first, listed, members
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


class Stated(NamedTuple):
    """A body as it stands, and the member it stands in."""

    role: str
    words: str
    member: str


def read_bodies(item: Members) -> Bodies:
    """The bodies by their roles: of renditions of one the marked-up one, else the main one.

    A body of another role that says the text again is a rendition of it; a rendition that says
    something else is reported.
    """
    stated, unmapped = _stated(item)
    by_role: dict[str, list[Stated]] = {}
    for body in stated:
        by_role.setdefault("" if body.role in RENDITIONS else body.role, []).append(body)
    main, unlike = _best(by_role.pop("", []))
    if not main.paragraphs:
        other = next((role for role in by_role if role not in FIELDS and role not in _BEFORE), None)
        main, unlike = _best(by_role.pop(other)) if other is not None else (main, unlike)
    found = Bodies(list(main.paragraphs), [], [], list(main.captions), [*unmapped, *_unknown(main), *unlike])
    before = 0
    for role, renditions in by_role.items():
        content, unlike = _best(renditions)
        if _says_again(content, main):
            continue
        if role in _BEFORE:
            found.text[before:before] = content.paragraphs
            before += len(content.paragraphs)
        else:
            getattr(found, FIELDS.get(role, "text")).extend(content.paragraphs)
        found.captions.extend(content.captions)
        found.unmapped.extend([*_unknown(content), *unlike])
    return found


def _stated(item: Members) -> tuple[list[Stated], list[str]]:
    """Every body, and the members that hold something else than words."""
    found: list[tuple[str, Any, str]] = []
    for entry in listed(item.get("bodies")):
        parts = members(entry) if isinstance(entry, dict) else {"value": entry}
        found.append(((first(parts, "role") or "").lower(), parts.get("value"), "bodies"))
    found += [(n.removeprefix("body_"), value, n) for n, value in item.items() if n.startswith("body_")]
    words = [Stated(role, value, member) for role, value, member in found if isinstance(value, str)]
    return words, [member for _, value, member in found if value is not None and not isinstance(value, str)]


def _best(renditions: list[Stated]) -> tuple[Content, list[str]]:
    """The rendition that is read, and the members of those that say something else."""
    renditions.sort(key=lambda body: (not _TAG.search(body.words), body.role not in ("main", "text")))
    contents = [(content, body.member) for body in renditions if (content := plain(body.words)).paragraphs]
    if not contents:
        return Content(), []
    best = contents[0][0]
    return best, [member for content, member in contents[1:] if not _says_again(content, best)]


def _says_again(content: Content, said: Content) -> bool:
    """Whether ``content`` has only paragraphs of ``said``, or the same words in other paragraphs."""
    mine, others = _letters(content), _letters(said)
    return set(mine) <= set(others) or "".join(mine) == "".join(others)


def _letters(content: Content) -> list[str]:
    return [_BLANK.sub("", paragraph).casefold() for paragraph in content.paragraphs]


def _unknown(content: Content) -> list[str]:
    return [f"body//{name}" for name in content.unmapped]
