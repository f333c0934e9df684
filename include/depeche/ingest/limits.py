"""What an archive may not do: unpack without end, or name places outside of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from depeche.records import Reject, SideCar
from depeche.settings import Settings

# Below this many bytes nothing is called a bomb, whatever its ratio.
FLOOR = 10 * 1024 * 1024
MAX_MEMBERS = 5_000_000


class Exhausted(Reject):
    """The delivered file as a whole has used up its budget: reading it ends here."""


class Member(NamedTuple):
    """A member of an archive, to be read before the next one is asked for.

    ``refused`` is set where it is no file (a link, a device). ``fatal``: where its bytes
    are damaged nothing behind it can be read either. ``described``: what the archive says of it.
    """

    name: str
    chunks: Iterator[bytes]
    refused: Reject | None = None
    fatal: bool = True
    described: SideCar | None = None


class Budget:
    """What may be unpacked from one delivered file, archives within archives included.

    At most ``max_archive_ratio`` times the file's own size (and always FLOOR), so that a
    chain of harmless ratios does not multiply; and at most MAX_MEMBERS members.
    """

    def __init__(self, size: int, settings: Settings) -> None:
        self.ratio = settings.max_archive_ratio
        self.most = max(FLOOR, size * settings.max_archive_ratio)
        self.unpacked = 0
        self.members = 0

    def spend(self, count: int) -> None:
        """Count unpacked bytes. Raises Exhausted."""
        self.unpacked += count
        if self.unpacked > self.most:
            raise Exhausted(
                "archive_bomb",
                f"unpacks to over {self.most / 1e6:.0f} MB, {self.ratio} times its size "
                "(DEPECHE_MAX_ARCHIVE_RATIO); what came before was taken",
            )

    def count(self) -> None:
        """Count a member. Raises Exhausted."""
        self.members += 1
        if self.members > MAX_MEMBERS:
            raise Exhausted(
                "archive_bomb", f"holds over {MAX_MEMBERS:,} members; deliver it in several archives"
            )

    def judge(self, unpacked: int, packed: int) -> None:
        """Raise Reject where one member or stream alone unpacks to too much."""
        if unpacked > FLOOR and unpacked > self.ratio * max(packed, 1):
            raise Reject(
                "archive_bomb",
                f"{packed:,} bytes unpack to {unpacked:,} and more, over {self.ratio} times their size; if it "
                "is to be trusted, raise DEPECHE_MAX_ARCHIVE_RATIO and ingest it again",
            )


class Readable(Protocol):
    """What an archive is read from."""

    def read(self, count: int = -1, /) -> bytes:
        """Bytes from the present place."""
        ...

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place."""
        ...


def unsafe(name: str) -> str | None:
    """Why a member of this name is refused, or None: it would be written outside of its folder."""
    if name in ("", ".", "./"):
        return "it has no name"
    if "\0" in name:
        return "its name holds a NUL"
    if "\\" in name:
        return "its name holds a backslash, which some systems take for a folder"
    if name.startswith("/"):
        return "its name is absolute"
    if re.match("[A-Za-z]:", name):
        return "its name begins with a drive letter"
    if ".." in name.split("/"):
        return "its name leads out of the archive (..)"
    if name.endswith("/"):
        return "its name is a folder's, but it holds bytes"
    return None


def is_clutter(name: str) -> bool:
    """Whether a member is what macOS adds to archives: no payload, and nothing of the sender's."""
    base = name.rpartition("/")[2]
    return name.startswith("__MACOSX/") or base.startswith("._") or base == ".DS_Store"
