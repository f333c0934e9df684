"""What on a page announces or is another article than its own."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from depeche.clean.tidy import letters, one_line

_ENDS_SENTENCE = re.compile(r"[.!?…;,،。؟।:][\"'»”’)\]]*$")


def other_articles(root: HtmlElement, headline: str | None, cut: str) -> list[HtmlElement]:
    """Those announced by a linked headline, and whole ones that follow the page's own.

    Elements named ``cut`` are headlines too, which are to go.
    """
    inner = [
        (article, next(article.iter("h1", "h2", "h3", "h4", cut), None)) for article in root.iter("article")
    ]
    wanted = letters(headline or "")
    own = [article for article, head in inner if head is not None and letters(head.text_content()) == wanted]
    if len(inner) - len(own) < (1 if own or root.tag == "article" else 2):
        return []
    kept = {root, *own, *(outer for article in own for outer in article.iterancestors())}
    return [
        article
        for article, head in inner
        if head is not None and article not in kept and (_is_linked(head) or (own and head.tag == "h1"))
    ]


def is_link_only(element: HtmlElement) -> bool:
    """Whether a paragraph is one link and no sentence: the headline of another article."""
    links = element.findall(".//a")
    if len(links) != 1 or (element.tag != "p" and not _leads_away(links[0])):
        return False
    words, linked = one_line(element.text_content()), one_line(links[0].text_content())
    marked = (
        words.endswith(linked) and len(words) - len(linked) <= 20 and ":" in words[: len(words) - len(linked)]
    )
    return (
        bool(linked) and (words == linked or marked) and len(words) < 200 and not _ENDS_SENTENCE.search(words)
    )


def _is_linked(head: HtmlElement) -> bool:
    """Whether a headline leads to another page."""
    link = next(head.iter("a"), None)
    link = next(head.iterancestors("a"), None) if link is None else link
    return link is not None and _leads_away(link)


def _leads_away(link: HtmlElement) -> bool:
    """Whether a link leads to another page; a post of a live blog has an address within its own."""
    address = link.get("href") or ""
    return bool(address) and "#" not in address and not address.startswith("?")
