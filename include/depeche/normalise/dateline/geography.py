"""Which place on earth do the words of a dateline mean?

In this order: the country or region given beside the city; a bare capital or a city the
agencies' conventions name; the agency's own country; a city known the world over; the
most populous namesake. Confidence falls in the same order, and further where a namesake
is nearly as large. What is not known stays, with its words and confidence 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from depeche.authority.places import Area, City, PlaceIndex, distance
from depeche.normalise.dateline.words import ABOARD
from depeche.records import Place

# A name of its own counts five times a name in another language: Valence is in France, though
# Valencia is larger and called so in French.
FOREIGN_NAME = 0.2
# A domestic namesake smaller than this share of the largest one is not meant by a bare name.
DOMESTIC_SHARE = 0.03
REGION_BEATS_CITY_UNDER = 100_000


def resolve(
    words: Sequence[tuple[str, str]], index: PlaceIndex, home: str | None = None, hint: Area | None = None
) -> list[Place]:
    """Places of ``(text, link)`` pieces, in order; ``link`` is first, comma, bracket, slash or and.

    ``home`` is the country whose cities the agency prints bare; ``hint`` the country that
    metadata state. Bodies such as United Nations are left out.
    """
    found: list[Place] = []
    for main, beside in _groups(words, index):
        if not index.is_no_place(main):
            found.append(_main(main, beside, index, home, hint))
        near = found[-1] if found else None
        found.extend(_beside(text, near, index) for text in beside if not index.is_no_place(text))
    return found


def _groups(words: Sequence[tuple[str, str]], index: PlaceIndex) -> list[tuple[str, list[str]]]:
    groups: list[tuple[str, list[str]]] = []
    for text, link in words:
        # After a comma: a country or region, or what is no city, stands beside; a city is a second one.
        beside = link == "bracket" or (
            link == "comma" and (bool(index.areas(text)) or not index.is_city(text))
        )
        if groups and beside:
            groups[-1][1].append(text)
        else:
            groups.append((text, []))
    return groups


def _main(text: str, beside: list[str], index: PlaceIndex, home: str | None, hint: Area | None) -> Place:
    if ABOARD.match(text):
        return Place(text=text, rule="aboard", confidence=0.0)
    areas = [area for other in beside for area in index.areas(other)]
    if areas:
        return _in_areas(text, areas, index)
    anchors = [city for other in beside for city in _ranked(index.cities(other))[:3]]
    if anchors:
        near = _nearest(text, anchors, index)
        if near is not None:
            return _city(text, near, "near_place_given", 0.85, index)
        return _in_country(text, anchors[0].country_code, "near_place_given", index)
    if hint is not None:
        preferred = index.preferred(text)
        if preferred is not None and preferred[0].country_code in hint.codes:
            return _city(text, preferred[0], preferred[1], 0.97, index)
        cities = _ranked([c for c in index.cities(text) if c.country_code in hint.codes])
        if cities:
            return _city(text, cities[0], "metadata_country", 0.9, index)
    return _bare(text, index, home)


def _in_areas(text: str, areas: list[Area], index: PlaceIndex) -> Place:
    """The largest namesake in the areas given: in the region itself, else anywhere in its country."""
    cities = index.cities(text)
    checks: list[tuple[Callable[[City, Area], bool], float]] = [
        (lambda c, a: c.country_code == a.country_code and a.admin1 in (None, c.admin1), 0.97),
        (lambda c, a: c.country_code in a.codes and a.admin1 in (None, c.admin1), 0.97),
        (lambda c, a: c.country_code in a.codes, 0.8),
    ]
    for fits, confidence in checks:
        fitting = _ranked([c for c in cities if any(fits(c, a) for a in areas)])
        if fitting:
            region = any(a.kind != "country" and fits(fitting[0], a) for a in areas)
            return _city(text, fitting[0], "region_given" if region else "country_given", confidence, index)
    # A town in a state that is gone lies in the only one there is now, if there is only one.
    told = next((a.country_code or a.codes[0] for a in areas if a.country_code or len(a.codes) == 1), None)
    return _in_country(text, told, "country_given", index)


def _in_country(text: str, country_code: str | None, rule: str, index: PlaceIndex) -> Place:
    """A place that GeoNames lacks, in the country told by what stands beside it."""
    return Place(
        text=text,
        country_code=country_code,
        country_code3=index.code3(country_code) if country_code else None,
        rule=rule,
        confidence=0.6 if country_code else 0.0,
    )


def _bare(text: str, index: PlaceIndex, home: str | None) -> Place:
    preferred = index.preferred(text)
    if preferred is not None and preferred[1] != "world_city":
        return _city(text, preferred[0], preferred[1], 0.95, index)
    areas = index.areas(text)
    country = next((a for a in areas if a.kind == "country"), None)
    cities = _ranked(index.cities(text))
    domestic = [c for c in cities if c.country_code == home]
    # Granada (EFE) is the city; elsewhere it is an island's name.
    if country is not None and not (domestic and domestic[0].population >= REGION_BEATS_CITY_UNDER):
        return _area(text, country, index, "country", 0.95)
    if domestic and _weight(domestic[0]) >= DOMESTIC_SHARE * _weight(cities[0]):
        return _city(text, domestic[0], "domestic", 0.85, index)
    if preferred is not None:
        return _city(text, preferred[0], "world_city", 0.9, index)
    if areas and not (cities and cities[0].population >= REGION_BEATS_CITY_UNDER):
        return _area(text, areas[0], index, areas[0].kind, 0.85)
    if not cities:
        return Place(text=text, rule="unknown", confidence=0.0)
    second = _weight(cities[1]) if len(cities) > 1 else 0.0
    share = _weight(cities[0]) / (_weight(cities[0]) + second)
    rule = "most_populous" if len(cities) > 1 else "only_namesake"
    return _city(text, cities[0], rule, round(0.9 * share, 2), index)


def _beside(text: str, near: Place | None, index: PlaceIndex) -> Place:
    """What stands beside a city: the country or region; the one the city lies in, where two bear the name."""
    areas = list(index.areas(text))
    if near is not None and near.city_id is not None:
        areas.sort(
            key=lambda a: (near.country_code not in a.codes, a.kind != "region" or a.name != near.admin)
        )
    if areas:
        return _area(text, areas[0], index, areas[0].kind, 0.95)
    cities = _ranked(index.cities(text))
    here = [c for c in cities if near is not None and c.country_code == near.country_code]
    if cities:
        return _city(text, (here or cities)[0], "place_given", 0.8, index)
    return Place(text=text, rule="unknown", confidence=0.0)


def _nearest(text: str, anchors: list[City], index: PlaceIndex) -> City | None:
    cities = [c for c in index.cities(text) if any(c.country_code == a.country_code for a in anchors)]
    return min(cities, key=lambda c: min(distance(c, a) for a in anchors), default=None)


def _weight(city: City) -> float:
    return (city.population or 1) * (1.0 if city.canonical else FOREIGN_NAME)


def _ranked(cities: Iterable[City]) -> list[City]:
    return sorted(cities, key=_weight, reverse=True)


def _city(text: str, city: City, rule: str, confidence: float, index: PlaceIndex) -> Place:
    return Place(
        text=text,
        city_id=city.city_id,
        name=city.name,
        country_code=city.country_code,
        country_code3=index.code3(city.country_code),
        admin=city.admin,
        latitude=city.latitude,
        longitude=city.longitude,
        rule=rule,
        confidence=confidence,
    )


def _area(text: str, area: Area, index: PlaceIndex, rule: str, confidence: float) -> Place:
    return Place(
        text=text,
        name=area.name,
        country_code=area.country_code,
        country_code3=index.code3(area.country_code) if area.country_code else None,
        admin=area.name if area.kind == "region" else None,
        rule=rule,
        confidence=confidence,
    )
