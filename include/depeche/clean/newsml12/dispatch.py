"""The facts and texts of a NewsItem put together to a CleanDispatch, group by group."""

from __future__ import annotations

import re
from typing import Any

from depeche.clean.charset import replaced
from depeche.clean.newsml12.item import Item, every, first
from depeche.clean.newsml12.mapping import ABOUT, ADMIN, LINES, MANAGEMENT, RIGHTS
from depeche.clean.newsml12.unmapped import unmapped
from depeche.clean.newsml12.words import wording
from depeche.clean.nitf.inside import fill
from depeche.clean.numbers import degrees, whole_number
from depeche.clean.tidy import one_line, unique
from depeche.records import Association, StatedParty, StatedPlace, Subject

_ID = "Identification/NewsIdentifier"
# (role, path), in the order in which parties are given.
_PARTIES = (
    ("provider", f"{ADMIN}/Provider/Party"),
    ("provider", f"{_ID}/ProviderId"),
    ("source", f"{ADMIN}/Source/Party"),
    ("creator", f"{ADMIN}/Creator/Party"),
    ("creator", f"{ADMIN}/Contributor/Party"),
    ("creator", f"{ADMIN}/Property[author]"),
    ("copyright", f"{LINES}/CopyrightLine"),
    ("copyright", f"{RIGHTS}/Copyright/CopyrightHolder"),
    ("credit", f"{LINES}/CreditLine"),
    ("credit", "media/NewsLines/CreditLine"),
    ("credit", "media/NewsLines/CopyrightLine"),
    ("credit", "media/NewsLines/ByLine"),
    ("credit", "media/AdministrativeMetadata/Creator/Party"),
    ("credit", "media/AdministrativeMetadata/Source/Party"),
)
_SUBJECTS = ((f"{ABOUT}/SubjectCode@cat", "afp-category"), (f"{ABOUT}/OfInterestTo", "audience"))
# A public identifier names provider, date, item and revision; Belga's names only itself.
_PUBLIC_ID = re.compile(r"urn:newsml:[^:]+:[^:]+:.+", re.IGNORECASE)


def fields(item: Item) -> dict[str, Any]:
    """Keyword arguments of CleanDispatch for what ``item`` states.

    Raises Reject ``no_text`` where it holds no text: a picture, a video, an index.
    """
    found = {**_identity(item), **wording(item), **_lifecycle(item), **_place_and_time(item), **_about(item)}
    found["parties"] = _parties(item)
    found["unmapped"] = unmapped(item)
    found["quality_flags"] = unique([*item.flags, *replaced(found["text"])])
    for piece in item.pieces:
        inner = {"quality_flags": [], **piece.stated}
        inner["unmapped"] = [f"DataContent/nitf/{path}" for path in inner.get("unmapped", [])]
        found = fill(found, inner)
    return found


def _identity(item: Item) -> dict[str, Any]:
    revision = first(item, f"{_ID}/RevisionId")
    number, flags = whole_number(revision)
    item.flags.extend(flags)
    return {"agency_guid": _of_version(_guid(item), item.variant, revision), "revision": number}


def _guid(item: Item) -> str | None:
    """The PublicIdentifier; where it is missing or names no item, what the standard makes it of."""
    public = first(item, f"{_ID}/PublicIdentifier")
    if public and _PUBLIC_ID.match(public):
        return public
    parts = [first(item, f"{_ID}/{name}") for name in ("ProviderId", "DateId", "NewsItemId", "RevisionId")]
    if None in parts[:3]:
        return None if public and public.lower().startswith("urn:newsml:") else public
    item.flags.append("guid_composed")
    return ":".join(["urn:newsml", *filter(None, parts)])


def _of_version(guid: str | None, language: str | None, revision: str | None) -> str | None:
    """``guid`` with its language before the revision, where the item holds several."""
    if not guid or not language:
        return guid
    name, _, last = guid.rpartition(":")
    return f"{name}#{language}:{last}" if revision and last == revision else f"{guid}#{language}"


def _lifecycle(item: Item) -> dict[str, Any]:
    terms = every(item, f"{RIGHTS}/UsageRights", f"{LINES}/RightsLine")
    embargo, changes = _status_change(item)
    update = [f"Update={value}" for value in every(item, f"{_ID}/RevisionId@Update") if value != "N"]
    return {
        "kind_text": first(item, f"{MANAGEMENT}/NewsItemType"),
        "urgency_text": first(item, f"{MANAGEMENT}/Urgency"),
        "priority_text": first(item, "NewsEnvelope/Priority"),
        "status_text": first(item, f"{MANAGEMENT}/Status"),
        "signal_texts": unique([*every(item, f"{MANAGEMENT}/Instruction"), *update, *changes]),
        "embargo_text": embargo,
        "usage_terms": unique(terms),
    }


