"""The keys of feeds.yml: which kinds of feed there are, which keys each has, and what a value may be."""

from __future__ import annotations

import re
from typing import Any

import msgspec

# One module of this package a kind; ``ingest.KINDS`` says which.
KINDS = ("drop", "warc", "rss", "sitemap", "urls", "core-api")
COMMON = ("id", "kind", "location", "agency", "publisher", "language", "schedule", "terms", "enabled")
WEB = ("match", "revisit_days", "allow_private")
# The keys that only some kinds have.
KEYS_OF = {
    "drop": ("dated", "columns"),
    "warc": ("dated", "columns", "select", "copy"),
    "rss": WEB,
    "sitemap": WEB,
    "urls": WEB,
    "core-api": ("call", "connection", "query", "since", "unos", "allow_private"),
}
WEB_KINDS = tuple(kind for kind, keys in KEYS_OF.items() if keys is WEB)
# What a schedule may be besides a cron expression, all in UTC.
SCHEDULES = {"hourly": "0 * * * *", "daily": "0 0 * * *", "weekly": "0 0 * * 1", "monthly": "0 0 1 * *"}
CALLS = ("search", "latest", "get")
REQUIRED = ("id", "kind", "location")
NULLABLE = (
    "agency",
    "publisher",
    "language",
    "schedule",
    "terms",
    "dated",
    "match",
    "revisit_days",
    "query",
    "since",
    "unos",
)
SWITCHES = ("enabled", "copy", "allow_private")
# Kinds whose location is the address of a server.
SERVED = ("rss", "sitemap", "core-api")
DIRECTIVES = "Y", "y", "m", "d", "j"


def dated_problem(pattern: str) -> str | None:
    """What is wrong with a pattern of dated sub-folders, or None."""
    directives = re.findall("%(.?)", pattern)
    unknown = [d for d in directives if d not in DIRECTIVES]
    if unknown:
        return f"%{unknown[0]} is not known here"
    if "Y" not in directives and "y" not in directives:
        return f"{pattern!r} has no year"
    if "d" in directives and "m" not in directives:
        return f"{pattern!r} has a day but no month"
    if pattern.startswith(("/", "~")) or ".." in pattern.split("/") or "\\" in pattern:
        return f"{pattern!r} is no folder below the location"
    return None


def match_problem(pattern: str) -> str | None:
    """What is wrong with a pattern of links, or None."""
    try:
        re.compile(pattern)
    except re.error as error:
        return f"{pattern!r} is no regular expression ({error})"
    return None


def query_problem(query: str) -> str | None:
    """What is wrong with a query of the Core API, or None."""
    try:
        msgspec.json.decode(query, type=dict[str, Any])
    except msgspec.MsgspecError as error:
        return f"""takes a JSON object in quotes, such as '{{"name": "lang", "in": ["fr"]}}' ({error})"""
    return None


def call_problem(call: str) -> str | None:
    """What is wrong with a call of the Core API, or None."""
    return None if call in CALLS else f"{call!r}: there is {', '.join(CALLS)}"


def schedule_problem(schedule: str) -> str | None:
    """What is wrong with a schedule, or None."""
    if schedule in SCHEDULES:
        return None
    from croniter import croniter  # most feeds do with a word

    if len(schedule.split()) == 5 and croniter.is_valid(schedule):
        return None
    words = ", ".join(SCHEDULES)
    return f'{schedule!r}: there is {words}, a cron expression in UTC such as "30 5 * * *", or null (only by hand)'
