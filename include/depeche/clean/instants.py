"""Instants as formats for machines write them, compared where they can be read."""

from __future__ import annotations

from datetime import datetime

from depeche.instants import read_instant


def differ(one: str, other: str) -> bool:
    """Whether two stated instants differ; as words, where one of them cannot be read."""
    if one == other:
        return False
    first, second = read_instant(one), read_instant(other)
    return first is None or second is None or first != second


def is_later(one: str, other: str) -> bool:
    """Whether the instant ``one`` is after ``other``; where one cannot be read, whether they differ."""
    try:
        return datetime.fromisoformat(one) > datetime.fromisoformat(other)
    except (ValueError, TypeError):
        return one != other
