"""The kinds of archive: how each is recognised by its first bytes, and what reads its members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from depeche.ingest import compressed
from depeche.ingest.archives import sevenzip, tars, zips
from depeche.ingest.delivery import Left
from depeche.ingest.limits import Budget, Member
from depeche.ingest.warc import members as warcmembers
from depeche.ingest.warc.bounds import is_addressable, is_warc
from depeche.records import Reject

MAGIC = {
    "zip": (b"PK\3\4", b"PK\5\6", b"PK\7\x08"),
    "gzip": (b"\x1f\x8b\x08",),
    "bzip2": tuple(b"BZh%d" % n + start for n in range(1, 10) for start in (b"1AY&SY", b"\x17rE8P\x90")),
    "xz": (b"\xfd7zXZ\0",),
    "zstd": compressed.ZSTD,
    "7z": (sevenzip.MAGIC,),
}
# The kinds that have members with names of their own.
NAMED = ("zip", "tar", "7z")
UNSUPPORTED = {
    b"Rar!\x1a\x07": "RAR",
    b"\x1f\x9d": "compress (.Z)",
    b"\x04\x22\x4d\x18": "LZ4",
}
HEAD = 1024


def sniff(head: bytes) -> str | None:
    """The kind of archive whose first bytes (512 or more) these are, a key of MAGIC, tar or warc."""
    if is_warc(head):
        return "warc"
    for kind, starts in MAGIC.items():
        if head.startswith(starts):
            return kind
    return "tar" if tars.looks_like(head) else None


def unsupported(head: bytes) -> Reject | None:
    """The refusal of an archive of a kind that is not read."""
    for start, kind in UNSUPPORTED.items():
        if head.startswith(start):
            return Reject(
                "unsupported_archive", f"{kind} is not read; deliver it unpacked, or as .tar.gz or .zip"
            )
    return None


def members(kind: str, source: IO[bytes], size: int, budget: Budget, most: int) -> Iterator[Member | Left]:
    """The members of an archive of ``size`` bytes; of a merely compressed file one without a name.

    ``most`` bytes of a WARC record are read. Raises Reject for what is damaged, Exhausted beyond the budget.
    """
    if kind == "warc" and is_addressable(source):
        yield from warcmembers.members(source, size, budget, most)
        return
    if kind == "zip":
        yield from zips.members(source, size, budget)
    elif kind == "tar":
        yield from tars.members(source, budget, seekable=True)
    elif kind == "7z":
        yield from sevenzip.members(source, budget)
    else:
        stream = "gzip" if kind == "warc" else kind
        head, whole = compressed.begun(compressed.unpack(source, stream, budget), HEAD)
        if tars.looks_like(head):
            yield from tars.members(compressed.Stream(whole), budget, seekable=False)  # type: ignore[arg-type]
            for _ in whole:
                pass  # the checksum is at the end of the compressed data
        else:
            yield Member("", whole)
