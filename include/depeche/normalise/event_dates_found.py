"""A form of words for a time that was found in a text, and which way the words around it turn it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from depeche.normalise.event_dates_words import Words

# Characters before and after a name of time in which a verb is looked for.
BEFORE = 70
AFTER = 45


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

    def turn(self) -> int:
        """-1 where words such as "last" turn it back, 1 for "next", 0 where nothing is said."""
        if self.said.isalpha():
            return 0
        said = self.said.replace("’", "'").split()
        language = self.words.language
        return 1 if not language.ahead.isdisjoint(said) else -1 if not language.back.isdisjoint(said) else 0

    def led_by(self, words: frozenset[str]) -> bool:
        """Whether its first word, or the one before it, is one of ``words``: "since", "until"."""
        return not words.isdisjoint(self._leading())

    def side(self) -> int:
        """-1 where it is named as a beginning, so that it is over ("since September"), 1 as an end ("by Friday")."""
        leading, language = self._leading(), self.words.language
        if not language.since.isdisjoint(leading):
            return -1
        return 0 if language.until.isdisjoint(leading) else 1

    def _leading(self) -> list[str]:
        before = self.low[max(0, self.start - 12) : self.start].split()[-1:]
        return [word.replace("’", "'") for word in (*before, self.said.split(None, 1)[0])]

    def is_ahead(self) -> bool:
        """Whether the verb that tells says that it is to come."""
        return self.side() >= 0 and self.tense() == "future"

    def tense(self) -> str | None:
        """The time, future or past, of the verb that tells: the last before it in its sentence,
        or the first after it where it opens the sentence.
        """
        before = self.low[max(0, self.start - BEFORE) : self.start]
        before = before[max(map(before.rfind, ".!?\n")) + 1 :]
        verbs = [verb.lastgroup for verb in self.words.tense.finditer(before)]
        if verbs:
            return verbs[-1]
        if before.strip(" «»\"“„'’(-–—"):
            return None
        verb = self.words.tense.search(re.split(r"[.!?\n]", self.low[self.end : self.end + AFTER])[0])
        return verb.lastgroup if verb else None
