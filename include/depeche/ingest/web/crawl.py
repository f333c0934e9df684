"""One run over a feed of the web: which links are asked for, and what becomes of each.

A link is asked for once; again where the feed says that it changed, where an earlier run
could not have it, or after ``revisit_days``; then on the condition that it has changed.
"""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, islice
from typing import NamedTuple

from msgspec.structs import replace

from depeche.ingest.delivery import Delivery, Memory, Postponed, Unchanged, Visit, printable
from depeche.ingest.feeds import Feed
from depeche.ingest.spool import nothing
from depeche.ingest.web.answer import Answer, Refused
from depeche.ingest.web.client import host_of
from depeche.ingest.web.failure import HostDown, Unavailable
from depeche.ingest.web.fetcher import Fetcher
from depeche.ingest.web.likeness import MOST, holds
from depeche.ingest.web.links import Link
from depeche.ingest.web.stated import believed
from depeche.ingest.web.steps import Put
from depeche.records import Reject, SideCar
from depeche.settings import Settings

# In how many runs a URL is asked for in vain before it goes to quarantine.
RUNS = 5
# Links that are looked at together: what waits of a document in memory.
AT_ONCE = 2000
# Payloads held at the same time at most, as a multiple of the requests at the same time.
HELD = 4
TEXT = re.compile(r"text/(?!css|javascript)|application/(.*\+)?(xml|json)$|application/xhtml|^$")
# What is stated of a page by a feed that states nothing.
UNSAID = SideCar()

Interval = tuple[date, date]


class Run(NamedTuple):
    """What a run over a feed works with."""

    feed: Feed
    settings: Settings
    interval: Interval | None
    memory: Memory
    fetcher: Fetcher
    put: Put
    listed: Listed


class StandIn(NamedTuple):
    """An item that has to stand in for its page, and what is to be remembered once it is stored."""

    key: str
    visit: Visit


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


def is_text(media_type: str) -> bool:
    """Whether answers of this type are taken: text of any kind, XML, JSON, or nothing said."""
    return bool(TEXT.match(media_type))


def is_meant(feed: Feed, interval: Interval | None, link: Link) -> bool:
    """Whether the link is one of those that the feed and the run's days are about.

    A link without a date is not, where there are days.
    """
    if interval and not (link.day and interval[0] <= link.day < interval[1]):
        return False
    return not feed.match or bool(re.search(feed.match, link.url))


def is_due(feed: Feed, link: Link, known: Visit | None, now: datetime) -> bool:
    """Whether the link is asked for (again)."""
    if known is None or known.waits:
        return True
    if link.stated and link.stated != known.stated:
        return True
    return feed.revisit_days is not None and now - known.at >= timedelta(days=feed.revisit_days)


def conditions(known: Visit | None) -> dict[str, str]:
    """The headers that ask for a URL only if it has changed."""
    headers = {}
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


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


def visit_of(url: str, answer: Answer, stated: str | None) -> Visit:
    """What is to be remembered of a URL that was taken."""
    return Visit(
        url,
        answer.exchange.at,
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        stated=stated,
    )


def delivery_of(
    name: str,
    answer: Answer,
    refused: tuple[str, str] | None = None,
    items: list[str] | None = None,
    stated: SideCar = UNSAID,
) -> Delivery:
    """An answer's body as a payload; ``stated`` is what the feed states of it."""
    body, made = answer.body, answer.exchange
    # A feed's document has an address, its items have others.
    url = made.url if items is None else None
    described = replace(
        believed(stated, made.at), collected_at=made.at, url=url, charset=answer.charset, items=items
    )
    return Delivery(
        printable(name), printable(name), body.size, body.sha256, body.file, described, refused, made
    )


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
    settled = [(link, await _settle(run, link, places)) for link in links]
    return [StandIn(link.key, visit) for link, visit in settled if visit]


