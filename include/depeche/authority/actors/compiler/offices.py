"""Offices compiled: the words for them, and who held them from and to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from depeche.authority.actors.compiled import BIT, Alias, Holding
from depeche.authority.actors.compiler.builder import Builder, behind
from depeche.authority.actors.days import span
from depeche.authority.actors.fold import words
from depeche.authority.actors.seed import ActorSeeds, Names
from depeche.settings import SettingsError

_HOLDING = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)? (\S+)( co)?( interim)?(?: ([a-z]+))?")
_NOBODY = re.compile(r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?")
# What stands between a title and the organisation's name, folded; "" is nothing.
_OF = {
    "de": ("der", "des", "von", "vom", "bei der"),
    "en": ("of", "of the", "at the"),
    "es": ("de", "del", "de la", "de los", "de las"),
    "fr": ("de", "de l", "de la", "du", "des"),
    "it": ("di", "del", "della", "dell", "dello", "dei", "delle"),
    "pt": ("de", "do", "da", "dos", "das"),
}


def add_offices(builder: Builder) -> None:
    """File the words of ``offices.yml``. Raises SettingsError where one points nowhere."""
    seeds = builder.seeds.offices
    for role, entry in seeds.roles.items():
        _add(builder, entry.words, role)
    for national in seeds.national:
        if national.role not in seeds.roles:
            raise SettingsError(f"offices.yml: national role {national.role!r} is not under roles")
        _add(builder, national.words, national.role, ",".join(national.only))
    for fixed in seeds.fixed:
        _add(builder, fixed.words, fixed.office, "!")
    for of in seeds.organisations:
        thing = builder.seeds.organisations.get(of.organisation)
        if thing is None:
            raise SettingsError(f"offices.yml: {of.organisation!r} is not in organisations.yml")
        for titles in (of.words, seeds.chief):
            _add_of_organisation(builder, of.office, titles, thing.names)


def _add(builder: Builder, titles: dict[str, Names], ref: str, only: str = "") -> None:
    for language, forms in titles.items():
        for sex, texts in forms.items():
            builder.add_words({language: texts}, "O", ref, f"{sex}|{only}")


def _add_of_organisation(builder: Builder, office: str, titles: dict[str, Names], names: Names) -> None:
    for language, forms in titles.items():
        for sex, texts in forms.items():
            for title in texts:
                for name in _names_in(language, names):
                    for form, capital in _title_and_name(words(title), words(name), language):
                        alias = Alias("O", office, BIT[language], capital, False, 0, f"{sex}|!")
                        builder.put(form, alias)


def _names_in(language: str, names: Names) -> list[str]:
    """The names in ``language``; where there is none, the acronyms that others write in capitals ("FIFA")."""
    if language in names or language == "ar":
        return names.get(language, [])
    return list(dict.fromkeys(name for texts in names.values() for name in texts if name.isupper()))


def _title_and_name(title: list[str], name: list[str], language: str) -> Iterator[tuple[list[str], int]]:
    """ "secrétaire général de l'Otan", "Nato-Generalsekretär": the words, and which has a capital."""
    for of in _OF.get(language, ()):
        before = [*title, *of.split()]
        yield [*before, *name], len(before)
    if language == "en":
        yield [*name, *title], 0
        yield [*name, "s", *title], 0
    elif language == "de":
        yield [*name, *title], 0
        yield [*name[:-1], name[-1] + title[0], *title[1:]], 0
    elif language == "ar":
        yield [*title, *name], -1
        yield [*title, *behind("ل", name)], -1


def split_words(builder: Builder) -> dict[str, dict[str, list[Alias]]]:
    """Head → rest → aliases, where an adjective may split them ("ministre russe des Affaires étrangères")."""
    romance = BIT["fr"] | BIT["es"] | BIT["it"] | BIT["pt"]
    found: dict[str, dict[str, list[Alias]]] = defaultdict(dict)
    for text, aliases in builder.aliases.items():
        head, _, rest = text.partition(" ")
        readings = [alias for alias in aliases.values() if alias.kind in "OB" and alias.languages & romance]
        if rest and readings and "!" not in readings[0].note:
            found[head][rest] = readings
    return dict(found)


def holdings(seeds: ActorSeeds) -> tuple[dict[str, list[Holding]], dict[str, dict[str, None]]]:
    """Office → its holdings as listed, and person → the offices they held."""
    offices: dict[str, list[Holding]] = {}
    held: dict[str, dict[str, None]] = defaultdict(dict)
    for office, lines in seeds.holders.holders.items():
        for line in lines:
            holding = _holding(office, line, seeds)
            offices.setdefault(office, []).append(holding)
            held[holding.person][office] = None
    return offices, held


def _holding(office: str, line: str, seeds: ActorSeeds) -> Holding:
    match = _HOLDING.fullmatch(line)
    sources = seeds.holders.sources
    source = (match[6] if match else None) or next(iter(sources))
    if match is None or match[3] not in seeds.people or source not in sources:
        raise SettingsError(
            f"holders.yml: {office}: {line!r}: write FROM..UNTIL PERSON [co] [interim] [SOURCE], "
            "person in people.yml, source under sources"
        )
    first, last = span(match[1], match[2], f"holders.yml: {office}")
    known, _ = span(sources[source], None, "holders.yml: sources")
    return Holding(first, last, match[3], bool(match[4]), source, known, bool(match[5]))


def nobody(seeds: ActorSeeds) -> dict[str, list[tuple[int, int]]]:
    """Office → the days on which nobody held it: it was vacant, or did not exist."""
    found: dict[str, list[tuple[int, int]]] = {}
    for office, spans in seeds.holders.nobody.items():
        for days in spans:
            match = _NOBODY.fullmatch(days)
            if match is None or office not in seeds.holders.holders:
                raise SettingsError(
                    f"holders.yml: nobody: {office}: {days!r}: write FROM.., ..UNTIL or FROM..UNTIL, "
                    "of an office that has holders"
                )
            found.setdefault(office, []).append(span(match[1], match[2], f"holders.yml: nobody: {office}"))
    return found
