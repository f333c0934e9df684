"""The measures of `make bench-ops`, as far as they need no Airflow."""

import re
from datetime import UTC, date, datetime, timedelta

import msgspec

import compiled
import ops_airflow
import ops_made
from depeche.pipeline import journal
from depeche.settings import load
from ops_publish import publish

START = datetime(2026, 10, 1, tzinfo=UTC)


def test_stages_at_work_at_the_same_time_count_once(tmp_path, monkeypatch):
    here = load({"DEPECHE_HOME": str(tmp_path)})
    for end, seconds in ((4, 3), (5, 3), (10, 1), (-5, 2)):  # 1 to 4, 2 to 5, 9 to 10, and before the run
        monkeypatch.setattr(journal, "now", lambda end=end: START + timedelta(seconds=end))
        journal.write(here, stage="process", state="done", work=f"{end}", seconds=float(seconds))
    assert ops_airflow.at_work(here, START, START + timedelta(seconds=20)) == 5


def test_items_are_distinct_and_of_their_month(tmp_path):
    ops_made.write_wire(tmp_path / "wire", 30, first=7, month=date(2003, 2, 1))
    texts = [file.read_text() for file in sorted((tmp_path / "wire").iterdir())]
    assert len({re.search("<NewsItemId>(.*?)<", text)[1] for text in texts}) == len(texts) == 30
    assert {re.search(r"<DateId>(\d{6})", text)[1] for text in texts} == {"200302"}
    ops_made.write_pages(tmp_path / "pages", 40)
    addresses = {ops_made.CANONICAL.search(file.read_bytes())[1] for file in (tmp_path / "pages").iterdir()}
    assert len(addresses) == 40


def test_publishing_is_measured(tmp_path):
    compiled.share(tmp_path)
    told = []
    [measure] = publish(tmp_path, rows=300, increment=50, repeat=1, tell=told.append)
    assert measure.value > 0
    assert measure.detail["into the full lake (s)"] > 0
    assert "publishing 2 of 2" in told
    assert msgspec.json.encode(measure)
