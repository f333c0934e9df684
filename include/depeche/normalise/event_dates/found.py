"""A form of words for a time that was found in a text."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from depeche.normalise.event_dates.words import Words


class Found(NamedTuple):
    """A form that was found in ``text`` from ``start`` to ``end``: its groups by their short names, as printed.

    ``low`` is the text in small letters, of the same length.
    """

    form: str
    groups: dict[str, str]
    text: str
    low: str
    start: int
    end: int
    words: Words
    as_of: date

    @property
    def said(self) -> str:
        """The words, in small letters."""
        return self.low[self.start : self.end]
