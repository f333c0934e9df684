"""Trying a feed: what it would take now, without taking anything."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager

from msgspec.structs import replace

from depeche.ingest import Check, coreapi, warc
from depeche.ingest.credentials import account
from depeche.ingest.delivery import Delivery, Item, Left, Memory, Source, Trouble, Unchanged, Visit
from depeche.ingest.feeds import Feed
from depeche.ingest.rawstore import index as indexes
from depeche.ingest.rawstore.indexfile import path_of
from depeche.ingest.trial import web as trial
from depeche.records import Reject
from depeche.settings import Settings, SettingsError

# Documents that are asked for one by one in a trial.
MOST_ASKED = 10


class _Past:
    """A feed's memory that is only asked."""

    def __init__(self, feed_id: str, index: indexes.Index | None) -> None:
        self._feed_id = feed_id
        self._index = index
        self._met: set[bytes] = set()

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
        """Whether the same is stored already, or was asked after before."""
        key = indexes.key(delivery)
        met = key in self._met
        self._met.add(key)
        return met or (self._index is not None and self._index.holds(key))


def check(
    feed: Feed, settings: Settings, deliver: Callable[[Memory], Iterable[Item]], look: Callable[[], None]
) -> Check:
    """Try a feed. ``deliver`` gives what a folder delivers; servers are asked for their lists, the Core API for a page.

    ``look`` raises SettingsError where the feed's location is not what a run needs.
    """
    found = Check(feed=feed.id, kind=feed.kind, enabled=feed.enabled, good=True)
    try:
        look()
        with _memory(feed, settings) as memory:
            if feed.kind in ("rss", "sitemap", "urls"):
                looked = asyncio.run(trial.count_links(feed, settings, memory))
                return replace(
                    found, new=looked.new, known=looked.known, refused=looked.refused, detail=looked.said()
                )
            if feed.kind == "core-api":
                return _documents(found, feed, settings, memory)
            if feed.kind == "warc":
                # A month of news pages is a terabyte; a part of it tells whether the selection is right.
                items, detail = warc.sample(feed, settings, memory)
                return _count(replace(found, detail=detail), items, memory)
            return _count(found, deliver(memory), memory)
    except (Reject, SettingsError, OSError) as error:
        return replace(found, good=False, detail=str(error))


@contextmanager
def _memory(feed: Feed, settings: Settings) -> Iterator[_Past]:
    if not path_of(settings).exists():
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
        looked = _count(replace(found, detail="the account is good"), given, past, most)
    is_part = looked.new + looked.known + looked.refused >= most
    return replace(looked, detail=f"{looked.detail}; the first {most:,} looked at") if is_part else looked


def _count(found: Check, items: Iterable[Item], past: _Past, most: int | None = None) -> Check:
    """``found`` with what a run would count ``items`` as, until ``most`` are counted. Raises as a run would."""
    counts, left = Counter[str](), Counter[str]()
    for item in items:
        if isinstance(item, Trouble):
            raise item.error
        if isinstance(item, Unchanged):
            counts["known"] += item.payloads
        elif isinstance(item, Delivery):
            counts["known" if past.holds(item) else "refused" if item.refused else "new"] += 1
        elif isinstance(item, Left):
            left.update(item.causes)
        if most is not None and counts.total() >= most:
            break
    without = ", ".join(f"{cause} {count:,}" for cause, count in sorted(left.items()))
    detail = "; ".join(filter(None, (found.detail, f"left out: {without}" if without else "")))
    return replace(found, new=counts["new"], known=counts["known"], refused=counts["refused"], detail=detail)
