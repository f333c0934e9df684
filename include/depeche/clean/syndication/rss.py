"""RSS 2.0, 0.9x and 1.0 (RDF): a dispatch for each item that carries its whole text."""

from __future__ import annotations

from typing import Any

from depeche.clean import markup
from depeche.clean.delivery import one_of, origin
from depeche.clean.fragment import line, read_html
from depeche.clean.instants import other_instants, time_of_issue
from depeche.clean.numbers import degrees
from depeche.clean.opening import Opening
from depeche.clean.syndication import rss_mapping
from depeche.clean.syndication.item import as_its_page, finish, meant, name_in_feed, text_of
from depeche.clean.syndication.rss_mapping import MEDIA, TEXTS
from depeche.clean.tidy import one_line, unique
from depeche.clean.xml import safe as xmlsafe
from depeche.clean.xml.parts import parse_items
from depeche.clean.xml.paths import Paths, Table, below
from depeche.clean.xml.safe import words
from depeche.hosts import host
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected, StatedParty, StatedPlace, Subject

FORMAT = "rss"
VERSION = "5"
ABOUT = (
    "RSS 2.0, 0.9x and 1.0 (RDF), an item each. An item whose text is cut off, or that has only a short "
    "description and a link, announces a page and is refused as `teaser`. Paths are relative to the item, "
    "`channel` is the feed; the prefixes are those that modules are usually given."
)
MAPPED = rss_mapping.MAPPED
IGNORED = rss_mapping.IGNORED
_TABLE = Table(MAPPED, IGNORED)
_CHANNEL = Table(
    below("channel", MAPPED),
    below("channel", IGNORED),
    ("item*", "*@lang", "*@base"),
)
_ROOT = Table(below("rss", IGNORED), ("channel*", "item*"))
_DATES = ("pubDate", "dc:date", "dcterms:issued", "atom:published", "prism:publicationDate")
_MODIFIED = ("atom:updated", "dcterms:modified")
# Paths whose field has room for one value.
_SINGLE = (
    "title",
    "guid",
    "link",
    "dc:identifier",
    "dc:language",
    "dc:publisher",
    "dc:type",
    "dcterms:created",
    *_DATES,
    *_MODIFIED,
)
_LEAVES = frozenset(("description", *TEXTS))
IGNORED = {**IGNORED, **{f"html//{tag}": why for tag, why in markup.DROPPED.items()}}


