"""Quotations: sentences of eight languages that have something from an agency, and those that are about others."""

from __future__ import annotations

import pytest

from normalise_credits import credits, roles, source

QUOTED = [
    "a-t-il indiqué à l'AFP.", "a affirmé une source policière à l'AFP.", "a appris l'AFP de source policière.",
    "a constaté un journaliste de l'AFP.", "Selon un décompte de l'AFP, ils", "Interrogé par l'AFP, il a nié.",
    "Joint par l'AFP au téléphone, il", "Dans un entretien accordé à l'AFP, il", "La ville brûle, précise l'AFP.",
    "Comme l'a révélé l'AFP, il", "L'AFP a rapporté que", "a déclaré M. Martin à l'agence AFP", "He told AFP on Monday.",
    "he said in a statement sent to AFP.", "he said by telephone to AFP.", "The minister told the AFP news agency",
    "an AFP correspondent saw it", "AFP journalists heard blasts", "AFP reported on Monday that", "AFP quoted him as saying",
    "according to an AFP tally", "In an interview with AFP, he", "was quoted as saying by AFP.", "a document obtained by AFP says",
    "the video, seen by AFP, shows", "He told Agence France-Presse", "sagte er der AFP.", "sagte er AFP.",
    "sagte er gegenüber der AFP.", "meldet die AFP.", "wie die AFP berichtet", "Der Brief liegt der AFP vor.",
    "erfuhr die AFP aus Kreisen", "Wie die Nachrichtenagentur AFP meldet, ist", "dijo a AFP el ministro", "declaró a la AFP",
    "dijo a la agencia AFP", "según la agencia AFP", "constató un periodista de la AFP", "informó AFP.", "indicaron a AFP fuentes",
    "disse à AFP", "afirmou à agência AFP", "segundo a AFP", "ha detto all'AFP", "riferisce l'AFP", "zei hij tegen AFP.",
    "volgens AFP", "aldus AFP.", "قال لوكالة فرانس برس", "بحسب وكالة فرانس برس", "أفاد مراسل وكالة فرانس برس", "وأضاف لفرانس برس",
]  # fmt: skip


@pytest.mark.parametrize("text", QUOTED)
def test_quoted(text: str) -> None:
    assert roles(text) == [("AFP", "quoted")]


@pytest.mark.parametrize(
    ("text", "agency_id"),
    [
        ("Il l'a déclaré à l'AFP mardi.", "AFP"),
        ("He told Reuters on Monday.", "REUTERS"),
        ("He told AP on Monday.", "AP"),
        ("Das sagte er der dpa am Montag.", "DPA"),
        ("It owed millions, according to news agency TT which obtained a copy.", "TT"),
        ("Selon l'AFP, la réunion a commencé.", "AFP"),
        ("Un journaliste de l'AFP a vu la foule.", "AFP"),
        ("Wie die Nachrichtenagentur AFP meldet, tagt das Gericht.", "AFP"),
        ("وقال في تصريح لوكالة فرانس برس", "AFP"),
        ("据法新社报道", "AFP"),
        ("The AP news agency reported it.", "AP"),
        ("She said in an interview with AFP.", "AFP"),
        ("Disse à Lusa o ministro.", "LUSA"),
    ],
)
def test_a_quotation_is_no_source(text: str, agency_id: str) -> None:
    assert roles(text) == [(agency_id, "quoted")]
    assert source(text) == ("UNKNOWN", [])


# German names with the endings that a sentence gives them; an adjective says whose agency it is.
INFLECTED = [
    ("„Wir kommen“, sagte er der Deutschen Presse-Agentur.", 2016, ("DPA", "quoted")),
    ("Sagte er.\n\nMit Material der Deutschen Presse-Agentur", 2016, ("DPA", "contributor")),
    ("Das sagte sie dem Evangelischen Pressedienst am Montag.", 2016, ("EPD", "quoted")),
    ("Nach Angaben des Evangelischen Pressedienstes war es so.", 2016, ("EPD", "quoted")),
    ("Das sagte sie der Schweizerischen Depeschenagentur.", 2016, ("ATS", "quoted")),
    ("Eine Meldung des Deutschen Nachrichtenbüros besagt", 1938, ("DNB", "issuer")),
    ("Der Allgemeine Deutsche Nachrichtendienst meldete", 1960, ("ADN", "quoted")),
    ("He told the German news agency dpa on Monday.", 2016, ("DPA", "quoted")),
    ("Er sagte der deutschen Nachrichtenagentur dpa, dass", 2016, ("DPA", "quoted")),
]


