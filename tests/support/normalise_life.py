"""A cleaned dispatch with what is stated of its lifecycle, and that lifecycle."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from depeche.normalise.lifecycle import Lifecycle, lifecycle
from depeche.records import CleanDispatch


def life_of(text: str, **stated: Any) -> CleanDispatch:
    return CleanDispatch(
        raw_uri=None,
        raw_sha256="0" * 64,
        name="x",
        feed_id=None,
        collected_at=datetime(2016, 7, 6, 20, tzinfo=UTC),
        format="text",
        reader_version="1",
        text=text,
        **stated,
    )


def life(text: str = "Le texte.", **stated: Any) -> Lifecycle:
    return lifecycle(life_of(text, **stated), text)
