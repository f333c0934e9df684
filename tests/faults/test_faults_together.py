"""A night, a backfill of 24 months and five analysts on one lake at the same time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import tiny_wire
import together_worker
from depeche import lake, pipeline, query
from depeche.settings import load

pytestmark = pytest.mark.timeout(1800)  # a busy machine is no fault
WORKER = Path(together_worker.__file__)
ANALYSTS = 5
NIGHTS = 3
# Of the tiny wire: its dispatches of the feeds wire (in months nobody asks for) and loose.
LOOSE, EMPTY = 1, 1


def start(environ: dict[str, str], role: str, given: object) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DEPECHE_")}
    path = os.pathsep.join([str(WORKER.parent), kept.get("PYTHONPATH", "")])
    return subprocess.Popen(
        [sys.executable, str(WORKER), role, str(given)],
        env=kept | environ | {"PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(process: subprocess.Popen[bytes]) -> bytes:
    out, err = process.communicate()
    assert process.returncode == 0, err.decode()[-3000:]
    return out


@pytest.mark.faults
@pytest.mark.parametrize("at_once", [12, 1])
@pytest.mark.parametrize("catalog", ["sqlite", "postgres"])
def test_a_night_a_backfill_and_five_analysts(tmp_path, request, catalog, at_once):
    environ = tiny_wire.write(tmp_path)
    if catalog == "postgres":
        environ["DEPECHE_CATALOG"] = request.getfixturevalue("postgres_server").catalog()
    together_worker.generate(tmp_path)
    settings = load(environ)
    lake.ensure(settings, query.definitions())
    stop = tmp_path / "stop"
    analysts = [start(environ, "analyst", stop) for _ in range(ANALYSTS)]
    writers = [start(environ, "backfill", at_once), start(environ, "nightly", NIGHTS)]
    try:
        for writer in writers:
            finish(writer)
    finally:
        stop.touch()
        for writer in writers:
            writer.kill()
    seen = [json.loads(finish(analyst)) for analyst in analysts]
    assert [each["wrong"] for each in seen] == [[]] * ANALYSTS
    assert all(each["looks"] > 3 for each in seen)
    assert sum(each["states"] for each in seen) > ANALYSTS
    rows = len(together_worker.MONTHS) * together_worker.A_MONTH + NIGHTS * together_worker.A_NIGHT + LOOSE
    with closing(query.connect(settings)) as con:
        counts = con.execute(
            "SELECT count(*), count(DISTINCT (dispatch_id, revision)), count(DISTINCT date_trunc('month', issue_date)) "
            "FROM dispatch_revisions"
        ).fetchone()
        ledger = con.execute("SELECT sum(accepted), sum(known), sum(quarantined) FROM batches").fetchone()
    assert counts == (rows, rows, len(together_worker.MONTHS) + 1)
    assert ledger == (rows, 0, EMPTY)
    found = pipeline.verify(settings)
    assert found["sound"], found["problems"]
