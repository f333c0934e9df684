"""Archives within archives, member by member: recognised by content, never unpacked whole.

A member is copied aside, looked at, and delivered or opened in its turn. What cannot be
taken is delivered as refused; where its own bytes cannot be had, the first refusal of an
archive carries the bytes of the archive itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, NamedTuple

from depeche.ingest import compressed, sevenzip, sidecar, tars, warcmembers, zips
from depeche.ingest.delivery import Delivery, Left, printable
from depeche.ingest.limits import Budget, Exhausted, Member, is_clutter, unsafe
from depeche.ingest.split import split, whole_items
from depeche.ingest.spool import Spooled, Spooling, chunks_of, first, nothing, spool
from depeche.ingest.warcbounds import is_addressable, is_warc
from depeche.records import Reject, SideCar
from depeche.settings import Settings

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


class Box(NamedTuple):
    """An archive under way. ``depth`` is 1 for a delivered file, 2 for an archive in it …"""

    name: str
    input: str
    source: IO[bytes]
    size: int
    kind: str
    depth: int
    sidecar: SideCar
    budget: Budget
    settings: Settings


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


def expand(box: Box) -> Iterator[Delivery | Left]:
    """Every payload in the archive, in its order, then what is wrong with it.

    Each delivery is valid until the next is asked for.
    """
    keep = Keeper(box)
    with sidecar.SideCars() as sidecars:
        _collect(box, sidecars)
        try:
            for member in _members(box):
                if isinstance(member, Left):
                    yield member
                elif not is_clutter(member.name):
                    yield from _member(box, member, sidecars, keep)
        except Exhausted as end:
            if box.depth > 1:
                raise
            yield from keep.refuse(box.name, box.input, end)
        except Reject as damage:
            yield from keep.refuse(box.name, box.input, damage)
        for name, content in sidecars.orphans():
            with spool([content]) as payload:
                yield _delivery(box, name, payload, refused=sidecar.orphan(name))


class Keeper:
    """Sees to it that what an archive holds and we cannot take is not lost: keeps the archive."""

    def __init__(self, box: Box) -> None:
        self._box = box
        self._kept = ""

    def refuse(self, name: str, given: str, why: Reject) -> Iterator[Delivery]:
        """One refused delivery; the first one carries the archive's bytes, where it is not too large."""
        box, detail = self._box, why.detail
        payload = None
        if self._kept:
            detail += f"; its bytes are in {self._kept}"
        elif box.size > box.settings.max_payload_mb * 1024 * 1024:
            outer = box.name.split("!/")[0]
            detail += (
                f"; {box.name} ({box.size / 1e6:.0f} MB) is over DEPECHE_MAX_PAYLOAD_MB, so its bytes are not "
                f"kept here: keep {outer} in the drop folder"
            )
        else:
            try:
                payload = spool(chunks_of(box.source))
                self._kept = f"the archive's, kept with the refusal of {name}"
            except Reject as unreadable:
                detail += f"; nor can its bytes be kept ({unreadable.detail})"
        with payload or nothing() as bytes_kept:
            refused = (why.reason, printable(detail))
            yield Delivery(
                name, given, bytes_kept.size, bytes_kept.sha256, bytes_kept.file, box.sidecar, refused
            )


def _members(box: Box, budget: Budget | None = None) -> Iterator[Member | Left]:
    budget = budget or box.budget
    if box.kind == "warc" and is_addressable(box.source):
        most = box.settings.max_payload_mb * 1024 * 1024
        yield from warcmembers.members(box.source, box.size, budget, most)
        return
    if box.kind == "zip":
        yield from zips.members(box.source, box.size, budget)
    elif box.kind == "tar":
        yield from tars.members(box.source, budget, seekable=True)
    elif box.kind == "7z":
        yield from sevenzip.members(box.source, budget)
    else:
        kind = "gzip" if box.kind == "warc" else box.kind
        head, whole = compressed.begun(compressed.unpack(box.source, kind, budget), HEAD)
        if tars.looks_like(head):
            yield from tars.members(compressed.Stream(whole), budget, seekable=False)  # type: ignore[arg-type]
            for _ in whole:
                pass  # the checksum is at the end of the compressed data
        else:
            yield Member("", whole)


def _collect(box: Box, sidecars: sidecar.SideCars) -> None:
    """Read the archive once for its side-cars; what is wrong with it is found the second time."""
    if box.kind == "warc" or (box.kind not in NAMED and not _is_tar(box)):
        return
    try:
        for member in _members(box, Budget(box.size, box.settings)):
            if not isinstance(member, Member) or member.refused or unsafe(member.name):
                continue
            if sidecar.is_sidecar(member.name):
                sidecars.add(member.name, _short(member))
    except Reject:
        return


