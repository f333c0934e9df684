"""Who wrote an article, as its metadata name them or as the page prints it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from depeche.clean.page import jsonld
from depeche.clean.page.mapping import AUTHORS
from depeche.clean.page.metas import Metas
from depeche.clean.tidy import one_line, unique

MAX_BYLINE = 200
_BYLINE_CLASSES = (
    "byline", "author", "author-name", "article-author", "article__author", "auteur", "signature", "autor",
    "firma", "autore", "article-byline",
)  # fmt: skip
# lxml's types do not know what an expression gives; all of these give elements.
_BYLINES: tuple[Any, ...] = (
    etree.XPath("descendant::*[@itemprop='author']"),
    etree.XPath("descendant::*[@rel='author']"),
    etree.XPath(f"descendant::*[{' or '.join(f'@class={name!r}' for name in _BYLINE_CLASSES)}]"),
)


def authors(metas: Metas, node: jsonld.Node) -> list[str]:
    """The names that JSON-LD states, else the meta elements."""
    stated = unique(map(one_line, jsonld.texts_of(node.get("author") or node.get("creator"))))
    return stated or _meta_authors(metas)


def byline(tree: HtmlElement, names: list[str]) -> str | None:
    """The authors' ``names`` in one line; as printed, where no metadata name any."""
    return joined(names) or _visible_byline(tree)


def joined(names: Sequence[str]) -> str:
    """Names in one line."""
    return ", ".join(names)[:MAX_BYLINE]


def _meta_authors(metas: Metas) -> list[str]:
    stated = next((metas[name] for name in AUTHORS if name in metas), [])
    return [name for name in unique(map(one_line, stated)) if not name.startswith(("http://", "https://"))]


def _visible_byline(tree: HtmlElement) -> str | None:
    """The author line as printed, where no metadata name the author."""
    for path in _BYLINES:
        for element in path(tree):
            text = one_line(element.text_content())
            if 2 < len(text) <= MAX_BYLINE:
                return text
    return None
