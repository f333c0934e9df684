"""Which records of a WARC file a feed takes, decided from headers and bytes, before any parsing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from fastwarc.warc import WarcRecord, WarcRecordType

from depeche.records import Record

TAKEN = (WarcRecordType.response, WarcRecordType.resource)
# What may hold a dispatch; images, styles and scripts may not.
TYPES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/json",
)
# The type of bytes nobody has looked at; our own raw store says no more of what it keeps.
UNKNOWN_TYPE = "application/octet-stream"
HTML_LANG = re.compile(rb"""<html\b[^>]*?\s(?:xml:)?lang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.IGNORECASE)
HEAD = 16 * 1024
PARAGRAPH = re.compile(rb"<p\b[^>]*>(.{80,4000}?)</p>", re.IGNORECASE | re.DOTALL)
MARKUP = re.compile(rb"<[^>]*>|&[#\w]{1,10};")
# Letters of running text a guess is made from; fewer are left undecided.
ENOUGH = 200
WORD = re.compile(rb"[A-Za-z0-9_\x80-\xff]")


class Selection(Record, frozen=True, kw_only=True):
    """What is taken; an empty list takes all.

    ``hosts``: a host with all below it. ``languages``: as the server or the page declares,
    else as a sample of the text looks; what cannot be told is taken. ``types``: content
    types. ``credits``: words of which one must stand in the bytes, in this case.
    """

    hosts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    types: tuple[str, ...] = TYPES
    credits: tuple[str, ...] = ()


def by_headers(selection: Selection, record: WarcRecord) -> str | None:
    """Why a record is skipped, or None: its kind, or host, status, type."""
    if record.record_type not in TAKEN:
        return record.headers.get("WARC-Type") or "unknown"
    if selection.hosts and not _is_below(host_of(record), selection.hosts):
        return "host"
    if record.is_http:
        if record.http_headers.status_code != 200:
            return "status"
        stated = record.http_content_type
    else:
        stated = record.headers.get("Content-Type")
    stated = (stated or UNKNOWN_TYPE).partition(";")[0].strip().lower()
    return None if stated == UNKNOWN_TYPE or stated in selection.types else "type"


def by_body(selection: Selection, declared: str | None, body: bytes) -> str | None:
    """Why a body is skipped, or None: credit, language. ``declared``: the ``Content-Language``."""
    if selection.credits and not any(_stands_in(body, form) for form in _forms(selection.credits)):
        return "credit"
    if selection.languages:
        language = _declared(declared, body) or _guessed(body)
        if language is not None and language not in selection.languages:
            return "language"
    return None


def host_of(record: WarcRecord) -> str:
    """The host of the record's URL; empty where it has none."""
    try:
        return urlsplit(record.headers.get("WARC-Target-URI") or "").hostname or ""
    except ValueError:
        return ""


def _is_below(host: str, hosts: Iterable[str]) -> bool:
    return any(host == each or host.endswith("." + each) for each in hosts)


@lru_cache(maxsize=8)
def _forms(credits: tuple[str, ...]) -> tuple[bytes, ...]:
    """Each credit as it may stand in a page's bytes."""
    forms = [
        credit.encode(charset, "xmlcharrefreplace") for credit in credits for charset in ("utf-8", "cp1252")
    ]
    return tuple(dict.fromkeys(forms))


def _stands_in(body: bytes, words: bytes) -> bool:
    """Whether ``words`` stand in ``body`` by themselves, not within a longer word."""
    at = body.find(words)
    while at >= 0:
        end = at + len(words)
        if not (WORD.match(body, at - 1, at) if at else None) and not WORD.match(body, end, end + 1):
            return True
        at = body.find(words, at + 1)
    return False


def _declared(stated: str | None, body: bytes) -> str | None:
    found = HTML_LANG.search(body, 0, HEAD)
    if found:
        return found[1].decode().lower()
    # Several languages in one header say which readers are meant, not which one the text is in.
    return stated.strip().lower().partition("-")[0] if stated and "," not in stated else None


def _guessed(body: bytes) -> str | None:
    """The language of the first paragraphs, or None where there is too little to tell."""
    sample = b" ".join(MARKUP.sub(b" ", each[1]) for each in islice(PARAGRAPH.finditer(body), 5))
    if b"<" not in body[:HEAD]:
        sample = body[: 10 * ENOUGH]
    text = _text(sample)
    if sum(map(str.isalpha, text)) < ENOUGH:
        return None
    import py3langid  # loads its model for a second, and most feeds select nothing by language

    return str(py3langid.classify(text)[0])


def _text(sample: bytes) -> str:
    try:
        return sample.decode()
    except UnicodeDecodeError:
        return sample.decode("cp1252", "replace")
