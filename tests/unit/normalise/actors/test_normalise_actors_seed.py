"""The document the project began with: its actors, as of the day it was collected."""

from datetime import date

import pytest

from depeche.normalise.actors import actors
from depeche.settings import PROJECT

SEED = """"Les deux parties ont confirmé", précise le Kremlin dans un communiqué.
Le président Poutine a également appelé son homologue américain à faire en sorte que les rebelles se \
démarquent du Front Al-Nosra (la branche syrienne d’Al-Qaïda).
"Vladimir Poutine a appelé son interlocuteur à contribuer à la rupture", est-il précisé.
Selon la Maison Blanche, M. Obama a exprimé ses "inquiétudes" concernant le régime syrien et appelé Moscou \
à "faire pression" sur le régime de Damas.
Les présidents Poutine et Obama ont souligné l’importance de l’ONU à Genève.
La Russie avait proposé aux Etats-Unis de mener des frappes, une proposition rejetée par Washington.
En Géorgie, le secrétaire d’Etat américain John Kerry a parlé du sommet de l’Otan à Varsovie.
L’armée syrienne a décrété mercredi un cessez-le-feu."""


@pytest.fixture(scope="module")
def found(authority):
    return {one.actor_id: one for one in actors(None, SEED, "fr", date(2016, 7, 6), authority)}


@pytest.mark.parametrize(
    ("actor", "wikidata", "said"),
    [
        ("person:Q7747", "Q7747", ["président Poutine", "Vladimir Poutine", "présidents Poutine"]),
        ("person:Q76", "Q76", ["homologue américain", "M. Obama", "Obama"]),
        ("person:Q22316", "Q22316", ["secrétaire d’Etat américain John Kerry"]),
        ("body:RU:presidency", None, ["Kremlin"]),
        ("body:US:presidency", None, ["Maison Blanche"]),
        ("body:SY:army", None, ["armée syrienne"]),
        ("body:SY:government", None, ["régime syrien", "régime de Damas"]),
        ("body:RU:government", None, ["Moscou"]),
        ("body:US:government", None, ["Washington"]),
        ("group:alnusra", None, ["Front Al-Nosra"]),
        ("group:alqaeda", "Q34490", ["Al-Qaïda"]),
        ("org:nato", "Q7184", ["Otan"]),
        ("org:un", "Q1065", ["ONU"]),
        ("state:RU", "Q159", ["Russie"]),
        ("state:US", "Q30", ["Etats-Unis"]),
    ],
)
def test_who_is_named(found, actor, wikidata, said):
    assert [mention.text for mention in found[actor].mentions] == said
    if wikidata:
        assert found[actor].wikidata_id == wikidata


def test_offsets_are_exact(found):
    for actor in found.values():
        for mention in actor.mentions:
            assert SEED[mention.start : mention.end] == mention.text


def test_places_are_not_powers(found):
    assert "body:PL:government" not in found
    assert "body:CH:government" not in found


def test_roles_are_those_of_the_day(found):
    assert found["person:Q22316"].office_id == "US.foreign_minister"
    assert found["person:Q76"].cameo_code == "USAGOV"


def test_another_day_another_counterpart(authority):
    text = "Le président Poutine a appelé son homologue américain."
    names = {one.name for one in actors(None, text, "fr", date(2019, 7, 6), authority)}
    assert names == {"Vladimir Putin", "Donald Trump"}


def test_the_seed_itself_if_it_is_here(authority):
    file = PROJECT / "seeds/dispatches/text/poutine-obama-syrie.txt"
    text = file.read_text("utf-8") if file.exists() else SEED
    ids = {one.actor_id for one in actors(None, text, "fr", date(2016, 7, 6), authority)}
    assert {"person:Q7747", "person:Q76", "person:Q22316", "org:nato", "org:un", "body:SY:army"} <= ids
