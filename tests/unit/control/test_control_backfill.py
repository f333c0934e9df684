"""Backfills against an Airflow that is only a list of runs; the real one is in tests/integration."""

from datetime import date

import msgspec
import pytest

from depeche.control import backfill
from depeche.control.api import Backfill, Run, Unanswered
from depeche.control.months import following, months
from depeche.control.using import AirflowError, Using


class Ledger:
    """Airflow's runs and backfills. Each time it is asked for its runs, ``speed`` of them end."""

    def __init__(self, speed: int = 1000) -> None:
        self.speed = speed
        self.made: list[Run] = []
        self.asked: list[Backfill] = []
        self.paused = False
        self.away = 0

    def is_paused(self):
        return self.paused

    def runs(self):
        if self.away:
            self.away -= 1
            raise Unanswered("nobody answers")
        waiting = [n for n, run in enumerate(self.made) if run.state == "queued"]
        for n in waiting[: self.speed]:
            self.made[n] = msgspec.structs.replace(self.made[n], state="success")
        return list(self.made)

    def backfills(self):
        """A backfill is closed a while after its last run."""
        if not [run for run in self.made if run.state == "queued"]:
            self.asked = [msgspec.structs.replace(each, completed_at="now") for each in self.asked]
        return list(self.asked)

    def create(self, feed, first, last, *, at_once):
        assert all(each.completed_at for each in self.asked), "one at a time"
        month = first
        while month <= last:
            self.made.append(Run(run_id=f"{month} {len(self.made)}", key=f"{month:%Y-%m}", state="queued",
                                 feeds=[feed], started=None, ended=None))  # fmt: skip
            month = following(month)
        self.asked.append(Backfill(id=len(self.asked), feeds=[feed], first=first, last=last, paused=False,
                                   created_at="now", completed_at=None))  # fmt: skip


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(backfill, "POLL", 0)


def using(metadata="embedded PostgreSQL"):
    return Using(url="http://127.0.0.1:8080", user="admin", password="-", metadata=metadata, executor=None)


def asked(airflow):
    return [(f"{each.first:%Y-%m}", f"{each.last:%Y-%m}") for each in airflow.asked]


YEARS = months("1994-05", "2010-12", date(2026, 11, 26))


def test_on_postgresql_it_is_one_backfill_and_nothing_is_done_again():
    airflow = Ledger(speed=7)
    seen = []
    ended = backfill.run(airflow, using(), "wire", YEARS, tell=lambda now: seen.append(now.count("done")))
    assert asked(airflow) == [("1994-05", "2010-12")]
    assert ended.count("done") == len(YEARS) == 200
    assert seen == sorted(seen)
    assert {7, 14, 200} <= set(seen)
    backfill.run(airflow, using(), "wire", YEARS)
    assert len(airflow.made) == 200
    backfill.run(airflow, using(), "wire", YEARS, again=True)
    assert len(airflow.made) == 400


def test_on_sqlite_it_is_thirty_months_at_a_time_one_after_the_other():
    airflow = Ledger(speed=7)
    ended = backfill.run(airflow, using("sqlite"), "wire", YEARS)
    assert len(airflow.asked) == 7
    assert asked(airflow)[:2] == [("1994-05", "1996-10"), ("1996-11", "1999-04")]
    assert ended.count("done") == 200


def test_on_sqlite_several_at_once_are_refused_and_so_is_leaving_before_the_last_chunk():
    with pytest.raises(AirflowError, match="SQLite, which does not survive several runs at once"):
        backfill.run(Ledger(), using("sqlite"), "wire", YEARS, at_once=2)
    with pytest.raises(AirflowError, match="it takes 7 backfills, one after the other"):
        backfill.run(Ledger(), using("sqlite"), "wire", YEARS, wait=False)


def test_what_was_begun_and_lost_is_followed_and_then_the_rest_is_started():
    airflow = Ledger(speed=5)
    airflow.create("wire", date(2000, 1, 1), date(2000, 12, 1), at_once=1)
    wanted = months("1999", "2001", date(2026, 11, 26))
    assert backfill.run(airflow, using(), "wire", wanted).count("done") == 36
    assert asked(airflow) == [("2000-01", "2000-12"), ("1999-01", "1999-12"), ("2001-01", "2001-12")]
    assert len(airflow.made) == 36


def test_months_of_another_feed_are_not_done():
    airflow = Ledger()
    backfill.run(airflow, using(), "other", YEARS[:3])
    assert backfill.run(airflow, using(), "wire", YEARS[:3]).count("done") == 3
    assert len(airflow.made) == 6


def test_an_airflow_that_is_away_for_a_moment_is_waited_for(monkeypatch):
    airflow = Ledger()
    airflow.create("wire", YEARS[0], YEARS[1], at_once=1)
    airflow.away = 3
    assert backfill.follow(airflow, "wire", YEARS[:2]).count("done") == 2
    airflow.away = 10**9
    monkeypatch.setattr(backfill, "PATIENCE", 0)
    with pytest.raises(Unanswered):
        backfill.follow(airflow, "wire", YEARS[:2])


def test_another_feeds_backfill_and_a_paused_dag_are_named_at_once():
    airflow = Ledger(speed=0)
    airflow.create("other", YEARS[0], YEARS[2], at_once=1)
    with pytest.raises(AirflowError, match="a backfill of other from 1994-05 to 1994-07 is under way"):
        backfill.run(airflow, using(), "wire", YEARS)
    airflow.paused = True
    with pytest.raises(AirflowError, match="is paused"):
        backfill.run(airflow, using(), "wire", YEARS)


def test_what_has_ended_cannot_be_held():
    airflow = Ledger()
    with pytest.raises(AirflowError, match="no backfill of wire was started yet"):
        backfill.change(airflow, "pause", "wire")
    backfill.run(airflow, using(), "wire", YEARS[:2])
    with pytest.raises(AirflowError, match="wire from 1994-05 to 1994-06, has ended"):
        backfill.change(airflow, "pause")


def test_two_months_together_but_where_metadata_may_be_in_sqlite():
    assert [using(kind).together for kind in ("postgresql", "sqlite", None)] == [2, 1, 1]
