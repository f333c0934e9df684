"""How fast and how often one host is asked, and when it is left alone for the rest of the run."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from depeche.ingest.failure import HostDown, Unavailable
from depeche.settings import Settings

# A host is taken to be down after so many failures in a row; one without any answer counts thrice.
DOWN_AFTER = 9
MUTE = ("fetch_timeout", "fetch_failed")
# A robots.txt that asks for more seconds between two requests than this gets this.
MOST_DELAY = 60.0


class Host:
    """One host and port, for one run."""

    def __init__(self, name: str, settings: Settings) -> None:
        self._name = name
        self._every = 1 / settings.fetch_rate
        self._places = asyncio.Semaphore(settings.fetch_per_host)
        self._free_at = 0.0
        self._failures = 0
        self._down: Unavailable | None = None

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until the host may be asked. Raises HostDown."""
        async with self._places:
            self._check()
            clock = asyncio.get_running_loop().time
            while (wait := self._free_at - clock()) > 0:
                await asyncio.sleep(wait)
                self._check()
            self._free_at = clock() + self._every
            yield

    def slow_down(self, seconds: float) -> None:
        """At least so many seconds between two requests: its robots.txt says so."""
        self._every = max(self._every, min(seconds, MOST_DELAY))

    def pause(self, seconds: float) -> None:
        """Ask nothing for so many seconds: the server says so."""
        self._free_at = max(self._free_at, asyncio.get_running_loop().time() + seconds)

    def answered(self) -> None:
        """It gave something."""
        self._failures = 0

    def failed(self, why: Unavailable, *, at_once: bool = False) -> None:
        """One of its URLs could not be had."""
        self._failures += 3 if why.reason in MUTE else 1
        if at_once or self._failures >= DOWN_AFTER:
            self._down = self._down or why

    def _check(self) -> None:
        if self._down:
            raise HostDown(self._down.reason, f"{self._name} is left alone in this run: {self._down.detail}")
