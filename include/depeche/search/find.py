"""What is found: dispatches by score, with the words around."""

from __future__ import annotations

import difflib
import time
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

import tantivy

from depeche.records import Record
from depeche.search import fields, parse, store
from depeche.search.compile import Filters, compiled
from depeche.search.snippet import LENGTH, Finder
from depeche.search.store import Opened, SearchError
from depeche.settings import Settings

MOST = 10_000
# Values that are offered instead of one that no dispatch has.
OFFERED = 8


class Hit(Record, frozen=True, kw_only=True):
    """A dispatch that was found. ``marks`` are (start, end) in ``snippet`` of the words looked for, as are
    ``headline_marks`` in ``headline``."""

    dispatch_id: str
    revision: int
    score: float
    headline: str | None
    headline_marks: list[tuple[int, int]]
    issue_date: date
    issued_at: datetime | None
    source: str
    language: str | None
    kind: str | None
    snippet: str
    marks: list[tuple[int, int]]


class Found(Record, frozen=True, kw_only=True):
    """The best hits of ``total``, best first; of those alike the newest first."""

    total: int
    hits: list[Hit]


class Scored(NamedTuple):
    """A hit in short."""

    dispatch_id: str
    revision: int
    score: float


def find(
    settings: Settings, query: str, filters: Filters | None = None, *, limit: int = 20, length: int = LENGTH
) -> Found:
    """The dispatches that ``query`` finds, at most ``limit`` of them; ``docs/search.md`` says what it may be.

    The index is asked as it is: ``fresh`` brings it up to date. Raises SearchError where there is
    none, and for what is no query, with what to write instead.
    """
    if not 1 <= limit <= MOST:
        raise SearchError(f"{limit} hits cannot be shown: 1 to {MOST:,}; SELECT … FROM search(…) gives all")
    filters = filters or Filters()
    there = _there(settings)
    asked = parse.parse(query)
    sought = compiled(there, asked, filters, int(time.time()))
    _check(there, filters)
    result: Any = there.searcher.search(sought, limit)  # its stubs do not know of its count
    finder = Finder(asked)
    hits = [_hit(finder, score, there.searcher.doc(at), length) for score, at in result.hits]
    hits.sort(key=lambda hit: (-hit.score, -hit.issue_date.toordinal(), hit.dispatch_id))
    return Found(total=result.count, hits=hits)


def scores(settings: Settings, query: str) -> Iterator[Scored]:
    """Every dispatch that ``query`` finds, in no order. Raises as ``find`` does."""
    there = _there(settings)
    sought = compiled(there, parse.parse(query), Filters(), int(time.time()))
    result = there.searcher.search(sought, max(1, there.documents), count=False)
    # In the order of the files, each of whose blocks is then unpacked once.
    for score, at in sorted(result.hits, key=lambda hit: (hit[1].segment_ord, hit[1].doc)):
        doc = there.searcher.doc(at)
        yield Scored(doc["dispatch_id"][0], doc["revision"][0], float(score))


def _there(settings: Settings) -> Opened:
    there = store.opened(settings)
    if there is None:
        raise SearchError("there is no search index yet: depeche search --update makes it")
    return there


def _hit(finder: Finder, score: float, doc: tantivy.Document, length: int) -> Hit:
    shown = fields.shown(doc)
    around = finder.snippet(shown.text, shown.language, length)
    return Hit(
        dispatch_id=doc["dispatch_id"][0],
        revision=doc["revision"][0],
        score=float(score),
        headline=shown.headline,
        headline_marks=finder.marks(shown.headline or "", shown.language),
        issue_date=shown.issue_date,
        issued_at=shown.issued_at,
        source=shown.source,
        language=shown.language,
        kind=shown.kind,
        snippet=around.text,
        marks=around.marks,
    )


def _check(there: Opened, filters: Filters) -> None:
    """Raise SearchError for a filter's value that no dispatch has."""
    if filters.first and filters.last and filters.first > filters.last:
        raise SearchError(f"--from {filters.first} is after --to {filters.last}: exchange them")
    for name in fields.VALUES:
        for value in getattr(filters, name):
            if not there.searcher.doc_freq(name, fields.asked(name, value)):
                raise SearchError(_no_such(there, name, value))


def _no_such(there: Opened, name: str, value: str) -> str:
    asked = fields.asked(name, value)
    known = there.searcher.terms_with_prefix(name, "", limit=200)
    terms = [str(term) for term, _ in sorted(known, key=lambda pair: (-pair[1], pair[0]))]
    near = difflib.get_close_matches(asked, terms, OFFERED, 0.6) or terms[:OFFERED]
    if name == "actor":
        hint = f"such as {', '.join(near)}" if near else "such as person:Q7747"
        return (
            f"no dispatch has the actor {value!r}; --actor takes an id {hint}; a name's: "
            f"depeche actors resolve {value!r}"
        )
    offered = ", ".join(near) or "none of any"
    return f"no dispatch has the {name} {value!r}; there are {offered}"
