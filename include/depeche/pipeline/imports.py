"""Importing an archive by hand: a feed's own, one at a path, or a list of addresses, over a range of days.

``wanted`` refuses what cannot succeed before anything is done; ``take`` brings the payloads into the
raw store; ``planned`` says of every batch of the feed whether there is anything to do.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from depeche import clock, lake
from depeche import ingest as feeds_in
from depeche.aside import aside
from depeche.batchfile import SELECTION
from depeche.ingest import feeds, rawstore
from depeche.interval import Interval, resolve
from depeche.pipeline.versions import Versions
from depeche.records import Record, Tally
from depeche.settings import Settings, SettingsError
from depeche.storage import is_url, place

# The feed of what belongs to no declared one.
FILES = "files"


class Wanted(Record, frozen=True, kw_only=True):
    """What is to be imported: a feed's own location, or a ``path``, or ``urls`` in its stead."""

    feed: str
    path: str | None = None
    urls: list[str] = []
    first: str | None = None
    last: str | None = None

    @property
    def days(self) -> Interval | None:
        """(first day, day after the last); None for all. Raises IntervalError."""
        return resolve(None, {"first": self.first, "last": self.last})


def wanted(settings: Settings, parameters: Mapping[str, Any]) -> Wanted:
    """The parameters as a record. Raises SettingsError or IntervalError for what cannot succeed."""
    given = {name: parameters.get(name) for name in Wanted.__struct_fields__ if parameters.get(name)}
    found = record(given)
    feed = _feed(settings, found)
    if found.path and found.urls:
        raise SettingsError("path and urls: give one of them; the other import is a run of its own")
    if found.path:
        _check_path(found.path)
    for url in found.urls:
        if not url.startswith(("http://", "https://")) or any(mark.isspace() for mark in url):
            raise SettingsError(
                f"urls: {url!r} is no address; write one a line, such as https://example.org/1"
            )
    days = found.days
    if days and (found.urls or not feeds_in.says_days(feed)):
        what = (
            "a list of addresses" if found.urls else f"the feed {feed.id} ({feed.declared_at or feed.kind})"
        )
        raise SettingsError(
            f"first and last: {what} says no days; leave both empty (a folder says them by dated: in {settings.feeds})"
        )
    if days and days[0] > clock.now().date():
        raise SettingsError(
            f"first={found.first or found.last} is still to come; write a day, month or year past"
        )
    if days and isinstance(feed.location, Path) and feed.dated and not found.urls:
        folders = feeds_in.dated_folders(feed.dated, days)
        if not any((feed.location / folder).exists() for folder in folders):
            raise SettingsError(
                f"{feed.location} has none of the folders {folders[0]} … {folders[-1]} ({feed.dated}); "
                "see what it has, or leave first and last empty to read all of it"
            )
    return found


def plain(what: Wanted) -> dict[str, Any]:
    """The record as JSON can carry it between tasks."""
    found: dict[str, Any] = msgspec.to_builtins(what)
    return found


def record(what: Mapping[str, Any]) -> Wanted:
    """The record again."""
    return msgspec.convert(what, Wanted)


def connection_of(settings: Settings, what: Wanted) -> str | None:
    """The id of the connection that the import needs, or None."""
    feed = _feed(settings, what)
    return feed.connection if feed.kind == "core-api" else None


def take(settings: Settings, what: Wanted, connection: str | None = None) -> dict[str, Any]:
    """Bring the payloads into the raw store. Gives the tally; raises what ``depeche.ingest.ingest`` raises."""
    feed = _feed(settings, what)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        if what.urls:
            listed.write("\n".join(what.urls))
            listed.flush()
            feed = msgspec.structs.replace(feed, location=Path(listed.name))
        tally: Tally = feeds_in.ingest(
            feed, settings, now=clock.now(), interval=what.days, connection=connection
        ).check()
    plain: dict[str, Any] = msgspec.to_builtins(tally)
    return {"feed": feed.id, **plain}


def planned(settings: Settings, feed_id: str, name: str) -> dict[str, Any]:
    """Every batch of the feed in the raw store and what becomes of it, also written to ``plans/NAME.json``.

    ``todo`` are those never published (``new``) and those whose rows other code versions made
    (``older``); published from the same bytes by the present code (``done``) they are skipped.
    """
    versions = Versions(settings)
    made_by = lake.published(settings)
    batches = [batch for batch in rawstore.batches(settings) if rawstore.feed_of(batch) == feed_id]
    states = {batch: _state(made_by.get(batch, []), feed_id, versions) for batch in batches}
    plan: dict[str, Any] = {
        "feed": feed_id,
        "code_version": versions.of(feed_id),
        **{state: list(states.values()).count(state) for state in ("new", "older", "done")},
        "batches": states,
    }
    plan["file"] = str(_write(settings, name, plan))
    return {**plan, "todo": [batch for batch, state in states.items() if state != "done"]}


def _state(made_by: list[str], feed_id: str, versions: Versions) -> str:
    if versions.has_made_all(feed_id, made_by):
        return "done"
    return "older" if any(not by.endswith(SELECTION) for by in made_by) else "new"


def _feed(settings: Settings, what: Wanted) -> feeds.Feed:
    """The feed as this import reads it."""
    declared = feeds.load(settings.feeds)
    if what.feed not in declared and what.feed != FILES:
        raise SettingsError(f"feed={what.feed!r}: there are {', '.join([*declared, FILES])}")
    if what.feed == FILES and not (what.path or what.urls):
        raise SettingsError(f"feed={FILES} has no location of its own: give a path or urls")
    feed = declared.get(what.feed) or feeds.Feed(id=FILES, kind="drop", location=Path(os.sep))
    if what.urls:
        return msgspec.structs.replace(feed, kind="urls", url="")
    if what.path:
        kind = feed.kind if feed.kind in ("drop", "warc") else "drop"
        return msgspec.structs.replace(feed, kind=kind, location=place(what.path), url="")
    return feed


def _check_path(path: str) -> None:
    if not is_url(path) and not Path(path).expanduser().is_absolute():
        raise SettingsError(f"path={path!r}: write it whole, such as /srv/wire/1994 or s3://bucket/wire")
    try:
        there = place(path).exists()
    except ValueError as error:
        raise SettingsError(f"path={path!r}: {error}; write for instance s3://bucket/wire") from None
    if not there:
        raise SettingsError(f"path={path!r} does not exist, as seen by the process that runs the task")


def _write(settings: Settings, name: str, plan: dict[str, Any]) -> Path:
    folder = settings.home / "plans"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{''.join(mark if mark.isalnum() or mark in '-_' else '-' for mark in name)}.json"
    with aside(file) as plan_file:
        plan_file.write_bytes(msgspec.json.format(msgspec.json.encode(plan)))
    return file
