"""From the feeds to a plan: feeds, ingest, plan. Heavy modules are imported inside the tasks."""

from datetime import timedelta

from airflow.sdk import task
from airflow.sdk.configuration import conf

from depeche import settings
from depeche.account import chunks
from depeche.interval import resolve

# Airflow fails a task that maps over more than 1,024; beyond this many, batches share a task. On one
# machine APIECE do anyway: each task starts worker processes of its own.
MAPPED, APIECE = 300, 4


@task
def feeds(declared: list[str], partition_key=None, params=None) -> list[str]:
    """Check settings, feeds and the run's days, and list the feeds the run is about.

    **If this fails:** nothing was begun. The message names the file and line, variable or parameter
    that is wrong and what to write instead. Correct it and clear this task.
    """
    from depeche import pipeline

    now = settings.load()
    resolve(partition_key, params)
    pipeline.check(now)
    chosen = params.get("feeds") or declared
    known = pipeline.feed_ids(now)
    if not chosen:
        raise settings.SettingsError(f"{now.feeds}: no feed is enabled; write enabled: true at one")
    if unknown := sorted(set(chosen) - set(known)):
        raise settings.SettingsError(f"feeds={unknown}: no enabled feed; there are {', '.join(known)}")
    return chosen


@task(execution_timeout=timedelta(hours=6))
def ingest(feed: str, chosen: list[str], partition_key=None, params=None) -> dict | None:
    """Bring one feed's payloads, unchanged, into the raw store; none where the run is about others.

    **If this fails:** the other feeds go on; `tally` fails the run. Look whether the feed's location
    or server can be reached (`depeche feeds check`) and whether the disk is full, then clear this
    task, or leave it to the next run: what was stored already is known, the rest is taken then.
    """
    from depeche import pipeline

    if feed not in chosen:
        print("the run is about other feeds")
        return None  # skipped, it would make Airflow skip all that follows
    now = settings.load()
    days, account = resolve(partition_key, params), connection(pipeline.connection_of(now, feed))
    return {"feed": feed, **pipeline.ingest(now, feed, days, connection=account)}


def connection(conn_id: str | None) -> str | None:
    """Airflow's connection as a URI. It is handed on within the process, and to nobody else."""
    if conn_id is None:
        return None
    from airflow.sdk import Connection

    return Connection.get(conn_id).get_uri()


@task(trigger_rule="all_done_min_one_success")
def plan(feeds: list[str], partition_key=None, params=None) -> list[list[str]]:
    """List the batches in the raw store that were never published, in chunks: one mapped task each.

    Every pending batch of the feeds, whichever run brought it in; a run about days leaves other days' folders.

    **If this fails:** the raw store or the lake's catalog cannot be read. Clear it when they can.
    """
    from depeche import pipeline

    return in_chunks(pipeline.plan(settings.load(), feeds, resolve(partition_key, params)))


def in_chunks(batches):
    """The batches by task; one empty chunk rather than none, lest Airflow skip all that follows."""
    return chunks(batches, MAPPED, APIECE if conf.get("core", "executor") == "LocalExecutor" else 1) or [[]]
