"""The gate: rows that break a rule go to quarantine; a batch that breaks one is not published."""

from __future__ import annotations

import math
import time
from collections import Counter
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow as pa

from depeche import batchfile, catalog, digests, points, schema
from depeche.reasons import NOT_HAD
from depeche.records import Rejected, Tally
from depeche.settings import Settings
from depeche.validate import batch_rules, engine, offsets
from depeche.validate.rules import ROW_RULES, Rule
from depeche.validate.verdict import Verdict, keep

LIGHT = files("depeche.validate").joinpath("light.sql")


def validate(folder: Path, settings: Settings) -> Verdict:
    """Judge the staged batch in ``folder``; write accepted, refused and the verdict beside it.

    Can be called again at any time. Raises StagingDamaged where a staged file cannot be
    read, ExpectationRaised where an expectation could not be evaluated.
    """
    began = time.perf_counter()
    written = batchfile.read(folder).digests
    rows, rejected = (
        digests.read(folder / name, written) for name in ("dispatches.parquet", "rejected.parquet")
    )
    differences = batch_rules.schema_differences(rows.schema)
    frame = None if differences else _light(folder / "dispatches.parquet", rows)
    failed, row_result = _judge_rows(frame)
    refused = [refusal(rows, at, found) for at, found in sorted(failed.items())]
    unread = sum(reason not in NOT_HAD for reason in rejected["reason"].to_pylist())
    facts = batch_rules.facts(frame, failed, unread, differences)
    failures, batch_result = batch_rules.judge(facts, settings)
    tally = Tally(
        stage="validate",
        taken=rows.num_rows,
        accepted=rows.num_rows - len(refused),
        quarantined=len(refused),
        seconds=time.perf_counter() - began,
        reasons=dict(Counter(refusal.reason for refusal in refused)),
    ).check()
    verdict = Verdict(
        passed=not failures,
        failures=failures,
        tally=tally,
        result={"rows": row_result, "batch": batch_result},
    )
    return _keep(folder, rows, failed, refused, verdict)


def _light(file: Path, rows: pa.Table) -> Any:
    """The light frame, in pandas."""
    with closing(catalog.open_duckdb()) as con:
        con.execute("SET threads = 1")  # each thread takes buffers of its own
        return con.execute(LIGHT.read_text(), {"file": str(file)}).df().assign(**offsets.wrong(rows))


def _judge_rows(frame: Any) -> tuple[dict[int, list[tuple[Rule, Any]]], dict[str, Any]]:
    """By row number the rules it breaks with the value at fault, in the rules' order."""
    if frame is None or frame.empty:
        return {}, {}
    pairs = [
        (rule, engine.Expectation(rule.name, "row", kwargs))
        for rule in ROW_RULES
        for kwargs in rule.expectations()
    ]
    outcomes, result = engine.judge(frame, [expectation for _, expectation in pairs], "rows")
    failed: dict[int, list[tuple[Rule, Any]]] = {}
    for (rule, _), outcome in zip(pairs, outcomes, strict=True):
        for row, value in outcome.rows.items():
            failed.setdefault(row, []).append((rule, value))
    return failed, result


def refusal(rows: pa.Table, at: int, found: list[tuple[Rule, Any]]) -> Rejected:
    """The refusal of row ``at`` of staged ``rows`` for the rules it breaks: the first gives the reason."""
    names = ("raw_uri", "raw_sha256", "raw_name", "feed_id", "collected_at", "dispatch_id", "revision")
    row = rows.slice(at, 1).select(list(names)).to_pylist()[0]
    words = dict.fromkeys(rule.says.format(value=_words(value)) for rule, value in found)
    return Rejected(
        stage="validate", reason=found[0][0].reason, detail="the dispatch " + "; ".join(words), **row
    )


def _words(value: Any) -> str:
    """The value at fault for the detail; Great Expectations gives whole numbers as floats, too."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return "none"  # JSON has no infinity, and Great Expectations' result is JSON
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)


def _keep(
    folder: Path, rows: pa.Table, failed: dict[int, Any], refused: list[Rejected], verdict: Verdict
) -> Verdict:
    batch_id = str(rows["batch_id"][0]) if refused else ""
    accepted = rows.filter(pa.array([at not in failed for at in range(rows.num_rows)], pa.bool_()))
    refusals = pa.Table.from_batches([schema.rejected_to_arrow(refused, batch_id)])
    points.reached("judged")
    return keep(folder, accepted, refusals, verdict)
