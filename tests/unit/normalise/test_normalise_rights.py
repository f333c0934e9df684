"""Usage terms: words kept, rules read, nothing invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.rights import rights
from depeche.normalise.rights.lines import is_terms
from depeche.normalise.rights.rules import rules
from depeche.records import CleanDispatch
from normalise_places import dispatch


def clean(*terms: str) -> CleanDispatch:
    return dispatch("x", usage_terms=list(terms))


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("NO ARCHIVAL USE", ["no_archive"]),
        ("NO ARCHIVES", ["no_archive"]),
        ("Pas d'archivage", ["no_archive"]),
        ("Keine Archivierung", ["no_archive"]),
        ("Archivierung nicht gestattet", ["no_archive"]),
        ("May not be archived", ["no_archive"]),
        ("Archival use is prohibited", ["no_archive"]),
        ("Storage not permitted", ["no_archive"]),
        ("Not to be archived", ["no_archive"]),
        ("Interdiction d'archiver", ["no_archive"]),
        ("Aucun archivage", ["no_archive"]),
        ("L'archivage n'est pas autorisé", ["no_archive"]),
        ("Ne doit pas être archivé", ["no_archive"]),
        ("Toute archivage est interdit", ["no_archive"]),
        ("Darf nicht archiviert werden", ["no_archive"]),
        ("Die Archivierung ist untersagt", ["no_archive"]),
        ("Archivnutzung nicht erlaubt", ["no_archive"]),
        ("Archivierung verboten", ["no_archive"]),
        ("Archivverbot", ["no_archive"]),
        ("Prohibida la archivación", ["no_archive"]),
        ("Uso de archivo no permitido", ["no_archive"]),
        ("No se permite archivar", ["no_archive"]),
        ("No archive fee", []),
        ("Archive use permitted", []),
        ("Nicht Archivbild", []),
        ("ARCHIVO PROHIBIDO", ["no_archive"]),
        ("OUT: GERMANY, AUSTRIA", ["not_in:DE", "not_in:AT"]),
        ("SAUF ALLEMAGNE", ["not_in:DE"]),
        ("Deutschland, Österreich und Schweiz ausgenommen", ["not_in:DE", "not_in:AT", "not_in:CH"]),
        ("USE IN FRANCE ONLY", ["only_in:FR"]),
        ("solo España", ["only_in:ES"]),
        ("PRINT ONLY", ["only_for:newspapers"]),
        ("Nur redaktionelle Nutzung", ["only_for:editorial"]),
        ("sólo uso editorial", ["only_for:editorial"]),
        ("Pas d'internet", ["not_for:internet"]),
        ("interdit aux sites internet", ["not_for:internet"]),
        ("NO ARCHIVE, GERMANY OUT", ["no_archive", "not_in:DE"]),
        ("SIN ARCHIVO, ESPAÑA FUERA", ["no_archive", "not_in:ES"]),
        ("NO SALES, GERMANY, AUSTRIA OUT", ["not_in:DE", "not_in:AT", "not_for:resale"]),
        ("GERMANY, TV OUT", ["not_in:DE", "not_for:tv"]),
        ("NO ARCHIVE, FRANCE ONLY", ["no_archive", "only_in:FR"]),
        ("Kein Archiv", ["no_archive"]),
        ("FRANCE UNIQUEMENT", ["only_in:FR"]),
        ("uniquement pour la France", ["only_in:FR"]),
        ("Exclusivement pour l'Allemagne", ["only_in:DE"]),
        ("Sauf l'Allemagne", ["not_in:DE"]),
        ("RESTRICTED TO FRANCE", ["only_in:FR"]),
        ("ausschließlich für Österreich", ["only_in:AT"]),
        ("únicamente para España", ["only_in:ES"]),
        ("Ausschließlich zur redaktionellen Nutzung", ["only_for:editorial"]),
        ("exclusivement à usage éditorial", ["only_for:editorial"]),
        ("SUBSCRIBERS ONLY", ["only_for:subscribers"]),
        ("RESTRICTED TO SUBSCRIPTION USE", ["only_for:subscribers"]),
        ("réservé aux abonnés", ["only_for:subscribers"]),
        ("nur für Abonnenten", ["only_for:subscribers"]),
        ("not for: Radio", ["not_for:radio"]),
        ("EUROPE OUT", []),
        ("GERMANY OUT", ["not_in:DE"]),
        ("Allemagne out", ["not_in:DE"]),
        ("UK OUT", ["not_in:GB"]),
        ("GERMANY, AUSTRIA AND SWITZERLAND OUT", ["not_in:DE", "not_in:AT", "not_in:CH"]),
        ("GERMANY/FRANCE OUT", ["not_in:DE", "not_in:FR"]),
        ("FRANCE ONLY", ["only_in:FR"]),
        ("HONG KONG OUT", ["not_in:HK"]),
        ("NO INTERNET", ["not_for:internet"]),
        ("TV OUT", ["not_for:tv"]),
        ("INTERNET OUT", ["not_for:internet"]),
        ("RESTRICTED TO EDITORIAL USE - NO MARKETING", ["not_for:advertising", "only_for:editorial"]),
        ("GERMANY / AUSTRIA / SWITZERLAND OUT", ["not_in:DE", "not_in:AT", "not_in:CH"]),
        ("CHINA OUT, TAIWAN ONLY", ["not_in:CN", "only_in:TW"]),
        ("U.S. OUT", ["not_in:US"]),
        ("Deutschland gesperrt", ["not_in:DE"]),
        ("Gesperrt für Deutschland", ["not_in:DE"]),
        ("nicht in Deutschland", ["not_in:DE"]),
        ("Uso exclusivo en México", ["only_in:MX"]),
        ("NO RUSSIA, NO BELARUS", ["not_in:RU", "not_in:BY"]),
        ("NO GERMANY, AUSTRIA", ["not_in:DE", "not_in:AT"]),
        ("ONLY IN FRANCE, GERMANY", ["only_in:FR", "only_in:DE"]),
        ("JAPAN OUT, NO THIRD PARTY", ["not_in:JP"]),
        ("NO NAME", []),
        ("No Germany quotes", []),
        ("Keine Internetnutzung", ["not_for:internet"]),
        ("Speicherung untersagt", ["no_archive"]),
        ("Archivage: non", ["no_archive"]),
        ("Archive; Limitations: prohibited", ["no_archive"]),
        ("Archive; Geography: Worldwide; Limitations: prohibited", ["no_archive"]),
        ("Archive; Limitations: no limits", []),
        ("type: archive; limitations: prohibited", ["no_archive"]),
        ("prohibited: archive", ["no_archive"]),
        ("permitted: archive", []),
        ("Cannot be archived", ["no_archive"]),
        ("Not to be stored", ["no_archive"]),
        ("Archiving of this material is not allowed", ["no_archive"]),
        ("Archiving of emails is not allowed", []),
        ("L'archivage de ce texte est interdit", ["no_archive"]),
        ("Se prohíbe archivar", ["no_archive"]),
        ("No debe archivarse", ["no_archive"]),
        ("Keine Langzeitarchivierung", ["no_archive"]),
        ("Darf nicht gespeichert werden", ["no_archive"]),
        ("Exclusivo para México", ["only_in:MX"]),
        ("Archivierung nur mit Genehmigung", []),
        ("No archive use fee", []),
        ("No archive restrictions", []),
        ("SPAIN OUT - NO ARCHIVE - NO RESALE", ["no_archive", "not_in:ES", "not_for:resale"]),
    ],
)
def test_terms_become_rules(term: str, expected: list[str]) -> None:
    assert rights(clean(term)) == (term, expected)


@pytest.mark.parametrize(
    "term",
    [
        "ASIA OUT",
        "NORTHERN IRELAND OUT",
        "Call our desk",
        "No use after 30 days",
        "Geography: Germany",
        "ONLY",
        "OUT",
    ],
)
def test_what_cannot_be_read_stays_words(term: str) -> None:
    assert rights(clean(term)) == (term, [])


def test_no_terms_is_none() -> None:
    assert rights(clean()) == (None, [])
    assert rights(clean("  ", "")) == (None, [])


def test_terms_one_a_line_and_each_rule_once() -> None:
    assert rights(clean("NO ARCHIVAL USE", "GERMANY OUT", "GERMANY OUT")) == (
        "NO ARCHIVAL USE\nGERMANY OUT\nGERMANY OUT", ["no_archive", "not_in:DE"],
    )  # fmt: skip


def test_terms_in_capitals_at_the_ends_of_the_text() -> None:
    assert rights(clean(), "NO ARCHIVAL USE\n\nLe texte.\n\nGERMANY OUT")[1] == ["no_archive", "not_in:DE"]
    assert rights(clean(), "Germany out of the cup\n\nFrance only drew.") == (None, [])


@pytest.mark.parametrize(
    "line",
    ["NO ARCHIVAL USE", "GERMANY OUT", "NO ARCHIVE, GERMANY OUT", "NO ARCHIVE - NO RESALE", "PRINT ONLY", "No archive. No resale."],
)  # fmt: skip
def test_lines_of_nothing_but_terms(line: str) -> None:
    assert is_terms(line)


@pytest.mark.parametrize(
    "line",
    ["ENGLAND OUT OF THE CUP", "NO SALES TAX IN FRANCE", "Germany out", "NO ARCHIVE FOR THE KING", "No archive", "", "FRANCE OUT FOR A DUCK"],
)  # fmt: skip
def test_headlines_are_no_terms(line: str) -> None:
    assert not is_terms(line)


@given(st.text(max_size=300))
def test_nothing_breaks_rights(text: str) -> None:
    words, found = rights(clean(text), text)
    assert (words is None) or words.strip()
    assert all(":" in rule or rule == "no_archive" for rule in found)


def test_a_long_term_is_read_in_time() -> None:
    assert rules("A " * 20_000 + "OUT" + ", B" * 20_000) == []


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("country_out: DEU, AUT", ["not_in:DE", "not_in:AT"]),
        ("country_out: fr", ["not_in:FR"]),
        ("country_only: FRA", ["only_in:FR"]),
        ("country_out: ZZZ", []),
        ("excludeAudiences: internet, mobile", ["not_for:internet", "not_for:mobile"]),
        ("excludeAudiences: aliens", []),
    ],
)
def test_codes_of_the_core_api(term: str, expected: list[str]) -> None:
    assert rules(term) == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Réservé à un usage éditorial", ["only_for:editorial"]),
        ("Solo per uso editoriale", ["only_for:editorial"]),
        ("Apenas para uso editorial", ["only_for:editorial"]),
        ("ALLEEN VOOR REDACTIONEEL GEBRUIK", ["only_for:editorial"]),
        ("للاستخدام التحريري فقط", ["only_for:editorial"]),
        ("SOLO USO EDITORIAL/NO VENTAS", ["not_for:resale", "only_for:editorial"]),
        ("NO ACCESS RUSSIA", ["not_in:RU"]),
        ("Diffusion interdite en France", ["not_in:FR"]),
        ("Interdit en Belgique et en Suisse", ["not_in:BE", "not_in:CH"]),
        ("PROHIBIDO SU USO EN ESPAÑA", ["not_in:ES"]),
        ("ITALIA ESCLUSA", ["not_in:IT"]),
        ("Niet voor Nederland", ["not_in:NL"]),
    ],
)
def test_terms_in_other_languages(term: str, expected: list[str]) -> None:
    assert rules(term) == expected


@pytest.mark.parametrize(
    "line",
    ["GREECE OUT OF EURO, SAYS MINISTER", "ITALY AND SPAIN OUT AS GERMANY ADVANCE", "NO TV FOR PRISONERS",
     "FRANCE ONLY HAS ITSELF TO BLAME", "NO PRESS AT TRIAL", "BREXIT: BRITAIN OUT"],
)  # fmt: skip
def test_headlines_in_capitals_in_the_text_are_no_terms(line: str) -> None:
    text = f"{line}\n\nThe minister spoke on Tuesday."
    assert rights(dispatch(text), text) == (None, [])
