"""A payload that hangs, crashes or explodes costs itself and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import batch_work
from depeche import batch
from depeche.settings import SettingsError, load


@pytest.fixture
def settings(tmp_path):
    return load({"DEPECHE_HOME": str(tmp_path), "DEPECHE_WORKERS": "2", "DEPECHE_PAGE_SECONDS": "1"})


def outcomes(items, settings):
    results = list(batch.run(batch_work.WORK, iter(items), settings))
    assert sum(count for count, _ in results) == len(items)
    return [line for _, result in results for line in result]


def test_results_keep_the_order_of_the_items(settings):
    items = [f"item {n}" for n in range(1000)]
    assert outcomes(items, settings) == [f"{item} done" for item in items]


def test_lost_items_cost_only_themselves(settings):
    items = ["a", "hang", "b", "crash", "c", "explode", "d"]
    assert outcomes(items, settings) == [
        "a done", "hang timeout", "b done", "crash crashed", "c done", "explode memory", "d done",
    ]  # fmt: skip


def test_what_keeps_workers_from_starting_is_said(settings):
    work = batch_work.WORK._replace(start=batch_work.wrong_start)
    with pytest.raises(SettingsError, match=r"^rules.yml:4: no rule$"):
        list(batch.run(work, iter(["a", "b"]), settings))


def test_nothing_in_nothing_out(settings):
    assert outcomes([], settings) == []


def test_each_group_gets_its_own_results_whatever_is_taken_of_them(settings):
    groups = [["a", "b"], [], ["crash", "c"], [f"item {n}" for n in range(900)], ["d"]]
    with batch.Workers(batch_work.WORK, settings) as workers:
        each = workers.run_each(iter(group) for group in groups)
        assert [line for _, lines in next(each) for line in lines] == ["a done", "b done"]
        assert list(next(each)) == []
        assert [line for _, lines in next(each) for line in lines] == ["crash crashed", "c done"]
        assert next(next(each))[0] == batch.CHUNK_ITEMS  # the others are not asked for
        assert [line for _, lines in next(each) for line in lines] == ["d done"]
        assert list(each) == []


def test_a_group_is_begun_while_the_one_before_waits_for_its_last(settings):
    begun = []

    def groups():
        for group in (["a"], ["b"], ["c"]):
            begun.append(group)
            yield iter(group)

    with batch.Workers(batch_work.WORK, settings) as workers:
        for results in workers.run_each(groups()):
            if begun[-1] != ["c"]:
                raise AssertionError(f"{begun} begun while {list(results)} was waited for")


def test_a_defect_of_the_function_is_raised_not_swallowed(settings):
    with pytest.raises(ValueError, match="a defect of the function itself"):
        outcomes(["a", "defect"], settings)


CELERY = """
import sys
import billiard
import batch_work
if __name__ == "__main__":
    pool = billiard.Process(target=batch_work.in_a_pool, args=(sys.argv[1],))
    pool.daemon = True
    pool.start()
    pool.join()
"""


def test_a_task_in_celerys_pool_has_workers_like_any_other(tmp_path):
    command = [sys.executable, "-c", CELERY, tmp_path / "answer"]
    env = os.environ | {"PYTHONPATH": str(Path(batch_work.__file__).parent)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=200)
    assert (tmp_path / "answer").read_text() == "['a done', 1]", done.stderr


def test_chunks_hold_every_item_once_and_stay_small():
    items = ["x" * size for size in (1, 5_000_000, 10, 3_999_990, 11)] + ["y"] * 600
    cut = list(batch.chunks(iter(items), len))
    assert [item for chunk in cut for item in chunk] == items
    for chunk in cut:
        assert len(chunk) <= batch.CHUNK_ITEMS
        assert len(chunk) == 1 or sum(map(len, chunk)) <= batch.CHUNK_BYTES
