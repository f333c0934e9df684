"""The documents of a feed: its RSS, Atom or JSON feed, its sitemaps. Fetched where they changed, followed, kept."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date, timedelta

from depeche.ingest.delivery import Item, Memory, Trouble, Visit
from depeche.ingest.failure import FeedUnreachable, Unavailable
from depeche.ingest.feeds import Feed
from depeche.ingest.web.answer import Answer, Refused
from depeche.ingest.web.crawl import follow, follow_waiting
from depeche.ingest.web.links import Link, read_links
from depeche.ingest.web.run import Run, opened
from depeche.ingest.web.settle import delivery_of, visit_of
from depeche.ingest.web.steps import Put, steps
from depeche.ingest.web.wanted import conditions
from depeche.interval import Interval
from depeche.records import Reject
from depeche.settings import Settings

log = logging.getLogger(__name__)

# Sitemaps within sitemaps within sitemaps: more is no index but a maze.
MOST_DEPTH = 4


class Troubles:
    """The documents that could not be had or read, told when everything else is stored."""

    def __init__(self) -> None:
        self._found: list[tuple[str, Reject]] = []

    def add(self, url: str, why: Reject) -> None:
        """Note one."""
        log.warning("%s: %s: %s", url, why.reason, why.detail)
        self._found.append((url, why))

    def error(self, feed_id: str) -> FeedUnreachable | Reject | None:
        """What the run has to raise: FeedUnreachable where a later run may have them, else Reject."""
        if not self._found:
            return None
        passing = [each for each in self._found if isinstance(each[1], Unavailable)]
        url, why = (passing or self._found)[0]
        more = f" (and {len(self._found) - 1} more documents)" if len(self._found) > 1 else ""
        said = f"feed {feed_id}: {url}: {why.detail}{more}; everything else of it is stored"
        if passing:
            return FeedUnreachable(f"{why.reason}: {said}")
        return Reject(why.reason, said)


def collect(feed: Feed, settings: Settings, interval: Interval | None, memory: Memory) -> Iterator[Item]:
    """What the feeds and sitemaps at the feed's URL lead to; of an interval, only what is dated in it."""

    async def produce(put: Put) -> None:
        troubles = Troubles()
        async with opened(feed, settings, interval, memory, put) as run:
            await read_documents(run, feed.url, troubles)
            await follow_waiting(run)
        if error := troubles.error(feed.id):
            await put(Trouble(error))

    return steps(produce)


async def read_documents(run: Run, url: str, troubles: Troubles) -> None:
    """Fetch the document at ``url`` and those that it lists, and follow their links."""
    stack = [(Link(url, url), 0)]
    while stack:
        link, depth = stack.pop()
        if not run.listed.add(link.url):
            continue
        try:
            found = await _document(run, link)
        except Reject as why:
            if isinstance(why, Refused):
                await run.fetcher.keep(why.answer)
            troubles.add(link.url, why)
            continue
        if found and depth >= MOST_DEPTH:
            troubles.add(link.url, Reject("malformed_content", f"sitemaps nested over {MOST_DEPTH} deep"))
        else:
            stack += [(each, depth + 1) for each in reversed(found)]


async def _document(run: Run, link: Link) -> list[Link]:
    """Follow one document. Gives the documents that it lists. Raises Reject."""
    known = _known(run, link)
    if known and known.stated == _stated(run, link) and _is_over(link.day, known):
        return []
    answer = await run.fetcher.get(link.url, headers=conditions(known))
    if answer.exchange.status == 304:
        await run.fetcher.keep(answer)
        return []
    documents: list[Link] = []
    try:
        items = await follow(run, _pages(answer, run, documents))
    except Reject:
        await run.fetcher.keep(answer)
        raise
    if items:
        await run.put(delivery_of(link.url, answer, items=sorted(item.key for item in items)))
        for item in items:
            await run.put(item.visit)
    else:
        await run.fetcher.keep(answer)
    if run.interval is None and not documents:
        # One that lists documents is read each time: it may be the same while they are not.
        await run.put(visit_of(link.url, answer, _stated(run, link)))
    return documents


def _pages(answer: Answer, run: Run, documents: list[Link]) -> Iterator[Link]:
    """The links to pages; those to documents are put aside."""
    for link in read_links(answer.body, answer.exchange.url, run.settings):
        if link.is_document:
            documents.append(link)
        else:
            yield link


def _known(run: Run, link: Link) -> Visit | None:
    """What is remembered of a document, where it lets us leave out what has not changed."""
    if run.interval is not None or run.feed.revisit_days is not None:
        return None
    known = run.memory.visit(link.url)
    return known if known and (known.stated or "").startswith(_meant(run)) else None


def _is_over(day: date | None, known: Visit) -> bool:
    """Whether the day of a document's last change was over, wherever, when it was read: most say no time."""
    return day is not None and day <= known.at.date() - timedelta(days=2)


def _stated(run: Run, link: Link) -> str:
    return f"{_meant(run)}{link.stated or ''}"


def _meant(run: Run) -> str:
    """What a document is remembered for; with another pattern other links of the same document are meant."""
    return f"pages {run.feed.match or ''} "
