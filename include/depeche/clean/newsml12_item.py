"""One NewsItem of NewsML 1.x taken apart: facts, texts, captions, languages."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from depeche.clean.newsml12_content import Piece, is_media, read_item, role_of
from depeche.clean.newsml12_facts import LANG, SKIPPED, Facts, flatten
from depeche.clean.tidy import one_line
from depeche.records import Reject

_CHANGES = frozenset(("Update", "InsertBefore", "InsertAfter", "Replace", "Delete"))


class Item(NamedTuple):
    """What a NewsItem says. ``languages`` are its xml:lang, the outermost first."""

    facts: Facts
    pieces: list[Piece]
    captions: list[str]
    languages: list[str]
    flags: list[str]


def take_apart(item: etree._Element, envelope: etree._Element | None, flags: tuple[str, ...]) -> Item:
    """The parts of a NewsItem.

    Raises Reject: ``partial_update`` where it only orders changes to an earlier item.
    """
    found = Item(Facts(list), [], [], [item.get(LANG, "")], list(flags))
    if envelope is not None:
        flatten(envelope, "NewsEnvelope", found.facts)
    for child in item:
        name = child.tag
        if name == "NewsComponent":
            _component(child, "NewsComponent", found)
        elif name in _CHANGES:
            raise Reject("partial_update", "It changes parts of an earlier item and has no text of its own.")
        elif name not in SKIPPED:
            _part(child, name, found.facts)
    return found


def _component(component: etree._Element, path: str, found: Item) -> None:
    """A component and those inside it; from a picture's or video's on, the path is ``media``."""
    if path != "media" and is_media(component):
        path = "media"
    found.languages.append(component.get(LANG, ""))
    for child in component:
        name = child.tag
        if name == "NewsComponent":
            _component(child, path, found)
        elif name == "ContentItem":
            _content(child, component, path, found)
        elif name == "NewsLines":
            found.languages.extend(line.get(LANG, "") for line in child.iterfind("HeadLine"))
            flatten(child, f"{path}/{name}", found.facts)
        elif name not in SKIPPED:
            _part(child, f"{path}/{name}", found.facts)


def _content(item: etree._Element, component: etree._Element, path: str, found: Item) -> None:
    piece = read_item(item, role_of(component))
    if piece is None:
        return
    if path == "media":
        found.captions.extend(piece.content.paragraphs)
        found.captions.extend(piece.content.captions)
    else:
        found.pieces.append(piece)


def _part(element: etree._Element, path: str, facts: Facts) -> None:
    """A group of metadata, or an element with a value of its own."""
    if len(element):
        flatten(element, path, facts)
    else:
        value = element.get("FormalName") or element.get("NewsItem") or one_line(element.text)
        if value:
            facts[path].append(value)
