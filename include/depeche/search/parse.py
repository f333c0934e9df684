"""The language of queries: words, "phrases", beginnings*, AND, OR, NOT, -word, (…), headline:word."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from depeche.search.store import SearchError

# All of a query's words must be there, unless it says OR.
HELP = 'write words (Poutine Syrie), "a phrase", a beginning*, A OR B, -not this, (…), headline:word'
FILTERS = ("source", "language", "from", "to", "country", "actor", "kind")
DEEPEST = 50
_QUOTES = {'"': '"', "“": '”"', "„": "“”", "«": "»", "”": "”", "»": "«"}
_HEADLINE = re.compile("headline:", re.IGNORECASE)
_WILD = re.compile(r"\*|\w\?\w")
_BLANK = re.compile(r"[\s\u200b]+")
_WORD = re.compile(r'[^\s()"“”„«»]+')


class Word(NamedTuple):
    """A word, which may be several to the analysis (cessez-le-feu), or what stood in quotation marks."""

    text: str


class Beginning(NamedTuple):
    """Words that begin like this."""

    text: str


class AllOf(NamedTuple):
    """All of these, and none of ``without``."""

    parts: tuple[Node, ...]
    without: tuple[Node, ...] = ()


class OneOf(NamedTuple):
    """One of these at least."""

    parts: tuple[Node, ...]


class Headline(NamedTuple):
    """This, in the headline."""

    part: Node


Node: TypeAlias = Word | Beginning | AllOf | OneOf | Headline


class Token(NamedTuple):
    """A piece of a query. ``kind``: word, phrase, ( or ), and where the meaning is in capitals AND, OR, NOT."""

    kind: str
    text: str


def parse(query: str) -> Node:
    """What a query asks for. Raises SearchError, which says what to write instead."""
    parser = _Parser(_tokens(query), query)
    node = parser.any(0)
    if parser.left:
        raise SearchError(f"a ) too many in {query!r}: leave it out, or open it with (")
    return node


def _tokens(query: str) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(query):
        sign = query[at]
        if blank := _BLANK.match(query, at):
            at = blank.end()
        elif sign in "()":
            found.append(Token(sign, sign))
            at += 1
        elif sign in _QUOTES:
            end = min((n for n in (query.find(s, at + 1) for s in _QUOTES[sign]) if n >= 0), default=-1)
            if end < 0:
                rest = query[at + 1 :].strip()
                raise SearchError(f'a quotation mark is not closed: write "{rest}" or leave it out')
            found.append(Token("phrase", query[at + 1 : end]))
            at = end + 1
        elif sign in "+-" and _signed(query, at):
            found.append(Token("NOT" if sign == "-" else "AND", sign))
            at += 1
        elif prefix := _HEADLINE.match(query, at):
            found.append(Token("headline", prefix[0]))
            at = prefix.end()
        elif word := _WORD.match(query, at):
            # A dash or an ampersand between words is none.
            if any(sign.isalnum() or sign == "*" for sign in word[0]):
                found.append(Token(word[0] if word[0] in ("AND", "OR", "NOT") else "word", word[0]))
            at = word.end()
    return found


def _signed(query: str, at: int) -> bool:
    """Whether a + or - stands before a word, not in or after one."""
    before = query[at - 1] if at else " "
    after = query[at + 1 : at + 2]
    return (before.isspace() or before == "(") and bool(after) and not after.isspace() and after not in "+-)"


class _Parser:
    def __init__(self, tokens: list[Token], query: str) -> None:
        self.left = tokens
        self._query = query

    def any(self, depth: int) -> Node:
        """A AND B OR C: OR binds least."""
        if depth > DEEPEST:
            raise SearchError(f"more than {DEEPEST} ( in one another: write it flatter")
        parts = [self._all(depth)]
        while self._next("OR"):
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else OneOf(tuple(parts))

    def _all(self, depth: int) -> Node:
        parts: list[Node] = []
        without: list[Node] = []
        while self.left and self.left[0].kind not in ("OR", ")"):
            if self._next("AND"):
                if not self.left or self.left[0].kind in ("AND", "OR", ")"):
                    raise self._nothing("AND")
            elif self._next("NOT"):
                without.append(self._one(depth, "NOT"))
            else:
                parts.append(self._one(depth, ""))
        if not parts:
            if without:
                raise SearchError(
                    f"{self._query!r} only says what to leave out: add a word to look for (Poutine -Syrie)"
                )
            raise self._nothing("OR" if self.left else "")
        return parts[0] if len(parts) == 1 and not without else AllOf(tuple(parts), tuple(without))

    def _one(self, depth: int, after: str) -> Node:
        if not self.left or self.left[0].kind in ("AND", "OR", "NOT", ")"):
            raise self._nothing(after)
        token = self.left.pop(0)
        if token.kind == "headline":
            return Headline(self._one(depth, token.text))
        if token.kind == "(":
            node = self.any(depth + 1)
            if not self._next(")"):
                raise SearchError(f"a ( is not closed in {self._query!r}: write ) where it ends")
            return node
        return Word(token.text) if token.kind == "phrase" else _word(token.text)

    def _next(self, kind: str) -> bool:
        if self.left and self.left[0].kind == kind:
            self.left.pop(0)
            return True
        return False

    def _nothing(self, beside: str) -> SearchError:
        if not self._query.strip():
            return SearchError(f"there is nothing to look for: {HELP}")
        where = f"beside {beside} " if beside else ""
        return SearchError(
            f"there is nothing to look for {where}in {self._query!r}; {HELP}; "
            'to look for the words AND, OR and NOT put them into quotation marks: "not"'
        )


def _word(text: str) -> Node:
    name, _, value = text.partition(":")
    if value and name.lower() in FILTERS:
        raise SearchError(f"{text!r}: filters are not part of the query: write --{name.lower()} {value}")
    body = text.rstrip("*")
    if _WILD.search(body):
        beginning = re.split(r"[*?]", body)[0]
        instead = f"write {beginning}*" if beginning else "write its first letters and *"
        raise SearchError(f"{text!r}: a * stands at a word's end only: {instead}")
    if not text.endswith("*"):
        return Word(text)
    if not body:
        raise SearchError("a * alone finds everything: write the beginning of a word before it: Syri*")
    return Beginning(body)
