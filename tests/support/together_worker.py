"""Who works on one lake at the same time.

python together_worker.py backfill AT_ONCE   24 months of the feed wire, so many judged and published at once
python together_worker.py nightly NIGHTS     so many nights of the feed loose, each with new dispatches
python together_worker.py analyst STOP       reads until there is a file STOP; prints what it saw as JSON
"""

import json
import os
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import one_process
import tiny_wire
from depeche import pipeline, query
from depeche.catalog import NoLake
from depeche.settings import Settings, load

MONTHS = [date(year, month, 1) for year in (2003, 2004) for month in range(1, 13)]
A_MONTH, A_NIGHT = 2, 3
# In one statement, so in one snapshot: rows, keys, and batches of which not all rows are there.
SEEN = """
SELECT (SELECT count(*) FROM dispatch_revisions),
       (SELECT count(DISTINCT (dispatch_id, revision)) FROM dispatch_revisions),
       (SELECT list(batch_id) FROM batches FULL JOIN
          (SELECT batch_id, count(*) AS n FROM dispatch_revisions GROUP BY ALL) USING (batch_id)
        WHERE coalesce(n, 0) IS DISTINCT FROM accepted)
"""


def generate(home: Path) -> None:
    """The history, into the drop folder of the feed wire."""
    for month in MONTHS:
        folder = home / "drop" / "wire" / f"{month:%Y-%m}"
        folder.mkdir(parents=True)
        for n in range(1, A_MONTH + 1):
            number = month.year * 10_000 + month.month * 100 + n
            (folder / f"{n}.txt").write_text(tiny_wire.dispatch(f"{month:%B} {n}, {month.year}", number))


def archive(settings: Settings, feed: str) -> None:
    """What the tasks of a DAG do once the feed is ingested."""
    staged = [done["batch_id"] for done in pipeline.process(settings, pipeline.plan(settings, [feed]))]
    verdicts = pipeline.validate(settings, staged)
    pipeline.publish(settings, [verdict["batch"] for verdict in verdicts if verdict["passed"]])


def backfill(settings: Settings, at_once: int) -> None:
    for n, first in enumerate(MONTHS, 1):
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        pipeline.ingest(settings, "wire", (first, after))
        if n % at_once == 0:
            archive(settings, "wire")


def nightly(settings: Settings, nights: int) -> None:
    drop = settings.feeds.parent / "drop" / "loose"
    for night in range(1, nights + 1):
        for n in range(1, A_NIGHT + 1):
            text = tiny_wire.dispatch(f"August {night}, 2016", 9_000_000 + night * 100 + n)
            (drop / f"{night}-{n}.txt").write_text(text)
        pipeline.ingest(settings, "loose")
        archive(settings, "loose")


def analyst(settings: Settings, stop: Path) -> dict:
    seen = {"looks": 0, "states": 0, "wrong": []}
    most = 0
    while not stop.exists():
        try:
            con = query.connect(settings)
        except NoLake:
            continue
        with closing(con):
            for _ in range(10):
                rows, keys, halves = con.execute(SEEN).fetchone()
                seen["looks"] += 1
                seen["states"] += rows > most
                if rows != keys or halves or rows < most:
                    seen["wrong"].append([rows, keys, halves, most])
                most = rows
                time.sleep(1)  # to think
                if stop.exists():
                    break
    return seen


if __name__ == "__main__":
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    one_process.use()
    role, given = sys.argv[1:]
    if role == "analyst":
        print(json.dumps(analyst(load(), Path(given))))
    else:
        {"backfill": backfill, "nightly": nightly}[role](load(), int(given))
