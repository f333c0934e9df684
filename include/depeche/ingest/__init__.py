"""Ingest: what a feed delivers goes unchanged into the raw store, once.

Each kind of feed is a module that gives its deliveries; ``rawstore`` keeps them.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from depeche.ingest.failure import FeedUnreachable
from depeche.ingest.feeds import Feed
from depeche.interval import Interval
from depeche.records import Record, Tally
from depeche.settings import Settings, SettingsError

# What collects is imported where it is used: whoever only reads feeds.yml, such as the DAG files,
# has no use for HTTP, Arrow and archives.
if TYPE_CHECKING:
    from depeche.ingest import rawstore
    from depeche.ingest.delivery import Item, Memory

__all__ = ["KINDS", "Check", "FeedUnreachable", "check", "ingest", "ingest_paths", "says_days"]

log = logging.getLogger(__name__)

Collect = Callable[[Feed, Settings, Interval | None, "Memory"], Iterable["Item"]]


class Check(Record, frozen=True, kw_only=True):
    """What trying a feed found: ``new`` payloads or links it would take, and ``known`` ones it would not.

    ``good`` is false where it would fail; ``detail`` says why, or what else there is to say.
    """

    feed: str
    kind: str
    enabled: bool
    good: bool
    new: int = 0
    known: int = 0
    refused: int = 0
    detail: str = ""


def ingest(
    feed: Feed,
    settings: Settings,
    *,
    now: datetime,
    interval: Interval | None = None,
    connection: str | None = None,
    progress: rawstore.Progress | None = None,
) -> Tally:
    """Bring a feed's payloads into the raw store. Gives the tally.

    ``interval`` is (first day, day after the last): only what is dated in these days is taken,
    of a drop folder its dated sub-folders. A feed that says no days has nothing for them: the
    tally is empty and the log says so, so that a backfill over all feeds goes on.
    ``connection`` is the account of a feed that needs one, as Airflow writes connections; without
    it, it is looked for in the environment (``credentials``).
    Raises SettingsError where location or account do not exist, FeedUnreachable or Reject where a
    document of the feed could not be had (everything else of it is stored then), and what
    ``rawstore.ingest_deliveries`` raises.
    """
    from depeche.ingest import rawstore

    _look_for_location(feed)
    if interval and not says_days(feed):
        log.warning(
            "feed %s says no days (a folder says them by dated: in %s), so there is nothing to read for %s to %s; "
            "ingest it without an interval",
            feed.id,
            feed.declared_at,
            *interval,
        )
    collect = KINDS[feed.kind]
    if feed.kind == "core-api":
        collect = partial(_collect_core_api, connection=connection)
    return rawstore.ingest_deliveries(
        feed.id, lambda memory: collect(feed, settings, interval, memory), settings, now, progress
    )


def check(feed: Feed, settings: Settings) -> Check:
    """Try a feed and say what it would take; takes nothing."""
    from depeche.ingest import trial

    def deliver(memory: Memory) -> Iterable[Item]:
        return KINDS[feed.kind](feed, settings, None, memory)

    return trial.check(feed, settings, deliver, lambda: _look_for_location(feed))


def _look_for_location(feed: Feed) -> None:
    """Raise SettingsError where the feed's location is on this machine and not there, or not what its kind reads."""
    where = f"{feed.declared_at or feed.id}: location {feed.location}"
    if not isinstance(feed.location, Path):
        return
    if not feed.location.exists():
        what = "file" if feed.kind == "urls" else "folder"
        raise SettingsError(f"{where} does not exist; make the {what}, or write enabled: false")
    if feed.kind == "urls" and feed.location.is_dir():
        raise SettingsError(f"{where} is a folder; urls takes a file with one address a line")


def says_days(feed: Feed) -> bool:
    """Whether the feed can be asked for the deliveries of some days."""
    if feed.kind == "core-api":
        return feed.call == "search"
    return feed.kind in ("rss", "sitemap") or bool(feed.dated)


def ingest_paths(
    paths: Sequence[Path],
    feed_id: str,
    settings: Settings,
    *,
    now: datetime,
    progress: rawstore.Progress | None = None,
) -> Tally:
    """Bring files and folders of no declared feed into the raw store. Gives the tally.

    Raises FileNotFoundError for a path that does not exist, before anything is stored,
    and what ``rawstore.ingest_deliveries`` raises.
    """
    from depeche.ingest import drop, rawstore

    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path}: no such file or folder")
    return rawstore.ingest_deliveries(
        feed_id, lambda memory: drop.walk(paths, settings, seen=memory.seen), settings, now, progress
    )


def dated_folders(pattern: str, interval: Interval) -> list[str]:
    """The sub-folders in which the days of the interval are, in order, each once."""
    first, last = interval
    days = (first + timedelta(days=n) for n in range((last - first).days))
    return list(dict.fromkeys(day.strftime(pattern).strip("/") for day in days))


def of_other_days(feed: Feed, names: Iterable[str], interval: Interval) -> bool:
    """Whether payloads of these names all come from dated folders, and none from those of ``interval``."""
    if not feed.dated:
        return False
    depth, wanted = feed.dated.strip("/").count("/") + 1, set(dated_folders(feed.dated, interval))
    folders = {"/".join(name.split("/")[:depth]) for name in names}
    return wanted.isdisjoint(folders) and all(_is_dated(folder, feed.dated) for folder in folders)


def _is_dated(folder: str, pattern: str) -> bool:
    try:
        time.strptime(folder, pattern.strip("/"))
    except ValueError:
        return False
    return True


def _collect_drop(
    feed: Feed, settings: Settings, interval: Interval | None, memory: Memory
) -> Iterable[Item]:
    from depeche.ingest import drop
    from depeche.ingest.drop import bucket

    folders = _folders(feed, interval)
    if not isinstance(feed.location, Path):
        return bucket.walk(feed.location, settings, folders=folders, seen=memory.seen)
    return drop.walk([feed.location], settings, folders=folders, seen=memory.seen)


def _collect_warc(
    feed: Feed, settings: Settings, interval: Interval | None, memory: Memory
) -> Iterable[Item]:
    from depeche.ingest import warc

    return warc.collect(feed, settings, _folders(feed, interval), memory)


def _folders(feed: Feed, interval: Interval | None) -> list[str] | None:
    """The dated sub-folders of an interval; None where all are read."""
    if interval is None:
        return None
    return dated_folders(feed.dated, interval) if feed.dated else []


def _collect_documents(
    feed: Feed, settings: Settings, interval: Interval | None, memory: Memory
) -> Iterable[Item]:
    from depeche.ingest.web import documents

    return documents.collect(feed, settings, interval, memory)


def _collect_urls(
    feed: Feed, settings: Settings, interval: Interval | None, memory: Memory
) -> Iterable[Item]:
    from depeche.ingest import urls

    return urls.collect(feed, settings, interval, memory)


def _collect_core_api(
    feed: Feed,
    settings: Settings,
    interval: Interval | None,
    memory: Memory,
    connection: str | None = None,
) -> Iterable[Item]:
    from depeche.ingest import coreapi, credentials

    return coreapi.collect(feed, settings, interval, memory, credentials.account(feed.connection, connection))


KINDS: dict[str, Collect] = {
    "drop": _collect_drop,
    "warc": _collect_warc,
    "rss": _collect_documents,
    "sitemap": _collect_documents,
    "urls": _collect_urls,
    "core-api": _collect_core_api,
}
