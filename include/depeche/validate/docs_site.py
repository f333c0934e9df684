"""Great Expectations' Data Docs (HTML) from the validation results kept with the batches."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from depeche.settings import Settings


class Kept(NamedTuple):
    """The validation of a published batch: columns of ``batches``."""

    batch_id: str
    published_at: datetime
    validation: str


def build(settings: Settings, results: Iterable[Kept], into: Path | None = None) -> Path:
    """Build the site anew in ``into``, by default ``DEPECHE_HOME/data-docs``; gives its ``index.html``.

    Great Expectations renders every page each time, a second or so a batch: a job of its
    own. The old site stays until the new one is whole.
    """
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    settings.home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.home, prefix=".data-docs.") as aside:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            site = _render(Path(aside), results)
        target = into or settings.home / "data-docs"
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            os.replace(target, Path(aside) / "old")
        shutil.move(site, target)
    return target / "index.html"


def _render(aside: Path, results: Iterable[Kept]) -> Path:
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="file", project_root_dir=str(aside))
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    for kept in results:
        for suite, result in json.loads(kept.validation)["result"].items():
            if result:  # a batch without rows has none for its rows
                context.validation_results_store.add(*_entry(kept, suite, result))
    context.build_data_docs()
    return aside / "gx" / "uncommitted" / "data_docs" / "local_site"


def _entry(kept: Kept, suite: str, result: dict[str, Any]) -> tuple[Any, Any]:
    """Key and value for Great Expectations' store of results."""
    from great_expectations.core.expectation_validation_result import (
        ExpectationSuiteValidationResult,
        expectationSuiteValidationResultSchema,
    )
    from great_expectations.core.run_identifier import RunIdentifier
    from great_expectations.data_context.types.resource_identifiers import (
        ExpectationSuiteIdentifier,
        ValidationResultIdentifier,
    )

    key = ValidationResultIdentifier(
        expectation_suite_identifier=ExpectationSuiteIdentifier(suite),
        run_id=RunIdentifier(run_name=kept.batch_id, run_time=kept.published_at),
        batch_identifier=kept.batch_id,
    )
    loaded = expectationSuiteValidationResultSchema.load(result)
    known = isinstance(loaded, ExpectationSuiteValidationResult)
    return key, loaded if known else ExpectationSuiteValidationResult(**loaded)
