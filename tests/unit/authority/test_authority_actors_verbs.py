"""The third person of regular verbs, as wires write it."""

from __future__ import annotations

import pytest

from depeche.authority.actors.verbs import verb_forms


@pytest.mark.parametrize(
    ("language", "verb", "some"),
    [
        ("fr", "demander", {"demande", "demandent", "demanda", "demandait", "demandera", "demanderait"}),
        ("fr", "exiger", {"exige", "exigent", "exigeait", "exigea", "exigera"}),
        ("fr", "réagir", {"réagit", "réagissent", "réagissait", "réagira"}),
        ("en", "deny", {"denies", "denied"}),
        ("en", "press", {"presses", "pressed"}),
        ("en", "ban>bann", {"bans", "banned"}),
        ("en", "agree", {"agrees", "agreed"}),
        ("es", "rechazar", {"rechaza", "rechazan", "rechazó", "rechazaron", "rechazará"}),
        ("es", "defender", {"defendió", "defenderá"}),
        ("de", "fordern", {"fordert", "forderte", "forderten"}),
        ("de", "antworten", {"antwortet", "antwortete"}),
    ],
)
def test_regular_verbs(language, verb, some):
    assert some <= set(verb_forms(verb, language))


def test_english_leaves_out_the_bare_form():
    assert "demand" not in verb_forms("demand", "en")


def test_other_languages_have_no_rules():
    assert verb_forms("chiedere", "it") == []
