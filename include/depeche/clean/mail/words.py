"""Headers of a mail as words: encoded words, raw bytes, folded lines."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from depeche.clean.charset import decode
from depeche.clean.tidy import one_line

_ADDRESS = re.compile(r"<[^<>]+>|[^\s<>,]+")


def headers(mail: Message) -> list[str]:
    """The names of its header fields in small letters, each once."""
    return list(dict.fromkeys(name.lower() for name in mail))


def header(mail: Message, name: str) -> str | None:
    """The first field of that name in words, or None."""
    stated = next((value for key, value in mail.raw_items() if key.lower() == name), None)
    return one_line(decoded(str(stated))) or None if stated is not None else None


def decoded(value: str) -> str:
    """``=?charset?Q?…?=`` and raw bytes as words; what cannot be decoded stays as it is written."""
    octets = value.encode("utf-8", "surrogateescape")
    if not octets.isascii():
        value = decode(octets).text
    if "=?" not in value:
        return value
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    words = ""
    for piece, charset in pieces:
        words += piece if isinstance(piece, str) else decode(piece, charset).text if piece else ""
    return words


def addresses(value: str | None) -> list[str]:
    """Message ids in a field, without their brackets."""
    return [found.strip("<>") for found in _ADDRESS.findall(value or "")]
