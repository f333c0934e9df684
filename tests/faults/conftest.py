"""An archive at each stage of a run, made once; each test breaks a copy of its own."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import fault_trial
import tiny_wire
from depeche import pipeline
from depeche.settings import PROJECT, Settings, load

SEED = int(os.environ.get("FAULTS_SEED", "20160706"))
SAMPLE = PROJECT / "seeds" / "dispatches" / "newsml"


class Archive(NamedTuple):
    """A copy of an archive before a stage, and what it must hold in the end."""

    environ: dict[str, str]
    stage: str
    done: Settings  # of the archive that came to no harm

    @property
    def settings(self) -> Settings:
        return load(self.environ)

    def trial(self, stage: str | None = None, **fault: Any) -> fault_trial.Trial:
        """The stage, and the harm that comes to it."""
        return fault_trial.trial(self.environ, stage or self.stage, **fault)

    def ends_well(self) -> None:
        """Run again: it is what a run without harm makes, whole, and nothing is left about."""
        settings = self.settings
        pipeline.run(settings)
        same_raw = self.stage not in ("ingest", "run")
        found, expected = (fault_trial.content(s, same_raw=same_raw) for s in (settings, self.done))
        assert found == expected, f"FAULTS_SEED={SEED}"
        found = pipeline.verify(settings)
        assert found["sound"], found["problems"]
        assert list(settings.staging.iterdir()) == []
        assert not list(settings.raw.rglob("*.tmp"))


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """The same for each test as long as the seed is (FAULTS_SEED)."""
    return random.Random(f"{SEED} {request.node.name}")


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Stage → an archive before it; ``done``: after the last. Some of it is in the lake already.

    What comes then has new dispatches, later revisions, the same again and one that is empty.
    """
    home = tmp_path_factory.mktemp("stages")
    environ = tiny_wire.write(home)
    wire, kept = home / "drop" / "wire", home / "kept"
    shutil.copytree(SAMPLE / "2016-06", wire / "2016-06", dirs_exist_ok=True)
    (home / "drop").rename(kept)
    shutil.copytree(kept / "wire" / "2016-06", wire / "2016-06")
    (home / "drop" / "loose").mkdir()
    settings = load(environ | {"DEPECHE_WIRE_BATCH": "10"})
    pipeline.run(settings)
    shutil.copytree(kept, home / "drop", dirs_exist_ok=True)
    for file in sorted((SAMPLE / "2016-07").iterdir())[4:12]:
        shutil.copy(file, wire / "2016-07")
    again = next(iter(sorted((SAMPLE / "2016-06").iterdir())))
    (wire / "2016-07" / "again.xml").write_bytes(again.read_bytes() + b"\n")
    found = {}
    for stage in (*fault_trial.STAGES, "done"):
        found[stage] = shutil.copytree(settings.home, home / f"before {stage}", symlinks=True)
        if stage != "done":
            fault_trial.run(settings, stage)
    return found


@pytest.fixture(scope="session")
def operations(stages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], int]:
    """How many operations a stage does without harm, counted once."""
    counted: dict[str, int] = {}

    def count(stage: str) -> int:
        if stage not in counted:
            environ = copied(stages, stage, tmp_path_factory.mktemp("count"))
            done = fault_trial.trial(environ, stage)
            assert done.code == 0, done.said
            counted[stage] = done.operations
        return counted[stage]

    return count


def copied(stages: dict[str, Path], stage: str, folder: Path, **more: str) -> dict[str, str]:
    """The environment of a copy of the archive before a stage."""
    home = stages["done"].parent
    shutil.copytree(stages["ingest" if stage == "run" else stage], folder / "archive", symlinks=True)
    return {
        "DEPECHE_HOME": str(folder / "archive"),
        "DEPECHE_FEEDS": str(home / "feeds.yml"),
        "DEPECHE_WORKERS": "1",
        "DEPECHE_PAGE_SECONDS": "200",
        "DEPECHE_WIRE_BATCH": "10",
        **more,
    }


@pytest.fixture
def archive(stages: dict[str, Path], tmp_path: Path) -> Callable[..., Archive]:
    """Makes a copy of the archive before a stage."""

    def make(stage: str, name: str = "copy", **more: str) -> Archive:
        environ = copied(stages, stage, tmp_path / name, **more)
        done = environ | {"DEPECHE_HOME": str(stages["done"]), "DEPECHE_CATALOG": ""}
        return Archive(environ, stage, load(done))

    return make
