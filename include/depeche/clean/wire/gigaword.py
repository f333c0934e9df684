"""LDC Gigaword's SGML (and TREC's, of which it is a kind): one or many DOCs a file.

A month holds tens of thousands of DOCs; ingest cuts it at their borders before it gets here.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from depeche.clean.charset import decode, replaced
from depeche.clean.delivery import one_of, origin
from depeche.clean.opening import Opening
from depeche.clean.paragraphs import paragraphs
from depeche.clean.tidy import drop_unseen, one_line, unique
from depeche.clean.words import body_or_headline
from depeche.records import CleanDispatch, RawDispatch, Reject, Rejected, StatedParty

FORMAT = "gigaword"
VERSION = "1"
ABOUT = "LDC Gigaword in any language, and TREC's DOCs with DOCNO; one or many a file."
MAPPED: dict[str, tuple[str, str]] = {
    "DOC@id": ("agency_guid", "verbatim; the agency, the language and the day are in it"),
    "DOC@id: agency": (
        "parties",
        "role provider; LDC's code, by the name it stands for where LDC's books give one",
    ),
    "DOC@id: language": ("language_text", ""),
    "DOC@id: day": ("issued_at_text", "where there is no DATE_TIME"),
    "DOC@type": ("kind_text", "unless it is story; then flagged doc_not_story"),
    "DOCNO": ("agency_guid", "as DOC@id"),
    "DOCTYPE": ("kind_text", "as DOC@type"),
    "DATE_TIME": ("issued_at_text", "where the year stands first or the id holds no day"),
    "DATE": ("issued_at_text", "as DATE_TIME"),
    "HEADLINE": ("headline", ""),
    "HEAD": ("headline", ""),
    "SLUG": ("slug", ""),
    "DATELINE": ("dateline_text", ""),
    "BYLINE": ("byline", ""),
    "TEXT": ("text", "P as paragraphs; without P by blank lines and wrapping"),
    "TRAILER": ("advisory", ""),
}
IGNORED: dict[str, str] = {
    "BODY": "holds the elements above",
    "P": "paragraphs of TEXT",
    "ANNOTATION": "the corpus' own marks",
    "HEADER": "the circuit's own line (TREC)",
    "CATEGORY": "the circuit's own code (TREC)",
}

_OPEN = re.compile(r"<DOC\b([^<>]*)>", re.IGNORECASE)
_CLOSE = re.compile(r"</DOC\s*>", re.IGNORECASE)
_START = re.compile(r"<DOC(?:\s+(?:id|type)\s*=|\s*>\s*<DOCNO>)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(\w+)\s*=\s*[\"']?([^\"'\s>]*)")
_ELEMENT = re.compile(
    r"<(?P<name>[A-Z][A-Z_]*)\b[^<>]*>(?P<words>.*?)</(?P=name)\s*>", re.DOTALL | re.IGNORECASE
)
_PARAGRAPH = re.compile(r"</?P\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z_]*\s*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
# AFP_FRE_19940512.0001, and APW19980601.0003 of older editions.
_ID = re.compile(
    r"(?P<agency>[A-Z]{2,8})_?(?:(?P<language>[A-Z]{3})_)?(?P<day>(?:19|20)\d{6})\.\d+(?:\.\d+)*"
)
# LDC's codes of agencies that are not the agency's own name (documentation of Gigaword, all languages).
_AGENCIES = {
    "APW": "Associated Press Worldstream",
    "APN": "Associated Press",
    "XIN": "Xinhua News Agency",
    "CNA": "Central News Agency of Taiwan",
    "NYT": "New York Times Newswire Service",
    "LTW": "Los Angeles Times/Washington Post Newswire Service",
    "WPB": "Washington Post/Bloomberg Newswire Service",
}
_KNOWN = {name.lower() for name in (*MAPPED, *IGNORED)} - {"p"}


class Doc(NamedTuple):
    """A DOC: its attributes, and the words of its elements by small name, in order."""

    attributes: dict[str, str]
    elements: dict[str, str]


def sniff(start: Opening) -> bool:
    """A DOC with an id, or with a DOCNO in it."""
    return start.root is not None and start.root.upper() == "DOC" and _START.match(start.text) is not None


def read(raw: RawDispatch) -> list[CleanDispatch | Rejected]:
    """The dispatches of a file's DOCs, in their order.

    Raises Reject where there is a single DOC: ``malformed_content`` (cut off), ``no_text``.
    """
    decoded = decode(raw.payload, raw.sidecar.charset, raw.sidecar.language or raw.language_hint)
    text = drop_unseen(decoded.text)
    opened = list(_OPEN.finditer(text))
    if not opened:
        raise Reject("malformed_content", "There is no whole DOC in it.")
    ends = [following.start() for following in opened[1:]] + [len(text)]
    found = [_doc(start[1], text[start.end() : end]) for start, end in zip(opened, ends, strict=True)]
    return one_of(raw, found, lambda doc: _one(raw, doc, decoded.flags))


def _doc(stated: str, inside: str) -> Doc | Reject:
    attributes = {name.lower(): value for name, value in _ATTRIBUTE.findall(stated)}
    close = _CLOSE.search(inside)
    if close is None:
        return Reject("malformed_content", f"The DOC {attributes.get('id', '')} does not end: it is cut off.")
    elements: dict[str, str] = {}
    _collect(inside[: close.start()], elements)
    return Doc(attributes, elements)


def _collect(inside: str, elements: dict[str, str]) -> None:
    for element in _ELEMENT.finditer(inside):
        name = element["name"].lower()
        if name == "body":
            _collect(element["words"], elements)
        elif name in elements:
            elements[name] += f"\n\n{element['words']}"
        else:
            elements[name] = element["words"]


def _one(raw: RawDispatch, doc: Doc, flags: tuple[str, ...]) -> CleanDispatch:
    name = doc.attributes.get("id") or _line(doc, "docno")
    parts = _ID.fullmatch(name or "")
    kind = doc.attributes.get("type") or _line(doc, "doctype")
    special = kind if kind and kind.lower() not in ("story", "news", "news story") else None
    headline = _line(doc, "headline", "head")
    text, text_flags = body_or_headline(_paragraphs(doc.elements.get("text", "")), headline)
    stated = {"language_text": parts["language"]} if parts and parts["language"] else {}
    return CleanDispatch(
        **{**origin(raw, FORMAT, VERSION), **stated},
        text=text,
        agency_guid=name,
        headline=headline,
        slug=_line(doc, "slug"),
        byline=_line(doc, "byline"),
        dateline_text=_line(doc, "dateline"),
        parties=[StatedParty(role="provider", text=_AGENCIES.get(parts["agency"], parts["agency"]))]
        if parts
        else [],
        issued_at_text=_issued(_line(doc, "date_time", "date"), parts["day"] if parts else None),
        kind_text=special,
        advisory=_line(doc, "trailer"),
        unmapped=[
            *(f"DOC@{key}" for key in doc.attributes if key not in ("id", "type")),
            *(key.upper() for key in doc.elements if key not in _KNOWN),
        ],
        quality_flags=unique([*flags, *(["doc_not_story"] if special else []), *text_flags, *replaced(text)]),
    )


def _issued(stated: str | None, day: str | None) -> str | None:
    """The time, unless its order of day and month is open and the id holds the day."""
    return stated if stated and (day is None or re.match(r"\d{4}-", stated)) else day


def _line(doc: Doc, *names: str) -> str | None:
    return next((words for name in names if (words := _one_line(doc.elements.get(name, "")))), None)


def _one_line(inside: str) -> str:
    """On one line; unseen signs are gone already, but for those that entities bring in."""
    words = _plain(inside)
    return one_line(words) if "&" in inside else " ".join(words.split())


def _paragraphs(inside: str) -> list[str]:
    if not _PARAGRAPH.search(inside):
        return paragraphs(_plain(inside))
    return [words for part in _PARAGRAPH.split(inside) if (words := _one_line(part))]


def _plain(text: str) -> str:
    """The words without tags and entities; a lone & or < stands for itself, as in ``AT&T``."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    return _ENTITY.sub(_entity, text) if "&" in text else text


def _entity(match: re.Match[str]) -> str:
    """Its letter; names come in capitals too (``&AMP;``)."""
    letter = unescape(match[0])
    return letter if letter != match[0] else unescape(match[0].lower())
