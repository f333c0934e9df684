"""The tasks of maintenance: nights, tidy, index, check, sizes. Heavy modules are imported inside."""

from datetime import timedelta

from airflow.sdk import task
from airflow.sdk.exceptions import AirflowFailException

from depeche import settings


@task(retries=0)
def nights(ti=None) -> list[str]:
    """Look for nights that were due and did not come: a night that never begins can tell nobody itself.

    **If this fails:** its message names the feeds. Look whether their DAGs are paused, wait for a pool or
    cannot be read (`bin/airflow dags list-import-errors`); start them by hand, or leave it to the next night.
    """
    from depeche import pipeline

    late = pipeline.late_feeds(settings.load())
    if late:
        ti.xcom_push("account", {"missing": late})
        raise AirflowFailException("; ".join(late))
    return late


@task(execution_timeout=timedelta(hours=6))
def tidy() -> dict:
    """Merge small files, drop deleted rows, let old snapshots and files go.

    **If this fails:** the lake is as it was, or tidied in part; readers and writers notice nothing.
    Look for a full disk, a catalog that is down, or a writer that holds the lock; clear it.
    """
    from depeche import pipeline

    return pipeline.maintain(settings.load())


@task(execution_timeout=timedelta(hours=6))
def index() -> dict:
    """Bring the search index up to date. **If this fails:** look for a full disk; `depeche search --rebuild`."""
    from depeche import pipeline

    return pipeline.tend_search(settings.load())


@task(retries=0, execution_timeout=timedelta(hours=6))
def check(ti=None) -> dict:
    """Ask every invariant of the archive, and read a sample of the raw bytes again.

    **If this fails:** its message names what is wrong: a lost or damaged file, a key that is there
    twice, a tally that does not add up. Run `depeche verify` for all of it and restore what is
    damaged from a backup (`docs/operations.md`); what can be made again from the raw store is made
    by `depeche replay`.
    """
    from depeche import pipeline

    now = settings.load()
    found = pipeline.verify(now, sample=now.verify_batches)
    if not found["sound"]:
        ti.xcom_push("account", {"missing": found["problems"]})
        raise AirflowFailException("; ".join(found["problems"]))
    return found


@task
def sizes(tidied: dict) -> dict:
    """Report what the archive holds and how large it is; kept as this task's result.

    **If this fails:** the lake cannot be read. Look at `depeche doctor`, then clear it.
    """
    from depeche import query

    state = query.status(settings.load())
    counts = ("dispatches", "revisions", "batches", "snapshots", "in_quarantine")
    report = {name: state[name] for name in counts} | tidied
    print(report)
    return report
