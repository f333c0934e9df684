"""A run's account names whatever is missing; nothing missing, nothing named."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.account import account, chunks

INGESTED = [
    {"feed": "a", "taken": 5, "accepted": 3, "quarantined": 1, "known": 1},
    {"feed": "b", "taken": 2, "accepted": 2, "quarantined": 0, "known": 0},
]
PLANNED = [["a/1.warc.gz", "a/2.warc.gz"], ["b/1.warc.gz"]]
PROCESSED = [
    [{"batch_id": "a1", "raw_file": "a/1.warc.gz"}, {"batch_id": "a2", "raw_file": "a/2.warc.gz"}],
    [{"batch_id": "b1", "raw_file": "b/1.warc.gz"}],
]
VERDICTS = [{"batch": batch, "passed": True, "failures": []} for batch in ("a1", "a2", "b1")]
PUBLISHED = {"accepted": 4, "quarantined": 1, "known": 2, "batches": ["a1", "a2", "b1"]}


def of(feeds=("a", "b"), ingested=INGESTED, planned=PLANNED, processed=PROCESSED, verdicts=VERDICTS,
       published=PUBLISHED):  # fmt: skip
    return account(feeds, ingested, planned, processed, verdicts, published)


def test_a_whole_run_adds_up_and_misses_nothing():
    assert of() == {
        "ingest": {"taken": 7, "accepted": 5, "quarantined": 1, "known": 1},
        "publish": {"taken": 7, "accepted": 4, "quarantined": 1, "known": 2},
        "batches": 3,
        "missing": [],
    }


def test_a_night_without_dispatches_misses_nothing():
    nothing = {"accepted": 0, "quarantined": 0, "known": 0, "batches": []}
    assert of(planned=[[]], processed=[[]], verdicts=[], published=nothing)["missing"] == []


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"ingested": INGESTED[1:]}, "1 of 2 feeds not ingested, see the task ingest: a"),
        ({"processed": PROCESSED[1:]},
         "2 of 3 batches not processed, see the task process: a/1.warc.gz, a/2.warc.gz"),
        ({"verdicts": [*VERDICTS[:2], {"batch": "b1", "passed": False, "failures": ["volume", "undated"]}]},
         "b/1.warc.gz is held at the gate: volume, undated"),
        ({"published": None}, "nothing was published: see the task publish"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_with_the_task_to_look_at(change, missing):
    assert of(**change)["missing"] == [missing]


def test_a_run_that_failed_at_the_start_says_so_first():
    missing = of(feeds=None, ingested=[], planned=None, processed=[], verdicts=None, published=None)[
        "missing"
    ]
    assert missing[0] == "no feeds could be ingested: see the task feeds"
    assert len(missing) == 4


def test_many_names_are_counted():
    planned = [[f"a/{n}.warc.gz" for n in range(1000)]]
    [missing] = of(planned=planned, processed=[], verdicts=[])["missing"]
    assert missing.startswith("1000 of 1000 batches not processed")
    assert missing.endswith("a/4.warc.gz and 995 more")


@given(st.lists(st.text(max_size=3), max_size=700), st.integers(1, 300), st.integers(1, 5))
def test_chunks_hold_every_item_once_in_order_and_evenly(items, most, apiece):
    found = chunks(items, most, apiece)
    assert [item for chunk in found for item in chunk] == items
    assert len(found) == min(most, ceil(len(items) / apiece))
    assert not found or max(map(len, found)) - min(map(len, found)) <= 1
