"""People compiled: full names and surnames, in the spellings the rules make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from depeche.authority.actors import customs
from depeche.authority.actors import names as actors_names
from depeche.authority.actors.compiled import ANY, Alias, Person
from depeche.authority.actors.compiler.builder import Builder, country_code
from depeche.authority.actors.fold import words
from depeche.authority.actors.names import arabic as actors_arabic
from depeche.authority.actors.names.reigning import royal_variants
from depeche.authority.actors.names.respelt import given_variants, surname_variants
from depeche.authority.actors.seed import PersonSeed

# Those who held these are written of by all, so all the spellings the rules make of them are filed.
_WEIGHTY = (".president", ".prime_minister", ".foreign_minister", ".defence_minister", ".supreme_leader")
_ROYAL = (".monarch", ".crown_prince", ".pope")


def add_people(builder: Builder, held: dict[str, dict[str, None]]) -> dict[str, Person]:
    """File everybody's names; ``held`` are the offices of each, by which states and titles are told."""
    people: dict[str, Person] = {}
    given = frozenset(words(person.name)[0] for person in builder.seeds.people.values())
    unfit = {
        " ".join(words(text))
        for section in ("no_names", "no_surnames")
        for text in builder.seeds.phrases[section]["ar"]
    }
    for key, person in builder.seeds.people.items():
        offices = held.get(key, {})
        owners = [office.rpartition(".")[0] for office in offices]
        homes = [person.country] if person.country else [one for one in owners if one in builder.seeds.states]
        states = {*homes, *(one for one in owners if one in builder.seeds.states)}
        royal = any(office.endswith(_ROYAL) for office in offices)
        pope = "VA.pope" in offices
        weighty = person.country is not None or any(office.endswith(_WEIGHTY + _ROYAL) for office in offices)
        for form in _full_names(person, states, given, royal, 16 if weighty else 5):
            builder.put(form, Alias("P", key, ANY, 0, False, 0, ""))
        for text in person.names:
            if not actors_arabic.is_arabic(text):
                builder.add(text, "P", key, ANY)
        arabic = arabic_names(person)
        for form in arabic:
            for spelt in actors_arabic.full_variants(form):
                builder.put(spelt, Alias("P", key, ANY, 0, False, 0, ""))
        surnames = _surnames(person, states, royal, pope)
        if arabic:
            surnames += [one for one in _arabic_surnames(arabic, states, royal) if one not in unfit]
        strong = {" ".join(words(text)) for text in person.strong}
        for surname in dict.fromkeys(surnames):
            note = "strong" if surname in strong else ""
            builder.put(surname.split(), Alias("N", key, ANY, 0, False, 0, note))
        if royal:
            # Behind the title only: "محمد" alone is everybody's name.
            for form in map(actors_arabic.reigning, arabic):
                builder.put(form, Alias("N", key, ANY, 0, False, 0, ""))
        country = country_code(homes[0] if homes else None, builder.seeds)
        people[key] = Person(person.name, person.sex, country, surnames)
    return people


def _full_names(
    person: PersonSeed, states: set[str], given: frozenset[str], royal: bool, most: int
) -> Iterator[list[str]]:
    for text in _latin(person):
        full = words(text)
        if len(full) > 1:
            yield from actors_names.full_variants(full, states, given, most)
            if royal:
                yield from ([name, *full[1:]] for name in royal_variants(full[0]))


def _surnames(person: PersonSeed, states: set[str], royal: bool, pope: bool) -> list[str]:
    """What may stand for the person beside a title; kings and popes go by their first name."""
    full = words(person.name)
    found: dict[str, None] = {}
    for text in _latin(person):
        for surname in actors_names.surnames(words(text), states):
            for form in surname_variants(surname, states):
                found[" ".join(form)] = None
    if royal:
        # A pope has a name in every language; of kings "Felipe" is Spain's, "Philippe" Belgium's.
        variants = royal_variants if pope else given_variants
        found |= dict.fromkeys(variants(full[0]))
    for text in person.strong:
        found[" ".join(words(text))] = None
    return list(found)


def _latin(person: PersonSeed) -> Iterable[str]:
    """The name in English, in the ways it is written; nothing where it is in Arabic script."""
    return () if actors_arabic.is_arabic(person.name) else actors_names.written(person.name)


def arabic_names(person: PersonSeed) -> list[list[str]]:
    """The folded full names of ``person`` in Arabic script."""
    return [words(text) for text in (person.name, *person.names) if actors_arabic.is_arabic(text)]


def _arabic_surnames(names: list[list[str]], states: set[str], royal: bool) -> Iterator[str]:
    first = bool(states & customs.SURNAME_FIRST)
    arab = bool(states & customs.ARABIC)
    for name in names:
        for surname in actors_arabic.surnames(name, first, arab):
            # Of those who reign the father's name at most: "بن سلمان".
            if not royal or surname[0] == "بن":
                yield " ".join(surname)


def first_names(builder: Builder) -> list[str]:
    """The given names in Latin script, folded; of those who write it before the surname."""
    found = {
        name[0]
        for person in builder.seeds.people.values()
        if person.country not in customs.SURNAME_FIRST and len(name := words(person.name)) > 1
    }
    return sorted(one for one in found if len(one) > 2 and one not in customs.PARTICLES)


def given_names(builder: Builder) -> list[str]:
    """The given names in Arabic script that we know, without those that are other words as well."""
    found = actors_arabic.given(
        name for person in builder.seeds.people.values() for name in arabic_names(person)
    )
    return sorted(found.difference(*map(words, builder.seeds.phrases["no_names"]["ar"])))
