"""The tasks every archiving DAG shares, and how they hang together.

    feeds ─▶ ingest (one a feed) ─▶ plan ─▶ process (one a chunk) ─▶ validate ─▶ publish ─▶ tally

A feed or a batch that fails does not stop the others: the later stages take what is there, and
`tally` fails the run and says what is missing.
"""

import inspect

from airflow.sdk import Param, chain

from depeche_tasks.again import outdated, republish
from depeche_tasks.archive import process, publish, tally, validate
from depeche_tasks.collect import feeds, ingest, plan
from depeche_tasks.defaults import DEFAULTS

__all__ = ["DEFAULTS", "lay_out", "lay_out_again", "parameters"]

PERIOD = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def parameters(whole_feeds: bool) -> dict[str, Param]:
    """The parameters of a run started by hand (`depeche.interval` reads them)."""
    period = {"type": ["null", "string"], "pattern": PERIOD, "examples": ["2016-07-06", "2016-07", "2016"]}
    ids = {"type": "array", "items": {"type": "string"}}
    return {
        "first": Param(None, title="First day, month or year", **period),
        "last": Param(None, title="Last day, month or year, inclusive", **period),
        "feeds": Param([], title="Feeds (ids); none: all that are enabled", **ids),
        "whole_feeds": Param(
            whole_feeds,
            type="boolean",
            title="Look through the whole of every feed; off: only the folders of the partition's days",
        ),
    }


def lay_out() -> None:
    """Hang the tasks into the DAG that is being built."""
    chosen = feeds()
    ingested = _documented(ingest).expand(feed=chosen)
    planned = plan(chosen)
    processed = _documented(process).expand(batches=planned)
    verdicts = validate(planned, processed)
    published = publish(verdicts)
    chain(ingested, planned)
    chain(published, tally(chosen, ingested, planned, processed, verdicts, published))


def lay_out_again() -> None:
    """Hang the tasks into the DAG that replaces what older code versions made."""
    planned = outdated()
    processed = _documented(process).expand(batches=planned)
    verdicts = validate(planned, processed)
    replaced = republish(verdicts)
    chain(replaced, tally([], [], planned, processed, verdicts, replaced))


def _documented(mapped):
    # Airflow takes the docstring as a task's documentation by itself, but not where the task is mapped.
    return mapped.override(doc_md=inspect.cleandoc(mapped.function.__doc__))
