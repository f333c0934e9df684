"""Pages without paragraphs, as they were written once: runs of text parted by ``br``."""

from __future__ import annotations

from lxml import etree
from lxml.html import Element, HtmlElement

from depeche.clean.tidy import drop_unseen

_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img", "ins", "mark",
        "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr",
    )
)  # fmt: skip
MIN_WORDS = 40


def own_words(element: HtmlElement) -> int:
    """Characters that stand directly in ``element``."""
    return len(element.text or "") + sum(len(child.tail or "") for child in element)


def make_paragraphs(root: HtmlElement) -> None:
    """Turn the runs of text in elements that hold some directly into paragraphs."""
    for element in list(root.iter(etree.Element)):
        if element.tag not in ("p", "a", "li") and own_words(element) >= MIN_WORDS and len(element):
            if element.tag in _INLINE:
                element.tag = "div"
            _wrap(element)


def _wrap(element: HtmlElement) -> None:
    """Put each run between breaks and blocks into a ``p`` of its own."""
    parts: list[HtmlElement] = [_paragraph(drop_unseen(element.text or ""))]
    for child in list(element):
        # The parser lets signs pass that it will not take back.
        tail, child.tail = drop_unseen(child.tail or ""), None
        if child.tag in _INLINE:
            child.tail = tail
            parts[-1].append(child)
            continue
        if child.tag != "br":
            parts.append(child)
        parts.append(_paragraph(tail))
    element.text = None
    element[:] = [part for part in parts if part.tag != "p" or len(part) or (part.text or "").strip()]


def _paragraph(text: str) -> HtmlElement:
    made = Element("p")
    made.text = text
    return made
