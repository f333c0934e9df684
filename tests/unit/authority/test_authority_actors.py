"""The files of actors hold together: ids, order, spans, and nothing that points nowhere."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from depeche.authority import actors
from depeche.authority.actors.seed import read_seeds
from depeche.settings import PROJECT, SettingsError

FOLDER = PROJECT / "seeds" / "authority"
FILES = ["states", "organisations", "groups", "people", "holders", "bodies"]
LANGUAGES = {"ar", "de", "en", "es", "fr", "it", "pt"}


@pytest.fixture(scope="module")
def seeds():
    return read_seeds(FOLDER)


@pytest.fixture(scope="module")
def compiled():
    return actors.build(FOLDER)


@pytest.fixture(scope="module")
def index(compiled):
    return actors.open_index(compiled)


def spans(seeds):
    """office → [(first day, last day or None, person)]."""
    found = defaultdict(list)
    for office, lines in seeds.holders.holders.items():
        for line in lines:
            when, person, *_ = line.split()
            first, last = when.split("..")
            days = (date.fromisoformat(first), date.fromisoformat(last) if last else None)
            found[office].append((*days, person))
    return found


@pytest.mark.parametrize("name", FILES)
def test_entries_are_sorted(name):
    text = (FOLDER / f"{name}.yml").read_text("utf-8")
    indent = "  " if name == "holders" else ""
    keys = re.findall(rf'^{indent}"?([\w.-]+)"?:', text.partition("holders:\n")[2] if indent else text, re.M)
    wanted = sorted(keys, key=lambda key: (0, int(key[1:])) if re.fullmatch(r"Q\d+", key) else (1, key))
    assert keys == wanted
    assert len(keys) == len(set(keys))


def test_every_file_says_what_it_is():
    for name in [*FILES, "offices", "metonyms", "phrases"]:
        text = (FOLDER / f"{name}.yml").read_text("utf-8")
        assert text.startswith("# "), name
        assert "Reference:" in text, name


def test_there_is_enough(seeds):
    assert len(seeds.states) >= 249
    assert len(seeds.organisations) + len(seeds.groups) >= 400
    assert len(seeds.people) >= 5000


def test_ids_are_well_formed(seeds):
    things = [*seeds.states.values(), *seeds.organisations.values(), *seeds.groups.values()]
    for thing in things:
        assert thing.wikidata is None or re.fullmatch(r"Q[1-9]\d*", thing.wikidata), thing
        assert thing.cameo is None or re.fullmatch(r"[A-Z]{3,15}", thing.cameo), thing
    for key in seeds.people:
        assert re.fullmatch(r"Q[1-9]\d*|x-[a-z0-9-]+", key), key
    for key, state in seeds.states.items():
        assert state.alpha3 is None or re.fullmatch(r"[A-Z]{3}", state.alpha3), key


def test_no_wikidata_id_names_two_things(seeds):
    things = [*seeds.states.items(), *seeds.organisations.items(), *seeds.groups.items()]
    ids = [thing.wikidata for _, thing in things if thing.wikidata] + [
        key for key in seeds.people if key[0] == "Q"
    ]
    assert len(ids) == len(set(ids))


def test_names_are_of_known_languages_and_not_empty(seeds):
    for thing in [*seeds.states.values(), *seeds.organisations.values(), *seeds.groups.values()]:
        assert thing.names.keys() <= LANGUAGES
        for texts in thing.names.values():
            assert texts
            assert all(text.strip() == text and text for text in texts)


def test_states_have_names_in_every_main_language(seeds):
    for key, state in seeds.states.items():
        assert {"fr", "en", "es", "de"} <= state.names.keys() or key == "AZ-NK", key


def test_weak_aliases_are_aliases(seeds):
    for key, thing in {**seeds.states, **seeds.organisations, **seeds.groups}.items():
        tables = [thing.names] + ([thing.seat] if key in seeds.states else [])
        names = {text for table in tables for texts in table.values() for text in texts}
        assert set(thing.weak) <= names, key


def test_a_state_that_is_gone_ends_after_it_began(index):
    assert all(first < last for first, last in index.lives.values())


def test_no_state_without_a_code_has_a_made_up_one(index):
    assert [key for key, thing in index.things.items() if "None" in (thing.cameo or "")] == []


def test_a_seat_is_a_state_with_a_capital(seeds):
    seats = [thing.seat for thing in {**seeds.organisations, **seeds.groups}.values() if thing.seat]
    assert seats
    assert all(seeds.states[seat].seat for seat in seats)


def test_strong_aliases_belong_to_one_thing(seeds):
    """A strong name of an organisation or group in one language is nobody else's."""
    owners = defaultdict(set)
    for key, thing in {**seeds.organisations, **seeds.groups}.items():
        for language, texts in thing.names.items():
            for text in texts:
                if text not in thing.weak:
                    owners[language, text].add(key)
    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}


def test_countries_and_successors_exist(seeds):
    for thing in [*seeds.organisations.values(), *seeds.groups.values(), *seeds.people.values()]:
        assert thing.country is None or thing.country in seeds.states
    for state in seeds.states.values():
        assert set(state.successors) <= seeds.states.keys()
        assert state.part_of is None or state.part_of in seeds.states


