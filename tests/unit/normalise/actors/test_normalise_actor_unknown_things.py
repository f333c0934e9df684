"""Organisations the authority does not know, by a word of their name or the noun before it."""

from __future__ import annotations

from datetime import date

import pytest

from depeche.normalise.actors import actors


@pytest.fixture(scope="module")
def unknown(mentions):
    """(text, language) → (words, rule) of unknown organisations, in order."""

    def find(text, language):
        made = [(one, m) for one, m in mentions(text, language) if one.actor_id.startswith("name:")]
        return [(m.text, m.rule) for one, m in made if one.kind == "organisation"]

    return find


@pytest.mark.parametrize(
    ("language", "text", "name", "rule"),
    [
        ("en", "A study by the Polar Wind Institute was late.", "Polar Wind Institute", "named_thing"),
        ("en", "The Institute for Polar Winds was late.", "Institute for Polar Winds", "named_thing"),
        ("en", "The New Orchard Party lost its seat.", "New Orchard Party", "named_thing"),
        ("en", "It was said by rights group Open Sky on Monday.", "Open Sky", "introduced_thing"),
        ("fr", "L'Institut Pellerault a publié une étude.", "Institut Pellerault", "named_thing"),
        (
            "fr",
            "Selon l'Union des Vergers de Bretagne, il gèle.",
            "Union des Vergers de Bretagne",
            "named_thing",
        ),
        ("fr", "Selon l'ONG Vents Libres, il gèle.", "Vents Libres", "introduced_thing"),
        ("fr", "Le groupe Pellerault a vendu.", "Pellerault", "introduced_thing"),
        ("fr", 'L\'association "Les vergers debout" proteste.', "Les vergers debout", "introduced_thing"),
        ("fr", "Le parti « Vent debout » proteste.", "Vent debout", "introduced_thing"),
        ("es", "El Instituto Nacional de Vientos avisó.", "Instituto Nacional de Vientos", "named_thing"),
        ("es", "La ONG Huertos Vivos avisó.", "Huertos Vivos", "introduced_thing"),
        ("de", "Die Partei Grüner Wind hat verloren.", "Grüner Wind", "introduced_thing"),
        (
            "de",
            "Das teilte die Pellerault-Achenbach-Stiftung mit.",
            "Pellerault-Achenbach-Stiftung",
            "named_thing",
        ),
        ("de", "Das Institut für Windkunde warnt.", "Institut für Windkunde", "named_thing"),
        ("pt", "O Instituto Nacional de Ventos avisou.", "Instituto Nacional de Ventos", "named_thing"),
        ("it", "La Fondazione Pellerault ha perso.", "Fondazione Pellerault", "named_thing"),
        ("nl", "De partij Groene Wind verloor.", "Groene Wind", "introduced_thing"),
    ],
)
def test_an_unknown_organisation_counts(unknown, language, text, name, rule):
    assert unknown(text, language) == [(name, rule)]


@pytest.mark.parametrize(
    ("language", "text", "first", "again"),
    [
        (
            "fr",
            "L'Observatoire des vents glaciaux (OVG) avertit. L'OVG craint le gel.",
            ("Observatoire des vents glaciaux", "named_thing"),
            ["OVG", "OVG"],  # an acronym ends a name in small letters and stands for it
        ),
        (
            "en",
            "The charity Open Orchard closed. Nobody at Open Orchard spoke.",
            ("Open Orchard", "introduced_thing"),
            ["Open Orchard"],
        ),
    ],
)
def test_its_name_again_is_the_same_actor(unknown, language, text, first, again):
    assert unknown(text, language) == [first, *((name, "name_again") for name in again)]


def test_an_acronym_stands_for_the_name_before_it(authority, unknown):
    text = "The Institute for Economic Affairs (IEA) was late. The IEA said why."
    name, acronym = "Institute for Economic Affairs", ("IEA", "name_again")
    assert unknown(text, "en") == [(name, "named_thing"), acronym, acronym]
    energy = "The IEA was early, said the Inland Ewe Association (IEA) of the International Energy Agency."
    made = actors(None, energy, "en", date(2016, 7, 6), authority)
    assert "org:iea" in {one.actor_id for one in made}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The European Union and the African Union met the Labour Party."),
        ("en", "He told the group Monday that the party was over."),
        ("en", "The union said the Party Congress was late. Council members left."),
        ("en", "Group A is hard. The group was late."),
        ("fr", "Le Conseil des ministres et le Front national ont débattu. Le groupe A est difficile."),
        ("fr", "Le groupe a dit non. L'Union européenne aussi, et la Commission a refusé."),
        ("es", "El partido terminó. La Unión Europea y el Consejo de Seguridad votaron."),
        ("de", "Eine Gruppe Studenten traf den Rat der Stadt. Die Bank Geld."),
        ("de", "Die Partei hat verloren. Der Rat tagt am Montag. Die Europäische Union auch."),
        ("en", "THE POLAR WIND INSTITUTE WAS LATE."),  # a text in capitals gives none
    ],
)
def test_what_is_known_or_no_name_does_not(unknown, language, text):
    assert unknown(text, language) == []
