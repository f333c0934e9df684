"""Asking a feed's servers for their lists only: what a run would fetch."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import islice

from depeche.ingest import urls
from depeche.ingest.coreapi.client import CoreClient
from depeche.ingest.credentials import Account
from depeche.ingest.delivery import Evidence, Memory
from depeche.ingest.feeds import Feed
from depeche.ingest.web.client import checked
from depeche.ingest.web.fetcher import Fetcher
from depeche.ingest.web.links import Link, read_links
from depeche.ingest.web.wanted import is_due, is_meant
from depeche.records import Reject
from depeche.settings import Settings

# Links of a document and documents of a feed that are looked at: a site may list millions.
MOST_LINKS = 100_000
MOST_DOCUMENTS = 20


async def count_links(feed: Feed, settings: Settings, memory: Memory) -> Counted:
    """Links that a run would ask for, would not ask for, and would refuse.

    Raises Reject as ``Fetcher.get`` and ``read_links``, with the address of the document.
    """
    counted = Counted(feed, memory)
    async with Fetcher(settings, _discard, allow_private=feed.allow_private) as fetcher:
        if feed.kind == "urls":
            counted.add(urls.read(feed))
        else:
            await _documents(fetcher, settings, counted)
        if counted.first:
            await fetcher.allowed(counted.first)
    return counted


async def try_account(feed: Feed, settings: Settings, account: Account) -> None:
    """Ask the Core API for a token. Raises Reject as ``CoreClient``."""
    async with Fetcher(settings, _discard, allow_private=feed.allow_private) as fetcher:
        await CoreClient(feed.url, account, fetcher).ask_token()


class Counted:
    """The links of a feed's documents, each counted once, and what else there is to say."""

    def __init__(self, feed: Feed, memory: Memory) -> None:
        self.feed = feed
        self.new = self.known = self.refused = self.others = 0
        self.first = ""
        self.waiting: list[Link] = []
        self._memory = memory
        self._met: set[str] = set()

    def add(self, links: Iterable[Link]) -> None:
        """Count the links of one document; documents that it lists wait."""
        now = datetime.now(UTC)
        for link in islice(links, MOST_LINKS):
            if link.is_document:
                self.waiting.append(link)
            elif not link.url or not is_meant(self.feed, None, link):
                self.others += 1
            elif link.url not in self._met:
                self._met.add(link.url)
                self._count(link, now)

    def _count(self, link: Link, now: datetime) -> None:
        if not is_due(self.feed, link, self._memory.visit(link.url), now):
            self.known += 1
            return
        try:
            checked(link.url)
        except Reject:
            self.refused += 1
            return
        self.new += 1
        self.first = self.first or link.url

    def said(self) -> str:
        """What the numbers leave out."""
        parts = []
        if self.others:
            parts.append(f"{self.others} links left out")
        if self.waiting:
            parts.append(f"{len(self.waiting)} more sitemaps not looked at")
        return ", ".join(parts)


async def _documents(fetcher: Fetcher, settings: Settings, counted: Counted) -> None:
    seen: set[str] = set()
    counted.waiting = [Link(counted.feed.url, counted.feed.url)]
    while counted.waiting and len(seen) < MOST_DOCUMENTS:
        url = counted.waiting.pop(0).url
        if url not in seen:
            seen.add(url)
            try:
                answer = await fetcher.get(url)
                with answer.body:
                    counted.add(read_links(answer.body, answer.exchange.url, settings))
            except Reject as why:
                raise Reject(why.reason, f"{url}: {why.detail}") from None


async def _discard(evidence: Evidence) -> None:
    evidence.body.file.close()
