"""Which batches a run plans: all that wait, or of a run about some days its own."""

from __future__ import annotations

from datetime import date

import pytest

from depeche import pipeline, settings

FEEDS = """feeds:
  - {id: wire, kind: drop, location: in, dated: "%Y-%m", enabled: true}
  - {id: loose, kind: drop, location: other, enabled: true}
"""
MAY, JUNE, JULY, AUGUST = (date(2016, month, 1) for month in (5, 6, 7, 8))


@pytest.fixture
def now(tmp_path):
    (tmp_path / "feeds.yml").write_text(FEEDS)
    for name in (
        "in/2016-05/a.txt",
        "in/2016-06/b.txt",
        "in/2016-06/c.txt",
        "in/d.txt",
        "other/2016-05/e.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"PARIS, 1 juin 2016 (AFP) - Le texte de {name}.")
    return settings.load({"DEPECHE_HOME": str(tmp_path), "DEPECHE_FEEDS": str(tmp_path / "feeds.yml")})


def planned(now, interval=None):
    """The feeds and names of the payloads that are planned."""
    from depeche.ingest import rawstore

    return {ref.name for batch in pipeline.plan(now, interval=interval) for ref in rawstore.refs(now, batch)}


def test_a_run_about_a_month_leaves_other_months_to_their_runs(now):
    pipeline.ingest(now, "wire", (MAY, JUNE))
    pipeline.ingest(now, "wire", (JUNE, JULY))
    assert planned(now, (MAY, JUNE)) == {"2016-05/a.txt"}
    assert planned(now, (JUNE, JULY)) == {"2016-06/b.txt", "2016-06/c.txt"}
    assert planned(now, (JULY, AUGUST)) == set()
    assert planned(now) == {"2016-05/a.txt", "2016-06/b.txt", "2016-06/c.txt"}


def test_nothing_stays_behind_that_no_run_is_about(now):
    pipeline.ingest(now, "wire")  # all months, and a file of none, in one batch
    pipeline.ingest(now, "loose")  # its folders say no days
    assert planned(now, (JULY, AUGUST)) == planned(now)
    assert len(planned(now)) == 5
