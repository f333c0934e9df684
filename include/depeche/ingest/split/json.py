"""Long JSON lists cut where their items begin, in one pass and without holding more than a chunk.

A list may stand alone, or in the answer of an API (``{"response": {"docs": [{…}, …]}}``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from depeche.ingest.spool import Spooled, Spooling, chunks_of

_LIST = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*(?:\{[^\[\]]*?"(?:response|docs|documents|hits|_items|items|results|newsitems|data)"'
    rb"\s*:\s*)?\[\s*\{"
)
# What an answer does not say before its list, but an item and a JSON Feed do.
_ITEMS_OWN = re.compile(rb'"(?:headlines?|guid|uri|uno|text|body|version)"\s*:')
# A whole string, a bracket, or the beginning of a string that ends in a later chunk.
_TOKEN = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]"]', re.DOTALL)
_STRING_END = re.compile(rb'[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


def is_list(head: bytes) -> bool:
    """Whether a file that begins so is a list of objects."""
    start = _LIST.match(head)
    return start is not None and not _ITEMS_OWN.search(start[0])


def pieces(file: IO[bytes], least: int) -> Iterator[Spooled]:
    """Pieces of at least ``least`` bytes, each but the first beginning with an item."""
    copy, scan = Spooling(), _Scan()
    for chunk in chunks_of(file):
        done = 0
        for at in scan.items(chunk):
            if copy.size + at - done >= least:
                copy.write(chunk[done:at])
                yield copy.done()
                copy, done = Spooling(), at
        copy.write(chunk[done:])
    yield copy.done()


def begins(file: IO[bytes]) -> Iterator[int]:
    """Where in the file items begin, but for the first."""
    scan, before, is_first = _Scan(), 0, True
    for chunk in chunks_of(file):
        for at in scan.items(chunk):
            if not is_first:
                yield before + at
            is_first = False
        before += len(chunk)


class _Scan:
    """How deep in brackets the text is, and whether within a string."""

    def __init__(self) -> None:
        self._depth = 0
        self._level: int | None = None
        self._in_string = self._escaped = False

    def items(self, chunk: bytes) -> Iterator[int]:
        """Where in ``chunk``, the next of the file, items of the list begin."""
        at = 0
        if self._in_string:
            end = _STRING_END.match(chunk, int(self._escaped))
            if end is None:
                self._leave(chunk, int(self._escaped))
                return
            self._in_string, at = False, end.end()
        for token in _TOKEN.finditer(chunk, at):
            sign = token[0]
            if sign in b"{[":
                if sign == b"{" and self._depth == self._level:
                    yield token.start()
                self._depth += 1
                if sign == b"[" and self._level is None:
                    self._level = self._depth
            elif sign in b"}]":
                # Behind the list's end nothing is an item any more.
                self._level = -1 if self._depth == self._level else self._level
                self._depth -= 1
            elif sign == b'"':
                self._leave(chunk, token.end())
                return

    def _leave(self, chunk: bytes, start: int) -> None:
        """A chunk ends within a string that began, or went on, at ``start``."""
        behind = chunk[start:]
        self._in_string, self._escaped = True, bool((len(behind) - len(behind.rstrip(b"\\"))) % 2)
