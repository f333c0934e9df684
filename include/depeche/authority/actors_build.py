"""The files of actors compiled: every alias in its folded form, every holding as two days.

Kinds of alias (first letter of the entry): S state, A adjective, C capital, M metonym,
G organisation or group, B body word, O office word, P full name, N surname,
R relational word, X not an actor.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

import msgspec

from depeche.authority import actors_names
from depeche.authority.actors_fold import words
from depeche.authority.actors_inflect import adjective_forms
from depeche.authority.actors_seed import ActorSeeds, Names
from depeche.settings import SettingsError

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "pt")
BIT = {language: 1 << place for place, language in enumerate(LANGUAGES)}
ANY = -1
OPEN = date.max.toordinal()
_HOLDING = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)? (\S+)( co)?")
_ARTICLES = frozenset(("la", "le", "les", "l", "el", "los", "las", "the", "die", "der", "das", "il", "al"))
_CLITICS = ("و", "ب", "ل", "ف", "ك", "وب", "ول")
_INVARIANT = re.compile(r"[A-Z][A-Z.&\-0-9]*")


class Alias(msgspec.Struct, frozen=True, array_like=True):
    """One reading of a folded string.

    ``case``: -1 any case, -2 all capitals (a single word of four letters or more may also
    be a title), else the word that begins with a capital. ``clip``: characters at the start that
    are not part of the name (Arabic clitics). ``note`` depends on the kind.
    """

    kind: str
    ref: str
    languages: int
    case: int
    weak: bool
    clip: int
    note: str


class Thing(msgspec.Struct, frozen=True, array_like=True):
    """A state, organisation, group or body."""

    kind: str
    name: str
    wikidata: str | None
    country: str | None
    cameo: str | None


class Person(msgspec.Struct, frozen=True, array_like=True):
    """A person. ``country`` is a key of states.yml; ``surnames`` are folded."""

    name: str
    sex: str | None
    country: str | None
    surnames: list[str]


class Holding(msgspec.Struct, frozen=True, array_like=True):
    """One person in one office, first and last day as ordinals, both inclusive."""

    first: int
    last: int
    person: str
    shared: bool


class Compiled(msgspec.Struct, frozen=True):
    """Everything the index is opened from."""

    aliases: dict[str, list[Alias]]
    things: dict[str, Thing]
    people: dict[str, Person]
    offices: dict[str, list[Holding]]
    roles: dict[str, list[str]]
    role_cameo: dict[str, str | None]
    phrases: dict[str, dict[str, list[str]]]
    split: dict[str, dict[str, list[Alias]]]
    checked_until: int


class Builder:
    """Collects aliases; the same string may have several readings."""

    def __init__(self, seeds: ActorSeeds) -> None:
        self.seeds = seeds
        self.aliases: dict[str, dict[tuple[str, str, str, int], Alias]] = defaultdict(dict)
        self.things: dict[str, Thing] = {}

    def add(
        self,
        text: str,
        kind: str,
        ref: str,
        languages: int = ANY,
        *,
        case: int | None = None,
        weak: bool = False,
        note: str = "",
    ) -> None:
        """File ``text`` and, in Arabic script, ``text`` behind each clitic."""
        folded = words(text)
        if not folded:
            return
        if case is None:
            case = case_of(text)
        self.put(folded, Alias(kind, ref, languages, case, weak, 0, note))
        if "\u0600" <= folded[0][0] <= "\u06ff":
            for clitic in _CLITICS:
                self.put(_behind(clitic, folded), Alias(kind, ref, languages, case, weak, len(clitic), note))

    def put(self, folded: list[str], alias: Alias) -> None:
        """File one alias under its folded words; a second filing widens its languages."""
        found = self.aliases[" ".join(folded)]
        key = (alias.kind, alias.ref, alias.note, alias.case)
        known = found.get(key)
        if known is not None:
            languages = known.languages | alias.languages
            weak = known.weak and alias.weak
            alias = Alias(alias.kind, alias.ref, languages, known.case, weak, known.clip, alias.note)
        found[key] = alias


def compile_seeds(seeds: ActorSeeds) -> Compiled:
    """The compiled form. Raises SettingsError for an entry that points nowhere."""
    builder = Builder(seeds)
    _states(builder)
    _things(builder)
    _bodies(builder)
    _offices(builder)
    _phrases(builder)
    offices, countries = _holdings(seeds)
    people = _people(builder, countries)
    return Compiled(
        aliases={text: list(found.values()) for text, found in builder.aliases.items()},
        things=builder.things,
        people=people,
        offices=offices,
        roles={role: entry.stand_in for role, entry in seeds.offices.roles.items()},
        role_cameo={role: entry.cameo for role, entry in seeds.offices.roles.items()},
        phrases=_phrase_words(seeds),
        split=_split(builder),
        checked_until=date.fromisoformat(seeds.holders.checked_until).toordinal(),
    )


def case_of(text: str) -> int:
    """Which capital a mention must have to be this name; see :class:`Alias`."""
    if not any(char.isupper() for char in text):
        return -1
    if _INVARIANT.fullmatch(text.replace(" ", "")) and len(text) <= 8:
        return -2
    parts = re.findall(r"[^\W_]+", text)
    upper = [place for place, part in enumerate(parts) if part[0].isupper()]
    return next((place for place in upper if parts[place].lower() not in _ARTICLES), upper[0])


def country_code(key: str | None, seeds: ActorSeeds) -> str | None:
    """ISO 3166-1 alpha-2 of a state's key; of the whole for a part; None for a state that is gone."""
    if key is None:
        return None
    if len(key) == 2 and key not in ("DD", "ZR", "YD", "VD", "RH"):
        return key
    state = seeds.states.get(key)
    return state.part_of if state else None


