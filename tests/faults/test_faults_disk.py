"""Disks that are full, read-only or lie: a clear error, and when that is cured the same archive."""

from __future__ import annotations

import errno

import pytest

from depeche import pipeline
from depeche.catalog import StagingDamaged

pytestmark = pytest.mark.timeout(900)  # a busy machine is no fault

FILES = ("dispatches.parquet", "rejected.parquet", "accepted.parquet", "refused.parquet")


@pytest.mark.parametrize(
    ("stage", "smallest", "largest"),
    [
        ("publish", 4_000, 30_000),
        pytest.param("publish", 30_000, 150_000, marks=pytest.mark.faults),
        pytest.param("validate", 500, 15_000, marks=pytest.mark.faults),
        pytest.param("process", 500, 15_000, marks=pytest.mark.faults),
        pytest.param("ingest", 500, 15_000, marks=pytest.mark.faults),
    ],
)
def test_no_file_can_grow_any_more(archive, chance, stage, smallest, largest):
    harmed = archive(stage)
    size = chance.randint(smallest, largest)
    done = harmed.trial(file_bytes=size)
    assert done.code == 1, f"{size}: {done.said}"
    harmed.ends_well()


@pytest.mark.parametrize(
    ("stage", "under", "number"),
    [
        ("process", "staging", errno.EROFS),
        pytest.param("validate", "staging", errno.EROFS, marks=pytest.mark.faults),
        pytest.param("publish", "staging", errno.EROFS, marks=pytest.mark.faults),
        pytest.param("ingest", "raw", errno.ENOSPC, marks=pytest.mark.faults),
        pytest.param("process", "staging", errno.ENOSPC, marks=pytest.mark.faults),
        pytest.param("publish", "lake", errno.ENOSPC, marks=pytest.mark.faults),
    ],
)
def test_a_folder_that_cannot_be_written(archive, operations, chance, stage, under, number):
    harmed = archive(stage)
    at = chance.randint(1, operations(stage) // 2)
    done = harmed.trial(errno=number, under=under, at=at)
    if done.code:  # else what was to be written had been before
        assert done.code == 1, done.said
    harmed.ends_well()


@pytest.mark.parametrize(
    "name", [FILES[0], *(pytest.param(name, marks=pytest.mark.faults) for name in FILES[1:])]
)
def test_a_bit_flips_in_staging(archive, chance, name):
    harmed = archive("publish")
    settings = harmed.settings
    file = chance.choice(sorted(settings.staging.glob(f"*/{name}")))
    octets = bytearray(file.read_bytes())
    octets[chance.randrange(len(octets))] ^= 1 << chance.randrange(8)
    file.write_bytes(octets)
    staged = [folder.name for folder in settings.staging.iterdir()]
    read_by = pipeline.validate if name == "dispatches.parquet" else pipeline.publish
    with pytest.raises(StagingDamaged, match="not those that were written; run again"):
        read_by(settings, staged)
    harmed.ends_well()


@pytest.mark.parametrize(
    "name",
    ["batch.json", *(pytest.param(n, marks=pytest.mark.faults) for n in ("validation.json", FILES[0]))],
)
def test_a_staged_file_is_cut_off(archive, chance, name):
    harmed = archive("publish")
    for file in harmed.settings.staging.glob(f"*/{name}"):
        file.write_bytes(file.read_bytes()[: chance.randrange(50)])
    if name == "dispatches.parquet":
        with pytest.raises(StagingDamaged, match="run again"):
            pipeline.run(harmed.settings)
    harmed.ends_well()
