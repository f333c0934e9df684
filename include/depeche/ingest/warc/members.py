"""A WARC file as an archive: its records are its members, each named for its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import IO

import msgspec

from depeche.ingest import sidecar
from depeche.ingest.delivery import Left
from depeche.ingest.feeds import select
from depeche.ingest.feeds.select import Selection
from depeche.ingest.limits import Budget, Member
from depeche.ingest.spool import CHUNK
from depeche.ingest.warc import records as warcread
from depeche.instants import read_instant
from depeche.records import Reject, SideCar

NOTHING = SideCar()


def members(source: IO[bytes], size: int, budget: Budget, most: int) -> Iterator[Member | Left]:
    """Every record that may hold a dispatch, then how many do not, by cause.

    Of a file of a raw store such as ours, names and side-cars are those it tells.
    """
    left: Counter[str] = Counter()
    want = partial(select.by_headers, Selection())
    for found in warcread.records(source, size, want=want, most=most):
        if isinstance(found, warcread.Skipped):
            left[found.cause] += 1
        elif isinstance(found, warcread.Damaged):
            yield Member(str(found.offset), _bytes(source, found), damage(found), fatal=False)
        else:
            yield _member(found, budget, most)
    yield Left(dict(left))


def _member(found: warcread.Found, budget: Budget, most: int) -> Member:
    try:
        body, refused = warcread.payload(found, most), None
    except Reject as why:
        body, refused = found.block or b"", why
    budget.spend(len(body))
    try:
        own = _as_stored(found)
    except (msgspec.MsgspecError, UnicodeError, Reject):
        own = None  # the header's name is ours, what it holds is not
    name, described = own or (str(found.offset), described_by(found))
    return Member(name, iter([body]), refused, fatal=False, described=described)


def _as_stored(found: warcread.Found) -> tuple[str, SideCar] | None:
    """Name and side-car of a record that a raw store wrote; None of any other.

    Raises MsgspecError, UnicodeError or Reject where they are none that it writes.
    """
    name = found.record.headers.get("Depeche-Name")
    if not name:
        return None
    described = (found.record.headers.get("Depeche-Sidecar") or "{}").encode()
    return msgspec.json.decode(name, type=str), sidecar.parse(described)


def described_by(found: warcread.Found) -> SideCar:
    """What a record says of its payload: when it was fetched, from where, in which charset."""
    headers = found.record.headers
    url = (headers.get("WARC-Target-URI") or "").strip("<>")
    at = read_instant(headers.get("WARC-Date"))
    return SideCar(
        collected_at=at if at and at.tzinfo else None,
        url=url if url.startswith(("http://", "https://")) else None,
        charset=found.record.http_charset if found.record.is_http else None,
    )


def damage(found: warcread.Damaged) -> Reject:
    """The refusal of bytes that hold no whole record."""
    where = f"bytes {found.offset:,} to {found.end:,}"
    if found.cut:
        return Reject("truncated_archive", f"{where}: the file ends in the midst of a record")
    return Reject("corrupt_archive", f"{where} hold no record that can be read; what follows is taken")


def _bytes(source: IO[bytes], found: warcread.Damaged) -> Iterator[bytes]:
    at = found.offset
    while at < found.end:
        source.seek(at)
        data = source.read(min(CHUNK, found.end - at))
        if not data:
            return
        at += len(data)
        yield data
