"""What can go wrong with a URL: for good (Reject), or for now (Unavailable)."""

from __future__ import annotations

from depeche.records import Reject


class Unavailable(Reject):
    """It cannot be had now, and may be had later; ``after`` is the server's own word for when (seconds)."""

    def __init__(self, reason: str, detail: str, after: float | None = None) -> None:
        super().__init__(reason, detail)
        self.after = after


class HostDown(Unavailable):
    """The host is left alone for the rest of the run, so this URL was not asked for at all."""


class FeedUnreachable(ConnectionError):
    """Documents or folders of a feed could not be had now; what could be had is stored. Try again later."""
