"""What `import_archive` does otherwise: what is wanted, and which batches of it are left to do."""

from datetime import timedelta

from airflow.sdk import task

from depeche import settings
from depeche_tasks.collect import connection, in_chunks


@task(multiple_outputs=True)
def wanted(params=None) -> dict:
    """Check what is to be imported, before anything is done.

    **If this fails:** a parameter, the settings or `feeds.yml` are wrong, or nothing is there; the
    message says what to write instead. Start another run, with that.
    """
    from depeche import pipeline

    now = settings.load()
    pipeline.check(now)
    return pipeline.imports.plain(pipeline.imports.wanted(now, params))


@task(pool="fetch_import", execution_timeout=timedelta(days=2))
def take(what: dict) -> dict:
    """Bring the payloads, unchanged, into the raw store.

    **If this fails:** look whether the place or the server can be reached and whether the disk is
    full, then clear this task: what was stored already is not read again.
    """
    from depeche import pipeline

    now, what = settings.load(), pipeline.imports.record(what)
    account = connection(pipeline.imports.connection_of(now, what))
    return pipeline.imports.take(now, what, account)


@task(trigger_rule="all_done_min_one_success", task_id="plan")
def plan_import(feed: str, run_id=None) -> list[list[str]]:
    """List the feed's batches, and of those left to do make chunks: one mapped task each.

    **If this fails:** the raw store or the lake's catalog cannot be read. Clear it when they can.
    """
    from depeche import pipeline

    planned = pipeline.imports.planned(settings.load(), feed, run_id)
    print({name: planned[name] for name in ("new", "older", "done", "file")})
    return in_chunks(planned["todo"])
