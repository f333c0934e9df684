"""The named points between which a kill must not matter.

In order: rows_staged, staged; judged, rows_judged, verdict_written; before_lock, locked,
rows_written, before_sync, before_commit, after_commit, published; before_index_commit,
after_index_commit, before_swap. Each is an audit event
of Python (``depeche.point``), which costs nothing where nobody listens.
"""

from __future__ import annotations

import sys


def reached(point: str) -> None:
    """Tell who listens; the fault tests kill the process there."""
    sys.audit("depeche.point", point)
