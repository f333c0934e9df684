"""What a page says about itself: JSON-LD, Open Graph, meta, microdata, <html lang>, <time>.

Values are verbatim. Where two places say different things the order is: JSON-LD's
article, Open Graph, other meta, the visible page.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from depeche.clean import jsonld
from depeche.clean.headline import best_headline
from depeche.clean.tidy import one_line, or_none, unique

MAX_BYLINE = 200
MAX_KEYWORDS = 60

# name → (field, note): the table of docs/formats.md.
MAPPED: dict[str, tuple[str, str]] = {
    "JSON-LD headline, og:title, twitter:title, h1, title": (
        "headline",
        "without the site's name; a cut-off one gives way to a longer",
    ),
    "JSON-LD author, meta author, dc.creator, parsely-author, rel=author, .byline": (
        "byline",
        "as printed; JSON-LD's and meta's also as parties, role creator",
    ),
    "JSON-LD publisher, og:site_name": ("publisher", "else the side-car's, else the feed's"),
    "JSON-LD sourceOrganization, itemprop sourceOrganization": ("parties", "role source"),
    "JSON-LD copyrightHolder, creditText, meta copyright": ("parties", "role copyright, credit"),
    "JSON-LD datePublished, article:published_time, meta date, time, the date printed above the text": (
        "issued_at_text",
        "dateModified where nothing else is stated, flagged issued_at_is_modified",
    ),
    "JSON-LD dateCreated": ("created_at_text", ""),
    "JSON-LD dateline": ("dateline_text", ""),
    "JSON-LD locationCreated": ("location", "its name as city"),
    "html lang, JSON-LD inLanguage, og:locale, content-language": ("language_text", "else the side-car's"),
    "link rel=canonical, og:url, JSON-LD url": ("url", "absolute, without fragment; else the side-car's"),
    "JSON-LD articleSection, article:section": ("subjects", "scheme section"),
    "JSON-LD keywords, news_keywords, article:tag, keywords": ("keywords", ""),
    "JSON-LD isAccessibleForFree, also of a part (hasPart), article:content_tier": (
        "quality_flags",
        "paywalled",
    ),
    "figcaption": ("captions", "of the article's pictures"),
    "the article": ("text", "trafilatura on a tree without clutter; JSON-LD articleBody where that fails"),
}
IGNORED: dict[str, str] = {
    "comments": "readers' words",
    "related links, newsletter boxes, share buttons, author boxes": "the site's, not the dispatch's",
    "tables": "left out unless there is no text without them; flagged tables_left_out",
    "scripts, styles, forms, pictures' files": "not text",
}


class PageMeta(NamedTuple):
    """What a page states; None or empty where it says nothing."""

    headline: str | None
    description: str | None
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
    keywords: list[str]
    body: str | None
    is_article: bool
    is_paywalled: bool


Metas = dict[str, list[str]]


def read_meta(tree: HtmlElement, base_url: str | None) -> PageMeta:
    """The metadata of a parsed page; ``base_url`` is where it was fetched, if known."""
    metas = _metas(tree)
    node = _article(tree, metas)
    url = _url(tree, metas, node, base_url)
    publisher = jsonld.text_of(node.get("publisher")) or _meta(metas, "og:site_name", "application-name")
    authors = unique(map(one_line, jsonld.texts_of(node.get("author")))) or _meta_authors(metas)
    return PageMeta(
        headline=best_headline(tree, _titles(node, metas), publisher, url),
        description=or_none(
            jsonld.text_of(node.get("description")) or _meta(metas, "og:description", "description")
        ),
        byline=", ".join(authors)[:MAX_BYLINE] or _visible_byline(tree),
        authors=authors,
        publisher=or_none(publisher),
        parties=_parties(tree, metas, node),
        published=_published(tree, metas, node),
        modified=or_none(jsonld.text_of(node.get("dateModified")) or _meta(metas, *_MODIFIED)),
        created=or_none(jsonld.text_of(node.get("dateCreated"))),
        dateline=or_none(jsonld.text_of(node.get("dateline"))),
        place=or_none(jsonld.text_of(node.get("locationCreated"))),
        language=_language(tree, metas, node),
        url=url,
        sections=unique(
            map(one_line, jsonld.texts_of(node.get("articleSection")) or metas.get("article:section", []))
        ),
        menu=frozenset(one_line(a.text_content()) for nav in tree.iter("nav") for a in nav.iter("a")),
        keywords=_keywords(metas, node),
        body=node.get("articleBody") if isinstance(node.get("articleBody"), str) else None,
        is_article=bool(node) or (_meta(metas, "og:type") or "").lower().startswith("article"),
        is_paywalled=_is_paywalled(tree, metas, node),
    )


_PUBLISHED = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish-date", "publication_date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "og:published_time", "article.published",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)


def _metas(tree: HtmlElement) -> Metas:
    """Meta elements by lower-case name, property, itemprop or http-equiv."""
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


def _meta(metas: Metas, *names: str) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _article(tree: HtmlElement, metas: Metas) -> jsonld.Node:
    """The JSON-LD node of this page's article; {} without one."""
    scripts = [s.text for s in tree.iter("script") if s.text and "ld+json" in (s.get("type") or "").lower()]
    nodes = jsonld.articles(scripts) if scripts else []
    if len(nodes) < 2:
        return nodes[0] if nodes else {}
    wanted = {
        _key(text)
        for text in (_meta(metas, "og:title"), *(one_line(h.text_content()) for h in tree.iter("h1")))
        if text
    }
    named = [node for node in nodes if _key(jsonld.text_of(node.get("headline")) or "") in wanted]
    whole = [node for node in named or nodes if node.get("datePublished")]
    # Later nodes fill what the chosen one leaves out, where they are about the same article.
    chosen = (whole or named or nodes)[0]
    return {**{name: value for node in reversed(named) for name, value in node.items()}, **chosen}


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _titles(node: jsonld.Node, metas: Metas) -> list[str]:
    stated = [
        jsonld.text_of(node.get("headline")),
        *(_meta(metas, name) for name in ("og:title", "twitter:title")),
    ]
    return [one_line(jsonld.plain(title)) for title in stated if title]


