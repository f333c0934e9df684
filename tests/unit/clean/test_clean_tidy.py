"""Words tidied and paragraphs told apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.clean.paragraphs import paragraphs
from depeche.clean.tidy import drop_unseen, join_paragraphs, one_line, or_none, unique, without_headline


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a\u00a0b\u202fc\u2009d\u3000e", "a b c d e"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("so\u00adft \u200bzero\ufeff", "soft zero"),
        ("e\u0301te\u0301", "été"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200fعربي\u200e", "\u200fعربي\u200e"),
        ("\u202aنص\u202c", "نص"),
        ("lone \ud83d half", "lone half"),
        ("  a \t\r\n b  ", "a b"),
        ("", ""),
        (None, ""),
    ],
)
def test_one_line(text: str | None, tidy: str) -> None:
    assert one_line(text) == tidy
    assert or_none(text) == (tidy or None)


def test_line_ends_are_one() -> None:
    assert drop_unseen("a\r\nb\rc\x85d\u2028e\u2029f\x0bg") == "a\nb\nc\nd\ne\nf\ng"


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    once = one_line(text)
    assert one_line(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode("utf-8", "strict").decode() == once


def test_lines_are_paragraphs_where_they_are_long() -> None:
    lines = [
        "Un premier paragraphe assez long pour ne pas avoir été coupé à une colonne de télescripteur. " * 2
    ] * 3
    assert len(paragraphs("\n".join(lines))) == 3


def test_wrapped_lines_are_joined() -> None:
    text = (
        "Le conseil municipal a voté mardi soir la restauration du pont des\n"
        "Chèvres, fermé depuis les crues du printemps dernier, a-t-on appris\n"
        "de source municipale.\n\nFin."
    )
    assert paragraphs(text) == [
        "Le conseil municipal a voté mardi soir la restauration du pont des Chèvres, fermé depuis les crues "
        "du printemps dernier, a-t-on appris de source municipale.",
        "Fin.",
    ]


def test_an_indent_begins_a_paragraph_in_wrapped_text() -> None:
    text = (
        "   The council voted on Tuesday evening to restore the goat bridge,\n"
        "closed since the floods of last spring.\n"
        "   Work is due to begin in September and to last for eight months,\n"
        "according to the timetable shown to councillors.\n"
    )
    assert len(paragraphs(text)) == 2


def test_short_lines_stay_lines() -> None:
    assert paragraphs("FLASH\nLe phare\nly\nAFP 310544 AOU 97") == [
        "FLASH",
        "Le phare",
        "ly",
        "AFP 310544 AOU 97",
    ]


def test_a_list_in_wrapped_text_stays_a_list() -> None:
    text = (
        "The keeper brought back the following things from the old lighthouse and\n"
        "- the lamp that he had polished on every day of the last forty years, and\n"
        "- the log book\n"
        "which the port authority had thrown into the sea in the winter of 2012."
    )
    assert [p[:6] for p in paragraphs(text)] == ["The ke", "- the ", "- the "]


@given(st.text(st.sampled_from("ab. \n\t-A"), max_size=300))
def test_no_word_is_lost_between_paragraphs(text: str) -> None:
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())


def test_small_helpers() -> None:
    assert join_paragraphs(["a", "", "b"]) == "a\n\nb"
    assert unique(["b", "", "a", "b"]) == ["b", "a"]


@pytest.mark.parametrize(
    ("paragraphs", "left"),
    [
        (["Head", "a"], ["a"]),
        (["HEAD", "a"], ["a"]),
        (["Head"], ["Head"]),
        (["a", "Head"], ["a", "Head"]),
        ([], []),
    ],
)
def test_a_headline_said_again_is_no_text(paragraphs: list[str], left: list[str]) -> None:
    assert without_headline(paragraphs, "Head") == left
    assert without_headline(paragraphs, None) == paragraphs
