"""A page's headline: the article's own, without the name of the site."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from depeche.clean.tidy import letters, one_line
from depeche.hosts import host

MAX_HEADLINE = 400
_SEPARATOR = re.compile(r"\s+[-–—|·•:»«/]+\s+|\s*[|»«]\s*")
_CUT = re.compile(r"(?:\.{3}|…)$")


def best_headline(tree: HtmlElement, titles: list[str], site: str | None, url: str | None) -> str | None:
    """The headline of a page.

    ``titles`` are those its metadata state, the surest first; ``site`` and ``url`` tell the
    name to take off. The page's h1 and title stand behind them.
    """
    visible = [one_line(h.text_content()) for h in tree.iter("h1")]
    title = one_line(next((t.text_content() for t in tree.iter("title")), ""))[:MAX_HEADLINE]
    names = _site_names(site, url)
    heads = [h for h in visible if 0 < len(h) <= MAX_HEADLINE and letters(h) not in names]
    found = [without_site(t, names, heads) for t in titles if 0 < len(t) <= MAX_HEADLINE]
    found = [t for t in found if t and letters(t) not in names]
    if found:
        return _uncut(found[0], [*found[1:], *heads])
    shared = [h for h in heads if letters(h) in letters(title)]
    if shared or heads:
        return (shared or heads)[0]
    return without_site(title, names, []) if title else None


def without_site(title: str, names: set[str], heads: list[str]) -> str:
    """``title`` without the site's name before or after a separator."""
    for head in heads:
        if head != title and letters(title).startswith(letters(head)) and len(head) > 15:
            rest = title[len(head) :]
            if _SEPARATOR.match(rest):
                return head
    cuts = list(_SEPARATOR.finditer(title))
    while cuts:
        last = cuts.pop()
        tail = title[last.end() :]
        if letters(tail) in names or (last[0].strip() == "|" and len(tail) <= 30 and last.start() >= 20):
            title = title[: last.start()].rstrip()
        else:
            break
    first = _SEPARATOR.search(title)
    if first and letters(title[: first.start()]) in names:
        title = title[first.end() :].lstrip()
    return title


def _site_names(site: str | None, url: str | None) -> set[str]:
    names = {letters(site)} if site else set()
    at = (host(url) or "").removeprefix("www.")
    if at:
        names |= {letters(at), letters(at.rpartition(".")[0]), letters(at.split(".")[0])}
    # "Le Monde" for "Le Monde.fr", "The Times" for "thetimes.co.uk".
    names |= {name.removeprefix("the") for name in names}
    return names - {""}


def _uncut(title: str, others: list[str]) -> str:
    """A longer form of a title that was cut off for sharing."""
    if not _CUT.search(title):
        return title
    stem = letters(_CUT.sub("", title))
    return next(
        (other for other in others if len(other) > len(title) - 3 and letters(other).startswith(stem)), title
    )
