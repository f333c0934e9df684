"""NITF's body: the copy itself, and what its head says of headline, byline, dateline and rights.

Shared by NITF files and by NewsML, which carries NITF inside.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from depeche.clean.markup import Content
from depeche.clean.tidy import one_line, unique
from depeche.clean.xml.safe import local, words
from depeche.records import StatedPlace

# A date for machines where a printed one should stand.
_MACHINE_DATE = re.compile(
    r"\d{8}(?:T\d{4,6})?\s*(?:Z|[+-]\d{2}:?\d{2})?"
    r"|\d{4}-\d\d-\d\d[T ][\d:.]+\s*(?:Z|(?:GMT|UTC)?\s*(?:[+-][\d:]+)?)"
)
_LOOSE = re.compile(r"\s+([,;.)])")
_PLACE_PARTS = {
    "city": "city",
    "sublocation": "city",
    "state": "area",
    "region": "area",
    "country": "country",
}


class Copy(NamedTuple):
    """What NITF's body holds; ``subheads`` and ``summary`` are paragraphs, ``dated`` the dateline's machine date."""

    content: Content
    headline: str | None = None
    subheads: list[str] = []
    summary: list[str] = []
    byline: str | None = None
    dateline: str | None = None
    dated: str | None = None
    place: StatedPlace | None = None
    parties: list[tuple[str, str]] = []
    usage_terms: list[str] = []
    unmapped: list[str] = []


def read_copy(nitf: etree._Element) -> Copy:
    """The copy in ``nitf``, or in any element that holds NITF; its body.head is taken out of the tree."""
    head = next(nitf.iter("body.head"), None)
    if head is None:
        return Copy(Content().add(nitf))
    parent = head.getparent()
    if parent is not None:
        parent.remove(head)
    parts: dict[str, list[etree._Element]] = {}
    for part in head:
        parts.setdefault(local(part), []).append(part)
    headlines, subheads = _headlines(parts.get("hedline", []))
    notes = Content()
    for note in parts.get("note", []):
        notes.add_note(note)
    content = Content().add(nitf)
    content.paragraphs[:0] = [p for p in notes.paragraphs if p not in content.paragraphs]
    content.notes[:0] = notes.notes
    text, dated, place = _dateline(parts.get("dateline", []))
    rights, owners = _rights(parts.get("rights", []))
    distributors = [one_line(words(part)) for part in parts.get("distributor", [])]
    return Copy(
        content=content,
        headline=headlines[0] if headlines else None,
        subheads=[*headlines[1:], *subheads],
        summary=[p for part in parts.get("abstract", []) for p in Content().add(part).paragraphs],
        byline="; ".join(unique(_byline(part) for part in parts.get("byline", []))) or None,
        dateline=text,
        dated=dated,
        place=place,
        parties=[
            *(("provider", name) for name in distributors if name),
            *(("copyright", name) for name in owners),
        ],
        usage_terms=rights,
        unmapped=[f"body.head/{name}" for name in parts if name and name not in _HEAD],
    )


_HEAD = frozenset(("hedline", "note", "rights", "byline", "distributor", "dateline", "abstract"))


def is_machine_date(words: str) -> bool:
    """Whether a dateline is a date for machines alone, such as ``20170102T222800+0000``."""
    return bool(_MACHINE_DATE.fullmatch(words))


def _headlines(heads: list[etree._Element]) -> tuple[list[str], list[str]]:
    main = unique(one_line(words(line)) for head in heads for line in head.iter("hl1"))
    below = unique(one_line(words(line)) for head in heads for line in head.iter("hl2"))
    loose = [one_line(head.text) for head in heads] if not main else []
    return [*main, *filter(None, loose)], [line for line in below if line not in main]


def _byline(byline: etree._Element) -> str:
    """``By A. Writer, Staff Reporter``: what stands in elements of its own, parted by commas."""
    found = one_line(byline.text)
    for child in byline:
        said = one_line(words(child))
        joint = " " if not found or found[-1:] in ",;:-–(/" or local(child) == "person" else ", "
        found = f"{found}{joint}{said}".strip() if said else found
        tail = one_line(child.tail)
        found = f"{found}{'' if tail[:1] in ',;.:)' else ' '}{tail}".strip() if tail else found
    return found


def _dateline(lines: list[etree._Element]) -> tuple[str | None, str | None, StatedPlace | None]:
    """The words, without a machine's date among them; the machine's date; the place in parts."""
    for line in lines:
        dates = list(line.iter("story.date"))
        dated = next((one_line(d.get("norm")) for d in dates if d.get("norm")), None)
        for date in dates:
            if is_machine_date(one_line(words(date))):
                dated = dated or one_line(words(date))
                date.text = None
        text = _LOOSE.sub(r"\1", one_line(" ".join(map(str, line.itertext()))))
        place = next(filter(None, map(_place, line.iter("location"))), None)
        if text or dated or place:
            return text or None, dated, place
    return None, None, None


def _place(location: etree._Element) -> StatedPlace | None:
    """A location taken apart by its elements; what stands bare before them is the city."""
    found: dict[str, str] = {}
    for part in location.iter(*_PLACE_PARTS):
        field = _PLACE_PARTS[local(part)]
        value = (part.get("iso-cc") if field == "country" else None) or one_line(words(part))
        if value:
            found.setdefault(field, value)
    bare = one_line(location.text)
    if bare:
        found.setdefault("city", bare)
    if not found:
        return None
    return StatedPlace(city=found.get("city"), area=found.get("area"), country=found.get("country"))


def _rights(stated: list[etree._Element]) -> tuple[list[str], list[str]]:
    """(usage terms, owners)."""
    terms, owners = [], []
    for rights in stated:
        owners += [one_line(words(owner)) for owner in rights.iter("rights.owner")]
        parts = [one_line(rights.text)]
        for child in rights:
            name, said = local(child).removeprefix("rights."), one_line(words(child))
            parts += [f"{name}: {said}" if said and name != "owner" else "", one_line(child.tail)]
        terms.append("; ".join(filter(None, parts)))
    return unique(terms), unique(owners)
