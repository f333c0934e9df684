"""Which charset a label means in practice, and which is usual for a language."""

from __future__ import annotations

import codecs
import functools
import re

# Files that say Latin-1 or ASCII hold Windows bytes as a rule (WHATWG Encoding, "Names and labels").
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-16-le",
}
_BY_LANGUAGE = {
    "ar": "cp1256",
    "fa": "cp1256",
    "ur": "cp1256",
    "ru": "cp1251",
    "uk": "cp1251",
    "bg": "cp1251",
    "be": "cp1251",
    "el": "cp1253",
    "tr": "cp1254",
    "he": "cp1255",
    "pl": "cp1250",
    "cs": "cp1250",
    "sk": "cp1250",
    "hu": "cp1250",
    "ro": "cp1250",
    "hr": "cp1250",
    "sl": "cp1250",
    "zh": "gb18030",
    "ja": "cp932",
    "ko": "cp949",
}
# Codecs of Python's own that a file's label must not reach.
_NOT_TEXT = {
    "base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "idna", "punycode",
    "rawunicodeescape", "unicodeescape", "undefined", "utf7", "mbcs", "oem",
}  # fmt: skip


@functools.lru_cache(1024)
def known(label: str | None) -> str | None:
    """Python's name of the charset that ``label`` means in practice; None where there is none."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if re.sub(r"\W|_", "", name) in _NOT_TEXT:
        return None
    return _SUPERSETS.get(name, name)


def usual(language: str | None) -> str | None:
    """The charset that old files in ``language`` (a BCP 47 tag) are in; None where there is no such one."""
    return _BY_LANGUAGE.get((language or "")[:2].lower())
