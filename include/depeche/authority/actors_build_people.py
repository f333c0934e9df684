"""People compiled: full names and surnames, in the spellings the rules make."""

from __future__ import annotations

from depeche.authority import actors_names
from depeche.authority.actors_builder import Builder, country_code
from depeche.authority.actors_compiled import ANY, Alias, Person
from depeche.authority.actors_fold import words


def add_people(builder: Builder, countries: dict[str, dict[str, None]]) -> dict[str, Person]:
    people: dict[str, Person] = {}
    given = frozenset(words(person.name)[0] for person in builder.seeds.people.values())
    for key, person in builder.seeds.people.items():
        states = set(countries.get(key, ())) | ({person.country} if person.country else set())
        country = person.country or next(iter(countries.get(key, ())), None)
        full = words(person.name)
        for form in actors_names.full_variants(full, states, given) if len(full) > 1 else []:
            builder.put(form, Alias("P", key, ANY, 0, False, 0, ""))
        for text in person.names:
            builder.add(text, "P", key, ANY)
        surnames: dict[str, None] = {}
        for surname in actors_names.surnames(full, states):
            for form in actors_names.surname_variants(surname, states):
                surnames[" ".join(form)] = None
        for text in person.strong:
            surnames[" ".join(words(text))] = None
        strong = {" ".join(words(text)) for text in person.strong}
        for surname_text in surnames:
            note = "strong" if surname_text in strong else ""
            builder.put(surname_text.split(), Alias("N", key, ANY, 0, False, 0, note))
        people[key] = Person(person.name, person.sex, country_code(country, builder.seeds), list(surnames))
    return people
