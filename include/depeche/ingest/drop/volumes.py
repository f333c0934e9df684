"""How much a feed's dated folders hold, month by month; reads no file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from depeche import ingest, storage
from depeche.ingest.feeds import Feed


class Volume(NamedTuple):
    """Files of a month, archives as they are, and their bytes."""

    files: int
    bytes: int


def volumes(feed: Feed, months: Sequence[date]) -> dict[date, Volume | None]:
    """What lies in each month's folders; None where only the feed's server could tell.

    A folder that several of the months share counts in the first of them.
    """
    if not feed.dated or storage.is_web(feed.location):
        return dict.fromkeys(months)
    counted: set[str] = set()
    found: dict[date, Volume | None] = {}
    for month in months:
        end = (month + timedelta(days=31)).replace(day=1)
        folders = [each for each in ingest.dated_folders(feed.dated, (month, end)) if each not in counted]
        counted.update(folders)
        found[month] = _of(feed, folders)
    return found


def _of(feed: Feed, folders: Sequence[str]) -> Volume:
    files = size = 0
    with storage.reaching():
        for folder in folders:
            place = feed.location / folder
            if place.is_dir():
                for stored in storage.walk(place):
                    files, size = files + 1, size + stored.size
    return Volume(files, size)
