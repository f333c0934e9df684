"""The content of NewsML 1.2's components: text, captions, and which component is which."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from depeche.clean.base64text import decoded
from depeche.clean.fragment import plain
from depeche.clean.nitf_copy import Copy, read_copy
from depeche.clean.nitf_dispatch import beside
from depeche.clean.tidy import one_line
from depeche.clean.xmlsafe import local, words

_MEDIA = frozenset(("photo", "picture", "image", "graphic", "video", "audio", "sketch", "animation", "map"))
_MEDIA_ROLES = _MEDIA | {"caption", "highdef", "quicklook", "thumbnail", "preview", "photocaption"}
_TITLES = frozenset(("title", "headline"))


class Piece(NamedTuple):
    """The content of one ContentItem.

    ``role`` is its component's, in lower case; ``headline`` that of the closest component with
    one; ``choice`` the component whose parts are said to be equivalent, if any; ``stated`` what
    NITF inside says besides the copy.
    """

    role: str
    copy: Copy
    headline: str = ""
    choice: etree._Element | None = None
    stated: dict[str, Any] = {}

    @property
    def paragraphs(self) -> list[str]:
        """The text."""
        return self.copy.content.paragraphs


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


def read_item(item: etree._Element, component: etree._Element) -> Piece | None:
    """The text of a ContentItem; None where it holds none (a file elsewhere, a picture)."""
    data = next(item.iter("DataContent"), None)
    kind = item.find("MediaType")
    if data is None or (kind is not None and kind.get("FormalName", "").lower() in _MEDIA):
        return None
    piece = Piece(role_of(component), _read(data))
    around = [component, *component.iterancestors("NewsComponent")]
    heads = (one_line(words(line)) for part in around for line in part.iterfind("NewsLines/HeadLine"))
    choices = (part for part in around if part.get("EquivalentsList", "").lower() == "yes")
    nitf = next(data.iter("nitf"), None)
    return piece._replace(
        headline=next(filter(None, heads), ""),
        choice=next(choices, None),
        stated=beside(nitf, piece.copy) if nitf is not None else {},
    )


def _read(data: etree._Element) -> Copy:
    encoding = next((e for e in data.iterancestors() if local(e) == "Encoding"), None)
    if encoding is not None and "base64" in encoding.get("Notation", "").lower():
        return Copy(plain(decoded(data.text or "")))
    return read_copy(data) if len(data) else Copy(plain(data.text or ""))


def chosen(pieces: list[Piece]) -> list[Piece]:
    """The pieces without those that give the same words again: equivalents, copies in another markup."""
    kept: list[Piece] = []
    seen: set[object] = set()
    for piece in pieces:
        letters = "".join(filter(str.isalnum, "".join(piece.paragraphs)))
        if not letters:
            continue
        keys = {letters, *([(piece.choice, piece.role)] if piece.choice is not None else [])}
        if not keys & seen:
            kept.append(piece)
        seen |= keys
    return kept
