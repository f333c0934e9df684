"""Phrases in eight languages by which another house says that an agency had a part in its text."""

from __future__ import annotations

import pytest

from normalise_credits import BODY, roles, source

CONTRIBUTOR = [
    "(avec AFP)", "(avec l'AFP)", "Avec AFP", "Avec l’Agence France-Presse", "Le Courrier avec AFP", "Le Courrier, avec AFP",
    "Le Courrier (avec AFP)", "Avec nos agences AFP", "Article réalisé avec l'AFP", "Avec les informations de l'AFP",
    "(d'après AFP)", "D'après AFP", "En collaboration avec l'AFP", "(With AFP inputs)", "With inputs from AFP",
    "With reporting by AFP", "Additional reporting by AFP", "With files from AFP", "AFP contributed to this report.",
    "AFP contributed to this story.", "Agence France-Presse and the Courier's staff contributed to this report.",
    "Information from AFP was used in this report.", "This report includes information from AFP.",
    "Mit Material von AFP", "Mit Material der AFP", "Mit Material der Nachrichtenagentur AFP", "(mit AFP)",
    "Mit Informationen der AFP", "Mit Agenturmaterial (AFP)", "unter Verwendung von AFP-Material", "(mit AFP-Material)",
    "Mit AFP-Informationen", "(red/AFP)", "(kur/AFP)", "Con información de AFP", "(con información de AFP)",
    "Con informaciones de AFP", "Con datos de AFP", "Con información de la agencia AFP", "(Con AFP)", "Com informações da AFP",
    "Com agência AFP", "Com AFP", "Con informazioni di AFP", "Con informazioni AFP", "Met AFP", "(met AFP)", "مع أ ف ب",
    "(مع وكالة فرانس برس)",
]  # fmt: skip


@pytest.mark.parametrize("line", CONTRIBUTOR)
def test_contributor(line: str) -> None:
    assert roles(f"{BODY}\n\n{line}") == [("AFP", "contributor")]


@pytest.mark.parametrize(
    "line",
    ["AFP and Reuters contributed to this report.", "AFP, Reuters contributed to this report", "Avec AFP et Reuters",
     "(Avec AFP, Reuters)", "Avec les agences AFP et Reuters", "*Con información de AFP y Reuters"],
)  # fmt: skip
def test_several_contributors_in_order(line: str) -> None:
    assert roles(f"{BODY}\n\n{line}") == [("AFP", "contributor"), ("REUTERS", "contributor")]


@pytest.mark.parametrize(
    "text",
    [
        "Un texte (avec AFP)",
        "Un texte.\n\nAvec AFP",
        "Le Monde avec AFP",
        "Ein Text.\n\nMit Material von AFP",
        "Text.\n\nWith AFP",
        "Texto.\n\nCon información de AFP",
    ],
)
def test_a_contributor_is_no_source(text: str) -> None:
    assert roles(text) == [("AFP", "contributor")]
    assert source(text) == ("UNKNOWN", ["source_contributor_only"])
