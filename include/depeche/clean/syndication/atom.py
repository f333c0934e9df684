"""Atom: a dispatch for each entry that carries its whole text."""

from __future__ import annotations

from typing import Any

from lxml import etree

from depeche.clean import markup
from depeche.clean.delivery import one_of, origin
from depeche.clean.fragment import line, read_html
from depeche.clean.instants import other_instants, time_of_issue
from depeche.clean.markup import Content
from depeche.clean.nitf.copy import read_copy
from depeche.clean.nitf.inside import beside, fill
from depeche.clean.numbers import whole_number
from depeche.clean.opening import Opening
from depeche.clean.syndication import atom_mapping
from depeche.clean.syndication.item import as_its_page, finish, meant, text_of
from depeche.clean.tidy import one_line, unique
from depeche.clean.xml import safe as xmlsafe
from depeche.clean.xml.parts import parse_items
from depeche.clean.xml.paths import Paths, Table, below
from depeche.clean.xml.safe import LANG, words
from depeche.hosts import host
from depeche.records import Association, CleanDispatch, RawDispatch, Reject, Rejected, StatedParty, Subject

FORMAT = "atom"
VERSION = "5"
ABOUT = (
    "Atom 1.0 and 0.3, an entry each. An entry whose content is cut off or elsewhere, or that has only a short "
    "summary and a link, announces a page and is refused as `teaser`. Paths are relative to the entry, `feed` is "
    "the feed. Elements of other vocabularies are reported."
)
MAPPED = atom_mapping.MAPPED
IGNORED = atom_mapping.IGNORED
_TABLE = Table(MAPPED, IGNORED)
_FEED = Table(
    below("feed", MAPPED),
    below("feed", IGNORED),
    (path for path in IGNORED if path.startswith("*@")),
    ("@xml:lang", "entry*"),
)
# Paths whose field has room for one value.
_SINGLE = (
    "title", "id", "published", "issued", "updated", "modified", "created", "ContentMetadata/SlugLine", "ContentMetadata/DateLine",
    "NewsManagement/PublishingStatus", "NewsManagement/ManagementSequenceNumber",
)  # fmt: skip
_ISSUED, _MODIFIED = ("published", "issued"), ("updated", "modified")
_LEAVES = frozenset(("content", "summary", "title", "rights"))
IGNORED = {**IGNORED, **{f"html//{tag}": why for tag, why in markup.DROPPED.items()}}


def sniff(start: Opening) -> bool:
    """``<feed>`` or ``<entry>`` in Atom's namespace."""
    is_atom = "www.w3.org/2005/Atom" in (start.tag or "") or "purl.org/atom" in (start.tag or "")
    return start.root in ("feed", "entry") and is_atom


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatch of each entry, in the feed's order, or its refusal.

    Raises Reject: ``malformed_xml``, ``unsafe_xml``, ``binary``, ``no_item`` (a feed without
    entries), and where there is a single entry ``no_text`` or ``teaser``.
    """
    parsed, fault = parse_items(raw, "entry")
    entries = meant(raw, list(parsed.root.iter("entry")))
    if not entries:
        raise Reject("no_item", "A feed without any entry.")
    feed = Paths(parsed.root, frozenset(("entry",))) if parsed.root.tag == "feed" else None

    unread = [] if feed is None else feed.unknown(_FEED, "feed")

    def read_one(entry: xmlsafe.Element) -> CleanDispatch:
        found = _fields(entry, feed or Paths(etree.Element("feed")), parsed.flags)
        found["unmapped"] = unique([*unread, *found["unmapped"]])
        return CleanDispatch(**{**origin(raw, FORMAT, VERSION), **found, **as_its_page(raw, found)})

    return one_of(raw, entries, read_one, fault)


def _fields(entry: etree._Element, feed: Paths, flags: tuple[str, ...]) -> dict[str, Any]:
    paths = Paths(entry, _LEAVES)
    content, inner = _nitf(paths.all("content")) or (_content(paths.all("content")), {})
    summary = _content(paths.all("summary"))
    languages = [element.get(LANG) for element in (*paths.all("content"), entry, *feed.all(""))]
    language = next((one_line(language) for language in languages if language), None)
    found = {**_links(paths), **_stated(paths, feed), **({"language_text": language} if language else {})}
    found["text"], found["summary"] = text_of(content, summary, has_link="url" in found)
    other_dates = [*other_instants(paths.first, *_ISSUED), *other_instants(paths.first, *_MODIFIED)]
    found["unmapped"] = [*paths.unknown(_TABLE), *paths.further(*_SINGLE), *other_dates]
    found["byline"] = inner.get("byline") or found["byline"]
    done = finish(found, flags, content if not inner else Content(), summary)
    inner["unmapped"] = [f"content/nitf/{path}" for path in inner.get("unmapped", [])]
    return fill(done, {"quality_flags": [], **inner})


def _nitf(elements: list[etree._Element]) -> tuple[Content, dict[str, Any]] | None:
    """NITF inside the content, as AP's feeds have it: its copy and what it states; None where there is none."""
    nitf = next((found for element in elements for found in element.iter("nitf")), None)
    if nitf is None:
        return None
    copy = read_copy(nitf)
    return copy.content, beside(nitf, copy)


