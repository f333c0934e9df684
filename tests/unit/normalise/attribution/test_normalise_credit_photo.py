"""Pictures: credits of who took them, in eight languages, in lines and in captions."""

from __future__ import annotations

import pytest

from depeche.records import StatedParty
from normalise_credits import BODY, credits, roles, source

PHOTO = [
    "Photo: AFP", "Photos : AFP", "(Photo by Jane Doe / AFP)", "PHOTO AFP", "Crédit photo : AFP", "Crédits : AFP",
    "AFP PHOTO / JANE DOE", "(AFP Photo)", "(AFP PHOTO/Jane Doe)", "AFP/Getty Images", "Jane Doe/AFP", "(AFP/Jane Doe)",
    "Jane Doe/AFP/Getty Images", "Image credit: AFP", "Credit: AFP", "Picture: AFP", "Foto: AFP", "Foto: Jane Doe/AFP",
    "Foto: picture alliance/AFP", "Bild: AFP", "Bildquelle: AFP", "(Foto: AFP)", "Fotografía: AFP", "Imagen: AFP",
    "Imagem: AFP", "Foto: Divulgação/AFP", "Immagine: AFP", "Beeld: AFP", "صورة: أ ف ب", "Vidéo AFP", "Infographie AFP",
    "Photograph: Jane Doe/AFP", "Archives AFP", "Photo d'archives AFP", "STR / AFP", "Courier Photo via AFP",
]  # fmt: skip


@pytest.mark.parametrize("credit", PHOTO)
def test_photo(credit: str) -> None:
    assert roles(f"La foule mardi à Paris. {credit}\n\n{BODY}") == [("AFP", "photo")]


@pytest.mark.parametrize(
    "text",
    [
        "Photo: AFP",
        "La foule. (Photo AFP)",
        "Jean Dupont / AFP",
        "Foto: AFP",
        "(bélino AFP)",
        "JOHN DOE / AFP / Getty",
        "(AFP Photo/John Doe)",
        "picture alliance/AFP",
    ],
)
def test_a_picture_credit_is_no_source(text: str) -> None:
    assert roles(text) == [("AFP", "photo")]
    assert source(text) == ("UNKNOWN", [])


def test_a_credit_line_is_a_pictures_unless_nothing_else_names_the_issuer() -> None:
    line = StatedParty(role="credit", text="AFP/AFP")
    provider = StatedParty(role="provider", text="ANSA")
    assert roles("Texte.", parties=[line], format="page") == [("AFP", "photo")]
    assert roles("Texte.", parties=[provider, line], format="newsml12")[1] == ("AFP", "photo")
    assert roles("Texte.", parties=[line], format="newsml12") == [("AFP", "issuer")]


def test_caption_credits_are_pictures() -> None:
    found = credits("Texte.", captions=["La foule à Paris. Jean Dupont / AFP", "Sans crédit"])
    assert [(c.agency_id, c.role, c.rule) for c in found] == [("AFP", "photo", "caption")]


@pytest.mark.parametrize("caption", ["dpa", "De minister. Beeld dpa", "Der Minister. Bild: dpa"])
def test_a_caption_is_the_agencys_name_alone_or_after_the_word_for_a_picture(caption: str) -> None:
    assert roles("Text.", captions=[caption]) == [("DPA", "photo")]
