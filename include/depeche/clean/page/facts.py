"""Whose an article is, what it is about and how it may be used, as JSON-LD and meta elements state it."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from depeche.clean.json.values import listed
from depeche.clean.page import jsonld
from depeche.clean.page.mapping import KEYWORDS, KINDS, RIGHTS, SECTIONS, TERMS
from depeche.clean.page.metas import Metas, first
from depeche.clean.tidy import one_line, unique
from depeche.records import Association, Subject

MAX_PARTY = 200
MAX_KEYWORDS = 60
# lxml's types do not know what an expression gives; these give elements.
_SOURCES: Any = etree.XPath("descendant::*[@itemprop='sourceOrganization']")
_SECTIONS: Any = etree.XPath("descendant::*[@itemprop='articleSection']")
# Property → role of its parties, in order.
_ROLES = {
    "creator": "creator", "contributor": "creator", "editor": "creator", "sourceOrganization": "source",
    "provider": "source", "copyrightHolder": "copyright", "copyrightNotice": "copyright", "creditText": "credit",
}  # fmt: skip


def parties(tree: HtmlElement, metas: Metas, node: jsonld.Node) -> list[tuple[str, str]]:
    """(role, words) of who had a part in it, besides the authors."""
    found = [
        (role, name)
        for stated, role in _ROLES.items()
        if stated in node
        for name in jsonld.texts_of(node[stated])
    ]
    found += [("source", element.text_content()) for element in _SOURCES(tree)]
    found += [("source", name) for name in (first(metas, "dc.source", "dcterms.source"),) if name]
    found += [("copyright", name) for name in metas.get("copyright", [])[:1]]
    return [(role, text) for role, name in found if 0 < len(text := one_line(name)) <= MAX_PARTY]


def sections(tree: HtmlElement, metas: Metas, node: jsonld.Node) -> list[str]:
    """The parts of the paper it stands in."""
    stated = jsonld.texts_of(node.get("articleSection"))
    stated = stated or [name for meta in SECTIONS for name in metas.get(meta, [])]
    return unique(map(one_line, stated or [element.text_content() for element in _SECTIONS(tree)]))


def subjects(node: jsonld.Node) -> list[Subject]:
    """What it is about: things by their name."""
    found = [
        Subject(scheme=_kind(part), code=one_line(name))
        for part in listed(node.get("about"))
        for name in jsonld.texts_of(part)
    ]
    found += [
        Subject(scheme="place", code=one_line(name))
        for stated in ("contentLocation", "spatialCoverage")
        for name in jsonld.texts_of(node.get(stated))
    ]
    return [subject for subject in dict.fromkeys(found) if subject.code][:MAX_KEYWORDS]


def _kind(part: Any) -> str:
    kinds = jsonld.kinds_of(part) if isinstance(part, dict) else []
    return next((KINDS[name] for name in kinds if name in KINDS), "subject")


def keywords(metas: Metas, node: jsonld.Node) -> list[str]:
    """Its keywords, then what it mentions."""
    stated = jsonld.texts_of(node.get("keywords"))
    for name in KEYWORDS:
        stated = stated or metas.get(name, [])
    single = len(stated) == 1 and re.search("[,;]", stated[0])
    words = re.split("[,;]", stated[0]) if single else stated
    return unique(map(one_line, [*words, *jsonld.texts_of(node.get("mentions"))]))[:MAX_KEYWORDS]


def usage_terms(metas: Metas, node: jsonld.Node) -> list[str]:
    """How it may be used, and until when the paper shows it."""
    stated = [term for name in TERMS for term in _references(node.get(name))]
    stated += [term for name in RIGHTS for term in metas.get(name, [])]
    ends = jsonld.text_of(node.get("expires")) or first(metas, "article:expiration_time")
    return unique(map(one_line, [*stated, f"expires: {ends}" if ends else ""]))


def associations(node: jsonld.Node) -> list[Association]:
    """The works it is made of."""
    return [Association(ref=one_line(ref), kind="isBasedOn") for ref in _references(node.get("isBasedOn"))]


def _references(value: Any) -> list[str]:
    """Texts as they are; things by their address, else by their name."""
    found: list[str] = []
    for part in listed(value)[: jsonld.MAX_VALUES]:
        address = (part.get("url") or part.get("@id")) if isinstance(part, dict) else None
        found += jsonld.texts_of(address if isinstance(address, str) else part)
    return found
