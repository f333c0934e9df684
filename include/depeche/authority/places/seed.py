"""``places.yml``, read and checked."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import msgspec

from depeche.authority import seed_file
from depeche.settings import SettingsError


class CitySeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of a city; ``bare`` says that agencies mean this one where no country is given."""

    city: str
    country: str
    names: list[str] = []
    bare: bool = False


class RegionSeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a country; ``admin1`` is GeoNames' code of it, or ``seat`` a city in it that tells the code.

    ``part``: it is smaller than that division (a département), so it does not give it its name.
    """

    name: str
    country: str
    seat: str | None = None
    admin1: str | None = None
    part: bool = False
    names: list[str] = []
    also: list[str] = []


class FormerSeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state or land that is gone; ``codes`` are the countries there now."""

    name: str
    codes: list[str]
    names: list[str] = []


class PlacesSeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. Country codes are ISO 3166-1 alpha-2."""

    countries: dict[str, list[str]]
    dependent: dict[str, list[str]]
    withdrawn: list[str]
    capitals: dict[str, str]
    minor_capitals: list[str]
    cities: list[CitySeed]
    regions: list[RegionSeed]
    former: list[FormerSeed]
    not_places: list[str]
    domestic: dict[str, str]
    file: str = ""

    def error(self, message: str) -> SettingsError:
        """The error to raise for an entry of this file."""
        return SettingsError(f"{self.file}: {message}")


FILE = "places.yml"


def read_seed(file: Path) -> PlacesSeed:
    """The checked file. Raises SettingsError with the file, and line or entry."""
    seed = msgspec.structs.replace(seed_file.read(file, PlacesSeed), file=str(file))
    for section in ("cities", "regions", "former"):
        names = [getattr(entry, "city", None) or entry.name for entry in getattr(seed, section)]
        if names != sorted(names):
            late = next(b for a, b in pairwise(names) if b < a)
            raise seed.error(f"{section}: entries are sorted by name; move {late!r} up")
    return seed
