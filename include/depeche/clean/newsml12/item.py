"""One NewsItem of NewsML 1.x taken apart: facts, texts, captions, languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from depeche.clean.newsml12.content import Piece, is_media, read_item
from depeche.clean.newsml12.facts import Facts, attributes, flatten
from depeche.clean.newsml12.mapping import COMMON, CONTENT_FORM, IGNORED, SKIPPED
from depeche.clean.newsml12.versions import WHOLE, Version
from depeche.clean.tidy import one_line
from depeche.clean.xml.safe import LANG, words
from depeche.records import Reject, Subject

_CHANGES = frozenset(("Update", "InsertBefore", "InsertAfter", "Replace", "Delete"))


class File(NamedTuple):
    """What a NewsML file says for all its items; ``topics`` is None where no item refers to any.

    ``beside`` are paths of what stands beside the items and is none of these.
    """

    envelope: etree._Element | None
    flags: tuple[str, ...]
    topics: dict[str, Subject] | None
    beside: tuple[str, ...] = ()


def read_file(root: etree._Element, flags: tuple[str, ...]) -> File:
    """The envelope and the topics of a NewsML file."""
    refers = next(root.iter("TopicOccurrence"), None) is not None
    topics = read_topics(root.iterchildren("TopicSet", "Catalog")) if refers else None
    envelopes = list(root.iterchildren("NewsEnvelope"))
    names = [str(name).rpartition("}")[2] for name in root.keys() if name != LANG]  # noqa: SIM118
    beside = [p for name in names if name not in COMMON and (p := f"NewsML@{name}") not in IGNORED]
    beside += [f"NewsML/{part.tag}" for part in root if part.tag not in _IN_ROOT]
    beside += ["NewsEnvelope[2]"] if len(envelopes) > 1 else []
    return File(envelopes[0] if envelopes else None, flags, topics, tuple(dict.fromkeys(beside)))


_IN_ROOT = frozenset(("Catalog", "TopicSet", "NewsEnvelope", "NewsItem"))
# Parts of a ContentItem that the tables have whole, and the content itself.
_OF_CONTENT = frozenset((*SKIPPED, "DataContent", "Encoding", *CONTENT_FORM))


class Item(NamedTuple):
    """What a NewsItem says. ``languages`` are its xml:lang, the outermost first; ``topics`` the
    subjects of its topic sets and the file's, by their id.

    ``variant`` and ``others`` are the language of this text and those of its translations, where
    the item holds several.
    """

    facts: Facts
    pieces: list[Piece]
    captions: list[str]
    languages: list[str]
    flags: list[str]
    topics: dict[str, Subject]
    variant: str | None = None
    others: tuple[str, ...] = ()


def first(item: Item, *paths: str) -> str | None:
    """The first value at the first of ``paths`` that has any."""
    for path in paths:
        if values := item.facts.get(path):
            return values[0]
    return None


def every(item: Item, *paths: str) -> list[str]:
    """The values at all of ``paths``, path by path."""
    found: list[str] = []
    for path in paths:
        found += item.facts.get(path, ())
    return found


def take_apart(item: etree._Element, file: File, version: Version = WHOLE) -> Item:
    """The parts of a NewsItem in one of its versions.

    Raises Reject: ``partial_update`` where it only orders changes to an earlier item.
    """
    topics = {**file.topics, **read_topics([item])} if file.topics is not None else {}
    found = Item(
        Facts(list), [], [], [item.get(LANG, "")], list(file.flags), topics, version.language, version.others
    )
    if file.envelope is not None:
        attributes(file.envelope, "NewsEnvelope", found.facts)
        flatten(file.envelope, "NewsEnvelope", found.facts)
        _comments(file.envelope, None, version, found.facts)
    attributes(item, "", found.facts)
    _comments(item, item, version, found.facts)
    for child in item:
        name = child.tag
        if name == "NewsComponent":
            _component(child, "NewsComponent", found, version.left_out)
        elif name in _CHANGES:
            raise Reject("partial_update", "It changes parts of an earlier item and has no text of its own.")
        elif name not in SKIPPED:
            _part(child, name, found.facts)
    return found


def _component(
    component: etree._Element, path: str, found: Item, left_out: frozenset[etree._Element]
) -> None:
    """A component and those inside it; from a picture's or video's on, the path is ``media``."""
    if path != "media" and is_media(component):
        path = "media"
    found.languages.append(component.get(LANG, ""))
    attributes(component, path, found.facts)
    for child in component:
        name = child.tag
        if child in left_out or name == "NewsItem":
            continue  # another version, or an item of its own
        if name == "NewsComponent":
            _component(child, path, found, left_out)
        elif name == "ContentItem":
            _content(child, component, path, found)
        elif name == "NewsLines":
            found.languages.extend(line.get(LANG, "") for line in child.iterfind("HeadLine"))
            flatten(child, f"{path}/{name}", found.facts)
        elif name not in SKIPPED:
            _part(child, f"{path}/{name}", found.facts)


def _content(item: etree._Element, component: etree._Element, path: str, found: Item) -> None:
    if path != "media":
        for part in item:
            if part.tag not in _OF_CONTENT:
                found.facts[f"{path}/ContentItem/{part.tag}"].append(part.tag)
        attributes(item, f"{path}/ContentItem", found.facts)
    piece = read_item(item, component)
    if piece is None:
        return
    if path == "media":
        found.captions.extend(piece.paragraphs)
        found.captions.extend(piece.copy.content.captions)
    else:
        found.pieces.append(piece)


def _part(element: etree._Element, path: str, facts: Facts) -> None:
    """A group of metadata, or an element with a value of its own."""
    attributes(element, path, facts, ("NewsItem",))
    for value in (element.get("FormalName"), element.get("NewsItem"), element.text):
        if value and not value.isspace():
            facts[path].append(one_line(value))
    if len(element):
        flatten(element, path, facts)


def _comments(part: etree._Element, item: etree._Element | None, version: Version, facts: Facts) -> None:
    """The words of every Comment in ``part``, but for those on vocabularies and in other versions or items."""
    for comment in part.iter("Comment"):
        if not comment.text and not len(comment):
            continue
        around = list(comment.iterancestors())
        inside = next((outer for outer in around if outer.tag == "NewsItem"), None)
        is_said = inside is item and version.left_out.isdisjoint(around)
        value = one_line(words(comment))
        if value and is_said and not any(outer.tag in SKIPPED for outer in around):
            named = f"Comment[{comment.get('FormalName', '')}]"
            facts[named if named in IGNORED else "Comment"].append(value)


def read_topics(parts: Iterable[etree._Element]) -> dict[str, Subject]:
    """Duid → what the Topic of that id names, for the topic sets in ``parts``."""
    found = {}
    for topic in (topic for part in parts for topic in part.iter("Topic")):
        name, kind, about = topic.find("FormalName"), topic.find("TopicType"), topic.find("Description")
        code = one_line("" if name is None else name.text)
        if code and topic.get("Duid"):
            scheme = one_line("" if name is None else name.get("Scheme"))
            scheme = scheme or one_line("" if kind is None else kind.get("FormalName")) or "topic"
            label = one_line("" if about is None else about.text) or None
            found[topic.get("Duid", "")] = Subject(scheme=scheme, code=code, label=label)
    return found
