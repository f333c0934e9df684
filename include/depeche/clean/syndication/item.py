"""What the items of feeds share: their elements' names, whether the text is all of it, which of them are meant."""

from __future__ import annotations

import re
from typing import Any

from depeche.clean.charset import replaced
from depeche.clean.markup import Content
from depeche.clean.tidy import join_paragraphs, unique
from depeche.clean.xml.safe import Element
from depeche.records import RawDispatch, Reject

# A description this long, in characters, is taken for the whole text where there is no other.
FULL = 500
_CUT = re.compile(
    r"(?:\[?(?:\.\.\.|…)\]?|\b(?:read more|continue reading|lire la suite|en savoir plus|weiterlesen|mehr lesen"
    r"|leer más|seguir leyendo|leggi tutto|continua a leggere|lees verder|läs mer|читать далее|اقرأ المزيد)\W*)$",
    re.IGNORECASE,
)
# What WordPress writes below each item, in the blog's language.
_FOOTER = re.compile(
    r"(?:The post .+ (?:first appeared|appeared first) on|L[’']article .+ est apparu en premier sur|"
    r"(?:Der )?Beitrag .+ erschien zuerst auf|La entrada .+ (?:se publicó primero|aparece primero) en|"
    r"(?:L[’']articolo|Il post) .+ (?:proviene da|sembra essere il primo su)|"
    r"O (?:post|conteúdo) .+ apareceu primeiro em|Het bericht .+ verscheen eerst op|"
    r"Запись .+ впервые появилась|ظهرت المقالة .+ أولاً على) .{1,120}$",
    re.DOTALL,
)
# Namespaces of the modules that feeds use → the prefix by which readers call them.
PREFIXES = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://wellformedweb.org/CommentAPI/": "wfw",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.georss.org/georss": "georss",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://news.yandex.ru": "yandex",
    "http://news.rambler.ru": "rambler",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
}


def name_in_feed(element: Any) -> str:
    """``media:title`` for an element of a known module, else the tag with its namespace."""
    space, _, name = str(element.tag).rpartition("}")
    prefix = PREFIXES.get(space[1:])
    if prefix is None:
        return str(element.tag)
    return f"{prefix}:{name}" if prefix else name


def text_of(content: Content, description: Content, *, has_link: bool) -> tuple[list[str], list[str]]:
    """(text, summary) in paragraphs: the content, or a description that is the whole text itself.

    Raises Reject: ``no_text`` where there is neither, ``teaser`` where it is cut off or too
    short to be more than the announcement of the linked page.
    """
    body, about = content.paragraphs, description.paragraphs
    if not any(any(map(str.isalnum, paragraph)) for paragraph in (*body, *about)):
        raise Reject("no_text", "The feed's item holds no text.")
    found, summary = (body, about) if body else (about, [])
    if len(found) > 1 and _FOOTER.match(found[-1]):
        found = found[:-1]
    size = sum(map(len, found))
    is_cut = bool(_CUT.search(found[-1])) and size < 4 * FULL
    if has_link and (is_cut or (not body and size < FULL)):
        raise Reject("teaser", f"The item has {size} characters of its text and links to the rest.")
    return found, [p for p in summary if p not in found]


def finish(found: dict[str, Any], flags: tuple[str, ...], *contents: Content) -> dict[str, Any]:
    """``found`` with captions, flags and what no table knows of the HTML in it."""
    captions = [*found.get("captions", []), *(c for content in contents for c in content.captions)]
    unmapped = [*found.get("unmapped", []), *(f"html//{n}" for content in contents for n in content.unmapped)]
    text = join_paragraphs(found["text"])
    flags = (*flags, *found.get("quality_flags", []), *replaced(text))
    return {
        **found,
        "text": text,
        "summary": join_paragraphs(found["summary"]) or None,
        "captions": unique(captions),
        "unmapped": unique(unmapped),
        "quality_flags": unique(flags),
    }


def as_its_page(raw: RawDispatch, found: dict[str, Any]) -> dict[str, Any]:
    """What an item that stands in for its page is named by: the page's address, so that the page can follow it.

    Not where its guid is a URN, by which the agency's other deliveries name it too.
    """
    stands_in = raw.sidecar.items is not None and found.get("url")
    is_urn = (found.get("agency_guid") or "").lower().startswith("urn:")
    return {"agency_guid": None} if stands_in and not is_urn else {}


def meant(raw: RawDispatch, items: list[Element]) -> list[Element]:
    """Those of a document's items that its side-car means, by guid, id or link; all where it says nothing.

    The others came by their own pages.
    """
    wanted = raw.sidecar.items
    if wanted is None:
        return items
    return [item for item in items if not _names(item).isdisjoint(wanted)]


def _names(item: Element) -> set[str]:
    return {name.strip() for child in item for name in (child.text, child.get("href")) if name}
