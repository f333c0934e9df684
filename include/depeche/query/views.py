"""The views and macros of the lake: one commented ``.sql`` file each."""

from __future__ import annotations

from importlib.resources import files

# Each uses only what comes before it.
NAMES = (
    "passage",
    "dispatches",
    "dispatches_as_of",
    "actor_mentions",
    "credits",
    "dateline_places",
    "coverage",
    "coverage_feeds",
)


def definitions() -> dict[str, str]:
    """Name → ``CREATE OR REPLACE …`` statement, in the order in which they are to be made."""
    folder = files("depeche.query").joinpath("sql")
    return {name: folder.joinpath(f"{name}.sql").read_text(encoding="utf-8") for name in NAMES}
