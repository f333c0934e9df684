"""The search index under fire: its writer killed at random while others publish and search."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

import lake_rows
from depeche import lake, query, search
from lake_rows import dispatch, stage

ROWS = 100
SAME = (
    "SELECT count(*) = count(d.dispatch_id) AND count(*) = count(s.dispatch_id) AND bool_and(d.revision = s.revision) "
    "AS same FROM dispatches d FULL JOIN search('eins OR zwei') s USING (dispatch_id)"
)


def worker(*words):
    command = [sys.executable, Path(lake_rows.__file__).with_name("lake_worker.py"), *map(str, words)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.faults
def test_killed_at_random_it_is_whole_and_converges(tmp_path, chance):
    settings = lake_rows.settings(tmp_path)
    lake.ensure(settings, query.definitions())
    lake.publish(stage(tmp_path, "b0", [dispatch(f"{n}", "Wort eins.") for n in range(ROWS)]), settings)
    search.fresh(settings)
    reader = worker("search", tmp_path, "eins OR zwei", ROWS)
    for kill in range(1, 9):
        writer = worker("index", tmp_path, "for-ever")
        end = time.monotonic() + chance.uniform(1, 5)
        for batch in range(10):
            if time.monotonic() > end:
                break
            revision = 10 * kill + batch
            changed = [
                dispatch(f"{n}", "Wort zwei.", revision=revision, raw_sha256=f"{revision:064}")
                for n in chance.sample(range(ROWS), 10)
            ]
            changed.append(dispatch(f"new{revision}", "Wort zwei."))
            lake.publish(stage(tmp_path, f"b{revision}", changed), settings)
        time.sleep(max(0, end - time.monotonic()))
        writer.kill()
        writer.communicate()
        with query.run(SAME, settings) as found:
            assert found.read_all().to_pylist() == [{"same": True}]
    told, wrong = reader.communicate(timeout=60)
    assert reader.returncode == 0, wrong.decode()
    assert int(told) > 10
    assert search.tend(settings).documents == search.find(settings, "eins OR zwei").total
