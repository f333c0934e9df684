"""The text of a page's article: trafilatura on the pruned tree, then paragraphs told apart.

Comments are off and trafilatura's fast mode is on: the container is already found, so its
slower second opinions only bring back what was cut. Where it finds next to nothing, tables
are let in (old pages are laid out with them); then JSON-LD's articleBody is used.
"""

from __future__ import annotations

import logging
from copy import deepcopy
from functools import cache
from typing import Any

from lxml import etree
from lxml.html import Element, HtmlElement

from depeche.clean.page.scope import Scope
from depeche.clean.tidy import drop_unseen, one_line
from depeche.records import Reject

# A page whose text is shorter was not found; the smallest alerts are about as long.
MIN_TEXT = 200
# What trafilatura may raise on odd trees; anything else is a defect of ours.
_FAILURES = (
    AttributeError, AssertionError, IndexError, KeyError, TypeError, ValueError, RuntimeError, etree.LxmlError,
)  # fmt: skip
# trafilatura's own, and HTML's: br ends a paragraph too.
_BLOCKS = frozenset(
    (
        "p", "head", "quote", "list", "item", "table", "row", "cell", "code", "div", "lb",
        "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
        "tr", "td", "th", "article", "section", "main", "header", "center",
    )
)  # fmt: skip


def extract(scope: Scope) -> tuple[list[str], bool]:
    """The paragraphs in ``scope``, and whether tables were left out.

    Raises Reject ``extraction_failed`` where trafilatura gives up with an error.
    """
    has_table = any(one_line(table.text_content()) for table in scope.root.iter("table"))
    backup = deepcopy(scope.root) if has_table else None
    found = paragraphs_of(_trafilatura(scope.root, tables=False))
    if backup is not None and sum(map(len, found)) < MIN_TEXT:
        again = paragraphs_of(_trafilatura(backup, tables=True))
        if sum(map(len, again)) > 2 * sum(map(len, found)):
            return again, False
    return found, has_table


def _trafilatura(root: HtmlElement, *, tables: bool) -> etree._Element | None:
    """trafilatura's body of the article in ``root``; None where it finds none."""
    core, options = _engine(tables)
    page = Element("html")
    if root.tag != "body":
        body = etree.SubElement(page, "body")
        root.tag = "article"
        # Else it takes an inner part whose class sounds like an article's body.
        root.set("itemprop", "articleBody")
        body.append(root)
    else:
        page.append(root)
    try:
        document = core.bare_extraction(page, options=options)
    except _FAILURES as failure:
        raise Reject("extraction_failed", f"trafilatura stopped at this page: {failure!r:.200}") from None
    return None if document is None else document.body


@cache
def _engine(tables: bool) -> tuple[Any, Any]:
    # Imported here: it takes most of a second, and many a process never sees a page.
    from trafilatura import core
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    # "xml" only spares the rendering to text, which is done here.
    return core, Extractor(output_format="xml", fast=True, comments=False, tables=tables)


def paragraphs_of(body: etree._Element | None) -> list[str]:
    """One paragraph a block, however blocks nest; a line break ends one too."""
    if body is None:
        return []
    found: list[str] = []
    pieces: list[str] = []
    _collect(body, pieces, found)
    _end(pieces, found)
    return found


def _collect(element: etree._Element, pieces: list[str], found: list[str]) -> None:
    if element.tag == "row":
        cells = [one_line("".join(map(str, cell.itertext()))) for cell in element]
        found.append(" | ".join(cells) if any(cells) else "")
        return
    if element.text:
        pieces.append(element.text)
    for child in element:
        is_block = child.tag in _BLOCKS
        if is_block:
            _end(pieces, found)
        _collect(child, pieces, found)
        if is_block:
            _end(pieces, found)
        if child.tail:
            pieces.append(child.tail)


def _end(pieces: list[str], found: list[str]) -> None:
    if pieces:
        text = one_line(drop_unseen("".join(pieces)))
        pieces.clear()
        if text:
            found.append(text)
