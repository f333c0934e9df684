"""AFP's Core API: a document, a list, the answer to search, get or latest, or a document a line.

Where each member goes is said in :mod:`afpcore.mapping`. AFP's rule that the first paragraph
stands for a missing headline of an alert is normalise's business: here is what is stated.
"""

from __future__ import annotations

import re

from depeche.clean.afpcore import mapping
from depeche.clean.charset import replaced
from depeche.clean.delivery import one_of, origin
from depeche.clean.fragment import plain
from depeche.clean.json.items import JSON_START, Item, has_member, items
from depeche.clean.json.unknown import further, no_objects, several_languages, unknown_inside, unmapped
from depeche.clean.json.values import VALUES, Members, every, first, listed, members, subjects
from depeche.clean.numbers import degrees, whole_number
from depeche.clean.opening import Opening
from depeche.clean.tidy import join_paragraphs, one_line, unique
from depeche.clean.words import body_or_headline
from depeche.records import Association, CleanDispatch, RawDispatch, Rejected, StatedParty, StatedPlace

FORMAT = "afpcore"
VERSION = "3"
ABOUT = (
    "Documents of AFP's Core API (JSON), alone, in a list or in a search's answer, of which what stands around the "
    "documents (how many there are, facets, the state of the answer) is left out. Names in small letters. "
    f"Inside a value may stand: {', '.join(f'{name} ({why})' for name, why in VALUES.items())}. An object of lists "
    "names things by their kind."
)
MAPPED = mapping.MAPPED
IGNORED = mapping.IGNORED

_MEDIA = frozenset(
    ("picture", "graphic", "video", "videographic", "multimedia", "photo", "sidtv", "livereport")
)
_HOUSE = re.compile(r"newsml\.([a-z0-9-]+\.[a-z]{2,3})\.")
_ROLES = ("provider", "source", "creator", "creditline", "copyright")


