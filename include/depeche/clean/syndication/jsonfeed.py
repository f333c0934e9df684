"""JSON Feed 1.0 and 1.1: the items of a feed, each a dispatch."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from depeche.clean.charset import decode, replaced
from depeche.clean.delivery import one_of, origin
from depeche.clean.fragment import plain
from depeche.clean.instants import time_of_issue
from depeche.clean.json.items import JSON_START, loads
from depeche.clean.json.unknown import further, no_objects, unknown_inside, unmapped
from depeche.clean.json.values import Members, every, first, listed, members, strings
from depeche.clean.opening import Opening
from depeche.clean.syndication.item import as_its_page
from depeche.clean.tidy import join_paragraphs, one_line, unique
from depeche.clean.words import body_or_headline
from depeche.records import Association, CleanDispatch, RawDispatch, Reject, Rejected, StatedParty

FORMAT = "jsonfeed"
VERSION = "4"
ABOUT = "JSON Feed (jsonfeed.org), versions 1 and 1.1. `feed/` is the feed's own member, the others are an item's."
MAPPED: dict[str, tuple[str, str]] = {
    "feed/title": ("publisher", ""),
    "feed/language": ("language_text", "where the item has none"),
    "feed/authors": ("parties", "role creator, where the item has none"),
    "feed/author": ("parties", "as feed/authors"),
    "id": (
        "agency_guid",
        "verbatim; not where the item stands in for a page that cannot be had: that has none",
    ),
    "url": ("url", ""),
    "external_url": ("url", "where there is no url; else an association"),
    "title": ("headline", ""),
    "content_html": ("text", ""),
    "content_text": ("text", "where there is no content_html"),
    "summary": ("summary", "also the text, flagged, where there is no content"),
    "date_published": ("issued_at_text", ""),
    "date_modified": ("modified_at_text", "also issued_at_text, flagged, where date_published is missing"),
    "authors": ("byline", "the names; also parties, role creator"),
    "author": ("byline", "as authors"),
    "tags": ("keywords", ""),
    "language": ("language_text", ""),
    "attachments": ("associations", "url and mime_type"),
}
IGNORED: dict[str, str] = {
    "feed/version": "the version of the format",
    "feed/home_page_url": "the site's address",
    "feed/feed_url": "the feed's address",
    "feed/next_url": "the next page of the feed; a feed of its own",
    "feed/description": "about the feed",
    "feed/user_comment": "about the feed",
    "feed/icon": "a picture",
    "feed/favicon": "a picture",
    "feed/expired": "whether the feed goes on",
    "feed/hubs": "where changes are announced",
    "image": "a picture's file",
    "banner_image": "a picture's file",
    "authors/url": "the author's page; the name where there is none",
    "authors/avatar": "a picture",
    "attachments/title": "of a file: a picture, a sound",
    "attachments/size_in_bytes": "size and form of a file",
    "attachments/duration_in_seconds": "size and form of a file",
    "_*": "extensions of the publisher, for its own programs",
}

_AUTHOR = frozenset(("name", "url", "avatar"))
_INSIDE: dict[str, Container[str]] = {
    "authors": _AUTHOR,
    "author": _AUTHOR,
    "attachments": frozenset(("url", "mime_type", "title", "size_in_bytes", "duration_in_seconds")),
}
_WORDS = ("content_html", "content_text", "summary", "title")
_SINGLE = ("id", "url", "language", "date_published", "date_modified")
_NAMES = ("id", "url", "external_url")


def sniff(start: Opening) -> bool:
    """JSON that names the format's version, an address at jsonfeed.org."""
    names = ("jsonfeed.org/version", "jsonfeed.org\\/version")
    return bool(JSON_START.match(start.text)) and any(name in start.text for name in names)


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of a feed, in its order.

    Raises Reject: ``malformed_content`` (no whole JSON), ``no_item`` (a feed without items).
    """
    decoded = decode(raw.payload, raw.sidecar.charset, raw.sidecar.language or raw.language_hint)
    feed = loads(decoded.text)
    if isinstance(feed, Reject):
        raise feed
    entries = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(entries, list) or not entries:
        raise Reject("no_item", "A JSON Feed without items: there is nothing to archive in it.")
    entries = _meant(entries, raw.sidecar.items)
    around = members(feed)
    paths = (f"feed/{name}" for name in around if name != "items" and not name.startswith("_"))
    unread = [path for path in paths if path not in MAPPED and path not in IGNORED]
    known = {name: value for name, value in around.items() if name in ("authors", "author")}
    unread += [f"feed/{path}" for path in (*_inside(known), *no_objects(known, *known))]
    return one_of(raw, entries, lambda entry: _one(raw, entry, around, unread, decoded.flags))


def _meant(entries: list[Any], wanted: list[str] | None) -> list[Any]:
    """The items that the delivery names, by id or address; all where it names none.

    Raises Reject ``no_item`` where none of those named is there.
    """
    if wanted is None:
        return entries
    named = frozenset(wanted)
    kept = [e for e in entries if isinstance(e, dict) and not named.isdisjoint(every(members(e), *_NAMES))]
    if not kept:
        raise Reject("no_item", "None of the items that came by this feed is in it.")
    return kept


def _one(
    raw: RawDispatch, given: Any, feed: Members, unread: list[str], flags: tuple[str, ...]
) -> CleanDispatch:
    if not isinstance(given, dict):
        raise Reject("malformed_content", f"An item that is no object but {str(given)[:40]!r}.")
    item = members(given)
    content = plain(_text(item, "content_html") or _text(item, "content_text") or "")
    summary = join_paragraphs(plain(_text(item, "summary") or "").paragraphs) or None
    headline = one_line(" ".join(plain(_text(item, "title") or "").paragraphs)) or None
    text, text_flags = content.paragraphs, ["text_from_summary"] if summary and not content.paragraphs else []
    body, title_flags = body_or_headline(text or [summary or ""], headline)
    people = _names(item) or _names(feed)
    modified = first(item, "date_modified")
    issued, issue_flags = time_of_issue(first(item, "date_published"), modified)
    guid = first(item, "id")
    stated = {
        "publisher": raw.sidecar.publisher or first(feed, "title"),
        "url": first(item, "url", "external_url"),
        "language_text": first(item, "language") or first(feed, "language"),
    }
    return CleanDispatch(
        **{**origin(raw, FORMAT, VERSION), **{name: value for name, value in stated.items() if value}},
        text=body,
        agency_guid=guid if "agency_guid" not in as_its_page(raw, {**stated, "agency_guid": guid}) else None,
        headline=headline,
        summary=summary,
        keywords=every(item, "tags"),
        byline="; ".join(_names(item)) or None,
        parties=[StatedParty(role="creator", text=name) for name in people],
        captions=unique(content.captions),
        issued_at_text=issued,
        modified_at_text=modified,
        associations=_links(item),
        unmapped=[
            *unread,
            *_unmapped(given, item),
            *(f"content_html//{name}" for name in unique(content.unmapped)),
        ],
        quality_flags=unique([*flags, *issue_flags, *text_flags, *title_flags, *replaced(body)]),
    )


def _inside(item: Members) -> list[str]:
    """Paths of what no table knows inside the members of an item or a feed; extensions are known."""
    return [path for path in unknown_inside(item, _INSIDE, IGNORED) if "/_" not in path]


def _unmapped(given: Members, item: Members) -> list[str]:
    """Names and paths of what no table knows, or a field has no room for."""
    unknown = unmapped(given, MAPPED, IGNORED)
    read = {name: value for name, value in given.items() if name not in unknown}
    names = [name for name in unknown if not name.startswith("_")]
    odd = [name for name in _WORDS if name in item and not isinstance(item[name], str)]
    odd += [*no_objects(item, "authors", "author", "attachments"), *further(item, *_SINGLE)]
    inside = _inside({name: value for name, value in read.items() if name.lower() not in _WORDS})
    return [*names, *inside, *odd]


def _text(item: Members, name: str) -> str | None:
    value = item.get(name)
    return value if isinstance(value, str) else None


def _names(item: Members) -> list[str]:
    authors = [*listed(item.get("authors")), *listed(item.get("author"))]
    return unique(
        w for a in authors if isinstance(a, dict) for w in strings(a.get("name")) or strings(a.get("url"))
    )


def _links(item: Members) -> list[Association]:
    found = [
        Association(ref=first(part, "url"), kind=first(part, "mime_type"))
        for part in (members(entry) for entry in listed(item.get("attachments")) if isinstance(entry, dict))
    ]
    if item.get("url") and (outside := first(item, "external_url")):
        found.append(Association(ref=outside, kind="external_url"))
    return [link for link in dict.fromkeys(found) if link != Association()]
