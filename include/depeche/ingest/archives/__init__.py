"""Archives within archives, member by member, never unpacked whole.

A member is copied aside, looked at, and delivered or opened in its turn. What cannot be
taken is delivered as refused; where its own bytes cannot be had, the first refusal of an
archive carries the bytes of the archive itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.ingest import sidecar
from depeche.ingest.archives.box import Box, Keeper, delivery_of, input_of, name_of
from depeche.ingest.archives.kinds import HEAD, NAMED, members, sniff, unsupported
from depeche.ingest.delivery import Delivery, Left
from depeche.ingest.limits import Budget, Exhausted, Member, is_clutter, unsafe
from depeche.ingest.split import split, whole_items
from depeche.ingest.spool import Spooled, Spooling, first, spool
from depeche.records import Reject, SideCar


def expand(box: Box) -> Iterator[Delivery | Left]:
    """Every payload in the archive, in its order, then what is wrong with it.

    Each delivery is valid until the next is asked for.
    """
    keep = Keeper(box)
    with sidecar.SideCars() as sidecars:
        _collect(box, sidecars)
        try:
            for member in _members(box, box.budget):
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
                yield delivery_of(box, name, payload, refused=sidecar.orphan(name))


def _members(box: Box, budget: Budget) -> Iterator[Member | Left]:
    return members(box.kind, box.source, box.size, budget, box.settings.max_payload_mb * 1024 * 1024)


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
        yield from keep.refuse(name_of(box, member.name), input_of(box, member.name), damage)
        return
    if cut:
        with payload:
            yield from _before_the_cut(box, payload, keep)
        raise cut
    with payload:
        problem = unsafe(member.name) if member.name or box.kind in NAMED else None
        if member.refused or problem:
            why = member.refused or Reject("unsafe_path", f"{member.name!r}: {problem}")
            yield delivery_of(box, member.name, payload, refused=why)
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
            yield from split(delivery_of(box, "", beginning))


def _bad_sidecar(box: Box, name: str, payload: Spooled) -> Iterator[Delivery]:
    try:
        sidecar.parse(payload.head(sidecar.MAX_BYTES + 1))
    except Reject as bad:
        yield delivery_of(box, name, payload, refused=bad)


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
            yield delivery_of(box, name, payload, refused=why)
        else:
            yield from keep.refuse(name_of(box, name), input_of(box, name), why)
    elif kind:
        inner = box._replace(
            name=name_of(box, name),
            input=input_of(box, name),
            source=payload.file,
            size=payload.size,
            kind=kind,
            depth=box.depth + 1,
            sidecar=described,
        )
        yield from expand(inner)
    else:
        yield from split(delivery_of(box, name, payload, described, unsupported(head)))
