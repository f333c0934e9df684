"""Who wrote it, who helped, who was told, who took the picture."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.authority import agencies
from depeche.normalise import attribution
from depeche.records import CleanDispatch, Credit, StatedParty
from depeche.settings import PROJECT

AUTHORITY: Any = SimpleNamespace(
    agencies=agencies.open_index(agencies.build(PROJECT / "seeds" / "authority"))
)
TODAY = date(2016, 7, 6)
CLEAN = CleanDispatch(
    raw_uri=None,
    raw_sha256="0" * 64,
    name="x.txt",
    feed_id=None,
    collected_at=datetime(2016, 7, 6, tzinfo=UTC),
    format="text",
    reader_version="1",
    text="",
)


def credits(text: str, on: date = TODAY, **stated: Any) -> list[Credit]:
    return attribution.credits(text, msgspec.structs.replace(CLEAN, text=text, **stated), on, AUTHORITY)


def roles(text: str, on: date = TODAY, **stated: Any) -> list[tuple[str, str]]:
    return [(credit.agency_id, credit.role) for credit in credits(text, on, **stated)]


def source(text: str, on: date = TODAY, **stated: Any) -> tuple[str, list[str]]:
    return attribution.source(credits(text, on, **stated), CLEAN, AUTHORITY)


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


def test_offsets_are_those_of_the_printed_words() -> None:
    text = "Paris ( A. F. P. ) — Selon Reuters, rien. (ats)"
    found = credits(text, date(1970, 1, 1))
    assert [text[c.start : c.end] for c in found] == ["A. F. P.", "Reuters", "ats"]
    assert [c.text for c in found] == ["A. F. P.", "Reuters", "ats"]


def test_the_spelled_name_and_its_initials_are_one_quotation() -> None:
    assert roles("Il l'a dit à l'Agence France-Presse (AFP) mardi.") == [("AFP", "quoted"), ("AFP", "quoted")]
    assert roles("Le directeur de l'Agence France-Presse (AFP) part.") == []


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


def test_a_credit_line_is_a_pictures_unless_nothing_else_names_the_issuer() -> None:
    line = StatedParty(role="credit", text="AFP/AFP")
    provider = StatedParty(role="provider", text="ANSA")
    assert roles("Texte.", parties=[line], format="page") == [("AFP", "photo")]
    assert roles("Texte.", parties=[provider, line], format="newsml12")[1] == ("AFP", "photo")
    assert roles("Texte.", parties=[line], format="newsml12") == [("AFP", "issuer")]


def test_caption_credits_are_pictures() -> None:
    found = credits("Texte.", captions=["La foule à Paris. Jean Dupont / AFP", "Sans crédit"])
    assert [(c.agency_id, c.role, c.rule) for c in found] == [("AFP", "photo", "caption")]


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
