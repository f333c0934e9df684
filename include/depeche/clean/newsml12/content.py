"""The content of NewsML 1.2's components: text, captions, and which component is which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple

from lxml import etree

from depeche.clean.base64text import decoded
from depeche.clean.fragment import plain
from depeche.clean.nitf.copy import Copy, read_copy
from depeche.clean.nitf.inside import beside
from depeche.clean.tidy import one_line
from depeche.clean.xml.safe import local, words

_MEDIA = frozenset(("photo", "picture", "image", "graphic", "video", "audio", "sketch", "animation", "map"))
_MEDIA_ROLES = _MEDIA | {"caption", "highdef", "quicklook", "thumbnail", "preview", "photocaption"}
_TITLES = frozenset(("title", "headline"))
_INK, _BLANK = re.compile(r"[^\W_]"), re.compile(r"[\W_]+")


class Piece(NamedTuple):
    """The content of one ContentItem.

    ``role`` is its component's, in lower case; ``stated`` what NITF inside says besides the copy.
    """

    role: str
    copy: Copy
    component: etree._Element
    stated: dict[str, Any] = {}

    @property
    def paragraphs(self) -> list[str]:
        """The text."""
        return self.copy.content.paragraphs

    def headline(self) -> str:
        """That of the closest component with one, "" without."""
        lines = (line for part in self._around() for line in part.iterfind("NewsLines/HeadLine"))
        return next(filter(None, (one_line(words(line)) for line in lines)), "")

    def choice(self) -> etree._Element | None:
        """The component whose parts are said to be equivalent, if any."""
        return next((p for p in self._around() if p.get("EquivalentsList", "").lower() == "yes"), None)

    def _around(self) -> Iterable[etree._Element]:
        return chain((self.component,), self.component.iterancestors("NewsComponent"))


def role_of(component: etree._Element) -> str:
    """The component's own Role in lower case, "" without one."""
    role = next(component.iterchildren("Role"), None)
    return "" if role is None else role.get("FormalName", "").lower()


def is_media(component: etree._Element) -> bool:
    """Whether a component is a picture, a video or a sound, with its caption, and no text of its own."""
    if role_of(component) in _MEDIA_ROLES:
        return True
    kinds = map(_is_media_item, component.iter("ContentItem"))
    return next(kinds, False) and all(kinds)


def _names_media(item: etree._Element) -> bool:
    kind = next(item.iterchildren("MediaType"), None)
    return kind is not None and kind.get("FormalName", "").lower() in _MEDIA


def _is_media_item(item: etree._Element) -> bool:
    if _names_media(item):
        return True
    component = item.getparent()
    return component is not None and role_of(component) in _MEDIA_ROLES


def is_title(piece: Piece) -> bool:
    """Whether the piece repeats the headline as a component of its own."""
    return piece.role in _TITLES


def read_item(item: etree._Element, component: etree._Element) -> Piece | None:
    """The text of a ContentItem; None where it holds none (a file elsewhere, a picture)."""
    data = next(item.iter("DataContent"), None)
    if data is None or _names_media(item):
        return None
    copy = _read(data)
    nitf = next(data.iter("nitf"), None)
    return Piece(role_of(component), copy, component, beside(nitf, copy) if nitf is not None else {})


def _read(data: etree._Element) -> Copy:
    encoding = next((e for e in data.iterancestors() if local(e) == "Encoding"), None)
    if encoding is not None and "base64" in encoding.get("Notation", "").lower():
        return Copy(plain(decoded(data.text or "")))
    return read_copy(data) if len(data) else Copy(plain(data.text or ""))


def chosen(pieces: list[Piece]) -> list[Piece]:
    """The pieces without those that give the same words again: equivalents, copies in another markup."""
    pieces = [piece for piece in pieces if any(map(_INK.search, piece.paragraphs))]
    if len(pieces) < 2:
        return pieces
    kept: list[Piece] = []
    seen: set[object] = set()
    for piece in pieces:
        letters = _BLANK.sub("", "".join(piece.paragraphs))
        choice = piece.choice()
        keys = {letters, *([(choice, piece.role)] if choice is not None else [])}
        if not keys & seen:
            kept.append(piece)
        seen |= keys
    return kept
