"""robots.txt (RFC 9309): asked once a run and host, read by Protego."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from protego import Protego

from depeche.ingest.failure import HostDown, Unavailable
from depeche.records import Reject

# Our name in robots.txt.
AGENT = "depeche"
# A robots.txt is read to here (RFC 9309, 2.5: at least 500 kibibytes).
MOST = 500 * 1024

# Gives a robots.txt, empty where there is none; raises Reject where it cannot be had.
Load = Callable[[str], Awaitable[bytes]]


class Robots:
    """What the hosts of a run allow."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._rules: dict[str, asyncio.Task[Protego | Reject]] = {}

    async def ask(self, url: str) -> float | None:
        """The seconds that the host wants between requests, or None.

        Raises Reject("robots_disallowed") and Unavailable("robots_unreachable"): a host whose
        robots.txt cannot be had is not fetched from (RFC 9309, 2.3.1.4).
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = asyncio.create_task(self._read(f"{origin}/robots.txt"))
        rules = await asyncio.shield(self._rules[origin])
        if isinstance(rules, Reject):
            raise type(rules)(rules.reason, rules.detail)
        if not rules.can_fetch(url, AGENT):
            raise Reject("robots_disallowed", f"{origin}/robots.txt does not allow {AGENT} to fetch it")
        delay = rules.crawl_delay(AGENT)
        return float(delay) if delay else None

    async def _read(self, url: str) -> Protego | Reject:
        try:
            return Protego.parse((await self._load(url))[:MOST].decode("utf-8", "replace"))
        except HostDown as down:
            return HostDown(down.reason, down.detail)
        except Reject as why:
            if why.reason in ("address_refused", "bad_link"):
                return Reject(why.reason, why.detail)
            return Unavailable("robots_unreachable", f"{url}: {why.reason}, {why.detail}")
