"""The keys of feeds.yml: which kinds of feed there are, which keys each has, and what a value may be."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

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
# Kinds whose location is a folder, here or in an object store.
FOLDERS = ("drop", "warc")
# What the words of a selection look like, and what to write.
SELECTED = {
    "hosts": (r"[\w-]+(\.[\w-]+)*", "names of hosts alone, such as lemonde.fr"),
    "languages": ("[a-z]{2,3}", "codes such as fr"),
    "types": (r"[\w.+-]+/[\w.+-]+", "types of content, such as text/html"),
}
DIRECTIVES = "Y", "y", "m", "d", "j"


def location_problem(kind: str, location: str) -> str | None:
    """What is wrong with a location of a feed of this kind, or None."""
    if kind in SERVED and not re.match("https?://[^/\\[\\]]", location):
        return f"of kind {kind} is an address, such as https://example.org/…"
    if "://" not in location:
        return None
    parts = urlsplit(location)
    if "@" in parts.netloc:
        return "holds an account; addresses are stored and shown, so leave it out"
    if kind in FOLDERS and not parts.netloc:
        return "names no bucket; write for instance s3://bucket/wire"
    if kind in ("drop", "urls") and parts.scheme in ("http", "https"):
        return f"of kind {kind} is no address, for a web server lists nothing; see rss, sitemap and warc"
    return None


def select_problem(key: str, word: str) -> str | None:
    """What is wrong with a word of a selection, or None: it would leave out everything without a word."""
    if key in SELECTED and not re.fullmatch(SELECTED[key][0], word):
        return f"{word!r}: takes {SELECTED[key][1]}"
    return None


def language_problem(language: str) -> str | None:
    """What is wrong with the language of a feed, or None."""
    if re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        return None
    return f"{language!r}: takes a BCP 47 code, such as fr or pt-BR"


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