def _content(elements: list[etree._Element]) -> Content:
    """Text, HTML as text, or XHTML; nothing where it is in another file."""
    found = Content()
    for element in elements:
        if element.get("src"):
            continue
        part = Content().add(element) if len(element) else read_html(element.text or "")
        found.paragraphs += part.paragraphs
        found.captions += part.captions
        found.unmapped += part.unmapped
    return found


def _links(paths: Paths) -> dict[str, Any]:
    links = [
        (one_line(link.get("rel")) or "alternate", one_line(link.get("href"))) for link in paths.all("link")
    ]
    guid = paths.first("id")
    is_address = guid is not None and guid.lower().startswith(("http://", "https://"))
    addresses = [href for rel, href in links if rel == "alternate"] + ([guid] if guid and is_address else [])
    url = next((href for href in addresses if href.lower().startswith(("http://", "https://"))), None)
    return {
        **({"url": url} if url else {}),
        "agency_guid": None if is_address else guid,
        "associations": [
            Association(ref=href, kind=rel)
            for rel, href in links
            if href and rel not in ("alternate", "self", "edit", "replies")
        ],
    }


def _hosts(feed: Paths) -> list[str]:
    """The host of the feed's own address."""
    return list(filter(None, (host(link) for link in feed.values("link@href"))))[:1]


def _stated(paths: Paths, feed: Paths) -> dict[str, Any]:
    modified = paths.first(*_MODIFIED)
    issued, issue_flags = time_of_issue(paths.first(*_ISSUED), modified)
    subjects = [
        Subject(
            scheme=one_line(category.get("scheme")) or "category",
            code=line(category.get("term")) or line(category.get("label")),
            label=line(category.get("label")) or None,
        )
        for category in paths.all("category")
    ]
    stated = [
        ("provider", [*_hosts(feed), *feed.values("title")]),
        ("source", paths.values("source/title")),
        ("creator", paths.values("contributor/name")),
    ]
    bylines = paths.values("ContentMetadata/ByLine") or paths.values("author/name")
    titles = map(line, map(words, paths.all("title", "ContentMetadata/HeadLine")))
    revision, revision_flags = whole_number(paths.first("NewsManagement/ManagementSequenceNumber"))
    return {
        "headline": next(filter(None, titles), None),
        "byline": "; ".join(map(line, bylines or feed.values("author/name"))) or None,
        "slug": paths.first("ContentMetadata/SlugLine"),
        "dateline_text": paths.first("ContentMetadata/DateLine"),
        "priority_text": paths.first("ContentMetadata/Priority@Numeric"),
        "status_text": paths.first("NewsManagement/PublishingStatus"),
        "revision": revision,
        "issued_at_text": issued,
        "created_at_text": paths.first("created"),
        "modified_at_text": modified,
        "quality_flags": [*issue_flags, *revision_flags],
        "usage_terms": unique(map(line, paths.values("rights") or feed.values("rights"))),
        "subjects": [subject for subject in dict.fromkeys(subjects) if subject.code],
        "parties": [StatedParty(role=role, text=line(name)) for role, names in stated for name in names],
    }
