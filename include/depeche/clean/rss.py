"""RSS 2.0, 0.9x and 1.0 (RDF): a dispatch for each item that carries its whole text."""

from __future__ import annotations

from typing import Any

from depeche.clean import markup, xmlsafe
from depeche.clean.delivery import one_of, origin
from depeche.clean.feed_item import as_its_page, finish, line, meant, name_in_feed, read_html, text_of
from depeche.clean.instants import differ
from depeche.clean.opening import Opening
from depeche.clean.tidy import one_line, unique
from depeche.clean.xmlparts import parse_items
from depeche.clean.xmlpaths import Paths, Table
from depeche.clean.xmlsafe import words
from depeche.hosts import host
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected, StatedParty, StatedPlace, Subject

FORMAT = "rss"
VERSION = "3"
ABOUT = (
    "RSS 2.0, 0.9x and 1.0 (RDF), an item each. An item whose text is cut off, or that has only a short "
    "description and a link, announces a page and is refused as `teaser`. Paths are relative to the item, "
    "`channel` is the feed; the prefixes are those that modules are usually given."
)
_TEXTS = ("content:encoded", "yandex:full-text", "rambler:fulltext", "xhtml:body", "xhtml:div")
_MEDIA = ("", "media:content/", "media:group/", "media:group/media:content/")
MAPPED: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_TEXTS, ("text", "the first with text; HTML to paragraphs")),
    "description": ("text", "where there is no other and it is long or has no link; else summary"),
    "title": ("headline", ""),
    "guid": (
        "agency_guid",
        "unless it is a web address (then url, where there is no link), or the item stands in for a page that cannot be had: that has none",
    ),
    "dc:identifier": ("agency_guid", "where there is no guid"),
    "feedburner:origLink": ("url", "before link"),
    "link": ("url", ""),
    "@about": ("url", "where there is no link (RSS 1.0)"),
    "pubDate": ("issued_at_text", ""),
    "dc:date": ("issued_at_text", "where there is no pubDate; reported where it is another instant"),
    "dcterms:issued": ("issued_at_text", "likewise"),
    "atom:published": ("issued_at_text", "likewise"),
    "prism:publicationDate": ("issued_at_text", "likewise"),
    "atom:updated": (
        "issued_at_text",
        "where there is no other, flagged; reported where it is another instant",
    ),
    "dcterms:modified": ("issued_at_text", "as atom:updated"),
    "dcterms:created": ("created_at_text", ""),
    "author": ("byline", "several joined by '; '"),
    "dc:creator": ("byline", "likewise"),
    "atom:author/atom:name": ("byline", "likewise"),
    "itunes:author": ("byline", "likewise"),
    "dc:contributor": ("parties", "role creator"),
    "source": ("parties", "role source"),
    "dc:source": ("parties", "role source"),
    "dc:publisher": ("publisher", "of the item or of the channel"),
    "dc:rights": ("usage_terms", ""),
    "dc:language": ("language_text", ""),
    "dc:type": ("kind_text", ""),
    "yandex:genre": ("genres", ""),
    "dc:subject": ("keywords", ""),
    "media:keywords": ("keywords", ""),
    "itunes:keywords": ("keywords", ""),
    "category": ("subjects", "scheme is its domain, else category"),
    "media:category": ("subjects", "scheme category"),
    "geo:lat": ("location", "latitude"),
    "geo:long": ("location", "longitude"),
    "geo:Point/geo:lat": ("location", "latitude"),
    "geo:Point/geo:long": ("location", "longitude"),
    "georss:point": ("location", "latitude and longitude"),
    "georss:featurename": ("location", "city"),
    **{
        f"{way}media:{name}": (field, how)
        for way in _MEDIA
        for name, field, how in (
            ("credit", "parties", "role credit"),
            ("copyright", "parties", "role credit"),
            ("description", "captions", ""),
            ("title", "captions", ""),
            ("text", "captions", ""),
        )
    },
    "channel/link": ("parties", "role provider: its host"),
    "channel/title": ("parties", "role provider, after the host"),
    "channel/language": ("language_text", "where the item has none"),
    "channel/copyright": ("parties", "role copyright"),
    "channel/dc:rights": ("parties", "role copyright"),
    "channel/dc:language": ("language_text", "where the item has none"),
    "channel/dc:publisher": ("publisher", "where the item has none"),
}
IGNORED: dict[str, str] = {
    "guid@isPermaLink": "whether it is an address is seen",
    "source@url": "where that feed is",
    "*@lang": "of a value; the item's or the feed's counts",
    "*@base": "of links inside the text",
    "*@type": "how the text is marked up; the text tells it",
    "*@role": "of who is credited",
    "*@scheme": "of who is credited",
    "*@term": "Atom's category in RSS says the category again",
    "category@*": "its domain is mapped",
    "comments*": "a page of readers' comments",
    "slash:*": "readers' comments",
    "wfw:*": "readers' comments",
    "thr:*": "readers' comments",
    "enclosure*": "a picture, sound or video",
    "image*": "a picture",
    "itunes:*": "of sound for players",
    "media:content@*": "a picture's or video's file",
    "media:thumbnail*": "a picture's file",
    "media:player*": "a video's player",
    "media:rating*": "for whom a video is",
    "media:adult*": "for whom a video is",
    **{
        f"{way}media:{name}@*": "a picture's or video's file"
        for way in _MEDIA
        for name in ("content", "group", "thumbnail")
    },
    **{f"{way}media:thumbnail": "a picture's file" for way in _MEDIA},
    "media:category@*": "of the category",
    "yandex:*": "for that search engine's use",
    "rambler:*": "for that search engine's use",
    "atom:link*": "the link again, or the feed itself",
    "atom:author*": "of the author, besides the name",
    "atom:id*": "the guid again",
    "georss:*": "a line or an area on a map",
    "feedburner:*": "the feed's own bookkeeping",
    "sy:*": "when to ask again",
    "prism:*": "of the printed edition",
    "pdalink*": "the link for small screens",
    "amplink*": "the link for small screens",
    "dc:format": "of the file",
    "dc:coverage": "what the story is about; subjects say it",
    "dcterms:*": "dates of the page, besides those mapped",
    "@*": "of the item's element",
    "channel@about": "the feed's address (RSS 1.0)",
    "channel/description": "about the feed",
    "channel/category*": "about the feed",
    "channel/image*": "a picture",
    "channel/rating": "about the feed",
    "channel/managingEditor": "whom to write to",
    "channel/webMaster": "whom to write to",
    "channel/pubDate": "when the feed was made",
    "channel/lastBuildDate": "when the feed was made",
    "channel/ttl": "when to ask again",
    "channel/skipHours*": "when to ask again",
    "channel/skipDays*": "when to ask again",
    "channel/sy:*": "when to ask again",
    "channel/cloud*": "where changes are announced",
    "channel/generator*": "the program that wrote the feed",
    "channel/docs": "the version of the format",
    "channel/textInput*": "a form of the site",
    "channel/textinput*": "a form of the site",
    "channel/items*": "the items' addresses, which they say themselves (RSS 1.0)",
    "channel/atom:*": "the feed's own address and dates",
    "channel/dc:*": "about the feed, besides those mapped",
    "channel/dcterms:*": "about the feed",
    "channel/itunes:*": "of sound for players",
    "channel/media:*": "of pictures",
    "channel/geo:*": "where the publisher is",
    "channel/feedburner:*": "the feed's own bookkeeping",
    "rss@version": "the version of the format",
    "rss/image*": "a picture (RSS 1.0)",
    "rss/textinput*": "a form of the site (RSS 1.0)",
}
_TABLE = Table(MAPPED, IGNORED)
_CHANNEL = Table(
    (path.removeprefix("channel").lstrip("/") for path in (*MAPPED, *IGNORED) if path.startswith("channel")),
    ("item*", "*@lang", "*@base"),
)
_ROOT = Table(
    (path.removeprefix("rss").lstrip("/") for path in IGNORED if path.startswith("rss")),
    ("channel*", "item*"),
)
_DATES = ("pubDate", "dc:date", "dcterms:issued", "atom:published", "prism:publicationDate")
_MODIFIED = ("atom:updated", "dcterms:modified")
# Paths whose field has room for one value.
_SINGLE = ("title", "guid", "link", "dc:identifier", "dc:language", "dc:publisher", "dc:type", *_DATES)
_LEAVES = frozenset(("description", *_TEXTS))
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
    found = [] if channel is None else [_under("channel", path) for path in channel.unknown(_CHANNEL)]
    beside = Paths(root, frozenset(("channel", "item")), named=name_in_feed)
    return [*found, *(_under("rss", path) for path in beside.unknown(_ROOT))]


