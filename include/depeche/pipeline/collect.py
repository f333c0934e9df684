"""From the feeds into the raw store: what is declared, whether it is sound, and bringing it in."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from depeche import authority, clock
from depeche import ingest as feeds_in
from depeche.ingest import feeds
from depeche.interval import Interval
from depeche.pipeline import journal
from depeche.pipeline.progress import Progress, counting
from depeche.records import Tally
from depeche.settings import Settings, SettingsError


def check(settings: Settings) -> None:
    """Raise SettingsError, with file and line, where settings, feeds or authority are wrong."""
    where = (settings.authority, settings.cache)
    # Opening the agencies alone is quick; all of it is compiled, and so read, where it has changed.
    book = (
        authority.load_agencies(*where) if authority.is_compiled(*where) else authority.load(*where).agencies
    )
    known = book.agencies
    for feed in feeds.load(settings.feeds).values():
        if feed.agency is not None and feed.agency not in known:
            near = difflib.get_close_matches(feed.agency, known) or sorted(known)[:3]
            raise SettingsError(
                f"{feed.declared_at}: agency: {feed.agency!r} is no id of {settings.authority / 'agencies.yml'}, "
                f"such as {', '.join(near)}; write null where the dispatches say it themselves"
            )


def feed_ids(settings: Settings) -> list[str]:
    """The enabled feeds, in the order of ``feeds.yml``."""
    return [feed.id for feed in feeds.load(settings.feeds).values() if feed.enabled]


def feed_list(settings: Settings) -> list[dict[str, Any]]:
    """Every declared feed in a row: id, kind, location, agency, enabled, where it is declared."""
    return [
        {
            "feed": feed.id,
            "kind": feed.kind,
            "location": feed.url or str(feed.location),
            "agency": feed.agency,
            "enabled": feed.enabled,
            "declared_at": feed.declared_at,
        }
        for feed in feeds.load(settings.feeds).values()
    ]


def ingest(
    settings: Settings,
    feed_id: str,
    interval: Interval | None = None,
    progress: Progress | None = None,
    connection: str | None = None,
) -> dict[str, Any]:
    """Bring a feed's payloads into the raw store. Gives the tally.

    ``interval`` is (first day, day after the last); ``connection`` the account of a feed that
    needs one (``connection_of``), as Airflow writes connections. Raises SettingsError for a
    feed that is not declared, and what ``depeche.ingest.ingest`` raises.
    """
    feed = declared(settings, feed_id)
    with journal.work(settings, "ingest", feed=feed_id) as doing:
        tally = feeds_in.ingest(
            feed,
            settings,
            now=clock.now(),
            interval=interval,
            connection=connection,
            progress=counting(progress),
        ).check()
        doing.note(tallies={"ingest": tally})
    return _plain(tally)


def connection_of(settings: Settings, feed_id: str) -> str | None:
    """The id of the connection that a feed needs, or None."""
    feed = declared(settings, feed_id)
    return feed.connection if feed.kind == "core-api" else None


def check_feed(settings: Settings, feed_id: str) -> dict[str, Any]:
    """Try a feed and say what it would take; takes nothing. Raises SettingsError as ``ingest``."""
    feed = declared(settings, feed_id)
    check(settings)
    return _plain(feeds_in.check(feed, settings))


def declared(settings: Settings, feed_id: str) -> feeds.Feed:
    """A feed of ``feeds.yml``. Raises SettingsError where there is none of this id."""
    known = feeds.load(settings.feeds)
    if feed_id not in known:
        raise SettingsError(f"{settings.feeds}: no feed {feed_id!r}; there are {', '.join(known)}")
    return known[feed_id]


def ingest_paths(
    settings: Settings, paths: Sequence[Path], progress: Progress | None = None
) -> dict[str, Any]:
    """Bring files and folders that belong to no declared feed into the raw store (feed ``files``)."""
    with journal.work(settings, "ingest", feed="files") as doing:
        tally = feeds_in.ingest_paths(
            paths, feed_id="files", settings=settings, now=clock.now(), progress=counting(progress)
        ).check()
        doing.note(tallies={"ingest": tally})
    return _plain(tally)


def _plain(record: Tally | feeds_in.Check) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain
