"""The project's own places and agencies, opened once a test run; and dispatches to normalise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import compiled
from depeche.authority import Authority, places
from depeche.records import CleanDispatch

PROJECT = Path(__file__).resolve().parents[2]
SEEDS = PROJECT / "seeds" / "authority"
COLLECTED = datetime(2016, 7, 6, 20, tzinfo=UTC)


def place_index() -> places.PlaceIndex:
    """The places alone."""
    return compiled.authority().places


@cache
def book() -> Authority:
    """An authority of places and agencies; what is tested with it asks for no actors."""
    return replace(compiled.authority(), version="test", actors=None)  # type: ignore[arg-type]


def dispatch(text: str, **fields: Any) -> CleanDispatch:
    """A cleaned dispatch with ``text``; other fields as given."""
    values: dict[str, Any] = {
        "raw_uri": None, "raw_sha256": "0" * 64, "name": "test.txt", "feed_id": None, "collected_at": COLLECTED,
        "format": "text", "reader_version": "test", "text": text,
    }  # fmt: skip
    return CleanDispatch(**(values | fields))
