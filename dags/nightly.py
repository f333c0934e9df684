"""# The night: what the feeds delivered, into the archive

Runs just after midnight UTC for the day that ended, which is its partition key (`2016-07-06`).
It looks through the whole of every feed, so that nothing late is missed; files that were taken
before are not read again. **Every** batch not yet published is published, whichever run brought it
in. A dispatch lands in the partition of its own day, whatever the run's.

**By hand:** trigger it without anything to archive everything pending; with `first` and `last`, or
with a partition key and `whole_feeds` off, to read only the feeds' folders of these days (feeds
without dated folders are then left out). Running it again adds nothing.

**If it fails:** open the task `tally`; its first line names what is missing and which task to look
at. Everything else of the night is published. Clear the failed task, or wait: the next run takes
up what is left. `docs/operations.md` has the commands.
"""

from datetime import timedelta

from airflow.sdk import DAG, CronPartitionTimetable

from depeche_tasks import DEFAULTS, lay_out, parameters

with DAG(
    "nightly",
    description="Archives the day that ended",
    doc_md=__doc__,
    schedule=CronPartitionTimetable("0 0 * * *", timezone="UTC", run_offset=-1, key_format="%Y-%m-%d"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=23),
    default_args=DEFAULTS,
    params=parameters(whole_feeds=True),
    tags=["archive", "nightly"],
):
    lay_out()
