"""What a page says about itself: JSON-LD, Open Graph, meta, microdata, <html lang>, <time>.

Values are verbatim. Where two places say different things the order is: JSON-LD's
article, Open Graph, other meta, the visible page.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from depeche.clean.page import authors as page_authors
from depeche.clean.page import facts, jsonld
from depeche.clean.page.headline import best_headline
from depeche.clean.page.mapping import DESCRIPTIONS, LANGUAGES, MODIFIED, PUBLISHED, SITES, TITLES
from depeche.clean.page.metas import Metas, first, metas_of, unknown
from depeche.clean.page.paywall import is_paywalled
from depeche.clean.tidy import letters, one_line, or_none, unique
from depeche.records import Association, Subject


class PageMeta(NamedTuple):
    """What a page states; None or empty where it says nothing. ``unmapped`` are paths as in ``page.mapping``."""

    headline: str | None
    summaries: list[str]
    byline: str | None
    authors: list[str]
    publisher: str | None
    parties: list[tuple[str, str]]
    published: str | None
    modified: str | None
    created: str | None
    dateline: str | None
    place: str | None
    language: str | None
    url: str | None
    sections: list[str]
    menu: frozenset[str]
    subjects: list[Subject]
    keywords: list[str]
    genres: list[str]
    usage_terms: list[str]
    associations: list[Association]
    body: str | None
    is_article: bool
    is_live: bool
    is_paywalled: bool
    unmapped: list[str]


def read_meta(tree: HtmlElement, base_url: str | None) -> PageMeta:
    """The metadata of a parsed page; ``base_url`` is where it was fetched, if known."""
    metas = metas_of(tree)
    node = _article(tree, metas)
    url = _url(tree, metas, node, base_url)
    publisher = jsonld.text_of(node.get("publisher")) or first(metas, *SITES)
    authors = page_authors.authors(metas, node)
    return PageMeta(
        headline=best_headline(tree, _titles(node, metas), publisher, url),
        summaries=_summaries(metas, node),
        byline=page_authors.byline(tree, authors),
        authors=authors,
        publisher=or_none(publisher),
        parties=facts.parties(tree, metas, node),
        published=_published(tree, metas, node),
        modified=or_none(jsonld.text_of(node.get("dateModified")) or first(metas, *MODIFIED)),
        created=or_none(jsonld.text_of(node.get("dateCreated")) or first(metas, "datecreated")),
        dateline=or_none(jsonld.text_of(node.get("dateline"))),
        place=or_none(jsonld.text_of(node.get("locationCreated"))),
        language=_language(tree, metas, node),
        url=url,
        sections=facts.sections(tree, metas, node),
        menu=frozenset(one_line(a.text_content()) for nav in tree.iter("nav") for a in nav.iter("a")),
        subjects=facts.subjects(node),
        keywords=facts.keywords(metas, node),
        genres=unique(map(one_line, jsonld.texts_of(node.get("genre")))),
        usage_terms=facts.usage_terms(metas, node),
        associations=facts.associations(node),
        body=node.get("articleBody") if isinstance(node.get("articleBody"), str) else None,
        is_article=bool(node) or (first(metas, "og:type") or "").lower().startswith("article"),
        is_live="LiveBlogPosting" in jsonld.kinds_of(node),
        is_paywalled=is_paywalled(tree, metas, node),
        unmapped=unknown(metas, node),
    )


def _article(tree: HtmlElement, metas: Metas) -> jsonld.Node:
    """The JSON-LD node of this page's article; {} without one."""
    scripts = [s.text for s in tree.iter("script") if s.text and "ld+json" in (s.get("type") or "").lower()]
    nodes = jsonld.articles(scripts) if scripts else []
    if len(nodes) < 2:
        return nodes[0] if nodes else {}
    wanted = {
        letters(text)
        for text in (first(metas, "og:title"), *(one_line(h.text_content()) for h in tree.iter("h1")))
        if text
    }
    named = [node for node in nodes if letters(jsonld.text_of(node.get("headline")) or "") in wanted]
    whole = [node for node in named or nodes if node.get("datePublished")]
    # Later nodes fill what the chosen one leaves out, where they are about the same article.
    chosen = (whole or named or nodes)[0]
    return {**{name: value for node in reversed(named) for name, value in node.items()}, **chosen}


def _titles(node: jsonld.Node, metas: Metas) -> list[str]:
    stated = [
        jsonld.text_of(node.get("headline")),
        *(first(metas, name) for name in TITLES),
    ]
    return [one_line(jsonld.plain(title)) for title in stated if title]


def _published(tree: HtmlElement, metas: Metas, node: jsonld.Node) -> str | None:
    stated = jsonld.text_of(node.get("datePublished")) or first(metas, *PUBLISHED)
    if stated:
        return or_none(stated)
    times = [time for time in tree.iter("time") if time.get("datetime")]
    marked = [
        t
        for t in times
        if t.get("pubdate") is not None or "publish" in f"{t.get('itemprop')} {t.get('class')}".lower()
    ]
    # A single time on a page is its own; of several, unmarked, none can be told.
    chosen = marked or (times if len({t.get("datetime") for t in times}) == 1 else [])
    return or_none(chosen[0].get("datetime")) if chosen else None


def _summaries(metas: Metas, node: jsonld.Node) -> list[str]:
    """The line below the headline, and what the page says it is about."""
    about = jsonld.text_of(node.get("description")) or first(metas, *DESCRIPTIONS)
    stated = (jsonld.text_of(node.get("alternativeHeadline")), about, jsonld.text_of(node.get("abstract")))
    return unique(one_line(jsonld.plain(line)) for line in stated if line)


def _language(tree: HtmlElement, metas: Metas, node: jsonld.Node) -> str | None:
    root = tree.getroottree().getroot()
    stated = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang"))
    inside = jsonld.text_of(node.get("inLanguage"))
    return or_none(next(filter(None, stated), None) or inside or first(metas, *LANGUAGES))


def _url(tree: HtmlElement, metas: Metas, node: jsonld.Node, base: str | None) -> str | None:
    links = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    root = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    base = _absolute(root, base) or base
    main = node.get("mainEntityOfPage")
    inside = node.get("url") or (main.get("@id") if isinstance(main, dict) else main)
    for candidate in (*links, first(metas, "og:url"), inside if isinstance(inside, str) else None):
        url = _absolute(candidate, base)
        # A bare host is the site's front page, whatever page says so.
        if url and (len(urlsplit(url).path) > 1 or urlsplit(url).query):
            return url
    return None


def _absolute(candidate: str | None, base: str | None) -> str | None:
    if not candidate or len(candidate) > 2000:
        return None
    try:
        parts = urlsplit(urljoin(base or "", one_line(candidate)))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        return parts._replace(fragment="").geturl()
    except ValueError:
        return None
