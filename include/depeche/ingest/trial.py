"""Trying a feed: what it would take now, without taking anything."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from depeche.ingest import Check, warc
from depeche.ingest import index as indexes
from depeche.ingest.credentials import account
from depeche.ingest.delivery import Delivery, Item, Memory, Source, Unchanged, Visit
from depeche.ingest.feeds import Feed
from depeche.ingest.web import trial
from depeche.records import Reject
from depeche.settings import Settings, SettingsError


class _Past:
    """A feed's memory that is only asked."""

    def __init__(self, feed_id: str, index: indexes.Index | None) -> None:
        self._feed_id = feed_id
        self._index = index

    def seen(self, source: Source) -> int | None:
        """See Memory."""
        return self._index.seen(self._feed_id, source) if self._index else None

    def visit(self, url: str) -> Visit | None:
        """See Memory."""
        return self._index.visit(self._feed_id, url) if self._index else None

    def waiting(self) -> list[Visit]:
        """See Memory."""
        return self._index.waiting(self._feed_id) if self._index else []


def check(feed: Feed, settings: Settings, deliver: Callable[[Memory], Iterable[Item]]) -> Check:
    """Try a feed. ``deliver`` gives what a folder delivers; servers are asked for their lists only."""
    found = Check(feed=feed.id, kind=feed.kind, enabled=feed.enabled, good=True)
    try:
        with _memory(feed, settings) as memory:
            if feed.kind in ("rss", "sitemap", "urls"):
                new, known, detail = asyncio.run(trial.count_links(feed, settings, memory))
                return replace(found, new=new, known=known, detail=detail)
            if feed.kind == "core-api":
                asyncio.run(trial.try_account(feed, settings, account(feed.connection, None)))
                return replace(found, detail="the account is good")
            if feed.kind == "warc":
                # A month of news pages is a terabyte; a part of it tells whether the selection is right.
                items, detail = warc.sample(feed, settings)
                return _count(replace(found, detail=detail), items)
            return _count(found, deliver(memory))
    except (Reject, SettingsError, OSError) as error:
        return replace(found, good=False, detail=str(error))


@contextmanager
def _memory(feed: Feed, settings: Settings) -> Iterator[Memory]:
    if not indexes.path_of(settings).exists():
        yield _Past(feed.id, None)
        return
    with indexes.Index(settings) as index:
        yield _Past(feed.id, index)


def _count(found: Check, items: Iterable[Item]) -> Check:
    new = known = refused = 0
    for item in items:
        if isinstance(item, Delivery):
            refused += item.refused is not None
            new += item.refused is None
        elif isinstance(item, Unchanged):
            known += item.payloads
    return replace(found, new=new, known=known, refused=refused)
