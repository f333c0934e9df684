"""What killed runs leave in staging is removed; what others work on, and what waits, is not."""

from __future__ import annotations

import pytest

import compiled
from depeche import locks, pipeline, settings
from depeche.pipeline import staging
from depeche.pipeline.publish import clear


@pytest.fixture
def now(tmp_path):
    made = settings.load({"DEPECHE_HOME": str(tmp_path), "DEPECHE_WORKERS": "1"})
    made.staging.mkdir(parents=True)
    compiled.share(tmp_path)
    return made


def left(now, batch):
    """As a run leaves it that was killed while it wrote."""
    (now.staging / f".{batch}.lock").touch()
    (now.staging / f".{batch}.abc{staging.PART}").mkdir()


def names(now):
    return sorted(path.name for path in now.staging.iterdir())


def test_what_a_killed_run_left_is_removed(now):
    left(now, "a1")
    clear(now)
    assert names(now) == []


def test_what_another_works_on_stays(now):
    left(now, "a1")
    with locks.hold(now, "batch a1", now.staging / ".a1.lock"):
        clear(now)
        assert names(now) == [".a1.abc.part", ".a1.lock"]
    clear(now)
    assert names(now) == []


def test_what_is_staged_whole_stays(now, tmp_path):
    (tmp_path / "a.txt").write_text("PARIS, 1 juin 2016 (AFP) - Le texte.")
    pipeline.ingest_paths(now, [tmp_path / "a.txt"])
    [done] = pipeline.process(now, pipeline.plan(now))
    before = names(now)
    clear(now)
    assert names(now) == before
    assert staging.staged_ids(now) == [done["batch_id"]]
