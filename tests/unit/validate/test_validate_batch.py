"""Batch rules: when something is wrong with the whole, the publish stops and says why."""

import json
import subprocess
import sys
from datetime import UTC, datetime

import msgspec
import pyarrow.parquet as pq
import pytest

import lake_rows
from depeche import lake
from depeche.validate import docs_site, validate
from lake_rows import dispatch, rejected, stage

again = msgspec.structs.replace


def judge(home, rows, refused=(), **environ):
    folder = stage(home, "b1", rows, list(refused), judged=False)
    return folder, validate(folder, lake_rows.settings(home, **environ))


def rows(count, **changes):
    return [dispatch(f"{n}", f"Texte {n}", **changes) for n in range(count)]


UNDATED = {
    "issued_at": None,
    "issued_at_text": None,
    "issued_at_precision": None,
    "issue_date_basis": "collected",
}


def test_a_batch_without_rows_passes_and_its_refusals_reach_the_lake(tmp_path):
    folder, verdict = judge(tmp_path, [], [rejected("x"), rejected("y")])
    assert verdict.passed
    assert verdict.tally.taken == 0
    assert verdict.result["rows"] == {}
    assert lake.publish(folder, lake_rows.settings(tmp_path)).quarantined == 2


def test_a_single_refused_row_is_published_as_a_refusal(tmp_path):
    folder, verdict = judge(tmp_path, rows(1, urgency=0))
    assert verdict.passed
    done = lake.publish(folder, lake_rows.settings(tmp_path))
    assert (done.accepted, done.quarantined) == (0, 1)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (UNDATED, "100% of the rows have no date of their own, over 50% of 20 records (DEPECHE_GATE_MAX_SHARE_UNDATED)"),
        ({"source": "UNKNOWN"}, "100% of the rows have no source, over 50% of 20 records (DEPECHE_GATE_MAX_SHARE_UNSOURCED)"),
        ({"urgency": 0}, "100% of the records are quarantined, over 50% of 20 records (DEPECHE_GATE_MAX_SHARE_QUARANTINED)"),
    ],
)  # fmt: skip
def test_a_share_over_its_limit_stops_a_batch_of_some_size(tmp_path, changes, words):
    folder, verdict = judge(tmp_path, rows(20, **changes))
    assert not verdict.passed
    assert verdict.failures == [words]
    with pytest.raises(lake.NotPassed):
        lake.publish(folder, lake_rows.settings(tmp_path))


def test_small_batches_are_not_judged_by_shares(tmp_path):
    assert judge(tmp_path, rows(19, source="UNKNOWN", **UNDATED))[1].passed


def test_a_share_at_its_limit_passes(tmp_path):
    assert judge(tmp_path, [*rows(10), *rows(10, **UNDATED)])[1].passed


def test_refusals_of_earlier_stages_count_in_the_share(tmp_path):
    _, verdict = judge(tmp_path, rows(9), [rejected(f"{n}") for n in range(11)])
    assert verdict.failures == [
        "55% of the records are quarantined, over 50% of 20 records (DEPECHE_GATE_MAX_SHARE_QUARANTINED)"
    ]


def test_what_servers_did_not_give_does_not_hold_back_what_they_gave(tmp_path):
    missing = [rejected(f"{n}", "http_error", stage="ingest") for n in range(30)]
    assert judge(tmp_path / "one", rows(9), missing)[1].passed
    _, verdict = judge(tmp_path / "two", rows(9), [*missing, *(rejected(f"bad {n}") for n in range(11))])
    assert len(verdict.failures) == 1


def test_limits_are_settings(tmp_path):
    _, verdict = judge(tmp_path, rows(20, source="UNKNOWN"), DEPECHE_GATE_MAX_SHARE_UNSOURCED="1")
    assert verdict.passed


def test_too_few_rows_stop_a_batch_that_has_some(tmp_path):
    _, verdict = judge(tmp_path, rows(3), DEPECHE_GATE_MIN_ROWS="4")
    assert verdict.failures == ["3 accepted rows, fewer than 4 (DEPECHE_GATE_MIN_ROWS)"]


def test_other_columns_than_the_schemas_stop_the_batch(tmp_path):
    folder = stage(tmp_path, "b1", rows(2), judged=False)
    table = pq.read_table(folder / "dispatches.parquet")
    changed = table.drop_columns(["slug"]).append_column("extra", table["slug"])
    at = changed.schema.get_field_index("word_count")
    changed = changed.set_column(at, "word_count", changed["word_count"].cast("string"))
    pq.write_table(changed, folder / "dispatches.parquet")
    verdict = validate(folder, lake_rows.settings(tmp_path))
    assert not verdict.passed
    (failure,) = verdict.failures
    for words in ("slug is missing", "extra is unknown", "word_count is string, not int32"):
        assert words in failure
    with pytest.raises(lake.NotPassed):
        lake.publish(folder, lake_rows.settings(tmp_path))


def test_great_expectations_is_not_imported_with_the_package():
    code = "import sys, depeche.validate; print('great_expectations' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_data_docs_are_built_from_kept_results_and_built_anew(tmp_path):
    folder, _ = judge(tmp_path, rows(2), [rejected()])
    settings = lake_rows.settings(tmp_path)
    kept = docs_site.Kept("b1", datetime(2016, 7, 6, tzinfo=UTC), (folder / "validation.json").read_text())
    empty = docs_site.Kept("b2", kept.published_at, json.dumps({"result": {"rows": {}, "batch": {}}}))
    for _ in range(2):
        index = docs_site.build(settings, [kept, empty])
        assert index == tmp_path / "data-docs" / "index.html"
        assert "b1" in index.read_text()
        pages = [page.name for page in index.parent.glob("validations/**/*.html")]
        assert pages == ["b1.html", "b1.html"]
    assert not list(tmp_path.glob(".data-docs*"))
