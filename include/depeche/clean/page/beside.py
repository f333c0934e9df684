"""What stands beside an article's text on its page: pictures' captions and credits, the lines below its headline."""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from depeche.clean.page.clutter import is_button
from depeche.clean.page.elements import parted
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
_PICTURE = re.compile("image|picture|photo|caption|credit|gallery")
_BLOCKS = ("p", "div", "h2", "h3", "span")
MAX_CAPTION = 1000
MAX_CREDIT = 120
MAX_EACH = 50
# Shorter is a label, longer the text itself.
MIN_BELOW, MAX_BELOW = 40, 800


class Pictures(NamedTuple):
    """The words of captions and credits, and the elements of those that stand outside of figures."""

    captions: list[str]
    credits: list[str]
    outside: list[HtmlElement]


def pictures(root: HtmlElement) -> Pictures:
    """What stands at the pictures: in figures, or told by its class; each once, and not more than a page has."""
    lines, signed = _by_class(root)
    inside = (
        part for figure in root.iter("figure") for part in figure.iter("span", "small", "cite", "div", "p")
    )
    captions = unique(map(_words, (*root.iter("figcaption"), *lines)))
    credits = unique(
        (*(one_line(part.text_content()) for part in inside if _is_credit(part)), *map(_words, signed))
    )
    return Pictures(
        [caption for caption in captions if not is_button(caption)][:MAX_EACH],
        [credit for credit in credits if len(credit) < MAX_CREDIT][:MAX_EACH],
        [*lines, *signed],
    )


def above(body: HtmlElement, container: HtmlElement) -> list[str]:
    """What a class calls the article's beginning between the headline and ``container``, which follows it."""
    head = next(body.iter("h1"), None)
    if head is None or container is body or container in head.iterancestors():
        return []
    found: list[str] = []
    for element in dropwhile(lambda element: element is not head, body.iter(etree.Element)):
        if element is container:
            return unique(found)
        found += _beginning(element)
    return []


def within(header: HtmlElement) -> list[str]:
    """What a class calls the article's beginning in a header of the article's."""
    return [line for part in header.iter(etree.Element) for line in _beginning(part)]


def _by_class(root: HtmlElement) -> tuple[list[HtmlElement], list[HtmlElement]]:
    """The elements that are captions by their class, outermost first, and the credits in or beside them."""
    named = [part for part in _CAPTIONS(root) if _CAPTION.search(_name_of(part)) and _is_line(part)]
    among = set(named)
    captions = [part for part in named if among.isdisjoint(part.iterancestors())]
    credits = [
        part
        for beside in {caption.getparent(): None for caption in captions}
        for part in beside
        if part not in among and _is_credit(part) and _is_line(part)
    ]
    return captions, credits


def _beginning(element: HtmlElement) -> list[str]:
    """Its words, where its class calls it the article's beginning."""
    name = _name_of(element) if element.tag in _BLOCKS else ""
    if not name or not _BELOW_HEADLINE.search(name) or not _is_line(element):
        return []
    if _PICTURE.search(name) or _PICTURE.search(_name_of(element.getparent())):
        return []
    line = one_line(element.text_content())
    return [line] if MIN_BELOW <= len(line) <= MAX_BELOW else []


def _words(caption: HtmlElement) -> str:
    """Its words; parts that a class marks, as the credit is, stand for themselves."""
    pieces = [caption.text or ""]
    for part in caption:
        pieces += [" " if part.get("class") and part.tag != "a" else "", part.text_content(), part.tail or ""]
    return one_line("".join(pieces))


def _is_line(part: HtmlElement) -> bool:
    """Whether it is words and nothing that holds others, and no figure's."""
    if (
        len(part.text_content()) > MAX_CAPTION
        or next(part.iterdescendants("img", "p", "div", "h1", "h2"), None) is not None
    ):
        return False
    return all(outer.tag != "figure" for outer in part.iterancestors())


def _is_credit(part: HtmlElement) -> bool:
    return bool(_CREDIT.search(part.get("class") or ""))


def _name_of(element: HtmlElement) -> str:
    name = element.get("class")
    return parted(name) if name else ""
