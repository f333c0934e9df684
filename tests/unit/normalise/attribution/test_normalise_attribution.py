"""Who issued a dispatch, alone or jointly, by the words that are printed; and what is no credit."""

from __future__ import annotations

from datetime import date

import pytest

from normalise_credits import credits, roles, source

TODAY = date(2016, 7, 6)


@pytest.mark.parametrize(
    ("text", "agency_id"),
    [
        ("La réunion a commencé.\n\nSource AFP", "AFP"),
        ("La réunion a commencé. (AFP)", "AFP"),
        ("La réunion a commencé.\n\n(A.F.P.)", "AFP"),
        ("La réunion a commencé.\n\n© AFP 2016", "AFP"),
        ("La réunion a commencé.\n\nCopyright 2016 Agence France-Presse", "AFP"),
        ("Le texte. (Source : AFP)", "AFP"),
        ("STOCKHOLM, Aug 29, 2014 (AFP) - The court met.", "AFP"),
        ("WASHINGTON (AP) — The court met.", "AP"),
        ("LONDON, March 3 (Reuters) - The court met.", "REUTERS"),
        ("Berlin (dpa) - Das Gericht tagt.", "DPA"),
        ("Bern (sda) Das Gericht tagt.", "ATS"),
        ("Sao Paulo (Brasil), 23 may (EFECOM).- El tribunal", "EFE"),
        ("BEIJING, July 6 (Xinhua) -- The court", "XINHUA"),
        ("فريتاون, 26-11-2023 (أ ف ب) - اجتمعت المحكمة", "AFP"),
        ("МОСКВА, 5 июля (ТАСС) - Суд", "TASS"),
        ("Das Gericht tagt.\n\nQuelle: dpa", "DPA"),
        ("El tribunal.\n\nFuente: EFE", "EFE"),
        ("Texte.\n\nAFP", "AFP"),
        ("By AFP\n\nThe court met.", "AFP"),
        ("AFP | Paris\n\nThe court met.", "AFP"),
        ("El tribunal.\n\nEFE\n\nab/cd", "EFE"),
        ("【ロンドン=共同】", "KYODO"),
        ("MOSCOW, July 8. /TASS/. The court met.", "TASS"),
        ("La princesse est morte.\n\nly\n\nAFP 310544 AOU 97", "AFP"),
        ("LONDRES, 16. — Reuters — Dans une allocution", "REUTERS"),
    ],
)
def test_issuer(text: str, agency_id: str) -> None:
    assert [role for _, role in roles(text)] == ["issuer"]
    assert source(text) == (agency_id, [])


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Un texte. (ats/afp)", ["ATS", "AFP"]),
        ("Un texte.\n\nats/afp", ["ATS", "AFP"]),
        ("Genève (AFP/Reuters) - Un texte", ["AFP", "REUTERS"]),
        ("Berlin (dpa/AFP/AP) - Ein Text", ["DPA", "AFP", "AP"]),
        ("Paris (ats afp) Un texte", ["ATS", "AFP"]),
        ("WASHINGTON (Afp-Ap). — Le conseil", ["AFP", "AP"]),
        ("LISBOA, 6 jul 2016 (AFP/Lusa) - Um texto", ["AFP", "LUSA"]),
    ],
)
def test_joint_credits_are_split_in_order(text: str, ids: list[str]) -> None:
    assert roles(text) == [(one, "joint") for one in ids]
    assert source(text) == (ids[0], ["source_joint"])


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur de l'AFP a démissionné.",
        "L'Union patriotique (UP) a gagné.",
        "Paul Reuter a dit.",
        "Herr Wolff kam.",
        "The map (see map) is up to date.",
        "Le siège de l'AFP est à Paris.",
        "see www.afp.com and @afp",
        "si tu pars, pars avec la classe (si possible)",
        "Baden (AG) feiert",
        "",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert roles(text) == []


def test_offsets_are_those_of_the_printed_words() -> None:
    text = "Paris ( A. F. P. ) — Selon Reuters, rien. (ats)"
    found = credits(text, date(1970, 1, 1))
    assert [text[c.start : c.end] for c in found] == ["A. F. P.", "Reuters", "ats"]
    assert [c.text for c in found] == ["A. F. P.", "Reuters", "ats"]


def test_the_spelled_name_and_its_initials_are_one_quotation() -> None:
    assert roles("Il l'a dit à l'Agence France-Presse (AFP) mardi.") == [("AFP", "quoted"), ("AFP", "quoted")]
    assert roles("Le directeur de l'Agence France-Presse (AFP) part.") == []
