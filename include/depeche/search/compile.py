"""From what a query asks for to a query of tantivy's.

A word is asked for as each language makes it, of the dispatches in that language: ``Nationen`` is
``nation`` in German ones and ``nationen`` in others. The languages are those the index holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import tantivy
from tantivy import FieldType, Occur, Query

from depeche.records import Record
from depeche.search import analysis, fields, parse
from depeche.search.parse import AllOf, Beginning, Headline, Node, OneOf
from depeche.search.store import Opened, SearchError

# A word in the headline counts so many times one in the text.
HEADLINE = 3.0
BOTH = ("headline", "text")


class Filters(Record, frozen=True, kw_only=True):
    """What else a dispatch must be; of several values of one filter any will do."""

    source: Sequence[str] = ()
    language: Sequence[str] = ()
    country: Sequence[str] = ()
    actor: Sequence[str] = ()
    kind: Sequence[str] = ()
    first: date | None = None
    last: date | None = None


class Compiler:
    """Makes queries for an index; ``analyses`` are those that a query's words are taken by."""

    def __init__(self, there: Opened, filters: Filters) -> None:
        self._schema = there.engine.schema
        held = there.state.analyses
        wanted = {analysis.analysis_of(language) for language in filters.language}
        self._all = set(held)
        self.analyses = [one for one in held if not wanted or one in wanted]

    def query(self, node: Node, where: Sequence[str] = BOTH) -> Query:
        """What ``node`` asks for, in the fields ``where``. Raises SearchError for what has no words."""
        if isinstance(node, Headline):
            return self.query(node.part, ("headline",))
        if isinstance(node, OneOf):
            return Query.boolean_query([(Occur.Should, self.query(part, where)) for part in node.parts])
        if isinstance(node, AllOf):
            return Query.boolean_query(
                [(Occur.Must, self.query(part, where)) for part in node.parts]
                + [(Occur.MustNot, self.query(part, where)) for part in node.without]
            )
        if isinstance(node, Beginning):
            return self._beginning(node.text, where)
        return self._word(node.text, where)

    def _word(self, text: str, where: Sequence[str]) -> Query:
        by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for one in self.analyses:
            by_words[tuple(analysis.words(text, one))].append(one)
        by_words.pop((), None)
        if not by_words:
            if not self.analyses or analysis.folded(text):
                return Query.empty_query()
            raise SearchError(f"there is no word to look for in {text!r}: {parse.HELP}")
        return _any(
            self._only(_weighed((name, self._phrase(name, words)) for name in where), group)
            for words, group in by_words.items()
        )

    def _only(self, query: Query, group: list[str]) -> Query:
        """``query``, of the dispatches that these analyses made."""
        if set(group) == self._all:
            return query
        made = Query.term_set_query(self._schema, "analysis", group)
        return Query.boolean_query([(Occur.Must, query), (Occur.Must, Query.const_score_query(made, 0.0))])

    def _phrase(self, field: str, words: tuple[str, ...]) -> Query:
        if len(words) > 1:
            return Query.phrase_query(self._schema, field, list(words))
        if analysis.is_unspaced(words[0]) and len(words[0]) == 1:
            # One sign is in every pair it is part of.
            return Query.regex_query(self._schema, field, f".?{words[0]}.?")
        return Query.term_query(self._schema, field, words[0])

    def _beginning(self, text: str, where: Sequence[str]) -> Query:
        by_word: dict[str, list[str]] = defaultdict(list)
        for one in self.analyses:
            words = analysis.folded(text, one)
            if len(words) != 1:
                instead = f"{words[-1]}* or {' '.join(words)!r}" if words else "Syri*"
                raise SearchError(f"{text}*: a * is for the end of one word: write {instead}")
            by_word[words[0]].append(one)
        return _any(
            self._only(_weighed((name, self._begun(name, word)) for name in where), group)
            for word, group in by_word.items()
        )

    def _begun(self, field: str, word: str) -> Query:
        return Query.regex_query(self._schema, f"{field}_whole", f"{word}.*")


def compiled(there: Opened, asked: Node, filters: Filters, now: int) -> Query:
    """The query for an index, of what may be shown at ``now`` (seconds since 1970). Raises SearchError."""
    compiler = Compiler(there, filters)
    parts = [(Occur.Must, compiler.query(asked))]
    parts += [
        (Occur.Must, Query.const_score_query(one, 0.0)) for one in _filters(there.engine.schema, filters)
    ]
    return Query.boolean_query([*parts, (Occur.MustNot, _hidden(there.engine.schema, now))])


def _filters(schema: tantivy.Schema, filters: Filters) -> Iterable[Query]:
    for name in fields.VALUES:
        if values := [fields.asked(name, value) for value in getattr(filters, name)]:
            yield Query.term_set_query(schema, name, values)
    if filters.first or filters.last:
        first, last = (day.toordinal() if day else None for day in (filters.first, filters.last))
        yield Query.range_query(schema, "day", FieldType.Integer, first, last)


def _hidden(schema: tantivy.Schema, now: int) -> Query:
    """What an embargo hides at ``now``, and what one that is over has replaced."""
    later = Query.range_query(schema, "free_at", FieldType.Integer, now, None, include_lower=False)
    over = Query.range_query(schema, "until", FieldType.Integer, None, now)
    bound = Query.term_query(schema, "bound", "yes")
    return Query.boolean_query([(Occur.Must, bound), (Occur.Must, _any([later, over]))])


def _weighed(queries: Iterable[tuple[str, Query]]) -> Query:
    return _any(
        Query.boost_query(query, HEADLINE) if field == "headline" else query for field, query in queries
    )


def _any(queries: Iterable[Query]) -> Query:
    found = list(queries)
    return found[0] if len(found) == 1 else Query.boolean_query([(Occur.Should, one) for one in found])
