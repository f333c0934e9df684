"""AFP Core API: documents found by search, the latest ones, or those of a list; each kept as its own JSON.

A search goes through its days by the time of publication: each page begins where the one
before ended, so that neither depth nor documents that come meanwhile matter, and a run that
was stopped goes on from its last stored page.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

import msgspec

from depeche.ingest.coreapi.client import CoreClient, Document, documents
from depeche.ingest.credentials import Account
from depeche.ingest.delivery import Delivery, Item, Memory, Trouble, Unchanged, Visit, printable
from depeche.ingest.failure import FeedUnreachable, Unavailable
from depeche.ingest.feeds import Feed
from depeche.ingest.spool import spool
from depeche.ingest.unreached import refusal
from depeche.ingest.web.answer import Refused
from depeche.ingest.web.fetcher import Fetcher
from depeche.ingest.web.steps import Put, steps
from depeche.instants import in_words
from depeche.interval import Interval
from depeche.records import Reject, SideCar
from depeche.settings import Settings

# Documents of one answer at most; the API gives no more.
ROWS = 1000
# A run begins this long before where the last one ended: documents may turn up late.
OVERLAP = timedelta(days=1)


class Asking(NamedTuple):
    """What a run asks with."""

    feed: Feed
    memory: Memory
    client: CoreClient
    put: Put


def collect(
    feed: Feed, settings: Settings, interval: Interval | None, memory: Memory, account: Account
) -> Generator[Item]:
    """The documents of the feed's call; of an interval, those published in its days (search only)."""

    async def produce(put: Put) -> None:
        async with Fetcher(settings, put, allow_private=feed.allow_private) as fetcher:
            asking = Asking(feed, memory, CoreClient(feed.url, account, fetcher), put)
            try:
                if feed.call == "search":
                    await _search(asking, interval)
                elif interval is None:
                    await (_latest(asking) if feed.call == "latest" else _get(asking))
            except Reject as why:
                if isinstance(why, Refused):
                    await fetcher.keep(why.answer)
                said = f"feed {feed.id}: {why.detail}; what came before is stored"
                passing = isinstance(why, Unavailable)
                await put(
                    Trouble(FeedUnreachable(f"{why.reason}: {said}") if passing else Reject(why.reason, said))
                )

    return steps(produce)


async def _search(asking: Asking, interval: Interval | None) -> None:
    place = _place(asking.feed, interval)
    known = asking.memory.visit(place)
    begin, end = _days(asking.feed, interval, known)
    last = ""
    async for page in _pages(asking, begin, end):
        for document in page:
            await asking.put(_delivery(document))
            # The API was asked for later ones only; where it is wrong, the place is not lost.
            last = max(last, document.published) if document.published >= _written(begin) else last
        if last:
            await asking.put(Visit(place, datetime.now(UTC), stated=last))
    if interval and last:
        # Asked for these days again, all of them are looked through: some may have come late.
        await asking.put(Visit(place, datetime.now(UTC)))


async def _pages(asking: Asking, begin: datetime, end: datetime) -> AsyncIterator[list[Document]]:
    """New documents page by page, oldest first."""
    start, before = _written(begin), frozenset[str]()
    while True:
        page = await asking.client.search(_question(asking.feed, start, _written(end)))
        new = [document for document in page if document.name not in before]
        yield [document for document in new if document.published < _written(end)]
        if len(page) < ROWS:
            return
        if not new or page[-1].published <= start:
            raise Reject(
                "http_error", f"over {ROWS} documents were published at {start}; the API gives no more"
            )
        start, before = page[-1].published, frozenset(document.name for document in page)


async def _latest(asking: Asking) -> None:
    query = msgspec.json.decode(asking.feed.query, type=dict[str, Any]) if asking.feed.query else {}
    answer = await asking.client.get(f"/v1/api/latest?{urlencode({'tz': 'GMT', **query})}")
    for document in documents(answer):
        await asking.put(_delivery(document))


async def _get(asking: Asking) -> None:
    """The documents whose ids the feed's file lists, one a line, each once."""
    assert asking.feed.unos is not None
    with asking.feed.unos.open("rb") as file:
        for line in file:
            uno = line.decode("utf-8-sig", "replace").strip()
            if uno and not uno.startswith("#"):
                await _get_one(asking, uno)


async def _get_one(asking: Asking, uno: str) -> None:
    if asking.memory.visit(uno):
        await asking.put(Unchanged(printable(uno), printable(uno), 0, 1))
        return
    outcome = ""
    try:
        for document in documents(await asking.client.get(f"/v1/api/get/{quote(uno, safe='')}")):
            await asking.put(_delivery(document))
    except Refused as why:
        outcome = why.reason
        await asking.put(refusal(printable(uno), printable(uno), why))
    await asking.put(Visit(uno, datetime.now(UTC), outcome))


def _delivery(document: Document) -> Delivery:
    payload = spool([document.content])
    name = printable(document.name)
    described = SideCar(collected_at=document.at)
    return Delivery(name, name, payload.size, payload.sha256, payload.file, described)


def _place(feed: Feed, interval: Interval | None) -> str:
    """Under what name a search's place is remembered: with another question it is another search."""
    asked = sha256(f"{feed.url}\n{feed.query or ''}".encode()).hexdigest()[:16]
    days = f" {interval[0]} {interval[1]}" if interval else ""
    return f"core-api search {asked}{days}"


def _days(feed: Feed, interval: Interval | None, known: Visit | None) -> tuple[datetime, datetime]:
    now = datetime.now(UTC)
    place = datetime.fromisoformat(known.stated) if known and known.stated else None
    if interval:
        first, last = (datetime.combine(day, time(), UTC) for day in interval)
        return max(first, place) if place else first, min(last, now)
    if place:
        return place - OVERLAP, now
    return datetime.combine(feed.since, time(), UTC) if feed.since else now - OVERLAP, now


def _question(feed: Feed, begin: str, end: str) -> dict[str, Any]:
    question: dict[str, Any] = {
        "tz": "GMT",
        "dateRange": {"from": begin, "to": end},
        "sortField": "published",
        "sortOrder": "asc",
        "maxRows": ROWS,
    }
    if feed.query:
        question["query"] = msgspec.json.decode(feed.query)
    return question


def _written(instant: datetime) -> str:
    return in_words(instant.astimezone(UTC))
