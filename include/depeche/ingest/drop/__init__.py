"""Drop folders: files and archives, walked in a fixed order with flat memory."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from depeche.ingest.delivery import Delivery, Item, Trouble, to_raw
from depeche.ingest.drop.file import read_file, refused_place
from depeche.ingest.drop.place import Place, Root, Seen, is_delivered, stay
from depeche.ingest.names import Names, names_in
from depeche.ingest.sidecar import Used
from depeche.ingest.unreached import unreachable, unreadable
from depeche.records import Reject
from depeche.settings import Settings

__all__ = ["Delivery", "deliveries", "to_raw", "walk"]


def deliveries(paths: Sequence[Path], settings: Settings) -> Iterator[Delivery]:
    """Every payload under ``paths``, in the order of the names; each valid until the next is asked for.

    Raises FileNotFoundError for a path that does not exist, what says that a folder of
    ``paths`` cannot be entered.
    """
    for item in walk(paths, settings):
        if isinstance(item, Trouble):
            raise item.error
        if isinstance(item, Delivery):
            yield item


def walk(
    paths: Sequence[Path],
    settings: Settings,
    *,
    folders: Sequence[str] | None = None,
    seen: Seen = lambda source: None,
) -> Iterator[Item]:
    """Deliveries, and after the last one of each file ``Done``; ``Unchanged`` for what was seen.

    ``folders`` (relative to each path, with ``/``): only these are walked. A path that cannot be
    entered is ``Trouble``, a folder below it a refusal.
    """
    listed: dict[str, Names] = {}
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"{path}: no such file or folder")
        is_folder = path.is_dir()
        given = os.path.join(path, "") if is_folder else str(path)
        root = Root(given, os.path.realpath(path), is_folder, settings, seen, listed, Used())
        if folders is not None:
            for folder in folders:
                if os.path.isdir(os.path.join(root.real, folder)):
                    yield from _folder(root, f"{folder}/")
        elif root.is_folder:
            yield from _folder(root, "")
        else:
            yield from read_file(root, Place(root.real, path.name, None))


def _folder(root: Root, top: str) -> Iterator[Item]:
    stack: list[Iterator[Item | str]] = [iter([top])]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif isinstance(item, str):
            stack.append(_listing(root, item))
        else:
            yield item


def _listing(root: Root, folder: str) -> Iterator[Item | str]:
    """The items of a folder, and its sub-folders as names that end in ``/``, in order."""
    path = os.path.join(root.real, folder)
    try:
        stay(root, path)
        names = names_in(path, is_delivered)
    except Reject as why:
        yield from refused_place(root, folder.rstrip("/"), why)
        return
    except OSError as error:
        if folder:
            yield from refused_place(root, folder.rstrip("/"), unreadable(error))
        else:
            yield unreachable(root.given, error)
        return
    inside = os.path.join(path, "")  # joined once: there may be a million names
    for name in names:
        if name.endswith("/"):
            yield folder + name
        else:
            yield from read_file(root, Place(inside + name, folder + name, names))
