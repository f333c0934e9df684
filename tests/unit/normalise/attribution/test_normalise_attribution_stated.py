"""Credits by date, by byline and by what the metadata state; and any heap of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.records import StatedParty
from normalise_credits import credits, roles, source

TODAY = date(2016, 7, 6)


def test_dissolved_agencies_are_not_credited_after_their_end() -> None:
    text = "Paris, 13 octobre. (Havas.) — Le ministre"
    assert roles(text, date(1937, 10, 14)) == [("HAVAS", "issuer")]
    assert roles(text) == []


def test_a_telegram_in_the_sentence_was_a_credit_line_until_1945() -> None:
    text = "Une dépêche de Rome à l'agence Reuter annonce l'arrivée."
    assert roles(text, date(1891, 1, 1)) == [("REUTERS", "issuer")]
    assert roles(text) == [("REUTERS", "quoted")]


@pytest.mark.parametrize(
    ("text", "on", "agency_id"),
    [
        ("Paris, 2 mai. (Havaa.) — Le ministre", date(1930, 1, 1), "HAVAS"),
        ("PARIS, 12 mars (A.P.P.) - Le ministre", date(1975, 1, 1), "AFP"),
        ("Berlin. 11. Juli. lDNB ). Der Minister", date(1934, 1, 1), "DNB"),
        ("London. Nach einer Reutei-Meldung aus", date(1917, 1, 1), "REUTERS"),
    ],
)
def test_misprints_are_read_in_a_credits_shape(text: str, on: date, agency_id: str) -> None:
    (credit,) = credits(text, on)
    assert (credit.agency_id, credit.rule.endswith("_noisy")) == (agency_id, True)


@pytest.mark.parametrize(
    ("url", "issuer"),
    [
        ("https://apnews.com/article/1", "AP"),
        ("https://www.reuters.com/world/1", "REUTERS"),
        ("https://m.apnews.com/article/1", "AP"),
        ("https://paper.example/apnews.com/1", None),
        ("https://notapnews.com/1", None),
        ("http://[::1", None),
    ],
)
def test_a_page_on_an_agencys_own_site_is_its_own(url: str, issuer: str | None) -> None:
    own = [(issuer, "issuer")] if issuer else []
    assert roles("It rained.", format="page", url=url) == own
    assert roles("It rained.", format="text", url=url) == []
    assert ("DPA", "issuer") in roles("Berlin (dpa) - Es regnet.", format="page", url=url)
    assert (issuer, "issuer") not in roles("Berlin (dpa) - Es regnet.", format="page", url=url)


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("AFP", [("AFP", "issuer")]),
        ("Le Monde avec AFP", [("AFP", "contributor")]),
        ("Par Jean Dupont (avec AFP)", [("AFP", "contributor")]),
        ("Reuters et Le Courrier", [("REUTERS", "contributor")]),
        ("AFP/Reuters", [("AFP", "joint"), ("REUTERS", "joint")]),
        ("Jean Dupont, AFP", [("AFP", "issuer")]),
        ("Photo AFP", [("AFP", "photo")]),
        ("Jean Dupont", []),
        ("Ernst Reuter", []),
        ("Redacción/EFE", [("EFE", "contributor")]),
        ("Red./dpa", [("DPA", "contributor")]),
        ("Reuters Staff", [("REUTERS", "issuer")]),
        ("dpa/lsw", [("DPA", "issuer")]),
    ],
)
def test_bylines(byline: str, expected: list[tuple[str, str]]) -> None:
    found = credits("Texte.", byline=byline)
    assert [(c.agency_id, c.role) for c in found] == expected
    assert all(c.start is None and c.rule == "metadata_byline" for c in found)


@pytest.mark.parametrize("words", ["AFP", "afp.com", "أ ف ب", "© 2020 AFP", "Agence France-Presse"])
def test_stated_parties(words: str) -> None:
    (credit,) = credits("Texte.", parties=[StatedParty(role="provider", text=words)])
    assert (credit.agency_id, credit.role, credit.start, credit.end) == ("AFP", "issuer", None, None)
    assert (credit.rule, credit.text, credit.wikidata_id) == ("metadata_provider", words, "Q40464")


def test_the_feeds_agency_is_believed_before_the_text_and_the_conflict_is_flagged() -> None:
    assert source("Texte. (Reuters)", agency_id="AFP") == ("AFP", ["source_conflict"])
    assert source("Texte. (AFP)", agency_id="AFP") == ("AFP", [])
    assert source("Texte.", agency_id="HOUSE") == ("HOUSE", [])


def test_several_dispatches_on_one_page_are_flagged() -> None:
    text = "Paris, 2 (AFP). — Rien.\n\nRome, 2 (Reuters). — Rien."
    assert source(text) == ("AFP", ["source_several"])


def test_unnamed_agencies_are_credited_but_are_no_source() -> None:
    assert roles("Rome, 2 mai. (ag.) — Rien.") == [("AGENCIES", "issuer")]
    assert source("Rome, 2 mai. (ag.) — Rien.") == ("UNKNOWN", ["source_agencies_unnamed"])


@given(st.text(max_size=300), st.dates())
def test_no_text_breaks_attribution(text: str, on: date) -> None:
    for credit in credits(text, on, byline=text[:50], captions=[text[:80]]):
        assert credit.role in {"issuer", "joint", "contributor", "quoted", "photo"}
        if credit.start is not None and credit.end is not None:
            assert text[credit.start : credit.end] == credit.text


WORDS = [
    "AFP",
    "(AFP)",
    "ats/afp",
    "Havas",
    "(",
    ")",
    "—",
    "\n",
    "\n\n",
    "avec ",
    "à l'",
    "Photo ",
    "Source ",
    "12. ",
    "X",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_no_heap_of_credits_breaks_attribution(text: str) -> None:
    found = credits(text, date(1930, 1, 1)) + credits(text)
    spans = [(c.agency_id, c.start) for c in credits(text)]
    assert len(spans) == len(set(spans))
    assert all(c.start is not None and text[c.start : c.end] == c.text for c in found)


@pytest.mark.parametrize(
    "words",
    ["(AFP) ", "(AFP/Reuters, dpa) - ", "selon l'AFP ", "AFP, ", "AF-\nP ", "agence Xyzw ", "— Abcd ", "a)"],
)
@pytest.mark.timeout(60)  # it takes a second or two; with the square of the text, minutes
def test_time_grows_with_the_text_not_with_its_square(words: str) -> None:
    assert all(credit.text in words * 2 for credit in credits(words * 40_000))


def test_a_huge_text_is_read_to_its_end() -> None:
    text = "(" * 20_000 + "a" * 200_000 + " mot" * 20_000 + ".\n\n(AFP)"
    assert roles(text) == [("AFP", "issuer")]
