"""What a run over a feed of the web works with."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from depeche.ingest.delivery import Memory
from depeche.ingest.feeds import Feed
from depeche.ingest.web.fetcher import Fetcher
from depeche.ingest.web.steps import Put
from depeche.interval import Interval
from depeche.settings import Settings


class Run(NamedTuple):
    """One run over one feed."""

    feed: Feed
    settings: Settings
    interval: Interval | None
    memory: Memory
    fetcher: Fetcher
    put: Put
    listed: Listed


class Listed:
    """The URLs that this run has looked at; on disk, as there may be millions."""

    def __init__(self) -> None:
        # "" is SQLite's name for a temporary database that spills to disk.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("CREATE TABLE listed (url TEXT PRIMARY KEY) WITHOUT ROWID")

    def add(self, url: str) -> bool:
        """Whether the URL is new in this run."""
        text = url.encode("utf-8", "backslashreplace").decode()
        return self._db.execute("INSERT OR IGNORE INTO listed VALUES (?)", (text,)).rowcount == 1


@asynccontextmanager
async def opened(
    feed: Feed, settings: Settings, interval: Interval | None, memory: Memory, put: Put
) -> AsyncIterator[Run]:
    """A run, with its client."""
    async with Fetcher(settings, put, allow_private=feed.allow_private) as fetcher:
        yield Run(feed, settings, interval, memory, fetcher, put, Listed())
