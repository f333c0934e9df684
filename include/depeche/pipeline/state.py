"""How things stand: the last night of each feed, what runs, what is late, failed or held."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from croniter import croniter

from depeche import __version__, query, search
from depeche.clock import now
from depeche.ingest import feeds
from depeche.pipeline import journal
from depeche.pipeline.journal import Entry
from depeche.pipeline.run import waiting
from depeche.pipeline.versions import code_version
from depeche.settings import Settings

# A night may take so long before the feed's next collection counts as late.
GRACE = timedelta(hours=3)


def status(settings: Settings) -> dict[str, Any]:
    """Everything ``depeche status`` shows, as JSON can carry it (but for instants).

    ``problems`` has a sentence for each thing somebody should look at: late, failed or held.
    """
    known = journal_state(settings)
    state = {
        **query.status(settings),
        **waiting(settings),
        **known,
        "search": search.status(settings),
        "quarantine": query.quarantine_counts(settings),
        "versions": {"depeche": __version__, "code": code_version(settings)},
        "home": str(settings.home),
    }
    state["problems"] = [
        *known["late"],
        *(
            f"feed {f['feed']} failed at {_told(f['at'])}: {f['cause']}"
            for f in known["feeds"]
            if f["state"] == "failed"
        ),
        *(f"{_what(w)} failed at {_told(w['at'])}: {w['cause']}" for w in known["failed"]),
        *(f"batch {h['batch']} ({h['raw_file']}) is held: {'; '.join(h['failures'])}" for h in state["held"]),
    ]
    return state


def journal_state(settings: Settings) -> dict[str, Any]:
    """``feeds`` (the last night of each), ``late`` ones (in words), ``running`` and ``failed`` work, from the journal.

    Work whose process is gone without a word counts as failed, until the same is done.
    """
    last: dict[tuple[str, str | None, str | None], Entry] = {}
    nights: dict[str, Entry] = {}
    done_at: dict[str, datetime] = {}
    begun: datetime | None = None
    for entry in journal.read(settings):
        begun = begun or entry.at
        last[entry.stage, entry.feed, entry.raw_file or entry.batch] = entry
        if entry.stage == "ingest" and entry.feed:
            nights[entry.feed] = entry
            if entry.state == "done":
                done_at[entry.feed] = entry.at
    now_is = [_as_it_is(entry) for entry in last.values()]
    now_nights = [(feed, _as_it_is(nights[feed])) for feed in sorted(nights)]
    overdue = _overdue(settings, done_at, begun)
    return {
        "late": list(overdue.values()),
        "feeds": [
            {
                "feed": feed,
                "at": done_at.get(feed, night.at),
                "state": night.state,
                "late": feed in overdue,
                "cause": night.cause,
                **_counts(night),
            }
            for feed, night in now_nights
        ],
        "running": [_shown(entry) for entry in now_is if entry.state == "begun"],
        "failed": [_shown(e) for e in now_is if e.state == "failed" and e.stage != "ingest"],
    }


def late_feeds(settings: Settings) -> list[str]:
    """A sentence for each enabled feed whose night was due and did not come."""
    late: list[str] = journal_state(settings)["late"]
    return late


def _overdue(settings: Settings, done_at: Mapping[str, datetime], begun: datetime | None) -> dict[str, str]:
    """The sentence of each feed that is late. One never collected counts from when the archive could know of it.

    That is when its first line was written or ``feeds.yml`` last changed, whichever was later.
    """
    changed = datetime.fromtimestamp(settings.feeds.stat().st_mtime, UTC)
    known = max(begun, changed) if begun else None
    found = {}
    for feed in feeds.load(settings.feeds).values():
        done = done_at.get(feed.id)
        if feed.enabled and is_late(feed.cron, done or known, now()):
            found[feed.id] = f"feed {feed.id} is late: " + (
                f"last collected {_told(done)}"
                if done
                else f"never collected, declared since {_told(changed)}"
            )
    return found


def is_late(cron: str | None, since: datetime | None, at: datetime) -> bool:
    """Whether a feed should have been collected after ``since``; never one that is collected by hand only."""
    if cron is None or since is None:
        return False
    due: datetime = croniter(cron, since.astimezone(UTC)).get_next(datetime)
    return at > due + GRACE


def _as_it_is(entry: Entry) -> Entry:
    """The entry, failed where its process is gone without a word."""
    if entry.state == "begun" and not _lives(entry):
        return msgspec.structs.replace(entry, state="failed", cause="its process was killed")
    return entry


def _lives(entry: Entry) -> bool:
    """Whether the process is there; of another machine's nobody knows, so it is believed for a day."""
    if entry.host != platform.node():
        return now() - entry.at < timedelta(days=1)
    try:
        os.kill(entry.pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _counts(entry: Entry) -> dict[str, int]:
    tally = entry.tallies.get("ingest")
    names = ("taken", "accepted", "quarantined", "known")
    return {name: getattr(tally, name) for name in names} if tally else dict.fromkeys(names, 0)


def _shown(entry: Entry) -> dict[str, Any]:
    names = ("stage", "feed", "raw_file", "batch", "at", "host", "pid", "cause")
    return {name: getattr(entry, name) for name in names}


def _what(work: dict[str, Any]) -> str:
    return f"{work['stage']} of {work['raw_file'] or work['batch'] or work['feed']}"


def _told(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}Z"