def test_holdings_are_spans_in_order(seeds):
    for office, held in spans(seeds).items():
        assert held == sorted(held, key=lambda one: (one[0], one[1] or date.max)), office
        for first, last, person in held:
            assert last is None or first <= last, (office, person)
            assert person in seeds.people, (office, person)


def test_holders_of_one_office_overlap_only_where_marked(index):
    for office, held in index.offices.items():
        for place, one in enumerate(held):
            for other in held[place + 1 :]:
                if other.person != one.person and other.first < one.last:
                    both = one.shared and other.shared
                    assert both or one.interim or other.interim, (office, one, other)


def test_nobodys_days_are_in_order_and_nobody_elses(seeds, index):
    assert [*seeds.holders.nobody] == sorted(seeds.holders.nobody)
    for office, spans_of in index.nobody.items():
        assert spans_of == sorted(spans_of), office
        for first, last in spans_of:
            assert first <= last, office
            for one in index.offices[office]:
                assert one.last <= first or one.first >= last, (office, one)


def test_nobody_holds_an_office_after_death(seeds):
    for office, held in spans(seeds).items():
        for first, last, person in held:
            died = seeds.people[person].died
            if died:
                assert first <= date.fromisoformat(died), (office, person)
                assert last is not None, (office, person)
                assert last <= date.fromisoformat(died), (office, person)


def test_offices_are_of_known_roles_or_fixed(seeds):
    roles = set(seeds.offices.roles)
    fixed = {entry.office for entry in seeds.offices.fixed}
    for office in seeds.holders.holders:
        owner, _, role = office.rpartition(".")
        assert role in roles or office in fixed or owner not in seeds.states, office


@pytest.mark.parametrize(
    ("office", "day", "name"),
    [
        ("US.president", "2016-07-06", "Barack Obama"),
        ("US.president", "2017-01-20", "Donald Trump"),
        ("US.president", "1991-06-01", "George H. W. Bush"),
        ("RU.president", "1996-07-03", "Boris Yeltsin"),
        ("SUHH.president", "1991-08-19", "Mikhail Gorbachev"),
        ("DE.prime_minister", "1990-10-03", "Helmut Kohl"),
        ("FR.president", "1995-06-01", "Jacques Chirac"),
        ("FR.foreign_minister", "2003-02-14", "Dominique de Villepin"),
        ("GB.prime_minister", "2003-03-18", "Tony Blair"),
        ("UN.secretary_general", "2016-07-06", "Ban Ki-moon"),
        ("VA.pope", "2025-05-09", "Leo XIV"),
        ("ZA.president", "1994-06-01", "Nelson Mandela"),
    ],
)
def test_who_held_what(index, office, day, name):
    holders = index.holders(office, date.fromisoformat(day))
    assert [index.people[person].name for person in holders] == [name]


def test_nobody_is_invented(index):
    assert index.holders("US.president", date(1700, 1, 1)) == ()
    assert index.holders("ZZ.president", date(2016, 1, 1)) == ()
    assert index.office_of("Q76", date(2030, 1, 1)) is None


def test_the_compiled_form_is_the_same_each_time(compiled):
    assert actors.build(FOLDER) == compiled


def copy(folder: Path) -> Path:
    for file in FOLDER.glob("*.yml"):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("states.yml", "  wikidata: Q228", "  wikdata: Q228", "wikdata"),
        ("holders.yml", "Q76", "Q0000076", "people.yml"),
        ("holders.yml", "2009-01-20..2017-01-20 Q76", "2009..2017 Q76", "FROM..UNTIL"),
        ("holders.yml", "  TR.prime_minister: [2018", "  TR.prime_minister: [since 2018", "FROM..UNTIL"),
        (
            "holders.yml",
            "2009-01-20..2017-01-20 Q76",
            "2009-01-20..2017-13-20 Q76",
            "US.president: 2009-01-20..2017-13-20",
        ),
        (
            "holders.yml",
            "sources: {wikidata: 2023-01-15",
            "sources: {wikidata: 2023-01-45",
            "sources: 2023-01-45",
        ),
        ("metonyms.yml", "until: 1990-03-14", "until: 1990-13-14", "1990-13-14"),
        ("states.yml", "  until: 1992-12-31", "  until: 1992-12-32", "1992-12-32"),
        ("metonyms.yml", "to: RU.presidency", "to: RU.palace", "RU.palace"),
        ("offices.yml", "{role: chancellor,", "{role: chancelor,", "chancelor"),
        ("groups.yml", "  kind: armed", "\tkind: armed", "groups.yml"),
    ],
)
def test_a_wrong_file_is_named(tmp_path, file, old, new, says):
    target = copy(tmp_path) / file
    target.write_text(target.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(SettingsError, match=re.escape(says)):
        actors.build(tmp_path)


def test_a_missing_file_is_named(tmp_path):
    copy(tmp_path)
    (tmp_path / "people.yml").unlink()
    with pytest.raises(SettingsError, match=r"people\.yml"):
        actors.build(tmp_path)
