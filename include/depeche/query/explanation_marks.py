"""Where the facts' words are marked in the texts of a dispatch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from depeche.query.explanation_fact import Fact, Row, Span


class Marked(NamedTuple):
    """A span, and the place of its fact in the list of facts."""

    span: Span
    place: int


def marked_texts(row: Row, found: Sequence[Fact]) -> Iterator[tuple[str, list[Marked]]]:
    """The fields to show, and the spans in each, in order, the longer first.

    ``text`` is shown within ``full_text`` where it stands there in one piece, so that one
    text shows every mark.
    """
    by_field: dict[str, list[Marked]] = {"headline": [], "full_text": [], "text": []}
    within = (row["full_text"] or "").find(row["text"]) if row["text"] else -1
    for at, fact in enumerate(found):
        if fact.span is not None:
            moved = fact.span.field == "text" and within >= 0
            span = fact.span.moved("full_text", within) if moved else fact.span
            by_field[span.field].append(Marked(span, at))
    for field, marks in by_field.items():
        if row[field] and not (field == "text" and within >= 0):
            yield field, sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))


def pieces(length: int, marked: Sequence[Marked]) -> Iterator[tuple[int, int, list[int]]]:
    """Cut a text of ``length`` characters at every span's ends: (start, end, places in ``marked``
    of the spans that cover it, the innermost last). Spans may overlap; what lies outside is left out.
    """
    ends = {min(edge, length) for span, _ in marked for edge in (span.start, span.end)}
    edges = sorted({0, length} | ends)
    for start, end in pairwise(edges):
        yield (
            start,
            end,
            [at for at, (span, _) in enumerate(marked) if span.start <= start and end <= span.end],
        )
