"""The aliases of states: names, adjectives, people, capitals, and what stands for a power, each in its time."""

from __future__ import annotations

from depeche.authority.actors.compiled import BIT, Thing
from depeche.authority.actors.compiler.builder import Builder, country_code
from depeche.authority.actors.days import ALWAYS, Days, both, noted, span
from depeche.authority.actors.inflect import adjective_forms, demonym_forms, feminine_form, peoples
from depeche.authority.actors.seed import Names, StateSeed
from depeche.settings import SettingsError


def life(state: StateSeed) -> Days:
    """First and last day of a state."""
    return span(state.start, state.until)


def add_states(builder: Builder) -> None:
    """File every word for a state. Raises SettingsError for a day that is none."""
    for key, state in builder.seeds.states.items():
        name = state.names["en"][0]
        code = country_code(key, builder.seeds)
        builder.things[f"state:{key}"] = Thing("state", name, state.wikidata, code, state.cameo)
        for language, names in state.names.items():
            for text in names:
                builder.add(text, "S", key, BIT[language], weak=text in state.weak)
                if language == "de" and text[-1] not in "sxzß" and " " not in text:
                    builder.add(text + "s", "S", key, BIT["de"], note="genitive")
        for language, adjectives in state.adjectives.items():
            for adjective in adjectives:
                for form in adjective_forms(adjective, language):
                    sex = "f" if form == feminine_form(adjective, language) else ""
                    builder.add(form, "A", key, BIT[language], note=sex)
        _demonyms(builder, key, state)
        _seats(builder, key, state, state.seat, ALWAYS)
        for entry in state.seats:
            _seats(builder, key, state, entry.names, span(entry.start, entry.until))


def _demonyms(builder: Builder, key: str, state: StateSeed) -> None:
    """Words for the people that are not the adjective itself."""
    for language, adjectives in state.adjectives.items():
        for adjective in adjectives:
            if adjective not in state.names.get(language, ()):
                for form in peoples(adjective, language):
                    builder.add(form, "D", key, BIT[language])
    for language, nouns in state.demonyms.items():
        for noun in nouns:
            for form in demonym_forms(noun, language):
                builder.add(form, "D", key, BIT[language])


def _seats(builder: Builder, key: str, state: StateSeed, names: Names, days: Days) -> None:
    note = noted("", both(days, life(state)))
    for language, texts in names.items():
        for text in texts:
            builder.add(text, "C", key, BIT[language], weak=text in state.weak, note=note)


def add_metonyms(builder: Builder) -> None:
    """File what stands for a power. Raises SettingsError for an entry that points nowhere."""
    for entry in builder.seeds.metonyms:
        ref = "body:" + entry.to.replace(".", ":")
        if ref not in builder.things:
            raise SettingsError(f"metonyms.yml: {entry.to!r} is no STATE.body of states.yml and bodies.yml")
        state = builder.seeds.states[entry.to.partition(".")[0]]
        days = both(span(entry.start, entry.until), life(state))
        note = noted("place" if entry.also_place else "", days)
        for language, names in entry.words.items():
            for text in names:
                builder.add(text, "M", ref, BIT[language], note=note)
