"""The named points of the publish protocol, at which the fault tests kill the process.

In order: before_lock, locked, rows_written, before_sync, before_commit, after_commit.
"""

from __future__ import annotations


def reached(point: str) -> None:
    """Does nothing; the fault tests put their own in its place."""
