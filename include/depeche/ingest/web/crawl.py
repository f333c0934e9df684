"""Following the links of a feed of the web: in which order they are asked for, and how many at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby, islice
from typing import NamedTuple

from depeche.ingest.delivery import Visit
from depeche.ingest.web.client import host_of
from depeche.ingest.web.links import Link
from depeche.ingest.web.run import Run
from depeche.ingest.web.settle import settle
from depeche.ingest.web.wanted import is_due, is_meant

# Links that are looked at together: what waits of a document in memory.
AT_ONCE = 2000
# Payloads held at the same time at most, as a multiple of the requests at the same time.
HELD = 4


class StandIn(NamedTuple):
    """An item that has to stand in for its page, and what is to be remembered once it is stored."""

    key: str
    visit: Visit


async def follow(run: Run, links: Iterable[Link]) -> list[StandIn]:
    """Settle every link that is meant. Gives the items that stand in for their pages."""
    meant = (link for link in links if is_meant(run.feed, run.interval, link))
    places = asyncio.Semaphore(HELD * run.settings.fetch_at_once)
    items: list[StandIn] = []
    while some := list(islice(meant, AT_ONCE)):
        items += [StandIn(link.key, item) for link in some if (item := _item(run, link))]
        pages = [link for link in some if link.url and run.listed.add(link.url)]
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_row(run, row, places)) for row in _rows(pages, run)]
        for task in tasks:
            items += task.result()
    return items


async def follow_waiting(run: Run) -> None:
    """Settle what earlier runs could not have and the feed no longer lists."""
    if run.interval is None:
        waiting = run.memory.waiting()
        await follow(run, [Link(v.url, v.url, v.stated, described=v.described) for v in waiting])


def _item(run: Run, link: Link) -> Visit | None:
    """Of an item that has its text but no page, what is to be remembered; None where it is no such, or known."""
    if link.url or not link.text or not run.listed.add(link.key):
        return None
    due = is_due(run.feed, link, run.memory.visit(link.key), datetime.now(UTC))
    return Visit(link.key, datetime.now(UTC), stated=link.stated) if due else None


def _rows(links: list[Link], run: Run) -> list[list[Link]]:
    """The links by host, those of each in as many rows as it may be asked at the same time.

    Those asked for in vain before come last: a few pages that never answer have the host left
    alone, and would keep all others from being had.
    """

    def host(link: Link) -> str:
        return host_of(link.url)

    def in_vain(link: Link) -> int:
        known = run.memory.visit(link.url)
        return known.tries if known and known.waits else 0

    rows, at_once = [], run.settings.fetch_per_host
    for _, some in groupby(sorted(links, key=host), host):
        same = sorted(some, key=in_vain)
        rows += [same[at::at_once] for at in range(at_once)]
    return [row for row in rows if row]


async def _row(run: Run, links: list[Link], places: asyncio.Semaphore) -> list[StandIn]:
    """Settle links one after the other. Gives the items that stand in for their pages."""
    settled = [(link, await settle(run, link, places)) for link in links]
    return [StandIn(link.key, visit) for link, visit in settled if visit]
