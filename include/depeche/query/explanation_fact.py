"""One fact of an explanation: a value and what it was made from, and how each kind of fact is put."""

from __future__ import annotations

from typing import Any, NamedTuple

from depeche.query.explanation_said import Find

Row = dict[str, Any]


class Span(NamedTuple):
    """Marked words: characters ``start`` to ``end`` of ``field``, and what they were taken for."""

    field: str
    start: int
    end: int
    kind: str

    def moved(self, field: str, by: int) -> Span:
        """The same words in a field that holds this one from character ``by`` on."""
        return Span(field, self.start + by, self.end + by, self.kind)


class Fact(NamedTuple):
    """One value ← the words it was made from ← the rule ← the authority's entry ← the version."""

    field: str
    value: str
    words: str
    rule: str
    entry: str
    version: str
    span: Span | None = None


def made(
    row: Row,
    field: str,
    value: Any,
    words: Any = "",
    rule: str | None = "",
    entry: str = "",
    span: Span | None = None,
) -> Fact:
    """A fact of the normaliser's; the authority's version too where an entry of it counted."""
    version = f"normaliser {row['normaliser_version']}"
    if entry:
        version += f", authority {row['authority_version'][:12]}"
    return Fact(field, shown(value), shown(words), rule or "", entry, version, span)


def said(row: Row, field: str, value: Any, words: str | None, find: Find, rule: str) -> Fact:
    """A fact that the dispatch says of itself, with where ``find`` finds its words."""
    place = find(row, words)
    span = Span(place.field, place.start, place.end, "said") if place.field else None
    return made(row, field, value, words, f"{rule}: {place.where}" if place.where else rule, span=span)


def stated(row: Row, field: str, value: Any, words: Any = "", rule: str = "as stated") -> Fact:
    """A fact of the reader's: the value is what the format says."""
    return Fact(
        field, shown(value), shown(words if words else value), rule, "", f"reader {row['reader_version']}"
    )


def shown(value: Any) -> str:
    """A value in words: lists joined by commas, None as nothing."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def span_of(kind: str, field: str, found: Row) -> Span | None:
    """The span of an entry of a list in the row; None where its words stand in no text."""
    start = found["start"]
    return None if start is None else Span(field, start, found["end"], kind)


def entry_of(name: str, wikidata_id: str | None) -> str:
    """An authority's entry with its Wikidata id, where it has one."""
    return f"{name} {wikidata_id}" if name and wikidata_id else name


def sure(found: Row) -> str:
    """The rule, and how sure it is."""
    return f"{found['rule']} ({found['confidence']:.2f})"