def _status_change(item: Item) -> tuple[str | None, list[str]]:
    """A status that will change to Usable is an embargo; another change is a signal."""
    stated = ("Property[EmbargoedUntil]", "EmbargoedUntil")
    until = first(item, *(f"{MANAGEMENT}/{path}" for path in stated), f"{RIGHTS}/Property[EmbargoedUntil]")
    future = first(item, f"{MANAGEMENT}/StatusWillChange/FutureStatus")
    at = first(item, f"{MANAGEMENT}/StatusWillChange/DateAndTime")
    if at and (future or "usable").lower() == "usable":
        return until or at, []
    return until, [" ".join(filter(None, (future, at)))] if future else []


def _place_and_time(item: Item) -> dict[str, Any]:
    issued = first(item, f"{MANAGEMENT}/ThisRevisionCreated")
    if not issued:
        issued = first(item, "NewsEnvelope/DateAndTime")
        item.flags.extend(["issued_at_from_envelope"] if issued else [])
    inside = next((piece.copy.dateline for piece in item.pieces if piece.copy.dateline), None)
    return {
        "issued_at_text": issued,
        "created_at_text": first(item, f"{MANAGEMENT}/FirstCreated"),
        "dateline_text": first(item, f"{LINES}/DateLine") or inside,
        "dateline_date_text": first(item, f"{ABOUT}/DateLineDate"),
        "location": _location(item, "Origin") or _location(item, ""),
    }


def _location(item: Item, how: str) -> StatedPlace | None:
    def stated(*names: str) -> str | None:
        return first(item, *(f"{ABOUT}/Location[{how}]/Property[{name}]" for name in names))

    place = StatedPlace(
        city=stated("City"),
        area=stated("Area", "CountryArea"),
        country=stated("Country"),
        latitude=_degrees(stated("Latitude"), 90, item),
        longitude=_degrees(stated("Longitude"), 180, item),
    )
    return place if place != StatedPlace() else None


def _degrees(text: str | None, limit: int, item: Item) -> float | None:
    value = degrees(text, limit)
    if value is None and text is not None:
        item.flags.append("coordinates_unreadable")
    return value


def _about(item: Item) -> dict[str, Any]:
    subjects = [tuple(value.split(" ", 1)) for value in every(item, f"{ABOUT}/SubjectCode")]
    subjects += [(scheme, value) for path, scheme in _SUBJECTS for value in every(item, path)]
    links = [value.partition("\t")[::2] for value in every(item, f"{MANAGEMENT}/AssociatedWith")]
    links += [(v.partition("\t")[0], "DerivedFrom") for v in every(item, f"{MANAGEMENT}/DerivedFrom")]
    links += [(ref, "NewsItemRef") for ref in every(item, "NewsComponent/NewsItemRef")]
    revision, guid = first(item, f"{_ID}/RevisionId"), _guid(item)
    links += [(_of_version(guid, other, revision) or "", "Translation") for other in item.others]
    languages = [item.variant] if item.variant else every(item, f"{ABOUT}/Language")
    languages = languages or list(filter(None, item.languages[::-1]))
    stated = {"language_text": languages[0]} if languages else {}
    if len({language.lower() for language in every(item, f"{ABOUT}/Language")}) > 1:
        item.flags.append("several_languages")
    named = [
        item.topics.get(ref, Subject(scheme="topic", code=ref))
        for ref in every(item, f"{ABOUT}/TopicOccurrence")
    ]
    unique_subjects = list(dict.fromkeys([*(Subject(scheme=s, code=c) for s, c in subjects), *named]))
    return {
        **stated,
        "genres": unique(every(item, f"{ABOUT}/Genre", f"{LINES}/NewsLine[storyType]")),
        "subjects": unique_subjects,
        "associations": [Association(ref=ref or None, kind=kind or None) for ref, kind in links],
    }


def _parties(item: Item) -> list[StatedParty]:
    stated = [(role, one_line(name)) for role, path in _PARTIES for name in every(item, path)]
    stated += [("credit", name) for piece in item.pieces for name in piece.copy.content.credits]
    stated += [party for piece in item.pieces for party in piece.copy.parties]
    return [StatedParty(role=role, text=name) for role, name in dict.fromkeys(stated) if name]
