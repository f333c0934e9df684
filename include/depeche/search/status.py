"""How the index stands."""

from __future__ import annotations

from typing import Any

from depeche.catalog import NoLake
from depeche.search import rows, store
from depeche.search.store import SearchError
from depeche.settings import Settings


def status(settings: Settings) -> dict[str, Any]:
    """``documents``, ``bytes``, ``snapshot``, ``made_at``, and ``current``: whether it shows all of the lake.

    Where there is none, or one that the next query makes anew, ``exists`` is False and ``damaged`` says
    whether it cannot be read.
    """
    try:
        there = store.opened(settings)
    except SearchError:
        return {"exists": False, "damaged": True}
    if there is None:
        return {"exists": False, "damaged": False}
    try:
        with rows.reading(settings) as con:
            now = rows.standing(con)
    except NoLake:
        now = None
    return {
        "exists": True,
        "documents": there.documents,
        "bytes": store.size(settings),
        "snapshot": there.state.standing.snapshot,
        "made_at": there.state.made_at,
        "current": there.state.standing == now,
    }
