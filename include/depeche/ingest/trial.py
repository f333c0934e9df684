"""Trying a feed: what it would take now, without taking anything."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice

from msgspec.structs import replace

from depeche.ingest import Check, coreapi, warc
from depeche.ingest import index as indexes
from depeche.ingest.credentials import account
from depeche.ingest.delivery import Delivery, Item, Memory, Source, Trouble, Unchanged, Visit
from depeche.ingest.feeds import Feed
from depeche.ingest.web import trial
from depeche.records import Reject
from depeche.settings import Settings, SettingsError

# Documents that are asked for one by one in a trial.
MOST_ASKED = 10


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

    def holds(self, delivery: Delivery) -> bool:
        """Whether these bytes are stored."""
        return self._index.holds(indexes.key(delivery)) if self._index else False


def check(feed: Feed, settings: Settings, deliver: Callable[[Memory], Iterable[Item]]) -> Check:
    """Try a feed. ``deliver`` gives what a folder delivers; servers are asked for their lists, the Core API for a page."""
    found = Check(feed=feed.id, kind=feed.kind, enabled=feed.enabled, good=True)
    try:
        with _memory(feed, settings) as memory:
            if feed.kind in ("rss", "sitemap", "urls"):
                new, known, detail = asyncio.run(trial.count_links(feed, settings, memory))
                return replace(found, new=new, known=known, detail=detail)
            if feed.kind == "core-api":
                return _documents(found, feed, settings, memory)
            if feed.kind == "warc":
                # A month of news pages is a terabyte; a part of it tells whether the selection is right.
                items, detail = warc.sample(feed, settings)
                return _count(replace(found, detail=detail), items)
            return _count(found, deliver(memory))
    except (Reject, SettingsError, OSError) as error:
        return replace(found, good=False, detail=str(error))


@contextmanager
def _memory(feed: Feed, settings: Settings) -> Iterator[_Past]:
    if not indexes.path_of(settings).exists():
        yield _Past(feed.id, None)
        return
    with indexes.Index(settings) as index:
        yield _Past(feed.id, index)


def _documents(found: Check, feed: Feed, settings: Settings, past: _Past) -> Check:
    """What the Core API would give, a page of a search or a few of a list. Raises Reject where it gives nothing."""
    holder = account(feed.connection, None)
    asyncio.run(trial.try_account(feed, settings, holder))
    most = MOST_ASKED if feed.call == "get" else coreapi.ROWS
    with closing(coreapi.collect(feed, settings, None, past, holder)) as given:
        looked = Counter(islice(filter(None, (_outcome(item, past) for item in given)), most))
    detail = (
        f"the account is good; the first {most:,} looked at"
        if looked.total() == most
        else "the account is good"
    )
    return replace(found, new=looked["new"], known=looked["known"], refused=looked["refused"], detail=detail)


def _outcome(item: Item, past: _Past) -> str | None:
    """What a run would count the item as; None for what it does not count. Raises what the item is in trouble with."""
    if isinstance(item, Trouble):
        raise item.error
    if isinstance(item, Unchanged):
        return "known"
    if not isinstance(item, Delivery):
        return None
    return "refused" if item.refused else "known" if past.holds(item) else "new"


def _count(found: Check, items: Iterable[Item]) -> Check:
    new = known = refused = 0
    for item in items:
        if isinstance(item, Delivery):
            refused += item.refused is not None
            new += item.refused is None
        elif isinstance(item, Unchanged):
            known += item.payloads
    return replace(found, new=new, known=known, refused=refused)
