"""Whether an article is free to read, as its page says."""

from __future__ import annotations

import re
from typing import Any

from lxml.html import HtmlElement

from depeche.clean.page import jsonld
from depeche.clean.page.metas import Metas, first


def is_paywalled(tree: HtmlElement, metas: Metas, node: jsonld.Node) -> bool:
    """Whether the page, or a part of it (``hasPart``), is said not to be free.

    Some sites mark a part on every page: where the whole is said to be free, only a part that the page has counts.
    """
    tier = first(metas, "article:content_tier") or "free"
    whole = jsonld.truth(node.get("isAccessibleForFree", first(metas, "isaccessibleforfree")))
    if whole is False or tier.lower() in ("locked", "metered"):
        return True
    closed = [
        part
        for part in jsonld.things(node.get("hasPart"))
        if jsonld.truth(part.get("isAccessibleForFree")) is False
    ]
    return any(whole is None or _has(tree, part.get("cssSelector")) for part in closed)


def _has(tree: HtmlElement, selectors: Any) -> bool:
    """Whether an element has one of the classes (``.paywall, .more``); True where it is said otherwise."""
    said = [each.strip() for text in jsonld.texts_of(selectors) for each in text.split(",")]
    classes = [each[1:] for each in said if re.fullmatch(r"\.[\w-]+", each)]
    return len(classes) < len(said) or not said or any(tree.find_class(each) for each in classes)
