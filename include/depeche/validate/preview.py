"""The row rules asked without Great Expectations, for ``inspect``: what would be refused, at once.

Great Expectations takes seconds to import and judges what is published (``gate.py``). Here
the same rules are read on the same light frame by plain comparison; a test holds the two
together.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from depeche import catalog, schema
from depeche.records import Dispatch, Rejected
from depeche.validate import offsets
from depeche.validate.gate import LIGHT, refusal
from depeche.validate.rules import ROW_RULES, Rule


def preview(dispatches: Sequence[Dispatch]) -> dict[int, Rejected]:
    """The refusals that validation would give these dispatches, by their place in the sequence."""
    if not dispatches:
        return {}
    rows = pa.Table.from_batches([schema.dispatches_to_arrow(dispatches, "")])
    found = {at: broken(light) for at, light in enumerate(_light(rows))}
    return {at: refusal(rows, at, rules) for at, rules in found.items() if rules}


def broken(light: dict[str, Any]) -> list[tuple[Rule, Any]]:
    """The rules that a row of the light frame breaks, each with the value at fault, in their order."""
    return [(rule, light[rule.column]) for rule in ROW_RULES if not holds(rule, light[rule.column])]


def holds(rule: Rule, value: Any) -> bool:
    """Whether ``value`` keeps ``rule``. Null (and NaN, pandas' null) does unless it is required."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return not rule.required
    if rule.values is not None:
        return value in rule.values
    return (rule.low is None or value >= rule.low) and (rule.high is None or value <= rule.high)


def _light(rows: pa.Table) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder, closing(catalog.open_duckdb()) as con:
        file = Path(folder) / "dispatches.parquet"
        pq.write_table(rows, file)
        light: list[dict[str, Any]] = (
            con.execute(LIGHT.read_text(), {"file": str(file)}).to_arrow_table().to_pylist()
        )
    wrong = offsets.wrong(rows)
    return [row | {name: counts[at] for name, counts in wrong.items()} for at, row in enumerate(light)]
