"""A payload that hangs, crashes or explodes costs itself and nothing else."""

import pytest

import batch_work
from depeche import batch
from depeche.settings import load


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


def test_nothing_in_nothing_out(settings):
    assert outcomes([], settings) == []


def test_a_defect_of_the_function_is_raised_not_swallowed(settings):
    with pytest.raises(ValueError, match="a defect of the function itself"):
        outcomes(["a", "defect"], settings)


def test_chunks_hold_every_item_once_and_stay_small():
    items = ["x" * size for size in (1, 5_000_000, 10, 3_999_990, 11)] + ["y"] * 600
    cut = list(batch.chunks(iter(items), len))
    assert [item for chunk in cut for item in chunk] == items
    for chunk in cut:
        assert len(chunk) <= batch.CHUNK_ITEMS
        assert len(chunk) == 1 or sum(map(len, chunk)) <= batch.CHUNK_BYTES
