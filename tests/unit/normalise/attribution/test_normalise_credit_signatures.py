"""Signatures and bylines of houses and agencies: who issued the text, who had a part, whose the picture is."""

from __future__ import annotations

import pytest

from normalise_credits import BODY, roles

# A text of its own each, and what it credits: "agency role", in order.
SIGNATURES = [
    ("Par LEXPRESS.fr avec AFP, publié le 12/03/2016 à 12:00\n\n" + BODY, "AFP contributor"),
    ("Le Monde.fr avec AFP et Reuters | 12.03.2016 à 08h12\n\n" + BODY, "AFP contributor, REUTERS contributor"),
    ("Le Figaro avec AFP agence\n\n" + BODY, "AFP contributor"),
    ("Par AFP agence\n\n" + BODY, "AFP issuer"),
    (BODY + "\n\n(Jane Doe, avec AFP)", "AFP contributor"),
    ("Von Jane Doe und dpa\n\n" + BODY, "DPA contributor"),
    (BODY + "\n\n(sda/afp/reu)", "ATS joint, AFP joint, REUTERS joint"),
    (BODY + "\n\nkev/dpa/Reuters", "DPA contributor, REUTERS contributor"),
    (BODY + "\n\n© dpa-infocom, dpa:210312-99-799417/3", "DPA issuer, DPA issuer"),
    (BODY + "\n\nDieser Text wurde mit Material der Deutschen Presse-Agentur erstellt.", "DPA contributor"),
    (BODY + "\n\nDirekt aus dem dpa-Newskanal", "DPA issuer"),
    (BODY + "\n\n(This story is auto-generated from a syndicated feed from PTI.)", "PTI issuer"),
    (BODY + "\n\n- With files from The Associated Press and The Canadian Press", "AP contributor, CP contributor"),
    (BODY + "\n\nReuters and The Associated Press contributed.", "REUTERS contributor, AP contributor"),
    ("By JANE ROE\nAssociated Press Writer\n\n" + BODY, "AP issuer"),
    ("By JANE R. ROE, AP Sports Writer\n\n" + BODY, "AP issuer"),
    ("Staff and agencies\n\n" + BODY, "AGENCIES contributor"),
    ("Reuters in Tokyo\n\n" + BODY, "REUTERS issuer"),
    ("EFE/Madrid\n\n" + BODY, "EFE issuer"),
    ("EFE/ Redacción\n\n" + BODY, "EFE contributor"),
    ("Redacción/Agencias\n\n" + BODY, "AGENCIES contributor"),
    ("Door onze redactie / ANP\n\n" + BODY, "ANP contributor"),
    ("Redazione ANSA ROMA\n12 marzo 2016 10:10 NEWS\n\n" + BODY, "ANSA issuer"),
    (BODY + "\n\nfonte AGI", "AGI issuer"),
    (BODY + "\n\nLusa/fim", "LUSA issuer"),
    (BODY + "\n\nالمصدر: الجزيرة + وكالات", "AGENCIES contributor"),
    ("القاهرة - أ ش أ\n\n" + BODY, "MENA issuer"),
    ("Da Redação com Agência Brasil\n\n" + BODY, "AGENCIA_BRASIL contributor"),
    (BODY + "\n\n(Jane Doe/AP)", "AP photo"),
    (BODY + "\n\n(Police Department via AP, File)", "AP photo"),
    (BODY + "\n\nAFP PHOTO", "AFP photo"),
    (BODY + "\n\nPTI Photo", "PTI photo"),
    (BODY + "\n\n© Joel Saget, AFP", "AFP photo"),
    (BODY + "\n\nFoto: Jane Doe, dpa", "DPA photo"),
    (BODY + "\n\nPhoto d'illustration. AFP", "AFP photo"),
    (BODY + "\n\n(أ ف ب/جين دو)", "AFP photo"),
    # A preposition that is a sentence's own.
    ("L'entreprise a signé un accord avec l'AFP.", ""),
    ("The company signed a deal with Reuters.", ""),
    ("Die Zeitung kündigte den Vertrag mit der dpa.", ""),
    ("He moved to London from Reuters.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SIGNATURES)
def test_signatures(text: str, said: str) -> None:
    assert ", ".join(map(" ".join, roles(text))) == said


BYLINES = [
    ("avec AFP", "AFP contributor"), ("mit dpa", "DPA contributor"), ("PÚBLICO e Lusa", "LUSA contributor"),
    ("الجزيرة + وكالات", "AGENCIES contributor"), ("Redazione ANSA", "ANSA issuer"), ("Redazione/Ansa", "ANSA contributor"),
    ("Agencia Efe", "EFE issuer"), ("Efe", "EFE issuer"), ("Jane Roe, Ansa", "ANSA issuer"),
    # Somebody's name.
    ("Sana Malik", ""), ("Ana Petra", ""), ("Petra Wolff", ""), ("Efe Özkan", ""), ("Hina Khan", ""), ("Fars al-Din", ""),
]  # fmt: skip


@pytest.mark.parametrize(("byline", "said"), BYLINES)
def test_bylines(byline: str, said: str) -> None:
    found = roles("Text.", byline=byline)
    assert ", ".join(map(" ".join, found)) == said