async def _settle(run: Run, link: Link, places: asyncio.Semaphore) -> Visit | None:
    """Take the page of a link or say why not; where its item has to stand in, give what to remember then."""
    known = run.memory.visit(link.url)
    now = datetime.now(UTC)
    if not is_due(run.feed, link, known, now):
        await run.put(Unchanged(printable(link.url), printable(link.url), 0, 1))
        return None
    try:
        async with places:
            answer = await run.fetcher.get(link.url, headers=conditions(known), wanted=is_text)
            return await _take(run, link, known, answer)
    except Reject as why:
        stands = known if known and known.waits and not known.outcome else None
        if stands and (not link.text or stands.stated == link.stated):
            await _miss_again(run, link, stands, why)
        elif not link.text:
            await _miss(run, link, known, why)
        else:
            if isinstance(why, Refused):
                await run.fetcher.keep(why.answer)
            if isinstance(why, Unavailable):
                await run.put(Postponed(printable(link.url), why.reason, printable(why.detail)))
                return Visit(link.url, now, waits=True, tries=1, stated=link.stated, described=link.described)
            return Visit(link.url, now, why.reason, stated=link.stated)
    return None


async def _miss_again(run: Run, link: Link, known: Visit, why: Reject) -> None:
    """Leave a page whose item stands in for it to the next run, or give it up."""
    if isinstance(why, Refused):
        await run.fetcher.keep(why.answer)
    tries = known.tries + (not isinstance(why, HostDown))
    waits = isinstance(why, Unavailable) and tries < RUNS
    name = printable(link.url)
    await run.put(
        Postponed(name, why.reason, printable(why.detail)) if waits else Unchanged(name, name, 0, 1)
    )
    outcome = "" if waits else why.reason
    await run.put(known._replace(at=datetime.now(UTC), outcome=outcome, waits=waits, tries=tries))


async def _take(run: Run, link: Link, known: Visit | None, answer: Answer) -> Visit | None:
    """Take a page. Where it does not hold its item's text, this is wanted too: give what to remember then."""
    if answer.exchange.status == 304 and known:
        await run.fetcher.keep(answer)
        await run.put(Unchanged(printable(link.url), printable(link.url), 0, 1))
        await run.put(known._replace(at=answer.exchange.at, stated=link.stated, waits=False))
        return None
    is_all = not link.text or holds(answer.body.head(MOST), answer.charset, link.text)
    await run.put(delivery_of(link.url, answer, stated=_stated(run, link)))
    visit = visit_of(link.url, answer, link.stated)
    if is_all:
        await run.put(visit)
        return None
    # Asked for without a condition next time: a shell stays the same whatever the item says.
    return visit._replace(etag=None, last_modified=None)


async def _miss(run: Run, link: Link, known: Visit | None, why: Reject) -> None:
    """Leave a link to the next run, or refuse it: once, however often it is refused for the same reason."""
    now, answer = datetime.now(UTC), why.answer if isinstance(why, Refused) else None
    name, reason, detail = printable(link.url), why.reason, printable(why.detail)
    tries = (known.tries if known and known.waits else 0) + (not isinstance(why, HostDown))
    waits = isinstance(why, Unavailable) and tries < RUNS
    if waits:
        await run.put(Postponed(name, reason, detail))
    elif known and known.outcome == reason and not known.waits:
        if answer:
            await run.fetcher.keep(answer)
        await run.put(Unchanged(name, name, 0, 1))
    elif answer:
        await run.put(delivery_of(link.url, answer, (reason, detail), stated=_stated(run, link)))
    else:
        none = nothing()
        described = SideCar(collected_at=now, url=link.url)
        await run.put(Delivery(name, name, 0, none.sha256, none.file, described, (reason, detail)))
    described = link.described if waits else UNSAID
    await run.put(Visit(link.url, now, reason, waits, tries, stated=link.stated, described=described))


def _stated(run: Run, link: Link) -> SideCar:
    """What the feed states of a page, where the operator does not say otherwise."""
    return replace(link.described, publisher=None) if run.feed.publisher else link.described
