"""Pages whose text is not in paragraphs: runs of text parted by ``br``, blocks of other kinds, typed lines."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree
from lxml.html import Element, HtmlElement

from depeche.clean.page.elements import INLINE
from depeche.clean.paragraphs import paragraphs
from depeche.clean.tidy import drop_unseen

_INLINE = INLINE | {"span", "tt"}
# What is one piece, whatever stands in it.
_WHOLE = frozenset(("p", "a", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption"))
MIN_WORDS = 40


def _own_words(element: HtmlElement) -> int:
    """Characters that stand directly in ``element``."""
    return len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)


def make_paragraphs(root: HtmlElement, more_than: int) -> bool:
    """Turn the runs of text in elements that hold some directly into paragraphs, where they hold ``more_than``.

    Returns whether they do.
    """
    runs = {
        element: size
        for element in root.iter(etree.Element)
        if element.tag not in _WHOLE and (size := _run(element)) >= MIN_WORDS and not _is_within(element)
    }
    if sum(runs.values()) <= more_than:
        return False
    for element in [*runs, *_alike(runs)]:
        if element.tag == "pre":
            _part_typed(element)
            continue
        if element.tag in _INLINE:
            if all(child.tag in _INLINE for child in element):
                continue
            element.tag = "div"
        _wrap(element)
    return True


def _part_typed(element: HtmlElement) -> None:
    """Put the paragraphs of preformatted text, which are typed with blank lines, into elements of their own."""
    found = paragraphs(drop_unseen(element.text_content()))
    element.tag, element.text = "div", None
    element[:] = list(map(_paragraph, found))


def _run(element: HtmlElement) -> int:
    """Characters in ``element`` itself and in what only marks some of its words; a menu's links have none."""
    size = len(element.text.strip()) if element.text else 0
    for child in element:
        if child.tail:
            size += len(child.tail.strip())
        if child.tag in _INLINE and child.tag != "a" and all(inner.tag in _INLINE for inner in child):
            size += _own_words(child)
    return size


def _alike(runs: Collection[HtmlElement]) -> list[HtmlElement]:
    """The short ones among blocks of the same kind."""
    kinds = {(run.getparent(), run.tag, run.get("class")) for run in runs if run.tag == "div"}
    beside = [child for parent in {kind[0] for kind in kinds} if parent is not None for child in parent]
    return [
        child
        for child in beside
        if child not in runs
        and _own_words(child)
        and (child.getparent(), child.tag, child.get("class")) in kinds
    ]


def _is_within(element: HtmlElement) -> bool:
    """Whether it is part of what is one piece, or of typed lines."""
    return any(outer.tag in _WHOLE or outer.tag == "pre" for outer in element.iterancestors())


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
