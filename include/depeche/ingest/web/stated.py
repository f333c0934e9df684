"""What a feed's document states of an item besides its text: it goes with the item's page, as a side-car.

Verbatim; the page's own word comes before it. Short facts only: a document may hold anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from depeche.instants import EARLIEST, FUTURE, read_instant
from depeche.records import SideCar

# Longer words, in characters, and more keywords are no fact of an item.
MOST = 1000
MOST_KEYWORDS = 60
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The modules whose title, description and so on are the item's, not those of a picture in it.
OWN = (
    "",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2",
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#",
    "http://purl.org/dc/elements/1.1/",
)


def of_item(
    item: Any, issued_at: str | None, modified_at: str | None, language: str | None, *, has_text: bool
) -> SideCar:
    """Of an item of RSS, or an entry of Atom; ``language`` is the document's.

    Where the item ``has_text``, its description may be this text: then it is no summary.
    """
    said = _texts(item)
    return _sidecar(
        issued_at=issued_at,
        modified_at=modified_at,
        headline=_first(said, "title"),
        byline="; ".join(dict.fromkeys(said.get("author", []) + said.get("creator", []))),
        summary=None if has_text else _first(said, "description", "summary"),
        keywords=said.get("category", []) + said.get("subject", []),
        publisher=_first(said, "publisher"),
        language=_first(said, "language") or item.get(LANG) or language,
    )


def of_news(entry: Any, modified_at: str | None) -> SideCar:
    """Of an entry of a news sitemap (sitemap-news/0.9); of one of another kind only when it changed."""
    said = {
        name_of(element): element.text or ""
        for news in entry.iterchildren("{*}news")
        for element in news.iter()
    }
    return _sidecar(
        issued_at=said.get("publication_date"),
        modified_at=modified_at,
        headline=said.get("title"),
        keywords=(said.get("keywords") or "").split(","),
        publisher=said.get("name"),
        language=said.get("language"),
    )


def of_json(item: Mapping[str, Any], feed: Mapping[str, Any]) -> SideCar:
    """Of an item of a JSON Feed."""
    authors = item.get("authors") or [item.get("author")]
    names = (
        [each.get("name") for each in authors if isinstance(each, dict)] if isinstance(authors, list) else []
    )
    tags = item.get("tags")
    return _sidecar(
        issued_at=item.get("date_published"),
        modified_at=item.get("date_modified"),
        headline=item.get("title"),
        byline="; ".join(name for name in names if isinstance(name, str)),
        summary=item.get("summary"),
        keywords=tags if isinstance(tags, list) else [],
        language=item.get("language") or feed.get("language"),
    )


def believed(stated: SideCar, at: datetime) -> SideCar:
    """What is stated, without times that cannot be where the page was collected ``at``.

    Such a time of issue would have the page refused, which says nothing of the kind itself.
    """
    times = {"issued_at": stated.issued_at, "modified_at": stated.modified_at}
    return replace(stated, **{name: None for name, written in times.items() if not _may_be(written, at)})


def _may_be(written: str | None, at: datetime) -> bool:
    instant = read_instant(written)
    if instant is None:
        return True
    instant = instant.replace(tzinfo=UTC)
    return instant.year >= EARLIEST and instant - FUTURE <= at


def _sidecar(*, keywords: Iterable[Any], **said: Any) -> SideCar:
    words = [word for each in keywords if (word := _fact(each))]
    facts: dict[str, Any] = {name: _fact(value) for name, value in said.items()}
    return SideCar(**facts, keywords=list(dict.fromkeys(words))[:MOST_KEYWORDS] or None)


def _fact(value: Any) -> str | None:
    """A value as it can be kept: words, not too many, in characters that every encoding carries."""
    text = value.strip() if isinstance(value, str) else ""
    return text.encode("utf-8", "replace").decode() if 0 < len(text) <= MOST else None


def _texts(item: Any) -> dict[str, list[str]]:
    """The words of an item's own elements, by their names without namespaces."""
    said: dict[str, list[str]] = {}
    for child in item:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[0][1:] in OWN:
            name = name_of(child)
            if name == "author" and len(child):
                text = "".join(each.text or "" for each in child.iterchildren("{*}name"))
            else:
                text = "".join(child.itertext()) or child.get("label") or child.get("term") or ""
            said.setdefault(name, []).append(text.strip())
    return said


def _first(said: dict[str, list[str]], *names: str) -> str | None:
    return next((text for name in names for text in said.get(name, []) if text), None)


def name_of(element: Any) -> str:
    """An element's name without its namespace; "" for what is not an element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
