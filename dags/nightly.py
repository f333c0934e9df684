"""The nights: one DAG a feed that `seeds/feeds.yml` enables, `nightly_<feed>`.

A feed that is down, slow or broken costs its own night only. When the file cannot be read there is
no night: Airflow shows the import error, which names file and line, and the nights go on by
themselves once it is corrected.
"""

from datetime import timedelta

from airflow.sdk import DAG, CronPartitionTimetable

from depeche_tasks import days, deadline, declared, every_dag, lay_out

NOTES = """# The night of `{feed.id}`: what it delivered, into the archive

Runs by the feed's schedule ({schedule}); its partition key is the UTC day that ended (`2016-07-06`).
It looks through the whole feed, so that nothing late is missed; what was taken before is not read
again. **Every** batch of the feed not yet published is published, whichever run brought it in. A
dispatch lands in the partition of its own day, whatever the run's.

**By hand:** trigger it without anything to archive everything pending; with `first` and `last`, or
with a partition key and `whole_feeds` off, to read only the feed's folders of these days (a feed
without dated folders then has none). Running it again adds nothing.

**If it fails:** open the task `tally`; its first line names what is missing and which task to look
at. Clear the failed task, or wait: the next run takes up what is left. `docs/operations.md` has
the commands. The feed is declared in {feed.declared_at}.
"""


def night(feed):
    """The feed's DAG."""
    timetable = feed.cron and CronPartitionTimetable(
        feed.cron, timezone="UTC", run_offset=-1, key_format="%Y-%m-%d"
    )
    with DAG(
        f"nightly_{feed.id}",
        description=f"Archives what the feed {feed.id} delivered",
        doc_md=NOTES.format(feed=feed, schedule=feed.schedule or "none: only by hand"),
        schedule=timetable,
        max_active_runs=1,
        dagrun_timeout=timedelta(hours=23),
        deadline=deadline(),
        params=days(whole_feeds=True),
        tags=["archive", "nightly", feed.kind],
        **every_dag(),
    ):
        lay_out(feed)


for each in declared():
    night(each)
