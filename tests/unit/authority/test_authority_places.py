"""The compiled places: names, codes, conventions; and wrong seed files."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.authority.places import open_index
from depeche.authority.places.fold import fold, variants
from depeche.authority.places.seed import read_seed
from depeche.settings import SettingsError
from normalise_places import SEEDS, place_index


def test_fold():
    assert fold("N’Djamena") == fold("N'DJAMENA") == "ndjamena"
    assert fold("São Paulo") == "sao paulo"
    assert fold("Port-au-Prince") == "port au prince"
    assert fold("U.S.") == "us"
    assert fold("أوكرانيا") == fold("اوكرانيا")
    assert fold("Łódź") == "lodz"
    assert "saint louis" in variants("st louis")
    assert "koln" in variants("koeln")


@given(st.text())
def test_folding_is_settled_at_once(text):
    assert fold(fold(text)) == fold(text)


def test_cities_are_geonames_own():
    paris, *others = place_index().cities("Paris")
    assert (paris.city_id, paris.country_code, paris.canonical) == (2988507, "FR", True)
    assert (round(paris.latitude, 2), round(paris.longitude, 2)) == (48.85, 2.35)
    assert "US" in {city.country_code for city in others}
    assert all(a.population >= b.population for a, b in zip([paris, *others], others, strict=False))


def test_airport_codes_are_no_names():
    assert all(city.name != "Paris" for city in place_index().cities("PAR"))


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("FRA", "FR"),
        ("fr", "FR"),
        ("Frankreich", "FR"),
        ("فرنسا", "FR"),
        ("XKX", "XK"),
        ("Palestine", "PS"),
        ("UK", "GB"),
    ],
)
def test_countries(stated, code):
    assert place_index().country(stated).country_code == code


def test_no_country():
    for stated in ("ZZZ", "", "Atlantis", "fr!", "\ud800"):
        assert place_index().country(stated) is None


def test_every_country_has_both_codes_and_a_name_in_every_language():
    index = place_index()
    for names in (
        ["Germany", "Allemagne", "Alemania", "Deutschland", "Alemanha", "Germania", "Duitsland", "ألمانيا"],
        [
            "Netherlands",
            "Pays-Bas",
            "Países Bajos",
            "Niederlande",
            "Países Baixos",
            "Paesi Bassi",
            "Nederland",
            "هولندا",
        ],
    ):
        assert len({index.country(name).country_code for name in names}) == 1
    assert (index.code3("GB"), index.code3("QQ")) == ("GBR", None)


def test_regions_and_former_states():
    index = place_index()
    assert index.areas("Calif.")[0].admin1 == "US.CA"
    assert {area.kind for area in index.areas("Georgia")} == {"country", "region"}
    assert index.areas("URSS")[0].kind == "former"
    assert index.areas("Katalonien")[0].country_code == "ES"
    assert index.areas("nowhere at all") == ()


def test_capitals():
    index = place_index()
    assert index.capital("FR").name == "Paris"
    assert index.capital("QQ") is None


def test_bytes_of_something_else_are_refused():
    with pytest.raises(ValueError, match="place index"):
        open_index(b"something else entirely")


def test_a_wrong_seed_says_where(tmp_path):
    file = tmp_path / "places.yml"
    with pytest.raises(SettingsError, match=r"places\.yml"):
        read_seed(file)
    good = (SEEDS / "places.yml").read_text("utf-8")
    for bad in (
        "cities: 3",
        good.replace("\ndomestic:", "\ndomestics:"),
        good.replace("country: US,", "land: US,", 1),
        "{",
        "- 1",
    ):
        file.write_text(bad, "utf-8")
        with pytest.raises(SettingsError, match=r"places\.yml"):
            read_seed(file)


def test_unsorted_seeds_say_which_entry_to_move(tmp_path):
    shutil.copy(SEEDS / "places.yml", tmp_path)
    file = tmp_path / "places.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("\nregions:\n", "\nregions:\n  - {name: Zzz, country: FR}\n"), "utf-8")
    with pytest.raises(SettingsError, match="move 'Abkhazia' up"):
        read_seed(file)


@given(st.text(max_size=40))
def test_any_name_is_survived(name):
    index = place_index()
    index.cities(name)
    index.areas(name)
    index.preferred(name)
    index.country(name)
    assert index.is_no_place(name) in (True, False)
