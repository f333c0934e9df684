"""How a payload begins: enough of it, decoded loosely, to tell its format."""

from __future__ import annotations

import re
from typing import NamedTuple

from depeche.clean.charset import wide

HEAD_BYTES = 4096
FAR_BYTES = 262_144

_BLANK = re.compile(r"[\s\x00\ufeff]+")
# What may stand before the root element, in SGML and XML.
_PROLOG = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+([\w:.-]+)", re.IGNORECASE)
_ROOT = re.compile(r"<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)")


class Opening(NamedTuple):
    """The start of a payload, as Latin-1 or UTF-16 text, blanks before it cut off.

    ``root`` is the first element's local name and ``tag`` its attributes as written, both
    None where it does not begin with an element; ``doctype`` the name in a DOCTYPE;
    ``declared_xml`` whether an XML declaration stands first.
    """

    text: str
    root: str | None
    tag: str | None
    doctype: str | None
    declared_xml: bool


def opening(payload: bytes) -> Opening:
    """The :class:`Opening` of ``payload``; looks further only past a long comment or DOCTYPE, and
    in JSON, whose telling names may stand behind the text.
    """
    found = _open(_loosely(payload[:HEAD_BYTES]))
    if found.root is None and found.text[:1] in ("<", "{", "[") and len(payload) > HEAD_BYTES:
        return _open(_loosely(payload[:FAR_BYTES]))
    return found


def _loosely(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "ignore")
    unmarked = wide(head)
    if unmarked:
        return head.decode(unmarked, "ignore")
    if head.startswith(b"\xef\xbb\xbf"):
        head = head[3:]
    return head.decode("latin-1")


def _open(text: str) -> Opening:
    at = _skip_blank(text, 0)
    start, doctype = at, None
    declared_xml = text.startswith("<?xml", at)
    while found := _PROLOG.match(text, at):
        name = _DOCTYPE.match(found[0])
        doctype = name[1] if name else doctype
        at = _skip_blank(text, found.end())
    cut_off = _DOCTYPE.match(text, at)
    doctype = cut_off[1] if cut_off else doctype
    root = _ROOT.match(text, at)
    return Opening(text[start:], root and root[2], root and root[3], doctype, declared_xml)


def _skip_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at
