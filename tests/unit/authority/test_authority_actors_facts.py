"""What the authority must know at least: states, offices, words, holders since 1990, and no contradiction."""

from collections import defaultdict
from datetime import date

import pytest
from babel import Locale

import compiled
from depeche.authority.actors.coverage import coverage
from depeche.authority.actors.fold import words
from depeche.authority.actors.seed import read_seeds
from depeche.settings import PROJECT

FOLDER = PROJECT / "seeds" / "authority"
LANGUAGES = {"ar", "de", "en", "es", "fr", "it", "pt"}
HISTORICAL = {"CSHH", "CSXX", "DD", "FRG", "RH", "SUHH", "VD", "YD", "YUCS", "ZR"}
DEPENDENT = {"AI", "AW", "BM", "GG", "IM", "JE", "KY", "MS", "NU", "TC", "VG"}
NOT_STATES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
MAIN = ("president", "prime_minister", "monarch", "foreign_minister", "defence_minister")
HEADS = {
    "UN.secretary_general", "NATO.secretary_general", "EU.commission_president", "EU.council_president",
    "EU.parliament_president", "EU.high_representative", "IMF.managing_director", "WORLDBANK.president",
    "WTO.director_general", "WHO.director_general", "IAEA.director_general", "OAS.secretary_general",
    "AFRICANUNION.commission_chair", "ARABLEAGUE.secretary_general", "OPEC.secretary_general",
    "ICC.prosecutor", "FIFA.president", "IOC.president", "ECB.president", "US.central_bank_governor",
    "ASEAN.secretary_general", "CIS.executive_secretary", "EIB.president", "FAO.director_general",
    "GCC.secretary_general", "ICRC.president", "ILO.director_general", "INTERPOL.secretary_general",
    "OIC.secretary_general", "OPCW.director_general", "SCO.secretary_general", "UNICEF.executive_director",
    "UNRWA.commissioner_general", "WFP.executive_director",
}  # fmt: skip


@pytest.fixture(scope="module")
def seeds():
    return read_seeds(FOLDER)


@pytest.fixture(scope="module")
def index():
    return compiled.authority().actors


def own_states(seeds):
    """States of their own: somebody is known to head them."""
    owners = {office.partition(".")[0] for office in seeds.holders.holders if office.endswith(MAIN[:3])}
    owners -= DEPENDENT
    return {key: state for key, state in seeds.states.items() if key in owners and not state.part_of}


def test_every_territory_of_iso_3166_is_there(seeds):
    known = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()}
    assert known - NOT_STATES <= seeds.states.keys()


def test_states_that_are_gone_are_there_with_their_names(seeds):
    assert seeds.states.keys() >= HISTORICAL
    for key in HISTORICAL:
        assert seeds.states[key].names.keys() >= LANGUAGES, key
        assert seeds.states[key].until, key
    assert "Burma" in seeds.states["MM"].names["en"]


def test_states_have_names_and_adjectives_in_every_language(seeds):
    without = defaultdict(set)
    for key, state in own_states(seeds).items():
        assert state.names.keys() >= LANGUAGES, key
        for language in LANGUAGES - state.adjectives.keys():
            without[language].add(key)
    assert all(len(keys) <= 8 for keys in without.values()), dict(without)


def test_main_offices_have_words_in_every_language_and_women_have_theirs(seeds):
    for role in (
        *MAIN,
        "interior_minister",
        "finance_minister",
        "speaker",
        "army_chief",
        "central_bank_governor",
    ):
        assert seeds.offices.roles[role].words.keys() == LANGUAGES, role
    for role in MAIN:
        for language in LANGUAGES - {"en"}:
            assert seeds.offices.roles[role].words[language].get("f"), (role, language)


def test_no_word_is_listed_twice_for_one_role_language_and_sex(seeds):
    for role, entry in seeds.offices.roles.items():
        for language, forms in entry.words.items():
            for sex, texts in forms.items():
                folded = [tuple(words(text)) for text in texts]
                assert len(folded) == len(set(folded)), (role, language, sex)


def test_offices_of_organisations_have_holders_and_point_at_one(seeds):
    for of in seeds.offices.organisations:
        assert of.organisation in seeds.organisations, of.office
        assert of.office in seeds.holders.holders, of.office
    assert seeds.holders.holders.keys() >= HEADS


def test_every_source_is_used_and_dated(seeds):
    used = {line.split()[-1] for lines in seeds.holders.holders.values() for line in lines}
    assert "editor" in used
    for name, day in seeds.holders.sources.items():
        assert date.fromisoformat(day) < date(2026, 1, 1), name


