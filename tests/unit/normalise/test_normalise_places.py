"""Which place a name means: the order of conventions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.dateline.geography import resolve
from normalise_places import place_index


def one(*words: str, home: str | None = None):
    links = ["first", *["bracket"] * (len(words) - 1)]
    return resolve(list(zip(words, links, strict=True)), place_index(), home)[0]


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (["Londres", "Londra", "Londen", "LONDON", "لندن"], "GB"),
        (["Moscou", "Moscú", "Moskau", "Mosca", "Moscovo", "Moskou", "موسكو"], "RU"),
        (["Pékin", "Peking", "Pekín", "Pequim", "Pechino", "Beijing", "بكين"], "CN"),
        (["La Haye", "Den Haag", "The Hague", "La Haya", "Haia", "L'Aia", "لاهاي"], "NL"),
        (["القدس", "Jérusalem", "Jerusalén", "Gerusalemme"], "IL"),
        (["Genf", "Ginebra", "Ginevra", "Geneva", "Genève"], "CH"),
        (["Köln", "Koeln", "Colonia", "Cologne"], "DE"),
        (["N'DJAMENA", "N’Djamena", "Ndjamena"], "TD"),
        (["ST. LOUIS", "Saint Louis"], "US"),
        (["SAO PAULO", "São Paulo"], "BR"),
        (["Kiev", "Kyiv", "Kiew", "كييف"], "UA"),
    ],
)
def test_exonyms(names, country):
    found = [one(name) for name in names]
    assert {place.country_code for place in found} == {country}
    assert len({place.city_id for place in found}) == 1
    assert [place.text for place in found] == names


@pytest.mark.parametrize(
    ("name", "country", "rule"),
    [
        ("Santiago", "CL", "capital"),
        ("San José", "CR", "capital"),
        ("Georgetown", "GY", "capital"),
        ("México", "MX", "capital"),
        ("Panamá", "PA", "capital"),
        ("Florence", "IT", "agency_convention"),
        ("Odessa", "UA", "agency_convention"),
        ("Bangladesh", "BD", "country"),
        ("Cantabria", "ES", "region"),
        ("Wigan", "GB", "only_namesake"),
    ],
)
def test_bare_names(name, country, rule):
    place = one(name)
    assert (place.country_code, place.rule) == (country, rule)


def test_the_country_given_decides():
    assert one("Birmingham", "England").country_code == "GB"
    assert one("Birmingham", "Ala").admin == "Alabama"
    assert one("Tripoli", "Liban").country_code == "LB"
    assert one("Valence", "Espagne").name == "Valencia"
    assert one("Longyearbyen", "Norway").country_code == "SJ"
    assert one("Atlanta", "Georgia").country_code == "US"
    assert one("Tbilisi", "Georgia").country_code == "GE"
    assert one("Pristina", "Yugoslavia").country_code == "XK"


def test_a_city_unknown_in_a_given_country_is_kept_with_it():
    place = one("Xyzzyville", "Russia")
    assert (place.text, place.city_id, place.country_code3, place.rule) == (
        "Xyzzyville", None, "RUS", "country_given",
    )  # fmt: skip


def test_an_unknown_place_is_kept_without_anything():
    place = one("Xyzzyville")
    assert (place.text, place.country_code, place.rule, place.confidence) == (
        "Xyzzyville",
        None,
        "unknown",
        0.0,
    )


def test_the_agency_s_own_country():
    assert one("Mérida", home="ES").country_code == "ES"
    assert one("Mérida").country_code == "MX"
    assert one("Valence", home="FR").country_code == "FR"
    assert one("Santiago", home="ES").country_code == "CL"


def test_a_place_beside_is_a_place_too():
    places = resolve([("Gaza City", "first"), ("Palestinian Territories", "comma")], place_index())
    assert [(p.text, p.country_code, p.city_id is None) for p in places] == [
        ("Gaza City", "PS", False),
        ("Palestinian Territories", "PS", True),
    ]
    near = resolve([("Getafe", "first"), ("Madrid", "bracket")], place_index())
    assert [p.country_code for p in near] == ["ES", "ES"]


def test_two_cities():
    places = resolve([("GENEVA", "first"), ("PARIS", "slash")], place_index())
    assert [p.name for p in places] == ["Geneva", "Paris"]
    places = resolve([("PARIS", "first"), ("LONDON", "comma")], place_index())
    assert [p.rule for p in places] == ["capital", "capital"]


def test_a_former_state_has_no_code_of_today():
    places = resolve([("Pristina", "first"), ("Yugoslavia", "bracket")], place_index())
    assert (places[1].name, places[1].country_code, places[1].rule) == ("Yugoslavia", None, "former")


def test_bodies_are_no_places():
    assert resolve([("UNITED NATIONS", "first")], place_index()) == []
    assert [p.text for p in resolve([("الامم المتحدة", "first"), ("USA", "comma")], place_index())] == ["USA"]


@given(
    st.lists(
        st.tuples(st.text(max_size=30), st.sampled_from(["first", "comma", "bracket", "slash", "and"])),
        max_size=5,
    )
)
def test_any_words_are_survived(words):
    for place in resolve(words, place_index(), home="FR"):
        assert 0.0 <= place.confidence <= 1.0
        assert place.text in {text for text, _ in words}
        assert (place.city_id is None) or (place.country_code is not None)
