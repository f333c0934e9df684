"""# The night: what the feeds delivered, into the archive

Runs just after midnight UTC for the day that ended. Its partition key is that day (`2016-07-06`);
the feeds' folders of that day and of the `late_days` before it are read, whatever was archived
already is known and costs nothing, and **every** batch not yet published is published, whichever
run brought it in.

**By hand:** trigger it without a key and without parameters to archive everything pending in every
feed; with a key for one day; with `first` and `last` for a span. Running it again adds nothing.

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
    params=parameters(late_days=7),
    tags=["archive", "nightly"],
):
    lay_out()
