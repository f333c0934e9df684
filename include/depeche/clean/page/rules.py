"""What the rule of a page's site selects: it takes the place of what the general means find."""

from __future__ import annotations

import re
from contextlib import suppress
from copy import deepcopy
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from depeche.clean.page.authors import joined
from depeche.clean.page.body import paragraphs_of
from depeche.clean.page.meta import PageMeta
from depeche.clean.page.scope import MACHINERY, PICTURES
from depeche.clean.tidy import one_line, unique
from depeche.hosts import host
from depeche.records import RawDispatch
from depeche.records.site import SiteRule


class Picked(NamedTuple):
    """What a rule's selectors gave, empty where there is none or it matched nothing; flags say where."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    text: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    rule: SiteRule | None = None

    def over(self, meta: PageMeta) -> PageMeta:
        """``meta`` with what was picked in the place of what the page states."""
        if self.authors:
            meta = meta._replace(authors=list(self.authors), byline=joined(self.authors))
        return meta._replace(
            headline=self.headline or meta.headline, published=self.published or meta.published
        )


NOTHING = Picked()
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
# What a page that changed its ways shows by: docs/formats.md.
UNMATCHED = {
    "headline": "rule_headline_unmatched",
    "author": "rule_author_unmatched",
    "published": "rule_published_unmatched",
    "text": "rule_text_unmatched",
}


def pick(raw: RawDispatch, tree: HtmlElement, meta: PageMeta) -> Picked:
    """What the site's rule selects; what the rule removes is gone from ``tree`` then."""
    rule = _rule(raw, meta) if raw.sites else None
    if rule is None:
        return NOTHING
    values = {name: _values(tree, getattr(rule, name)) for name in ("headline", "author", "published")}
    for element in _select(tree, rule.remove):
        if not isinstance(element, str) and element.getparent() is not None:
            element.drop_tree()
    text = _paragraphs(tree, rule.text)
    found = {**values, "text": text}
    return Picked(
        headline=next(iter(values["headline"]), None),
        authors=tuple(unique(values["author"])),
        published=next(iter(values["published"]), None),
        text=tuple(text),
        flags=tuple(flag for name, flag in UNMATCHED.items() if getattr(rule, name) and not found[name]),
        rule=rule,
    )


def _rule(raw: RawDispatch, meta: PageMeta) -> SiteRule | None:
    """The first rule that holds: of the host that was asked, else of the one the page says it is of."""
    day = _day(meta.published) or raw.collected_at.date()
    for address in (raw.sidecar.url, meta.url):
        name = host(address)
        while name:
            if name in raw.sites:
                return next((rule for rule in raw.sites[name] if rule.holds(day)), None)
            name = name.partition(".")[2]
    return None


def _day(stated: str | None) -> date | None:
    """The day of a time as machines write it, ISO 8601 or RFC 5322; None for all others."""
    if not stated:
        return None
    iso = _ISO.match(stated)
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return date(*map(int, iso.groups())) if iso else parsedate_to_datetime(stated).date()
    return None


@cache
def _compiled(selector: str) -> Any:
    return etree.XPath(selector, smart_strings=False)


def _select(tree: HtmlElement, selector: str | None) -> list[Any]:
    return list(_compiled(selector)(tree)) if selector else []


def _values(tree: HtmlElement, selector: str | None) -> list[str]:
    """The words selected: of a meta element its content, of a time what it states to machines."""
    said = [found if isinstance(found, str) else _stated(found) for found in _select(tree, selector)]
    return [text for text in map(one_line, said) if text]


def _stated(element: HtmlElement) -> str:
    attribute = {"meta": "content", "time": "datetime"}.get(str(element.tag))
    return str((attribute and element.get(attribute)) or element.text_content())


def _paragraphs(tree: HtmlElement, selector: str | None) -> list[str]:
    selected = _select(tree, selector)
    chosen = {element for element in selected if not isinstance(element, str)}
    found: list[str] = []
    for part in selected:
        if isinstance(part, str):
            found += filter(None, [one_line(part)])
        elif chosen.isdisjoint(part.iterancestors()):
            copy = deepcopy(part)
            copy.tail = None
            etree.strip_elements(copy, *MACHINERY, *PICTURES, with_tail=False)
            found += paragraphs_of(copy)
    return found
