"""Runs of the same batches at the same time: each batch is worked on by one, the others find it done."""

import json
import os
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

import tiny_wire
from depeche import pipeline, query
from depeche.pipeline import staging
from depeche.settings import load

RUNS = 3
COMMAND = [sys.executable, "-c", "from depeche.cli import main; main()", "run", "--json"]


def counts(settings):
    with closing(query.connect(settings)) as con:
        return con.execute(
            "SELECT (SELECT count(*) FROM dispatch_revisions), "
            "(SELECT count(*) FROM (SELECT DISTINCT dispatch_id, revision FROM dispatch_revisions)), "
            "(SELECT count(*) FROM quarantine), (SELECT count(*) FROM batches)"
        ).fetchone()


def test_runs_over_the_same_batches_publish_each_once(tmp_path: Path):
    environ = tiny_wire.write(tmp_path)
    settings = load(environ)
    for feed in pipeline.feed_ids(settings):
        pipeline.ingest(settings, feed)
    batches = len(pipeline.plan(settings))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DEPECHE_")}
    runs = [
        subprocess.Popen(COMMAND, env=kept | environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(RUNS)
    ]
    for run in runs:
        out, err = run.communicate(timeout=240)
        assert run.returncode == 0, err.decode()[-3000:]
        json.loads(out)
    assert counts(settings) == (5, 5, 1, batches)
    assert not staging.staged_ids(settings)
    assert not list(settings.staging.iterdir())


def test_a_batch_that_is_held_is_waited_for(tmp_path: Path):
    settings = load({"DEPECHE_HOME": str(tmp_path)})
    reached = []

    def other() -> None:
        with staging.hold(settings, "b1"):
            reached.append("in")

    with staging.hold(settings, "b1"), staging.hold(settings, "b2"):
        waiting = threading.Thread(target=other)
        waiting.start()
        waiting.join(0.5)
        assert reached == []
    waiting.join(20)
    assert reached == ["in"]


@pytest.mark.parametrize("stage", ["validate", "publish"])
def test_a_batch_that_another_run_has_published_is_passed_over(tmp_path: Path, stage: str):
    settings = load(tiny_wire.write(tmp_path))
    pipeline.ingest(settings, "wire")
    staged = [done["batch_id"] for done in pipeline.process(settings, pipeline.plan(settings))]
    pipeline.validate(settings, staged)
    assert pipeline.publish(settings, staged)["batches"] == staged
    if stage == "validate":
        assert pipeline.validate(settings, staged) == []
    else:
        assert pipeline.publish(settings, staged)["batches"] == []