def sniff(start: Opening) -> bool:
    """``<rss>``, or RDF that is RSS 1.0 by its namespace."""
    if (start.root or "").lower() == "rss":
        return True
    return start.root == "RDF" and ("purl.org/rss" in start.text or "netscape.com/rdf" in start.text)


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatch of each item, in the feed's order, or its refusal.

    Raises Reject: ``malformed_xml``, ``unsafe_xml``, ``binary``, ``no_item`` (a feed without
    items), and where there is a single item ``no_text`` or ``teaser``.
    """
    parsed, fault = parse_items(raw, "item", namespaces=True)
    items = meant(raw, [element for element in parsed.root.iter() if name_in_feed(element) == "item"])
    if not items:
        raise Reject("no_item", "A feed without any item.")
    channels = [element for element in parsed.root.iter() if name_in_feed(element) == "channel"]
    channel = Paths(channels[0] if channels else parsed.root, frozenset(("item",)), named=name_in_feed)

    unread = _unread(parsed.root, channel if channels else None)

    def read_one(item: xmlsafe.Element) -> CleanDispatch:
        found = _fields(Paths(item, _LEAVES, named=name_in_feed), channel, parsed.flags)
        found["unmapped"] = unique([*unread, *found["unmapped"]])
        return CleanDispatch(**{**origin(raw, FORMAT, VERSION), **found, **as_its_page(raw, found)})

    return one_of(raw, items, read_one, fault)


def _unread(root: xmlsafe.Element, channel: Paths | None) -> list[str]:
    """Paths of what no table knows around the items: in the channel, and beside it in the root."""
    beside = Paths(root, frozenset(("channel", "item")), named=name_in_feed).unknown(_ROOT, "rss")
    return beside if channel is None else [*channel.unknown(_CHANNEL, "channel"), *beside]


def _fields(item: Paths, channel: Paths, flags: tuple[str, ...]) -> dict[str, Any]:
    bodies = [read_html(words(element)) for element in item.all(*TEXTS)]
    body = next((content for content in bodies if content.paragraphs), read_html(""))
    about = read_html("\n\n".join(words(element) for element in item.all("description")))
    found = {**_identity(item), **_stated(item, channel), **_dates(item)}
    found["text"], found["summary"] = text_of(body, about, has_link="url" in found)
    other_dates = [*other_instants(item.first, *_DATES), *other_instants(item.first, *_MODIFIED)]
    found["unmapped"] = [*item.unknown(_TABLE), *item.further(*_SINGLE), *other_dates]
    return finish(found, flags, body, about)


def _identity(item: Paths) -> dict[str, Any]:
    guid = item.first("guid", "dc:identifier")
    links = [*item.values("feedburner:origLink", "link"), *item.values("@about")]
    is_address = guid is not None and guid.lower().startswith(("http://", "https://"))
    links += [guid] if guid and is_address else []
    url = next((link for link in links if link.lower().startswith(("http://", "https://"))), None)
    return {"agency_guid": None if is_address else guid, **({"url": url} if url else {})}


def _stated(item: Paths, channel: Paths) -> dict[str, Any]:
    language = item.first("dc:language") or channel.first("language", "dc:language")
    publisher = item.first("dc:publisher") or channel.first("dc:publisher")
    keywords = (
        word
        for path in ("dc:subject", "media:keywords", "itunes:keywords")
        for said in item.values(path)
        for word in said.split(",")
    )
    bylines = item.values("author", "dc:creator", "atom:author/atom:name", "itunes:author")
    captions = item.values(
        *(f"{way}media:{name}" for way in MEDIA for name in ("description", "title", "text"))
    )
    return {
        **({"language_text": language} if language else {}),
        **({"publisher": line(publisher)} if publisher else {}),
        "headline": line(item.first("title")) or None,
        "byline": "; ".join(map(line, bylines)) or None,
        "kind_text": item.first("dc:type"),
        "genres": item.values("yandex:genre"),
        "keywords": unique(map(line, keywords)),
        "usage_terms": item.values("dc:rights"),
        "subjects": _subjects(item),
        "location": _place(item),
        "captions": unique(map(line, captions)),
        "parties": _parties(item, channel),
    }


def _subjects(item: Paths) -> list[Subject]:
    found = [
        Subject(scheme=one_line(element.get("domain")) or "category", code=line(words(element)))
        for element in item.all("category", "media:category")
    ]
    return [subject for subject in dict.fromkeys(found) if subject.code]


def _parties(item: Paths, channel: Paths) -> list[StatedParty]:
    stated = [
        ("provider", [*filter(None, map(host, channel.values("link"))), *channel.values("title")]),
        ("source", item.values("source", "dc:source")),
        ("creator", item.values("dc:contributor")),
        ("copyright", channel.values("copyright", "dc:rights")),
        (
            "credit",
            item.values(*(f"{way}media:{name}" for way in MEDIA for name in ("credit", "copyright"))),
        ),
    ]
    return [StatedParty(role=role, text=name) for role, names in stated for name in map(line, names) if name]


def _place(item: Paths) -> StatedPlace | None:
    """Where the item says that it is, on the map or by name."""
    point = (item.first("georss:point") or "").replace(",", " ").split()
    numbers = point or [
        *item.values("geo:lat", "geo:Point/geo:lat"),
        *item.values("geo:long", "geo:Point/geo:long"),
    ]
    name = item.first("georss:featurename")
    latitude, longitude = map(degrees, numbers, (90, 180)) if len(numbers) == 2 else (None, None)
    if latitude is None or longitude is None:
        return StatedPlace(city=name) if name else None
    return StatedPlace(city=name, latitude=latitude, longitude=longitude)


def _dates(item: Paths) -> dict[str, Any]:
    modified = item.first(*_MODIFIED)
    issued, issue_flags = time_of_issue(item.first(*_DATES), modified)
    return {
        "issued_at_text": issued,
        "created_at_text": item.first("dcterms:created"),
        "modified_at_text": modified,
        "quality_flags": issue_flags,
    }
