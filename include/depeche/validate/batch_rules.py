"""The batch rules: when something is wrong with the whole, nothing of it is published."""

from __future__ import annotations

from typing import Any, NamedTuple

import pyarrow as pa

from depeche import schema
from depeche.settings import Settings
from depeche.validate import engine


class Facts(NamedTuple):
    """What the batch rules judge. Shares are None where there is nothing to take a share of."""

    records: int
    rows: int
    accepted: int
    share_undated: float | None
    share_unsourced: float | None
    share_quarantined: float | None
    differences: list[str]


class BatchRule(NamedTuple):
    """``column`` of the facts between ``low`` and ``high``; ``setting`` is what changes that."""

    column: str
    low: float | None
    high: float | None
    says: str
    setting: str


def schema_differences(found: pa.Schema) -> list[str]:
    """How the staged columns differ from ``schema.DISPATCH_REVISIONS``; empty where they do not."""
    expected = schema.DISPATCH_REVISIONS
    differences = [f"{name} is missing" for name in expected.names if name not in found.names]
    differences += [f"{name} is unknown" for name in found.names if name not in expected.names]
    for field in expected:
        if field.name in found.names and found.field(field.name).type != field.type:
            differences.append(f"{field.name} is {found.field(field.name).type}, not {field.type}")
    if not differences and found.names != expected.names:
        differences.append("the columns are in another order")
    return differences


def facts(frame: Any, failed: dict[int, Any], rejected: int, differences: list[str]) -> Facts:
    """The batch in numbers. ``frame`` is the light frame, None where the schema differs."""
    rows = 0 if frame is None else len(frame)
    accepted, records = rows - len(failed), rows + rejected
    kept = None if frame is None else frame[~frame["row_no"].isin(list(failed))]
    return Facts(
        records=records,
        rows=rows,
        accepted=accepted,
        share_undated=float(kept["is_undated"].mean()) if kept is not None and accepted else None,
        share_unsourced=float(kept["is_unsourced"].mean()) if kept is not None and accepted else None,
        share_quarantined=(rejected + len(failed)) / records if records else None,
        differences=differences,
    )


def rules(facts: Facts, settings: Settings) -> list[BatchRule]:
    """The rules that apply to a batch of this size."""
    found = [BatchRule("differences", 0, 0, "the staged columns differ from depeche.schema", "")]
    if facts.accepted:
        found.append(
            BatchRule("accepted", settings.gate_min_rows, None, "accepted rows", "DEPECHE_GATE_MIN_ROWS")
        )
    if facts.records < settings.gate_min_batch:
        return found
    for name, words in (
        ("undated", "of the rows have no date of their own"),
        ("unsourced", "of the rows have no source"),
        ("quarantined", "of the records are quarantined"),
    ):
        if getattr(facts, f"share_{name}") is not None:
            limit = getattr(settings, f"gate_max_share_{name}")
            setting = f"DEPECHE_GATE_MAX_SHARE_{name.upper()}"
            found.append(BatchRule(f"share_{name}", None, limit, words, setting))
    return found


def judge(facts: Facts, settings: Settings) -> tuple[list[str], dict[str, Any]]:
    """What is wrong with the batch, in sentences, and Great Expectations' result."""
    values = facts._replace(differences=[])._asdict() | {"differences": len(facts.differences)}
    frame = pa.Table.from_pylist([{engine.ROW_NO: 0, **values}]).to_pandas()
    chosen = rules(facts, settings)
    expectations = [
        engine.Expectation(
            rule.column,
            "batch",
            {
                "type": "expect_column_values_to_be_between",
                "column": rule.column,
                "min_value": rule.low,
                "max_value": rule.high,
            },
        )
        for rule in chosen
    ]
    outcomes, result = engine.judge(frame, expectations, "batch")
    failures = [
        _sentence(rule, facts) for rule, outcome in zip(chosen, outcomes, strict=True) if not outcome.success
    ]
    return failures, result


def _sentence(rule: BatchRule, facts: Facts) -> str:
    if rule.column == "differences":
        return f"{rule.says}: {', '.join(facts.differences[:5])}"
    value = getattr(facts, rule.column)
    if rule.column == "accepted":
        return f"{value} {rule.says}, fewer than {rule.low:g} ({rule.setting})"
    return f"{value:.0%} {rule.says}, over {rule.high:.0%} of {facts.records} records ({rule.setting})"
