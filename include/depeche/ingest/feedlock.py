"""One process at a time ingests a feed."""

from __future__ import annotations

from types import TracebackType

from filelock import FileLock, Timeout

from depeche.ingest.warcfile import SUFFIX
from depeche.settings import Settings


class FeedBusy(TimeoutError):
    """Another process ingests the same feed; try again later."""


class locked:
    """Holds the feed's lock, and removes what a killed run left half written."""

    def __init__(self, feed_id: str, settings: Settings) -> None:
        self._folder = settings.raw_state / feed_id
        self._feed_id = feed_id
        self._seconds = settings.lock_seconds
        self._folder.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(self._folder / ".lock")

    def __enter__(self) -> None:
        try:
            self._lock.acquire(timeout=self._seconds)
        except Timeout:
            raise FeedBusy(
                f"feed {self._feed_id} is being ingested by another process for over {self._seconds:g} s; "
                "try again when it is done (DEPECHE_LOCK_SECONDS)"
            ) from None
        for left in self._folder.rglob(f".*{SUFFIX}.tmp"):
            left.unlink(missing_ok=True)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()
