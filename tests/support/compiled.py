"""The project's own authority, compiled once for the whole test run: it takes seconds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from depeche.authority import Authority, load
from depeche.settings import PROJECT

# The cache that all archives of the tests share; tests/conftest.py says where.
FOLDER: Path | None = None


@cache
def authority() -> Authority:
    """The authority, open."""
    return load(PROJECT / "seeds" / "authority", FOLDER)


def share(archive: Path) -> None:
    """Let an archive find the authority compiled."""
    cached = archive / "cache"
    if FOLDER and not cached.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        archive.mkdir(parents=True, exist_ok=True)
        cached.symlink_to(FOLDER)