def _under(name: str, path: str) -> str:
    return f"{name}{path}" if path.startswith("@") else f"{name}/{path}"


def _fields(item: Paths, channel: Paths, flags: tuple[str, ...]) -> dict[str, Any]:
    bodies = [read_html(words(element)) for element in item.all(*_TEXTS)]
    body = next((content for content in bodies if content.paragraphs), read_html(""))
    about = read_html("\n\n".join(words(element) for element in item.all("description")))
    found = {**_identity(item), **_stated(item, channel), **_dates(item)}
    found["text"], found["summary"] = text_of(body, about, has_link="url" in found)
    found["unmapped"] = [*item.unknown(_TABLE), *item.further(*_SINGLE), *_other_dates(item)]
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
        *(f"{way}media:{name}" for way in _MEDIA for name in ("description", "title", "text"))
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
            item.values(*(f"{way}media:{name}" for way in _MEDIA for name in ("credit", "copyright"))),
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
    try:
        latitude, longitude = map(float, numbers)
    except ValueError:
        return StatedPlace(city=name) if name else None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return StatedPlace(city=name) if name else None
    return StatedPlace(city=name, latitude=latitude, longitude=longitude)


def _dates(item: Paths) -> dict[str, Any]:
    issued, modified = item.first(*_DATES), item.first(*_MODIFIED)
    return {
        "issued_at_text": issued or modified,
        "created_at_text": item.first("dcterms:created"),
        "quality_flags": ["issued_at_is_modified"] if modified and not issued else [],
    }


def _other_dates(item: Paths) -> list[str]:
    """Paths of dates that are other instants than the one that counts."""
    said = [(path, value) for path in (*_DATES, *_MODIFIED) if (value := item.first(path))]
    return [path for path, value in said[1:] if differ(value, said[0][1])]
