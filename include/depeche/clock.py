"""The present instant, in one place."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Now, in UTC."""
    return datetime.fromtimestamp(time.time(), UTC)
