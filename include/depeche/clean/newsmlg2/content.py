"""The content of a NewsML-G2 item: one of its renditions as paragraphs."""

from __future__ import annotations

from typing import Any

from lxml import etree

from depeche.clean.base64text import decoded
from depeche.clean.fragment import plain
from depeche.clean.markup import Content
from depeche.clean.nitf.copy import Copy, read_copy
from depeche.clean.nitf.inside import beside
from depeche.clean.tidy import one_line, unique
from depeche.clean.xml.safe import LANG, local, words

# What a header of XHTML says again of the item's metadata, by class (dpa).
_SAID_AGAIN = frozenset(("slugline", "publicationdate", "genre"))


def read_content(item: etree._Element, language: str) -> tuple[Copy, dict[str, Any]] | None:
    """The item's copy, and what NITF inside it states; None where no content is inside the item.

    Several inline contents are renditions of one: the first with text counts, those in the
    item's own language and those with markup before others.
    Raises Reject ``malformed_content`` where the only one is Base64 that is none.
    """
    sets = list(item.iterchildren("contentSet"))
    inline = [part for group in sets for part in group if local(part) in ("inlineXML", "inlineData")]
    inline.sort(key=lambda part: (_foreign(part, language), local(part) != "inlineXML"))
    found = None
    for part in inline:
        found = _marked(part) if len(part) else (Copy(_data(part)), {})
        if found[0].content.paragraphs:
            return found
    return found


def _foreign(part: etree._Element, language: str) -> bool:
    own = (part.get(LANG) or language).lower().partition("-")[0]
    return own != language.lower().partition("-")[0]


def _data(part: etree._Element) -> Content:
    if "b64" in (part.get("encoding") or "").lower() or "base64" in (part.get("encoding") or "").lower():
        return plain(decoded(part.text or ""))
    return plain(part.text or "")


def _marked(part: etree._Element) -> tuple[Copy, dict[str, Any]]:
    nitf = next(part.iter("nitf"), None)
    if nitf is not None:
        copy = read_copy(nitf)
        return copy, beside(nitf, copy)
    if next(part.iter("body.head", "body.content"), None) is not None:
        return read_copy(part), {}
    return _xhtml(part), {}


def _xhtml(part: etree._Element) -> Copy:
    """XHTML; a header at its top is head, not text."""
    tops = [top for top in part.iter("body", "article") if top.find("header") is not None]
    header = tops[0].find("header") if tops else None
    if header is None:
        return Copy(Content().add(part))
    tops[0].remove(header)
    headlines, below, bylines = [], Content(), []
    for element in header:
        classes = set((element.get("class") or "").lower().split())
        if local(element) == "h1":
            headlines.append(one_line(words(element)))
        elif "byline" in classes:
            bylines.append(one_line(words(element)))
        elif not classes & _SAID_AGAIN:
            below.add_child(element)
    heads = unique(headlines)
    return Copy(
        content=Content().add(part),
        headline=heads[0] if heads else None,
        subheads=[*heads[1:], *below.paragraphs],
        byline="; ".join(unique(bylines)) or None,
    )
