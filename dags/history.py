"""# History: past months, into the archive

The tasks of the nights over months, all feeds in one run. Its partition key is a month (`2016-07`);
of each feed only the folders of that month are read (`dated` in `seeds/feeds.yml`; feeds without it
have none, their nights take them whole). By the clock it runs on the first of each month, for the
month that ended.

**A backfill:**

    depeche backfill run FEED --from 1994-05 --to 2010-12

Two runs at a time use the whole machine: while one collects, the other processes; each takes the
batches of its own month. Stop it at any time; the same command again takes up what is left.

**If it fails:** as for the nights: open the task `tally`, then clear what failed.
"""

from datetime import timedelta

from airflow.sdk import DAG, CronPartitionTimetable

from depeche_tasks import choice, days, declared, every_dag, lay_out_all

FEEDS = declared()

with DAG(
    "history",
    description="Archives past months",
    doc_md=__doc__,
    schedule=CronPartitionTimetable("0 0 1 * *", timezone="UTC", run_offset=-1, key_format="%Y-%m"),
    max_active_runs=1,
    dagrun_timeout=timedelta(days=7),
    params=days(whole_feeds=False) | choice(feed.id for feed in FEEDS),
    tags=["archive", "history"],
    **every_dag(),
):
    lay_out_all(FEEDS)
