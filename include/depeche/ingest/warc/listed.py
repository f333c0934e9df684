"""The WARC files at a location: a file, a folder, or a list of files as Common Crawl publishes them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence

from depeche import storage
from depeche.ingest.delivery import Delivery, Trouble, printable
from depeche.ingest.unreached import refusal, unreachable, unreadable
from depeche.storage import Place, Stored

ENDINGS = (".warc", ".warc.gz")
# Common Crawl's lists of files, one path a line.
LIST, LISTS = "warc.paths.gz", (".paths", ".paths.gz")


def files(location: Place, folders: Sequence[str] | None) -> Iterator[Stored | Delivery | Trouble]:
    """The WARC files at a location; one that cannot be reached as a refusal, a folder or list as Trouble."""
    for top in [location] if folders is None else [location / folder for folder in folders]:
        try:
            with storage.reaching():
                for file in _below(top, is_part=folders is not None):
                    if isinstance(file, Stored):
                        yield file
                    else:
                        yield storage.look(file) if file is top else _looked_at(file)
        except OSError as error:
            yield unreachable(top, error)


def _below(top: Place, *, is_part: bool) -> Iterator[Stored | Place]:
    if top.name.endswith(LISTS):
        yield from _listed(top)
    elif top.name.endswith(ENDINGS):
        yield top
    elif storage.is_web(top):
        yield from _listed(top / LIST)
    elif not is_part or top.is_dir():
        yield from (file for file in storage.walk(top) if file.place.name.endswith(ENDINGS))


def _listed(names: Place) -> Iterator[Place]:
    """The files of a list; its paths begin at the folder above that the first of them names."""
    content = names.read_bytes()
    paths = (gzip.decompress(content) if names.name.endswith(".gz") else content).decode().split()
    first = paths[0].partition("/")[0] if paths else ""
    base = next((above.parent for above in names.parents if above.name == first), names.parent)
    for path in paths:
        yield base / path


def _looked_at(file: Place) -> Stored | Delivery:
    try:
        return storage.look(file)
    except OSError as error:
        return refusal(printable(f"{file.name}#0"), printable(f"{file}#0"), unreadable(error))
