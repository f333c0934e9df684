"""Shapes of a credit line, by which the item is the agency's own, or several agencies'."""

from __future__ import annotations

import pytest

from normalise_credits import BODY, roles

# What stands after the body, on a line of its own.
ISSUER_LINES = [
    "Source : AFP", "Source: AFP", "(Source : Agence France-Presse)", "© 2016 AFP", "©AFP", "© Agence France-Presse",
    "Copyright AFP. Tous droits réservés.", "© AFP. Tous droits de reproduction réservés.", "Tous droits réservés AFP",
    "(c) AFP", "Copyright (c) 2016 AFP", "Fuente: AFP", "(Fuente: AFP)", "Fonte: AFP", "Quelle: AFP", "Bron: AFP",
    "Quelle: Nachrichtenagentur AFP", "المصدر: أ ف ب", "المصدر : وكالة فرانس برس", "AFP", "Text: AFP", "Texte : AFP", "AFP news agency", "AFP press agency",
    "(AFP)", "[AFP]", "(A.F.P.)", "( A F P )", "AFP 061234 JUL 16",
]  # fmt: skip


ISSUER_ENDS = [
    " (AFP)",
    " (AFP).",
    " (Afp)",
    " [AFP]",
    " - AFP",
    " — AFP",
    " AFP",
    "\nAFP",
    " /AFP",
    " (أ ف ب)",
    " (Source: AFP)",
]


ISSUER_HEADS = [
    "AFP\n\n", "Par AFP\n\n", "By AFP\n\n", "Publié par AFP le 6 juillet 2016\n\n", "AFP, publié le 06 juillet 2016\n\n",
    "By Jane Doe, AFP\n\n", "By Jane Doe | AFP\n\n", "By Jane Doe (AFP)\n\n", "Agence France-Presse - Paris\n\n", "AFP – ",
    "AFP - Paris - ", "Paris, AFP - ", "PARIS, 6 juillet (AFP) - ", "Paris AFP - ", "(AFP) - ", "[AFP] ", "© AFP\n\n", "Paris, France | AFP | 06/07/2016 - ",
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [f"{BODY}\n\n{line}" for line in ISSUER_LINES]
    + [BODY + end for end in ISSUER_ENDS]
    + [head + BODY for head in ISSUER_HEADS],
)
def test_issuer(text: str) -> None:
    assert roles(text) == [("AFP", "issuer")]


JOINT = [
    " (AFP, Reuters)", " (AFP et Reuters)", " (AFP - Reuters)", " (AFP-Reuters)", " (AFP; Reuters)", " (AFP & Reuters)",
    " (AFP|Reuters)", " (AFP-\nReuters)", " AFP/Reuters", "\n\nAFP, Reuters", "\n\nAFP et Reuters", "\n\nAFP | Reuters",
    "\n\nSources : AFP, Reuters", "\n\nQuellen: AFP und Reuters", "\n\nFuentes: AFP y Reuters", "\n\n© AFP/Reuters",
]  # fmt: skip


@pytest.mark.parametrize("end", JOINT)
def test_joint(end: str) -> None:
    assert roles(BODY + end) == [("AFP", "joint"), ("REUTERS", "joint")]
