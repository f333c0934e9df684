"""How the tasks hang together in each archiving DAG."""

import inspect

from airflow.sdk import TaskGroup, chain

from depeche_tasks.again import outdated, republish
from depeche_tasks.archive import process, publish, tally, validate
from depeche_tasks.collect import feeds, ingest, plan
from depeche_tasks.defaults import pool_of
from depeche_tasks.held import hold
from depeche_tasks.importing import plan_import, take, wanted
from depeche_tasks.links import DataDocs


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
    verdicts = _linked(validate(planned, processed))
    published = publish(verdicts)
    chain(*filter(None, [ingested]), planned)  # no feed is enabled: the task feeds says so
    chain([published, hold(verdicts)], tally(chosen, ingested, planned, processed, verdicts, published))


def lay_out_again() -> None:
    """Hang the tasks into the DAG that replaces what older code versions made."""
    planned = outdated()
    processed = _documented(process).expand(batches=planned)
    verdicts = _linked(validate(planned, processed))
    replaced = republish(verdicts)
    chain([replaced, hold(verdicts)], tally([], [], planned, processed, verdicts, replaced))


def lay_out_import() -> None:
    """Hang the tasks into the DAG that imports an archive by hand."""
    what = wanted()
    taken = take(what)
    planned = plan_import(what["feed"])
    processed = _documented(process).expand(batches=planned)
    verdicts = _linked(validate(planned, processed))
    published = republish.override(task_id="publish")(verdicts)
    chain(taken, planned)
    chain(
        [published, hold(verdicts)], tally([what["feed"]], [taken], planned, processed, verdicts, published)
    )


def _linked(verdicts):
    verdicts.operator.operator_extra_links = (DataDocs(),)
    return verdicts


def _documented(mapped):
    # Airflow takes the docstring as a task's documentation by itself, but not where the task is mapped.
    return mapped.override(doc_md=inspect.cleandoc(mapped.function.__doc__))
