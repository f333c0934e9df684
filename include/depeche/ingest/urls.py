"""Lists of URLs: a file with one a line. Each page is fetched once."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.ingest.delivery import Item, Memory
from depeche.ingest.feeds import Feed
from depeche.ingest.web.crawl import follow, follow_waiting
from depeche.ingest.web.links import Link, read_lines
from depeche.ingest.web.run import opened
from depeche.ingest.web.steps import Put, steps
from depeche.interval import Interval
from depeche.settings import Settings


def collect(feed: Feed, settings: Settings, interval: Interval | None, memory: Memory) -> Iterator[Item]:
    """The pages of the list. It says no dates, so an interval has none of them."""

    async def produce(put: Put) -> None:
        async with opened(feed, settings, interval, memory, put) as run:
            await follow(run, read(feed))
            await follow_waiting(run)

    return steps(produce)


def read(feed: Feed) -> Iterator[Link]:
    """The links of the list."""
    with feed.location.open("rb") as file:
        yield from read_lines(file, "")
