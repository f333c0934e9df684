"""Which links a run asks for, on what condition, and which answers it takes.

A link is asked for once; again where the feed says that it changed, where an earlier run
could not have it, or after ``revisit_days``; then on the condition that it has changed.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from depeche.ingest.delivery import Visit
from depeche.ingest.feeds import Feed
from depeche.ingest.web.links import Link
from depeche.interval import Interval

TEXT = re.compile(r"text/(?!css|javascript)|application/(.*\+)?(xml|json)$|application/xhtml|^$")


def is_text(media_type: str) -> bool:
    """Whether answers of this type are taken: text of any kind, XML, JSON, or nothing said."""
    return bool(TEXT.match(media_type))


def is_meant(feed: Feed, interval: Interval | None, link: Link) -> bool:
    """Whether the link is one of those that the feed and the run's days are about.

    A link without a date is not, where there are days.
    """
    if interval and not (link.day and interval[0] <= link.day < interval[1]):
        return False
    return not feed.match or bool(re.search(feed.match, link.url))


def is_due(feed: Feed, link: Link, known: Visit | None, now: datetime) -> bool:
    """Whether the link is asked for (again)."""
    if known is None or known.waits:
        return True
    if link.stated and link.stated != known.stated:
        return True
    return feed.revisit_days is not None and now - known.at >= timedelta(days=feed.revisit_days)


def conditions(known: Visit | None) -> dict[str, str]:
    """The headers that ask for a URL only if it has changed."""
    headers = {}
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers
