"""What metadata say of place and date, and whether the words agree with it.

Conventions: NewsML 1.2's ``Location`` and ``DateLineDate`` as AFP fills them (country ``ZZZ`` where it is
left open), NewsML-G2's and ninjs' ``located``, NITF's ``dateline``. The printed words come first.
"""

from __future__ import annotations

from datetime import date

import msgspec

from depeche.authority.places import PlaceIndex
from depeche.normalise.calendar.instants import read_instant
from depeche.normalise.dateline.geography import resolve
from depeche.records import CleanDispatch, Dateline, Place

# Degrees between two readings of one city before they count as two cities.
APART = 1.0


def from_metadata(clean: CleanDispatch, index: PlaceIndex) -> Dateline | None:
    """A dateline without words, from Location and DateLineDate; None where neither says anything.

    AFP's country ``ZZZ`` says that the country is left open.
    """
    places = _places(clean, index)
    instant = read_instant(clean.dateline_date_text) if clean.dateline_date_text else None
    day = instant.at.date() if instant and instant.precision in ("second", "minute", "day") else None
    if not places and day is None:
        return None
    return Dateline(
        text=None,
        start=None,
        end=None,
        places=places,
        date=day.isoformat() if day else None,
        date_precision="day" if day else None,
        agencies=[],
        rule="metadata_location" if places else "metadata_date",
    )


def _places(clean: CleanDispatch, index: PlaceIndex) -> list[Place]:
    stated = clean.location
    if stated is None:
        return []
    # "Grosseto, Italy" in one field: what follows the comma may be the country.
    country = index.country(stated.country or stated.area or "")
    if not stated.city:
        name = stated.country if country is not None else stated.area
        return resolve([(country.name, "first")], index)[:1] if country and name else []
    parts = [part.strip() for part in stated.city.split(",") if part.strip()]
    place = resolve(
        [(part, "comma" if number else "first") for number, part in enumerate(parts)], index, hint=country
    )
    if not place:
        return []
    first = place[0]
    if country is not None and first.country_code not in country.codes:
        code = country.country_code
        first = Place(
            text=stated.city,
            country_code=code,
            country_code3=index.code3(code) if code else None,
            rule="metadata_country",
            confidence=0.7,
        )
    if first.latitude is None and stated.latitude is not None and stated.longitude is not None:
        first = msgspec.structs.replace(first, latitude=stated.latitude, longitude=stated.longitude)
    return [first]


def reconcile(stated: Dateline | None, metadata: Dateline | None) -> tuple[Dateline | None, list[str]]:
    """The words' dateline completed by metadata, and ``dateline_disagrees`` where the two differ.

    The words win: they are what the agency printed.
    """
    if stated is None or metadata is None:
        return stated or metadata, []
    flags = []
    cities = [p for p in stated.places if p.city_id is not None]
    if metadata.places and stated.places and not _agree(metadata.places[0], cities or stated.places):
        flags.append("dateline_disagrees")
    if stated.date and metadata.date:
        gap = date.fromisoformat(stated.date) - date.fromisoformat(metadata.date)
        if abs(gap.days) > 1 and not flags:
            flags.append("dateline_disagrees")
    places = stated.places or metadata.places
    if len(places) == 1 and places[0].city_id is None and metadata.places and not flags:
        known = metadata.places[0]
        if known.city_id is not None or known.latitude is not None:
            places = [msgspec.structs.replace(known, text=places[0].text)]
    return (
        msgspec.structs.replace(
            stated,
            places=places,
            date=stated.date or metadata.date,
            date_precision=stated.date_precision or metadata.date_precision,
        ),
        flags,
    )


def _agree(stated: Place, printed: list[Place]) -> bool:
    return any(_same(stated, place) for place in printed)


def _same(one: Place, other: Place) -> bool:
    if one.city_id is not None and one.city_id == other.city_id:
        return True
    if one.country_code and other.country_code and one.country_code != other.country_code:
        return False
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return True
    assert one.latitude is not None
    assert other.latitude is not None
    assert one.longitude is not None
    assert other.longitude is not None
    return abs(one.latitude - other.latitude) < APART and abs(one.longitude - other.longitude) < APART