@pytest.mark.parametrize(
    ("role", "floor", "most"),
    [
        ("president", 0.99, 140),
        ("prime_minister", 0.99, 130),
        ("monarch", 0.99, 35),
        ("foreign_minister", 0.98, 150),
        ("defence_minister", 0.97, 100),
    ],
)
def test_heads_and_ministers_since_1990_are_known_for_most_days(index, role, floor, most):
    """Over offices that exist throughout: those of states that began or ended are left out."""
    found = coverage(index, date(1990, 1, 1), date(2025, 11, 30), role=role)
    whole = [one for one in found if one.by_year.get(1992) and one.by_year.get(2025)]
    assert len(whole) > most
    assert sum(one.share for one in whole) / len(whole) >= floor


@pytest.mark.parametrize("office", sorted(HEADS))
def test_heads_of_organisations_are_known_without_long_gaps(index, office):
    owner, _, role = office.rpartition(".")
    first = index.offices[office][0].first
    begin = max(date(1990, 1, 1), date.fromordinal(first))
    (found,) = coverage(index, begin, date(2025, 11, 30), owner, role)
    assert found.share >= 0.97, found.gaps


@pytest.mark.parametrize(
    ("office", "day", "name"),
    [
        ("IN.prime_minister", "1990-05-01", "V. P. Singh"),
        ("JP.prime_minister", "1994-05-15", "Tsutomu Hata"),
        ("TR.prime_minister", "1997-01-01", "Necmettin Erbakan"),
        ("BR.president", "1993-06-01", "Itamar Franco"),
        ("NG.president", "1996-01-01", "Sani Abacha"),
        ("PL.prime_minister", "1990-01-15", "Tadeusz Mazowiecki"),
        ("YUCS.prime_minister", "1990-06-01", "Ante Marković"),
        ("TM.president", "2000-01-01", "Saparmurat Niyazov"),
        ("CN.prime_minister", "2008-08-08", "Wen Jiabao"),
        ("ZA.foreign_minister", "2012-01-01", "Maite Nkoana-Mashabane"),
        ("IN.foreign_minister", "2016-07-06", "Sushma Swaraj"),
        ("AT.foreign_minister", "2016-07-06", "Sebastian Kurz"),
        ("LT.prime_minister", "2025-03-01", "Gintautas Paluckas"),
        ("AR.foreign_minister", "2024-06-01", "Diana Mondino"),
        ("CA.defence_minister", "2024-06-01", "Bill Blair"),
        ("IR.foreign_minister", "2023-10-07", "Hossein Amirabdollahian"),
        ("UN.secretary_general", "2000-01-01", "Kofi Annan"),
        ("FIFA.president", "1994-07-17", "João Havelange"),
        ("OPEC.secretary_general", "2018-01-01", "Mohammed Barkindo"),
        ("GR.defence_minister", "1996-01-31", "Gerasimos Arsenis"),
        ("TR.foreign_minister", "1995-01-15", "Murat Karayalçın"),
        ("PL.defence_minister", "1992-05-01", "Jan Parys"),
        ("HR.defence_minister", "1995-08-05", "Gojko Šušak"),
        ("DZ.defence_minister", "1992-01-11", "Khaled Nezzar"),
        ("JP.defence_minister", "2001-09-11", "Gen Nakatani"),
        ("KR.foreign_minister", "1994-10-21", "Han Sung-joo"),
        ("SK.foreign_minister", "2009-06-01", "Miroslav Lajčák"),
        ("DD.prime_minister", "1990-02-01", "Hans Modrow"),
        ("RW.prime_minister", "1994-05-01", "Jean Kambanda"),
        ("ZA.defence_minister", "1990-02-11", "Magnus Malan"),
        ("EU.council_president", "1992-12-11", "John Major"),
        ("ILO.director_general", "2023-06-01", "Gilbert Houngbo"),
        ("WFP.executive_director", "1994-08-01", "Catherine Bertini"),
        ("DZ.president", "1992-01-12", "Abdelmalek Benhabyles"),
        ("NR.foreign_minister", "2005-06-01", "David Adeang"),
        ("TO.foreign_minister", "2008-06-01", "Sonatane Tuʻa Taumoepeau-Tupou"),
        ("GL.foreign_minister", "2004-08-06", "Josef Motzfeldt"),
        ("BZ.defence_minister", "2006-06-01", "Cordel Hyde"),
    ],
)
def test_who_held_what(index, office, day, name):
    assert [index.people[one].name for one in index.holders(office, date.fromisoformat(day))] == [name]


def test_nobody_is_two_entries(seeds, index):
    """Two people of one name and one state, of whom one has no Wikidata id, would be one person twice."""
    by_name = defaultdict(set)
    for key, person in seeds.people.items():
        owners = {office.partition(".")[0] for office, _ in index.held.get(key, ())}
        for owner in owners:
            by_name[owner, " ".join(words(person.name))].add(key)
    twice = {
        name: keys for name, keys in by_name.items() if len(keys) > 1 and any(key[0] == "x" for key in keys)
    }
    assert twice == {}