def _is_tar(box: Box) -> bool:
    try:
        found = next(_members(box, Budget(box.size, box.settings)), None)
        return isinstance(found, Member) and bool(found.name)
    except Reject:
        return False


def _short(member: Member) -> bytes:
    content = b""
    for chunk in member.chunks:
        content += chunk
        if len(content) > sidecar.MAX_BYTES:
            break
    return content


def _member(box: Box, member: Member, sidecars: sidecar.SideCars, keep: Keeper) -> Iterator[Delivery | Left]:
    box.budget.count()
    try:
        payload, cut = _copied(box, member)
    except Exhausted:
        raise
    except Reject as damage:
        if member.fatal:
            raise
        yield from keep.refuse(_name(box, member.name), _input(box, member.name), damage)
        return
    if cut:
        with payload:
            yield from _before_the_cut(box, payload, keep)
        raise cut
    with payload:
        problem = unsafe(member.name) if member.name or box.kind in NAMED else None
        if member.refused or problem:
            why = member.refused or Reject("unsafe_path", f"{member.name!r}: {problem}")
            yield _delivery(box, member.name, payload, refused=why)
        elif member.name and sidecar.is_sidecar(member.name):
            yield from _bad_sidecar(box, member.name, payload)
        else:
            own = member.described or sidecars.of(member.name)
            described = sidecar.inherit(own, box.sidecar) if member.name else box.sidecar
            yield from _payload(box, member.name, payload, described, keep)


def _copied(box: Box, member: Member) -> tuple[Spooled, Reject | None]:
    """The member's bytes; where a merely compressed file is cut off, those before the cut, and its refusal.

    Raises Reject where the bytes cannot be had.
    """
    with Spooling() as copy:
        try:
            for chunk in member.chunks:
                copy.write(chunk)
        except Reject as why:
            if member.name or box.kind in NAMED or why.reason != "truncated_archive":
                raise
            return copy.done(), why
        return copy.done(), None


def _before_the_cut(box: Box, payload: Spooled, keep: Keeper) -> Iterator[Delivery | Left]:
    """What is whole of a compressed file that is cut off: its records, or its items."""
    kind = sniff(payload.head(HEAD))
    if kind == "warc":
        yield from _payload(box, "", payload, box.sidecar, keep)
    elif kind is None and (size := whole_items(payload.file)):
        with spool(first(payload.file, size)) as beginning:
            yield from split(_delivery(box, "", beginning))


def _bad_sidecar(box: Box, name: str, payload: Spooled) -> Iterator[Delivery]:
    try:
        sidecar.parse(payload.head(sidecar.MAX_BYTES + 1))
    except Reject as bad:
        yield _delivery(box, name, payload, refused=bad)


def _payload(
    box: Box, name: str, payload: Spooled, described: SideCar, keep: Keeper
) -> Iterator[Delivery | Left]:
    head = payload.head(HEAD)
    kind = sniff(head)
    if kind and box.depth >= box.settings.max_archive_depth:
        why = Reject(
            "archive_too_deep",
            f"an archive within {box.depth} others (DEPECHE_MAX_ARCHIVE_DEPTH); deliver it by itself",
        )
        if payload.size <= box.settings.max_payload_mb * 1024 * 1024:
            yield _delivery(box, name, payload, refused=why)
        else:
            yield from keep.refuse(_name(box, name), _input(box, name), why)
    elif kind:
        inner = box._replace(
            name=_name(box, name),
            input=_input(box, name),
            source=payload.file,
            size=payload.size,
            kind=kind,
            depth=box.depth + 1,
            sidecar=described,
        )
        yield from expand(inner)
    else:
        yield from split(_delivery(box, name, payload, described, unsupported(head)))


def _delivery(
    box: Box, name: str, payload: Spooled, described: SideCar | None = None, refused: Reject | None = None
) -> Delivery:
    return Delivery(
        name=_name(box, name),
        input=_input(box, name),
        size=payload.size,
        sha256=payload.sha256,
        payload=payload.file,
        sidecar=box.sidecar if described is None else described,
        refused=(refused.reason, printable(refused.detail)) if refused else None,
    )


def _name(box: Box, member: str) -> str:
    # A compressed file is its own only member, and keeps its name.
    return f"{box.name}!/{_shown(member)}" if member or box.kind in NAMED else box.name


def _input(box: Box, member: str) -> str:
    return f"{box.input}!/{_shown(member)}" if member or box.kind in NAMED else box.input


def _shown(member: str) -> str:
    return printable(member).removeprefix("./")
