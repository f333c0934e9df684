"""Bytes to text: declared, stated by a side-car, or told from the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.clean.charset import GUESSED, MIXED, REPAIRED, decode, wide
from depeche.clean.charset.mojibake import repair
from depeche.clean.charset.names import known
from depeche.records import Reject

FR = "Le président a déclaré à l'Assemblée que l'été serait chaud. Où ça ? Dès décembre, garçon naïf."
AR = "استعاد حارس منارة متقاعد الخميس حقه في تلميع المصباح الذي عني به أربعين عاما في المنارة"
RU = "Смотритель маяка на пенсии отстоял в суде право чистить лампу, которую берег сорок лет"
PL = "Latarnik powiedział, że dziś w Łodzi odbędzie się rozprawa, którą już wcześniej zapowiedziano"
EL = "Ο φαροφύλακας δήλωσε σήμερα ότι η λάμπα του φάρου είναι και πάλι δική του"
DE = "Der Wärter erklärte am Donnerstag in München, die Maßnahmen würden überprüft. Über Änderungen später."
ZH = "国家主席今天在北京会见了灯塔看守人，双方就灯泡问题交换了意见，会谈持续了四个小时"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (FR, "utf-8"), (FR, "utf-8-sig"), (FR, "cp1252"), (FR, "iso8859-15"), (FR, "utf-16"), (FR, "utf-16-le"),
        (FR, "utf-16-be"), (FR, "utf-32"), (FR, "mac_roman"), (FR, "cp850"), (AR, "utf-8"), (AR, "cp1256"),
        (AR, "iso8859_6"), (AR, "utf-16-be"), (RU, "cp1251"), (RU, "koi8_r"), (PL, "cp1250"), (EL, "cp1253"),
        (DE, "cp1252"), (DE, "cp850"), (ZH, "gb18030"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "x-nonsense"])
def test_any_charset_is_told_whatever_is_declared(text: str, charset: str, declared: str | None) -> None:
    assert decode(text.encode(charset), declared).text == text


@pytest.mark.parametrize(
    ("text", "charset", "language"),
    [
        (AR, "cp1256", "ar"),
        (RU, "cp1251", "ru"),
        (RU, "koi8_r", "ru"),
        (PL, "cp1250", "pl-PL"),
        (AR, "iso8859_6", "ar"),
    ],
)
def test_the_language_helps_and_does_not_mislead(text: str, charset: str, language: str) -> None:
    assert decode(text.encode(charset), None, language).text == text


def test_a_right_declaration_gives_no_flag() -> None:
    assert decode(FR.encode("iso8859-1"), "ISO-8859-1") == (FR, "cp1252", ())
    assert decode(FR.encode(), "utf8").flags == ()


def test_a_wrong_declaration_is_flagged() -> None:
    assert REPAIRED in decode(FR.encode("cp1252"), "utf-8").flags
    assert REPAIRED in decode(FR.encode(), "iso-8859-1").flags
    assert REPAIRED in decode(AR.encode("cp1256"), "iso-8859-1").flags


def test_ascii_contradicts_nothing() -> None:
    assert decode(b"plain", "iso-8859-1").flags == ()


def test_a_guess_is_flagged() -> None:
    assert GUESSED in decode(RU.encode("koi8_r")).flags


def test_stray_latin_bytes_in_utf8_are_read() -> None:
    found = decode("été à l'hôtel d'août\n".encode() * 3 + b"un octet \xe9gar\xe9\n")
    assert found.text.endswith("un octet égaré\n")
    assert MIXED in found.flags


def test_a_truncated_character_does_not_change_the_charset() -> None:
    found = decode(FR.encode()[:-3] + "é".encode()[:1])
    assert found.charset == "utf-8"
    assert found.text.startswith("Le président")


def test_bytes_of_no_charset_are_refused() -> None:
    with pytest.raises(Reject, match="binary"):
        decode(bytes(range(0x80, 0xA0)) * 4)


@pytest.mark.parametrize(
    "label", ["rot13", "base64", "unicode_escape", "zlib", "idna", "", None, "é", "a\0b", "utf-7"]
)
def test_labels_that_are_no_charset_are_not_used(label: str | None) -> None:
    assert known(label) is None


def test_utf16_is_not_seen_in_nul_padding() -> None:
    assert wide(b"text" + b"\0" * 100) is None


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "latin1", "utf-16", "gb2312", "iso-2022-jp"]))
def test_bytes_give_text_or_a_refusal(payload: bytes, declared: str | None) -> None:
    reason, text = "binary", ""
    try:
        text = decode(payload, declared).text
    except Reject as refusal:
        reason = refusal.reason
    assert isinstance(text, str)
    assert reason == "binary"


@given(
    st.text(st.characters(codec="utf-8"), max_size=200).filter(
        lambda t: not t.startswith("\ufeff") and "\0" not in t
    )
)
def test_utf8_is_read_as_it_is_but_for_mojibake(text: str) -> None:
    assert decode(text.encode()).text == repair(text)[0]


@pytest.mark.parametrize(
    ("garbled", "right"),
    [
        ("<p>Le 3 dÃ©cembre, lâ€™Ã©tÃ©</p><p>naïf</p>", "<p>Le 3 décembre, l’été</p><p>naïf</p>"),
        ("Ø§Ù„Ø³Ù„Ø§Ù… Ø¹Ù„ÙŠÙƒÙ…", "السلام عليكم"),
        ("Å“uvre", "œuvre"),
    ],
)
def test_mojibake_is_mended(garbled: str, right: str) -> None:
    assert repair(garbled) == (right, True)


@pytest.mark.parametrize(
    "text", ["São Paulo", "SÃO PAULO", "l’œuvre « Ãme »", "Âge d’or", "naïve café", AR, RU, ZH, ""]
)
def test_good_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, False)