def _behind(clitic: str, folded: list[str]) -> list[str]:
    head = folded[0]
    if clitic.endswith("ل") and head.startswith("ال"):
        head = head[1:]
    return [clitic + head, *folded[1:]]


def _states(builder: Builder) -> None:
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
                    builder.add(form, "A", key, BIT[language])
        for language, names in state.seat.items():
            for text in names:
                builder.add(text, "C", key, BIT[language])


def _things(builder: Builder) -> None:
    for section, entries in (("org", builder.seeds.organisations), ("group", builder.seeds.groups)):
        for key, entry in entries.items():
            ref = f"{section}:{key}"
            kind = {"org": "organisation", "group": "group"}[section]
            code = country_code(entry.country, builder.seeds)
            builder.things[ref] = Thing(kind, entry.name, entry.wikidata, code, entry.cameo)
            for language, names in entry.names.items():
                for text in names:
                    short = len(text) <= 4 and " " not in text
                    mask = BIT[language] if short and not (text.isupper() and len(text) > 2) else ANY
                    builder.add(text, "G", ref, mask, weak=text in entry.weak)


def _bodies(builder: Builder) -> None:
    seeds = builder.seeds
    for role, body in seeds.bodies.items():
        _words(builder, body.words, "B", role)
    for key, state in seeds.states.items():
        english = state.adjectives.get("en", state.names["en"])[0]
        for role, body in seeds.bodies.items():
            ref = f"body:{key}:{role}"
            cameo = state.cameo + body.cameo if state.cameo else None
            name = f"{english} {body.name}"
            builder.things[ref] = Thing("body", name, None, country_code(key, seeds), cameo)
        builder.things[f"body:{key}:monarchy"] = Thing(
            "body", f"{english} monarchy", None, country_code(key, seeds), f"{state.cameo}GOV"
        )
    for entry in seeds.metonyms:
        ref = "body:" + entry.to.replace(".", ":")
        if ref not in builder.things:
            raise SettingsError(f"metonyms.yml: {entry.to!r} is no STATE.body of states.yml and bodies.yml")
        for language, names in entry.words.items():
            for text in names:
                builder.add(text, "M", ref, BIT[language], note="place" if entry.also_place else "")


def _words(builder: Builder, names: Names, kind: str, ref: str, note: str = "") -> None:
    for language, texts in names.items():
        for text in texts:
            builder.add(text, kind, ref, BIT[language], case=-1, note=note)


def _offices(builder: Builder) -> None:
    seeds = builder.seeds.offices
    for role, entry in seeds.roles.items():
        for language, forms in entry.words.items():
            for sex, texts in forms.items():
                _words(builder, {language: texts}, "O", role, f"{sex}|")
    for national in seeds.national:
        if national.role not in seeds.roles:
            raise SettingsError(f"offices.yml: national role {national.role!r} is not under roles")
        for language, forms in national.words.items():
            for sex, texts in forms.items():
                _words(builder, {language: texts}, "O", national.role, f"{sex}|{','.join(national.only)}")
    for fixed in seeds.fixed:
        for language, forms in fixed.words.items():
            for sex, texts in forms.items():
                _words(builder, {language: texts}, "O", fixed.office, f"{sex}|!")


def _phrases(builder: Builder) -> None:
    for text in builder.seeds.phrases["not_actors"]:
        builder.add(text, "X", text)
    _words(builder, builder.seeds.phrases["relational"], "R", "relational")


def _phrase_words(seeds: ActorSeeds) -> dict[str, dict[str, list[str]]]:
    """Section → language → single folded words; the small words are looked up, not matched."""
    return {
        section: {
            language: sorted({word for text in texts for word in words(text)})
            for language, texts in names.items()
        }
        for section, names in seeds.phrases.items()
        if section not in ("not_actors", "relational")
    }


def _split(builder: Builder) -> dict[str, dict[str, list[Alias]]]:
    """Head → rest → aliases, where an adjective may split them ("ministre russe des Affaires étrangères")."""
    romance = BIT["fr"] | BIT["es"] | BIT["it"] | BIT["pt"]
    found: dict[str, dict[str, list[Alias]]] = defaultdict(dict)
    for text, aliases in builder.aliases.items():
        head, _, rest = text.partition(" ")
        readings = [alias for alias in aliases.values() if alias.kind in "OB" and alias.languages & romance]
        if rest and readings and "!" not in readings[0].note:
            found[head][rest] = readings
    return dict(found)


def _holdings(seeds: ActorSeeds) -> tuple[dict[str, list[Holding]], dict[str, dict[str, None]]]:
    offices: dict[str, list[Holding]] = {}
    countries: dict[str, dict[str, None]] = defaultdict(dict)
    for office, lines in seeds.holders.holders.items():
        owner = office.partition(".")[0]
        for line in lines:
            match = _HOLDING.fullmatch(line)
            if match is None or match[3] not in seeds.people:
                raise SettingsError(
                    f"holders.yml: {office}: {line!r}: write FROM..UNTIL PERSON, person in people.yml"
                )
            last = date.fromisoformat(match[2]).toordinal() if match[2] else OPEN
            holding = Holding(date.fromisoformat(match[1]).toordinal(), last, match[3], bool(match[4]))
            offices.setdefault(office, []).append(holding)
            if owner in seeds.states:
                countries[match[3]][owner] = None
    return offices, countries


def _people(builder: Builder, countries: dict[str, dict[str, None]]) -> dict[str, Person]:
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
