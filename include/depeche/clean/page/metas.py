"""A page's meta elements, and what neither they nor JSON-LD are known for."""

from __future__ import annotations

from lxml.html import HtmlElement

from depeche.clean.json.values import EMPTY
from depeche.clean.page import jsonld
from depeche.clean.page.mapping import IGNORED, MAPPED
from depeche.clean.tidy import one_line
from depeche.clean.xml.paths import Table

# Name, property, itemprop or http-equiv, in small letters → contents.
Metas = dict[str, list[str]]

_TABLE = Table(MAPPED, IGNORED)
MAX_PATH = 100


def metas_of(tree: HtmlElement) -> Metas:
    """The meta elements that say something."""
    found: Metas = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if not content or content.isspace():
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name:
                found.setdefault(name.strip().lower(), []).append(content.strip())
    return found


def first(metas: Metas, *names: str) -> str | None:
    """What the first of ``names`` that there is says."""
    for name in names:
        if name in metas:
            return metas[name][0]
    return None


def unknown(metas: Metas, node: jsonld.Node) -> list[str]:
    """Paths of meta elements and of the article's properties that no table knows."""
    paths = [f"meta[{name}]" for name in metas]
    paths += [f"ld+json/{name}" for name, value in node.items() if value not in EMPTY]
    return [one_line(path[:MAX_PATH]) for path in paths if not _TABLE.knows(path)]
