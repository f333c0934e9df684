"""ninjs 1.x, 2.x and 3.x, IPTC's news in JSON: an item, a list, a search's answer, or an item a line.

Where each member goes is said in :mod:`ninjs_fields`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from depeche.clean import ninjs_fields
from depeche.clean.charset import replaced
from depeche.clean.delivery import one_of, origin
from depeche.clean.fragment import plain
from depeche.clean.jsonitems import JSON_START, Item, has_member, items
from depeche.clean.jsonvalues import Members, every, first, listed, members, strings, subjects, whole_number
from depeche.clean.markup import Content
from depeche.clean.opening import Opening
from depeche.clean.tidy import join_paragraphs, one_line, unique
from depeche.clean.words import body_or_headline
from depeche.records import Association, CleanDispatch, RawDispatch, Rejected, StatedParty, StatedPlace

FORMAT = "ninjs"
VERSION = "1"
ABOUT = "IPTC's news in JSON, versions 1 to 3, as agencies and Superdesk write it. Names in small letters."
MAPPED = ninjs_fields.MAPPED
IGNORED = ninjs_fields.IGNORED

_OWN_NAMES = (
    "versioncreated", "pubstatus", "body_html", "body_xhtml", "body_text", "body_main", "body_richtext",
    "headline_main", "headlines", "bodies", "infosource", "infosources", "copyrightholder", "copyrightnotice",
    "firstcreated", "usageterms", "representationtype", "ednote", "altids", "slugline",
)  # fmt: skip
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
# (role, members), in the order in which parties are given.
_PARTIES = (
    ("provider", "provider"),
    ("source", "source"),
    ("copyright", "copyrightholder"),
    ("copyright", "copyrightnotice"),
    ("credit", "creditline"),
)


def sniff(start: Opening) -> bool:
    """JSON with two names of ninjs' own, or one beside a uri."""
    if not JSON_START.match(start.text):
        return False
    text, small = start.text, start.text.lower()
    own = sum(1 for _ in islice((name for name in _OWN_NAMES if has_member(small, name)), 2))
    is_named = own == 1 and any(has_member(text, name) for name in ("uri", "guid"))
    return own > 1 or is_named or '"ninjs"' in text


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of ninjs items, in their order.

    Raises Reject: ``malformed_content`` (no JSON), ``no_item``, and where there is a single
    item ``no_text`` (a picture, a package).
    """
    found = items(raw)
    return one_of(raw, found.found, lambda item: _one(raw, item, found.flags))


def _one(raw: RawDispatch, given: Item, flags: tuple[str, ...]) -> CleanDispatch:
    item = members(given)
    content = _body(item)
    headline, other_titles = _headline(item)
    text, text_flags = body_or_headline(content.paragraphs, headline, _what(item))
    revision, revision_flags = whole_number(first(item, "version"))
    issued, created = first(item, "versioncreated"), first(item, "firstcreated", "contentcreated")
    slugs = every(item, "slugline", "slug", "slugs")
    late = ["issued_at_is_created"] if created and not issued else []
    stated = {
        **origin(raw, FORMAT, VERSION),
        **{k: v for k, v in (("url", first(item, "weburi", "canonicalurl")), ("language_text", first(item, "language"))) if v},
    }  # fmt: skip
    return CleanDispatch(
        **stated,
        text=text,
        agency_guid=first(item, "uri", "guid"),
        revision=revision,
        headline=headline,
        summary=_summary(item),
        slug=slugs[0] if slugs else None,
        keywords=unique([*every(item, "keywords"), *slugs[1:], *other_titles]),
        byline=_byline(item),
        location=_location(item.get("located")),
        parties=_parties(item),
        captions=unique([*content.captions, *_captions(item)]),
        issued_at_text=issued or created,
        created_at_text=created,
        genres=every(item, "genre", "genres"),
        urgency_text=first(item, "urgency"),
        priority_text=first(item, "priority"),
        status_text=first(item, "pubstatus"),
        signal_texts=every(item, "signal", "signals"),
        advisory="\n".join(every(item, "ednote", "embargoedreason")) or None,
        embargo_text=first(item, "embargoed"),
        usage_terms=[*every(item, "usageterms"), *_rights(item.get("rightsinfo"))],
        subjects=[s for name, kind in ninjs_fields.THINGS.items() for s in subjects(item.get(name), kind)],
        associations=_associations(item),
        unmapped=[
            *(name for name in given if name.lower() in item and not ninjs_fields.is_known(name.lower())),
            *(f"body//{name}" for name in unique(content.unmapped)),
        ],
        quality_flags=unique([*flags, *revision_flags, *late, *text_flags, *replaced(text)]),
    )


def _what(item: Members) -> str:
    kind = first(item, "type") or "text"
    return "" if kind == "text" else f"it is a {kind}"


def _headline(item: Members) -> tuple[str | None, list[str]]:
    """The headline and other titles; ninjs 2 and 3 list headlines with a role each."""
    titles = [one_line(plain_words(first(item, "headline") or ""))]
    entries = [members(entry) for entry in listed(item.get("headlines")) if isinstance(entry, dict)]
    entries.sort(key=lambda entry: (first(entry, "role") or "main") != "main")
    titles += [plain_words(first(entry, "value") or "") for entry in entries]
    titles += [w for entry in listed(item.get("headlines")) if isinstance(entry, str) for w in strings(entry)]
    names = sorted((n for n in item if n.startswith("headline_")), key=lambda name: name != "headline_main")
    titles = unique([*titles, *(plain_words(w) for w in every(item, *names, "title"))])
    return (titles[0] if titles else None), titles[1:]


def plain_words(words: str) -> str:
    """A line without the HTML that some senders write in it."""
    if "<" not in words and "&" not in words:
        return words
    return one_line(" ".join(plain(words).paragraphs))


def _body(item: Members) -> Content:
    """Of several renditions of the body the one that is marked up, else the main one."""
    bodies: list[tuple[str, str]] = []
    for entry in listed(item.get("bodies")):
        if isinstance(entry, dict):
            parts = members(entry)
            value = parts.get("value")
            bodies += [(first(parts, "role") or "", value)] if isinstance(value, str) else []
    bodies += [
        (n.removeprefix("body_"), v) for n, v in item.items() if n.startswith("body_") and isinstance(v, str)
    ]
    bodies.sort(key=lambda body: (not _TAG.search(body[1]), body[0] not in ("main", "text")))
    return next((c for c in (plain(value) for _, value in bodies) if c.paragraphs), Content())


def _summary(item: Members) -> str | None:
    stated = [
        v
        for e in listed(item.get("descriptions"))
        if isinstance(e, dict)
        for v in strings(members(e).get("value"))
    ]
    names = sorted(
        (n for n in item if n.startswith("description_")), key=lambda name: name == "description_html"
    )
    for words in (*stated, *(item[name] for name in names), item.get("abstract")):
        if isinstance(words, str) and (found := plain(words).paragraphs):
            return join_paragraphs(found)
    return None


def _byline(item: Members) -> str | None:
    return "; ".join(every(item, "by", "byline", "bylines") or every(item, "authors")) or None


def _location(value: Any) -> StatedPlace | None:
    place = next(iter(listed(value)), None)
    if isinstance(place, dict):
        parts = members(place)
        stated = StatedPlace(
            city=first(parts, "city", "name", "value"),
            area=first(parts, "area", "state", "region"),
            country=first(parts, "country", "countrycode", "country_code"),
        )
        return stated if stated != StatedPlace() else None
    words = next(iter(strings(place)), None)
    if not words:
        return None
    city, _, area = words.partition(",")
    return StatedPlace(city=city.strip() or None, area=area.strip() or None)


def _parties(item: Members) -> list[StatedParty]:
    found = [(role, words) for role, name in _PARTIES for words in every(item, name)]
    for source in (*listed(item.get("infosource")), *listed(item.get("infosources"))):
        role = first(members(source), "rel", "role") if isinstance(source, dict) else None
        found += [(role if role in ("provider", "creator") else "source", w) for w in strings(source)]
    if every(item, "by", "byline", "bylines"):
        found += [("creator", words) for words in every(item, "authors")]
    found += [("credit", w) for other in _others(item) for w in every(other, "byline", "by", "creditline")]
    return [StatedParty(role=role, text=words) for role, words in dict.fromkeys(found)]


def _others(item: Members) -> list[Members]:
    """The associated items: an object by names in ninjs 1, a list in ninjs 2 and 3."""
    given = item.get("associations")
    entries = given.values() if isinstance(given, dict) else listed(given)
    flat = [part for entry in entries for part in listed(entry)]
    return [members(entry) for entry in flat if isinstance(entry, dict)]


def _associations(item: Members) -> list[Association]:
    found = [
        Association(ref=first(o, "uri", "guid"), kind=first(o, "type", "rel", "name")) for o in _others(item)
    ]
    found += [Association(ref=ref, kind="evolvedfrom") for ref in every(item, "evolvedfrom")]
    return [link for link in dict.fromkeys(found) if link != Association()]


def _captions(item: Members) -> list[str]:
    media = [
        other for other in _others(item) if first(other, "type") in ("picture", "graphic", "video", "audio")
    ]
    return unique(summary for other in media if (summary := _summary(other) or first(other, "headline")))


def _rights(value: Any) -> list[str]:
    """Terms within ``rightsinfo``: their words, or where they are."""
    return unique(
        w
        for part in listed(value)
        for w in (every(members(part), *members(part)) if isinstance(part, dict) else strings(part))
    )
