"""The credits of a text, by the project's own agencies."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from depeche.authority import agencies
from depeche.normalise import attribution
from depeche.records import Credit
from depeche.settings import PROJECT
from normalise_places import dispatch

AUTHORITY: Any = SimpleNamespace(
    agencies=agencies.open_index(agencies.build(PROJECT / "seeds" / "authority"))
)
TODAY = date(2016, 7, 6)
BODY = "Le ministre a parlé mardi devant le Parlement. La séance est levée."


def credits(text: str, on: date | int = TODAY, **stated: Any) -> list[Credit]:
    """The credits as of a day, or of the 6th of July of a year; those of the text alone stand where they say."""
    day = date(on, 7, 6) if isinstance(on, int) else on
    found = attribution.credits(text, dispatch(text, **stated), day, AUTHORITY)
    assert stated or all(text[one.start : one.end] == one.text for one in found)
    return found


def roles(text: str, on: date | int = TODAY, **stated: Any) -> list[tuple[str, str]]:
    return [(credit.agency_id, credit.role) for credit in credits(text, on, **stated)]


def source(text: str, on: date | int = TODAY, **stated: Any) -> tuple[str, list[str]]:
    return attribution.source(credits(text, on, **stated), dispatch(text), AUTHORITY)
