"""ninjs 1.x, 2.x and 3.x, IPTC's news in JSON: an item, a list, a search's answer, or an item a line.

Where each member goes is said in :mod:`ninjs.mapping`.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from depeche.clean.charset import replaced
from depeche.clean.delivery import one_of, origin
from depeche.clean.fragment import plain
from depeche.clean.json.items import JSON_START, Item, has_member, items
from depeche.clean.json.unknown import several_languages
from depeche.clean.json.values import (
    VALUES,
    Members,
    every,
    first,
    listed,
    members,
    strings,
    subjects,
)
from depeche.clean.ninjs import mapping
from depeche.clean.ninjs.bodies import FIELDS, read_bodies
from depeche.clean.ninjs.linked import (
    PACKAGE,
    associations,
    captions_of_linked,
    descriptions,
    is_listing,
    others,
    words_of_linked,
)
from depeche.clean.ninjs.unmapped import unmapped
from depeche.clean.numbers import degrees, whole_number
from depeche.clean.opening import Opening
from depeche.clean.tidy import join_paragraphs, one_line, unique
from depeche.clean.words import body_or_headline
from depeche.records import CleanDispatch, RawDispatch, Rejected, StatedParty, StatedPlace

FORMAT = "ninjs"
VERSION = "4"
ABOUT = (
    "IPTC's news in JSON, versions 1 to 3, as agencies and Superdesk write it; of a search's answer what stands around "
    "the items (how many there are, links) is left out. Names in small letters. "
    f"Inside a value may stand: {', '.join(f'{name} ({why})' for name, why in VALUES.items())}. Inside an "
    "association may stand whatever an item has: of a picture or video it is left out but for its words and "
    "credits; of a text, a dispatch of its own, its words are reported. Bodies of another role than the text: "
    f"{', '.join(f'{role} ({field})' for role, field in FIELDS.items())}; any other stands behind the text, "
    "lead and intro before it."
)
MAPPED = mapping.MAPPED
IGNORED = mapping.IGNORED

_OWN_NAMES = (
    "versioncreated", "pubstatus", "body_html", "body_xhtml", "body_text", "body_main", "body_richtext",
    "headline_main", "headlines", "bodies", "infosource", "infosources", "copyrightholder", "copyrightnotice",
    "firstcreated", "usageterms", "representationtype", "ednote", "altids", "slugline",
)  # fmt: skip
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
    item ``no_text`` (a picture, a package of nothing).
    """
    found = items(raw)
    return one_of(raw, found.found, lambda item: _one(raw, item, found.flags))


def _one(raw: RawDispatch, given: Item, flags: tuple[str, ...]) -> CleanDispatch:
    item = members(given)
    bodies = read_bodies(item)
    summaries, captions = descriptions(item)
    headline, other_titles = _headline(item)
    paragraphs = bodies.text
    if is_listing(item):
        paragraphs = [line for line in words_of_linked(item) if line != headline]
    text, text_flags = body_or_headline(paragraphs, headline, _what(item))
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
        summary=join_paragraphs(unique([*summaries, *bodies.summary])) or None,
        slug=slugs[0] if slugs else None,
        keywords=unique([*every(item, "keywords"), *slugs[1:], *other_titles]),
        byline=_byline(item),
        location=_location(item.get("located")),
        parties=_parties(item),
        captions=unique([*bodies.captions, *captions, *captions_of_linked(item)]),
        issued_at_text=issued or created,
        created_at_text=created,
        kind_text=PACKAGE if first(item, "type") == PACKAGE else None,
        genres=every(item, "genre", "genres"),
        urgency_text=first(item, "urgency"),
        priority_text=first(item, "priority"),
        status_text=first(item, "pubstatus"),
        signal_texts=every(item, "signal", "signals"),
        advisory="\n".join(unique([*every(item, "ednote", "embargoedreason"), *bodies.advisory])) or None,
        embargo_text=first(item, "embargoed"),
        usage_terms=unique([
            *every(item, "usageterms"), *_rights(item.get("rightsinfo")),
            *(f"expires: {instant}" for instant in every(item, "expires")),
        ]),
        subjects=[s for name, kind in mapping.THINGS.items() for s in subjects(item.get(name), kind)],
        associations=associations(item),
        unmapped=unique([*unmapped(given, item), *bodies.unmapped]),
        quality_flags=unique([*flags, *revision_flags, *late, *several_languages(item, "language"), *text_flags, *replaced(text)]),
    )  # fmt: skip


def _what(item: Members) -> str:
    kind = first(item, "type") or "text"
    return "" if kind == "text" or (kind == PACKAGE and others(item)) else f"it is a {kind}"


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


def _byline(item: Members) -> str | None:
    return "; ".join(every(item, "by", "byline", "bylines") or every(item, "authors")) or None


def _location(value: Any) -> StatedPlace | None:
    place = next(iter(listed(value)), None)
    if isinstance(place, dict):
        parts = members(place)
        longitude, latitude = _point(parts.get("geojson"))
        stated = StatedPlace(
            city=first(parts, "city", "name", "literal", "value"),
            area=first(parts, "area", "state", "region"),
            country=first(parts, "country", "countrycode", "country_code"),
            latitude=latitude,
            longitude=longitude,
        )
        return stated if stated != StatedPlace() else None
    words = next(iter(strings(place)), None)
    if not words:
        return None
    city, _, area = words.partition(",")
    return StatedPlace(city=city.strip() or None, area=area.strip() or None)


def _point(shape: Any) -> tuple[float | None, float | None]:
    """(longitude, latitude) of a GeoJSON point in degrees; of any other shape None."""
    at = shape.get("coordinates") if isinstance(shape, dict) else None
    if not isinstance(at, list) or len(at) < 2 or not all(type(n) in (int, float) for n in at[:2]):
        return None, None
    longitude, latitude = degrees(at[0], 180), degrees(at[1], 90)
    return (None, None) if longitude is None or latitude is None else (longitude, latitude)


def _parties(item: Members) -> list[StatedParty]:
    found = [(role, words) for role, name in _PARTIES for words in every(item, name)]
    for source in (*listed(item.get("infosource")), *listed(item.get("infosources"))):
        role = first(members(source), "rel", "role") if isinstance(source, dict) else None
        found += [(role if role in mapping.ROLES else "source", w) for w in strings(source)]
    if every(item, "by", "byline", "bylines"):
        found += [("creator", words) for words in every(item, "authors")]
    found += [("credit", w) for other in others(item) for w in every(other, "byline", "by", "creditline")]
    return [StatedParty(role=role, text=words) for role, words in dict.fromkeys(found)]


def _rights(value: Any) -> list[str]:
    """Terms within ``rightsinfo``: their words, or where they are."""
    found: list[str] = []
    for part in listed(value):
        said = members(part) if isinstance(part, dict) else {}
        found += every(said, *(n for n in said if n != "langid")) if said else strings(part)
    return unique(found)
