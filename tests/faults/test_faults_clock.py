"""A clock that jumps, and a feed that is down: nothing is lost, nothing comes twice."""

from __future__ import annotations

import pytest

from depeche import pipeline

pytestmark = pytest.mark.timeout(900)  # a busy machine is no fault

DAY = 86_400


@pytest.mark.parametrize(
    ("stage", "seconds"),
    [
        ("run", -3 * DAY),
        pytest.param("run", -40 * DAY, marks=pytest.mark.faults),
        pytest.param("run", 3600, marks=pytest.mark.faults),
        pytest.param("run", 1, marks=pytest.mark.faults),
        pytest.param("publish", -400 * DAY, marks=pytest.mark.faults),
        pytest.param("publish", 400 * DAY, marks=pytest.mark.faults),
    ],
)
def test_the_clock_jumps_and_comes_back(archive, stage, seconds):
    harmed = archive(stage)
    done = harmed.trial(clock=seconds)
    assert done.code == 0, done.said
    harmed.ends_well()


def test_a_feed_is_down_for_a_night(archive, tmp_path):
    harmed = archive("run")
    feeds = tmp_path / "feeds.yml"
    declared = harmed.settings.feeds.read_text()
    drop = harmed.settings.feeds.parent / "drop"
    feeds.write_text(declared.replace(f"{drop}/loose", f"{tmp_path}/gone"))
    settings = type(harmed)(harmed.environ | {"DEPECHE_FEEDS": str(feeds)}, "run", harmed.done).settings
    done = pipeline.run(settings)
    assert list(done["unreachable"]) == ["loose"]
    assert done["accepted"] > 0
    harmed.ends_well()