def sniff(start: Opening) -> bool:
    """JSON with AFP's names of a document."""
    text = start.text
    return bool(JSON_START.match(text)) and any(has_member(text, name) for name in ("uno", "afpshortid"))


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of AFP documents, in their order.

    Raises Reject: ``malformed_content`` (no JSON), ``no_item`` (an answer without documents),
    and where there is a single document ``no_text`` (a picture, a video).
    """
    found = items(raw)
    return one_of(raw, found.found, lambda item: _one(raw, item, found.flags))


def _one(raw: RawDispatch, given: Item, flags: tuple[str, ...]) -> CleanDispatch:
    item = members(given)
    titles = unique(every(item, "headline", "title"))
    kind = first(item, "class", "product")
    text, text_flags = body_or_headline(_paragraphs(item), titles[0] if titles else None, _what(kind))
    revision, revision_flags = whole_number(first(item, "revision"))
    issued, created = first(item, "published"), first(item, "created")
    location, place_flags = _location(item)
    late = ["issued_at_is_created"] if created and not issued else []
    stated = {"url": first(item, "href"), "language_text": first(item, "lang", "language")}
    return CleanDispatch(
        **{**origin(raw, FORMAT, VERSION), **{name: value for name, value in stated.items() if value}},
        text=text,
        agency_guid=first(item, "uno", "publicidentifier", "afpshortid"),
        revision=revision,
        headline=titles[0] if titles else None,
        summary=_summary(item),
        slug="-".join(every(item, "slug")) or None,
        keywords=unique([*every(item, "keyword"), *titles[1:]]),
        byline="; ".join(every(item, "byline")) or None,
        dateline_text=first(item, "dateline") or (None if location else _bag_dateline(item)),
        location=location,
        parties=_parties(item),
        captions=unique([*every(item, "caption"), *_of_bag(item, *mapping.CAPTIONS)]),
        issued_at_text=issued or created,
        created_at_text=created,
        kind_text=kind if kind and kind.lower() != "text" else None,
        genres=every(item, "genre", "genreid"),
        urgency_text=first(item, "urgency"),
        priority_text=first(item, "priority"),
        status_text=first(item, "status"),
        signal_texts=every(item, "signal"),
        advisory="\n".join(every(item, "advisory", "disclaimer")) or None,
        embargo_text=first(item, "embargoed"),
        usage_terms=_terms(item),
        subjects=[s for name, kind in mapping.THINGS.items() for s in subjects(item.get(name), kind)],
        associations=_associations(item),
        unmapped=_unmapped(given, item),
        quality_flags=unique(
            [
                *flags,
                *revision_flags,
                *place_flags,
                *late,
                *several_languages(item, "lang", "language"),
                *text_flags,
                *replaced(text),
            ]
        ),
    )


def _unmapped(given: Item, item: Members) -> list[str]:
    """Paths of what no table knows, and of further values where a field has room for one."""
    unknown = unmapped(given, MAPPED, IGNORED)
    read = {name: value for name, value in given.items() if name not in unknown}
    inside = unknown_inside(read, mapping.INSIDE, IGNORED)
    return unique([*unknown, *inside, *no_objects(item, "bagitem"), *further(item, *mapping.SINGLE)])


def _what(kind: str | None) -> str:
    return f"it is a {kind}" if kind and kind.lower() in _MEDIA else ""


def _paragraphs(item: Members) -> list[str]:
    news = next((listed(item[name]) for name in ("news", "text", "content") if item.get(name)), [])
    return [p for part in news if isinstance(part, str) for p in _written(part)]


def _summary(item: Members) -> str | None:
    found = every(item, "subheadline", "summary") + ([] if item.get("summary") else every(item, "abstract"))
    return join_paragraphs(p for words in unique(found) for p in _written(words)) or None


def _written(part: str) -> list[str]:
    """A paragraph as it stands; one with HTML in it as its paragraphs."""
    if "<" in part or "\n" in part or "&" in part:
        return plain(part).paragraphs
    return [one_line(part)]


def _bag(item: Members) -> list[Members]:
    return [members(bag) for bag in listed(item.get("bagitem")) if isinstance(bag, dict)]


def _of_bag(item: Members, *names: str) -> list[str]:
    """The words that pictures and the like have under ``names``, of themselves or in their newslines."""
    found: list[str] = []
    for bag in _bag(item):
        lines = bag.get("newslines")
        found += every(bag, *names) + (every(members(lines), *names) if isinstance(lines, dict) else [])
    return unique(found)


def _bag_dateline(item: Members) -> str | None:
    lines = (bag.get("newslines") for bag in _bag(item))
    return next(
        (words for line in lines if isinstance(line, dict) and (words := first(members(line), "dateline"))),
        None,
    )


def _location(item: Members) -> tuple[StatedPlace | None, list[str]]:
    latitude, longitude = degrees(first(item, "latitude"), 90), degrees(first(item, "longitude"), 180)
    place = StatedPlace(
        city=first(item, "city"),
        area=first(item, "state"),
        country=first(item, "country", "countryname"),
        latitude=latitude,
        longitude=longitude,
    )
    wrong = (latitude is None) != ("latitude" not in item) or (longitude is None) != ("longitude" not in item)
    return (place if place != StatedPlace() else None), ["coordinates_unreadable"] if wrong else []


def _parties(item: Members) -> list[StatedParty]:
    issuer = _HOUSE.match(first(item, "uno") or "")
    named = [] if item.get("provider") or issuer is None else [("provider", issuer[1])]
    named += [("credit" if name == "creditline" else name, w) for name in _ROLES for w in every(item, name)]
    named += [("credit", words) for words in _of_bag(item, *mapping.CREDITS)]
    return [StatedParty(role=role, text=words) for role, words in dict.fromkeys(named)]


def _terms(item: Members) -> list[str]:
    """Usage terms; codes are given with the name of the member that says what they mean."""
    coded = ((label, ", ".join(every(item, name))) for name, label in mapping.TERMS.items())
    return unique(
        [*every(item, "usageright", "rules"), *(f"{label}: {codes}" for label, codes in coded if codes)]
        + [f"expires: {instant}" for instant in every(item, "expires")]
    )


def _associations(item: Members) -> list[Association]:
    found = [Association(ref=first(bag, "uno"), kind=first(bag, "class", "type")) for bag in _bag(item)]
    return [link for link in dict.fromkeys(found) if link != Association()]
