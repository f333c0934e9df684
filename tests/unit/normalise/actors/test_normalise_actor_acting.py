"""What makes a capital act, and the same words where it stays a town."""

from datetime import date

import pytest

DAY = date(2016, 1, 4)
RUSSIA, IRAN, FRANCE, USA = "RU", "IR", "FR", "US"


def governments(found):
    return {key.split(":")[1] for key in found.values() if key.endswith(":government")}


@pytest.mark.parametrize(
    ("language", "text", "states"),
    [
        ("fr", "Un projet soutenu par Moscou et Téhéran.", {RUSSIA, IRAN}),
        ("fr", "Les alliances de Moscou et de Téhéran dérangent.", {RUSSIA, IRAN}),
        ("fr", "L'attaque est confirmée, indique Moscou.", {RUSSIA}),
        ("fr", "Moscou, pour sa part, dément.", {RUSSIA}),
        ("fr", "Paris et l'Union africaine exigent sa libération.", {FRANCE}),
        ("en", "The move drew condemnation from Moscow.", {RUSSIA}),
        ("en", "Tehran hit back at Washington over tariffs.", {IRAN, USA}),
        ("en", "Talks between Moscow and Tehran collapsed.", {RUSSIA, IRAN}),
        ("en", "Moscow, for its part, denied it.", {RUSSIA}),
        ("es", "El deshielo entre Moscú y Teherán sorprendió a Washington.", {RUSSIA, IRAN, USA}),
        ("es", "La cumbre se suspende, informó Moscú.", {RUSSIA}),
        ("de", "Kritik aus Moskau und Signale aus Washington.", {RUSSIA, USA}),
        ("de", "Der Streit zwischen Moskau und Teheran eskaliert.", {RUSSIA, IRAN}),
        ("it", "Tensione tra Mosca e Teheran dopo la strage.", {RUSSIA, IRAN}),
        ("pt", "O conflito entre Moscovo e Teerão agrava-se.", {RUSSIA, IRAN}),
        ("ar", "نددت طهران وموسكو بالقرار", {RUSSIA, IRAN}),
        ("ar", "محادثات بين واشنطن وطهران", {USA, IRAN}),
    ],
)
def test_capitals_that_act(find_ids, language, text, states):
    assert governments(find_ids(text, language, DAY)) == states


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des vols entre Moscou et Paris ont été annulés."),
        ("fr", "Les rues de Moscou et de Téhéran sont vides."),
        ("fr", "L'axe Paris-Berlin-Moscou est rompu."),
        ("fr", "A Paris, pour une part, rien ne bouge."),
        ("en", "Flights between London and Paris were cancelled on Friday."),
        ("en", "The train from Moscow was late."),
        ("en", "She shuttled between Moscow and Washington."),
        ("en", "Tokyo eased and Seoul dropped in early trade."),
        ("de", "Berlin spielt am Samstag gegen Bremen."),
        ("en", "They met back at Washington airport."),
        ("es", "Los vuelos entre La Habana y Madrid se reanudarán."),
        ("de", "Auf der Strecke zwischen Wien und Budapest fielen Züge aus."),
        ("de", "Ein Zug aus Moskau hatte Verspätung."),
        ("it", "I treni tra Parigi e Roma sono in ritardo."),
        ("pt", "Os voos entre Lisboa e Madrid foram cancelados."),
        ("ar", "رحلات بين القاهرة ودمشق"),
    ],
)
def test_capitals_that_only_locate(find_ids, language, text):
    assert not governments(find_ids(text, language, DAY))
