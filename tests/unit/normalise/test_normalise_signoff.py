"""Desk initials and last credit lines; never a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.normalise.signoff import cut, is_initials
from depeche.records import Credit

BODY = "Le ministre est arrivé.\n\nIl repart demain."


def credit(text: str, start: int | None = 0) -> Credit:
    end = None if start is None else len(text)
    return Credit(
        agency_id="AFP", wikidata_id=None, role="issuer", text=text, start=start, end=end, rule="line"
    )


@pytest.mark.parametrize(
    "line",
    [
        "hh/ph/ts/hd", "asl/tib/pid/cac", "burs-abc/de", "bur-jmt/ob", "jh-mb/def", "BUR/ab/CD", "AB/CD", "ly",
        "هو/ماب/ب ق", "ته-كسب/كام/غ ر", "بور-ايم/جص", "ا ف ب/جص", "ع ز-دلا/كام/نور", "ab/éf/gü",
        "hh/ph/ts/", "had/lb/dp =", "dpa ab yyzz n1 cd", "dpa/tmn abc yydd z1 ef gh", "jcb", "ab-cd",
    ],
)  # fmt: skip
def test_initials_are_cut_and_kept(line: str) -> None:
    assert is_initials(line)
    assert cut(f"{BODY}\n\n{line}") == (BODY, line)
    assert cut(f"{BODY}\n\n{line}\n\n \n") == (BODY, line)


@pytest.mark.parametrize(
    "line",
    [
        "Il repart demain.", "AFP/Reuters", "Paris/Lyon", "n/a", "and/or", "km/h", "Jean/Paul", "ts/hd.", "fin",
        "https://a.example/b", "24/7", "he/she", "Oui", "نعم", "1/2/3", "a/b c/d e f g", "", "the end",
        "Washington/Moscou/Damas", "sí/no", "Ja/Nein", "day/night", "his/her", "نعم/لا", "now", "eux", "et/ou", "y/o",
        "dpa meldet das", "24 h/24", "abcdefg/hijklmn",
    ],
)  # fmt: skip
def test_sentences_and_names_are_no_initials(line: str) -> None:
    assert not is_initials(line)
    assert cut(f"{BODY}\n\n{line}")[1] is None


@pytest.mark.parametrize(
    "line", ["Source AFP", "Source : AFP", "Quelle: dpa", "© AFP 2016", "(AFP)", "(A.F.P.)", "(AFP/Reuters)"]
)
def test_a_credit_line_is_cut_but_is_no_sign_off(line: str) -> None:
    assert cut(f"{BODY}\n\n{line}") == (BODY, None)


def test_credits_tell_other_credit_lines() -> None:
    assert cut(f"{BODY}\n\nats/afp", [credit("ats"), credit("afp")]) == (BODY, None)
    assert cut(f"{BODY}\n\nAvec Agence France-Presse", [credit("Agence France-Presse")]) == (BODY, None)
    assert cut(f"{BODY}\n\nAgence France-Presse", [credit("Agence France-Presse", None)])[0].endswith(
        "Presse"
    )


def test_initials_before_and_after_the_credit() -> None:
    assert cut(f"{BODY}\n\nhh/ph\n\n(AFP)") == (BODY, "hh/ph")
    assert cut(f"{BODY}\n\n(AFP)\n\nhh/ph") == (BODY, "hh/ph")
    assert cut(f"{BODY}\nhh/ph") == (BODY, "hh/ph")


def test_the_teleprinters_last_line_is_cut() -> None:
    assert cut(f"{BODY}\n\nly\n\nAFP 310544 AOU 97") == (BODY, "ly")
    assert cut(f"{BODY}\n\nAFP 310544 GMT AOÛ 97") == (BODY, None)


def test_only_one_line_of_initials_is_cut() -> None:
    assert cut(f"{BODY}\n\nab/cd\n\nhh/ph") == (f"{BODY}\n\nab/cd", "hh/ph")


@pytest.mark.parametrize("text", ["hh/ph/ts/hd", "Source AFP", "", "\n\n", "(AFP)"])
def test_the_only_paragraph_stays(text: str) -> None:
    assert cut(text) == (text.rstrip(), None)


def test_a_credit_inside_a_sentence_stays() -> None:
    text = f"{BODY}\n\nIl l'a dit à l'AFP"
    assert cut(text, [credit("AFP")]) == (text, None)


@given(st.text(max_size=200))
def test_the_body_is_the_beginning_of_the_text(text: str) -> None:
    body, sign_off = cut(text)
    assert text.startswith(body)
    assert sign_off is None or sign_off in text[len(body) :]


@pytest.mark.parametrize("line", ["dpa wsz jln npr", "dpa grj rmo", "apa ab cd"])
def test_sign_offs_that_begin_with_the_agency(line: str) -> None:
    assert cut(f"{BODY}\n\n{line}") == (BODY, line)


TEXT = "Le ministre a parlé mardi devant le Parlement.\n\nLa séance est levée."


@pytest.mark.parametrize(
    ("tail", "sign_off"),
    [
        ("JFG (ABC) // ZO\n\nLusa/Fim", "JFG (ABC) // ZO"), ("ABC // DEF", "ABC // DEF"), ("ab/cd\n\nNNNN", "ab/cd"), ("FIN", None), ("(Schluss) mls/ab", "(Schluss) mls/ab"),
        ("Enditem", None), ("ENDE", None), ("ab/cd\n\n(©AFP / 12 mars 2016 11h10)", "ab/cd"), ("ABC/DE\n12-MAR-16 10:10 NNN", "ABC/DE"),
    ],
)  # fmt: skip
def test_the_end_as_wires_say_it_is_cut(tail: str, sign_off: str | None) -> None:
    lusa = Credit(agency_id="LUSA", wikidata_id=None, role="issuer", text="Lusa", start=0, end=4, rule="line")
    assert cut(f"{TEXT}\n\n{tail}", [lusa]) == (TEXT, sign_off)


@pytest.mark.parametrize("line", ["h/f", "m/f", "mr", "ex"])
def test_everyday_abbreviations_are_no_initials(line: str) -> None:
    assert not is_initials(line)
