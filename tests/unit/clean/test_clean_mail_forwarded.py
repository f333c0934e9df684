"""Mails by which a dispatch was passed on, and the sender's signature below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.normalise.calendar.instants import read_instant
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
    assert found.unmapped == ["date"]


@pytest.mark.parametrize(
    ("header", "sent"),
    [
        (FRENCH, "lundi 6 mai 2024 10:11"),
        (ENGLISH, "Mon, May 6, 2024 at 10:11"),
        (APPLE, "6. Mai 2024 um 10:11"),
        (FRENCH.replace("Envoyé : lundi 6 mai 2024 10:11", "Enviado el: lunes, 6 de mayo de 2024 10:11"), "lunes, 6 de mayo de 2024 10:11"),
        (FRENCH.replace("Envoyé : lundi 6 mai 2024 10:11", "Verzonden: maandag 6 mei 2024 10:11"), "maandag 6 mei 2024 10:11"),
        (FRENCH.replace("Envoyé : lundi 6 mai 2024 10:11", "Отправлено: понедельник, 6 мая 2024 г. 10:11"), "понедельник, 6 мая 2024 г. 10:11"),
        (FRENCH.replace("lundi 6 mai 2024 10:11", "2024-05-06 10:11"), "2024-05-06 10:11"),
    ],
)  # fmt: skip
def test_a_forwarded_dispatch_was_issued_when_it_was_mailed_first(read: Read, header: str, sent: str) -> None:
    found = read(f"{HEAD}{header}\r\n\r\n{TEXT}\r\n")
    assert found.issued_at_text == sent
    instant = read_instant(sent)
    assert instant is not None
    assert f"{instant.at:%Y-%m-%d %H:%M}" == "2024-05-06 10:11"


@pytest.mark.parametrize(
    "words", ["06/05/2024 10:11", "lundi 06/05/2024", "hier", "6 mai", "le 6 mardi 2024"]
)
def test_a_forwarded_date_that_may_be_another_is_reported(read: Read, words: str) -> None:
    header = FRENCH.replace("lundi 6 mai 2024 10:11", words)
    found = read(f"{HEAD}{header}\r\n\r\n{TEXT}\r\n")
    assert found.issued_at_text == "Mon, 06 May 2024 11:11:12 +0200"
    assert found.unmapped == ["forwarded/envoyé"]


@pytest.mark.parametrize("subject", ["RE: Pont", "Re: TR: Pont", "AW: Pont", "RE : Pont"])
def test_what_an_answer_quotes_is_not_passed_on(read: Read, subject: str) -> None:
    head = HEAD.replace("TR: Pont", subject)
    found = read(f"{head}Le pont des Chèvres a rouvert mardi, non lundi.\r\n\r\n{FRENCH}\r\n\r\n{TEXT}\r\n")
    assert found.text.startswith("Le pont des Chèvres a rouvert mardi")
    assert (found.headline, found.advisory) == (subject, None)


def test_words_like_a_header_are_text(read: Read) -> None:
    lines = "-----Original message-----\r\n\r\nDas Programm: ein Pont.\r\n\r\n" + TEXT
    assert read(HEAD + lines).text.startswith("-----Original message-----")
