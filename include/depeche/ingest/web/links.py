"""What RSS, Atom and JSON feeds and sitemaps point to. Their items are read by ``clean``; here only links.

Documents of any size are read as a stream; entities are never expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import IO, Any, NamedTuple

import msgspec
from lxml import etree

from depeche.ingest.compressed import unpack
from depeche.ingest.limits import Budget
from depeche.ingest.spool import Spooled, spool
from depeche.ingest.web.client import absolute
from depeche.ingest.web.stated import LANG, name_of, of_item, of_json, of_news
from depeche.instants import read_instant
from depeche.records import Reject, SideCar
from depeche.settings import Settings

HEAD = 64 * 1024
ITEMS = ("item", "entry")
SITEMAP = ("url", "sitemap")
# A description this long, in characters, is the whole text (as its reader has it).
FULL = 500
PAGE = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


class Link(NamedTuple):
    """What a document points to.

    ``key`` is the item's guid, else its link, as written; ``stated`` is when it last changed, as
    written; ``day`` is the day it was published; ``is_document`` where it is a sitemap itself;
    ``text`` is the item's full text, as written, where it carries it; ``described`` what else
    the document states of it.
    """

    url: str
    key: str
    stated: str | None = None
    day: date | None = None
    is_document: bool = False
    text: str | None = None
    described: SideCar = SideCar()


def read_links(body: Spooled, base: str, settings: Settings) -> Iterator[Link]:
    """The links of a document, in its order.

    Raises Reject: ``malformed_content`` (no feed and no sitemap), ``unsafe_xml`` (entities),
    ``archive_bomb``, ``truncated_archive`` and so on where a gzipped one is damaged.
    """
    head = body.head(HEAD)
    if head.startswith(b"\x1f\x8b"):
        with spool(unpack(body.file, "gzip", Budget(body.size, settings))) as plain:
            yield from read_links(plain, base, settings)
        return
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    body.file.seek(0)
    if text.startswith(b"{"):
        yield from _json(body, base)
    elif PAGE.match(text):
        raise Reject(
            "malformed_content", "no feed and no sitemap but a page of HTML; it may link to the feed"
        )
    elif text.startswith(b"<") or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        if ENTITY.search(head.replace(b"\0", b"")):
            raise Reject("unsafe_xml", "it declares entities")
        yield from _xml(body.file, base)
    elif re.match(rb"https?://", text):
        yield from read_lines(body.file, base)
    else:
        raise Reject("malformed_content", f"no feed and no sitemap; it begins with {text[:60]!r}")


def read_lines(file: IO[bytes], base: str) -> Iterator[Link]:
    """The links of a list of URLs, one a line; lines that begin with # are left out."""
    for line in file:
        written = line.decode("utf-8-sig", "replace").strip()
        if written and not written.startswith("#"):
            yield Link(absolute(base, written), written)


def day_of(written: str | None) -> date | None:
    """The day (in UTC) of a date as feeds write it: RFC 822, ISO 8601; None where it says none."""
    instant = read_instant(written)
    return instant.date() if instant else None


def _xml(file: IO[bytes], base: str) -> Iterator[Link]:
    root, language = "", None
    try:
        for event, element in etree.iterparse(
            file,
            events=("start", "end"),
            recover=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        ):
            name = name_of(element)
            if event == "start":
                language = language or (None if root else element.get(LANG))
                root = root or name
                if root not in ("rss", "RDF", "feed", "urlset", "sitemapindex"):
                    raise Reject("malformed_content", f"no feed and no sitemap; its root is <{root}>")
            elif name in ITEMS or (name in SITEMAP and root in ("urlset", "sitemapindex")):
                yield from (
                    _sitemap_entry(element, base) if name in SITEMAP else _item(element, base, language)
                )
                _forget(element)
            elif name == "language" and name_of(element.getparent()) == "channel":
                language = element.text
    except etree.XMLSyntaxError as error:
        raise Reject("malformed_content", f"XML that cannot be read: {error}") from None
    if not root:
        raise Reject("malformed_content", "XML without an element")


def _item(item: Any, base: str, language: str | None) -> Iterator[Link]:
    """An item of RSS 0.9 to 2.0, or an entry of Atom."""
    said: dict[str, str] = {}
    for child in item:
        name = name_of(child)
        if name == "link" and child.get("href"):
            if child.get("rel", "alternate") == "alternate":
                said.setdefault("link", absolute(child.base or "", child.get("href")))
        elif name == "content" and len(child):
            said.setdefault(name, "".join(child.itertext()))
        elif child.text and child.text.strip():
            said.setdefault(name, child.text.strip())
        if name == "guid" and child.get("isPermaLink") != "false":
            said.setdefault("permalink", said.get("guid", ""))
    written = said.get("origLink") or said.get("link") or said.get("permalink") or ""
    key = said.get("guid") or said.get("id") or written
    changed = said.get("updated") or said.get("modified")
    published = said.get("pubDate") or said.get("published") or said.get("issued") or said.get("date")
    about = said.get("description", "")
    text = said.get("encoded") or said.get("content") or (about if len(about) >= FULL else None)
    if key:
        yield Link(
            absolute(base, written) if written else "",
            key,
            changed or published,
            day_of(published) or day_of(changed),
            text=text,
            described=of_item(item, published, changed, language, has_text=text is about),
        )


def _sitemap_entry(entry: Any, base: str) -> Iterator[Link]:
    said = {name_of(child): (child.text or "").strip() for child in entry}
    for news in entry.iter("{*}publication_date"):
        said["publication_date"] = (news.text or "").strip()
    if said.get("loc"):
        changed, published = said.get("lastmod"), said.get("publication_date")
        is_document = name_of(entry) == "sitemap"
        url = absolute(base, said["loc"])
        day = day_of(published) or day_of(changed)
        yield Link(
            url, said["loc"], changed or published, day, is_document, described=of_news(entry, changed)
        )


def _json(body: Spooled, base: str) -> Iterator[Link]:
    """JSON Feed 1.0 and 1.1."""
    try:
        feed = msgspec.json.decode(body.file.read(), type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Reject("malformed_content", f"JSON that cannot be read: {error}") from None
    if not isinstance(feed.get("items"), list):
        raise Reject("malformed_content", "JSON, but no JSON Feed: it has no list of items")
    for item in feed["items"]:
        if not isinstance(item, dict):
            continue
        said = {name: value for name, value in item.items() if isinstance(value, str) and value.strip()}
        written = said.get("url", "")
        key = said.get("id") or written
        changed, published = said.get("date_modified"), said.get("date_published")
        if key:
            yield Link(
                absolute(base, written) if written else "",
                key,
                changed or published,
                day_of(published) or day_of(changed),
                text=said.get("content_html") or said.get("content_text"),
                described=of_json(item, feed),
            )


def _forget(element: Any) -> None:
    """Free what has been read, so that memory stays flat."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
