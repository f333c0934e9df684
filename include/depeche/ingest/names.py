"""What a folder holds, in order: in memory while it is little, else in a file of its own.

A folder of millions is put in order by SQLite, in a temporary database without a name,
so that memory does not grow with it.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

# Names kept in memory; some megabytes.
FEW = 20_000
# Names that are fetched at once.
AT_ONCE = 1000
# As os.fsencode and os.fsdecode have it, which for a million names take their time.
_ENCODING, _ERRORS = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()


class Names:
    """Sorted names that can be asked for; those of sub-folders end in ``/``."""

    def __init__(self, names: Iterable[str]) -> None:
        given = iter(names)
        few = sorted(islice(given, FEW))
        self._few: list[str] | None = few
        further = next(given, None)
        if further is not None:
            self._few, self._db = None, _stored(chain(few, [further], given))

    def __iter__(self) -> Iterator[str]:
        if self._few is not None:
            yield from self._few
            return
        rows = self._db.execute("SELECT name FROM entry ORDER BY name")
        while found := rows.fetchmany(AT_ONCE):
            for (name,) in found:
                yield name.decode(_ENCODING, _ERRORS)

    def __contains__(self, name: str) -> bool:
        if self._few is not None:
            at = bisect_left(self._few, name)
            return at < len(self._few) and self._few[at] == name
        asked = self._db.execute("SELECT 1 FROM entry WHERE name = ?", (os.fsencode(name),))
        return asked.fetchone() is not None

    def starting(self, prefix: str) -> Iterator[str]:
        """The names that begin with ``prefix``."""
        if self._few is not None:
            for name in islice(self._few, bisect_left(self._few, prefix), None):
                if not name.startswith(prefix):
                    return
                yield name
            return
        rows = self._db.execute(
            "SELECT name FROM entry WHERE name >= ? ORDER BY name", (os.fsencode(prefix),)
        )
        for (name,) in rows:
            if not name.startswith(os.fsencode(prefix)):
                return
            yield os.fsdecode(name)


def names_in(path: str, wanted: Callable[[os.DirEntry[str]], bool]) -> Names:
    """What the folder holds of what is wanted. Raises OSError."""
    with os.scandir(path) as entries:
        return Names(
            entry.name + "/" if entry.is_dir(follow_symlinks=False) else entry.name
            for entry in entries
            if wanted(entry)
        )


def _stored(names: Iterable[str]) -> sqlite3.Connection:
    # "" is SQLite's name for a temporary database that spills to disk.
    db = sqlite3.connect("", isolation_level=None)
    db.execute("CREATE TABLE entry (name BLOB)")
    db.execute("BEGIN")
    db.executemany("INSERT INTO entry VALUES (?)", ((name.encode(_ENCODING, _ERRORS),) for name in names))
    # Made afterwards: SQLite sorts outside of memory, and inserts in any order would jump about.
    db.execute("CREATE INDEX entry_name ON entry (name)")
    db.execute("COMMIT")
    return db
