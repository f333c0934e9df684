"""What a measure gives."""

from __future__ import annotations

from typing import Any

from depeche.records import Record


class Measure(Record, frozen=True, kw_only=True):
    """A figure with its unit, beside what is asked (``met``: None where nothing is)."""

    name: str
    value: float
    unit: str
    asked: str = ""
    met: bool | None = None
    detail: dict[str, Any] = {}
