"""Great Expectations, held at arm's length: imported late, and never trusted on ``success`` alone.

An expectation that raised inside looks like one that failed, and an empty frame passes
nearly everything; both are caught here.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from depeche.validate.later import import_later

ROW_NO = "row_no"


class ExpectationRaised(Exception):
    """An expectation could not be evaluated: an error, never a pass and never a refusal."""


class Expectation(NamedTuple):
    """``kwargs`` has ``type`` and what it takes; ``name`` identifies it, ``severity`` is row or batch."""

    name: str
    severity: str
    kwargs: dict[str, Any]


class Outcome(NamedTuple):
    """What became of an expectation: ``rows`` gives, by ``row_no``, the value that failed."""

    name: str
    success: bool
    rows: dict[int, Any]
    observed: Any


def judge(
    frame: Any, expectations: Sequence[Expectation], suite: str
) -> tuple[list[Outcome], dict[str, Any]]:
    """Outcomes in the order of ``expectations``, and Great Expectations' whole result as plain data.

    ``frame`` is a pandas frame with the column ``row_no``. Raises ExpectationRaised where
    an expectation could not be evaluated, was not, or did not see every row.
    """
    gx, definition = _great_expectations()
    members = [_to_gx(gx, expectation, at) for at, expectation in enumerate(expectations)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = definition.get_batch({"dataframe": frame}).validate(
            gx.ExpectationSuite(name=suite, expectations=members),
            result_format={"result_format": "COMPLETE", "unexpected_index_column_names": [ROW_NO]},
        )
        plain = _plain(result.to_json_dict())
    by_place = {entry["expectation_config"]["meta"]["place"]: entry for entry in plain["results"]}
    if len(by_place) != len(expectations):
        raise ExpectationRaised(f"{suite}: {len(expectations)} expectations, {len(by_place)} results")
    outcomes = [_outcome(e, by_place[at], len(frame)) for at, e in enumerate(expectations)]
    return outcomes, plain


def prepare() -> None:
    """Import Great Expectations now, which takes seconds, rather than with the first frame."""
    _great_expectations()


@cache
def _great_expectations() -> tuple[Any, Any]:
    """The module and the place to put frames, once a process: the import costs seconds."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in (
            "scipy.stats",
            "altair",
        ):  # for other expectations and for charts; a third of the time
            import_later(name)
        import great_expectations as gx
        from great_expectations.data_context.types.base import ProgressBarsConfig

        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        asset = context.data_sources.add_pandas("staging").add_dataframe_asset("batch")
        return gx, asset.add_batch_definition_whole_dataframe("whole")


def _to_gx(gx: Any, expectation: Expectation, place: int) -> Any:
    kwargs = dict(expectation.kwargs)
    name = "".join(word.capitalize() for word in kwargs.pop("type").split("_"))
    meta = {"place": place, "rule": expectation.name, "severity": expectation.severity}
    return getattr(gx.expectations, name)(**kwargs, meta=meta)


def _plain(result: Any) -> dict[str, Any]:
    """Without the NumPy numbers that Great Expectations leaves in; NaN becomes null."""
    encoded = msgspec.json.encode(result, enc_hook=lambda number: number.item())
    plain: dict[str, Any] = msgspec.json.decode(encoded)
    return plain


def _outcome(expectation: Expectation, entry: Mapping[str, Any], rows: int) -> Outcome:
    raised = _raised(entry.get("exception_info") or {})
    if raised:
        raise ExpectationRaised(f"{expectation.name}: {raised}")
    result = entry.get("result") or {}
    seen = result.get("element_count", rows)
    if seen != rows:
        raise ExpectationRaised(f"{expectation.name}: saw {seen} of {rows} rows")
    column = expectation.kwargs.get("column")
    failing = {int(found[ROW_NO]): found.get(column) for found in result.get("unexpected_index_list") or []}
    if len(failing) != result.get("unexpected_count", 0):
        raise ExpectationRaised(
            f"{expectation.name}: {result.get('unexpected_count')} rows failed but {len(failing)} are listed"
        )
    success = entry.get("success")
    if not isinstance(success, bool) or success == bool(failing):
        raise ExpectationRaised(
            f"{expectation.name}: success is {success!r} with {len(failing)} failing rows"
        )
    return Outcome(expectation.name, success, failing, result.get("observed_value"))


def _raised(info: Mapping[str, Any]) -> str:
    """The message of an exception in ``exception_info``, which has two shapes; empty where none."""
    for found in [info, *(value for value in info.values() if isinstance(value, Mapping))]:
        if found.get("raised_exception"):
            return str(found.get("exception_message") or "raised")
    return ""
