"""Hazards of other writers: locks held too long, conflicts, keys added meanwhile."""

from contextlib import closing

import duckdb
import pytest
from filelock import FileLock
from tenacity import wait_none

import lake_rows
from depeche import catalog, lake, points
from depeche.lake import retry, tables
from lake_rows import dispatch, stage


def test_a_lock_that_is_held_too_long_is_reported(home, settings):
    with FileLock(settings.lake / "writer.lock"), pytest.raises(lake.LakeBusy, match="DEPECHE_LOCK_SECONDS"):
        lake.publish(
            stage(home, "b1", [dispatch("a")]), lake_rows.settings(home, DEPECHE_LOCK_SECONDS="0.05")
        )


class Foreign:
    """A writer that does not take the lock: commits once for each time it is let."""

    def __init__(self, settings, times, sql):
        self.settings, self.times, self.sql = settings, times, sql

    def reached(self, point):
        if point == "rows_written" and self.times:
            self.times -= 1
            with closing(catalog.connect(self.settings, write=True)) as con:
                con.execute("BEGIN")
                con.execute(self.sql)
                tables.commit_message(con, "foreign")
                con.execute("COMMIT")


DELETE_ONE = (
    "DELETE FROM lake.dispatch_revisions WHERE dispatch_id = "
    "(SELECT min(dispatch_id) FROM lake.dispatch_revisions WHERE dispatch_id LIKE '%victim%')"
)


@pytest.fixture
def contested(home, settings, monkeypatch):
    """A lake in which somebody deletes rows whenever the publish is between BEGIN and COMMIT."""
    monkeypatch.setattr(retry, "PAUSE", wait_none())
    lake.publish(stage(home, "b0", [dispatch(f"victim{n}", f"{n}") for n in range(20)]), settings)

    def contest(times):
        monkeypatch.setattr(points, "reached", Foreign(settings, times, DELETE_ONE).reached)

    return contest


def test_a_conflict_is_tried_again_from_begin(home, settings, ask, contested):
    contested(2)
    done = lake.publish(stage(home, "b1", [dispatch("a", reader_version="2")]), settings)
    assert done.accepted == 1
    assert ask("SELECT count(*) FROM dispatch_revisions") == [(19,)]
    assert ask("SELECT count(*) FROM batches") == [(2,)]


def test_it_gives_up_after_eight_conflicts_and_leaves_nothing_behind(home, settings, ask, contested):
    contested(100)
    with pytest.raises(lake.LakeError, match="gave up after 8 conflicting writes"):
        lake.publish(stage(home, "b1", [dispatch("a")]), settings)
    assert ask("SELECT count(*) FROM dispatch_revisions WHERE batch_id = 'b1'") == [(0,)]
    assert ask("SELECT count(*) FROM batches") == [(1,)]


def test_the_same_key_added_by_somebody_else_meanwhile_is_known_after_the_conflict(
    home, settings, monkeypatch
):
    lake.publish(stage(home, "b0", [dispatch("x")]), settings)
    same = "INSERT INTO lake.dispatch_revisions SELECT * REPLACE ('urn:newsml:example:a' AS dispatch_id) FROM lake.dispatch_revisions"
    monkeypatch.setattr(points, "reached", Foreign(settings, 1, same).reached)
    done = lake.publish(stage(home, "b1", [dispatch("a")]), settings)
    assert (done.accepted, done.known) == (0, 1)


def test_a_key_that_is_there_twice_is_noticed(home, settings, monkeypatch):
    lake.publish(stage(home, "b0", [dispatch("x")]), settings)
    twice = "INSERT INTO lake.dispatch_revisions SELECT * FROM lake.dispatch_revisions"
    monkeypatch.setattr(points, "reached", Foreign(settings, 1, twice).reached)
    with pytest.raises(lake.LakeError, match=r"keys twice \(AFP 2016-07: 1\)"):
        lake.publish(stage(home, "b1", [dispatch("a")]), settings)


def test_an_error_that_is_no_conflict_is_not_tried_again(home, settings, monkeypatch):
    tries = []

    def breaks(point):
        if point == "rows_written":
            tries.append(point)
            raise duckdb.IOException("IO Error: No space left on device")

    monkeypatch.setattr(points, "reached", breaks)
    with pytest.raises(lake.LakeError, match="No space left on device"):
        lake.publish(stage(home, "b1", [dispatch("a")]), settings)
    assert len(tries) == 1
