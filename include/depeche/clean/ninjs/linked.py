"""What goes with a ninjs item: its associations, and what pictures among them are said to show."""

from __future__ import annotations

from typing import Any

from depeche.clean.fragment import plain
from depeche.clean.json.values import Members, every, first, listed, members, strings
from depeche.clean.ninjs.bodies import read_bodies
from depeche.clean.tidy import join_paragraphs, unique
from depeche.records import Association

MEDIA = frozenset(("picture", "graphic", "video", "audio"))
PACKAGE = "composite"


def linked(item: Members) -> list[Any]:
    """What ``associations`` holds: an object by names in ninjs 1, a list in ninjs 2 and 3."""
    given = item.get("associations")
    entries = given.values() if isinstance(given, dict) else listed(given)
    return [part for entry in entries for part in listed(entry)]


def others(item: Members) -> list[Members]:
    """The associated items."""
    return [members(entry) for entry in linked(item) if isinstance(entry, dict)]


def associations(item: Members) -> list[Association]:
    """The items it goes with, and those it grew out of; each once."""
    found = [
        Association(ref=first(o, "uri", "guid"), kind=first(o, "type", "rel", "name")) for o in others(item)
    ]
    found += [Association(ref=ref, kind="evolvedfrom") for ref in every(item, "evolvedfrom")]
    return [link for link in dict.fromkeys(found) if link != Association()]


def captions_of_linked(item: Members) -> list[str]:
    """Of pictures and the like: what is said of them, their headlines, and words for those who cannot see them."""
    found: list[str] = []
    for other in (other for other in others(item) if first(other, "type") in MEDIA):
        summaries, captions = descriptions(other)
        bodies = read_bodies(other)
        found += [join_paragraphs(unique([*captions, *summaries])), first(other, "headline") or ""]
        found += [join_paragraphs(bodies.text), *bodies.captions]
    return unique(found)


def words_of_linked(item: Members) -> list[str]:
    """Of texts: their headlines, summaries and bodies, which are what a package without words of its own holds."""
    found: list[str] = []
    for other in (other for other in others(item) if first(other, "type") not in MEDIA):
        found += [first(other, "headline") or "", *descriptions(other)[0], *read_bodies(other).text]
    return unique(found)


def is_listing(item: Members) -> bool:
    """Whether it is a package whose text is what it says of the items that go with it."""
    return first(item, "type") == PACKAGE and not read_bodies(item).text


def descriptions(item: Members) -> tuple[list[str], list[str]]:
    """(summaries, captions) in paragraphs; the HTML of a description only where it stands alone."""
    stated = [
        ((first(parts, "role") or "").lower(), parts.get("value"))
        for parts in (
            members(entry) if isinstance(entry, dict) else {"value": entry}
            for entry in listed(item.get("descriptions"))
        )
    ]
    names = [n for n in item if n.startswith("description_") and n != "description_html"]
    stated += [(name.removeprefix("description_"), item[name]) for name in names]
    stated += [("", item.get("abstract"))]
    found: tuple[list[str], list[str]] = ([], [])
    for role, words in (*stated, ("", item.get("description_html"))):
        words = words if isinstance(words, str) else join_paragraphs(strings(words))
        if words and not (words is item.get("description_html") and any(found)):
            found["caption" in role].extend(plain(words).paragraphs)
    return unique(found[0]), unique(found[1])
