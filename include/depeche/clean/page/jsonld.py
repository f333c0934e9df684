"""schema.org's description of an article, from a page's JSON-LD: tolerant of how it is written."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from depeche.clean.json.values import listed

Node = dict[str, Any]

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)+|(?:-->|//\s*\]\]>|\]\]>|;)\s*$", re.DOTALL
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|^Report|^Posting)$")
# Properties that lead to other works than the page's own.
_OTHERS = frozenset(
    (
        "itemListElement", "isPartOf", "hasPart", "liveBlogUpdate", "mentions", "citation", "relatedLink",
        "isBasedOn", "video", "image", "publisher", "author", "comment", "subjectOf", "potentialAction",
    )
)  # fmt: skip
MAX_DEPTH = 12
# Of a property; a page that says more is no honest one.
MAX_VALUES = 100


def articles(scripts: list[str]) -> list[Node]:
    """The article nodes in the given JSON-LD scripts, in order; broken scripts give none.

    Things that stand elsewhere on the page are named by their ``@id`` alone; they are put in
    their places, save the publisher: what sites say of themselves there is their motto as often as their name.
    """
    nodes = [node for script in scripts for node in _nodes(_load(script), 0)]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    return [
        {name: value if name == "publisher" else _whole(value, known) for name, value in node.items()}
        for node in nodes
        if _is_article(node)
    ]


def text_of(value: Any) -> str | None:
    """The words of a property: a text, or the name of a thing; the first where there are several."""
    return next(iter(texts_of(value)), None)


def texts_of(value: Any) -> list[str]:
    """The words of a property's values: texts as they are, things by their name."""
    if isinstance(value, str):
        return [plain(value)] if value.strip() else []
    if isinstance(value, dict):
        return texts_of(value.get("name") or value.get("@value") or value.get("legalName"))
    if isinstance(value, list):
        return [text for part in value[:MAX_VALUES] for text in texts_of(part)]
    return []


def things(value: Any) -> list[Node]:
    """The things among a property's values."""
    return [part for part in listed(value)[:MAX_VALUES] if isinstance(part, dict)]


def kinds_of(thing: Node) -> list[str]:
    """The types that a thing says it is of."""
    return [name for name in listed(thing.get("@type")) if isinstance(name, str)]


def truth(value: Any) -> bool | None:
    """A property that is true or false, also as text (``"False"``, ``http://schema.org/False``, ``no``); else None."""
    said = str(value).rpartition("/")[2].strip().lower()
    return True if said in ("true", "yes") else False if said in ("false", "no") else None


def plain(text: str) -> str:
    """``text`` without the tags and entities that some put into JSON."""
    if "<" in text and ">" in text:
        text = re.sub(r"<[a-zA-Z/][^<>]*>", "", text)
    return html.unescape(text) if "&" in text else text


def _load(script: str) -> Any:
    for attempt in (script, _WRAPPING.sub("", script)):
        try:
            return msgspec.json.decode(attempt)
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
            continue
    stripped = _WRAPPING.sub("", script).strip()
    for attempt in (stripped, _TRAILING_COMMA.sub(r"\1", stripped), html.unescape(stripped)):
        try:
            # Not strict: line ends inside texts are the commonest fault.
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    """The nodes of a document that stand for the page or its main thing."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name, part in value.items():
            if isinstance(part, dict | list) and name not in _OTHERS:
                yield from _nodes(part, depth + 1)


def _whole(value: Any, known: dict[str, Node]) -> Any:
    """``value``, or the things of ``known`` that it names."""
    if isinstance(value, list):
        return [_whole(part, known) for part in value]
    named = value.get("@id") if isinstance(value, dict) and "name" not in value else None
    return {**known[named], **value} if isinstance(named, str) and named in known else value


def _is_article(node: Node) -> bool:
    return any(map(_ARTICLE.search, kinds_of(node)))
