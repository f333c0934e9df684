"""Places: files and folders of this machine, or of an object store by URL (``s3://bucket/wire``).

A ``Place`` has pathlib's verbs whichever it is. Local places are plain ``Path``s and cost
nothing more; behind a URL stands fsspec. Credentials and endpoints come from where the
store's own tools have them (for S3: ``AWS_…`` variables, profiles, roles), never from here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from upath import UPath

    Place = Path | UPath
else:
    Place = Path

# Listings are asked for anew: another process may have written.
OPTIONS: dict[str, dict[str, Any]] = {"s3": {"use_listings_cache": False}}


def is_url(text: str) -> bool:
    """Whether ``text`` is a URL and no path of this machine."""
    return "://" in text


def place(text: str, base: Path | None = None) -> Place:
    """The place that ``text`` names: a URL, or a path (``~`` allowed, relative to ``base``), made absolute."""
    if is_url(text):
        from upath import UPath  # takes a moment to import, and most archives are local

        return UPath(text, **OPTIONS.get(text.partition(":")[0], {}))
    return (base or Path()).joinpath(Path(text).expanduser()).resolve()


def is_remote(here: Place) -> bool:
    """Whether the place is in an object store, where nothing is renamed, synced or locked."""
    return not isinstance(here, Path)
