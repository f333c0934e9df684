"""What a feed delivers: payloads one by one, each described, none held in memory."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import IO, NamedTuple, Protocol

from depeche.ingest.spool import Spooled
from depeche.records import RawDispatch, SideCar


class Exchange(NamedTuple):
    """An HTTP request and the head of its answer; the answer's body is a payload.

    ``url`` is the one this request asked for; ``address`` the server's; ``truncated`` says
    why the body was not read to its end (WARC's words: length, time, disconnect, unspecified).
    """

    url: str
    at: datetime
    method: str
    request: list[tuple[str, str]]
    status: int
    phrase: str
    response: list[tuple[str, str]]
    address: str | None = None
    truncated: str | None = None


class Outside(NamedTuple):
    """Where a payload is that is not copied: a WARC file, by path or URL, and a record's offset in it."""

    place: str
    offset: int


class Delivery(NamedTuple):
    """A payload as delivered, or one that ingest refuses (``refused``: reason and detail).

    ``name`` is the path below the given root, members of an archive after ``!/``;
    ``input`` is the path as given, with the same ending. ``payload`` can be read as often
    as wanted, but only until the next delivery is asked for. ``exchange`` is set where it
    came as a server's answer. ``outside`` is set where the payload stays where it is: then
    ``payload`` holds its beginning only. ``whole`` is the file that a piece was made of, where
    its bytes are not in its pieces.
    """

    name: str
    input: str
    size: int
    sha256: str
    payload: IO[bytes]
    sidecar: SideCar = SideCar()
    refused: tuple[str, str] | None = None
    exchange: Exchange | None = None
    outside: Outside | None = None
    whole: Delivery | None = None

    @property
    def collected_at(self) -> datetime | None:
        """What the side-car says; where it says nothing, the time of ingestion is meant."""
        return self.sidecar.collected_at

    def open(self) -> IO[bytes]:
        """The payload's stream, from its beginning."""
        self.payload.seek(0)
        return self.payload

    def read(self) -> bytes:
        """The payload's bytes; look at ``size`` first."""
        return self.open().read()


class Source(NamedTuple):
    """A file in a drop folder as it was when it was looked at; tells whether it has changed."""

    path: bytes
    size: int
    mtime_ns: int
    ctime_ns: int


class Done(NamedTuple):
    """Follows the deliveries of a file, ``payloads`` in number: all of it was delivered."""

    source: Source
    payloads: int


class Left(NamedTuple):
    """How many records a feed's selection left out, by cause; they were not taken."""

    causes: dict[str, int]


class Unchanged(NamedTuple):
    """Stands for a file that was ingested whole before, and its ``payloads``."""

    name: str
    input: str
    size: int
    payloads: int


class Evidence(NamedTuple):
    """An exchange whose body is no payload, such as robots.txt or a redirect; kept beside them."""

    exchange: Exchange
    body: Spooled


class Visit(NamedTuple):
    """What is remembered of a URL, once the payload it follows is stored.

    ``outcome`` is empty where its payload was taken, else the reason why not; ``waits``
    where the next run asks again; ``tries`` counts the runs that could not have it. Of a page
    whose item stands in for it until it can be had, the payload was taken and the page waits.
    ``stated`` is what the feed said of its last change, ``described`` what else it said of
    a page that waits.
    """

    url: str
    at: datetime
    outcome: str = ""
    waits: bool = False
    tries: int = 0
    etag: str | None = None
    last_modified: str | None = None
    stated: str | None = None
    described: SideCar = SideCar()


class Postponed(NamedTuple):
    """A URL that could not be had, and is asked for again by the next run."""

    name: str
    reason: str
    detail: str


class Trouble(NamedTuple):
    """What the run raises once everything else is stored."""

    error: Exception


Item = Delivery | Done | Unchanged | Left | Evidence | Visit | Postponed | Trouble


class Memory(Protocol):
    """What earlier runs of a feed have done, as its kind may ask."""

    def seen(self, source: Source) -> int | None:
        """How many payloads the file had when it was ingested whole; None: it was not, or has changed."""
        ...

    def visit(self, url: str) -> Visit | None:
        """What is remembered of the URL."""
        ...

    def waiting(self) -> list[Visit]:
        """The URLs that earlier runs could not have and this one asks for again, oldest first."""
        ...


def to_raw(
    delivery: Delivery,
    now: datetime,
    *,
    feed_id: str | None = None,
    agency_id: str | None = None,
    publisher: str | None = None,
    language_hint: str | None = None,
) -> RawDispatch:
    """The delivery as a RawDispatch that is not in the raw store; holds the payload in memory."""
    return RawDispatch(
        raw_uri=None,
        raw_sha256=delivery.sha256,
        name=delivery.name,
        payload=delivery.read(),
        feed_id=feed_id,
        collected_at=(delivery.collected_at or now).astimezone(UTC),
        sidecar=delivery.sidecar,
        agency_id=agency_id,
        publisher=publisher,
        language_hint=language_hint,
    )


def printable(name: str) -> str:
    """``name`` as text that every encoding carries: bytes that are no UTF-8 read ``\\xe9``.

    File names are bytes; Python smuggles what does not decode through lone surrogates,
    which neither Arrow nor SQLite take.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        try:
            return os.fsencode(name).decode("utf-8", "backslashreplace")
        except UnicodeEncodeError:
            return name.encode("utf-8", "backslashreplace").decode()
    return name
