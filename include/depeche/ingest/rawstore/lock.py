"""One process at a time ingests a feed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from depeche import locks
from depeche.ingest.rawstore.warcfile import SUFFIX
from depeche.settings import Settings


class FeedBusy(TimeoutError):
    """Another process ingests the same feed; try again later."""


@contextmanager
def locked(feed_id: str, settings: Settings) -> Iterator[None]:
    """Hold the feed's lock, and remove what a killed run left half written. Raises FeedBusy."""
    folder = settings.raw_state / feed_id
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with locks.hold(settings, f"feed {feed_id}", folder / ".lock", settings.lock_seconds):
            for left in folder.rglob(f".*{SUFFIX}.tmp"):
                left.unlink(missing_ok=True)
            yield
    except locks.Busy:
        raise FeedBusy(
            f"feed {feed_id} is being ingested by another process for over {settings.lock_seconds:g} s; "
            "try again when it is done (DEPECHE_LOCK_SECONDS)"
        ) from None
