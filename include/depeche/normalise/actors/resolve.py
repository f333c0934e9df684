"""Resolve a few words to actors as of a day, with the reasons: for people who ask, and for tests.

The reading is that of :mod:`depeche.normalise.actors`; what is added here is only said, never
archived: candidates for words that a dispatch would leave open ("son homologue turc" alone).
"""

from __future__ import annotations

from datetime import date

import msgspec

from depeche.authority.actors import ActorIndex
from depeche.normalise.actors import named
from depeche.normalise.actors.candidate import Candidate, candidate
from depeche.normalise.actors.open import open_candidates, reason


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """The candidates for ``words`` on ``date``, surest first; ``reason`` where there is none."""

    words: str
    date: date
    language: str | None
    context: str | None
    candidates: list[Candidate]
    reason: str | None


def resolve(
    words: str, as_of: date, index: ActorIndex, language: str | None = None, context: str | None = None
) -> Resolution:
    """Who ``words`` mean on ``as_of``; ``context`` is what the dispatch said before them.

    Where ``language`` (BCP 47) does not know the words every language is tried, then the
    words with capitals, as people type without them. Never raises on any text.
    """
    found: list[Candidate] = []
    for said, tongue in _readings(words, language):
        found = _read(said, words, as_of, index, tongue, context) or open_candidates(
            said, words, as_of, index, tongue, context
        )
        if found:
            break
    found.sort(key=lambda one: (-one.confidence, one.start, one.actor_id))
    return Resolution(
        words=words,
        date=as_of,
        language=language,
        context=context,
        candidates=found,
        reason=None if found else reason(words, index, language),
    )


def _readings(words: str, language: str | None) -> list[tuple[str, str | None]]:
    arabic = any("\u0600" <= char <= "\u06ff" for char in words)
    tongues = list(dict.fromkeys((language or ("ar" if arabic else None), None)))
    titled = "".join(
        char.upper() if not place or not words[place - 1].isalnum() else char
        for place, char in enumerate(words)
    )
    # A capital that is longer than its letter ("ß") would move the offsets.
    said = [words, titled] if len(titled) == len(words) else [words]
    return [(one, tongue) for one in dict.fromkeys(said) for tongue in tongues]


def _read(
    said: str, words: str, as_of: date, index: ActorIndex, language: str | None, context: str | None
) -> list[Candidate]:
    """What the normaliser finds in the words, read below their context."""
    before = f"{context}\n\n" if context else ""
    found = []
    for actor in named(None, before + said, language, as_of, index):
        if said != words and actor.actor_id.startswith("name:"):
            continue  # the capitals it was found by are ours
        for mention in actor.mentions:
            if mention.start >= len(before):
                start, end = mention.start - len(before), mention.end - len(before)
                found.append(
                    candidate(actor, start, end, words, mention.rule, mention.confidence, as_of, index)
                )
    best: dict[str, Candidate] = {}
    for one in found:
        if one.actor_id not in best or one.confidence > best[one.actor_id].confidence:
            best[one.actor_id] = one
    return list(best.values())
