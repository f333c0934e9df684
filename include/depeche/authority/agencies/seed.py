"""Reads ``agencies.yml``: the reviewed list of news agencies.

Every field of every entry is checked here, so that a slip of the pen stops the start
with the entry's name instead of turning into a wrong source years later.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import msgspec

from depeche.authority import seed_file
from depeche.authority.agencies.inflect import inflected
from depeche.settings import SettingsError

FILE = "agencies.yml"
Tier = Literal["name", "strong", "weak", "cased"]


class Agency(msgspec.Struct, frozen=True, kw_only=True):
    """A news agency. ``founded``/``dissolved`` are years, both inclusive, None where unknown or at work."""

    agency_id: str
    name: str
    country: str | None = None
    founded: int | None = None
    dissolved: int | None = None
    wikidata_id: str | None = None
    collective: bool = False

    def alive(self, year: int) -> bool:
        """Whether it issued dispatches in ``year``, as far as is known."""
        return (self.founded is None or self.founded <= year) and (
            self.dissolved is None or year <= self.dissolved
        )


class Alias(msgspec.Struct, frozen=True):
    """Words that name an agency, as listed, and how far they can be trusted."""

    text: str
    agency_id: str
    tier: Tier


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    reference: str
    names: dict[str, list[str]]
    country: str | None = None
    founded: int | None = None
    dissolved: int | None = None
    wikidata: str | None = None
    strong: list[str] = []
    weak: list[str] = []
    cased: list[str] = []
    domains: list[str] = []
    desks: list[str] = []
    collective: bool = False


class AgencyList(msgspec.Struct, frozen=True):
    """Everything ``agencies.yml`` says, in the form that is compiled and cached."""

    agencies: list[Agency]
    aliases: list[Alias]
    domains: dict[str, str]


def read(folder: Path) -> AgencyList:
    """The agencies of ``folder / agencies.yml``. Raises SettingsError naming the entry that is wrong."""
    path = folder / FILE
    raw = seed_file.load(path)
    if not isinstance(raw, dict) or not raw:
        raise SettingsError(f"{path}: must be a mapping of agency ids to entries")
    agencies: list[Agency] = []
    aliases: list[Alias] = []
    domains: dict[str, str] = {}
    for key, value in raw.items():
        entry = _entry(path, key, value)
        agencies.append(_agency(key, entry))
        aliases.extend(_aliases(key, entry))
        domains.update((domain.lower(), key) for domain in entry.domains)
    return AgencyList(agencies, aliases, domains)


def _entry(path: Path, key: object, value: object) -> _Entry:
    if not isinstance(key, str) or not re.fullmatch(r"[A-Z][A-Z0-9_]*", key):
        raise SettingsError(f"{path}: {key!r}: an agency id is upper-case ASCII, such as AFP")
    try:
        entry = msgspec.convert(value, _Entry)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {key}: {error}") from error
    if entry.wikidata is not None and not re.fullmatch(r"Q[1-9]\d*", entry.wikidata):
        raise SettingsError(f"{path}: {key}: wikidata must look like Q40464, not {entry.wikidata!r}")
    if entry.country is not None and not re.fullmatch(r"[A-Z]{2}", entry.country):
        raise SettingsError(f"{path}: {key}: country must be ISO 3166-1 alpha-2, not {entry.country!r}")
    if entry.founded and entry.dissolved and entry.founded > entry.dissolved:
        raise SettingsError(f"{path}: {key}: dissolved in {entry.dissolved}, before it was founded")
    return entry


def _agency(key: str, entry: _Entry) -> Agency:
    return Agency(
        agency_id=key,
        name=entry.name,
        country=entry.country,
        founded=entry.founded,
        dissolved=entry.dissolved,
        wikidata_id=entry.wikidata,
        collective=entry.collective,
    )


def _aliases(key: str, entry: _Entry) -> list[Alias]:
    """Aliases of one entry, German names inflected too; what is listed as weak or cased is not also a trusted name."""
    held_back = set(entry.weak) | set(entry.cased)
    found: dict[str, Tier] = {}
    for language, words in entry.names.items():
        forms = [form for word in words for form in inflected(word)] if language == "de" else []
        found.update((word, "name") for word in (*words, *forms) if word not in held_back)
    tiers: list[tuple[list[str], Tier]] = [
        (entry.desks, "strong"),
        (entry.strong, "strong"),
        (entry.weak, "weak"),
        (entry.cased, "cased"),
    ]
    for listed, tier in tiers:
        found.update((word, tier) for word in listed)
    return [Alias(text, key, tier) for text, tier in found.items()]
