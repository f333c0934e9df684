"""The files of actors compiled: every alias in its folded form, every holding as two days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from depeche.authority.actors.compiled import ANY, BIT, Compiled, Thing
from depeche.authority.actors.compiler.builder import Builder, country_code
from depeche.authority.actors.compiler.offices import add_offices, holdings, nobody, split_words
from depeche.authority.actors.compiler.people import add_people, first_names, given_names
from depeche.authority.actors.compiler.states import add_metonyms, add_states, life
from depeche.authority.actors.fold import words
from depeche.authority.actors.names.arabic import behind_clitic
from depeche.authority.actors.parts import AGES, SECTIONS
from depeche.authority.actors.seed import ActorSeeds
from depeche.authority.actors.sieve import ANYWHERE, CAPITALS, CLITIC, PLAYING, Sieve
from depeche.authority.actors.table import beginnings, pack, tables
from depeche.authority.actors.verbs import verb_forms

# Sections of phrases.yml whose entries of two words are looked up as one.
_WHOLE = frozenset(("standing", "narrowing", "naming"))
# Sections that hold infinitives, and the section their forms belong to.
_VERBS = {"acting_verbs": "acting_after", "motion_verbs": "motion"}
# Words of organisations' names that American and British wires spell each in their way.
_ATLANTIC = (
    ("Organization", "Organisation"), ("Defense", "Defence"), ("Labor", "Labour"), ("Center", "Centre"),
    ("Program", "Programme"), ("Honor", "Honour"),
)  # fmt: skip


def compile_seeds(seeds: ActorSeeds) -> Compiled:
    """The compiled form. Raises SettingsError for an entry that points nowhere."""
    builder = Builder(seeds)
    add_states(builder)
    _things(builder)
    _bodies(builder)
    add_metonyms(builder)
    add_offices(builder)
    _phrases(builder)
    offices, held = holdings(seeds)
    people = add_people(builder, held)
    names = tables({text: list(found.values()) for text, found in builder.aliases.items()})
    phrases = _phrase_words(seeds)
    split = split_words(builder)
    sieve = Sieve()
    sieve.add(ANYWHERE, beginnings(names.anywhere))
    sieve.add(CAPITALS, beginnings(names.capitals))
    sieve.add(CLITIC, behind_clitic(names, phrases["no_names"]["ar"]))
    sieve.add(PLAYING, [*_playing(phrases), *split, *AGES])
    return Compiled(
        anywhere=pack(names.anywhere),
        capitals=pack(names.capitals),
        sieve=sieve.pack(),
        things=builder.things,
        people=people,
        offices=offices,
        roles={role: entry.stand_in for role, entry in seeds.offices.roles.items()},
        role_cameo={role: entry.cameo for role, entry in seeds.offices.roles.items()},
        phrases=phrases
        | {"given_names": {"ar": given_names(builder)}, "first_names": {"any": first_names(builder)}},
        split=split,
        lives={key: life(state) for key, state in seeds.states.items() if state.start or state.until},
        nobody=nobody(seeds),
        heads={of.office: f"org:{of.organisation}" for of in seeds.offices.organisations},
    )


def _things(builder: Builder) -> None:
    for section, entries in (("org", builder.seeds.organisations), ("group", builder.seeds.groups)):
        for key, entry in entries.items():
            ref = f"{section}:{key}"
            kind = {"org": "organisation", "group": "group"}[section]
            code = country_code(entry.country, builder.seeds)
            builder.things[ref] = Thing(kind, entry.name, entry.wikidata, code, entry.cameo, entry.seat)
            weak = _spellings(entry.weak)
            for language, names in entry.names.items():
                for text in _spellings(names) if language == "en" else names:
                    short = len(text) <= 4 and " " not in text
                    mask = BIT[language] if short and not (text.isupper() and len(text) > 2) else ANY
                    builder.add(text, "G", ref, mask, weak=text in weak)


def _spellings(names: list[str]) -> list[str]:
    """English names as they stand, and as the other side of the Atlantic spells them."""
    found = dict.fromkeys(names)
    for name in names:
        for american, british in _ATLANTIC:
            found[re.sub(rf"\b{american}\b", british, name)] = None
            found[re.sub(rf"\b{british}\b", american, name)] = None
    return list(found)


def _bodies(builder: Builder) -> None:
    seeds = builder.seeds
    for role, body in seeds.bodies.items():
        builder.add_words(body.words, "B", role)
    for key, state in seeds.states.items():
        english = state.adjectives.get("en", state.names["en"])[0]
        for role, body in seeds.bodies.items():
            ref = f"body:{key}:{role}"
            cameo = state.cameo + body.cameo if state.cameo else None
            name = f"{english} {body.name}"
            builder.things[ref] = Thing("body", name, None, country_code(key, seeds), cameo)
        builder.things[f"body:{key}:monarchy"] = Thing(
            "body", f"{english} monarchy", None, country_code(key, seeds), state.cameo and f"{state.cameo}GOV"
        )


def _phrases(builder: Builder) -> None:
    for text in builder.seeds.phrases["not_actors"]:
        builder.add(text, "X", text)
    builder.add_words(builder.seeds.phrases["relational"], "R", "relational")


def _playing(phrases: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    """The small words that play a part, of every language."""
    sections = chain.from_iterable(SECTIONS.values())
    return chain.from_iterable(texts for name in sections for texts in phrases[name].values())


def _looked_up(section: str, said: list[str]) -> list[str]:
    return [" ".join(said)] if section in _WHOLE else said


def _phrase_words(seeds: ActorSeeds) -> dict[str, dict[str, list[str]]]:
    """Section → language → folded words, single ones but in ``_WHOLE``; they are looked up, not matched."""
    texts: dict[str, dict[str, list[str]]] = {
        section: dict(names)
        for section, names in seeds.phrases.items()
        if section not in ("not_actors", "relational", *_VERBS)
    }
    for section, into in _VERBS.items():
        for language, verbs in seeds.phrases[section].items():
            forms = [form for verb in verbs for form in verb_forms(verb, language)]
            texts[into][language] = [*texts[into].get(language, ()), *forms]
    return {
        section: {
            language: sorted({one for text in found for one in _looked_up(section, words(text))})
            for language, found in names.items()
        }
        for section, names in texts.items()
    }
