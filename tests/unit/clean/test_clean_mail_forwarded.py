"""Mails by which a dispatch was passed on, and the sender's signature below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.records import CleanDispatch

Read = Callable[..., CleanDispatch]
HEAD = "From: Bo <bo@paper.example>\r\nSubject: TR: Pont\r\nDate: Mon, 06 May 2024 11:11:12 +0200\r\nMessage-ID: <1@p>\r\n\r\n"
TEXT = "PARIS, 6 mai 2024 (AFP) - Le pont des Chèvres a rouvert lundi."
FRENCH = "-----Message d'origine-----\r\nDe : AFP <desk@afp.example>\r\nEnvoyé : lundi 6 mai 2024 10:11\r\nÀ : Bo\r\nObjet : Le pont rouvre"
ENGLISH = "---------- Forwarded message ---------\r\nFrom: AFP <desk@afp.example>\r\nDate: Mon, May 6, 2024 at 10:11\r\nSubject: Le pont rouvre\r\nTo: <bo@paper.example>"
APPLE = "Anfang der weitergeleiteten Nachricht:\r\n\r\nVon: AFP <desk@afp.example>\r\nBetreff: Le pont rouvre\r\nDatum: 6. Mai 2024 um 10:11"


@pytest.mark.parametrize("header", [FRENCH, ENGLISH, APPLE])
def test_a_forwarded_dispatch_is_the_text(read: Read, header: str) -> None:
    found = read(f"{HEAD}Pour info\r\n\r\n{header}\r\n\r\n{TEXT}\r\n\r\nah/bl\r\n-- \r\nBo\r\nTel. 01\r\n")
    assert (found.text, found.headline, found.advisory) == (f"{TEXT}\n\nah/bl", "Le pont rouvre", "Pour info")
    assert [party.text for party in found.parties] == ["AFP <desk@afp.example>", "Bo <bo@paper.example>"]
    assert any(path.startswith("forwarded/") for path in found.unmapped)


@pytest.mark.parametrize("subject", ["RE: Pont", "Re: TR: Pont", "AW: Pont", "RE : Pont"])
def test_what_an_answer_quotes_is_not_passed_on(read: Read, subject: str) -> None:
    head = HEAD.replace("TR: Pont", subject)
    found = read(f"{head}Le pont des Chèvres a rouvert mardi, non lundi.\r\n\r\n{FRENCH}\r\n\r\n{TEXT}\r\n")
    assert found.text.startswith("Le pont des Chèvres a rouvert mardi")
    assert (found.headline, found.advisory) == (subject, None)


def test_words_like_a_header_are_text(read: Read) -> None:
    lines = "-----Original message-----\r\n\r\nDas Programm: ein Pont.\r\n\r\n" + TEXT
    assert read(HEAD + lines).text.startswith("-----Original message-----")