def _published(tree: HtmlElement, metas: Metas, node: jsonld.Node) -> str | None:
    stated = jsonld.text_of(node.get("datePublished")) or _meta(metas, *_PUBLISHED)
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


def _language(tree: HtmlElement, metas: Metas, node: jsonld.Node) -> str | None:
    root = tree.getroottree().getroot()
    stated = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang"))
    inside = jsonld.text_of(node.get("inLanguage"))
    return or_none(
        next(filter(None, stated), None)
        or inside
        or _meta(metas, "og:locale", "content-language", "language")
    )


def _url(tree: HtmlElement, metas: Metas, node: jsonld.Node, base: str | None) -> str | None:
    links = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    main = node.get("mainEntityOfPage")
    inside = node.get("url") or (main.get("@id") if isinstance(main, dict) else main)
    for candidate in (*links, _meta(metas, "og:url"), inside if isinstance(inside, str) else None):
        url = _absolute(candidate, base)
        if url and len(urlsplit(url).path) > 1:
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


def _keywords(metas: Metas, node: jsonld.Node) -> list[str]:
    stated = jsonld.texts_of(node.get("keywords"))
    for name in ("news_keywords", "article:tag", "keywords", "parsely-tags"):
        stated = stated or metas.get(name, [])
    single = len(stated) == 1 and re.search("[,;]", stated[0])
    words = re.split("[,;]", stated[0]) if single else stated
    return unique(map(one_line, words))[:MAX_KEYWORDS]


def _meta_authors(metas: Metas) -> list[str]:
    stated = next((metas[name] for name in _AUTHORS if name in metas), [])
    return [name for name in unique(map(one_line, stated)) if not name.startswith(("http://", "https://"))]


def _visible_byline(tree: HtmlElement) -> str | None:
    """The author line as printed, where no metadata name the author."""
    for path in _BYLINES:
        for element in path(tree):
            text = one_line(element.text_content())
            if 2 < len(text) <= MAX_BYLINE:
                return text
    return None


_BYLINE_CLASSES = (
    "byline", "author", "author-name", "article-author", "article__author", "auteur", "signature", "autor",
    "firma", "autore", "article-byline",
)  # fmt: skip
# lxml's types do not know what an expression gives; all of these give elements.
_BYLINES: tuple[Any, ...] = (
    etree.XPath("//*[@itemprop='author']"),
    etree.XPath("//*[@rel='author']"),
    etree.XPath(f"//*[{' or '.join(f'@class={name!r}' for name in _BYLINE_CLASSES)}]"),
)
_SOURCES: Any = etree.XPath("//*[@itemprop='sourceOrganization']")


def _parties(tree: HtmlElement, metas: Metas, node: jsonld.Node) -> list[tuple[str, str]]:
    found = [("source", name) for name in jsonld.texts_of(node.get("sourceOrganization"))]
    found += [("source", e.text_content()) for e in _SOURCES(tree)]
    found += [("copyright", name) for name in jsonld.texts_of(node.get("copyrightHolder"))]
    found += [("copyright", name) for name in metas.get("copyright", [])[:1]]
    found += [("credit", name) for name in jsonld.texts_of(node.get("creditText"))]
    return [(role, text) for role, name in found if 0 < len(text := one_line(name)) <= MAX_BYLINE]


def _is_paywalled(tree: HtmlElement, metas: Metas, node: jsonld.Node) -> bool:
    """Whether the page, or a part of it (``hasPart``), is said not to be free.

    Some sites mark a part on every page: where the whole is said to be free, only a part that the page has counts.
    """
    tier = _meta(metas, "article:content_tier") or "free"
    whole = jsonld.truth(node.get("isAccessibleForFree"))
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
