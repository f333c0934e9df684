"""The credits of a text, by the project's own agencies."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import msgspec

from depeche.authority import agencies
from depeche.normalise import attribution
from depeche.records import CleanDispatch, Credit
from depeche.settings import PROJECT

AUTHORITY: Any = SimpleNamespace(
    agencies=agencies.open_index(agencies.build(PROJECT / "seeds" / "authority"))
)
TODAY = date(2016, 7, 6)
CLEAN = CleanDispatch(
    raw_uri=None,
    raw_sha256="0" * 64,
    name="x.txt",
    feed_id=None,
    collected_at=datetime(2016, 7, 6, tzinfo=UTC),
    format="text",
    reader_version="1",
    text="",
)


def credits(text: str, on: date = TODAY, **stated: Any) -> list[Credit]:
    return attribution.credits(text, msgspec.structs.replace(CLEAN, text=text, **stated), on, AUTHORITY)


def roles(text: str, on: date = TODAY, **stated: Any) -> list[tuple[str, str]]:
    return [(credit.agency_id, credit.role) for credit in credits(text, on, **stated)]


def source(text: str, on: date = TODAY, **stated: Any) -> tuple[str, list[str]]:
    return attribution.source(credits(text, on, **stated), CLEAN, AUTHORITY)
