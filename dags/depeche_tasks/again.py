"""What `reprocess` does otherwise: which batches, and how they are published."""

from datetime import timedelta

from airflow.sdk import task

from depeche import settings
from depeche_tasks.archive import ARCHIVE, publish_passed
from depeche_tasks.collect import in_chunks


@task
def outdated(params=None) -> list[list[str]]:
    """List the published batches that other code versions made, in chunks: one mapped task each.

    **If this fails:** settings, feeds or the authority are wrong (the message names file and line), or
    the lake's catalog cannot be read. Clear it when that is cured.
    """
    from depeche import pipeline

    now = settings.load()
    pipeline.check(now)
    return in_chunks(pipeline.outdated(now, params.get("feeds") or None))


@task(outlets=[ARCHIVE], pool="publish", execution_timeout=timedelta(hours=6))
def republish(verdicts: list[dict], outlet_events=None) -> dict:
    """Replace the rows of the batches that passed, a transaction each; announce the asset `archive`.

    **If this fails:** as for `publish`: batches before the one that failed are replaced, the others
    are as they were; clear it.
    """
    return publish_passed(verdicts, outlet_events, replay=True)
