"""The files of actors under ``seeds/authority``, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from depeche.authority.seed_file import read

Names = dict[str, list[str]]
Wikidata = Annotated[str, Meta(pattern=r"^Q[1-9][0-9]*$")]
PersonId = Annotated[str, Meta(pattern=r"^(?:Q[1-9][0-9]*|x-[a-z0-9-]+)$")]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$")]
Name = Annotated[str, Meta(pattern=r"\w")]


class Closed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of the entries: a misspelt key is an error."""


class SeatSeed(Closed, frozen=True, kw_only=True):
    """A capital of a time, first and last day; either is open where it is left out."""

    names: Names
    start: str | None = msgspec.field(name="from", default=None)
    until: str | None = None


class StateSeed(Closed, frozen=True, kw_only=True):
    """A state or territory; ``adjectives`` in the masculine singular, ``seat`` its capital.

    ``seats`` are capitals of a time, ``demonyms`` words for its people that no rule makes.
    """

    wikidata: Wikidata | None = None
    names: Names
    alpha3: str | None = None
    cameo: str | None = None
    start: str | None = msgspec.field(name="from", default=None)
    until: str | None = None
    successors: list[str] = []
    part_of: str | None = None
    adjectives: Names = {}
    demonyms: Names = {}
    seat: Names = {}
    seats: list[SeatSeed] = []
    weak: list[str] = []


class ThingSeed(Closed, frozen=True, kw_only=True):
    """An organisation, party, armed group or body of its own.

    ``seat``: the state (a key of states.yml) whose capital stands for the organisation as well.
    """

    kind: str
    name: Name
    names: Names
    wikidata: Wikidata | None = None
    country: str | None = None
    cameo: str | None = None
    weak: list[str] = []
    seat: str | None = None


class PersonSeed(Closed, frozen=True, kw_only=True):
    """A person; ``strong`` lists surnames that stand alone."""

    name: Name
    sex: Literal["m", "f"] | None = None
    country: str | None = None
    names: list[str] = []
    strong: list[str] = []
    died: Day | None = None


class RoleSeed(Closed, frozen=True, kw_only=True):
    """A role and the words for it: language → m, f or n → forms."""

    words: dict[str, Names]
    cameo: str | None = None
    stand_in: list[str] = []


class NationalSeed(Closed, frozen=True, kw_only=True):
    """Words that mean ``role`` in the states of ``only``."""

    role: str
    only: list[str]
    words: dict[str, Names]


class FixedSeed(Closed, frozen=True, kw_only=True):
    """Words that name one office."""

    office: str
    words: dict[str, Names]


class OrganisationOfficeSeed(Closed, frozen=True, kw_only=True):
    """The office at the head of an organisation, and the titles of it."""

    office: str
    organisation: str
    words: dict[str, Names]


class OfficesSeed(Closed, frozen=True, kw_only=True):
    """``offices.yml``."""

    roles: dict[str, RoleSeed]
    national: list[NationalSeed]
    fixed: list[FixedSeed]
    organisations: list[OrganisationOfficeSeed]
    chief: dict[str, Names]


class HoldersSeed(Closed, frozen=True, kw_only=True):
    """``holders.yml``: office → lines ``from..until person [co] [interim] [source]``; source → kept until.

    ``nobody``: office → spans ``from..until``, either end open, of days on which nobody held it.
    """

    sources: dict[str, str]
    nobody: dict[str, list[str]] = {}
    holders: dict[str, list[str]]


class BodySeed(Closed, frozen=True, kw_only=True):
    """A body every state has."""

    cameo: str
    name: Name
    words: Names


class MetonymSeed(Closed, frozen=True, kw_only=True):
    """A place that stands for a body, from a first to a last day; either is open where it is left out."""

    to: str
    words: Names
    also_place: bool = False
    start: str | None = msgspec.field(name="from", default=None)
    until: str | None = None


class ActorSeeds(Closed, frozen=True, kw_only=True):
    """All files of actors together."""

    states: dict[str, StateSeed]
    organisations: dict[str, ThingSeed]
    groups: dict[str, ThingSeed]
    people: dict[PersonId, PersonSeed]
    offices: OfficesSeed
    holders: HoldersSeed
    bodies: dict[str, BodySeed]
    metonyms: list[MetonymSeed]
    phrases: dict[str, Any]


FILES = tuple(f"{name}.yml" for name in ActorSeeds.__struct_fields__)


def read_seeds(folder: Path) -> ActorSeeds:
    """The checked files. Raises SettingsError with file, line and entry."""
    return ActorSeeds(
        states=read(folder / "states.yml", dict[str, StateSeed]),
        organisations=read(folder / "organisations.yml", dict[str, ThingSeed]),
        groups=read(folder / "groups.yml", dict[str, ThingSeed]),
        people=read(folder / "people.yml", dict[PersonId, PersonSeed]),
        offices=read(folder / "offices.yml", OfficesSeed),
        holders=read(folder / "holders.yml", HoldersSeed),
        bodies=read(folder / "bodies.yml", dict[str, BodySeed]),
        metonyms=read(folder / "metonyms.yml", list[MetonymSeed]),
        phrases=read(folder / "phrases.yml", dict[str, Any]),
    )
