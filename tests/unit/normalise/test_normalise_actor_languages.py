"""Words of Portuguese, Italian and Arabic wires: what is found by them, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from depeche.normalise.actors import actors

DAY = date(2020, 3, 10)


@pytest.fixture(scope="module")
def found(authority):
    """(language, text) → {mention: actor}, those the archive is surer of than 0.5."""

    def find(language, text):
        return {
            mention.text: actor.actor_id
            for actor in actors(None, text, language, DAY, authority)
            for mention in actor.mentions
            if mention.confidence > 0.5
        }

    return find


@pytest.mark.parametrize(
    ("language", "said", "actor"),
    [
        ("pt", "a Organização Mundial da Saúde", "org:who"),
        ("pt", "o Fundo Monetário Internacional", "org:imf"),
        ("pt", "a Agência Internacional de Energia Atómica", "org:iaea"),
        ("pt", "a Agência Internacional de Energia Atômica", "org:iaea"),
        ("pt", "a Agência Internacional de Energia", "org:iea"),
        ("pt", "a Amnistia Internacional", "org:amnesty"),
        ("pt", "a Anistia Internacional", "org:amnesty"),
        ("pt", "a CPLP", "org:cplp"),
        ("pt", "o Mercosul", "org:mercosur"),
        ("pt", "o Supremo Tribunal Federal", "org:stf"),
        ("pt", "os talibãs", "group:taliban"),
        ("pt", "a Irmandade Muçulmana", "group:muslimbrotherhood"),
        ("pt", "os rebeldes huthis", "group:houthis"),
        ("pt", "o Palácio de Belém", "body:PT:presidency"),
        ("pt", "o Palácio do Eliseu", "body:FR:presidency"),
        ("pt", "o Departamento de Estado", "body:US:foreign_ministry"),
        ("it", "l'Organizzazione mondiale della sanità", "org:who"),
        ("it", "l'Oms", "org:who"),
        ("it", "il Fondo monetario internazionale", "org:imf"),
        ("it", "la Banca d'Italia", "org:bankitaly"),
        ("it", "la Croce Rossa", "org:redcross"),
        ("it", "il Consiglio di sicurezza dell'Onu", "org:unsc"),
        ("it", "lo Stato islamico", "group:is"),
        ("it", "i talebani", "group:taliban"),
        ("it", "i Fratelli musulmani", "group:muslimbrotherhood"),
        ("it", "il Viminale", "body:IT:interior_ministry"),
        ("it", "la Farnesina", "body:IT:foreign_ministry"),
    ],
)
def test_a_name_as_the_wires_print_it(found, language, said, actor):
    made = found(language, f"Ontem/ieri {said}.")
    assert list(made.values()) == [actor]
    assert said.endswith(next(iter(made)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "pt",
            "A ANP leiloou doze blocos de petróleo no mar.",
        ),  # Brazil's oil agency has this acronym as well
        ("it", "Ciò non basta, e un'oil company lo sa."),
        ("it", "Il bilancio di Cia è salito."),  # a farmers' association has this acronym as well
    ],
)
def test_an_acronym_of_several_needs_company(found, language, text):
    assert found(language, text) == {}
