"""Instants as formats for machines write them, compared where they can be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from depeche.instants import read_instant

_NEVER = datetime.min.replace(tzinfo=UTC)


def differ(one: str, other: str) -> bool:
    """Whether two stated instants differ; as words, where one of them cannot be read."""
    if one == other:
        return False
    first, second = read_instant(one), read_instant(other)
    return first is None or second is None or first != second


def time_of_issue(issued: str | None, modified: str | None) -> tuple[str | None, list[str]]:
    """When it was issued, and the flag ``issued_at_is_modified`` where its last change has to stand for that."""
    return issued or modified, ["issued_at_is_modified"] if modified and not issued else []


def other_instants(first: Callable[[str], str | None], *paths: str) -> list[str]:
    """Those of ``paths`` that state another instant than the one that states it first.

    ``first`` gives the words at a path, None where there are none.
    """
    said = [(path, words) for path in paths if (words := first(path))]
    return [path for path, words in said[1:] if differ(words, said[0][1])]


def latest(stated: list[str]) -> str | None:
    """The words that state the latest instant, any that cannot be read before them; None where there are none."""
    return max(stated, key=lambda words: _at(words) or _NEVER, default=None)


def is_later(one: str, other: str) -> bool | None:
    """Whether the instant ``one`` is after ``other``; None, for nobody knows, where one of them cannot be read."""
    at, before = _at(one), _at(other)
    return None if at is None or before is None else at > before


def _at(written: str) -> datetime | None:
    """In UTC, as which a time that states no offset counts here."""
    found = read_instant(written)
    return found.replace(tzinfo=UTC) if found else None
