"""The tasks every archiving DAG shares, and how they hang together.

    feeds ─▶ ingest (one a feed) ─▶ plan ─▶ process (one a chunk) ─▶ validate ─▶ publish ─▶ tally

A feed or a batch that fails does not stop the others: the later stages take what is there, and
`tally` fails the run and says what is missing.
"""

import inspect

from airflow.sdk import TaskGroup, chain

from depeche_tasks.again import outdated, republish
from depeche_tasks.archive import process, publish, tally, validate
from depeche_tasks.collect import feeds, ingest, plan
from depeche_tasks.defaults import DEFAULTS, pool_of
from depeche_tasks.parameters import choice, days, declared

__all__ = ["DEFAULTS", "choice", "days", "declared", "lay_out", "lay_out_again", "lay_out_all"]


def lay_out(feed) -> None:
    """Hang the tasks of one feed into the DAG that is being built."""
    chosen = feeds([feed.id])
    _from_there(chosen, [ingest.override(pool=pool_of(feed))(feed.id, chosen)])


def lay_out_all(several) -> None:
    """Hang the tasks of all these feeds into the DAG that is being built."""
    chosen = feeds([feed.id for feed in several])
    with TaskGroup("ingest", tooltip="One task a feed"):
        made = [ingest.override(task_id=feed.id, pool=pool_of(feed))(feed.id, chosen) for feed in several]
    _from_there(chosen, made)


def _from_there(chosen, ingested) -> None:
    planned = plan(chosen)
    processed = _documented(process).expand(batches=planned)
    verdicts = validate(planned, processed)
    published = publish(verdicts)
    chain(*filter(None, [ingested]), planned)  # no feed is enabled: the task feeds says so
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
