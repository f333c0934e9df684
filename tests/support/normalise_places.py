"""The project's own places and agencies, opened once a test run; and dispatches to normalise."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from depeche.authority import Authority, agencies, places
from depeche.records import CleanDispatch

PROJECT = Path(__file__).resolve().parents[2]
SEEDS = PROJECT / "seeds" / "authority"
COLLECTED = datetime(2016, 7, 6, 20, tzinfo=UTC)


@lru_cache(maxsize=1)
def place_index() -> places.PlaceIndex:
    """Compiling takes seconds, so the bytes are kept beside other temporary files, by what made them."""
    digest = sha256((SEEDS / "places.yml").read_bytes())
    for source in sorted((PROJECT / "include/depeche/authority/places").glob("*.py")):
        digest.update(source.read_bytes())
    kept = Path(tempfile.gettempdir()) / f"depeche-places-{digest.hexdigest()[:16]}.bin"
    if not kept.exists():
        aside = kept.with_suffix(f".{id(digest)}")
        aside.write_bytes(places.build(SEEDS))
        aside.replace(kept)
    return places.open_index(kept.read_bytes())


@lru_cache(maxsize=1)
def book() -> Authority:
    """An authority of places and agencies; what is tested with it asks for no actors."""
    listed = agencies.open_index(agencies.build(SEEDS))
    return Authority(version="test", agencies=listed, places=place_index(), actors=None)  # type: ignore[arg-type]


def dispatch(text: str, **fields: Any) -> CleanDispatch:
    """A cleaned dispatch with ``text``; other fields as given."""
    values: dict[str, Any] = {
        "raw_uri": None, "raw_sha256": "0" * 64, "name": "test.txt", "feed_id": None, "collected_at": COLLECTED,
        "format": "text", "reader_version": "test", "text": text,
    }  # fmt: skip
    return CleanDispatch(**(values | fields))
