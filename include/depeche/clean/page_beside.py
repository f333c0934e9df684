"""What stands beside an article's text on its page: pictures' captions and credits, the lines below its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from depeche.clean.page_clutter import is_button
from depeche.clean.tidy import one_line, unique

_CAPTION = re.compile(r"(?:^|[^a-z])(?:captions?|l[ée]gende|bildunterschrift)(?:[^a-z]|$)")
# The same more loosely, but quickly. lxml's types do not know what an expression gives; this one gives elements.
_CAPTIONS: Any = etree.XPath(
    "descendant::*[(self::p or self::div or self::span) and "
    "(contains(@class, 'aption') or contains(@class, 'gende') or contains(@class, 'ildunterschrift'))]"
)
_CREDIT = re.compile(r"credit|copyright", re.IGNORECASE)
_BELOW_HEADLINE = re.compile(
    r"(?:^|[^a-z])(?:chapo|chapeau|stand-?first|lead|lede|intro|dek|deck|sub-?title|sub-?head(?:line|ing)?|summary|"
    r"excerpt|entradilla|bajada|vorspann|sommario|ingress|preamble)(?:[^a-z]|$)"
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PICTURE = re.compile("image|picture|photo|caption|credit|gallery")
_BLOCKS = ("p", "div", "h2", "h3", "span")
MAX_CAPTION = 1000
MAX_CREDIT = 120
MAX_EACH = 50
# Shorter is a label, longer the text itself.
MIN_BELOW, MAX_BELOW = 40, 800


def of_figures(root: HtmlElement) -> tuple[list[str], list[str]]:
    """(captions, credits) of the pictures marked up as such."""
    captions = [words(caption) for caption in root.iter("figcaption")]
    parts = (
        part for figure in root.iter("figure") for part in figure.iter("span", "small", "cite", "div", "p")
    )
    return captions, [
        one_line(part.text_content()) for part in parts if _CREDIT.search(part.get("class") or "")
    ]


def of_classes(root: HtmlElement) -> tuple[list[HtmlElement], list[HtmlElement]]:
    """The elements that are captions by their class, outermost first, and the credits in or beside them."""
    named = [part for part in _CAPTIONS(root) if _CAPTION.search(_named(part)) and _is_line(part)]
    among = set(named)
    captions = [part for part in named if among.isdisjoint(part.iterancestors())]
    credits = [
        part
        for beside in {caption.getparent(): None for caption in captions}
        for part in beside
        if part not in among and _CREDIT.search(part.get("class") or "") and _is_line(part)
    ]
    return captions, credits


def chosen(captions: list[str], credits: list[str]) -> tuple[list[str], list[str]]:
    """Each once, and not more than a page has pictures."""
    captions = [c for c in unique(captions) if not is_button(c)]
    return captions[:MAX_EACH], [c for c in unique(credits) if len(c) < MAX_CREDIT][:MAX_EACH]


def above(body: HtmlElement, container: HtmlElement) -> list[str]:
    """What a class calls the article's beginning between the headline and ``container``, which follows it."""
    head = next(body.iter("h1"), None)
    if head is None or container is body or container in head.iterancestors():
        return []
    found: list[str] = []
    for element in _after(head, body):
        if element is container:
            return unique(found)
        found += begins(element)
    return []


def begins(element: HtmlElement) -> list[str]:
    """The words of an element that a class calls the article's beginning."""
    name = _named(element) if element.tag in _BLOCKS else ""
    if not name or not _BELOW_HEADLINE.search(name) or not _is_line(element):
        return []
    if _PICTURE.search(name) or _PICTURE.search(_named(element.getparent())):
        return []
    line = one_line(element.text_content())
    return [line] if MIN_BELOW <= len(line) <= MAX_BELOW else []


def words(caption: HtmlElement) -> str:
    """Its words; parts that a class marks, as the credit is, stand for themselves."""
    pieces = [caption.text or ""]
    for part in caption:
        pieces += [" " if part.get("class") and part.tag != "a" else "", part.text_content(), part.tail or ""]
    return one_line("".join(pieces))


def _after(head: HtmlElement, body: HtmlElement) -> Iterator[HtmlElement]:
    is_after = False
    for element in body.iter(etree.Element):
        if is_after:
            yield element
        is_after = is_after or element is head


def _is_line(part: HtmlElement) -> bool:
    """Whether it is words and nothing that holds others, and no figure's."""
    if (
        len(part.text_content()) > MAX_CAPTION
        or next(part.iterdescendants("img", "p", "div", "h1", "h2"), None) is not None
    ):
        return False
    return all(outer.tag != "figure" for outer in part.iterancestors())


def _named(element: HtmlElement) -> str:
    name = element.get("class")
    return _HUMP.sub("-", name).lower() if name else ""
