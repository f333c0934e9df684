"""Upkeep of the lake and of the search index, as the settings say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec

from depeche import authority, lake, search
from depeche.pipeline.apart import apart
from depeche.settings import Settings


def maintain(settings: Settings) -> dict[str, Any]:
    """Merge small files, drop deleted rows, let old snapshots and files go; gives ``lake.Upkeep``'s fields.

    So does what was compiled of an authority that has changed. Beside writers and readers. Raises NoLake
    where there is no lake.
    """
    authority.forget_others(settings.authority, settings.cache)
    done = apart(
        lake.maintain,
        settings,
        keep_snapshots=timedelta(days=settings.keep_snapshots_days),
        keep_files=timedelta(days=settings.keep_files_days),
    )
    upkeep: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(done))
    return upkeep


def tend_search(settings: Settings) -> dict[str, Any]:
    """Bring the search index up to date, or make it anew where it needs that; gives ``search.Indexed``'s fields.

    Raises NoLake where there is no lake.
    """
    tended: dict[str, Any] = msgspec.to_builtins(apart(search.tend, settings))
    return tended
