"""The words around what was found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from depeche.search import analysis
from depeche.search.parse import AllOf, Beginning, Headline, Node, OneOf, Word

LENGTH = 200
# A run of a script without blanks, or what stands together without blanks and punctuation; accents
# and the marks of Indian scripts included.
_WORD = re.compile(f"[{analysis.UNSPACED}]+|(?:(?![{analysis.UNSPACED}_])[\\w\u0300-\u036f\u0900-\u0dff])+")
Span = tuple[int, int]


class Snippet(NamedTuple):
    """A passage on one line; ``marks`` are the (start, end) in it of the words that were looked for."""

    text: str
    marks: list[Span]


class Finder:
    """Finds a query's words in texts."""

    def __init__(self, node: Node) -> None:
        leaves = list(_leaves(node))
        self._words = [one.text for one in leaves if isinstance(one, Word)]
        self._beginnings = [one.text for one in leaves if isinstance(one, Beginning)]

    def snippet(self, text: str, language: str | None, length: int = LENGTH) -> Snippet:
        """The passage of ``text`` with the most of the words, about ``length`` signs long; else its beginning."""
        line = " ".join(text.split())
        marks = self.marks(line, language)
        start, end = _window(line, marks, length)
        before, after = "…" if start else "", "…" if end < len(line) else ""
        shift = len(before) - start
        inside = [(a + shift, b + shift) for a, b in marks if start <= a and b <= end]
        return Snippet(f"{before}{line[start:end]}{after}", inside)

    def marks(self, text: str, language: str | None) -> list[Span]:
        """(start, end) of each word and phrase of ``text`` that the query has, in order, none in another."""
        by = analysis.analysis_of(language)
        spans = [span for word in _WORD.finditer(text) for span in _pieces(word)]
        made = [(word, span) for span in spans for word in _made(text[slice(*span)], by)]
        words = [word for word, _ in made]
        found = {span for span in spans if self._begins(text[slice(*span)], by)}
        for looked in self._words:
            phrase = analysis.words(looked, by)
            if len(phrase) == 1 and len(phrase[0]) == 1 and analysis.is_unspaced(phrase[0]):
                found |= {one.span() for one in re.finditer(phrase[0], text)}
            elif phrase:
                size = len(phrase)
                at = (
                    n for n, word in enumerate(words) if word == phrase[0] and words[n : n + size] == phrase
                )
                found |= {(made[n][1][0], made[n + size - 1][1][1]) for n in at}
        return _merged(sorted(found))

    def _begins(self, word: str, by: str) -> bool:
        return any(
            one.startswith(begun)
            for text in self._beginnings
            for begun in analysis.folded(text, by)
            for one in analysis.folded(word, by)
        )


@lru_cache(50_000)
def _made(word: str, by: str) -> tuple[str, ...]:
    return tuple(analysis.words(word, by))


def _pieces(word: re.Match[str]) -> Iterator[Span]:
    """The word; of a script without blanks each pair of signs, which is what is looked up."""
    start, end = word.span()
    if not analysis.is_unspaced(word[0]):
        yield start, end
    else:
        yield from ((at, min(at + 2, end)) for at in range(start, max(start + 1, end - 1)))


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _leaves(node: Node) -> Iterator[Word | Beginning]:
    """What a query looks for; not what it leaves out."""
    if isinstance(node, Headline):
        yield from _leaves(node.part)
    elif isinstance(node, AllOf | OneOf):
        for part in node.parts:
            yield from _leaves(part)
    else:
        yield node


def _window(line: str, marks: list[Span], length: int) -> Span:
    """Where the passage starts and ends, at blanks where there are some."""
    if len(line) <= length:
        return 0, len(line)
    best, most = 0, -1
    for at, (start, _) in enumerate(marks):
        inside = marks[at : bisect_left(marks, (start + length * 3 // 4,))]
        kinds = len({line[a:b].casefold() for a, b in inside})
        if (score := kinds * 100 + len(inside)) > most:
            best, most = start, score
    start = max(0, min(best - length // 4, len(line) - length))
    end = min(len(line), start + length)
    if start and (blank := line.find(" ", start, start + 30)) >= 0 and blank < best:
        start = blank + 1
    if end < len(line) and (blank := line.rfind(" ", end - 30, end)) >= 0:
        end = blank
    return start, end
