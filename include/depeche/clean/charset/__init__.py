"""Bytes to text: what the file declares is checked against the bytes.

Order of trust: byte order mark; bytes that are valid UTF-8 and not ASCII only; the
declared charset; the charset usual for the stated language; a guess by
charset-normalizer. Whenever the result is not what the file declares, the flag
``charset_repaired`` says so; UTF-8 and Latin bytes mixed in one file (a habit of old
wires) give ``charset_mixed``. Text that was garbled before it reached us is mended where
that really improves it (``mojibake_repaired``).
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

import charset_normalizer

from depeche.clean.charset import mojibake
from depeche.clean.charset.names import known, usual
from depeche.clean.charset.plausible import beyond_ascii, plausible
from depeche.records import Reject

REPAIRED = "charset_repaired"
MIXED = "charset_mixed"
GUESSED = "charset_guessed"
REPLACED = "replacement_characters"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = [
    "cp1252", "cp1250", "cp1251", "cp1256", "cp1253", "cp1254", "cp1255",
    "koi8_r", "iso8859_2", "iso8859_5", "iso8859_6", "mac_roman", "cp850",
    "gb18030", "big5", "cp932", "euc_jp", "cp949",
]  # fmt: skip
_STRAY = re.compile("[\udc80-\udcff]")
_OLD_WESTERN = ("cp850", "mac_roman")


class Decoded(NamedTuple):
    """The text, the charset it was read with and the quality flags that come of it."""

    text: str
    charset: str
    flags: tuple[str, ...]


def decode(payload: bytes, declared: str | None = None, language: str | None = None) -> Decoded:
    """Decode ``payload``. ``declared`` and ``language`` are what the file or its side-car say.

    Raises Reject ``binary`` where the bytes are text in no charset.
    """
    found = _decode(payload, declared, language)
    text, mended = mojibake.repair(found.text)
    return Decoded(text, found.charset, (*found.flags, mojibake.FLAG)) if mended else found


def _decode(payload: bytes, declared: str | None, language: str | None) -> Decoded:
    for bom, name in _BOMS:
        if payload.startswith(bom):
            return _with_bom(payload[len(bom) :], name)
    unmarked = wide(payload)
    if unmarked:
        return Decoded(payload.decode(unmarked, "replace"), unmarked, (REPAIRED,) if declared else ())
    charset = known(declared)
    if charset and charset.startswith("iso2022"):
        return _replacing(payload, charset)
    try:
        text = payload.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(payload, charset, language)
    contradicted = charset not in (None, "utf-8") and not payload.isascii()
    return Decoded(text, "utf-8", (REPAIRED,) if contradicted else ())


def _with_bom(payload: bytes, name: str) -> Decoded:
    try:
        return Decoded(payload.decode(name), name, ())
    except UnicodeDecodeError:
        if name == "utf-8":
            found = _not_utf8(payload, None, None)
            return Decoded(found.text, found.charset, (REPAIRED,))
        return _replacing(payload, name)


def wide(payload: bytes) -> str | None:
    """UTF-16 without byte order mark: one byte of each pair is nearly always 0, 4, 5 or 6.

    Those are the upper halves of Latin, Cyrillic, Hebrew and Arabic letters and of spaces.
    """
    sample = payload[:2000]
    if 0 not in sample:
        return None
    pairs = len(sample) // 2
    if pairs < 4 or sample.count(0) >= 1.2 * pairs:
        return None
    upper = [sum(map(sample[side::2].count, (0, 4, 5, 6))) for side in (0, 1)]
    for side, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if upper[side] > 0.9 * pairs and upper[1 - side] < 0.2 * pairs:
            return name
    return None


def _not_utf8(payload: bytes, charset: str | None, language: str | None) -> Decoded:
    mixed = _mixed(payload)
    if mixed is not None:
        return Decoded(mixed, "utf-8", (MIXED,))
    tried: list[str] = []
    for name in (charset, usual(language), "cp1252"):
        if not name or name in ("utf-8", *tried):
            continue
        tried.append(name)
        text = _strict(payload, name)
        if text is not None and plausible(text, name):
            return Decoded(text, name, _flags(name, charset))
    return _guess(payload, charset)


def _flags(name: str, declared: str | None) -> tuple[str, ...]:
    if declared is None:
        return ()
    return () if name == declared else (REPAIRED,)


def _mixed(payload: bytes) -> str | None:
    """UTF-8 with single stray bytes, read as Windows Latin; None where it is not mainly UTF-8."""
    text = payload.decode("utf-8", "surrogateescape")
    beyond = beyond_ascii(text)
    stray = len(_STRAY.findall(beyond))
    whole = len(beyond) - stray
    if whole < 2 * stray or not whole:
        return None
    return _STRAY.sub(lambda m: _latin(ord(m[0]) - 0xDC00), text)


def _latin(byte: int) -> str:
    return bytes((byte,)).decode("cp1252", "replace")


def _strict(payload: bytes, name: str) -> str | None:
    try:
        return payload.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        if name != "cp1252":
            return None
    # Five bytes that Windows Latin leaves undefined turn up all the same; they are controls.
    text = payload.decode("cp1252", "surrogateescape")
    return _STRAY.sub(lambda m: chr(ord(m[0]) - 0xDC00), text)


def _guess(payload: bytes, declared: str | None) -> Decoded:
    sample = payload if len(payload) < 60_000 else payload[:30_000] + payload[-30_000:]
    guesses = [match.encoding for match in charset_normalizer.from_bytes(sample, cp_isolation=_GUESSES)]
    flags = (REPAIRED if declared else GUESSED,)
    for name in (*guesses, *_OLD_WESTERN):
        text = _strict(payload, name)
        if text is not None and plausible(text, name):
            return Decoded(text, name, flags)
    for name in filter(None, (*guesses[:1], declared)):
        text = _strict(payload, name) if name != "utf-8" else None
        if text is not None:
            return Decoded(text, name, (GUESSED,))
    raise Reject("binary", "The bytes are text in no charset that is known; look at them with depeche raw.")


def _replacing(payload: bytes, name: str) -> Decoded:
    return Decoded(payload.decode(name, "replace"), name, ())


def replaced(text: str) -> list[str]:
    """The flag ``replacement_characters`` where letters of ``text`` are lost for good."""
    return [REPLACED] if "\ufffd" in text else []
