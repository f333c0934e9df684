"""A NewsML-G2 package: the items that its groups list, in their order, and what it says of each.

Source: IPTC, NewsML-G2 specification, "Packages": the ``groupSet`` names its root group; a group
holds references to items and to other groups.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from depeche.clean.markup import Content
from depeche.clean.newsmlg2.values import stated
from depeche.clean.tidy import one_line, unique
from depeche.clean.xml.safe import words
from depeche.records import Association

_MEDIA = ("picture", "graphic", "video", "audio", "animated")


class Package(NamedTuple):
    """``paragraphs``: the groups' titles, and of each text its headline and summaries; ``captions``: the same of pictures."""

    paragraphs: list[str]
    captions: list[str]
    notes: list[str]
    members: list[Association]


def read_package(item: etree._Element, known: dict[str, str]) -> Package:
    """What the groups of ``item`` list; empty where it has none. Each member and each sentence counts once."""
    found = Package([], [], [], [])
    for part in _in_order(item):
        if part.tag == "title":
            found.paragraphs.append(one_line(words(part)))
        elif part.tag == "edNote":
            found.notes.extend(Content().add(part).paragraphs)
        elif part.tag in ("itemRef", "conceptRef"):
            _add(found, part, known)
    paragraphs, captions, notes = (unique(each) for each in found[:3])
    return Package(paragraphs, captions, notes, list(dict.fromkeys(found.members)))


def _add(found: Package, member: etree._Element, known: dict[str, str]) -> None:
    kind = next((stated(each, known) for each in member.iterchildren("itemClass")), None) or None
    ref = one_line(
        member.get("residref")
        or member.get("href")
        or member.get("qcode")
        or member.get("uri")
        or member.get("literal")
    )
    if ref:
        found.members.append(Association(ref=ref, kind=kind))
    heads = [one_line(words(each)) for each in member.iterchildren("headline")]
    heads = unique(heads) or unique(one_line(words(each)) for each in member.iterchildren("title"))
    is_media = (kind or "").rpartition(":")[2].lower().startswith(_MEDIA)
    (found.captions if is_media else found.paragraphs).extend(heads)
    for each in member.iterchildren("description"):
        is_caption = is_media or "caption" in (each.get("role") or "").lower()
        (found.captions if is_caption else found.paragraphs).append(one_line(words(each)))


def _in_order(item: etree._Element) -> Iterator[etree._Element]:
    """What stands in the groups, from the root group on as they refer to each other, then in those nothing refers to."""
    for groups in item.iterchildren("groupSet"):
        named = {group.get("id"): group for group in groups.iterchildren("group")}
        left = dict.fromkeys(groups.iterchildren("group"))
        waiting = [*reversed(left)]
        if groups.get("root") in named:
            waiting.append(named[groups.get("root")])
        while waiting:
            part = waiting.pop()
            if part.tag == "group":
                if part in left:
                    del left[part]
                    waiting.extend(reversed(part))
            elif part.tag != "groupRef":
                yield part
            elif part.get("idref") in named:
                waiting.append(named[part.get("idref")])
