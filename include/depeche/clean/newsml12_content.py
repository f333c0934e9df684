"""The content of NewsML 1.2's components: text, captions, and which component is which."""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import NamedTuple

from lxml import etree

from depeche.clean.charset import decode
from depeche.clean.fragment import plain
from depeche.clean.markup import Content
from depeche.clean.tidy import one_line
from depeche.clean.xmlsafe import local
from depeche.records import Reject

_MEDIA = frozenset(("photo", "picture", "image", "graphic", "video", "audio", "sketch", "animation", "map"))
_MEDIA_ROLES = _MEDIA | {"caption", "highdef", "quicklook", "thumbnail", "preview", "photocaption"}
_TITLES = frozenset(("title", "headline"))


class Piece(NamedTuple):
    """The content of one ContentItem; ``role`` is its component's, in lower case."""

    role: str
    content: Content
    title: str | None
    dateline: str | None
    byline: str | None


def role_of(component: etree._Element) -> str:
    """The component's own Role in lower case, "" without one."""
    role = component.find("Role")
    return "" if role is None else role.get("FormalName", "").lower()


def is_media(component: etree._Element) -> bool:
    """Whether a component is a picture, a video or a sound, with its caption, and no text of its own."""
    if role_of(component) in _MEDIA_ROLES:
        return True
    items = list(component.iter("ContentItem"))
    return bool(items) and all(_is_media_item(item) for item in items)


def _is_media_item(item: etree._Element) -> bool:
    kind = item.find("MediaType")
    if kind is not None and kind.get("FormalName", "").lower() in _MEDIA:
        return True
    component = item.getparent()
    return component is not None and role_of(component) in _MEDIA_ROLES


def is_title(piece: Piece) -> bool:
    """Whether the piece repeats the headline as a component of its own."""
    return piece.role in _TITLES


def read_item(item: etree._Element, role: str) -> Piece | None:
    """The text of a ContentItem; None where it holds none (a file elsewhere, a picture)."""
    data = next(item.iter("DataContent"), None)
    if data is None:
        return None
    kind = item.find("MediaType")
    if kind is not None and kind.get("FormalName", "").lower() in _MEDIA:
        return None
    encoding = next((e for e in data.iterancestors() if local(e) == "Encoding"), None)
    if encoding is not None and "base64" in encoding.get("Notation", "").lower():
        return Piece(role, _base64(data.text or ""), None, None, None)
    if not len(data):
        return Piece(role, plain(data.text or ""), None, None, None)
    return _marked(data, role)


def _base64(text: str) -> Content:
    try:
        return plain(decode(b64decode(text, validate=False)).text)
    except (binascii.Error, ValueError):
        raise Reject("malformed_content", "The item's Base64 content cannot be decoded.") from None


def _marked(data: etree._Element, role: str) -> Piece:
    """NITF keeps headline, byline and dateline in a head of its own; they are not text."""
    head = next(data.iter("body.head"), None)
    if head is None:
        return Piece(role, Content().add(data), None, None, None)
    found: dict[str, str] = {}
    for part in ("hl1", "dateline", "byline"):
        element = next(head.iter(part), None)
        if element is not None:
            found[part] = one_line(" ".join(map(str, element.itertext())))
    kept = Content()
    for extra in head.iter("hl2", "note"):
        kept.add(extra)
    parent = head.getparent()
    if parent is not None:
        parent.remove(head)
    body = Content().add(data)
    body.paragraphs[:0] = [p for p in kept.paragraphs if p not in body.paragraphs]
    title, dateline, byline = (found.get(part) or None for part in ("hl1", "dateline", "byline"))
    return Piece(role, body, title, dateline, byline)
