"""An archive under way: how its members are named and delivered, and how what cannot be taken is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, NamedTuple

from depeche.ingest.archives.kinds import NAMED
from depeche.ingest.delivery import Delivery, printable
from depeche.ingest.limits import Budget
from depeche.ingest.spool import Spooled, chunks_of, nothing, spool
from depeche.records import Reject, SideCar
from depeche.settings import Settings


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


def delivery_of(
    box: Box, name: str, payload: Spooled, described: SideCar | None = None, refused: Reject | None = None
) -> Delivery:
    """A member as delivered; without a side-car of its own the archive's describes it."""
    return Delivery(
        name=name_of(box, name),
        input=input_of(box, name),
        size=payload.size,
        sha256=payload.sha256,
        payload=payload.file,
        sidecar=box.sidecar if described is None else described,
        refused=(refused.reason, printable(refused.detail)) if refused else None,
    )


def name_of(box: Box, member: str) -> str:
    """The member's name within the delivery."""
    # A compressed file is its own only member, and keeps its name.
    return f"{box.name}!/{_shown(member)}" if member or box.kind in NAMED else box.name


def input_of(box: Box, member: str) -> str:
    """The member's path as given."""
    return f"{box.input}!/{_shown(member)}" if member or box.kind in NAMED else box.input


def _shown(member: str) -> str:
    return printable(member).removeprefix("./")
