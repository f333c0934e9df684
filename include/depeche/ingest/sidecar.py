"""Side-cars: ``NAME.meta.json`` beside ``NAME`` or ``NAME.ext`` says how it was delivered."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC
from types import TracebackType

import msgspec

from depeche.ingest.names import Names
from depeche.records import Reject, SideCar

SUFFIX = ".meta.json"
MAX_BYTES = 64 * 1024
# A compressed file's side-car may be named for what is in it: x.html.gz, x.html, x.
COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
EXAMPLE = '{"collected_at": "2016-07-06T20:00:00Z", "url": "https://…", "publisher": "…", "language": "fr", "issued_at": "2016-07-06"}'


def is_sidecar(name: str) -> bool:
    """Whether a file of this name describes another file."""
    return name.endswith(SUFFIX) and name.rpartition("/")[2] != SUFFIX


def candidates(name: str) -> list[str]:
    """Names a side-car of ``name`` may have, the one that counts first."""
    folder, slash, base = name.rpartition("/")
    bases = [base]
    if base.endswith(COMPRESSED):
        bases.append(_stem(base))
    bases.append(_stem(bases[-1]))
    return [f"{folder}{slash}{base}{SUFFIX}" for base in dict.fromkeys(bases)]


def parse(content: bytes) -> SideCar:
    """The side-car as a record, ``collected_at`` in UTC.

    Raises Reject("bad_sidecar") with what to write instead.
    """
    if len(content) > MAX_BYTES:
        raise Reject("bad_sidecar", f"over {MAX_BYTES // 1024} KB; a side-car is as short as {EXAMPLE}")
    try:
        found = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=SideCar)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Reject("bad_sidecar", f"{error}; write UTF-8 JSON such as {EXAMPLE}") from None
    if found.collected_at is None:
        return found
    if found.collected_at.tzinfo is None:
        raise Reject(
            "bad_sidecar",
            f"collected_at {found.collected_at.isoformat()} has no offset from UTC; "
            f"write {found.collected_at.isoformat()}Z or {found.collected_at.isoformat()}+02:00",
        )
    try:
        return msgspec.structs.replace(found, collected_at=found.collected_at.astimezone(UTC))
    except OverflowError:
        raise Reject("bad_sidecar", f"collected_at {found.collected_at} is no date in UTC") from None


def inherit(own: SideCar, archive: SideCar) -> SideCar:
    """A member's side-car, completed by what its archive's says; what else that says is one thing's only."""
    return msgspec.structs.replace(
        own,
        collected_at=own.collected_at or archive.collected_at,
        publisher=own.publisher or archive.publisher,
        language=own.language or archive.language,
        charset=own.charset or archive.charset,
    )


def described(name: str, names: Names) -> Iterator[str]:
    """The files beside it that the side-car ``name`` describes."""
    base = name.removesuffix(SUFFIX)
    if base in names and not is_sidecar(base):
        yield base
    for other in names.starting(base + "."):
        if name in candidates(other) and not is_sidecar(other) and not other.endswith("/"):
            yield other


def orphan(name: str) -> Reject:
    """The refusal of a side-car without its file."""
    base = name.rpartition("/")[2].removesuffix(SUFFIX)
    return Reject(
        "orphan_sidecar",
        f"there is no {base} or {base}.… beside it; deliver the file, with this side-car, again",
    )


class Used:
    """The side-cars used last in this run: a file and its side-car are neighbours by their names."""

    def __init__(self) -> None:
        self._last: deque[str] = deque(maxlen=64)

    def add(self, path: str) -> None:
        """Note one."""
        self._last.append(path)

    def check(self, path: str, names: Names, taken: Callable[[str], bool]) -> None:
        """Raise Reject where the side-car at ``path`` describes no file, or only such as were ``taken`` without it."""
        name = path.rpartition("/")[2]
        files = list(described(name, names))
        if not files:
            raise orphan(name)
        if path not in self._last and all(map(taken, files)):
            said = f"{files[0]} was taken before it came, or before it was changed; it has no effect"
            raise Reject("late_sidecar", said)


class SideCars:
    """The side-cars of one archive, kept on disk while its members are read.

    They may come before or after their member, and there may be a million.
    """

    def __init__(self) -> None:
        # "" is SQLite's name for a temporary database that spills to disk.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("CREATE TABLE sidecar (name BLOB PRIMARY KEY, content BLOB, used INT DEFAULT 0)")
        self.count = 0

    def add(self, name: str, content: bytes) -> None:
        """Remember a side-car; of two of the same name the later counts, as when unpacking."""
        self._db.execute(
            "INSERT OR REPLACE INTO sidecar (name, content) VALUES (?, ?)", (_key(name), content)
        )
        self.count += 1

    def of(self, name: str) -> SideCar:
        """The side-car of the member ``name``; an empty one where it has none or a bad one."""
        for candidate in candidates(name) if self.count else ():
            row = self._db.execute(
                "UPDATE sidecar SET used = 1 WHERE name = ? RETURNING content", (_key(candidate),)
            ).fetchall()
            if row:
                try:
                    return parse(row[0][0])
                except Reject:
                    return SideCar()  # the side-car itself is delivered as refused
        return SideCar()

    def orphans(self) -> Iterator[tuple[str, bytes]]:
        """Name and content of the good side-cars that no member asked for."""
        for name, content in self._db.execute(
            "SELECT name, content FROM sidecar WHERE NOT used ORDER BY name"
        ):
            try:
                parse(content)
            except Reject:
                continue
            yield name.decode("utf-8", "surrogatepass"), content

    def __enter__(self) -> SideCars:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()


def _stem(base: str) -> str:
    stem, dot, _ = base.rpartition(".")
    return stem if dot and stem else base


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")
