"""Each stage killed, at each named point and at random ones: run again, it ends in the same archive."""

from __future__ import annotations

import signal

import pytest

pytestmark = pytest.mark.timeout(900)  # a busy machine is no fault

POINTS = {
    "process": ("rows_staged", "staged"),
    "validate": ("judged", "rows_judged", "verdict_written"),
    "publish": (
        "before_lock", "locked", "rows_written", "before_sync", "before_commit", "after_commit", "published",
    ),
}  # fmt: skip
IN_SHORT = ("staged", "published")
KILLED = -signal.SIGKILL


@pytest.mark.parametrize(
    ("stage", "point"),
    [
        pytest.param(stage, point, marks=[] if point in IN_SHORT else [pytest.mark.faults])
        for stage, points in POINTS.items()
        for point in points
    ],
)
def test_killed_at_a_named_point(archive, stage, point):
    harmed = archive(stage)
    assert harmed.trial(point=point).code == KILLED
    harmed.ends_well()


@pytest.mark.parametrize("stage", ["ingest", pytest.param("process", marks=pytest.mark.faults), "publish"])
def test_killed_at_a_random_operation(archive, operations, chance, stage):
    harmed = archive(stage)
    assert harmed.trial(at=chance.randint(1, operations(stage))).code == KILLED
    harmed.ends_well()


@pytest.mark.faults
@pytest.mark.parametrize("stage", ["ingest", "process", "validate", "publish", "run"])
@pytest.mark.parametrize("round", range(5))
def test_killed_three_times_at_random_operations(archive, operations, chance, stage, round):
    harmed = archive(stage)
    for _ in range(3):
        # A later trial may have less to do and end before.
        assert harmed.trial(at=chance.randint(1, operations(stage))).code in (KILLED, 0)
    harmed.ends_well()


@pytest.mark.faults
@pytest.mark.parametrize("stage", ["process", "validate", "publish", "run"])
@pytest.mark.parametrize("round", range(3))
def test_one_of_its_processes_is_killed(archive, operations, chance, stage, round):
    harmed = archive(stage)
    done = harmed.trial(at=chance.randint(1, operations(stage)), only=True)
    assert done.code in (0, 1, KILLED), done.said
    assert done.code != 1 or "was killed, perhaps for want of memory; run again" in done.said
    harmed.ends_well()


@pytest.mark.parametrize("round", [0, *(pytest.param(n, marks=pytest.mark.faults) for n in range(1, 10))])
def test_killed_in_mid_commit(archive, chance, round):
    harmed = archive("publish")
    seconds = chance.uniform(0, 0.03)
    assert harmed.trial(point="before_commit", after=seconds).code == KILLED
    harmed.ends_well()
