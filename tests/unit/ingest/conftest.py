"""What the tests of ingest share: settings with a home of their own, and archives made on the spot."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from depeche.ingest import drop
from depeche.ingest.drop import file as dropfile
from depeche.records import SideCar
from depeche.settings import Settings, load

NOW = datetime(2016, 7, 6, 20, 0, tzinfo=UTC)
Seen = tuple[str, bytes, SideCar, tuple[str, str] | None]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load({"DEPECHE_HOME": str(tmp_path / "home")})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "drop"
    made.mkdir()
    return made


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def take() -> Callable[..., list[Seen]]:
    """Everything that is delivered under paths: name, bytes, side-car, refusal."""

    def taken(settings: Settings, *paths: Path) -> list[Seen]:
        return [(d.name, d.read(), d.sidecar, d.refused) for d in drop.deliveries(paths, settings)]

    return taken


@pytest.fixture
def zip_bytes() -> Callable[..., bytes]:
    def made(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", method) as archive:
            for name, content in members.items():
                archive.writestr(zipfile.ZipInfo(name, (2016, 7, 6, 20, 0, 0)), content, method)
        return file.getvalue()

    return made


@pytest.fixture
def tar_bytes() -> Callable[..., bytes]:
    def made(members: Mapping[str, bytes | tarfile.TarInfo], mode: str = "w") -> bytes:
        file = io.BytesIO()
        with tarfile.open(fileobj=file, mode=mode) as archive:
            for name, content in members.items():
                if isinstance(content, tarfile.TarInfo):
                    content.name = name
                    archive.addfile(content)
                else:
                    header = tarfile.TarInfo(name)
                    header.size = len(content)
                    archive.addfile(header, io.BytesIO(content))
        return file.getvalue()

    return made


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as settled at once, however lately the test wrote them."""
    monkeypatch.setattr(dropfile, "SETTLED_SECONDS", -1e9)
