"""The tasks of `review`: look, decide, and what was decided. Heavy modules are imported inside."""

from datetime import datetime, timedelta

from airflow.sdk import task
from airflow.sdk.exceptions import AirflowSkipException

from depeche import settings
from depeche.records import Reject

HOURS = timedelta(hours=6)


@task
def look(partition_key=None, params=None) -> dict:
    """See what the batch holds and which rules it broke, for the question. Skipped where it is held no more.

    **If this fails:** `batch` is none that is held; `depeche status` names those. Start another run.
    """
    from depeche import pipeline

    batch = partition_key or params["batch"]
    if not batch:
        raise settings.SettingsError("batch: write the id of a held batch; depeche status names them")
    try:
        return pipeline.review.question(settings.load(), batch)
    except Reject as gone:
        if partition_key:
            raise AirflowSkipException(str(gone)) from None
        raise


@task(pool="publish", execution_timeout=HOURS)
def release(ti=None) -> dict:
    """Publish the batch as it is.

    **If this fails:** as for `publish` of a night; clear it.
    """
    return decided("release", ti)


@task(pool="publish", execution_timeout=HOURS)
def replay(ti=None) -> dict:
    """Make the batch again with the settings of the answer, judge it and publish it.

    **If this fails:** the message says which setting is wrong, or which rule it breaks even so. The batch
    is held as before: trigger the DAG again with its `batch` and answer otherwise.
    """
    return decided("replay", ti)


@task(pool="publish", execution_timeout=HOURS)
def drop(ti=None) -> dict:
    """Send all rows of the batch to quarantine, with the reason of the answer.

    **If this fails:** as for `publish` of a night; clear it.
    """
    return decided("drop", ti)


def decided(what, ti):
    """Do what the person said."""
    from depeche import pipeline

    said = ti.xcom_pull(task_ids="decide", key="answer")
    at = datetime.fromisoformat(said["at"])
    given = pipeline.review.answer(said.get("reason", ""), said.get("settings"), said["by"], at)
    batch = ti.xcom_pull(task_ids="look")["batch"]
    return getattr(pipeline.review, what)(settings.load(), batch, given)