@pytest.mark.parametrize(("text", "year", "credit"), INFLECTED)
def test_inflected_names(text: str, year: int, credit: tuple[str, str]) -> None:
    assert roles(text, year) == [credit]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il est mort, a rapporté l'agence officielle Sana.", [("SANA", "quoted")]),
        ("Il est mort, a indiqué l'agence de presse iranienne Fars.", [("FARS", "quoted")]),
        ("Murió, informó la agencia de noticias rusa Interfax.", [("INTERFAX", "quoted")]),
        ("O ministro demitiu-se. Lusa/Fim", [("LUSA", "issuer")]),
        ("He left.\n\n(Reporting by Ann Lee in London; Editing by Bob Ray) Reuters", [("REUTERS", "issuer")]),
    ],
)
def test_agencies_behind_what_they_are_and_at_the_end_of_their_copy(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert roles(text) == found


CITED = [
    ("dans un entretien à Reuters, le ministre a parlé.", "REUTERS"), ("Un document dont l'AFP a obtenu copie.", "AFP"),
    ("Un rapport dont Reuters a eu connaissance.", "REUTERS"), ("A Reuters witness heard shots.", "REUTERS"),
    ("Economists polled by Reuters had expected growth.", "REUTERS"), ("Wie die dpa aus Sicherheitskreisen erfuhr, ist er frei.", "DPA"),
    ("Está libre, según pudo constatar EFE.", "EFE"), ("Lo han informado a Europa Press fuentes policiales.", "EUROPA_PRESS"),
    ("Dat meldde het Russische persbureau Tass.", "TASS"), ("volgens het staatspersbureau Xinhua.", "XINHUA"),
    ("vertelde hij aan persbureau Reuters.", "REUTERS"), ("أفادت وكالة الأنباء السورية (سانا)", "SANA"),
    ("El ministro habló en una entrevista con EFE.", "EFE"), ("state news agency TAP said", "TAP"), ("the MENA news agency said", "MENA"),
    # Initials alone count again where the text says once whose they are.
    ("The state news agency MENA said so. MENA said more.", "MENA MENA"), ("PARIS (AP) - The end. AP said more.", "AP AP"),
    # What the initials of others say and do, and the agency's own affairs.
    ("Oil exporters in MENA said growth will slow.", ""), ("TAP said its flights would resume.", ""), ("La TAP a annoncé une grève.", ""),
    ("The ANA said ten Taliban were killed.", ""), ("L'INA a publié des archives.", ""), ("La SPA a annoncé que les chiens vont bien.", ""),
    ("Sandra Roe, MIA, said the painter.", ""), ("PTI said its leader Imran Khan would march.", ""), ("Sid said he was tired.", ""),
    ("La BNA informó que el banco cierra.", ""), ("Las AFP informaron de pérdidas.", ""), ("L'AFP a fêté ses 70 ans.", ""),
    ("The Australian Federal Police (AFP) said on Monday. AFP said it would act.", ""),
    ("Armed Forces of the Philippines (AFP) spokesman Juan Roe said.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CITED)
def test_cited_in_a_sentence(text: str, said: str) -> None:
    assert " ".join(agency_id for agency_id, _ in roles(text)) == said


def test_initials_alone_say_by_their_rule_why_they_are_believed() -> None:
    found = credits("The state news agency MENA said so. MENA said more.")
    assert [(credit.role, credit.rule) for credit in found] == [("quoted", "report"), ("quoted", "again")]
